"""Judging: the page of the judgement, each partner on its own, then the common judgement, dissents and limits."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.evaluation import permissions as whole
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.judgement import operations, permissions, queries
from cordee.apps.evaluation.judgement.companions import companions_of
from cordee.apps.evaluation.judgement.forms import (
    CommonForm,
    DissentForm,
    DraftForm,
    JudgementForm,
    LimitsForm,
    initial_of,
)
from cordee.apps.evaluation.judgement.permissions import Answer, demand
from cordee.apps.evaluation.judgement.report import former_sections, questions_of, sections
from cordee.apps.evaluation.judgement.spread import drawn_spread
from cordee.apps.evaluation.judgement.views.opening import GET_OR_POST, rubric_of, told_when_refused
from cordee.apps.evaluation.models import CommonJudgement, JudgementDissent, Rubric
from cordee.apps.evaluation.parts import around
from cordee.apps.library.addresses import language
from cordee.apps.organisations.models import Partner
from cordee.apps.organisations.views.changing import attempt
from cordee.apps.ui.documents.shown import ShownBlock, shown_blocks
from cordee.core.document import Section

HOME = "judgement"


@require_safe
@evaluation_page(whole.may_read)
def overview(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Show the judgement as its reader may see it, with what each may do next and the last 360° beside."""
    benches = queries.benches_of(opened)
    whole_section, *rubrics, limits_section = _said(opened)
    context = {
        **around(opened),
        "whole": whole_section,
        "told_whole": [each for each in whole_section[1] if each.kind != "picture"],
        "spread": drawn_spread(questions_of(opened, benches)),
        "rubrics": [(told, bench, _doors(opened, bench)) for told, bench in zip(rubrics, benches, strict=True)],
        "limits": limits_section,
        "companions": companions_of(opened.role),
        "may_write": opened.may(whole.may_write),
    }
    return render(request, "evaluation/judgement/judgement.html", context)


@require_safe
@evaluation_page(whole.may_read)
def former(request: HttpRequest, opened: OpenedEvaluation, number: int) -> HttpResponse:
    """Show what was judged by a set of criteria that another one replaced: it stays, and nothing is added to it."""
    rubrics = next((each for each in queries.former_sets(opened.evaluation) if each.number == number), None)
    if rubrics is None:
        raise Http404
    benches = queries.benches_in(opened, rubrics)
    context = {
        **around(opened),
        "rubrics": rubrics,
        "spread": drawn_spread(questions_of(opened, benches)),
        "judged": _shown(former_sections(opened, benches)),
    }
    return render(request, "evaluation/judgement/former.html", context)


def _said(opened: OpenedEvaluation) -> list[tuple[Section, list[ShownBlock]]]:
    return _shown(sections(opened))


def _shown(told: Sequence[Section]) -> list[tuple[Section, list[ShownBlock]]]:
    return [(section, shown_blocks(section.blocks, language())) for section in told]


def _doors(opened: OpenedEvaluation, bench: queries.Bench) -> dict[str, Any]:
    common, partner = bench.common, opened.partner
    own = common.dissents.filter(partner=partner).first() if common is not None and partner is not None else None
    return {
        "judge": may_judge(opened, bench.rubric).allowed,
        "common": may_record(opened, bench).allowed,
        "dissent": permissions.may_dissent(queries.speaks(opened), has_common=common is not None).allowed,
        "own_dissent": own,
        "dissent_is_old": own is not None and common is not None and own.of_version != common.version,
    }


def may_judge(opened: OpenedEvaluation, rubric: Rubric) -> Answer:
    """Say whether the reader may judge on a rubric on behalf of their partner."""
    judged = queries.judged_set(opened.evaluation)
    given = rubric.judgements.filter(partner=opened.partner).count() if opened.partner else 0
    agreed, current = queries.is_agreed(rubric.rubrics), judged is not None and judged.pk == rubric.rubrics_id
    return permissions.may_judge(queries.speaks(opened), agreed=agreed, current=current, given=given)


def may_record(opened: OpenedEvaluation, bench: queries.Bench) -> Answer:
    """Say whether the reader may write what all say together on a rubric."""
    return permissions.may_record_common(
        opened.role.kind, bench.sees, given=len(bench.gave), partners=len(bench.partners), current=bench.current
    )


def _speaking(opened: OpenedEvaluation) -> Partner:
    demand(queries.speaks(opened))
    if opened.partner is None:
        raise permissions.Refused(Answer(permissions.Reason.SPEAKS_FOR_NOBODY))
    return opened.partner


@require_http_methods(GET_OR_POST)
@evaluation_page(whole.may_write)
@told_when_refused(HOME)
def judge(request: HttpRequest, opened: OpenedEvaluation, rubric: uuid.UUID) -> HttpResponse:
    """Write the judgement of one's partner, keep it as a draft, or give it."""
    row, partner = rubric_of(opened, rubric), _speaking(opened)
    demand(may_judge(opened, row))
    gives = "give" in request.POST
    keeps_draft = request.method == "POST" and not gives
    form: type[DraftForm] = DraftForm if keeps_draft else JudgementForm
    save: Callable[..., Any] = operations.give if gives else operations.keep_draft
    done = attempt(request, form, queries.draft_of(row, partner), lambda kept: initial_of(DraftForm, kept), save)
    if done.saved:
        given, kept = _("Le jugement est donné. Vous pouvez lire ceux des autres."), _("Le brouillon est gardé.")
        messages.success(request, given if gives else kept)
        return HttpResponseRedirect(opened.url(HOME))
    said = (
        _("Vous êtes peu nombreux : les partenaires sauront que ce jugement est celui de {partner}.").format(
            partner=partner.organisation.name
        ),
        _("Tant qu’il n’est pas donné, seules les personnes qui parlent pour votre organisation le lisent."),
        _("Vous lirez les jugements des autres quand votre organisation aura donné le sien, pas avant."),
        _("Un jugement donné reste. Vous pourrez en donner un autre : le premier sera gardé à côté."),
    )
    buttons = [("give", _("Donner ce jugement")), ("draft", _("Garder le brouillon"))]
    return _form(request, opened, done, row.question, buttons, said, row)


@require_http_methods(GET_OR_POST)
@evaluation_page(whole.may_write)
@told_when_refused(HOME)
def common(request: HttpRequest, opened: OpenedEvaluation, rubric: uuid.UUID) -> HttpResponse:
    """Write what all say together after they discussed."""
    row = rubric_of(opened, rubric)
    bench = queries.bench_of(opened, row)
    demand(may_record(opened, bench))

    def save(kept: CommonJudgement, seen: int, values: dict[str, Any]) -> None:
        operations.record_common(row, opened.account, seen, values)

    kept = bench.common or CommonJudgement(rubric=row)
    done = attempt(request, CommonForm, kept, lambda one: initial_of(CommonForm, one), save)
    if done.saved:
        messages.success(request, _("Le jugement commun est enregistré. Les désaccords restent à côté."))
        return HttpResponseRedirect(opened.url(HOME))
    said = (
        _(
            "Il ne remplace le jugement de personne. "
            "Un partenaire qui ne s’y reconnaît pas peut le dire, et cela reste."
        ),
    )
    return _form(request, opened, done, row.question, [("save", _("Enregistrer"))], said, row)


@require_http_methods(GET_OR_POST)
@evaluation_page(whole.may_write)
@told_when_refused(HOME)
def dissent(request: HttpRequest, opened: OpenedEvaluation, rubric: uuid.UUID) -> HttpResponse:
    """Say, for one's partner, that it does not join the common judgement."""
    row, partner = rubric_of(opened, rubric), _speaking(opened)
    agreed: CommonJudgement | None = getattr(row, "common", None)
    demand(permissions.may_dissent(queries.speaks(opened), has_common=agreed is not None))
    if agreed is None:
        raise permissions.Refused(Answer(permissions.Reason.NO_COMMON))

    def save(kept: JudgementDissent, seen: int, values: dict[str, Any]) -> None:
        operations.dissent(agreed, partner, seen, values)

    kept = agreed.dissents.filter(partner=partner).first() or JudgementDissent(common=agreed, partner=partner)
    done = attempt(request, DissentForm, kept, lambda one: initial_of(DissentForm, one), save)
    if done.saved:
        messages.success(request, _("Le désaccord est gardé à côté du jugement commun."))
        return HttpResponseRedirect(opened.url(HOME))
    said = (
        _("Vous parlez pour {partner}. Votre nom n’apparaît pas, celui de votre organisation oui.").format(
            partner=partner.organisation.name
        ),
        _("Personne d’autre que votre organisation ne peut changer ni retirer ces mots."),
    )
    return _form(request, opened, done, row.question, [("save", _("Garder ce désaccord"))], said, row)


@require_POST
@evaluation_page(whole.may_write)
@told_when_refused(HOME)
def take_back(request: HttpRequest, opened: OpenedEvaluation, rubric: uuid.UUID) -> HttpResponse:
    """Take back the dissent of one's own partner; there is no address for that of another."""
    row, partner = rubric_of(opened, rubric), _speaking(opened)
    agreed: CommonJudgement | None = getattr(row, "common", None)
    own = agreed is not None and agreed.dissents.filter(partner=partner).exists()
    demand(permissions.may_take_back_dissent(queries.speaks(opened), own=own))
    if agreed is not None:
        operations.take_back_dissent(agreed, partner)
    return HttpResponseRedirect(opened.url(HOME))


@require_http_methods(GET_OR_POST)
@evaluation_page(whole.may_write)
def limits(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Say what the evaluation cannot say."""
    kept = queries.limits_of(opened.evaluation)
    done = attempt(request, LimitsForm, kept, lambda one: initial_of(LimitsForm, one), operations.state_limits)
    if done.saved:
        messages.success(request, _("C’est enregistré."))
        return HttpResponseRedirect(opened.url(HOME))
    return _form(request, opened, done, _("Limites"), [("save", _("Enregistrer"))])


def _form(
    request: HttpRequest,
    opened: OpenedEvaluation,
    done: Any,
    heading: str,
    buttons: list[tuple[str, str]],
    said: tuple[str, ...] = (),
    rubric: Rubric | None = None,
) -> HttpResponse:
    context = {
        **around(opened),
        "form": done.form,
        "differences": done.differences,
        "heading": heading,
        "lead": "",
        "said": said,
        "rubric": rubric,
        "buttons": buttons,
        "cancel_url": opened.url(HOME),
    }
    return render(request, "evaluation/judgement/form.html", context, status=done.status)
