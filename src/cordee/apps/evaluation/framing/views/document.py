"""The written frame: the draft on one page, frozen as a version, read again, signed by partners, saved as a file."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cordee.apps.evaluation import permissions
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.framing import bridge, operations, queries
from cordee.apps.evaluation.framing.permissions import Voice, VoiceReason, may_sign_for
from cordee.apps.evaluation.framing.report import signing_section
from cordee.apps.evaluation.framing.signing_form import SignForm
from cordee.apps.evaluation.framing.telling import lacks_said, voice_said
from cordee.apps.evaluation.framing.views.opening import found_version, kept_closed, speaker, spoken_for
from cordee.apps.evaluation.framing.written import frame_sections
from cordee.apps.evaluation.models import FrameVersion
from cordee.apps.evaluation.parts import around
from cordee.apps.library.addresses import language
from cordee.apps.ui.documents.shown import shown_sections
from cordee.apps.ui.errors import ErrorWords, error_page
from cordee.core.written_frame import BrokenFrame, frame_hash, lacking


@require_safe
@evaluation_page(permissions.may_read)
def draft(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Show the frame as it stands, where the signatures are, and what is missing before it can be frozen."""
    return draft_page(request, opened)


def draft_page(request: HttpRequest, opened: OpenedEvaluation, refusal: str = "", status: int = 200) -> HttpResponse:
    """Draw the frame as it stands; `refusal` says why it was not frozen."""
    frame, versions = bridge.frame_of(opened.evaluation), queries.versions_of(opened.evaluation)
    signing = bridge.signing_of(opened.evaluation, frame, versions)
    missing = [(words, opened.url(page) if page else "") for words, page in lacks_said(lacking(frame))]
    context = {
        **around(opened),
        "sections": shown_sections(frame_sections(frame), language()),
        "signing": shown_sections([signing_section(signing, versions, opened.evaluation)], language())[0],
        "versions": versions,
        "missing": missing,
        "seen": frame_hash(frame),
        "next_version": signing.next_version,
        "may_freeze": opened.may(permissions.may_lead) and not missing and bool(signing.changed or not versions),
        "awaits_leader": bool(signing.changed or not versions) and not opened.may(permissions.may_lead),
        "may_write": opened.may(permissions.may_write),
        "refusal": refusal,
        "back_url": opened.url("framing"),
    }
    return render(request, "evaluation/framing/document.html", context, status=status)


@require_POST
@evaluation_page(permissions.may_lead)
def freeze(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Freeze the frame as its next version, or say why not."""
    try:
        version = operations.freeze(opened.evaluation, opened.account, request.POST.get("seen", ""))
    except operations.NotReady:
        return draft_page(request, opened, _("Il manque encore quelque chose : voyez la liste ci-dessous."), 422)
    except operations.AnotherFrame:
        words = _("Quelqu’un a changé le cadre pendant que vous le lisiez. Relisez-le ci-dessous, puis figez-le.")
        return draft_page(request, opened, words, 409)
    except operations.NothingChanged:
        return draft_page(request, opened, _("La dernière version dit déjà la même chose : signez-la."), 409)
    except operations.NoRoom:
        return draft_page(request, opened, _("Ce cadre a été figé trop de fois : ouvrez une autre évaluation."), 409)
    messages.success(
        request, _("La version %(number)s est figée. Elle attend les signatures.") % {"number": version.number}
    )
    return HttpResponseRedirect(opened.url("framing-version", version.number))


@require_safe
@evaluation_page(permissions.may_read)
def version(request: HttpRequest, opened: OpenedEvaluation, number: int) -> HttpResponse:
    """Show a version as it was frozen, with its signatures."""
    return version_page(request, opened, found_version(opened, number))


def version_page(
    request: HttpRequest, opened: OpenedEvaluation, shown: FrameVersion, form: SignForm | None = None, status: int = 200
) -> HttpResponse:
    """Draw a frozen version; its form is there for who may sign it."""
    try:
        frame = bridge.frozen_frame(shown)
    except BrokenFrame:
        return error_page(request, 500, broken_words)
    voice, latest = voice_of(opened), queries.versions_of(opened.evaluation)[0]
    hands = {one.partner_id for one in shown.signatures.all()}
    is_party = opened.partner is not None and str(opened.partner.public) in {one.id for one in frame.partners}
    may_sign = voice.allowed and is_party and shown.pk == latest.pk and opened.role.partner_id not in hands
    initial = {"name": opened.account.name, "seen": shown.sha256}
    context: dict[str, Any] = {
        **around(opened),
        "version": shown,
        "latest": latest,
        "sections": shown_sections(frame_sections(frame), language()),
        "signatures": shown.signatures.all(),
        "awaited": awaited(opened, shown, hands),
        "form": (form or SignForm(initial=initial)) if may_sign else None,
        "why_not": "" if voice.allowed else voice_said(voice.reason),
        "partner": opened.partner,
        "document_url": opened.url("framing-document"),
    }
    return render(request, "evaluation/framing/version.html", context, status=status)


def awaited(opened: OpenedEvaluation, shown: FrameVersion, hands: set[int]) -> list[str]:
    """Return the names of the partners that take part and have not signed a version."""
    return [one.organisation.name for one in queries.parties_of(opened.evaluation) if one.pk not in hands]


def voice_of(opened: OpenedEvaluation) -> Voice:
    """Tell whether the reader may sign for the partner that their role names."""
    if opened.partner is None:
        return Voice(VoiceReason.ONLY_OBSERVES if not opened.may(permissions.may_write) else VoiceReason.NO_PARTNER)
    return may_sign_for(speaker(opened), spoken_for(opened.partner, set()))


@require_POST
@evaluation_page(permissions.may_write)
def sign(request: HttpRequest, opened: OpenedEvaluation, number: int) -> HttpResponse:
    """Sign a version in the name of the reader's partner."""
    shown, voice = found_version(opened, number), voice_of(opened)
    if opened.partner is None or not voice.allowed:
        return kept_closed(request, voice.reason)
    form = SignForm(request.POST)
    if not form.is_valid():
        return version_page(request, opened, shown, form, 422)
    try:
        operations.sign(shown, opened.partner, form.cleaned_data["name"], form.cleaned_data["seen"])
    except operations.AnotherFrame:
        return error_page(request, 409, another_words)
    messages.success(request, _("Vous avez signé la version %(number)s.") % {"number": number})
    return HttpResponseRedirect(opened.url("framing-version", number))


@require_safe
@evaluation_page(permissions.may_read)
def file(request: HttpRequest, opened: OpenedEvaluation, number: int) -> HttpResponse:
    """Give a frozen version as a file: the very bytes whose hash is signed."""
    shown = found_version(opened, number)
    name = f"{_('cadre')}-{number}-{timezone.localdate(shown.frozen_at).isoformat()}.json"
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    headers = {"Content-Disposition": disposition}
    return HttpResponse(shown.document.encode(), content_type="application/json", headers=headers)


def another_words() -> ErrorWords:
    """Words of a version that can no longer be signed by this partner."""
    return ErrorWords(
        _("Cette version ne se signe plus ainsi"),
        _("Une autre version l’a remplacée, ou votre partenaire n’y figurait pas. Rien n’a été signé."),
        (_("Revenez au cadre : la dernière version y est en premier."),),
    )


def broken_words() -> ErrorWords:
    """Words of a version whose document is not the one that was frozen."""
    return ErrorWords(
        _("Cette version n’est plus celle qui a été figée"),
        _("Son empreinte ne correspond plus à son contenu : nous ne la montrons pas comme signée."),
        (_("Prévenez l’exploitant du site : une sauvegarde contient la version d’origine."),),
    )
