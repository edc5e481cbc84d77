"""The JSON document: its published shape, full precision, and what it leaves out for others."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from tests.apps.reports import building

from cordee.apps.reports.json_document import FORMAT, to_json
from cordee.apps.reports.schema import ResultDocument, schema_document
from cordee.core.score_output import score_document

DOCS = Path(__file__).resolve().parents[3] / "docs"
GUIDE = DOCS / "result-json.md"


def read_back(**access: Any) -> dict[str, Any]:
    document = json.loads(to_json(building.report(**access)))
    assert isinstance(document, dict)
    return document


@pytest.mark.parametrize("form", ["express", "full"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_has_the_published_shape(form: str, lang: str) -> None:
    document = read_back(form=form, lang=lang)
    model = ResultDocument.model_validate(document)
    assert set(document) == set(ResultDocument.model_fields), "a key is missing from the schema, or from the document"
    assert model.format == FORMAT


def test_several_people_and_nobody_have_it_too() -> None:
    ResultDocument.model_validate_json(to_json(building.of_several()))
    ResultDocument.model_validate_json(to_json(building.report(given=building.nothing())))


def test_the_schema_refuses_another_shape() -> None:
    document = read_back()
    document["answers"][0]["level"] = 7
    with pytest.raises(ValidationError):
        ResultDocument.model_validate(document)


def test_the_published_schema_is_this_one() -> None:
    published = (DOCS / "result.schema.json").read_text(encoding="utf-8")
    remedy = "python -m cordee.apps.reports.schema > docs/result.schema.json"
    assert published == schema_document(), f"write it again: {remedy}"


def test_it_says_which_release_and_which_engine_made_it() -> None:
    document = read_back()
    assert document["release"]["sha256"] == building.sha256()
    assert document["release"]["version"] == building.pack().card.version
    assert document["made_by"] == {"name": "Cordée", "version": building.ENGINE}
    assert document["day"] == "2026-11-23"


def test_the_reading_is_that_of_the_command_line_in_full_precision() -> None:
    report = building.report()
    reading = json.loads(to_json(report))["reading"]
    assert reading == json.loads(json.dumps(score_document(report.reading, report.pack)))
    axes = {axis["axis"]: axis for axis in reading["overall"]["axes"]}
    assert axes["coherence"]["maturity"]["value"] == 8 / 3


def test_answers_are_levels_or_marks_with_their_evidence() -> None:
    document = read_back(given=building.express({"clarity.roles.means": "Une lettre"}))
    answers = {answer["item"]: answer for answer in document["answers"]}
    assert len(answers) == 21
    assert answers["clarity.roles.means"] == {
        "item": "clarity.roles.means",
        "topic": "clarity.roles",
        "axis": "clarity",
        "facet": "means",
        "mark": "answered",
        "level": 1,
        "evidence": "Une lettre",
    }
    assert (answers["meaning.commitment.action"]["mark"], answers["meaning.commitment.action"]["level"]) == (
        "dont_know",
        None,
    )


def test_a_share_link_gets_neither_words_nor_situation() -> None:
    content = to_json(building.report(given=building.express("Secret"), for_owner=False, shows_evidence=False)).decode()
    assert "Secret" not in content
    assert "region-53" not in content
    assert json.loads(content)["context"] is None


def test_the_owner_gets_both() -> None:
    document = read_back(given=building.express("Secret"))
    assert document["context"] == building.CONTEXT
    assert {answer["evidence"] for answer in document["answers"]} == {"Secret"}


def test_it_is_readable_utf_8_and_the_same_each_time() -> None:
    content = to_json(building.report())
    assert "intérêt général" in content.decode()
    assert content.endswith(b"}\n")
    assert content == to_json(building.report())
    assert b"NaN" not in content


def test_every_key_is_explained() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    missing = [key for key in ResultDocument.model_fields if f"`{key}`" not in guide]
    assert missing == []
    assert FORMAT in guide


def test_the_example_of_the_guide_runs() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    code = guide.split("```python\n")[1].split("```")[0]
    seen: dict[str, Any] = {}
    exec(code, {"document": read_back(lang="en"), "print": lambda *words: seen.setdefault("lines", []).append(words)})
    assert ("coherence", 2.67) in [tuple(line) for line in seen["lines"]]
