"""The invented alliances with their evaluations, and each as the person who runs it reads it."""

from __future__ import annotations

from tests.apps.diagnosis.conftest import reference_pack, stored

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.demonstration.loading import load_demonstration
from cordee.apps.evaluation.models import Evaluation
from cordee.apps.library.queries import REFERENCE_PACK, current_release
from cordee.apps.organisations.demonstration import load_demonstration as load_alliance
from cordee.apps.organisations.models import AllianceRole, RoleKind


def load() -> list[Evaluation]:
    """Load the demonstration on the reference pack."""
    if current_release(REFERENCE_PACK) is None:
        stored(reference_pack())
    return load_demonstration(load_alliance())


def opened(evaluation: Evaluation, kind: RoleKind = RoleKind.FACILITATOR) -> OpenedEvaluation:
    """Open an evaluation as somebody who holds a role in its alliance."""
    roles = AllianceRole.objects.select_related("account", "partner__organisation", "alliance")
    return OpenedEvaluation(evaluation, roles.filter(alliance=evaluation.alliance, kind=kind).order_by("pk")[0])
