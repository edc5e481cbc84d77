"""The pages of the indicators: the list, one of them, a new one, a value, two dates, many values at once."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation import permissions
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.indicators import bridge, operations, queries, screens
from cordee.apps.evaluation.indicators import permissions as limits
from cordee.apps.evaluation.indicators.forms import (
    DatesForm,
    IndicatorChangeForm,
    IndicatorForm,
    ValueForm,
    initial_of,
)
from cordee.apps.evaluation.indicators.telling import (
    empty_words,
    figure,
    horizon_words,
    progress_words,
    sentence,
    stands,
)
from cordee.apps.evaluation.models import Indicator
from cordee.apps.evaluation.once import key_in
from cordee.apps.evaluation.parts import around
from cordee.apps.evaluation.uploads import is_kept, keeps_what_was_typed
from cordee.apps.library.addresses import language
from cordee.apps.organisations.access import refusal
from cordee.apps.organisations.views.changing import attempt
from cordee.core.packs.impacts import Indicator as CatalogueEntry

GET_OR_POST = ["GET", "HEAD", "POST"]


@require_safe
@evaluation_page(permissions.may_read)
def index(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """List the indicators under their impact, with what may be read of each today."""
    readings = bridge.readings_of(opened.evaluation, timezone.localdate())
    context = {
        **around(opened),
        "lead": sentence(readings),
        "has_some": bool(readings),
        "impacts": screens.lines_by_impact(opened, readings),
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
    asked = {name: request.GET[name] for name in ("effect", "impact", "level") if name in request.GET}
    chosen = request.POST.get("catalogue", request.GET.get("catalogue", ""))
    entry = catalogue_entry(opened, chosen)
    form = IndicatorForm(
        request.POST if request.method == "POST" else None,
        evaluation=opened.evaluation,
        initial={**asked, **(from_catalogue(*entry) if entry else {})},
    )
    if form.is_bound and form.is_valid():
        made = operations.add_indicator(
            opened.evaluation, opened.account, form.said, entry[1].id if entry else "", key_in(request)
        )
        messages.success(request, _("L’indicateur est ajouté."))
        warn_of_no_way(request, form.said)
        return HttpResponseRedirect(opened.url("indicators-one", made.public))
    context = {
        **around(opened),
        "form": form,
        "impacts": bridge.impacts_of(opened.evaluation),
        "lang": language(),
        "catalogue": entry[1].id if entry else "",
        "keeping": f"&effect={asked['effect']}" if "effect" in asked else "",
        "cancel_url": opened.url("indicators"),
        "differences": (),
        "once": key_in(request),
        "is_new": True,
    }
    return render(request, "evaluation/indicators/edit.html", context, status=422 if form.is_bound else 200)


def warn_of_no_way(request: HttpRequest, said: Mapping[str, Any]) -> None:
    """Say at once when a target leaves no way to go; it is kept as it was written."""
    if said["target"] is not None and said["target"] == said["baseline"]:
        words = _("La cible est égale au départ : aucun progrès ne s’en calculera. Est-ce bien ce que vous voulez ?")
        messages.warning(request, words)


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
        "lead": stands(reading),
        "values": [(value, figure(value.value), [(old, figure(old.value)) for old in value.former.all()])
                   for value in values],
        "drawing": screens.drawing_of(row, values),
        "horizon": horizon_words(reading.horizon),
        "progress": progress_words(reading),
        "empty": empty_words(reading),
        "has_no_way": reading.has_no_way,
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
    make = partial(IndicatorChangeForm, indicator=row)
    done = attempt(request, make, row, initial_of, operations.change_indicator)
    if done.saved:
        messages.success(request, _("C’est enregistré."))
        warn_of_no_way(request, done.form.cleaned_data)
        return HttpResponseRedirect(opened.url("indicators-one", row.public))
    context = {
        **around(opened),
        "once": None,
        "form": done.form,
        "differences": done.differences,
        "cancel_url": opened.url("indicators-one", row.public),
        "is_new": False,
        "catalogue": "",
    }
    return render(request, "evaluation/indicators/edit.html", context, status=done.status)


@require_http_methods(GET_OR_POST)
@keeps_what_was_typed
@evaluation_page(permissions.may_write)
def value(request: HttpRequest, opened: OpenedEvaluation, indicator: uuid.UUID) -> HttpResponse:
    """Write a value; on a day and a group that have one, it is corrected and the former one is kept."""
    row = opened_indicator(opened, indicator)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ValueForm(row, *posted, initial=screens.value_asked(row, request.GET.dict()))
    if form.is_bound and is_kept(request, form, partial(keep_value, row, opened.account, form)):
        messages.success(request, _("La valeur est enregistrée. Pensez à la prochaine date."))
        return HttpResponseRedirect(opened.url("indicators-one", row.public))
    context = {**around(opened), "row": row, "form": form, "cancel_url": opened.url("indicators-one", row.public)}
    return render(request, "evaluation/indicators/value.html", context, status=422 if form.is_bound else 200)


def keep_value(row: Indicator, by: Account, form: ValueForm) -> None:
    """Write what a form gives, with its file if there is one."""
    said = dict(form.cleaned_data)
    if form.upload is None:
        operations.write_value(row, by, **said)
    else:
        del said["evidence"]
        operations.write_shown_value(row, by, form.upload, keeps_place=form.place_may_stay, **said)


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
