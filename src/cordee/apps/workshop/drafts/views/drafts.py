"""The page of a draft, what is wrong with it, what it changes, its history, and giving it up."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.library.queries import REFERENCE_PACK, current_release
from cordee.apps.workshop.access import Visitor, editor_page, refusal
from cordee.apps.workshop.drafts import differences, lint, operations, queries
from cordee.apps.workshop.drafts.bridge import document_of_release
from cordee.apps.workshop.drafts.forms import BeginForm, signed_identifier
from cordee.apps.workshop.drafts.opening import Opened, draft_page
from cordee.apps.workshop.drafts.operations import Disagreement
from cordee.apps.workshop.entries.outline import top_sheets
from cordee.apps.workshop.entries.wording import what_it_is
from cordee.apps.workshop.models import Revision
from cordee.apps.workshop.permissions import may_begin, may_edit
from cordee.core.packs.workbook.labels import TITLES

A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@editor_page(may_edit)
def begin(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Begin a draft from the current release."""
    verdict = may_begin(visitor.role, queries.open_count())
    if not verdict.allowed:
        return refusal(request, verdict)
    release = current_release(REFERENCE_PACK)
    form = BeginForm(request.POST if request.method == "POST" else None, initial={"secret": signed_identifier()})
    if form.is_bound and form.is_valid() and release:
        draft = operations.begin(
            release, form.cleaned_data["title"], visitor.account, public=form.cleaned_data["secret"]
        )
        return HttpResponseRedirect(reverse("workshop:draft", args=[draft.public]))
    context = {
        "form": form,
        "release": release,
        "trail": [(_("Atelier"), reverse("workshop:home")), (_("Nouveau brouillon"), "")],
    }
    return render(request, "workshop/begin.html", context, status=422 if form.errors else 200)


@require_safe
@draft_page
def draft(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show a draft: what it is made of, what is wrong, what is left to do before it is published."""
    verdict = lint.judged(opened.document)
    told = lint.told(verdict.faults, opened.document, opened.lang)
    changed = differences.told(
        document_of_release(opened.draft.base), opened.document, opened.draft.base.version, opened.lang
    )
    context = {
        "opened": opened,
        "draft": opened.draft,
        "revision": opened.revision,
        "parts": [_part(opened, sheet, told) for sheet in top_sheets()],
        "faults": len(verdict.faults),
        "changed": changed,
        "waiting": queries.waiting_request(opened.draft),
        "refused": queries.last_decision(opened.draft),
        "is_behind": opened.may_change and queries.is_behind(opened.draft),
        "trail": [*opened.trail()[:-1], (opened.draft.title, "")],
    }
    return render(request, "workshop/draft.html", context)


def _part(opened: Opened, sheet: Any, told: list[lint.Told]) -> dict[str, Any]:
    """Return one part of a pack as the page of the draft lists it."""
    page = "entry" if sheet.vertical else "entries"
    held = opened.document.get(sheet.path[0], ())
    return {
        "title": TITLES[sheet.code].in_(opened.lang),
        "what": what_it_is(sheet, opened.lang),
        "url": opened.url(page, sheet.path[0]),
        "count": None if sheet.vertical else len(held),
        "faults": sum(one.spot is not None and one.spot.path[0] == sheet.path[0] for one in told),
    }


@require_safe
@draft_page
def checks(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Say everything that is wrong, worked cases included, each line leading to its entry."""
    verdict = lint.judged(opened.document, with_cases=True)
    told = lint.told(verdict.faults, opened.document, opened.lang)
    context = {
        "opened": opened,
        "faults": [(opened.url("entry", one.spot.shown) if one.spot else "", one) for one in told],
        "played": verdict.played,
        "trail": opened.trail((_("Contrôle"), "")),
    }
    return render(request, "workshop/checks.html", context)


@require_safe
@draft_page
def changes(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Say what the draft changes since the release it began from, and which version that demands."""
    base = opened.draft.base
    context = {
        "opened": opened,
        "told": differences.told(document_of_release(base), opened.document, base.version, opened.lang),
        "version": base.version,
        "trail": opened.trail((_("Différences"), "")),
    }
    return render(request, "workshop/changes.html", context)


@require_safe
@draft_page
def revisions(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show who saved what, the latest first."""
    page = Paginator(queries.history_of(opened.draft), A_PAGE).get_page(request.GET.get("page"))
    context = {"opened": opened, "page": page, "trail": opened.trail((_("Révisions"), ""))}
    return render(request, "workshop/revisions.html", context)


@require_POST
@draft_page
def restore(request: HttpRequest, opened: Opened, number: int) -> HttpResponse:
    """Take an older revision back."""
    try:
        operations.restore(opened.draft, opened.visitor.account, number)
    except Revision.DoesNotExist as error:
        raise Http404 from error
    messages.success(request, _("La révision %(number)s est rétablie ; les autres restent là.") % {"number": number})
    return HttpResponseRedirect(opened.url("revisions"))


@require_POST
@draft_page
def rebase(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Bring the draft up to the current release, or show where both changed the same place."""
    try:
        operations.rebase(opened.draft, opened.visitor.account, mine_wins="mine_wins" in request.POST)
    except Disagreement as error:
        context = {
            "opened": opened,
            "conflicts": [differences.conflict(one, opened.lang) for one in error.merged.conflicts],
            "trail": opened.trail((_("Mettre à jour"), "")),
        }
        return render(request, "workshop/rebase.html", context, status=409)
    messages.success(request, _("Le brouillon part maintenant de la version en ligne ; vos changements y sont."))
    return HttpResponseRedirect(opened.url("draft"))


@require_http_methods(["GET", "HEAD", "POST"])
@draft_page
def drop(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Ask whether a draft should be given up, then give it up."""
    if request.method == "POST":
        operations.drop(opened.draft)
        messages.success(request, _("Le brouillon est abandonné. Il se lit encore."))
        return HttpResponseRedirect(reverse("workshop:home"))
    context = {"opened": opened, "trail": opened.trail((_("Abandonner"), ""))}
    return render(request, "workshop/drop.html", context)
