"""The addresses of the indicators of an evaluation: read by every role, written by those who take part."""

from typing import Any

from tests.apps.evaluation.making import evaluation_of
from tests.apps.world import World

from cordee.apps.evaluation.models import Indicator
from cordee.apps.organisations.models import Alliance

TABLE = """
# name  method  anonymous  stranger  observer  member  facilitator
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


def values(world: World, alliance: Alliance) -> dict[str, Any]:
    """Begin an evaluation, with an indicator."""
    evaluation = evaluation_of(alliance, world.accounts["member"])
    indicator = Indicator.objects.create(
        evaluation=evaluation, impact="performance", level="actors", name="Trajets", unit="km"
    )
    return {"evaluation": evaluation.public, "indicator": indicator.public}
