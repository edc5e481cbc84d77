"""How invented partners judge: rubrics agreed, what each gives, what all say, who does not join, a page open to all."""

from __future__ import annotations

from django.conf import settings
from django.utils.module_loading import import_string

from cordee.apps.evaluation.demonstration.stage import Stage, accepted
from cordee.apps.evaluation.demonstration.told import JudgementTold, RubricTold
from cordee.apps.evaluation.judgement import operations, queries
from cordee.apps.evaluation.judgement.bridge import WORDS
from cordee.apps.evaluation.judgement.forms import (
    AgreementForm,
    CommonForm,
    DissentForm,
    JudgementForm,
    LimitsForm,
    RubricForm,
)
from cordee.apps.evaluation.models import CommonJudgement, Rubric
from cordee.apps.evaluation.queries import words_of


def tell(stage: Stage, told: JudgementTold) -> None:
    """Agree on the rubrics, judge on each, say the limits."""
    cells = {cell.id: cell for cell in words_of(stage.evaluation).cells}
    operations.choose(stage.evaluation, stage.account, [cells[one.cell] for one in told.rubrics])
    rubrics = queries.rubrics_in(queries.current_set(stage.evaluation))
    for rubric, one in zip(rubrics, told.rubrics, strict=True):
        _word(rubric, one)
    how = accepted(AgreementForm({"how": told.agreed})).cleaned_data["how"]
    operations.agree(stage.evaluation, stage.leader.role.kind, how)
    for rubric, one in zip(rubrics, told.rubrics, strict=True):
        _judge(stage, rubric, one)
    limits = accepted(LimitsForm(stage.typed(told.limits))).values
    operations.state_limits(queries.limits_of(stage.evaluation), 1, limits)


def _word(rubric: Rubric, told: RubricTold) -> None:
    if told.words:
        kept = {name: getattr(rubric, name) for name in WORDS}
        form = accepted(RubricForm({**kept, **told.words, "version": rubric.version}))
        operations.word(rubric, rubric.version, form.values)


def _judge(stage: Stage, rubric: Rubric, told: RubricTold) -> None:
    for key, given in told.given.items():
        draft = queries.draft_of(rubric, stage.partner(key))
        operations.give(draft, 1, accepted(JudgementForm(stage.typed(given))).values)
    if told.common is None:
        return
    operations.record_common(rubric, stage.account, 1, accepted(CommonForm(stage.typed(told.common))).values)
    common = CommonJudgement.objects.get(rubric=rubric)
    for key, words in told.dissents.items():
        operations.dissent(common, stage.partner(key), 1, accepted(DissentForm(stage.typed(words))).values)


def publish(stage: Stage) -> None:
    """Propose the report for anybody to read, and have every partner consent to it."""
    document = import_string(settings.EVALUATION_DOCUMENT)(stage.leader)
    proposed = operations.propose(stage.evaluation, stage.leader.role.kind, document)
    for key, voice in stage.voices.items():
        operations.consent(proposed, stage.partner(key), voice.account, given=True)
