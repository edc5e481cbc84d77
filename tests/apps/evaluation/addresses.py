"""The addresses of the evaluations of an alliance: read by every role, written by those who take part."""

from typing import Any

from tests.apps.evaluation.framing.furnishing import framed
from django.utils import timezone
from tests.apps.evaluation.judgement.making_judgements import judged_in_common, opened_to_all
from tests.apps.evaluation.making import evaluation_of
from tests.apps.world import World

from cordee.apps.evaluation.models import Effect, Illustration
from cordee.apps.evaluation.models import Indicator
from cordee.apps.evaluation.models import CostLine, LedgerSide
from cordee.apps.organisations.models import Organisation, Partner
from tests.apps.evaluation.making import evaluation_of, partner_with_person
from tests.apps.world import World

from cordee.apps.evaluation.relations.operations import begin, open_survey

TABLE = """
# name                             method  anonymous  stranger  observer  member  facilitator
evaluation:index                   GET     sign-in    404       200       200     200
evaluation:begin                   GET     sign-in    404       403       200     200
evaluation:begin                   POST    sign-in    404       403       422     422
evaluation:overview                GET     sign-in    404       200       200     200
evaluation:rename                  GET     sign-in    404       403       200     200
evaluation:rename                  POST    sign-in    404       403       422     422

evaluation:framing                 GET     sign-in    404       200       200     200
evaluation:framing-path            GET     sign-in    404       200       200     200
evaluation:framing-moment-add      GET     sign-in    404       403       200     200
evaluation:framing-moment-add      POST    sign-in    404       403       422     422
evaluation:framing-moment          GET     sign-in    404       403       200     200
evaluation:framing-moment          POST    sign-in    404       403       422     422
evaluation:framing-moment-remove   POST    sign-in    404       403       302     302
evaluation:framing-grounds         GET     sign-in    404       200       200     200
evaluation:framing-ground-add      GET     sign-in    404       403       200     200
evaluation:framing-ground-add      POST    sign-in    404       403       422     422
evaluation:framing-ground          GET     sign-in    404       403       200     200
evaluation:framing-ground          POST    sign-in    404       403       422     422
evaluation:framing-ground-remove   POST    sign-in    404       403       302     302
evaluation:framing-stakeholders    GET     sign-in    404       200       200     200
evaluation:framing-stakeholder-add GET     sign-in    404       403       200     200
evaluation:framing-stakeholder-add POST    sign-in    404       403       422     422
evaluation:framing-stakeholder     GET     sign-in    404       403       200     200
evaluation:framing-stakeholder     POST    sign-in    404       403       422     422
evaluation:framing-stakeholder-remove POST sign-in    404       403       302     302
evaluation:framing-calendar        GET     sign-in    404       200       200     200
evaluation:framing-step-add        GET     sign-in    404       403       200     200
evaluation:framing-step-add        POST    sign-in    404       403       422     422
evaluation:framing-step            GET     sign-in    404       403       200     200
evaluation:framing-step            POST    sign-in    404       403       422     422
evaluation:framing-step-remove     POST    sign-in    404       403       302     302
evaluation:framing-means           GET     sign-in    404       200       200     200
evaluation:framing-cost-add        GET     sign-in    404       403       200     200
evaluation:framing-cost-add        POST    sign-in    404       403       422     422
evaluation:framing-cost            GET     sign-in    404       403       200     200
evaluation:framing-cost            POST    sign-in    404       403       422     422
evaluation:framing-cost-remove     POST    sign-in    404       403       302     302
evaluation:framing-lessons         GET     sign-in    404       200       200     200
evaluation:framing-lesson          GET     sign-in    404       403       200     200
evaluation:framing-lesson          POST    sign-in    404       403       422     422
evaluation:framing-purpose         GET     sign-in    404       403       200     200
evaluation:framing-purpose         POST    sign-in    404       403       422     422
evaluation:framing-scope           GET     sign-in    404       403       200     200
evaluation:framing-scope           POST    sign-in    404       403       422     422
evaluation:framing-questions       GET     sign-in    404       403       200     200
evaluation:framing-questions       POST    sign-in    404       403       422     422
evaluation:framing-document        GET     sign-in    404       200       200     200
evaluation:framing-freeze          POST    sign-in    404       403       403     409
evaluation:framing-version         GET     sign-in    404       200       200     200
evaluation:framing-sign            POST    sign-in    404       403       422     422
evaluation:framing-file            GET     sign-in    404       200       200     200
# name                  method  anonymous  stranger  observer  member  facilitator
evaluation:index        GET     sign-in    404       200       200     200
evaluation:begin        GET     sign-in    404       403       200     200
evaluation:begin        POST    sign-in    404       403       422     422
evaluation:overview     GET     sign-in    404       200       200     200
evaluation:rename       GET     sign-in    404       403       200     200
evaluation:rename       POST    sign-in    404       403       422     422
evaluation:effects      GET     sign-in    404       200       200     200
evaluation:effect       GET     sign-in    404       200       200     200
evaluation:effect-add   GET     sign-in    404       403       200     200
evaluation:effect-add   POST    sign-in    404       403       422     422
evaluation:effect-edit  GET     sign-in    404       403       200     200
evaluation:effect-edit  POST    sign-in    404       403       422     422
evaluation:effect-path  GET     sign-in    404       403       200     200
evaluation:effect-path  POST    sign-in    404       403       422     422
evaluation:effect-illustrate GET sign-in   404       403       200     200
evaluation:effect-illustrate POST sign-in  404       403       422     422
evaluation:effect-withdraw GET  sign-in    404       403       200     200
evaluation:effect-withdraw POST sign-in    404       403       302     302
evaluation:effect-remove GET    sign-in    404       403       200     200
evaluation:effect-remove POST   sign-in    404       403       422     422
evaluation:indicators          GET     sign-in    404       200       200     200
evaluation:indicators-add      GET     sign-in    404       403       200     200
evaluation:indicators-add      POST    sign-in    404       403       422     422
evaluation:indicators-compare  GET     sign-in    404       200       200     200
evaluation:indicators-import   GET     sign-in    404       403       200     200
evaluation:indicators-import   POST    sign-in    404       403       422     422
evaluation:indicators-one      GET     sign-in    404       200       200     200
evaluation:indicators-edit     GET     sign-in    404       403       200     200
evaluation:indicators-edit     POST    sign-in    404       403       422     422
evaluation:indicators-value    GET     sign-in    404       403       200     200
evaluation:indicators-value    POST    sign-in    404       403       422     422

# The people of this world all speak for one partner of two; nothing is shared but in the couple.
evaluation:balance            GET   sign-in  404  200  200  200
evaluation:balance-side       GET   sign-in  404  403  200  200
evaluation:balance-choices    GET   sign-in  404  403  200  200
evaluation:balance-choices    POST  sign-in  404  403  422  422
evaluation:balance-write      GET   sign-in  404  403  200  200
evaluation:balance-write      POST  sign-in  404  403  422  422
evaluation:balance-share      POST  sign-in  404  403  403  403
evaluation:balance-take-back  POST  sign-in  404  403  403  403
evaluation:balance-couple     GET   sign-in  404  200  200  200
evaluation:balance-couple     POST  sign-in  404  403  422  422

evaluation:efficiency         GET   sign-in  404  200  200  200
evaluation:efficiency-add     GET   sign-in  404  403  200  200
evaluation:efficiency-add     POST  sign-in  404  403  422  422
evaluation:efficiency-edit    GET   sign-in  404  403  200  200
evaluation:efficiency-edit    POST  sign-in  404  403  422  422
evaluation:efficiency-remove  POST  sign-in  404  403  302  302
evaluation:relations        GET   sign-in  404       200       200     200
evaluation:relations-open   POST  sign-in  404       403       403     403
evaluation:relations-sheet  GET   sign-in  404       403       200     200
evaluation:relations-begin  POST  sign-in  404       403       302     302
evaluation:relations-give   POST  sign-in  404       403       422     422
evaluation:relations-about  GET   sign-in  404       403       200     200
evaluation:relations-about  POST  sign-in  404       403       422     422
evaluation:relations-close  GET   sign-in  404       403       403     403
evaluation:relations-close  POST  sign-in  404       403       403     403
evaluation:relations-file   GET   sign-in  404       404       404     404
evaluation:judgement              GET   sign-in  404  200  200  200
evaluation:judgement-criteria     GET   sign-in  404  200  200  200
evaluation:judgement-choose       GET   sign-in  404  403  200  200
evaluation:judgement-choose       POST  sign-in  404  403  422  422
evaluation:judgement-agree        GET   sign-in  404  403  403  200
evaluation:judgement-agree        POST  sign-in  404  403  403  422
evaluation:judgement-open-new     POST  sign-in  404  403  403  302
evaluation:judgement-word         GET   sign-in  404  403  302  302  # agreed: led back with the reason
evaluation:judgement-word         POST  sign-in  404  403  302  302
evaluation:judgement-remove       POST  sign-in  404  403  302  302
evaluation:judgement-judge        GET   sign-in  404  403  200  200
evaluation:judgement-judge        POST  sign-in  404  403  422  422
evaluation:judgement-common       GET   sign-in  404  403  200  200
evaluation:judgement-common       POST  sign-in  404  403  422  422
evaluation:judgement-dissent      GET   sign-in  404  403  200  200
evaluation:judgement-dissent      POST  sign-in  404  403  422  422
evaluation:judgement-take-back    POST  sign-in  404  403  302  302
evaluation:judgement-limits       GET   sign-in  404  403  200  200
evaluation:judgement-limits       POST  sign-in  404  403  422  422
evaluation:judgement-publication  GET   sign-in  404  200  200  200
evaluation:judgement-propose      POST  sign-in  404  403  403  302
evaluation:judgement-proposed     GET   sign-in  404  200  200  200
evaluation:judgement-consent      POST  sign-in  404  403  302  302
evaluation:judgement-public       GET   200      200  200  200  200
"""


def values(world: World) -> dict[str, Any]:
    """Begin an evaluation, frame it, and freeze that frame."""
    evaluation = evaluation_of(world.alliance, world.accounts["member"])
    rows = framed(evaluation, world.accounts["facilitator"])
    return {
        "alliance": world.alliance.public,
        "evaluation": evaluation.public,
        "partner": world.partner.public,
        "number": 1,
        **{f"evaluation:framing-{key}.row": row.public for key, row in rows.items()},
        **{f"evaluation:framing-{key}-remove.row": row.public for key, row in rows.items()},
    effect = Effect.objects.create(evaluation=evaluation, impact="trust", level="actors", title="On se prévient")
    shown = Illustration.objects.create(effect=effect, kind="testimony", words="Merci", consent_on=timezone.localdate())
    return {
        "alliance": world.alliance.public,
        "evaluation": evaluation.public,
        "effect": effect.public,
        "illustration": shown.public,
    }
    indicator = Indicator.objects.create(
        evaluation=evaluation, impact="performance", level="actors", name="Trajets", unit="km"
    )
    return {"alliance": world.alliance.public, "evaluation": evaluation.public, "indicator": indicator.public}
    """Begin an evaluation, with a cost; and, in an alliance of its own, a couple of partners who shared their sides."""
    evaluation = evaluation_of(world.alliance, world.accounts["member"])
    cost = CostLine.objects.create(evaluation=evaluation, label="Salaires", kind="money", amount=10)
    ledger = evaluation_of(world.another_alliance("Le registre"))
    couple = evaluation_of(ledger.alliance)
    own = ledger.alliance.partners.get()
    other = Partner.objects.create(alliance=ledger.alliance, organisation=Organisation.objects.create(name="Le Pont"))
    for partner in (own, other):
        LedgerSide.objects.create(evaluation=couple, partner=partner, attributed=True, shared_at=timezone.now())
    pages = ("balance", "balance-side", "balance-choices", "balance-write", "balance-share", "balance-take-back")
    return {
        "alliance": world.alliance.public,
        "evaluation": evaluation.public,
        **{f"evaluation:{page}.evaluation": ledger.public for page in pages},
        "evaluation:balance-couple.evaluation": couple.public,
        "one": own.public,
        "other": other.public,
        "kind": "cout",
        "row": cost.public,
    """Begin an evaluation, and its survey of relations, which nobody has closed."""
    evaluation = evaluation_of(world.alliance, world.accounts["member"])
    other, _ = partner_with_person(world.alliance, "La Fabrique")
    survey = open_survey(evaluation, [world.partner, other], 2)
    begin(survey.sheets.get(partner=world.partner))
    return {
        "alliance": world.alliance.public,
        "evaluation": evaluation.public,
        "partner": other.public,
        "kind": "graphml",
    """Begin an evaluation, with a rubric judged in common and a document that its one partner opened to all."""
    evaluation = evaluation_of(world.alliance, world.accounts["member"])
    rubric = judged_in_common(evaluation, world.partner, world.accounts["member"])
    page = opened_to_all(evaluation, world.partner, world.accounts["facilitator"])
    return {
        "alliance": world.alliance.public,
        "evaluation": evaluation.public,
        "rubric": rubric.public,
        "page": page.public,
    }
