"""The kinds of rows of a framing: what each is kept as, written with, and called; the views are the same for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.framing.forms import (
    FramingForm,
    GroundForm,
    MeansForm,
    MomentForm,
    StakeholderForm,
    StepForm,
)
from cordee.apps.evaluation.models import Evaluation, Ground, KeyMoment, Means, Stakeholder, Step
from cordee.apps.evaluation.models.framing import FramingRow
from cordee.apps.evidence.models import Evidence
from cordee.core.goal_targets import check_targets

Values = Mapping[str, Any]


def as_they_are(evaluation: Evaluation, values: Values) -> dict[str, Any]:
    """Keep the values of a form as they are."""
    return dict(values)


def with_evidence(evaluation: Evaluation, values: Values) -> dict[str, Any]:
    """Put a piece of the alliance in place of its identifier."""
    pieces = Evidence.objects.filter(alliance=evaluation.alliance_id)
    return {**values, "evidence": pieces.filter(public=values["evidence"]).first() if values["evidence"] else None}


def with_partner(evaluation: Evaluation, values: Values) -> dict[str, Any]:
    """Put a partner of the alliance in place of its identifier."""
    partners = evaluation.alliance.partners
    return {**values, "partner": partners.filter(public=values["partner"]).first() if values["partner"] else None}


def with_codes(evaluation: Evaluation, values: Values) -> dict[str, Any]:
    """Put a list of codes in place of the line where they were written."""
    return {**values, "targets": list(check_targets(values["targets"]).codes)}


@dataclass(frozen=True)
class RowKind:
    """A kind of row: `key` names its addresses, `listed` the page that lists it."""

    key: str
    listed: str
    model: type[FramingRow]
    form: type[FramingForm]
    adding: str | Promise
    changing: str | Promise
    stored: Callable[[Evaluation, Values], dict[str, Any]] = as_they_are


MOMENT = RowKind(
    "moment", "framing-path", KeyMoment, MomentForm, _("Ajouter un moment"), _("Changer ce moment"), with_evidence
)
GROUND = RowKind(
    "ground",
    "framing-grounds",
    Ground,
    GroundForm,
    _("Ajouter une fragilité ou une transition"),
    _("Changer cette ligne du territoire"),
    with_codes,
)
STAKEHOLDER = RowKind(
    "stakeholder",
    "framing-stakeholders",
    Stakeholder,
    StakeholderForm,
    _("Ajouter une partie prenante"),
    _("Changer cette partie prenante"),
)
STEP = RowKind("step", "framing-calendar", Step, StepForm, _("Ajouter une étape"), _("Changer cette étape"))
MEANS = RowKind(
    "cost", "framing-means", Means, MeansForm, _("Ajouter des moyens"), _("Changer ces moyens"), with_partner
)
