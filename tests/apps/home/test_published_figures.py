"""The published values are kept as they were published, each with its source, conflicts side by side."""

import csv
import io

import pytest
from django.test import Client

from cordee.apps.home.published_figures import FILE, PublishedFigure, contested, of_population, published_figures

CARENEWS = "https://www.carenews.com/le-rameau/news/odd-17-pourquoi-faire-alliance"
OTHER = "https://www.reseau-alliances.org/actualites-rse/3352-participez-a-l-etude-tendances-fragilites-economiques"


def figure(population: str, value: int, source: str = "https://a.example/x") -> PublishedFigure:
    return PublishedFigure(population, 2022, "q", value, None, source)


def test_the_values_are_those_of_the_sources() -> None:
    assert {(f.population, f.value, f.source) for f in published_figures()} == {
        ("citizens", 74, CARENEWS),
        ("business leaders", 84, CARENEWS),
        ("business leaders", 83, OTHER),
        ("association leaders", 97, CARENEWS),
        ("mayors", 92, CARENEWS),
    }


def test_every_value_answers_the_same_question_of_the_same_year() -> None:
    assert {(f.year, f.question) for f in published_figures()} == {
        (2022, "partnerships between organisations are a source of innovation for the territory")
    }
    assert {f.respondents for f in published_figures()} == {None}


def test_a_site_is_named_without_its_prefix() -> None:
    assert figure("x", 1, "https://www.carenews.com/a").site == "carenews.com"


def test_a_conflict_is_seen_and_kept() -> None:
    (group,) = contested(published_figures())
    assert [f.value for f in group] == [83, 84]
    assert contested([figure("a", 1), figure("a", 1), figure("b", 2)]) == []


def test_values_of_one_population_rise() -> None:
    assert [f.value for f in of_population([figure("a", 3), figure("b", 1), figure("a", 2)], "a")] == [2, 3]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/chiffres-publies.csv", "/en/published-figures.csv"])
def test_the_file_can_be_taken_away(client: Client, path: str) -> None:
    answer = client.get(path)
    content = answer.content.decode()
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert content == FILE.read_text(encoding="utf-8")
    assert len(list(csv.DictReader(io.StringIO(content)))) == 5
