"""The pages of the effects: the matrix, one effect, writing it, changing it, taking it out."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.evaluation import permissions as room
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.effects import bridge, operations, permissions, queries, wording
from cordee.apps.evaluation.effects.forms import EffectForm, RemoveForm
from cordee.apps.evaluation.effects.lines import lines_of, together
from cordee.apps.evaluation.effects.path_form import PathForm, steps_in
from cordee.apps.evaluation.models import Effect
from cordee.apps.evaluation.once import key_in
from cordee.apps.evaluation.parts import around
from cordee.apps.evaluation.queries import words_of
from cordee.apps.library.addresses import language
from cordee.apps.organisations.access import refusal
from cordee.apps.organisations.concurrency import ChangedMeanwhile
from cordee.apps.organisations.forms.fields import VersionedForm
from cordee.apps.organisations.views.changing import attempt
from cordee.charts.causal_chain import chain_svg, chain_table
from cordee.core import effects as core

GET_OR_POST = ["GET", "HEAD", "POST"]


def found(opened: OpenedEvaluation, public: uuid.UUID) -> Effect:
    """Return an effect of the evaluation on screen; any other does not exist."""
    effect = queries.effect_behind(public, opened.evaluation)
    if effect is None:
        raise Http404
    return effect


def said_of(effect: core.Effect) -> dict[str, Any]:
    """Return what the page of an effect says of it first."""
    return {
        "nature": wording.nature(effect.sign, expected=effect.expected),
        "confidence": wording.confidence_name(effect.confidence),
        "has_path": bool(effect.steps),
    }


@require_safe
@evaluation_page(room.may_read)
def matrix(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Show the matrix, with what is negative or unexpected first."""
    written = queries.in_brief(opened.evaluation)
    effects = bridge.with_counts(opened.evaluation, [one for one in written if one.set_aside_on is None])
    matrix_url, add_url = opened.url("effects"), opened.url("effect-add")
    impacts = {one.id: one for one in words_of(opened.evaluation).impacts}
    drawn = core.matrix_of(effects, list(impacts))
    lines = lines_of(matrix_url, effects)
    cells = [
        {
            "level": wording.level_name(cell.level),
            "add": f"{add_url}?impact={cell.impact}&level={cell.level}",
            "question": wording.question(cell.impact, cell.level),
            "effects": together(lines, cell.effects),
            "impact": cell.impact,
        }
        for cell in drawn.cells
    ]
    lang = language()
    rows = [
        (one.id, one.name.in_(lang), one.clock.words.in_(lang), [cell for cell in cells if cell["impact"] == one.id])
        for one in impacts.values()
    ]
    context = {
        **around(opened),
        "lead": wording.lead(core.tally(effects)),
        "apart": together(lines, drawn.apart),
        "rows": rows,
        "aside": [one for one in written if one.set_aside_on is not None],
        "may_write": opened.may(room.may_write),
        "add_url": add_url,
    }
    return render(request, "evaluation/effects/matrix.html", context)


@require_safe
@evaluation_page(room.may_read)
def effect(request: HttpRequest, opened: OpenedEvaluation, effect: uuid.UUID) -> HttpResponse:
    """Show an effect: what is said of it, its path, what it lacks."""
    row = found(opened, effect)
    value = bridge.with_counts(opened.evaluation, [row])[0]
    chain, shares = bridge.chain_of(row), bridge.shares_of(row)
    drawings = chain_svg(chain, width=300) + chain_svg(chain, width=900)
    context = {
        **around(opened),
        "effect": row,
        "line": said_of(value),
        "place": place_of(opened, row),
        "needs": [(wording.need(lack), where_to_say(opened, row, lack)) for lack in core.lacks(value)],
        "indicators": row.indicators.order_by("-headline", "name", "pk"),
        "measure_url": measure_url(opened, row),
        "chain": chain,
        "drawings": mark_safe(drawings),  # noqa: S308 - `chain_svg` escapes every text it writes
        "table": chain_table(chain),
        "illustrations": queries.shown(queries.Scope.INTERNAL).filter(effect=row),
        "withdrawn": queries.withdrawn_of(row),
        "excess": core.excess(shares),
        "parts": [
            (EffectForm.base_fields[name].label, getattr(row, name), getattr(row, f"{name}_share"))
            for name in ("claimed", "deadweight", "others", "displacement")
        ],
        "may_write": opened.may(room.may_write),
    }
    return render(request, "evaluation/effects/effect.html", context)


def place_of(opened: OpenedEvaluation, effect: Effect) -> str:
    """Return where an effect stands in the matrix, in words."""
    names: dict[str, str] = {one.id: one.name.in_(language()) for one in words_of(opened.evaluation).impacts}
    return f"{names.get(effect.impact, effect.impact)} · {wording.level_name(effect.level)}"


def measure_url(opened: OpenedEvaluation, effect: Effect) -> str:
    """Return where an indicator of an effect is added."""
    return f"{opened.url('indicators-add')}?effect={effect.public}&impact={effect.impact}&level={effect.level}"


def where_to_say(opened: OpenedEvaluation, effect: Effect, lack: core.Lack) -> str:
    """Return the page where what an effect lacks is written."""
    if lack == "indicator":
        return measure_url(opened, effect)
    pages = {"mechanism": "effect-path", "illustration": "effect-illustrate"}
    return opened.url(pages.get(lack, "effect-edit"), effect.public)


@require_http_methods(GET_OR_POST)
@evaluation_page(room.may_write)
def add(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Write a new effect: a sentence and its place are enough."""
    verdict = permissions.may_add(queries.effects_of(opened.evaluation).count())
    if not verdict.allowed:
        return refusal(request, verdict)
    initial = {"sign": "positive", "expected": "yes", "version": 1, **request.GET.dict()}
    data = request.POST if request.method == "POST" else None
    form = EffectForm(data, initial=initial, words=words_of(opened.evaluation))
    if form.is_bound and form.is_valid():
        made = operations.add(opened.evaluation, opened.account, form.values, key_in(request))
        return HttpResponseRedirect(opened.url("effect", made.public))
    return page(request, opened, form, _("Écrire un effet"), status=422 if form.is_bound else 200, once=key_in(request))


@require_http_methods(GET_OR_POST)
@evaluation_page(room.may_write)
def edit(request: HttpRequest, opened: OpenedEvaluation, effect: uuid.UUID) -> HttpResponse:
    """Change an effect; when somebody else did, show both and write neither over the other."""
    row = found(opened, effect)
    make = partial(EffectForm, words=words_of(opened.evaluation))
    done = attempt(request, make, row, EffectForm.initial_of, operations.qualify)
    if done.saved:
        messages.success(request, _("C’est enregistré."))
        return HttpResponseRedirect(opened.url("effect", row.public))
    return page(
        request,
        opened,
        done.form,
        _("Changer l’effet"),
        status=done.status,
        differences=done.differences,
        cancel_url=opened.url("effect", row.public),
    )


@require_http_methods(GET_OR_POST)
@evaluation_page(room.may_write)
def path(request: HttpRequest, opened: OpenedEvaluation, effect: uuid.UUID) -> HttpResponse:
    """Tell by which path an effect comes."""
    row = found(opened, effect)
    done = attempt(request, PathForm, row, PathForm.initial_of, tell)
    if done.saved:
        return HttpResponseRedirect(opened.url("effect", row.public))
    context = {
        **around(opened),
        "effect": row,
        "form": done.form,
        "differences": done.differences,
        "cancel_url": opened.url("effect", row.public),
    }
    return render(request, "evaluation/effects/path.html", context, status=done.status)


def tell(row: Effect, seen: int, values: dict[str, Any]) -> None:
    """Write the steps of a form."""
    operations.tell_path(row, seen, steps_in(values))


@require_http_methods(GET_OR_POST)
@evaluation_page(room.may_write)
def remove(request: HttpRequest, opened: OpenedEvaluation, effect: uuid.UUID) -> HttpResponse:
    """Delete an effect on which nothing hangs; set it aside with a reason otherwise, or on demand."""
    row = found(opened, effect)
    form = RemoveForm(request.POST if request.method == "POST" else None, initial={"version": row.version})
    if form.is_bound and form.is_valid():
        try:
            if "delete" in request.POST:
                operations.delete(row)
            else:
                operations.set_aside(row, form.cleaned_data["version"], form.cleaned_data["reason"])
        except operations.SomethingHangs:
            form.add_error(None, _("Des preuves tiennent à cet effet : mettez-le de côté, rien n’en sera perdu."))
        except ChangedMeanwhile:
            form.add_error(None, _("Quelqu’un vient de changer cet effet : relisez-le avant de le retirer."))
        else:
            return HttpResponseRedirect(opened.url("effects"))
    context = {
        **around(opened),
        "form": form,
        "effect": row,
        "may_delete": not queries.has_something_hanging(row),
        "cancel_url": opened.url("effect", row.public),
    }
    return render(request, "evaluation/effects/remove.html", context, status=422 if form.errors else 200)


@require_POST
@evaluation_page(room.may_write)
def take_back(request: HttpRequest, opened: OpenedEvaluation, effect: uuid.UUID) -> HttpResponse:
    """Put an effect that was set aside back into the matrix."""
    row = found(opened, effect)
    form = VersionedForm(request.POST)
    try:
        operations.take_back(row, form.cleaned_data["version"] if form.is_valid() else 0)
    except ChangedMeanwhile:
        messages.warning(request, _("Quelqu’un vient de changer cet effet : relisez-le avant de le remettre."))
    else:
        messages.success(request, _("L’effet est de nouveau dans la matrice."))
    return HttpResponseRedirect(opened.url("effect", row.public))


def page(
    request: HttpRequest,
    opened: OpenedEvaluation,
    form: Any,
    heading: str,
    *,
    status: int,
    differences: Any = (),
    **more: Any,
) -> HttpResponse:
    """Draw the page that writes an effect."""
    context = {
        **around(opened),
        "form": form,
        "heading": heading,
        "differences": differences,
        "once": None,
        "cancel_url": opened.url("effects"),
        **more,
    }
    return render(request, "evaluation/effects/edit.html", context, status=status)
