"""The addresses of the observatory: open to everybody."""

from typing import Any

from django.conf import settings
from tests.apps.world import World

from cordee.apps.observatory.demonstration.plan import plan
from cordee.apps.observatory.demonstration.publishing import publish_demonstration

TABLE = """
# name                       method  anonymous  stranger  observer  member  facilitator
observatory:entrance         GET     302        302       302       302     302
observatory:published        GET     200        200       200       200     200
observatory:published-csv    GET     200        200       200       200     200
observatory:compare          GET     200        200       200       200     200
observatory:editions         GET     200        200       200       200     200
observatory:edition          GET     200        200       200       200     200
observatory:edition-archive  GET     200        200       200       200     200
observatory:edition-selection GET    200        200       200       200     200
observatory:edition-file     GET     200        200       200       200     200
"""


def values(world: World) -> dict[str, Any]:
    """Put the demonstration barometer on the shelf, unless it is there already."""
    publish_demonstration(settings.EDITIONS)
    return {"edition": plan().populations["maires"].edition, "name": "design.yaml", "ending": "csv"}
