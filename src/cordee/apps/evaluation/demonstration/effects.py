"""The effects of an invented evaluation: qualified, with their path, illustrated, some withdrawn, some set aside."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.stage import Stage, accepted, upload_of
from cordee.apps.evaluation.demonstration.told import EffectTold, IllustrationTold
from cordee.apps.evaluation.effects import operations
from cordee.apps.evaluation.effects.forms import EffectForm, IllustrationForm, PathForm, RemoveForm, steps_in
from cordee.apps.evaluation.models import Effect
from cordee.apps.evaluation.queries import words_of


def tell(stage: Stage, told: tuple[EffectTold, ...]) -> None:
    """Write every effect with all that hangs on it."""
    for one in told:
        stage.effects[one.key] = _effect(stage, one)


def _effect(stage: Stage, told: EffectTold) -> Effect:
    form = accepted(EffectForm(stage.typed(told.typed), words=words_of(stage.evaluation)))
    effect = operations.add(stage.evaluation, stage.account, form.values)
    if told.path:
        path = accepted(PathForm({"version": effect.version, **_path_typed(told)}))
        operations.tell_path(effect, effect.version, steps_in(path.values))
    for illustration in told.shown:
        _show(stage, effect, illustration)
    if told.set_aside:
        leave = accepted(RemoveForm({"version": effect.version, "reason": told.set_aside}))
        operations.set_aside(effect, effect.version, leave.cleaned_data["reason"])
    return effect


def _path_typed(told: EffectTold) -> dict[str, str]:
    typed: dict[str, str] = {}
    for kind, words, condition in told.path:
        number = 1 + sum(name.startswith(f"{kind}_") and not name.endswith("_if") for name in typed)
        typed |= {f"{kind}_{number}": words, f"{kind}_{number}_if": condition}
    return typed


def _show(stage: Stage, effect: Effect, told: IllustrationTold) -> None:
    files = {"file": upload_of(told.file)} if told.file else None
    form = accepted(IllustrationForm(stage.typed(told.typed), files))
    row = operations.illustrate(effect, stage.account, form.values, form.cleaned_data["file"])
    if told.withdrawn:
        operations.withdraw(row, stage.account, told.withdrawn)
