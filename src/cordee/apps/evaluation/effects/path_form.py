"""The path to an effect as people write it: five stages, a few steps each, and what each step takes for granted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.models import ChainStep, Effect
from cordee.apps.organisations.forms.fields import LineField, VersionedForm

STAGES: dict[str, object] = {
    ChainStep.Kind.INPUTS: _("Ce que vous y mettez : du temps, de l’argent, un lieu, des savoir-faire."),
    ChainStep.Kind.ACTIVITIES: _("Ce que vous faites avec."),
    ChainStep.Kind.OUTPUTS: _("Ce qui en sort, que l’on peut compter : des rencontres, des outils, des trajets."),
    ChainStep.Kind.OUTCOMES: _("Ce que cela change pour les personnes, assez vite."),
    ChainStep.Kind.IMPACT: _("Ce qui reste changé plus tard."),
}
"""What to think of at each stage of the path."""
MOST_STEPS = 3
"""How many steps a stage of the path holds on its form."""


@dataclass(frozen=True)
class StepRow:
    """The two fields of a step: its words, and what it takes for granted."""

    step: forms.BoundField
    condition: forms.BoundField

    @property
    def is_written(self) -> bool:
        """Tell whether something stands in it."""
        return bool(self.step.value() or self.condition.value())


@dataclass(frozen=True)
class Stage:
    """A stage of the path as its form shows it."""

    name: Any
    hint: object
    first: tuple[StepRow, ...]
    others: tuple[StepRow, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether the folded steps must be seen."""
        return any(row.is_written for row in self.others)


class PathForm(VersionedForm):
    """The path to an effect: for each stage a few steps, each with what it takes for granted."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for kind in ChainStep.Kind:
            for number in range(1, MOST_STEPS + 1):
                step, asked = f"{kind.label} {number}", gettext("à condition que")
                self.fields[f"{kind.value}_{number}"] = LineField(label=step, max_length=200, required=False)
                self.fields[f"{kind.value}_{number}_if"] = LineField(
                    label=f"{step}, {asked}", max_length=200, required=False
                )

    @property
    def stages(self) -> list[Stage]:
        """Return the fields stage by stage; the steps after the first are folded while they are empty."""
        return [Stage(kind.label, STAGES[kind], self._rows(kind, 1), self._rows(kind, 2)) for kind in ChainStep.Kind]

    def _rows(self, kind: ChainStep.Kind, first: int) -> tuple[StepRow, ...]:
        last = 1 if first == 1 else MOST_STEPS
        names = [f"{kind.value}_{number}" for number in range(first, last + 1)]
        return tuple(StepRow(self[name], self[f"{name}_if"]) for name in names)

    @staticmethod
    def initial_of(effect: Effect) -> dict[str, Any]:
        """Return the steps kept now."""
        names = [f"{kind.value}_{number}" for kind in ChainStep.Kind for number in range(1, MOST_STEPS + 1)]
        initial: dict[str, Any] = {
            "version": effect.version,
            **dict.fromkeys([*names, *(f"{n}_if" for n in names)], ""),
        }
        for step in effect.steps.all():
            name = f"{step.kind}_{step.position}"
            initial.update({name: step.text, f"{name}_if": step.assumption})
        return initial

    def clean(self) -> dict[str, Any]:
        """Refuse an assumption about a step that is not written."""
        cleaned = super().clean() or self.cleaned_data
        for name in [name for name in cleaned if name.endswith("_if") and cleaned[name]]:
            if not cleaned.get(name.removesuffix("_if")):
                self.add_error(name.removesuffix("_if"), _("Écrivez l’étape dont dépend cette condition."))
        return cleaned


def steps_in(values: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return the steps that a form tells, in their order: kind, words, assumption."""
    names = [(kind.value, f"{kind.value}_{number}") for kind in ChainStep.Kind for number in range(1, MOST_STEPS + 1)]
    return [(kind, values[name], values[f"{name}_if"]) for kind, name in names if values[name]]
