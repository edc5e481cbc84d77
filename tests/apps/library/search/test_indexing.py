"""The index is made of what has a page, all of it or nothing, and once only while nothing changes."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.test import override_settings
from pytest_django import DjangoAssertNumQueries
from tests.core.search.making import entry

from cordee.apps.library.models import SearchEntry, SearchIndex
from cordee.apps.library.search import operations
from cordee.apps.library.search.everyday import everyday_groups
from cordee.apps.library.search.queries import current_index, rows_of
from cordee.apps.library.search.sources import gathered
from cordee.core.search.entries import Entry
from cordee.core.search.ranking import answer

pytestmark = pytest.mark.django_db

ABOUT = entry("help:about", "À propos", route="home:about", args=())
ELSEWHERE = entry("terms:none", "Sans page", route="nowhere:page")


def some_entries() -> Iterator[Entry]:
    yield from (ABOUT, ABOUT, ELSEWHERE)


def unknown_kind() -> Iterator[Entry]:
    yield entry("unheard:of", "Rien", route="home:about", args=())


def found(text: str) -> list[str]:
    index = current_index()
    assert index is not None
    rows = rows_of(index, answer(index.catalogue, text, "fr").places.tolist())
    return [row.entry for row in rows.values()]


@override_settings(SEARCH_SOURCES=[f"{__name__}.some_entries"])
def test_only_what_has_a_page_is_gathered_and_once() -> None:
    assert gathered() == [ABOUT]


@override_settings(SEARCH_SOURCES=[f"{__name__}.unknown_kind"])
def test_a_kind_without_words_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"labels\.py"):
        gathered()


def test_nothing_is_written_while_nothing_changes(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    assert operations.index([ABOUT]).changed
    with django_assert_num_queries(3):  # a savepoint opened, one question, the savepoint closed
        assert not operations.index([ABOUT]).changed
    assert SearchEntry.objects.count() == 1


def test_what_changed_replaces_what_was_there() -> None:
    operations.index([ABOUT, entry("help:old", "Une vieille page", route="home:data", args=())])
    assert found("vieille") == ["old"]
    assert operations.index([ABOUT]).changed
    assert found("vieille") == []
    assert (SearchIndex.objects.count(), SearchEntry.objects.count()) == (1, 1)


def test_an_index_that_fails_leaves_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    operations.index([ABOUT])
    monkeypatch.setattr(operations, "_row", lambda *given: SearchEntry(place=-1))
    with pytest.raises(Exception, match=r"."):
        operations.index([entry("help:new", "Une page neuve", route="home:about", args=())])
    assert found("propos") == ["about"]


def test_an_index_of_another_version_is_not_read() -> None:
    operations.index([ABOUT])
    SearchIndex.objects.update(format=0, document=b"")
    assert current_index() is None


def test_other_everyday_words_make_another_index() -> None:
    assert operations.fingerprint_of([ABOUT], ()) != operations.fingerprint_of([ABOUT], everyday_groups())


def test_loading_packs_makes_the_index() -> None:
    call_command("load_packs", verbosity=0)
    assert "home.data" in found("données")
    assert "measure.agreement" in found("accord entre répondants")


def test_a_dry_run_makes_none() -> None:
    call_command("load_packs", verbosity=0, dry_run=True)
    assert current_index() is None


def test_the_command_says_what_it_holds() -> None:
    said = StringIO()
    call_command("search_index", stdout=said)
    call_command("search_index", stdout=said)
    assert "help       fr " in said.getvalue()
    assert said.getvalue().count(":") == 2


def test_the_everyday_words_are_groups_and_no_word_is_twice_in_one() -> None:
    groups = everyday_groups()
    assert len(groups) > 30
    assert all(len(group) == len(set(group)) > 1 for group in groups)
