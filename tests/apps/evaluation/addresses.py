"""The addresses of the evaluations of an alliance: read by every role, written by those who take part."""

from typing import Any

from django.utils import timezone
from tests.apps.evaluation.making import evaluation_of
from tests.apps.world import World

from cordee.apps.evaluation.models import Effect, Illustration

TABLE = """
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
"""


def values(world: World) -> dict[str, Any]:
    """Begin an evaluation."""
    evaluation = evaluation_of(world.alliance, world.accounts["member"])
    effect = Effect.objects.create(evaluation=evaluation, impact="trust", level="actors", title="On se prévient")
    shown = Illustration.objects.create(effect=effect, kind="testimony", words="Merci", consent_on=timezone.localdate())
    return {
        "alliance": world.alliance.public,
        "evaluation": evaluation.public,
        "effect": effect.public,
        "illustration": shown.public,
    }
