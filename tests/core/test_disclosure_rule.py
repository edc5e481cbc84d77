"""When a group is large enough to be shown: five people, or three organisations of which none is nearly all of it."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cordee.core.disclosure import CellVerdict, DisclosureRule, Hiding, cell_verdict
from cordee.core.disclosure.rule import cells_shown

RULE = DisclosureRule()
LARGE = DisclosureRule(fewest_respondents=30)


@pytest.mark.parametrize(
    ("counts", "rule", "reason"),
    [
        ((), RULE, Hiding.TOO_FEW),
        ((1,), RULE, Hiding.TOO_FEW),
        ((4,), RULE, Hiding.TOO_FEW),
        ((5,), RULE, None),
        ((2, 2), RULE, Hiding.TOO_FEW),
        ((3, 2), RULE, None),
        ((4, 1), RULE, None),
        ((1, 1), RULE, Hiding.TOO_FEW),
        ((1, 1, 1), RULE, None),
        ((2, 1, 1), RULE, None),
        ((2, 1, 0), RULE, Hiding.TOO_FEW),
        ((17, 2, 1), LARGE, None),
        ((18, 1, 1), LARGE, Hiding.DOMINATED),
        ((28, 1), LARGE, Hiding.TOO_FEW),
        ((29, 1), LARGE, None),
        ((28, 1, 1), LARGE, None),
    ],
)
def test_the_table_of_truth(counts, rule, reason):
    by_name = {f"o{place}": count for place, count in enumerate(counts)}
    verdict = cell_verdict(by_name, rule)
    assert verdict.reason is reason
    assert verdict.shown is (reason is None)
    assert verdict.respondents == sum(counts)
    assert verdict.organisations == sum(count > 0 for count in counts)


def test_a_verdict_says_what_is_there_and_what_would_show_it():
    assert cell_verdict({"town": 18, "club": 1, "school": 1}, LARGE) == CellVerdict(
        shown=False,
        reason=Hiding.DOMINATED,
        respondents=20,
        organisations=3,
        largest_share=0.9,
        needed_respondents=30,
        needed_organisations=3,
        allowed_share=0.85,
    )


@given(st.lists(st.lists(st.integers(0, 8), min_size=4, max_size=4), min_size=1, max_size=6), st.sampled_from([5, 12]))
@settings(deadline=None)
def test_many_groups_at_once_are_judged_as_each(columns, fewest):
    rule = DisclosureRule(fewest_respondents=fewest)
    counts = np.array(columns, dtype=float).T
    one_by_one = [cell_verdict({str(o): n for o, n in enumerate(column)}, rule).shown for column in columns]
    assert cells_shown(counts, rule).tolist() == one_by_one


@given(st.lists(st.integers(1, 6), min_size=1, max_size=5), st.integers(0, 4))
@settings(deadline=None)
def test_one_more_person_never_hides_what_five_made_appear(counts, place):
    more = [count + (number == place) for number, count in enumerate(counts)]
    if sum(counts) >= 5:
        assert cell_verdict({str(o): n for o, n in enumerate(more)}, RULE).shown


def test_the_rule_and_its_verdicts_pass_through_json():
    rule = DisclosureRule(6, 4, 0.7, 12, 1)
    assert DisclosureRule.from_json(json.loads(json.dumps(rule.as_json()))) == rule
    for counts in ({"a": 9}, {"a": 1}):
        verdict = cell_verdict(counts, rule)
        assert CellVerdict.from_json(json.loads(json.dumps(verdict.as_json()))) == verdict
    with pytest.raises(KeyError):
        DisclosureRule.from_json({"fewest_respondents": 5})


@pytest.mark.parametrize(
    "loose",
    [
        {"fewest_respondents": 2},
        {"fewest_organisations": 1},
        {"fewest_for_verbatims": 1},
        {"largest_share": 1.0},
        {"largest_share": 0.0},
        {"decimals": 3},
    ],
)
def test_a_rule_that_would_let_a_person_be_read_alone_is_refused(loose):
    with pytest.raises(ValueError, match=r"at least|the most"):
        DisclosureRule(**loose)
