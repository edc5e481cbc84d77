"""The addresses of the documents: by the link of a result or a share link, or by a role for those of a session."""

from typing import Any

from tests.apps.diagnosis import addresses as diagnosis
from tests.apps.meetings import building
from tests.apps.world import World

TABLE = """
# name                 method  anonymous  stranger  observer  member  facilitator
reports:pdf            GET     200        200       200       200     200
reports:xlsx           GET     200        200       200       200     200
reports:json           GET     200        200       200       200     200
reports:shared_pdf     GET     200        200       200       200     200
reports:shared_xlsx    GET     200        200       200       200     200
reports:shared_json    GET     200        200       200       200     200
reports:minutes_pdf    GET     sign-in    404       200       200     200
"""


def values(world: World) -> dict[str, Any]:
    """Answer a diagnosis and share it; open a session."""
    given = diagnosis.values(world)
    meeting = building.opened(building.closed(world.another_alliance("Le Lac")), world.accounts["facilitator"])
    shared = {f"reports:shared_{kind}.token": given["diagnosis:shared.token"] for kind in ("pdf", "xlsx", "json")}
    return {"token": given["token"], "meeting": meeting.public, **shared}
