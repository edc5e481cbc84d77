"""The indicators of an invented evaluation, and their values: some too early, due or late, some stale, some split."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.stage import Stage, accepted
from cordee.apps.evaluation.demonstration.told import IndicatorTold, ValueTold
from cordee.apps.evaluation.indicators import operations
from cordee.apps.evaluation.indicators.forms import IndicatorForm, ValueForm
from cordee.apps.evaluation.models import Indicator


def tell(stage: Stage, told: tuple[IndicatorTold, ...]) -> None:
    """Write every indicator with its values."""
    for one in told:
        indicator = _indicator(stage, one)
        for value in one.values:
            _value(stage, indicator, value)


def _indicator(stage: Stage, told: IndicatorTold) -> Indicator:
    typed = stage.typed(told.typed)
    typed["effect"] = str(stage.effects[told.effect].public) if told.effect else ""
    typed["owner_partner"] = stage.public(told.owner)
    form = accepted(IndicatorForm(typed, evaluation=stage.evaluation))
    return operations.add_indicator(stage.evaluation, stage.account, form.said, told.catalogue)


def _value(stage: Stage, indicator: Indicator, told: ValueTold) -> None:
    """Write a figure; when it corrects another, that one was there before."""
    for figure in filter(None, (told.corrects, told.value)):
        typed = {
            "on": stage.day(told.months).isoformat(),
            "value": figure,
            "group": told.group,
            "note": told.note,
            "confidence": told.confidence,
        }
        form = accepted(ValueForm(indicator, typed))
        operations.write_value(indicator, stage.account, **form.cleaned_data)
