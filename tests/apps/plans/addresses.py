"""The addresses of the plan of an alliance: read by every role, written by those who take part."""

import uuid
from typing import Any

from tests.apps.world import World

from cordee.apps.plans import operations

TABLE = """
# name                     method  anonymous  stranger  observer  member  facilitator
plans:plan                 GET     sign-in    404       200       200     200
plans:calendar             GET     sign-in    404       200       200     200
plans:table                GET     sign-in    404       200       200     200
plans:add                  GET     sign-in    404       403       200     200
plans:add                  POST    sign-in    404       403       422     422
plans:refusals             GET     sign-in    404       200       200     200
plans:withdraw-refusal     POST    sign-in    404       403       302     302
plans:action               GET     sign-in    404       200       200     200
plans:edit                 GET     sign-in    404       403       200     200
plans:edit                 POST    sign-in    404       403       422     422
plans:status               POST    sign-in    404       403       422     422
plans:attach               POST    sign-in    404       403       422     422
plans:action-calendar      GET     sign-in    404       200       200     200
"""


def values(world: World) -> dict[str, Any]:
    """Write an action, and refuse an advice."""
    by = world.accounts["member"]
    refused = operations.refuse_advice(world.alliance, by, uuid.uuid4(), "name-one-contact", "Pas chez nous.")
    action = operations.add_action(world.alliance, by, title="Écrire la convention")
    return {"alliance": world.alliance.public, "action": action.public, "refused": refused.pk}
