"""The page that brings many values in: read and shown first, then written all at once, or only the good rows."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from cordee.apps.evaluation import permissions
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.indicators import bridge, operations, queries, sheets
from cordee.apps.evaluation.indicators import permissions as limits
from cordee.apps.evaluation.indicators.forms import ImportForm
from cordee.apps.evaluation.indicators.telling import figure
from cordee.apps.evaluation.models import Indicator
from cordee.apps.evaluation.parts import around
from cordee.apps.library.addresses import language
from cordee.core.amounts import write_amount
from cordee.core.value_file import ValueFile

GET_OR_POST = ["GET", "HEAD", "POST"]
FAULTS_SHOWN, VALUES_SHOWN = 200, 20


@require_http_methods(GET_OR_POST)
@evaluation_page(permissions.may_write)
def bring(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Bring many values in: they are shown first, then written all at once, or only the good rows when asked."""
    form = ImportForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if not form.is_bound:
        return show_import(request, opened, form, "", None)
    text = text_sent(form)
    if not text.strip():
        if not form.errors:
            form.add_error("text", _("Collez au moins une ligne, ou choisissez un fichier."))
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
    rows = {str(row.public): row for row in opened.evaluation.indicators.order_by("name", "pk")}
    faults = file.faults[:FAULTS_SHOWN] if file else []
    context = {
        **around(opened),
        "form": form,
        "text": text,
        "file": file,
        "known": list(rows.values()),
        "sample": sample_of(list(rows.values())),
        "hidden_faults": max(0, len(file.faults) - FAULTS_SHOWN) if file else 0,
        "hidden_values": max(0, len(file.values) - VALUES_SHOWN) if file else 0,
        "faults": [(one.line, one.column.in_(language()), one.message.in_(language()), one.remedy.in_(language()))
                   for one in faults],
        "values": [(one.line, rows[one.indicator], one.on, figure(one.value), one.group)
                   for one in (file.values[:VALUES_SHOWN] if file else [])],
        "no_way": sorted({rows[one.indicator].name for one in (file.values if file else [])
                          if rows[one.indicator].target is not None
                          and rows[one.indicator].target == rows[one.indicator].baseline}),
    }  # fmt: skip
    return render(request, "evaluation/indicators/bring.html", context, status=status)


def sample_of(indicators: list[Indicator]) -> str:
    """Return two lines to imitate, with the indicators of the evaluation when it has some."""
    names = [one.name for one in indicators[:2]] or [_("Personnes accompagnées")]
    on = date_format(timezone.localdate(), "d/m/Y")
    head = ";".join((_("indicateur"), _("date"), _("valeur"), _("groupe")))
    return "\n".join((head, *(f"{name};{on};{write_amount(12.5, language())};" for name in names)))
