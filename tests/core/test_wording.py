"""Sentences that say what the numbers say, in both languages."""

import re

import pytest
from tests.core.alliance import read, reference_pack, sheet, small, small_pack

from cordee.core.estimates import Estimate, Refusal, refused
from cordee.core.packs.rules import HEADLINES
from cordee.core.reading import Headline
from cordee.core.wording import (
    REFUSALS,
    Wording,
    axis_agreement_words,
    estimate_words,
    fill,
    interval_words,
    item_agreement_words,
    refusal_words,
)

FRENCH, ENGLISH = Wording(small(), "fr"), Wording(small(), "en")
KNOWN = Estimate(2.0, 9, 0.3, 1.31, 2.69, 8)


def test_every_refusal_has_a_sentence_in_each_language():
    assert set(REFUSALS) == set(Refusal)
    for said in REFUSALS.values():
        assert said.fr.endswith(".")
        assert said.en.endswith(".")


def test_an_interval_or_why_there_is_none():
    assert interval_words(KNOWN, "en") == "between 1.3 and 2.7"
    assert interval_words(Estimate(-1, 9, 0.3, -1.69, 0.31, 8), "fr", signed=True) == "entre −1,7 et +0,3"
    alone = Estimate(2.0, 1, interval_refused=Refusal.TOO_FEW_RESPONDENTS)
    assert interval_words(alone, "en") == refusal_words(Refusal.TOO_FEW_RESPONDENTS, "en")
    assert interval_words(refused(Refusal.UNDER_HALF), "fr") == refusal_words(Refusal.UNDER_HALF, "fr")
    assert estimate_words(KNOWN, "fr") == "2,0 [1,3 à 2,7]"
    assert estimate_words(alone, "en") == "2.0"
    assert estimate_words(refused(Refusal.NO_ANSWER), "en") == "–"


def test_agreement():
    signs = ("441 222 222", "440 222 222", "014 222 222")
    people = [sheet(f"steering/o{n}/r{n}", each) for n, each in enumerate(signs)]
    overall = read(*people).overall
    assert item_agreement_words(overall.item("a.one.vision").agreement, "fr").startswith("désaccord (r*wg −1,67)")
    assert item_agreement_words(overall.item("b.four.vision").agreement, "en") == "agreement (r*wg 1.00)"
    said = axis_agreement_words(overall.axis("a").agreement, "fr")
    assert re.fullmatch(r"α −?\d,\d\d, ICC\(1\) −?\d,\d\d, ICC\(2\) .*", said)
    assert axis_agreement_words(overall.axis("b").agreement, "en") == "α –, ICC(1) –, ICC(2) –"
    alone = read(people[0]).overall
    assert item_agreement_words(alone.item("a.one.vision").agreement, "en") == REFUSALS[Refusal.TOO_FEW_RESPONDENTS].en
    assert axis_agreement_words(alone.axis("a").agreement, "en") == REFUSALS[Refusal.TOO_FEW_COMMON].en


def test_names():
    assert FRENCH.item("a.one.means") == "Means de «\u202fOne\u202f»"
    assert ENGLISH.item("a.one.means") == "Means of ‘One’"
    assert ENGLISH.level("a.one.means", 3) == "means 3"
    assert (ENGLISH.circle("teams"), ENGLISH.circle(None), ENGLISH.circle("gone")) == ("Teams", "All circles", "gone")
    assert (ENGLISH.stage("shared"), ENGLISH.stage(None)) == ("shared", "–")
    with pytest.raises(KeyError, match="gone"):
        ENGLISH.item("gone")


def test_named_values():
    assert fill("{axis}: {gap}, {gone}", {"axis": "A", "gap": "1"}) == "A: 1, –"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", HEADLINES)
def test_every_headline_of_the_reference_pack_is_a_whole_sentence(name, lang):
    axis, stage = ("clarity" if name == "one_axis_apart" else None), ("shared" if name == "aligned" else None)
    said = Wording(reference_pack(), lang).headline(Headline(name, axis, stage, None))
    assert said.endswith(".")
    assert len(said) <= 110
    assert "{" not in said
    assert "–" not in said


def test_a_pack_without_headlines_says_nothing():
    assert Wording(small_pack(headlines=[]), "fr").headline(Headline("aligned", None, "shared", None)) == ""


def test_patterns_with_their_numbers_and_what_removes_them():
    axis = read(sheet("steering/o/r", "413 222 222")).overall.axis("a")
    widest, last = axis.patterns[0], axis.patterns[-1]
    assert ENGLISH.pattern_reading(axis, widest) == "A: 4, 1, 3"
    assert ENGLISH.pattern(widest.pattern) == "incantation"
    assert ENGLISH.pattern_removal(widest) == "This gap would go if the action facet rose by more than 2 levels."
    assert FRENCH.pattern_removal(last) == "Cet écart disparaîtrait dès que la facette means monterait un peu."
    aligned = read(sheet("steering/o/r", "2")).overall.axis("a")
    assert ENGLISH.pattern_removal(aligned.patterns[0]) == ""


def test_how_a_maturity_came_out():
    held = read(sheet("steering/o/r", "440 321 22?")).overall
    assert ENGLISH.explanation(held.axis("a")) == (
        "The mean would be 2.7, but maturity never stands more than 1 above the weakest facet (0.0): 1.0."
    )
    assert FRENCH.explanation(held.axis("b")) == "Moyenne des trois facettes\u202f: 2,0."
    assert FRENCH.explanation(held.axis("c")) == ""
