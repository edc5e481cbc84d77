"""Which tests run a second time on PostgreSQL: those that touch the database, however they ask for it."""

from types import SimpleNamespace

import pytest
from tests.plugins.database import pytest_collection_modifyitems, touches_database


def item(*fixtures: str, marked: str = "") -> SimpleNamespace:
    marks = {name: SimpleNamespace(name=name) for name in marked.split()}
    return SimpleNamespace(fixturenames=fixtures, get_closest_marker=marks.get)


@pytest.mark.parametrize(
    ("test", "touches"),
    [
        (item(), False),
        (item("client", "tmp_path"), False),
        (item(marked="django_db"), True),
        (item("db"), True),
        (item("tmp_path", "live_server"), True),
        (item("db", marked="once"), False),
        (item(marked="django_db once"), False),
        (SimpleNamespace(get_closest_marker=lambda name: None), False),
    ],
)
def test_which_tests_touch_the_database(test: SimpleNamespace, touches: bool) -> None:
    assert touches_database(test) is touches  # type: ignore[arg-type]


def test_the_others_are_put_aside_and_counted() -> None:
    aside: list[object] = []

    def put_aside(items: list[object]) -> None:
        aside.extend(items)

    hook = SimpleNamespace(pytest_deselected=put_aside)
    kept, other = item("db"), item()
    items = [kept, other]
    pytest_collection_modifyitems(SimpleNamespace(hook=hook), items)  # type: ignore[arg-type]
    assert items == [kept]
    assert aside == [other]
