"""Loads the invented evaluations: all passes through the forms and the operations of the pages, none is a raw row.

Nobody receives anything: the people are invented, and no indicator bears an address to remind.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from cordee.apps.evaluation import operations
from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.demonstration import (
    balance,
    effects,
    efficiency,
    framing,
    indicators,
    judgement,
    relations,
)
from cordee.apps.evaluation.demonstration.bocage.alliance import TABLE
from cordee.apps.evaluation.demonstration.bocage.whole import BOCAGE
from cordee.apps.evaluation.demonstration.passerelles.whole import PASSERELLES
from cordee.apps.evaluation.demonstration.stage import Stage, upload_of
from cordee.apps.evaluation.demonstration.told import EvaluationTold
from cordee.apps.evaluation.models import Evaluation
from cordee.apps.evidence import operations as archive
from cordee.apps.organisations.demonstration import Demonstration, put_back
from cordee.apps.organisations.models import AllianceRole, Partner


def load_demonstration(made: Demonstration, today: date | None = None) -> list[Evaluation]:
    """Give each invented alliance its evaluation, once; `made` is the one that other rooms build on."""
    return [load(made, PASSERELLES, today), load(put_back(TABLE), BOCAGE, today)]


@transaction.atomic
def load(made: Demonstration, told: EvaluationTold, today: date | None = None) -> Evaluation:
    """Give an invented alliance an evaluation, unless it has one: what was signed is never written again."""
    kept = made.alliance.evaluations.order_by("pk").first()
    if kept is not None:
        return kept
    with override("fr"):
        return _play(made, told, today or timezone.localdate())


def _play(made: Demonstration, told: EvaluationTold, today: date) -> Evaluation:
    evaluation = operations.begin(made.alliance, made.facilitator, told.title)
    stage = _stage(evaluation, told.partners, made.partners, today)
    for key, piece in told.pieces.items():
        stage.pieces[key] = archive.keep(made.alliance, made.facilitator, title=piece.title, upload=upload_of(piece))
    framing.tell(stage, told.framing)
    effects.tell(stage, told.effects)
    indicators.tell(stage, told.indicators)
    balance.tell(stage, told.balance)
    efficiency.tell(stage, told.efficiency)
    relations.tell(stage, told.relations)
    judgement.tell(stage, told.judgement)
    if told.judgement.is_public:
        judgement.publish(stage)
    return evaluation


def _stage(evaluation: Evaluation, keys: Sequence[str], partners: Sequence[Partner], today: date) -> Stage:
    """Open the evaluation in the name of each partner; the first one runs the alliance."""
    roles = AllianceRole.objects.filter(alliance=evaluation.alliance).select_related("account", "partner__organisation")
    by_partner = {role.partner_id: OpenedEvaluation(evaluation, role) for role in roles.order_by("-pk")}
    voices = {key: by_partner[partner.pk] for key, partner in zip(keys, partners, strict=True)}
    return Stage(leader=voices[keys[0]], voices=voices, today=today)
