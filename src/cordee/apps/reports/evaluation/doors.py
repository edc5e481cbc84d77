"""From an evaluation to its report."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.doors import Door


def of_evaluation(opened: OpenedEvaluation) -> Iterable[Door]:
    """Lead whoever reads an evaluation to its report."""
    yield Door(
        _("Le rapport"),
        _("Tout ce que l’évaluation dit, à lire ici ou à emporter : PDF, texte, diapositives, tableur, données."),
        reverse("evaluation-report:page", args=[opened.evaluation.public]),
    )
