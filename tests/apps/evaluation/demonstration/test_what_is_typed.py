"""What is told in a few signs is typed as the forms of the pages read it."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from cordee.apps.evaluation.demonstration import balance, efficiency, relations
from cordee.apps.evaluation.demonstration.bocage.whole import BOCAGE
from cordee.apps.evaluation.demonstration.passerelles.whole import PASSERELLES
from cordee.apps.evaluation.demonstration.told import EvaluationTold, SaidOf

each_evaluation = pytest.mark.parametrize("told", [PASSERELLES, BOCAGE], ids=["small", "large"])


@pytest.mark.parametrize("module", [balance, efficiency, relations], ids=lambda one: one.__name__.rsplit(".")[-1])
def test_the_worked_examples_hold(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed


def test_a_family_without_an_amount_has_a_level_alone() -> None:
    assert balance.typed_of(SaidOf("", "money 12000 2")) == {
        "version": "1",
        "received_money_amount": "12000",
        "received_money": "2",
    }


def test_too_few_levels_are_refused_rather_than_guessed() -> None:
    with pytest.raises(ValueError, match="shorter"):
        relations.typed_of("343 23")


@each_evaluation
def test_every_key_names_a_partner_or_an_effect(told: EvaluationTold) -> None:
    partners, effects = set(told.partners), {one.key for one in told.effects}
    assert {one.owner for one in told.indicators} <= partners | {""}
    assert {one.effect for one in told.indicators} <= effects | {""}
    assert set(told.framing.lessons) == set(told.balance.sides) == partners
    assert set(told.relations.sheets) <= partners
    for rubric in told.judgement.rubrics:
        assert set(rubric.given) == partners
        assert set(rubric.dissents) <= partners


@each_evaluation
def test_nobody_speaks_of_itself(told: EvaluationTold) -> None:
    assert not any(key in side.about for key, side in told.balance.sides.items())
    assert not any(key in sheet for key, sheet in told.relations.sheets.items())
