"""The addresses of the evaluations of an alliance: read by every role, written by those who take part."""

from typing import Any

from tests.apps.evaluation.making import evaluation_of
from tests.apps.world import World

from cordee.apps.evaluation.models import Indicator

TABLE = """
# name                  method  anonymous  stranger  observer  member  facilitator
evaluation:index        GET     sign-in    404       200       200     200
evaluation:begin        GET     sign-in    404       403       200     200
evaluation:begin        POST    sign-in    404       403       422     422
evaluation:overview     GET     sign-in    404       200       200     200
evaluation:rename       GET     sign-in    404       403       200     200
evaluation:rename       POST    sign-in    404       403       422     422
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
"""


def values(world: World) -> dict[str, Any]:
    """Begin an evaluation."""
    evaluation = evaluation_of(world.alliance, world.accounts["member"])
    indicator = Indicator.objects.create(
        evaluation=evaluation, impact="performance", level="actors", name="Trajets", unit="km"
    )
    return {"alliance": world.alliance.public, "evaluation": evaluation.public, "indicator": indicator.public}
