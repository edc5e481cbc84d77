"""Agreement against other packages (tests/oracles/agreement.py); published values are in test_published_agreement."""

import json
from dataclasses import astuple
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.alliance import read, sheet
from tests.core.plain_engine import rwg_and_ad

from cordee.core.distribution import level_counts
from cordee.core.estimates import Refusal
from cordee.core.raters import axis_agreements, item_agreements, one_way, ordinal_alpha

EXPECTED = json.loads((Path(__file__).parent / "expected" / "agreement.json").read_text(encoding="utf-8"))
AD = 5 / 6


def array(name: str) -> np.ndarray:
    return np.array(
        [[np.nan if level is None else level for level in row] for row in EXPECTED[name]["levels"]], dtype=float
    )


def counts_of(levels: np.ndarray, width: int = 11) -> np.ndarray:
    counts = np.stack([(levels == level).sum(axis=0) for level in range(width)], axis=1).astype(float)
    return counts * (counts.sum(axis=1, keepdims=True) >= 2)


def whole(counts: np.ndarray) -> np.ndarray:
    return np.ones((len(counts), 1))


@pytest.mark.parametrize("name", EXPECTED)
def test_alpha_is_that_of_the_package_krippendorff(name):
    counts = counts_of(array(name))
    assert ordinal_alpha(counts, whole(counts))[0] == pytest.approx(EXPECTED[name]["alpha"], abs=1e-12)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_analysis_of_variance_is_that_of_r(name):
    counts = counts_of(array(name))
    found = {key: each[0] for key, each in one_way(counts, whole(counts)).items()}
    expected = EXPECTED[name]["r"]
    for key in ("f", "p", "df1", "df2"):
        assert found[key] == pytest.approx(expected[key], rel=1e-9), key
    size = counts.sum(axis=1)
    size = size[size > 0]
    each = (size.sum() - (size**2).sum() / size.sum()) / (len(size) - 1)
    between, within = expected["msb"], expected["msw"]
    assert found["icc1"] == pytest.approx((between - within) / (between + (each - 1) * within), rel=1e-9)
    assert found["icc2"] == pytest.approx((between - within) / between, rel=1e-9)


@pytest.mark.parametrize("name", [name for name, table in EXPECTED.items() if "pingouin" in table])
def test_icc_is_that_of_pingouin_and_of_r(name):
    counts = counts_of(array(name))
    found = one_way(counts, whole(counts))
    for key in ("icc1", "icc2", "f"):
        assert found[key][0] == pytest.approx(EXPECTED[name]["pingouin"][key], rel=1e-9)
    assert found["icc1"][0] == pytest.approx(EXPECTED[name]["r"]["icc1"], rel=1e-9)
    assert found["icc2"][0] == pytest.approx(EXPECTED[name]["r"]["icc2"], rel=1e-9)


@pytest.mark.parametrize("name", ["whole", "holes", "few", "many"])
def test_item_agreement_is_that_of_r(name):
    found = item_agreements(level_counts(array(name)), AD)
    expected = EXPECTED[name]["r"]
    for item, each in enumerate(found):
        assert each.ad == pytest.approx(expected["ad"][str(item)], rel=1e-9)
        # the package stops r_wg at 0; ours says how opposed they are
        assert max(each.rwg, 0) == pytest.approx(expected["rwg"][str(item)], rel=1e-9, abs=1e-12)


@given(st.lists(st.integers(0, 4), min_size=3, max_size=12))
def test_item_agreement_is_its_definition(levels):
    found = item_agreements(level_counts(np.array(levels, dtype=float)[:, None]), AD)[0]
    rwg, ad = rwg_and_ad(levels)
    assert found.n == len(levels)
    assert found.rwg == pytest.approx(float(rwg), abs=1e-12)
    assert found.ad == pytest.approx(float(ad), abs=1e-12)
    assert found.agrees == (float(ad) <= AD + 1e-9)


def test_opposed_camps_are_under_zero_and_say_so():
    found = item_agreements(np.array([[2.0, 0, 0, 0, 2]]), AD)[0]
    assert found.rwg == pytest.approx(1 - (16 / 3) / 2)
    assert not found.agrees


def test_the_bound_of_five_sixths_is_included():
    # 0, 0, 0, 1, 2, 2: mean 5/6, deviations 5/6 × 3, 1/6, 7/6 × 2 → 5/6
    assert item_agreements(np.array([[3.0, 1, 2, 0, 0]]), AD)[0].agrees


def test_two_people_cannot_be_said_to_agree():
    found = item_agreements(np.array([[0.0, 2, 0, 0, 0]]), AD)[0]
    assert (found.rwg, found.ad, found.agrees, found.refused) == (None, None, None, Refusal.TOO_FEW_RESPONDENTS)


def agreement(*sheets: str):
    return read(*(sheet(f"steering/o{n}/r{n}", each, form="full") for n, each in enumerate(sheets)), form="full")


def test_an_axis_needs_two_people_with_two_common_items():
    one = agreement("123 123 123").overall.axis("a").agreement
    assert (one.refused, one.respondents, one.items) == (Refusal.TOO_FEW_COMMON, 0, 0)
    apart = agreement("123 ??? ???", "?2? 123 123").overall.axis("a").agreement
    assert (apart.refused, apart.items) == (Refusal.TOO_FEW_COMMON, 1)
    enough = agreement("12? ??? ???", "21? ??? ???").overall.axis("a").agreement
    assert (enough.refused, enough.respondents, enough.items) == (None, 2, 2)


def test_each_axis_is_computed_apart():
    rng = np.random.default_rng(4)
    both = rng.integers(0, 5, (6, 8)).astype(float)
    both[rng.random(both.shape) < 0.2] = np.nan
    axes = np.array([[1.0, 0]] * 4 + [[0, 1.0]] * 4)
    together = axis_agreements(level_counts(both), ~np.isnan(both), axes)
    for place, columns in enumerate((slice(0, 4), slice(4, 8))):
        part = both[:, columns]
        alone = axis_agreements(level_counts(part), ~np.isnan(part), np.ones((4, 1)))[0]
        assert astuple(together[place])[:-1] == pytest.approx(astuple(alone)[:-1], rel=1e-12)


def test_everyone_always_the_same_answer_has_nothing_to_explain():
    found = agreement("2" * 21, "2" * 21, "2" * 21).overall.axis("a").agreement
    assert (found.alpha, found.icc1, found.icc2, found.f, found.p, found.refused) == (None,) * 6


def test_perfect_agreement_on_different_items():
    found = agreement("012 340 123" + "2" * 12, "012 340 123" + "2" * 12).overall.axis("a").agreement
    assert found.alpha == 1
    assert (found.icc1, found.icc2) == (1, 1)
    assert (found.f, found.p) == (None, None)


def test_items_that_do_not_differ_while_people_do():
    found = agreement("2" * 21, "4" * 21, "0" * 21).overall.axis("a").agreement
    assert found.icc1 == pytest.approx(-1 / 2)
    assert found.icc2 is None
    assert (found.f, found.p) == (0, 1)
    assert found.alpha < 0


def test_people_are_counted_in_the_circle_that_is_read():
    people = [sheet(f"{circle}/o{n}/{circle}{n}", "2") for circle in ("steering", "teams") for n in range(3)]
    reading = read(*people)
    assert reading.overall.item("a.one.vision").agreement.n == 6
    assert [scope.item("a.one.vision").agreement.n for scope in reading.circles] == [3, 3]
