"""The JSON of a 360°: its published shape, for alliances of every kind."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from tests.apps.campaigns.reading_together import group, table
from tests.apps.reports import building
from tests.apps.reports.shared import sharing

from cordee.apps.campaigns.models import Regime
from cordee.apps.reports.shared.json_document import to_json
from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.shared.schema import FORMAT, SharedResultDocument, schema_document
from cordee.core.score_output import score_document

DOCS = Path(__file__).resolve().parents[4] / "docs"
GUIDE = DOCS / "shared-result.md"
HOMES = {"town": "Commune du Val", "club": "Club des jeunes"}
SIGNED = table({**group("steering", 2, (4, 3, 3)), **group("teams", 2, (2, 2, 1), "club")})


def read_back(report: SharedReport) -> dict[str, Any]:
    document = json.loads(to_json(report))
    assert isinstance(document, dict)
    return document


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_has_the_published_shape(lang: Any) -> None:
    document = read_back(sharing.example(lang, consensuses=sharing.AGREED))
    model = SharedResultDocument.model_validate(document)
    assert set(document) == set(SharedResultDocument.model_fields), "a key is missing from the schema or the document"
    assert model.format == FORMAT


def test_signed_answers_have_it_too() -> None:
    stored = sharing.signed_layers(SIGNED, HOMES)
    report = sharing.report(SIGNED, "en", regime=Regime.ATTRIBUTED, stored=stored, organisations=HOMES)
    document = read_back(report)
    SharedResultDocument.model_validate(document)
    names = [voice["name"] for voice in document["layers"]["individuals"]]
    assert names == ["Person 0", "Person 1"]
    assert [voice["organisation"] for voice in document["layers"]["organisations"]] == [
        "Club des jeunes",
        "Commune du Val",
    ]


def test_nothing_shown_gives_no_reading_at_all() -> None:
    document = read_back(sharing.report(table(group("teams", 3, (3, 2, 1))), "en"))
    SharedResultDocument.model_validate(document)
    assert document["nothing"]
    assert document["reading"] is None
    assert document["circles"] == document["adjusted"] == document["steps"] == document["verbatims"] == []


def test_the_schema_refuses_another_shape() -> None:
    document = read_back(sharing.example("en"))
    document["reading"]["perception"][0]["own"] = 7
    with pytest.raises(ValidationError):
        SharedResultDocument.model_validate(document)


def test_the_published_schema_is_this_one() -> None:
    published = (DOCS / "shared-result.schema.json").read_text(encoding="utf-8")
    remedy = "python -m cordee.apps.reports.shared.schema > docs/shared-result.schema.json"
    assert published == schema_document(), f"write it again: {remedy}"


def test_every_key_is_explained() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert [key for key in SharedResultDocument.model_fields if f"`{key}`" not in guide] == []
    assert FORMAT in guide


def test_the_example_of_the_guide_runs() -> None:
    code = GUIDE.read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    seen: list[tuple[Any, ...]] = []
    document = read_back(sharing.example("en"))
    exec(code, {"document": document, "print": lambda *words: seen.append(words)})
    circles = document["reading"]["circles"]
    assert len(seen) == sum(len(circle["axes"]) for circle in circles)
    assert ("Steering", "relevance", circles[0]["axes"][0]["maturity"]["value"]) in seen


def test_the_reading_is_the_published_one_and_the_same_each_time() -> None:
    report = sharing.example("en")
    document = read_back(report)
    assert document["reading"] == json.loads(json.dumps(score_document(report.reading, report.pack)))
    assert to_json(report) == to_json(sharing.example("en"))
    assert document["day"] == "2026-06-30"
    assert document["release"]["sha256"] == building.sha256()
    assert b"NaN" not in to_json(report)


def test_what_was_decided_keeps_its_dissents() -> None:
    first, second = read_back(sharing.example("en", consensuses=sharing.AGREED))["consensuses"]
    assert first == {
        "item": "clarity.roles.action",
        "level": 2,
        "text": "We name a referent by September.",
        "dissents": [
            {"signed": "Mission locale", "level": 1, "reason": "Too early for us."},
            {"signed": None, "level": None, "reason": "Not before the budget."},
        ],
    }
    assert (second["level"], second["dissents"]) == (None, [])
