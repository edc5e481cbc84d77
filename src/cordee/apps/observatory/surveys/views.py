"""The pages of surveys: the list, one survey, its microdata, what is written of it, what it gives."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cordee.apps.accounts.models import Account
from cordee.apps.evidence.refusals import Refused
from cordee.apps.evidence.uploads import receives_files_up_to
from cordee.apps.observatory.models import Analyst, Survey
from cordee.apps.observatory.surveys import bridge, operations, telling
from cordee.apps.observatory.surveys.access import Opened, analyst_page, refusal, survey_page
from cordee.apps.observatory.surveys.forms import BeginForm, DataForm, TextsForm
from cordee.apps.observatory.surveys.operations import NotAllowed, Texts
from cordee.apps.observatory.surveys.starter import starting_design
from cordee.apps.organisations.concurrency import ChangedMeanwhile
from cordee.stats.faults import SurveyRefused
from cordee.stats.result_files import Sheet

ROWS_A_PAGE = 100
DIFFERENCES = ("difference", "change")


@require_http_methods(["GET", "HEAD", "POST"])
@analyst_page
def home(request: HttpRequest, account: Account) -> HttpResponse:
    """List surveys, and begin one."""
    form = BeginForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            survey = operations.begin(account, form.title, form.cleaned_data["edition"])
        except NotAllowed as error:
            return refusal(request, error.verdict)
        return HttpResponseRedirect(reverse("surveys:survey", args=[survey.public]))
    context = {
        "form": form,
        "surveys": Survey.objects.select_related("created_by").order_by("state", "-created_at"),
        "analysts": Analyst.objects.select_related("account").order_by("account__email"),
    }
    return render(request, "observatory/surveys/home.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@receives_files_up_to("SURVEY_MOST_BYTES")
@survey_page
def survey(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show one survey, and receive its microdata."""
    if request.method != "POST":
        return survey_of(request, opened, DataForm())
    form = DataForm(request.POST, request.FILES)
    if not form.is_valid():
        return survey_of(request, opened, form, status=422)
    try:
        operations.receive(opened.survey, form.cleaned_data["file"])
    except NotAllowed as error:
        return refusal(request, error.verdict)
    except Refused as error:
        form.add_error("file", str(error))
        return survey_of(request, opened, form, status=422)
    except SurveyRefused as refused:
        return survey_of(request, opened, form, status=422, faults=telling.faults_told(refused.faults, opened.lang))
    messages.success(request, _("Les microdonnées sont là."))
    return HttpResponseRedirect(opened.url("survey"))


def survey_of(
    request: HttpRequest, opened: Opened, form: DataForm, *, status: int = 200, faults: list[Any] | None = None
) -> HttpResponse:
    """Draw the page of a survey."""
    context = {"opened": opened, "form": form, "faults": faults or [], "trail": opened.trail()}
    return render(request, "observatory/surveys/survey.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@survey_page
def write(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Write the design, the dictionary and the margins; two people at once lose nothing."""
    if request.method != "POST":
        return write_page(request, opened, TextsForm(initial=_written(opened)))
    form = TextsForm(request.POST)
    if not form.is_valid():
        return write_page(request, opened, form, status=422)
    texts = Texts(*(form.cleaned_data[name] for name in ("design", "dictionary", "margins")))
    try:
        operations.write(opened.survey, form.cleaned_data["version"], texts)
    except NotAllowed as error:
        return refusal(request, error.verdict)
    except ChangedMeanwhile as meanwhile:
        again = TextsForm({**form.cleaned_data, "version": meanwhile.current.version})
        return write_page(request, opened, again, status=409, theirs=meanwhile.current)
    return HttpResponseRedirect(opened.url("check"))


def write_page(
    request: HttpRequest, opened: Opened, form: TextsForm, *, status: int = 200, theirs: Survey | None = None
) -> HttpResponse:
    """Draw the page where a survey is written."""
    trail = opened.trail((_("Plan"), ""))
    context = {"opened": opened, "form": form, "theirs": theirs, "trail": trail}
    return render(request, "observatory/surveys/write.html", context, status=status)


def _written(opened: Opened) -> dict[str, Any]:
    survey = opened.survey
    design = survey.design or _starting(opened)
    return {
        "version": survey.version,
        "design": design,
        "dictionary": survey.dictionary,
        "margins": survey.margins,
    }


def _starting(opened: Opened) -> str:
    """Begin with the columns of the file; without a file there is nothing to begin with."""
    if not opened.survey.data_stored_as:
        return ""
    return starting_design(bridge.columns_in(bridge.inputs_of(opened.survey)), opened.lang)


@require_safe
@survey_page
def check(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Say what is in the survey, or what stands in the way."""
    outcome = bridge.checked(opened.survey)
    seen = outcome.seen
    context = {
        "opened": opened,
        "faults": telling.faults_told(outcome.faults, opened.lang),
        "facts": telling.overview_told(seen, opened.lang) if seen else [],
        "answers": telling.answers_told(seen, opened.lang) if seen else None,
        "calibration": telling.diagnostics_told(seen.calibration, opened.lang) if seen and seen.calibration else [],
        "negative": seen.calibration.negative if seen and seen.calibration else 0,
        "trail": opened.trail((_("Vérification"), "")),
    }
    return render(request, "observatory/surveys/check.html", context)


@require_safe
@survey_page
def figures(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show what the design asks for, small cells hidden as they will be in the edition."""
    outcome = bridge.computed(opened.survey)
    context = {
        "opened": opened,
        "faults": telling.faults_told(outcome.faults, opened.lang),
        "estimates": _paged(outcome, outcome.estimates, request.GET.get("page"), opened),
        "comparisons": _paged(outcome, outcome.comparisons, request.GET.get("comparisons"), opened),
        "total": len(outcome.estimates.rows) if outcome.estimates else 0,
        "hidden": _hidden(outcome.estimates),
        "trail": opened.trail((_("Chiffres"), "")),
    }
    return render(request, "observatory/surveys/figures.html", context)


def _paged(outcome: bridge.Outcome, sheet: Sheet | None, asked: str | None, opened: Opened) -> dict[str, Any] | None:
    """Take a page of a table; differences are read once, in the table of comparisons."""
    if sheet is None or outcome.design is None:
        return None
    rows = [row for row in sheet.rows if sheet is outcome.comparisons or row[0] not in DIFFERENCES]
    page = Paginator(rows, ROWS_A_PAGE).get_page(asked)
    return {"page": page, "table": telling.table_told(sheet, list(page), outcome.design.suppress_under, opened.lang)}


def _hidden(sheet: Sheet | None) -> int:
    if sheet is None:
        return 0
    place = list(sheet.columns).index("status")
    return sum(row[place] == "suppressed" for row in sheet.rows)


@require_safe
@survey_page
def figures_csv(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Give the estimates as a file, as the command line writes them."""
    outcome = bridge.computed(opened.survey)
    if outcome.estimates is None:
        return HttpResponseRedirect(opened.url("figures"))
    response = HttpResponse(outcome.estimates.as_csv(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{opened.survey.edition}-estimates.csv"'
    return response


@require_safe
@survey_page
def weighted_file(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Give the microdata with their calibrated weights."""
    try:
        content = bridge.calibrated_bytes(opened.survey)
    except SurveyRefused:
        return HttpResponseRedirect(opened.url("check"))
    response = HttpResponse(content, content_type="application/vnd.apache.parquet")
    response["Content-Disposition"] = f'attachment; filename="{opened.survey.edition}-weighted.parquet"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@survey_page
def drop(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Abandon a survey, after saying what that deletes."""
    if request.method == "POST":
        try:
            operations.drop(opened.survey)
        except NotAllowed as error:
            return refusal(request, error.verdict)
        messages.success(request, _("L’enquête est abandonnée et ses microdonnées sont effacées."))
        return HttpResponseRedirect(reverse("surveys:home"))
    context = {"opened": opened, "trail": opened.trail((_("Abandonner"), ""))}
    return render(request, "observatory/surveys/drop.html", context)
