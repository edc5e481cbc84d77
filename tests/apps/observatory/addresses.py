"""The addresses of the observatory: open to everybody; a figure of a survey that is not there is not found."""

from typing import Any

from tests.apps.world import World

TABLE = """
# name                       method  anonymous  stranger  observer  member  facilitator
observatory:entrance         GET     200        200       200       200     200
observatory:region           GET     200        200       200       200     200
observatory:explorer         GET     200        200       200       200     200
observatory:figure-file      GET     404        404       404       404     404
observatory:figure-embedded  GET     404        404       404       404     404
observatory:published        GET     200        200       200       200     200
observatory:published-csv    GET     200        200       200       200     200
observatory:compare          GET     200        200       200       200     200
"""


def values(world: World) -> dict[str, Any]:
    """Name a region, and a figure of a survey that this site does not have."""
    figure = {"edition": "nothing", "question": "alliance", "wave": "2024", "view": "tuiles", "kind": "svg"}
    return {"code": "53", **figure}
