"""Asking that a draft be published, and deciding as the second person."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cordee.apps.workshop.access import refusal
from cordee.apps.workshop.drafts import differences, lint, publishing, queries
from cordee.apps.workshop.drafts.bridge import document_of_release
from cordee.apps.workshop.drafts.forms import AskForm, RefusalForm
from cordee.apps.workshop.drafts.opening import Opened, draft_page
from cordee.apps.workshop.drafts.publishing import NotAllowed, NotReady
from cordee.apps.workshop.permissions import may_change, may_publish


@require_http_methods(["GET", "HEAD", "POST"])
@draft_page
def publish(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show what publishing asks for, and ask for it."""
    if request.method != "POST":
        return publish_page(request, opened, AskForm(initial=_advised(opened)))
    verdict = may_change(opened.visitor.role, opened.draft.state)
    if not verdict.allowed:
        return refusal(request, verdict)
    form = AskForm(request.POST)
    if not form.is_valid():
        return publish_page(request, opened, form, status=422)
    try:
        publishing.ask(opened.draft, opened.visitor.account, **form.cleaned_data)
    except NotReady as error:
        return publish_page(request, opened, form, status=422, not_ready=error)
    except NotAllowed as error:
        return refusal(request, error.verdict)
    messages.success(
        request, _("C’est demandé. Une autre personne chargée de la publication doit maintenant approuver.")
    )
    return HttpResponseRedirect(opened.url("publish"))


def _advised(opened: Opened) -> dict[str, str]:
    base = opened.draft.base
    told = differences.told(document_of_release(base), opened.document, base.version, opened.lang)
    return {"version": told.advised}


def publish_page(
    request: HttpRequest,
    opened: Opened,
    form: AskForm,
    *,
    status: int = 200,
    not_ready: NotReady | None = None,
    **more: Any,
) -> HttpResponse:
    """Draw the page of publication: what stands in the way, the difference, the request, the decision."""
    base = opened.draft.base
    verdict = lint.judged(opened.document, with_cases=True)
    request_waiting = queries.waiting_request(opened.draft)
    told = lint.told(not_ready.faults, not_ready.document, opened.lang) if not_ready else []
    context = {
        "opened": opened,
        "form": form,
        "refusal_form": more.get("refusal_form") or RefusalForm(),
        "told": differences.told(document_of_release(base), opened.document, base.version, opened.lang),
        "base": base,
        "faults": len(verdict.faults),
        "not_ready": [(opened.url("entry", one.spot.shown) if one.spot else "", one) for one in told],
        "waiting": request_waiting,
        "note": _note(opened),
        "verdict": publishing.verdict_of(opened.draft, request_waiting, opened.visitor.account, opened.visitor.role),
        "may_refuse": request_waiting is not None and opened.visitor.is_publisher,
        "is_behind": opened.may_change and queries.is_behind(opened.draft),
        "trail": opened.trail((_("Publier"), "")),
    }
    return render(request, "workshop/publish.html", context, status=status)


def _note(opened: Opened) -> str:
    changes = opened.document["card"].get("changes") or [{}]
    return str(changes[0].get("summary", {}).get(opened.lang, ""))


@require_POST
@draft_page
def approve(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Approve as the second person: the release is added, once."""
    try:
        release = publishing.approve(opened.draft, opened.visitor.account, opened.visitor.role)
    except NotAllowed as error:
        return refusal(request, error.verdict)
    except NotReady as error:
        return publish_page(request, opened, AskForm(initial=_advised(opened)), status=422, not_ready=error)
    messages.success(request, _("La version %(version)s est publiée.") % {"version": release.version})
    return HttpResponseRedirect(reverse("workshop:release", args=[release.version]))


@require_POST
@draft_page
def refuse(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Refuse, with the reason."""
    verdict = may_publish(opened.visitor.role)
    if not verdict.allowed:
        return refusal(request, verdict)
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return publish_page(request, opened, AskForm(initial=_advised(opened)), status=422, refusal_form=form)
    publishing.refuse(opened.draft, opened.visitor.account, form.cleaned_data["reason"])
    messages.success(request, _("La demande est refusée ; la raison est sur la page du brouillon."))
    return HttpResponseRedirect(opened.url("draft"))


@require_POST
@draft_page
def withdraw(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Take the request back."""
    publishing.withdraw(opened.draft, opened.visitor.account)
    messages.success(request, _("La demande est retirée ; le brouillon reste ouvert."))
    return HttpResponseRedirect(opened.url("publish"))
