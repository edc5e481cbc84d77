"""The verbs of the judgement: choose, agree, judge, say together, dissent, propose a page, consent or take it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.judgement import permissions, queries
from cordee.apps.evaluation.judgement.bridge import WORDS, frozen_words, proposal_of
from cordee.apps.evaluation.judgement.permissions import Answer, Reason, Refused, demand
from cordee.apps.evaluation.models import (
    CommonJudgement,
    Evaluation,
    EvaluationLimits,
    Judgement,
    JudgementDissent,
    JudgementDraft,
    PublicConsent,
    PublicDocument,
    PublicOpening,
    Rubric,
    RubricAgreement,
    RubricSet,
)
from cordee.apps.organisations.concurrency import ChangedMeanwhile, change
from cordee.apps.organisations.models import Partner
from cordee.core.document import Document
from cordee.core.document_json import fingerprint, to_json
from cordee.core.packs.referential import Cell


def _held(evaluation: Evaluation) -> Evaluation:
    """Hold the row of an evaluation, so that two people do not open, agree or give at the same instant."""
    return Evaluation.objects.select_for_update().get(pk=evaluation.pk)


@transaction.atomic
def choose(evaluation: Evaluation, by: Account | None, cells: Sequence[Cell]) -> None:
    """Add a rubric for each cell that has none yet, with the words of the référentiel."""
    _held(evaluation)
    rubrics = queries.current_set(evaluation)
    demand(permissions.may_word(agreed=queries.is_agreed(rubrics)))
    if rubrics is None:
        rubrics = RubricSet.objects.create(evaluation=evaluation, number=1, begun_by=by)
    for cell in cells:
        words = proposal_of(cell)
        place = {name: words.pop(name) for name in ("approach", "object")}
        Rubric.objects.get_or_create(rubrics=rubrics, **place, defaults=words)


@transaction.atomic
def word(rubric: Rubric, seen: int, values: Mapping[str, Any]) -> None:
    """Change the words of a rubric that is not agreed; raise ChangedMeanwhile when somebody did it first."""
    _held(rubric.rubrics.evaluation)
    demand(permissions.may_word(agreed=_agreed_now(rubric)))
    change(rubric, seen, values)


@transaction.atomic
def remove(rubric: Rubric) -> None:
    """Take a rubric out of a set that is not agreed."""
    _held(rubric.rubrics.evaluation)
    demand(permissions.may_word(agreed=_agreed_now(rubric)))
    rubric.delete()


def _agreed_now(rubric: Rubric) -> bool:
    return RubricAgreement.objects.filter(rubrics=rubric.rubrics_id).exists()


@transaction.atomic
def agree(evaluation: Evaluation, kind: str, how: str) -> RubricAgreement:
    """Freeze the present rubrics word for word, under their fingerprint."""
    _held(evaluation)
    rubrics = queries.current_set(evaluation)
    rows = queries.rubrics_in(rubrics)
    demand(permissions.may_agree(kind, agreed=queries.is_agreed(rubrics), rubrics=len(rows)))
    if rubrics is None:
        raise Refused(Answer(Reason.EMPTY))
    words = frozen_words(rows)
    return RubricAgreement.objects.create(rubrics=rubrics, how=how, document=words, sha256=fingerprint(words))


@transaction.atomic
def open_new(evaluation: Evaluation, kind: str, by: Account | None) -> RubricSet:
    """Open a new set with the words of the one that is agreed; what was judged by that one stays with it."""
    _held(evaluation)
    former = queries.current_set(evaluation)
    number = 0 if former is None else former.number
    demand(permissions.may_open_new(kind, agreed=queries.is_agreed(former), sets=number))
    rubrics = RubricSet.objects.create(evaluation=evaluation, number=number + 1, begun_by=by)
    for rubric in queries.rubrics_in(former):
        words = {name: getattr(rubric, name) for name in ("approach", "object", *WORDS)}
        Rubric.objects.create(rubrics=rubrics, **words)
    return rubrics


def keep_draft(draft: JudgementDraft, seen: int, values: Mapping[str, Any]) -> None:
    """Keep what a partner is writing; raise ChangedMeanwhile when a colleague wrote meanwhile."""
    if draft._state.adding:
        kept, is_new = JudgementDraft.objects.get_or_create(
            rubric=draft.rubric, partner=draft.partner, defaults=dict(values)
        )
        if not is_new:
            raise ChangedMeanwhile(kept)
        draft.pk, draft._state.adding = kept.pk, False
        return
    change(draft, seen, values)


@transaction.atomic
def give(draft: JudgementDraft, seen: int, values: Mapping[str, Any]) -> Judgement:
    """Give a judgement: it is written once, its number follows the former one, and the draft is empty again."""
    rubric = draft.rubric
    _held(rubric.rubrics.evaluation)
    keep_draft(draft, seen, values)
    former = rubric.judgements.filter(partner=draft.partner).aggregate(last=Max("number"))["last"] or 0
    given = Judgement.objects.create(rubric=rubric, partner=draft.partner, number=former + 1, **values)
    JudgementDraft.objects.filter(pk=draft.pk).delete()
    return given


@transaction.atomic
def record_common(rubric: Rubric, by: Account, seen: int, values: Mapping[str, Any]) -> None:
    """Write what all say together; the dissents stay, each with the version it was about."""
    signed = {**values, "recorded_by": by, "recorded_at": timezone.now()}
    kept = CommonJudgement.objects.filter(rubric=rubric).first()
    if kept is not None:
        change(kept, seen, signed)
        return
    row, is_new = CommonJudgement.objects.get_or_create(rubric=rubric, defaults=signed)
    if not is_new:
        raise ChangedMeanwhile(row)


def dissent(common: CommonJudgement, partner: Partner, seen: int, values: Mapping[str, Any]) -> None:
    """Write that a partner does not join the common judgement as it stands; again, its words replace its own."""
    signed = {**values, "of_version": common.version, "added_at": timezone.now()}
    kept = common.dissents.filter(partner=partner).first()
    if kept is not None:
        change(kept, seen, signed)
        return
    row, is_new = JudgementDissent.objects.get_or_create(common=common, partner=partner, defaults=signed)
    if not is_new:
        raise ChangedMeanwhile(row)


def take_back_dissent(common: CommonJudgement, partner: Partner) -> None:
    """Take back the dissent of a partner, on its own behalf."""
    common.dissents.filter(partner=partner).delete()


def state_limits(limits: EvaluationLimits, seen: int, values: Mapping[str, Any]) -> None:
    """Write what the evaluation cannot say; raise ChangedMeanwhile when somebody did it first."""
    if not limits._state.adding:
        change(limits, seen, values)
        return
    row, is_new = EvaluationLimits.objects.get_or_create(evaluation=limits.evaluation, defaults=dict(values))
    if not is_new:
        raise ChangedMeanwhile(row)


@transaction.atomic
def propose(evaluation: Evaluation, kind: str, document: Document) -> PublicDocument:
    """Freeze a document for partners to consent to; nobody outside reads it before they all do."""
    _held(evaluation)
    demand(permissions.may_propose(kind, already=evaluation.public_documents.count()))
    text = to_json(document)
    asked = [str(partner.public) for partner in queries.present_partners(evaluation)]
    return PublicDocument.objects.create(evaluation=evaluation, document=text, sha256=fingerprint(text), asked=asked)


@transaction.atomic
def consent(document: PublicDocument, partner: Partner, by: Account, *, given: bool) -> None:
    """Write what a partner says of one exact document; the page opens with the last yes, and closes with any no."""
    _held(document.evaluation)
    PublicConsent.objects.update_or_create(
        document=document,
        partner=partner,
        defaults={"given": given, "sha256": document.sha256, "said_by": by, "said_at": timezone.now()},
    )
    if queries.openness(document) is queries.Openness.OPEN and not hasattr(document, "opening"):
        PublicOpening.objects.create(document=document)
