"""The pages of the indicators: the list, one of them, a new one, a value, two dates, many values at once."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cordee.apps.evaluation import permissions
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.indicators import bridge, operations, queries, screens, sheets
from cordee.apps.evaluation.indicators import permissions as limits
from cordee.apps.evaluation.indicators.forms import (
    DatesForm,
    ImportForm,
    IndicatorChangeForm,
    IndicatorForm,
    ValueForm,
    initial_of,
)
from cordee.apps.evaluation.indicators.telling import empty_words, figure, horizon_words, progress_words
from cordee.apps.evaluation.models import Indicator
from cordee.apps.evaluation.parts import around
from cordee.apps.library.addresses import language
from cordee.apps.organisations.access import refusal
from cordee.apps.organisations.views.changing import attempt
from cordee.core.packs.impacts import Indicator as CatalogueEntry
from cordee.core.value_file import ValueFile

GET_OR_POST = ["GET", "HEAD", "POST"]
FAULTS_SHOWN, VALUES_SHOWN = 200, 20


@require_safe
@evaluation_page(permissions.may_read)
def index(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """List the indicators under their impact, with what may be read of each today."""
    context = {
        **around(opened),
        "impacts": screens.lines_by_impact(opened, timezone.localdate()),
        "may_write": opened.may(permissions.may_write),
    }
    return render(request, "evaluation/indicators/index.html", context)


@require_http_methods(GET_OR_POST)
@evaluation_page(permissions.may_write)
def add(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Add an indicator: one of the catalogue, or one's own."""
    verdict = limits.may_add(opened.evaluation.indicators.count())
    if not verdict.allowed:
        return refusal(request, verdict)
    chosen = request.POST.get("catalogue", request.GET.get("catalogue", ""))
    entry = catalogue_entry(opened, chosen)
    form = IndicatorForm(
        request.POST if request.method == "POST" else None,
        evaluation=opened.evaluation,
        initial=from_catalogue(*entry) if entry else {"impact": request.GET.get("impact", "")},
    )
    if form.is_bound and form.is_valid():
        made = operations.add_indicator(opened.evaluation, opened.account, form.said, entry[1].id if entry else "")
        messages.success(request, _("L’indicateur est ajouté."))
        return HttpResponseRedirect(opened.url("indicators-one", made.public))
    context = {
        **around(opened),
        "form": form,
        "impacts": bridge.impacts_of(opened.evaluation),
        "lang": language(),
        "catalogue": entry[1].id if entry else "",
        "cancel_url": opened.url("indicators"),
        "differences": (),
        "is_new": True,
    }
    return render(request, "evaluation/indicators/edit.html", context, status=422 if form.is_bound else 200)


def catalogue_entry(opened: OpenedEvaluation, chosen: str) -> tuple[str, CatalogueEntry] | None:
    """Return an indicator of the catalogue with its impact."""
    entries = ((str(impact.id), one) for impact in bridge.impacts_of(opened.evaluation) for one in impact.indicators)
    return next((pair for pair in entries if pair[1].id == chosen), None)


def from_catalogue(impact: str, entry: CatalogueEntry) -> dict[str, Any]:
    """Return what the catalogue says of an indicator, for its form."""
    words = {
        "name": entry.name.in_(language()),
        "unit": entry.unit.in_(language()),
        "collect": entry.collect.in_(language()),
    }
    return {**words, "impact": impact, "level": entry.concerns}


def opened_indicator(opened: OpenedEvaluation, public: uuid.UUID) -> Indicator:
    """Return an indicator of this evaluation; any other does not exist here."""
    found = queries.indicator_behind(public, opened.evaluation)
    if found is None:
        raise Http404
    return found


@require_safe
@evaluation_page(permissions.may_read)
def one(request: HttpRequest, opened: OpenedEvaluation, indicator: uuid.UUID) -> HttpResponse:
    """Show an indicator: where it stands, its values through time, and what was corrected."""
    row = opened_indicator(opened, indicator)
    values = queries.values_of(row)
    last = next((value for value in values if not value.group), None)
    clocks = {str(impact.id): impact.clock.months for impact in bridge.impacts_of(opened.evaluation)}
    started_on, today = opened.alliance.started_on, timezone.localdate()
    reading = bridge.reading_of(row, last, clocks.get(row.impact, 0), started_on, today)
    context = {
        **around(opened),
        "row": row,
        "values": [(value, figure(value.value), [(old, figure(old.value)) for old in value.former.all()])
                   for value in values],
        "drawing": screens.drawing_of(row, values),
        "horizon": horizon_words(reading.horizon),
        "progress": progress_words(reading),
        "empty": empty_words(reading),
        "baseline": figure(row.baseline),
        "target": figure(row.target),
        "may_write": opened.may(permissions.may_write),
    }  # fmt: skip
    return render(request, "evaluation/indicators/one.html", context)


@require_http_methods(GET_OR_POST)
@evaluation_page(permissions.may_write)
def edit(request: HttpRequest, opened: OpenedEvaluation, indicator: uuid.UUID) -> HttpResponse:
    """Change an indicator; two people do not overwrite each other."""
    row = opened_indicator(opened, indicator)
    make = partial(IndicatorChangeForm, evaluation=opened.evaluation, public=row.public)
    done = attempt(request, make, row, initial_of, operations.change_indicator)
    if done.saved:
        messages.success(request, _("C’est enregistré."))
        return HttpResponseRedirect(opened.url("indicators-one", row.public))
    context = {
        **around(opened),
        "form": done.form,
        "differences": done.differences,
        "cancel_url": opened.url("indicators-one", row.public),
        "is_new": False,
        "catalogue": "",
    }
    return render(request, "evaluation/indicators/edit.html", context, status=done.status)


@require_http_methods(GET_OR_POST)
@evaluation_page(permissions.may_write)
def value(request: HttpRequest, opened: OpenedEvaluation, indicator: uuid.UUID) -> HttpResponse:
    """Write a value; on a day and a group that have one, it is corrected and the former one is kept."""
    row = opened_indicator(opened, indicator)
    form = ValueForm(row, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        operations.write_value(row, opened.account, **form.cleaned_data)
        messages.success(request, _("La valeur est enregistrée. Pensez à la prochaine date."))
        return HttpResponseRedirect(opened.url("indicators-one", row.public))
    context = {**around(opened), "row": row, "form": form, "cancel_url": opened.url("indicators-one", row.public)}
    return render(request, "evaluation/indicators/value.html", context, status=422 if form.is_bound else 200)


@require_safe
@evaluation_page(permissions.may_read)
def compare(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Put two dates side by side."""
    form = DatesForm(request.GET if "first" in request.GET else None)
    lines = None
    if form.is_bound and form.is_valid() and form.cleaned_data["first"] and form.cleaned_data["second"]:
        lines = screens.compared_lines(opened, *sorted((form.cleaned_data["first"], form.cleaned_data["second"])))
    context = {**around(opened), "form": form, "lines": lines}
    return render(request, "evaluation/indicators/compare.html", context)


@require_http_methods(GET_OR_POST)
@evaluation_page(permissions.may_write)
def bring(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Bring many values in: they are shown first, then written all at once, or only the good rows when asked."""
    form = ImportForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if not form.is_bound:
        return show_import(request, opened, form, "", None)
    text = text_sent(form)
    if not text.strip():
        return show_import(request, opened, form, text, None, 422)
    file = bridge.read_text(opened.evaluation, text, timezone.localdate(), language())
    go = request.POST.get("go", "")
    held = queries.kept_values(opened.evaluation)
    if not limits.may_hold(len(held) + len(file.values)).allowed:
        form.add_error("text", _("Une évaluation garde 50 000 valeurs au plus : envoyez-en moins."))
    elif file.values and (go == "good" or (go == "all" and not file.faults)):
        return written(request, opened, file, text)
    return show_import(request, opened, form, text, file, 422 if file.faults or form.errors else 200)


def written(request: HttpRequest, opened: OpenedEvaluation, file: ValueFile, text: str) -> HttpResponse:
    """Write the good rows, and give back those that are not."""
    count = operations.import_values(opened.evaluation, opened.account, file.values)
    said = ngettext("%(count)s valeur enregistrée.", "%(count)s valeurs enregistrées.", count) % {"count": count}
    messages.success(request, said)
    if not file.faults:
        return HttpResponseRedirect(opened.url("indicators"))
    left = bridge.left_of(text, file)
    again = bridge.read_text(opened.evaluation, left, timezone.localdate(), language())
    return show_import(request, opened, ImportForm(), left, again, 422)


def text_sent(form: ImportForm) -> str:
    """Return what was pasted, or what the file holds; say it when a file cannot be read."""
    form.is_valid()
    file = form.cleaned_data.get("file")
    if file is None:
        return str(form.cleaned_data.get("text", ""))
    try:
        if file.size > sheets.LARGEST_FILE:
            raise sheets.Unreadable
        return sheets.text_of(file.read())
    except sheets.Unreadable:
        form.add_error(
            "file",
            _("Ce fichier n’est ni un CSV ni un XLSX de 5 Mo au plus. Enregistrez-le ainsi, ou collez les cases."),
        )
        return str(form.cleaned_data.get("text", ""))


def show_import(
    request: HttpRequest,
    opened: OpenedEvaluation,
    form: ImportForm,
    text: str,
    file: ValueFile | None,
    status: int = 200,
) -> HttpResponse:
    """Draw the place to paste, with what was read and what is wrong."""
    rows = {str(row.public): row for row in opened.evaluation.indicators.order_by("pk")}
    faults = file.faults[:FAULTS_SHOWN] if file else []
    context = {
        **around(opened),
        "form": form,
        "text": text,
        "file": file,
        "faults": [(one.line, one.column.in_(language()), one.message.in_(language()), one.remedy.in_(language()))
                   for one in faults],
        "values": [(one.line, rows[one.indicator], one.on, figure(one.value), one.group)
                   for one in (file.values[:VALUES_SHOWN] if file else [])],
        "no_way": sorted({rows[one.indicator].name for one in (file.values if file else [])
                          if rows[one.indicator].target is not None
                          and rows[one.indicator].target == rows[one.indicator].baseline}),
    }  # fmt: skip
    return render(request, "evaluation/indicators/bring.html", context, status=status)
