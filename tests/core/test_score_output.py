"""The JSON of a reading: the documented keys, full precision, and never a NaN."""

import json
import re

import pytest
from hypothesis import given, settings
from tests.core.alliance import ROOT, read, recommendation, sheet, small_pack
from tests.core.test_properties import FEWER_DRAWS, alliances
from tests.core.test_properties import read as read_any

from cordee.core.score_output import FORMAT, score_document

PACK = small_pack(recommendation("rule", "a.one", {"fact": "topic", "topic": "a.one", "at_most": 2}))


def document(*sheets):
    return score_document(read(*sheets, pack=PACK), PACK)


def people():
    signs = ("211 22? 333", "112 2x2 344", "122 212 333", "321 222 342")
    return [sheet(f"{'steering' if n < 2 else 'teams'}/o{n}/r{n}", each) for n, each in enumerate(signs)]


def test_its_head():
    found = document(*people())
    assert found["format"] == FORMAT
    assert found["pack"] == {"id": "small", "version": "1.0.0"}
    assert (found["instrument"], found["form"], found["self_circle"]) == ("small", "short", "steering")
    assert (found["respondents"], found["organisations"]) == (4, 4)
    assert [scope["circle"] for scope in (found["overall"], *found["circles"])] == [None, "steering", "teams"]
    assert found["headline"]["text"] == {"fr": "Together, structured.", "en": "Together, structured."}
    assert found["recommendations"][0]["name"] == {"fr": "rule", "en": "rule"}


def test_an_estimate_has_all_its_keys_and_full_precision():
    axis = document(*people())["overall"]["axes"][0]
    maturity = axis["maturity"]
    assert list(maturity) == ["value", "n", "se", "lower", "upper", "df", "refused", "interval_refused"]
    reading = read(*people(), pack=PACK).overall.axis("a").maturity
    assert json.loads(json.dumps(maturity)) == dict(reading.as_dict())
    assert len(str(maturity["se"])) > 10


def test_refusals_are_words():
    item = document(sheet("steering/o/r", "22? 222 222"))["overall"]["items"][2]
    assert item["score"]["refused"] == "no_answer"
    assert item["distribution"]["dont_know_share"] == 1


@given(alliances())
@settings(max_examples=40, deadline=None)
def test_it_is_json_whatever_the_answers(rows):
    found = score_document(read_any(rows), FEWER_DRAWS)
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def keys(value, path: str = "") -> set[str]:
    """Every key, with the path to it, whatever the names of facets and the places in lists."""
    if isinstance(value, dict):
        inside = {re.sub(r"(vision|action|means)(_over_\w+)?$", "*", f"{path}.{key}") for key in value}
        return inside.union(*(keys(each, f"{path}.{key}") for key, each in value.items()))
    if isinstance(value, list):
        return set().union(*(keys(each, path) for each in value))
    return set()


def test_every_key_is_documented():
    told = (ROOT / "docs" / "score-output.md").read_text(encoding="utf-8")
    words = set(re.findall(r"`([a-z_0-9]+)`", told))
    given = {path.rsplit(".", 1)[-1] for path in keys(document(*people()))} - {"*", "fr", "en"}
    assert given - words == set()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_sentences_come_in_both_languages(lang):
    assert document(*people())["headline"]["text"][lang]
