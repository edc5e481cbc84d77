"""Effects between the database and the pure floors: rows to core values, rows to the figure of a causal chain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.evaluation.effects import queries
from cordee.apps.evaluation.models import ChainStep, Effect, Evaluation
from cordee.apps.library.addresses import language
from cordee.charts.causal_chain import CausalChain, Stage, Step
from cordee.core import effects as core


def values_of(evaluation: Evaluation) -> list[core.Effect]:
    """Return the effects of an evaluation that are not set aside, with their counts: two queries, however many."""
    return with_counts(evaluation, [one for one in queries.in_brief(evaluation) if one.set_aside_on is None])


def with_counts(evaluation: Evaluation, rows: Sequence[Any]) -> list[core.Effect]:
    """Return effects, or their rows in brief, as core values; what hangs on them is counted in one query."""
    hanging = queries.hanging_of(evaluation)
    return [
        core.Effect(
            key=str(row.public),
            impact=row.impact,
            level=cast("core.Level", row.level),
            title=row.title,
            sign=cast("core.Sign", row.sign),
            expected=row.expected,
            what_changes=row.what_changes,
            for_whom=row.for_whom,
            confidence=cast("core.Confidence", row.confidence),
            **hanging.get(row.pk, queries.Hanging())._asdict(),
        )
        for row in rows
    ]


def shares_of(effect: Effect) -> core.Shares:
    """Return the parts of a change as people estimate them."""
    return core.Shares(effect.claimed_share, effect.deadweight_share, effect.others_share, effect.displacement_share)


def chain_of(effect: Effect) -> CausalChain:
    """Return the figure of the path to an effect, in the language on screen; its title says what it shows."""
    steps = list(effect.steps.all())
    said = {step.kind for step in steps}
    return CausalChain(
        id=f"path-{effect.public}",
        title=title_of(effect.title, len(said)),
        lang=language(),
        stages=tuple(_stage(kind, steps) for kind in ChainStep.Kind),
        assuming=_("À condition que : "),
        missing=_("Reste à dire"),
        headers=(_("Étape"), _("Ce qui se passe"), _("À condition que")),
    )


def title_of(title: str, said: int) -> str:
    """Return what the figure of a path shows: a whole path, or how much of it is told."""
    if said == len(ChainStep.Kind):
        return _("« %(effect)s » : le chemin, des moyens à l’impact") % {"effect": title}
    words = ngettext(
        "« %(effect)s » : %(said)s étape sur 5 est dite", "« %(effect)s » : %(said)s étapes sur 5 sont dites", said
    )
    return words % {"effect": title, "said": said}


def _stage(kind: ChainStep.Kind, steps: list[ChainStep]) -> Stage:
    found = sorted((step for step in steps if step.kind == kind), key=lambda step: step.position)
    return Stage(str(kind.label), tuple(Step(step.text, step.assumption) for step in found))
