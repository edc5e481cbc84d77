"""What the judgement reads: the present rubrics, what each partner gave, what a reader may see, who consented."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.judgement import permissions
from cordee.apps.evaluation.judgement.permissions import Answer
from cordee.apps.evaluation.models import (
    CommonJudgement,
    Evaluation,
    EvaluationLimits,
    Judgement,
    JudgementDraft,
    PublicConsent,
    PublicDocument,
    Rubric,
    RubricSet,
)
from cordee.apps.evaluation.queries import partners_of
from cordee.apps.organisations.models import Partner


def is_there(partner: Partner) -> bool:
    """Tell whether a partner has not left."""
    return partner.left_on is None or partner.left_on > timezone.localdate()


def present_partners(evaluation: Evaluation) -> list[Partner]:
    """Return the partners that have not left, by name."""
    return [partner for partner in partners_of(evaluation) if is_there(partner)]


def current_set(evaluation: Evaluation) -> RubricSet | None:
    """Return the newest set of rubrics, agreed or not."""
    return evaluation.rubric_sets.select_related("agreement").order_by("number").last()


def judged_set(evaluation: Evaluation) -> RubricSet | None:
    """Return the newest agreed set: the one by which partners judge."""
    rows = evaluation.rubric_sets.filter(agreement__isnull=False).select_related("agreement")
    return rows.order_by("number").last()


def former_sets(evaluation: Evaluation) -> list[RubricSet]:
    """Return the sets that were agreed and that another one replaced, the latest first."""
    judged = judged_set(evaluation)
    if judged is None:
        return []
    rows = evaluation.rubric_sets.filter(agreement__isnull=False, number__lt=judged.number)
    return list(rows.select_related("agreement").order_by("-number"))


def is_agreed(rubrics: RubricSet | None) -> bool:
    """Tell whether a set was agreed."""
    return rubrics is not None and hasattr(rubrics, "agreement")


def rubrics_in(rubrics: RubricSet | None) -> list[Rubric]:
    """Return the rubrics of a set, in the order in which they were chosen."""
    return [] if rubrics is None else list(rubrics.rubrics.order_by("pk"))


def rubric_behind(evaluation: Evaluation, public: uuid.UUID) -> Rubric | None:
    """Return a rubric of an evaluation by its address, or nothing."""
    rows = Rubric.objects.select_related("rubrics__agreement", "common")
    return rows.filter(rubrics__evaluation=evaluation, public=public).first()


def speaks(opened: OpenedEvaluation) -> Answer:
    """Say whether the reader speaks for a partner that is there."""
    partner = opened.partner
    left = partner is not None and not is_there(partner)
    return permissions.may_speak(opened.role.kind, has_partner=partner is not None, left=left)


@dataclass(frozen=True)
class Bench:
    """A rubric with what was judged on it, as a reader may see it; `given` is empty while they may not."""

    rubric: Rubric
    partners: list[Partner]
    own: list[Judgement]
    given: list[Judgement]
    gave: set[int]
    sees: Answer
    common: CommonJudgement | None
    current: bool

    @property
    def latest(self) -> list[Judgement]:
        """The last judgement of each partner, by name of partner."""
        last = {judgement.partner_id: judgement for judgement in self.given}
        return sorted(last.values(), key=lambda one: one.partner.organisation.name.casefold())

    @property
    def waiting(self) -> list[Partner]:
        """The partners that are there and have not given theirs."""
        return [partner for partner in self.partners if partner.pk not in self.gave]


def bench_of(opened: OpenedEvaluation, rubric: Rubric) -> Bench:
    """Gather what was judged on a rubric, and hold back what the reader may not see yet."""
    evaluation = opened.evaluation
    rows = rubric.judgements.select_related("partner__organisation").order_by("given_at", "number", "pk")
    given, partners, partner = list(rows), present_partners(evaluation), opened.partner
    gave = {judgement.partner_id for judgement in given}
    own = [judgement for judgement in given if partner is not None and judgement.partner_id == partner.pk]
    sees = permissions.may_see_others(
        partner_judges=partner is not None and is_there(partner),
        own_given=bool(own),
        all_given=bool(partners) and all(one.pk in gave for one in partners),
    )
    judged = judged_set(evaluation)
    current = judged is not None and judged.pk == rubric.rubrics_id
    if not sees.allowed and not current:
        sees = _after_closing(opened, rubric, judged)
    return Bench(
        rubric=rubric,
        partners=partners,
        own=own,
        given=given if sees.allowed else [],
        gave=gave,
        sees=sees,
        common=getattr(rubric, "common", None),
        current=current,
    )


def _after_closing(opened: OpenedEvaluation, rubric: Rubric, judged: RubricSet | None) -> Answer:
    """Say who reads a question of a former set where nobody can judge any more: as its successor of today allows.

    So nobody is led by what others thought of a question before having judged the same one.
    """
    rows = Rubric.objects.select_related("rubrics__agreement", "common")
    successor = rows.filter(rubrics=judged, approach=rubric.approach, object=rubric.object).first()
    return permissions.YES if successor is None else bench_of(opened, successor).sees


def benches_of(opened: OpenedEvaluation) -> list[Bench]:
    """Return every rubric of the agreed set with what the reader may see of it."""
    return benches_in(opened, judged_set(opened.evaluation))


def benches_in(opened: OpenedEvaluation, rubrics: RubricSet | None) -> list[Bench]:
    """Return every rubric of a set with what the reader may see of it."""
    rows = [] if rubrics is None else rubrics.rubrics.select_related("rubrics__agreement", "common").order_by("pk")
    return [bench_of(opened, rubric) for rubric in rows]


def draft_of(rubric: Rubric, partner: Partner) -> JudgementDraft:
    """Return what a partner is writing on a rubric: the row kept, or an empty one not yet kept."""
    kept = JudgementDraft.objects.filter(rubric=rubric, partner=partner).first()
    return kept or JudgementDraft(rubric=rubric, partner=partner)


def limits_of(evaluation: Evaluation) -> EvaluationLimits:
    """Return the limits of an evaluation: the row kept, or an empty one not yet kept."""
    return EvaluationLimits.objects.filter(evaluation=evaluation).first() or EvaluationLimits(evaluation=evaluation)


class Openness(StrEnum):
    """To whom a proposed document is open."""

    WAITING = "waiting"
    OPEN = "open"
    WITHDRAWN = "withdrawn"


def consents_of(document: PublicDocument) -> dict[int, PublicConsent]:
    """Return what each partner last said of this exact document, by partner."""
    said = document.consents.filter(sha256=document.sha256)
    return {consent.partner_id: consent for consent in said}


def asked_of(document: PublicDocument) -> list[Partner]:
    """Return whose consent a document needs: the partners of the day it was proposed, and those of today."""
    asked = set(document.asked)
    return [
        partner for partner in partners_of(document.evaluation) if is_there(partner) or str(partner.public) in asked
    ]


def openness(document: PublicDocument) -> Openness:
    """Say to whom a document is open: to anybody when every partner asked says yes and none, left or not, says no."""
    said = consents_of(document)
    asked = asked_of(document)
    refused = any(not consent.given for consent in said.values())
    if asked and not refused and all(partner.pk in said for partner in asked):
        return Openness.OPEN
    return Openness.WITHDRAWN if hasattr(document, "opening") else Openness.WAITING


def documents_of(evaluation: Evaluation) -> list[PublicDocument]:
    """Return the documents proposed, the latest first."""
    return list(evaluation.public_documents.select_related("opening", "evaluation__alliance").order_by("-pk"))


def document_behind(public: uuid.UUID, evaluation: Evaluation | None = None) -> PublicDocument | None:
    """Return a proposed document by its address, or nothing."""
    rows = PublicDocument.objects.select_related("opening", "evaluation__alliance").filter(public=public)
    return (rows if evaluation is None else rows.filter(evaluation=evaluation)).first()
