"""The addresses of the effects of an alliance: read by every role, written by those who take part."""

from typing import Any

from django.utils import timezone
from tests.apps.evaluation.making import evaluation_of
from tests.apps.world import World

from cordee.apps.evaluation.models import Effect, Illustration
from cordee.apps.organisations.models import Alliance

TABLE = """
# name  method  anonymous  stranger  observer  member  facilitator
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
evaluation:effect-take-back POST sign-in   404       403       302     302
evaluation:effect-remove GET    sign-in    404       403       200     200
evaluation:effect-remove POST   sign-in    404       403       422     422
"""


def values(world: World, alliance: Alliance) -> dict[str, Any]:
    """Begin an evaluation, with an effect that somebody illustrates."""
    evaluation = evaluation_of(alliance, world.accounts["member"])
    effect = Effect.objects.create(evaluation=evaluation, impact="trust", level="actors", title="On se prévient")
    shown = Illustration.objects.create(effect=effect, kind="testimony", words="Merci", consent_on=timezone.localdate())
    return {"evaluation": evaluation.public, "effect": effect.public, "illustration": shown.public}
