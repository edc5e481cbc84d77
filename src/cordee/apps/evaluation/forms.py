"""What people may send about an evaluation as a whole."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.models import Evaluation
from cordee.apps.organisations.forms.fields import EntranceForm, LineField, VersionedForm


class TitleForm(EntranceForm):
    """The title of an evaluation."""

    title = LineField(
        label=_("Titre de l’évaluation"),
        max_length=160,
        help_text=_("Par exemple : « Bilan des trois premières années »."),
        error_messages={"required": _("Donnez-lui un titre, même provisoire : il pourra changer.")},
    )


class TitleChangeForm(TitleForm, VersionedForm):
    """The same, for an evaluation that others may be renaming."""

    @staticmethod
    def initial_of(evaluation: Evaluation) -> dict[str, Any]:
        """Return what is kept now."""
        return {"title": evaluation.title, "version": evaluation.version}
