"""Every reason has its words in both languages, and French typography holds in them."""

from typing import get_args

import pytest

from cordee.core.benchmark import NotBenchmarked, Standing
from cordee.core.change import Change, Verdict
from cordee.core.circle_effects import NotAdjusted
from cordee.core.comparability import NotComparable
from cordee.core.measure_wording import (
    ADJUSTMENT,
    BENCHMARK,
    COMPARISON,
    NEARNESS,
    STANDINGS,
    VERDICTS,
    change_words,
    reason_words,
)
from cordee.core.nearness import NotNear
from cordee.core.typography import find_faults

TABLES = ((NotAdjusted, ADJUSTMENT), (NotComparable, COMPARISON), (NotNear, NEARNESS), (NotBenchmarked, BENCHMARK))


@pytest.mark.parametrize(("reasons", "words"), TABLES)
def test_every_reason_is_said_once_in_each_language(reasons, words):
    assert set(words) == set(reasons)
    for lang in ("fr", "en"):
        told = [reason_words(reason, lang) for reason in reasons]
        assert len(set(told)) == len(told)
        assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in told)


EVERY_WORD = [said for _, words in TABLES for said in words.values()] + [*VERDICTS.values(), *STANDINGS.values()]


@pytest.mark.parametrize("said", EVERY_WORD)
def test_french_is_well_set(said):
    assert find_faults(said.fr) == []
    assert said.fr != said.en


def test_every_verdict_and_standing_has_words():
    assert set(VERDICTS) == set(get_args(Verdict))
    assert set(STANDINGS) == set(get_args(Standing))


def test_a_change_is_said_with_its_interval_or_its_reason():
    flat = Change(2.0, 2.2, 0.2, 0.3, 9.0, -0.48, 0.88, "not_distinguished")
    assert change_words(flat, "fr") == ("ne se distingue pas d’une absence de changement\u202f: +0,2 [−0,5 à +0,9]")
    refused = Change(2.0, None, refused=NotComparable.NOT_ASKED)
    assert change_words(refused, "en") == reason_words(NotComparable.NOT_ASKED, "en")
