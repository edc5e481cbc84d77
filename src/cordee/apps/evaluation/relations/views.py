"""The pages of relations: where they stand and what may be shown, the sheet of a partner, a line of it, the closing."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.evaluation import permissions as room
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.models import RelationSheet, RelationSurvey
from cordee.apps.evaluation.parts import around
from cordee.apps.evaluation.relations import operations, queries, report
from cordee.apps.evaluation.relations.bridge import Published, published
from cordee.apps.evaluation.relations.drawing import FEWEST_TO_CHOOSE, the_map
from cordee.apps.evaluation.relations.files import FILES
from cordee.apps.evaluation.relations.forms import AboutForm, GivingForm, OpeningForm
from cordee.apps.evaluation.relations.permissions import Why, may_close, may_open
from cordee.apps.evaluation.relations.tables import drawn_map, drawn_table
from cordee.apps.evaluation.relations.wording import response_words, rule_words, tie_words, why_words
from cordee.apps.organisations.views.changing import attempt
from cordee.apps.ui.errors import ErrorWords, error_page
from cordee.core.document import Paragraph, Table
from cordee.core.network import TooFewAnswers

GET_OR_POST = ["GET", "HEAD", "POST"]


def refused(request: HttpRequest, why: Why) -> HttpResponse:
    """Say why a page stays closed."""
    steps = (_("Revenez à la page précédente : rien n’a été changé."),)
    return error_page(request, 403, lambda: ErrorWords(_("Ce n’est pas possible ici"), why_words(why), steps))


@require_safe
@evaluation_page(room.may_read)
def relations(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Show where relations stand: to be opened, being answered, or what may be shown."""
    survey = queries.survey_of(opened.evaluation)
    if survey is None:
        return render(request, "evaluation/relations/begin.html", opening_context(opened, OpeningForm()))
    if survey.closed_at is None:
        return render(request, "evaluation/relations/waiting.html", waiting_context(opened, survey))
    return render(request, "evaluation/relations/result.html", result_context(opened, survey, request.GET))


def opening_context(opened: OpenedEvaluation, form: OpeningForm) -> dict[str, object]:
    """Return what the page shows before the survey is open."""
    asked = len(queries.present(opened.evaluation))
    why = may_open(asked, already=False)
    leads = opened.may(room.may_lead)
    return {
        **around(opened),
        "form": form,
        "asked": asked,
        "rule": rule_words(asked),
        "may_open": leads and why is Why.GRANTED,
        "why_not": why_words(why if leads else Why.NOT_OPEN),
    }


def waiting_context(opened: OpenedEvaluation, survey: RelationSurvey) -> dict[str, object]:
    """Return what the page shows while partners answer: how many did, and never what they said."""
    why, sheet, response = queries.answering(opened), queries.own_sheet(opened), queries.response_of(survey)
    may_answer = why is Why.GRANTED and opened.may(room.may_write)
    leads = opened.may(room.may_lead)
    return {
        **around(opened),
        "response": response_words(response),
        "tie": tie_words(survey),
        "rule": rule_words(response.asked),
        "sheet": sheet,
        "may_answer": may_answer,
        "why_not": "" if may_answer else why_words(why),
        "awaited": queries.awaited(survey) if leads else [],
        "may_close": leads and may_close(response, closed=False) is Why.GRANTED,
    }


def result_context(opened: OpenedEvaluation, survey: RelationSurvey, asked: Mapping[str, str]) -> dict[str, object]:
    """Return what the page shows once closed: the same section as the report."""
    section, shown = report.sections(opened)[0], published(survey)
    tables = [drawn_table(block) for block in section.blocks if isinstance(block, Table)]
    return {
        **around(opened),
        "lead": section.lead,
        "paragraphs": [block for block in section.blocks if isinstance(block, Paragraph)],
        "tables": tables,
        "kinds": file_links(opened) if tables else [],
        **(map_context(shown, asked.get("partner", "")) if shown and tables else {"map": None}),
    }


def map_context(shown: Published, wanted: str) -> dict[str, object]:
    """Return the map of all, or around the partner that the reader chose, and who may be chosen when they are many."""
    partners = shown.network.partners
    about = wanted if wanted in partners else ""
    figure = the_map(shown, about)
    return {
        "map": drawn_map(figure, report.received_table(shown, figure)),
        "map_scrolls": figure.numbered,
        "map_open": len(figure.nodes) < FEWEST_TO_CHOOSE,
        "about": about,
        "choices": [(one, shown.names[one]) for one in partners] if len(partners) >= FEWEST_TO_CHOOSE else [],
    }


def file_links(opened: OpenedEvaluation) -> list[tuple[str, str]]:
    """Return the files to take away, each with its address."""
    names = {
        "graphml": _("Réseau (GraphML)"),
        "nodes": _("Partenaires (CSV)"),
        "edges": _("Liens (CSV)"),
        "kumu": _("Réseau pour Kumu (JSON)"),
    }
    return [(name, opened.url("relations-file", kind)) for kind, name in names.items()]


@require_POST
@evaluation_page(room.may_lead)
def opening(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Ask all present partners."""
    partners = queries.present(opened.evaluation)
    why = may_open(len(partners), already=queries.survey_of(opened.evaluation) is not None)
    if why is Why.ALREADY_OPEN:
        return to_relations(request, opened, why)
    if why is not Why.GRANTED:
        return refused(request, why)
    form = OpeningForm(request.POST)
    if not form.is_valid():
        return render(request, "evaluation/relations/begin.html", opening_context(opened, form), status=422)
    try:
        operations.open_survey(opened.evaluation, partners, int(form.cleaned_data["level"]))
    except operations.AlreadyOpen:
        return to_relations(request, opened, Why.ALREADY_OPEN)
    messages.success(request, _("Le questionnaire est ouvert : chaque partenaire peut répondre."))
    return HttpResponseRedirect(opened.url("relations"))


def to_relations(request: HttpRequest, opened: OpenedEvaluation, why: Why) -> HttpResponse:
    """Lead to what somebody else did first, and say so: nothing is wrong, there is nothing left to do."""
    messages.info(request, why_words(why))
    return HttpResponseRedirect(opened.url("relations"))


@dataclass(frozen=True)
class Line:
    """A line of a sheet: whom it is about, what was said, the way to change it."""

    name: str
    said: str
    url: str


@require_safe
@evaluation_page(room.may_write)
def sheet(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Show the sheet of one's own partner: the rule first, then a line for each of the others."""
    why, own = queries.answering(opened), queries.own_sheet(opened)
    if why is not Why.GRANTED or own is None:
        return refused(request, why)
    return render(request, "evaluation/relations/sheet.html", sheet_context(opened, own))


def sheet_context(opened: OpenedEvaluation, own: RelationSheet, form: GivingForm | None = None) -> dict[str, object]:
    """Return the lines of a sheet, and what remains before it is given."""
    rows = list(queries.answers_of(own))
    left = sum(not row.standing for row in rows)
    kept = {None: None, True: "yes", False: "no"}[own.agrees]
    return {
        **around(opened),
        "sheet": own,
        "rule": rule_words(queries.response_of(own.survey).asked),
        "tie": tie_words(own.survey),
        "lines": [
            Line(
                row.about.organisation.name,
                row.get_standing_display() if row.standing else "",
                opened.url("relations-about", row.about.public),
            )
            for row in rows
        ],
        "left": left,
        "form": form or GivingForm(initial={"agrees": kept}),
    }


@require_POST
@evaluation_page(room.may_write)
def begin(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Begin, once the rule was read."""
    why, own = queries.answering(opened), queries.own_sheet(opened)
    if why is not Why.GRANTED or own is None:
        return refused(request, why)
    try:
        operations.begin(own)
    except operations.Closed:
        return refused(request, Why.CLOSED)
    return HttpResponseRedirect(opened.url("relations-sheet"))


@require_http_methods(GET_OR_POST)
@evaluation_page(room.may_write)
def about(request: HttpRequest, opened: OpenedEvaluation, partner: uuid.UUID) -> HttpResponse:
    """Say what one's partner thinks of another; kept at once, changeable until the closing."""
    why, own = queries.answering(opened), queries.own_sheet(opened)
    if why is not Why.GRANTED or own is None:
        return refused(request, why)
    row = queries.answers_of(own).filter(about__public=partner).first()
    if row is None:
        raise Http404
    try:
        done = attempt(request, AboutForm, row, AboutForm.initial_of, operations.answer)
    except operations.Closed:
        return refused(request, Why.CLOSED)
    if done.saved:
        return HttpResponseRedirect(next_open(opened, own))
    context = {
        **around(opened),
        "form": done.form,
        "differences": done.differences,
        "about": row.about.organisation.name,
        "cancel_url": opened.url("relations-sheet"),
    }
    return render(request, "evaluation/relations/about.html", context, status=done.status)


def next_open(opened: OpenedEvaluation, own: RelationSheet) -> str:
    """Return the address of the next line without an answer, the sheet when there is none."""
    row = queries.answers_of(own).filter(standing="").first()
    return opened.url("relations-about", row.about.public) if row else opened.url("relations-sheet")


@require_POST
@evaluation_page(room.may_write)
def give(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Give the sheet, and say whether the scores may bear a name."""
    why, own = queries.answering(opened), queries.own_sheet(opened)
    if why is not Why.GRANTED or own is None:
        return refused(request, why)
    form = GivingForm(request.POST)
    try:
        if form.is_valid():
            operations.give(own, agrees=form.cleaned_data["agrees"] == "yes")
            messages.success(request, _("Vos réponses sont données. Vous pouvez les changer jusqu’à la clôture."))
            return HttpResponseRedirect(opened.url("relations"))
    except operations.Unfinished:
        form.add_error(None, _("Il reste des partenaires sans réponse : « Je ne sais pas » en est une."))
    except operations.Closed:
        return refused(request, Why.CLOSED)
    return render(request, "evaluation/relations/sheet.html", sheet_context(opened, own, form), status=422)


@require_http_methods(GET_OR_POST)
@evaluation_page(room.may_lead)
def close(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Close, after saying what it does."""
    survey = queries.survey_of(opened.evaluation)
    if survey is None:
        return refused(request, Why.NOT_OPEN)
    response = queries.response_of(survey)
    why = may_close(response, closed=survey.closed_at is not None)
    if why is Why.CLOSED:
        return to_relations(request, opened, Why.ALREADY_CLOSED)
    if why is not Why.GRANTED:
        return refused(request, why)
    if request.method != "POST":
        context = {**around(opened), "response": response_words(response), "awaited": queries.awaited(survey)}
        return render(request, "evaluation/relations/close.html", context)
    try:
        operations.close(survey)
    except operations.Closed:
        return to_relations(request, opened, Why.ALREADY_CLOSED)
    except TooFewAnswers:
        return refused(request, Why.TOO_FEW_ANSWERS)
    messages.success(request, _("C’est clos : voici ce qui peut être montré."))
    return HttpResponseRedirect(opened.url("relations"))


@require_safe
@evaluation_page(room.may_read)
def take(request: HttpRequest, opened: OpenedEvaluation, kind: str) -> HttpResponse:
    """Answer with a file of what may be shown; there is none before the closing."""
    survey = queries.survey_of(opened.evaluation)
    shown = published(survey) if survey else None
    if kind not in FILES or shown is None or (shown.network.too_small and not shown.network.everyone_agreed):
        raise Http404
    write, media_type, suffix = FILES[kind]
    name = f'attachment; filename="relations-{kind}.{suffix}"'
    return HttpResponse(write(shown), content_type=media_type, headers={"Content-Disposition": name})
