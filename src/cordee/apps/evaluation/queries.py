"""What the evaluation reads: the evaluations of an alliance, one behind its address, the words it refers to."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.models import Evaluation
from cordee.apps.library.queries import pack_of
from cordee.apps.organisations.models import Alliance, AllianceRole, Partner
from cordee.core.packs.pack import Pack


def evaluations_of(alliance: Alliance) -> QuerySet[Evaluation]:
    """Return the evaluations of an alliance, the latest first."""
    return alliance.evaluations.order_by("-created_at", "-pk")


def evaluation_behind(public: uuid.UUID, account: Account) -> tuple[Evaluation, AllianceRole] | None:
    """Return an evaluation and the reader's role in its alliance; None for a stranger."""
    rows = Evaluation.objects.select_related("alliance", "release").defer("release__document")
    roles = AllianceRole.objects.select_related("partner__organisation")
    try:
        evaluation = rows.get(public=public)
        role = roles.get(alliance=evaluation.alliance_id, account=account)
    except (Evaluation.DoesNotExist, AllianceRole.DoesNotExist):
        return None
    role.account = account
    return evaluation, role


def partners_of(evaluation: Evaluation) -> list[Partner]:
    """Return the partners that take part, those that left included, in the order of their names."""
    partners = evaluation.alliance.partners.select_related("organisation")
    return sorted(partners, key=lambda partner: (partner.organisation.name.casefold(), partner.pk))


def words_of(evaluation: Evaluation) -> Pack:
    """Return the pack whose impacts, approaches and objects the evaluation refers to."""
    return pack_of(evaluation.release)
