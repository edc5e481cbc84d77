"""Where relations stand, in a few words."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.relations.queries import response_of, survey_of


def standing(opened: OpenedEvaluation) -> str:
    """Say whether partners were asked, how many answered, whether it is closed."""
    survey = survey_of(opened.evaluation)
    if survey is None:
        return _("Pas encore ouvert")
    response = response_of(survey)
    said = ngettext("%(answered)s réponse sur %(asked)s", "%(answered)s réponses sur %(asked)s", response.answered) % {
        "answered": response.answered,
        "asked": response.asked,
    }
    return _("Clos : %(said)s") % {"said": said} if survey.closed_at else said
