"""The pages of the figures of a frame: what the observatory offers, what is taken of it, and taking one out."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from cordee.apps.evaluation import permissions
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.framing.figures import taking
from cordee.apps.evaluation.framing.figures.forms import SortingForm, TakingForm
from cordee.apps.evaluation.framing.figures.offered import figures_for
from cordee.apps.evaluation.framing.figures.reading import figures_of
from cordee.apps.evaluation.framing.figures.showing import copies_shown, themes_shown
from cordee.apps.evaluation.framing.queries import grounds_of
from cordee.apps.evaluation.parts import around


@require_http_methods(["GET", "HEAD", "POST"])
@evaluation_page(permissions.may_write)
def offered(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Show the figures that may be taken, or take those that are chosen."""
    figures = figures_for(opened.alliance)
    form = TakingForm(figures, grounds_of(opened.evaluation), request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = taking.take(opened.evaluation, form.taken, timezone.localdate(), form.ground)
        except taking.TooManyFigures:
            words = _("Un cadre tient %(most)s chiffres au plus : cochez-en moins, ou retirez-en d’abord.")
            form.add_error("figures", words % {"most": taking.MOST_FIGURES})
        else:
            messages.success(request, taken_said(len(made)))
            return HttpResponseRedirect(opened.url("framing-grounds"))
    sorting = SortingForm(figures, request.GET)
    shown = sorting.sort() if not form.is_bound else list(figures)
    held = {(one.row.key, one.row.digest) for one in figures_of(opened.evaluation)}
    chosen = request.POST.getlist("figures")
    context = {
        **around(opened),
        "sorting": sorting,
        "form": form,
        "themes": themes_shown(shown, held, chosen, opened=sorting.narrows),
        "shown": len(shown),
        "has_region": any(one.figure.territory != "FR" for one in figures),
        "cancel_url": opened.url("framing-grounds"),
    }
    return render(request, "evaluation/framing/figures.html", context, status=422 if form.is_bound else 200)


@require_POST
@evaluation_page(permissions.may_write)
def remove(request: HttpRequest, opened: OpenedEvaluation, row: uuid.UUID) -> HttpResponse:
    """Take a figure out of the frame."""
    found = opened.evaluation.taken_figures.filter(public=row).first()
    if found is None:
        raise Http404
    taking.drop(found)
    messages.success(request, _("Ce chiffre est retiré. Les versions déjà figées gardent ce qu’elles contiennent."))
    return HttpResponseRedirect(opened.url("framing-grounds"))


def beside_grounds(opened: OpenedEvaluation) -> dict[str, Any]:
    """Return what stands under the fragilities and transitions: the figures of the frame, the way to take more."""
    copies = copies_shown(opened, figures_of(opened.evaluation))
    return {"copies": copies, "figures_url": opened.url("framing-figures")}


def taken_said(count: int) -> str:
    """Say how many figures were copied."""
    if not count:
        return _("Ces chiffres étaient déjà repris : rien n’a changé.")
    return ngettext(
        "%(n)s chiffre est repris, tel qu’il est aujourd’hui.",
        "%(n)s chiffres sont repris, tels qu’ils sont aujourd’hui.",
        count,
    ) % {"n": count}
