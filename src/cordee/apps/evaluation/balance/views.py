"""The pages of the ledger: what may be read together, the side of one's own partner, a couple side by side."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.evaluation import permissions as room
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.balance import bridge, operations, permissions, queries, tables, words
from cordee.apps.evaluation.balance.forms import ChoicesForm, CommentForm, EntryForm
from cordee.apps.evaluation.balance.permissions import Answer
from cordee.apps.evaluation.balance.reading import LedgerReading, reading_of
from cordee.apps.evaluation.balance.report import hidden_words, lead
from cordee.apps.evaluation.parts import around
from cordee.apps.organisations.models import Partner
from cordee.apps.organisations.views.changing import attempt
from cordee.apps.ui.errors import ErrorWords, error_page, not_found_words
from cordee.core.ledger import Family

GET_OR_POST = ["GET", "HEAD", "POST"]
View = Callable[..., HttpResponse]


def refused(request: HttpRequest, opened: OpenedEvaluation, answer: Answer) -> HttpResponse:
    """Say why, and what to do."""
    steps = (_("Revenez à la page de l’équilibre : rien n’a été changé."),)
    title = _("Ce n’est pas possible ici")
    return error_page(request, 403, lambda: ErrorWords(title, words.why_words(answer.why), steps))


def own_side(view: View) -> View:
    """Open a page to those who speak for a partner of the ledger; the view receives that partner."""

    @wraps(view)
    def opened_side(request: HttpRequest, opened: OpenedEvaluation, *args: Any, **kwargs: Any) -> HttpResponse:
        participants = queries.participants_of(opened.evaluation)
        speaking = opened.partner
        answer = permissions.may_speak(speaking.pk if speaking else None, tuple(each.pk for each in participants))
        if speaking is None or not answer.allowed:
            return refused(request, opened, answer)
        try:
            return view(request, opened, speaking, *args, **kwargs)
        except operations.NotNow as error:
            return refused(request, opened, error.answer)

    return opened_side


@require_safe
@evaluation_page(room.may_read)
def balance(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Show what may be read together, and where each partner stands."""
    reading = reading_of(opened.evaluation)
    about = _about(request, reading, opened)
    context = {
        **around(opened),
        "reading": reading,
        "lead": lead(reading),
        "why_hidden": "" if reading.couples else hidden_words(reading),
        "states": [_state(reading, partner, opened) for partner in reading.partners],
        "may_speak": _speaks(opened, reading) and opened.may(room.may_write),
        "families": [words.family_name(family) for family in Family],
        "points": [words.point_words(point, reading.names) for point in reading.points],
        "misperceptions": tables.misperceptions(reading, about),
        "asymmetries": tables.asymmetries(reading, about),
        "sums": tables.sums(reading),
        "tallies": [(words.family_name(each.family), each) for each in reading.tallies],
        "couples": [
            (reading.names[a], reading.names[b], _couple_url(opened, reading, a, b)) for a, b in _of(reading, about)
        ],
        "about": about,
        "choices": list(reading.names.items()) if len(reading.partners) > tables.MOST_PARTNERS_AT_ONCE else [],
        "definition": words.working_definition(),
    }
    return render(request, "evaluation/balance/balance.html", context)


def _about(request: HttpRequest, reading: LedgerReading, opened: OpenedEvaluation) -> str:
    """Return the partner to read about: with few partners, all at once."""
    if len(reading.partners) <= tables.MOST_PARTNERS_AT_ONCE:
        return ""
    asked = request.GET.get("partner", "")
    own = bridge.key(opened.partner) if opened.partner else ""
    return next((key for key in (asked, own) if key in reading.names), next(iter(reading.names)))


def _of(reading: LedgerReading, about: str) -> list[tuple[str, str]]:
    return [couple for couple in reading.couples if not about or about in couple]


def _state(reading: LedgerReading, partner: Partner, opened: OpenedEvaluation) -> dict[str, Any]:
    """Say where a partner stands; how many cells are filled is for its own people and those who run the alliance."""
    may_count = opened.may(room.may_lead) or (opened.partner is not None and opened.partner.pk == partner.pk)
    side = reading.sides.get(partner.pk)
    shared = side is not None and side.shared_at is not None
    filled = reading.filling_of(partner) if may_count or shared else None
    return {"name": partner.organisation.name, "words": words.state_words(side), "filled": filled}


def _speaks(opened: OpenedEvaluation, reading: LedgerReading) -> bool:
    return opened.partner is not None and opened.partner.pk in {each.pk for each in reading.partners}


def _couple_url(opened: OpenedEvaluation, reading: LedgerReading, one: str, other: str) -> str:
    return opened.url("balance-couple", reading.partner(one).public, reading.partner(other).public)


@require_safe
@evaluation_page(room.may_write)
@own_side
def side(request: HttpRequest, opened: OpenedEvaluation, partner: Partner) -> HttpResponse:
    """Show the side of one's own partner: what it says of each other one, its choices, sharing."""
    kept = queries.side_of(opened.evaluation, partner)
    reading = reading_of(opened.evaluation)
    filled = {entry.other_id: bridge.filled_cells(entry) for entry in queries.entries_of([kept])}
    others = [each for each in reading.partners if each.pk != partner.pk]
    sharing = permissions.may_share(
        shared=kept.shared_at is not None, attributed=kept.attributed, filled=sum(filled.values())
    )
    context = {
        **around(opened),
        "partner": partner,
        "side": kept,
        "reading": reading,
        "others": [(each, filled.get(each.pk, 0), opened.url("balance-write", each.public)) for each in others],
        "cells": 2 * len(Family),
        "may_share": sharing.allowed,
        "why_not": "" if sharing.allowed else words.why_words(sharing.why),
    }
    return render(request, "evaluation/balance/side.html", context)


@require_http_methods(GET_OR_POST)
@evaluation_page(room.may_write)
@own_side
def write(request: HttpRequest, opened: OpenedEvaluation, partner: Partner, other: uuid.UUID) -> HttpResponse:
    """Write what one's own partner gives another and receives from it."""
    found = queries.partner_among(queries.participants_of(opened.evaluation), other)
    if found is None or found.pk == partner.pk:
        return error_page(request, 404, not_found_words)
    kept = queries.side_of(opened.evaluation, partner)
    answer = permissions.may_write_side(shared=kept.shared_at is not None)
    if not answer.allowed:
        return refused(request, opened, answer)
    entry = queries.entry_about(kept, found)
    done = attempt(request, EntryForm, entry, EntryForm.initial_of, operations.write_entry)
    if done.saved:
        messages.success(request, _("C’est enregistré dans votre brouillon."))
        return HttpResponseRedirect(opened.url("balance-side"))
    context = {**around(opened), "partner": partner, "other": found, "is_for_two": _two(opened), **_form(done)}
    return render(request, "evaluation/balance/write.html", context, status=done.status)


def _form(done: Any) -> dict[str, Any]:
    return {"form": done.form, "differences": done.differences}


def _two(opened: OpenedEvaluation) -> bool:
    return len(queries.participants_of(opened.evaluation)) == 2


@require_http_methods(GET_OR_POST)
@evaluation_page(room.may_write)
@own_side
def choices(request: HttpRequest, opened: OpenedEvaluation, partner: Partner) -> HttpResponse:
    """Choose whether the name stands by the figures, and give the yearly money."""
    kept = queries.side_of(opened.evaluation, partner)
    answer = permissions.may_write_side(shared=kept.shared_at is not None)
    if not answer.allowed:
        return refused(request, opened, answer)
    done = attempt(request, ChoicesForm, kept, ChoicesForm.initial_of, operations.choose)
    if done.saved:
        messages.success(request, _("C’est enregistré dans votre brouillon."))
        return HttpResponseRedirect(opened.url("balance-side"))
    context = {**around(opened), "partner": partner, "is_for_two": _two(opened), **_form(done)}
    return render(request, "evaluation/balance/choices.html", context, status=done.status)


@require_POST
@evaluation_page(room.may_write)
@own_side
def share(request: HttpRequest, opened: OpenedEvaluation, partner: Partner) -> HttpResponse:
    """Share the side of one's own partner."""
    kept = queries.side_of(opened.evaluation, partner)
    filled = sum(bridge.filled_cells(entry) for entry in queries.entries_of([kept]))
    operations.share(kept, opened.account, filled)
    messages.success(request, _("Votre côté est partagé."))
    return HttpResponseRedirect(opened.url("balance"))


@require_POST
@evaluation_page(room.may_write)
@own_side
def take_back(request: HttpRequest, opened: OpenedEvaluation, partner: Partner) -> HttpResponse:
    """Take the side of one's own partner back to correct it."""
    reading = reading_of(opened.evaluation)
    operations.take_back(
        queries.side_of(opened.evaluation, partner),
        counts_are_out=reading.counts_are_out,
        others_shared=reading.others_shared(partner),
    )
    messages.success(request, _("Votre côté redevient un brouillon."))
    return HttpResponseRedirect(opened.url("balance-side"))


@require_http_methods(GET_OR_POST)
@evaluation_page(room.may_read)
def couple(request: HttpRequest, opened: OpenedEvaluation, one: uuid.UUID, other: uuid.UUID) -> HttpResponse:
    """Read two sides together, and say what explains the gap."""
    reading = reading_of(opened.evaluation)
    first, second = (queries.partner_among(reading.partners, public) for public in (one, other))
    if first is None or second is None or first.pk == second.pk:
        return error_page(request, 404, not_found_words)
    is_shown = frozenset((bridge.key(first), bridge.key(second))) in reading.shown.pairs
    answer = permissions.may_see_couple(shown=is_shown)
    if not answer.allowed:
        return refused(request, opened, answer)
    form = CommentForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not opened.may(room.may_write):
            return refused(request, opened, Answer(permissions.Why.ONLY_OBSERVES))
        if form.is_valid():
            return _commented(request, opened, (first, second), form.cleaned_data["text"])
    context = {
        **around(opened),
        "first": first,
        "second": second,
        "directions": [tables.side_by_side(reading, a, b) for a, b in ((first, second), (second, first))],
        "comments": queries.comments_on(opened.evaluation, first, second),
        "form": form,
        "may_write": opened.may(room.may_write),
    }
    return render(request, "evaluation/balance/couple.html", context, status=422 if form.is_bound else 200)


def _commented(
    request: HttpRequest, opened: OpenedEvaluation, couple: tuple[Partner, Partner], text: str
) -> HttpResponse:
    try:
        operations.comment(opened.evaluation, couple, opened.account, opened.partner, text)
    except operations.NotNow as error:
        return refused(request, opened, error.answer)
    messages.success(request, _("Votre commentaire est publié."))
    return HttpResponseRedirect(opened.url("balance-couple", couple[0].public, couple[1].public))
