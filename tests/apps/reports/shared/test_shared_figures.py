"""The same figures in every format: each number of each axis and question, read back from the three files."""

import json
import re
from functools import cache
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from tests.apps.reports import building
from tests.apps.reports.shared import sharing

from cordee.apps.reports.shared.json_document import to_json
from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.shared.pdf import to_pdf
from cordee.apps.reports.shared.workbook import to_xlsx
from cordee.charts.numbers import Lang
from cordee.core.numerals import number
from cordee.core.packs.instrument import FACETS
from cordee.core.wording import estimate_words

LANGS: tuple[Lang, ...] = ("fr", "en")
SHEETS = {"fr": ("Approches", "Questions"), "en": ("Approaches", "Questions")}
FACET_NAMES = {"fr": ("Vision", "Action", "Moyens"), "en": ("Vision", "Action", "Means")}


@cache
def report(lang: Lang) -> SharedReport:
    return sharing.example(lang)


@cache
def document(lang: Lang) -> Any:
    return json.loads(to_json(report(lang)))


@cache
def rows(lang: Lang, sheet: str) -> list[dict[str, Any]]:
    book = openpyxl.load_workbook(BytesIO(to_xlsx(report(lang))))
    heads, *body = book[sheet].iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in body]


@cache
def pdf_words(lang: Lang) -> str:
    return re.sub(r"\s", "", building.text_of(to_pdf(report(lang))))


def scopes(lang: Lang) -> list[tuple[str, Any]]:
    """Name → scope of the JSON: all circles, then each, in the words of the workbook."""
    found = document(lang)
    names = [report(lang).scopes[0].name, *(circle["name"] for circle in found["circles"])]
    return list(zip(names, [found["reading"]["overall"], *found["reading"]["circles"]], strict=True))


def cells(row: dict[str, Any], name: str) -> list[Any]:
    """A value and its bounds, whatever the language of the headings."""
    return [value for heading, value in row.items() if heading == name or heading.startswith(f"{name},")][:3]


@pytest.mark.parametrize("lang", LANGS)
def test_every_axis_of_every_circle_is_the_same_in_json_and_workbook(lang: Lang) -> None:
    found = rows(lang, SHEETS[lang][0])
    assert len(found) == 5 * 7
    axes = [(name, axis) for name, scope in scopes(lang) for axis in scope["axes"]]
    maturity, coherence = {"fr": ("Maturité", "Cohérence"), "en": ("Maturity", "Coherence")}[lang]
    for row, (name, axis) in zip(found, axes, strict=True):
        assert name in row.values()
        assert axis["axis"] in row.values()
        facets = zip(FACET_NAMES[lang], (axis["facets"][facet] for facet in FACETS), strict=True)
        for heading, estimate in (*facets, (maturity, axis["maturity"]), (coherence, axis["coherence"])):
            assert cells(row, heading) == [estimate["value"], estimate["lower"], estimate["upper"]]


@pytest.mark.parametrize("lang", LANGS)
def test_every_question_of_every_circle_is_the_same_in_json_and_workbook(lang: Lang) -> None:
    found = rows(lang, SHEETS[lang][1])
    items = [item for _name, scope in scopes(lang) for item in scope["items"]]
    assert len(found) == len(items) == 5 * 21
    level = {"fr": "Au niveau {}", "en": "At level {}"}[lang]
    for row, item in zip(found, items, strict=True):
        assert item["item"] in row.values()
        assert cells(row, "Score") == [item["score"][part] for part in ("value", "lower", "upper")]
        if item["score"]["value"] is not None:
            assert [row[level.format(place)] for place in range(5)] == item["distribution"]["counts"]
            assert (row["r*wg"], row["AD"]) == (item["agreement"]["rwg"], item["agreement"]["ad"])


@pytest.mark.parametrize("lang", LANGS)
def test_every_axis_of_every_circle_is_written_in_the_pdf_as_in_the_json(lang: Lang) -> None:
    text = pdf_words(lang)
    for scope, (name, read) in zip(report(lang).scopes, scopes(lang), strict=True):
        for axis, published in zip(scope.reading.axes, read["axes"], strict=True):
            assert axis.maturity.value == published["maturity"]["value"]
            facets = [estimate_words(axis.facets[facet], lang) for facet in FACETS]
            assert [axis.facets[facet].value for facet in FACETS] == [
                published["facets"][facet]["value"] for facet in FACETS
            ]
            if scope.reading.circle is not None and axis.maturity.value is not None:
                row = "".join([name, *facets, estimate_words(axis.maturity, lang)])
                assert re.sub(r"\s", "", row) in text, row


@pytest.mark.parametrize("lang", LANGS)
def test_every_question_is_written_in_the_pdf_as_in_the_json(lang: Lang) -> None:
    text = pdf_words(lang)
    published = {item["item"]: item for item in document(lang)["reading"]["overall"]["items"]}
    for item in report(lang).items:
        told, read = published[item.reading.item], item.reading
        assert (told["score"]["value"], told["distribution"]["counts"]) == (
            read.score.value,
            list(read.distribution.counts),
        )
        counts = "·".join(str(count) for count in told["distribution"]["counts"])
        row = re.sub(r"\s", "", item.question) + {"fr": "De0à4:", "en": "From0to4:"}[lang] + counts
        assert row in text, row
        assert re.sub(r"\s", "", estimate_words(read.score, lang)) in text


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_page_says_is_what_the_pdf_says(lang: Lang) -> None:
    told, text = report(lang).told, pdf_words(lang)
    said = [
        told.headline,
        told.standing,
        told.heading.regime,
        *told.notices,
        told.crossed.sentence,
        *(gap.question for gap in told.crossed.blind_spots),
        *(gap.gap for gap in told.crossed.blind_spots),
        *(one.sentence for one in told.crossed.against),
        told.agreement.sentence,
        *(one.why for one in told.agreement.divided),
        *(cell for line in told.agreement.axes for cell in line.cells),
        *(step.first_step for step in told.steps),
        *(step.why for step in told.steps),
        *(removal for step in told.steps for removal in step.removals),
        *told.later,
        *told.adjusted.notes,
        *(near.name for one in told.inspiring for near in one.near),
        *(axis.explanation for axis in told.axes),
        *report(lang).method,
        *report(lang).limits,
    ]
    assert [sentence for sentence in said if re.sub(r"\s", "", sentence) not in text] == []


def test_gaps_of_perception_are_the_same_everywhere() -> None:
    published = document("en")["reading"]["perception"]
    found = [row for row in rows("en", "Crossed views") if row["Against"] == "the other circles"]
    assert len(found) == len(published) == 21
    for row, gap in zip(found, published, strict=True):
        assert (row["This circle"], row["The others"], row["Gap"]) == (gap["own"], gap["others"], gap["gap"]["value"])
    for row in found:
        if row["Stands out"]:
            assert number(row["Gap"], "en", signed=True) in pdf_words("en")


def test_each_circle_is_compared_with_the_same_numbers() -> None:
    against = [gap for one in document("en")["crossed"]["against"] for gap in one["gaps"]]
    found = [row for row in rows("en", "Crossed views") if row["Against"] != "the other circles"]
    assert len(found) == len(against) == 3 * 7 * 3
    for row, gap in zip(found, against, strict=True):
        assert (row["This circle"], row["The others"]) == (gap["own"], gap["other"])
        assert row["Gap"] == pytest.approx(gap["gap"], abs=1e-12)
        assert (row["Stands out"] == "yes") == gap["stands_out"]
