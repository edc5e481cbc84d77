"""The addresses of the efficiency of an alliance: read by every role, written by those who take part."""

from typing import Any

from tests.apps.evaluation.making import evaluation_of
from tests.apps.world import World

from cordee.apps.evaluation.models import CostLine
from cordee.apps.organisations.models import Alliance

TABLE = """
# name  method  anonymous  stranger  observer  member  facilitator
evaluation:efficiency         GET   sign-in  404  200  200  200
evaluation:efficiency-add     GET   sign-in  404  403  200  200
evaluation:efficiency-add     POST  sign-in  404  403  422  422
evaluation:efficiency-edit    GET   sign-in  404  403  200  200
evaluation:efficiency-edit    POST  sign-in  404  403  422  422
evaluation:efficiency-remove  POST  sign-in  404  403  302  302
"""


def values(world: World, alliance: Alliance) -> dict[str, Any]:
    """Begin an evaluation, with a cost."""
    evaluation = evaluation_of(alliance, world.accounts["member"])
    cost = CostLine.objects.create(evaluation=evaluation, label="Salaires", kind="money", amount=10)
    return {"evaluation": evaluation.public, "kind": "cost", "row": cost.public}
