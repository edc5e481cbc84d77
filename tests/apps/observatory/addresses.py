"""The addresses of the observatory: open to everybody, but for surveys in preparation."""

from typing import Any

from django.conf import settings
from tests.apps.observatory.surveys import addresses as surveys
from tests.apps.world import World

from cordee.apps.observatory.demonstration.plan import plan
from cordee.apps.observatory.demonstration.publishing import publish_demonstration

OPEN_TO_ALL = """
# name                       method  anonymous  stranger  observer  member  facilitator
observatory:entrance         GET     200        200       200       200     200
observatory:region           GET     200        200       200       200     200
observatory:region-statistics GET    200        200       200       200     200
observatory:explorer         GET     200        200       200       200     200
observatory:figure-file      GET     200        200       200       200     200
observatory:figure-embedded  GET     200        200       200       200     200
observatory:published        GET     200        200       200       200     200
observatory:published-csv    GET     200        200       200       200     200
observatory:compare          GET     200        200       200       200     200
observatory:maturity         GET     200        200       200       200     200
observatory:maturity-csv     GET     200        200       200       200     200
observatory:editions         GET     200        200       200       200     200
observatory:edition          GET     200        200       200       200     200
observatory:edition-comparisons GET  200        200       200       200     200
observatory:edition-comparisons-file GET 200    200       200       200     200
observatory:edition-archive  GET     200        200       200       200     200
observatory:edition-selection GET    200        200       200       200     200
observatory:edition-file     GET     200        200       200       200     200
"""
TABLE = OPEN_TO_ALL + surveys.TABLE
FORMS = surveys.FORMS


def values(world: World) -> dict[str, Any]:
    """Put the demonstration barometer on the shelf, unless it is there; name a figure; prepare a survey."""
    publish_demonstration(settings.EDITIONS)
    edition = {"edition": plan().populations["maires"].edition, "name": "design.yaml", "ending": "csv"}
    figure = {"code": "53", "question": "alliance", "wave": "2024", "view": "tuiles", "kind": "svg"}
    return edition | figure | surveys.values(world)
