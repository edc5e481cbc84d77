"""What the pages of the framing begin with: the row on screen, who speaks for a partner, the words of a refusal."""

from __future__ import annotations

import uuid
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.framing import queries
from cordee.apps.evaluation.framing.permissions import Speaker, SpokenFor, VoiceReason
from cordee.apps.evaluation.framing.row_kinds import RowKind
from cordee.apps.evaluation.framing.telling import voice_said
from cordee.apps.evaluation.models import FrameVersion
from cordee.apps.evaluation.models.framing import FramingRow
from cordee.apps.organisations.models import Partner
from cordee.apps.ui.errors import ErrorWords, error_page


def found(opened: OpenedEvaluation, kind: RowKind, public: uuid.UUID) -> FramingRow:
    """Return a row of the evaluation on screen; any other does not exist."""
    row = queries.row_behind(kind.model, public, opened.evaluation)
    if row is None:
        raise Http404
    return row


def found_version(opened: OpenedEvaluation, number: int) -> FrameVersion:
    """Return a frozen version of the evaluation on screen; any other does not exist."""
    version = next((one for one in queries.versions_of(opened.evaluation) if one.number == number), None)
    if version is None:
        raise Http404
    return version


def found_partner(opened: OpenedEvaluation, public: uuid.UUID) -> Partner:
    """Return a partner of the alliance on screen; any other does not exist."""
    partner = opened.alliance.partners.select_related("organisation").filter(public=public).first()
    if partner is None:
        raise Http404
    return partner


def speaker(opened: OpenedEvaluation) -> Speaker:
    """Return what the reader is in the alliance."""
    return Speaker(opened.role.kind, opened.role.partner_id)


def spoken_for(partner: Partner, with_people: set[int], today: date | None = None) -> SpokenFor:
    """Return a partner as permissions see it; `with_people` are those for whom somebody may write."""
    day = today or timezone.localdate()
    takes_part = partner.left_on is None or partner.left_on > day
    return SpokenFor(partner.pk, takes_part, partner.pk in with_people)


def kept_closed(request: HttpRequest, reason: VoiceReason) -> HttpResponse:
    """Say why somebody may not speak for a partner."""
    return error_page(request, 403, lambda: closed_words(reason))


def closed_words(reason: VoiceReason) -> ErrorWords:
    """Return the words of a page where one speaks for a partner."""
    steps = (
        _("Demandez à une personne de ce partenaire de le faire, ou de vous faire inviter en son nom."),
        _("Revenez à la page précédente : rien n’a été changé."),
    )
    return ErrorWords(_("Cette page ne vous est pas ouverte"), voice_said(reason), steps)
