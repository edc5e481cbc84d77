"""The frame of an invented evaluation: written row by row, frozen, then signed by a person of each partner."""

from __future__ import annotations

from collections.abc import Mapping

from cordee.apps.evaluation.demonstration.stage import Stage, accepted
from cordee.apps.evaluation.demonstration.told import FramingTold, Typed
from cordee.apps.evaluation.framing import bridge, operations, queries
from cordee.apps.evaluation.framing.figures.forms import TakingForm
from cordee.apps.evaluation.framing.figures.offered import figures_for
from cordee.apps.evaluation.framing.figures.taking import take
from cordee.apps.evaluation.framing.forms import FramingForm
from cordee.apps.evaluation.framing.page_forms import LessonForm, PurposeForm, QuestionsForm, ScopeForm
from cordee.apps.evaluation.framing.row_kinds import GROUND, MEANS, MOMENT, STAKEHOLDER, STEP, RowKind
from cordee.apps.evaluation.framing.signing_form import SignForm
from cordee.apps.evaluation.models import FrameVersion, Lesson, Purpose, Questions, Scope
from cordee.apps.evaluation.models.framing import FramePage
from cordee.core.written_frame import frame_hash

PAGES: Mapping[str, tuple[type[FramePage], type[FramingForm]]] = {
    "purpose": (Purpose, PurposeForm),
    "scope": (Scope, ScopeForm),
    "questions": (Questions, QuestionsForm),
}
"""Questions come after the scope: they are those of its cells."""


def tell(stage: Stage, told: FramingTold) -> None:
    """Write the frame, then freeze it and have all partners sign."""
    for kind, rows in (
        (MOMENT, told.moments),
        (GROUND, told.grounds),
        (STAKEHOLDER, told.stakeholders),
        (STEP, told.steps),
        (MEANS, told.means),
    ):
        for row in rows:
            _add(stage, kind, row)
    for key, title in told.figures.items():
        _take(stage, key, title)
    for name, (model, form) in PAGES.items():
        page = queries.page_of(model, stage.evaluation)
        operations.write_page(page, 1, accepted(form(stage.evaluation, stage.typed(getattr(told, name)))).values)
    for key, text in told.lessons.items():
        _learn(stage, key, text)
    _have_it_signed(stage, _frozen(stage))


def _add(stage: Stage, kind: RowKind, told: Typed) -> None:
    typed = stage.typed(told)
    if typed.get("evidence"):
        typed["evidence"] = str(stage.pieces[typed["evidence"]].public)
    if "partner" in typed:
        typed["partner"] = stage.public(typed["partner"])
    values = accepted(kind.form(stage.evaluation, typed)).values
    operations.add_row(stage.evaluation, kind.model, kind.stored(stage.evaluation, values))


def _take(stage: Stage, key: str, title: str) -> None:
    grounds = queries.grounds_of(stage.evaluation)
    lights = next(str(one.public) for one in grounds if one.title == title)
    form = accepted(TakingForm(figures_for(stage.evaluation.alliance), grounds, {"figures": [key], "ground": lights}))
    take(stage.evaluation, form.taken, stage.today, form.ground)


def _learn(stage: Stage, key: str, text: str) -> None:
    lesson = Lesson(evaluation=stage.evaluation, partner=stage.partner(key))
    values = accepted(LessonForm(stage.evaluation, stage.typed({"text": text}))).values
    operations.write_lesson(lesson, stage.voices[key].account, 1, values)


def _frozen(stage: Stage) -> FrameVersion:
    seen = frame_hash(bridge.frame_of(stage.evaluation))
    return operations.freeze(stage.evaluation, stage.account, seen)


def _have_it_signed(stage: Stage, version: FrameVersion) -> None:
    for key, voice in stage.voices.items():
        form = accepted(SignForm({"name": voice.account.name, "agrees": "on", "seen": version.sha256}))
        operations.sign(version, stage.partner(key), form.cleaned_data["name"], form.cleaned_data["seen"])
