"""The sentences of the card are true of the values, whatever they are, and doubt is said."""

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from cordee.apps.home.impact_card import caution, conflicts, headline, impact_card, row, sources, strip
from cordee.apps.observatory.published.telling import letter_of
from cordee.charts.readings import Estimate
from cordee.core.published import PublishedFigure

NAMES = ["citizens", "business leaders", "mayors", "association leaders"]
QUESTION = "partnerships between organisations are a source of innovation for the territory"
THIN = "\u202f"


def figure(population: str, value: int, respondents: int | None = None, site: str = "a.example") -> PublishedFigure:
    return PublishedFigure(
        id=f"{population}-{value}",
        series="alliance-duty",
        programme="IMPACT",
        population=population,
        year=2022,
        territory="FR",
        question=QUESTION,
        value=value,
        unit="percent",
        n=respondents,
        source=f"https://{site}/x",
    )


values = st.lists(
    st.builds(figure, st.sampled_from(NAMES), st.integers(min_value=0, max_value=100)), min_size=1, max_size=9
)


@given(values)
def test_the_headline_holds_for_every_value(figures: list[PublishedFigure]) -> None:
    said = headline(figures)
    lowest = min(f.value for f in figures)
    assert f"Au moins {lowest}{THIN}%" in said
    populations = len({f.population for f in figures})
    assert (str(populations) in said.split("%")[1]) is (populations > 1)


@given(values)
def test_every_value_is_drawn_and_sourced(figures: list[PublishedFigure]) -> None:
    assert [r.reading for r in strip(figures).rows] == [Estimate(f.value) for f in figures]
    assert [s.url for s in sources(figures)] == [f.source for f in figures]


def test_the_card_of_today() -> None:
    with override("fr"):
        card = impact_card()
    assert (card.number, card.year) == (74, 2022)
    assert card.figure.title == f"Au moins 74{THIN}% dans chacun des 4 publics interrogés"
    assert [cells[0] for cells in card.figure.rows] == [
        "Citoyens",
        "Dirigeants d’entreprise",
        "Dirigeants d’entreprise",
        "Maires",
        "Responsables associatifs",
    ]
    assert "Effectif non publié" in card.figure.note
    assert f"83 ou 84{THIN}%" in card.figure.note
    assert card.sources[1].label == f"Dirigeants d’entreprise, source A{THIN}: 83{THIN}%, reseau-alliances.org"


def test_the_card_in_english() -> None:
    with override("en"):
        card = impact_card()
    assert card.figure.title == "At least 74% in each of the 4 groups surveyed"
    assert "83 or 84%" in card.figure.note
    assert card.sources[0].label == "Citizens: 74%, carenews.com"


def test_no_interval_is_drawn_without_a_number_of_respondents() -> None:
    assert all(not r.reading.has_interval for r in strip([figure("mayors", 90)]).rows)
    assert caution([figure("mayors", 90, 302)]) == []
    assert len(caution([figure("mayors", 90, 302), figure("citizens", 70)])) == 1


def test_sources_that_disagree_get_a_letter() -> None:
    figures = [figure("mayors", 90), figure("mayors", 92), figure("citizens", 70), figure("citizens", 70)]
    assert [letter_of(f, figures) for f in figures] == ["source A", "source B", "", ""]
    assert row(figures[1], figures).remark == "source B"
    assert len(conflicts(figures)) == 1


def test_an_unknown_population_is_an_error() -> None:
    with pytest.raises(KeyError):
        row(figure("martians", 50), [figure("martians", 50)])
