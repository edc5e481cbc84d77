"""The criteria: chosen from the référentiel, worded together, agreed once, replaced by a new set when need be."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.evaluation import permissions as whole
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.judgement import operations, permissions, queries
from cordee.apps.evaluation.judgement.bridge import WORDS, approach_names, object_names
from cordee.apps.evaluation.judgement.forms import AgreementForm, CellsForm, RubricForm, initial_of
from cordee.apps.evaluation.judgement.views.opening import GET_OR_POST, rubric_of, told_when_refused
from cordee.apps.evaluation.models import Rubric
from cordee.apps.evaluation.parts import around
from cordee.apps.evaluation.queries import words_of
from cordee.apps.organisations.views.changing import attempt

HOME = "judgement-criteria"


@require_safe
@evaluation_page(whole.may_read)
def criteria(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Show the present set of rubrics, agreed or being written, and the former ones."""
    rubrics = queries.current_set(opened.evaluation)
    agreed, rows, pack = queries.is_agreed(rubrics), queries.rubrics_in(rubrics), words_of(opened.evaluation)
    number = rubrics.number if rubrics else 0
    may_write = opened.may(whole.may_write)
    context = {
        **around(opened),
        "rubrics": rubrics,
        "agreed": agreed,
        "rows": [_named(rubric, approach_names(pack), object_names(pack)) for rubric in rows],
        "former": queries.former_sets(opened.evaluation),
        "may_word": may_write and not agreed,
        "may_agree": permissions.may_agree(opened.role.kind, agreed=agreed, rubrics=len(rows)).allowed,
        "may_open_new": permissions.may_open_new(opened.role.kind, agreed=agreed, sets=number).allowed,
    }
    return render(request, "evaluation/judgement/criteria.html", context)


def _named(rubric: Rubric, approaches: dict[str, str], objects: dict[str, str]) -> dict[str, Any]:
    said = f"{approaches.get(rubric.approach, rubric.approach)} · {objects.get(rubric.object, rubric.object)}"
    return {"public": rubric.public, "said": said} | {name: getattr(rubric, name) for name in WORDS}


@require_http_methods(GET_OR_POST)
@evaluation_page(whole.may_write)
@told_when_refused(HOME)
def choose(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Choose what will be judged, among the approaches and objects of the référentiel."""
    pack = words_of(opened.evaluation)
    approaches, objects = approach_names(pack), object_names(pack)
    cells = {cell.id: cell for cell in pack.cells}
    labels = [(cell.id, f"{approaches[cell.approach]} · {objects[cell.object]}") for cell in pack.cells]
    form = CellsForm(request.POST if request.method == "POST" else None, cells=labels)
    if form.is_bound and form.is_valid():
        chosen = [cells[each] for each in form.cleaned_data["cells"]]
        operations.choose(opened.evaluation, opened.account, chosen)
        messages.success(request, _("C’est ajouté. Relisez les mots proposés et changez-les."))
        return HttpResponseRedirect(opened.url(HOME))
    return _form(request, opened, form, _("Choisir ce qui sera jugé"), 422 if form.is_bound else 200)


@require_http_methods(GET_OR_POST)
@evaluation_page(whole.may_write)
@told_when_refused(HOME)
def word(request: HttpRequest, opened: OpenedEvaluation, rubric: uuid.UUID) -> HttpResponse:
    """Word a rubric: the question, what to judge by, the four levels."""
    row = rubric_of(opened, rubric)
    permissions.demand(permissions.may_word(agreed=queries.is_agreed(row.rubrics)))
    done = attempt(request, RubricForm, row, lambda kept: initial_of(RubricForm, kept), operations.word)
    if done.saved:
        messages.success(request, _("C’est enregistré."))
        return HttpResponseRedirect(opened.url(HOME))
    return _form(request, opened, done.form, _("Les mots d’une question"), done.status, done.differences)


@require_POST
@evaluation_page(whole.may_write)
@told_when_refused(HOME)
def remove(request: HttpRequest, opened: OpenedEvaluation, rubric: uuid.UUID) -> HttpResponse:
    """Take a rubric out before the set is agreed."""
    operations.remove(rubric_of(opened, rubric))
    return HttpResponseRedirect(opened.url(HOME))


@require_http_methods(GET_OR_POST)
@evaluation_page(whole.may_lead)
@told_when_refused(HOME)
def agree(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Freeze the rubrics, once, with how they were agreed."""
    form = AgreementForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        operations.agree(opened.evaluation, opened.role.kind, form.cleaned_data["how"])
        messages.success(request, _("Les critères sont convenus et figés. Chaque partenaire peut juger."))
        return HttpResponseRedirect(opened.url("judgement"))
    return _form(request, opened, form, _("Convenir des critères"), 422 if form.is_bound else 200)


@require_POST
@evaluation_page(whole.may_lead)
@told_when_refused(HOME)
def open_new(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Open a new set of rubrics; what was judged stays with the former one."""
    operations.open_new(opened.evaluation, opened.role.kind, opened.account)
    messages.success(request, _("Un nouveau jeu de critères est ouvert. Les jugements déjà donnés gardent le leur."))
    return HttpResponseRedirect(opened.url(HOME))


def _form(
    request: HttpRequest, opened: OpenedEvaluation, form: object, heading: str, status: int, differences: object = ()
) -> HttpResponse:
    context = {
        **around(opened),
        "form": form,
        "differences": differences,
        "heading": heading,
        "lead": "",
        "said": (),
        "buttons": [("save", _("Enregistrer"))],
        "cancel_url": opened.url(HOME),
    }
    return render(request, "evaluation/judgement/form.html", context, status=status)
