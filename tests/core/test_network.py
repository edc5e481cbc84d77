"""The measures of a network: a case of four organisations worked by hand, and networkx on any other."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.network import (
    Enough,
    Network,
    Response,
    Scores,
    TooFewAnswers,
    components,
    density,
    in_degree,
    in_strength,
    isolates,
    reciprocity,
)

NAMES = tuple("abcdefgh")
STRENGTHS = st.one_of(st.none(), st.integers(0, 24).map(lambda sixths: sixths / 6))


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Any network where every partner answered on every other."""
    names = NAMES[: draw(st.integers(2, len(NAMES)))]
    known = {(one, other): draw(STRENGTHS) for one in names for other in names if one != other}
    return Network(names, known, draw(st.sampled_from([1.0, 2.0, 2.5, 4.0])))


def graph(network: Network) -> "nx.DiGraph[str]":
    """The same network for networkx, built from the strengths and not from our ties."""
    found: nx.DiGraph[str] = nx.DiGraph()
    found.add_nodes_from(network.partners)
    for (one, other), strength in network.known.items():
        if strength is not None and strength >= network.level - 1e-9:
            found.add_edge(one, other, weight=strength)
    return found


@given(networks())
def test_the_same_as_networkx(network: Network) -> None:
    oracle = graph(network)
    assert density(network) == pytest.approx(nx.density(oracle))
    if oracle.number_of_edges():
        assert reciprocity(network) == pytest.approx(nx.overall_reciprocity(oracle))
    else:
        assert reciprocity(network) is None
    assert in_degree(network) == dict(oracle.in_degree())
    assert in_strength(network) == pytest.approx(dict(oracle.in_degree(weight="weight")))
    assert set(isolates(network)) == set(nx.isolates(oracle))
    assert {frozenset(group) for group in components(network)} == set(
        map(frozenset, nx.weakly_connected_components(oracle))
    )


@given(networks(), st.sets(st.sampled_from(NAMES)))
def test_those_who_kept_silent_are_unknown_and_not_apart(network: Network, silent: set[str]) -> None:
    spoke = [name for name in network.partners if name not in silent]
    heard = Network(network.partners, {pair: s for pair, s in network.known.items() if pair[0] in spoke}, network.level)
    oracle = graph(heard)
    pairs = len(spoke) * (len(network.partners) - 1)
    assert density(heard) == (pytest.approx(oracle.number_of_edges() / pairs) if pairs else None)
    assert in_degree(heard) == dict(oracle.in_degree())
    both = oracle.subgraph(spoke)
    expected = pytest.approx(nx.overall_reciprocity(both)) if both.number_of_edges() else None
    assert reciprocity(heard) == expected


WORKED = Network(
    ("town", "club", "school", "shop"),
    {
        ("town", "club"): 3.0,
        ("town", "school"): 2.0,
        ("town", "shop"): 1.5,
        ("club", "town"): 2.5,
        ("club", "school"): None,
        ("club", "shop"): None,
        ("school", "town"): 1.0,
        ("school", "club"): 4.0,
        # the shop did not answer
    },
    level=2,
)


def test_four_organisations_by_hand() -> None:
    """Ties: town→club, town→school, club→town, school→club: 4 of the 8 pairs that are known.

    Returned where the return is known: town→club is (2.5); town→school is not (1.0); club→town is; school→club is
    not, they do not work together for the club. 2 of 4.
    """
    assert density(WORKED) == 0.5
    assert reciprocity(WORKED) == 0.5
    assert in_degree(WORKED) == {"town": 1, "club": 2, "school": 1, "shop": 0}
    assert in_strength(WORKED) == {"town": 2.5, "club": 7.0, "school": 2.0, "shop": 0.0}
    assert isolates(WORKED) == ("shop",)
    assert components(WORKED) == [("town", "club", "school"), ("shop",)]
    assert WORKED.towards("shop") == {"town": 1.5}


def test_nothing_known_gives_no_number() -> None:
    nothing = Network(("a", "b"), {}, level=2)
    assert density(nothing) is None
    assert reciprocity(nothing) is None
    assert in_degree(nothing) == {"a": 0, "b": 0}


def test_what_is_missing_is_left_out_and_never_a_zero() -> None:
    assert Scores((4, None, None), (2, None, 4)).strength == 3.5
    assert Scores((None, None, None), (2, 2, 2)).strength is None
    assert Scores((0, 0, 0), (0, 0, 0)).strength == 0


@pytest.mark.parametrize("level", [-1, 5])
def test_a_level_off_the_scale_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match="levels go from 0 to 4"):
        Scores((level, None, None), (None, None, None))


@pytest.mark.parametrize(
    ("answered", "asked", "enough"),
    [
        (0, 0, Enough.REFUSED),
        (12, 20, Enough.REFUSED),
        (13, 20, Enough.WARNED),
        (15, 20, Enough.WARNED),
        (16, 20, Enough.YES),
        (2, 4, Enough.REFUSED),
        (3, 4, Enough.WARNED),
        (4, 4, Enough.YES),
    ],
)
def test_the_share_that_answered_decides(answered: int, asked: int, enough: Enough) -> None:
    response = Response(answered, asked)
    assert response.enough is enough
    if enough is Enough.REFUSED:
        with pytest.raises(TooFewAnswers):
            response.require()
    else:
        response.require()


@given(st.integers(1, 300))
def test_one_answer_less_than_needed_is_refused(asked: int) -> None:
    needed = Response(0, asked).needed
    assert Response(needed, asked).enough is not Enough.REFUSED
    assert Response(needed - 1, asked).enough is Enough.REFUSED


def test_counts_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="5 answers of 4 asked"):
        Response(5, 4)


@pytest.mark.parametrize(
    ("partners", "known", "level"),
    [(("a", "a"), {}, 2), (("a",), {("a", "a"): 1.0}, 2), (("a",), {("a", "b"): 1.0}, 2), (("a",), {}, 0)],
)
def test_a_network_that_makes_no_sense_is_refused(
    partners: tuple[str, ...], known: dict[tuple[str, str], float | None], level: float
) -> None:
    with pytest.raises(ValueError, match=r"pairs join|level of a tie"):
        Network(partners, known, level)
