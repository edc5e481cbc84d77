"""The list that a reader narrows: counts hold after the click, pages stay bounded, ways out are offered."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.apps.library.narrowing import A_PAGE, Facet, Narrowed, narrow
from cordee.core.facets import FacetIndex, index_of

FACETS = (
    Facet("kind", "Kind", (("a", "A"), ("b", "B"), ("never", "Never"))),
    Facet("time", "Time", (("short", "Short"), ("long", "Long"))),
    Facet("same", "Same", (("one", "One"),)),
)
ROWS = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from(["short", "long"])).map(
        lambda drawn: {"kind": [drawn[0]], "time": [drawn[1]], "same": ["one"]}
    ),
    min_size=1,
    max_size=60,
)
ASKED = st.dictionaries(
    st.sampled_from(["kind", "time", "page", "other"]),
    st.sampled_from(["a", "b", "short", "long", "never", "2", "-1", "x", "9" * 30]),
)


def follow(index: FacetIndex, url: str) -> Narrowed:
    """Click on a link."""
    return narrow(index, FACETS, dict(parse_qsl(urlsplit(url).query)), "/list/")


@given(ROWS, ASKED)
def test_the_count_beside_a_link_is_what_it_leads_to(rows: list[dict[str, list[str]]], asked: dict[str, str]) -> None:
    index = index_of(rows)
    shown = narrow(index, FACETS, asked, "/list/")
    for facet in shown.facets:
        for option in facet.options:
            after = follow(index, option.url)
            assert option.is_chosen or after.found == option.count
            assert not option.is_chosen or shown.found == option.count
    for removal in shown.removals:
        assert follow(index, removal.url).found == removal.count
        assert follow(index, removal.url_alone).found == removal.count_alone


@given(ROWS, ASKED)
def test_pages_are_bounded_and_lead_to_every_row(rows: list[dict[str, list[str]]], asked: dict[str, str]) -> None:
    index = index_of(rows)
    shown = narrow(index, FACETS, asked, "/list/")
    assert len(shown.rows) <= A_PAGE
    assert 1 <= shown.page <= shown.pages
    first = narrow(index, FACETS, {key: value for key, value in asked.items() if key != "page"}, "/list/")
    seen, current = list(first.rows), first
    while current.following:
        current = follow(index, current.following)
        seen += current.rows
    assert seen == sorted(seen)
    assert len(seen) == first.found
    assert current.page == first.pages


def test_a_facet_that_tells_nothing_apart_is_not_shown() -> None:
    index = index_of([{"kind": ["a"], "time": ["short"], "same": ["one"]}, {"kind": ["b"], "time": ["short"]}])
    assert [facet.key for facet in narrow(index, FACETS, {}, "/").facets] == ["kind"]
    assert [option.label for option in narrow(index, FACETS, {}, "/").facets[0].options] == ["A", "B"]


def test_what_no_facet_knows_is_left_aside() -> None:
    index = index_of([{"kind": ["a"]}, {"kind": ["b"]}])
    assert narrow(index, FACETS, {"kind": "<script>", "who": "me"}, "/").found == 2


def test_ways_out_are_those_that_leave_something() -> None:
    index = index_of([{"kind": ["a"], "time": ["short"]}, {"kind": ["b"], "time": ["long"]}])
    shown = narrow(index, FACETS, {"kind": "a", "time": "long"}, "/")
    assert (shown.found, shown.rows) == (0, ())
    assert [(removal.label, removal.count, removal.url) for removal in shown.ways_out] == [
        ("A", 1, "/?time=long"),
        ("Long", 1, "/?kind=a"),
    ]
    nothing = narrow(index, FACETS, {"kind": "never", "time": "long"}, "/")
    assert [removal.label for removal in nothing.ways_out] == ["Never"]
    assert [removal.label for removal in nothing.kept_alone] == ["Long"]


@pytest.mark.parametrize("page", ["0", "-3", "two", "²", "99999999999999", ""])
def test_a_page_that_cannot_be_is_one_that_is(page: str) -> None:
    index = index_of([{"kind": ["a"]}] * 30)
    assert narrow(index, FACETS, {"page": page}, "/").page in (1, 2)
