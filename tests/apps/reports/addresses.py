"""The addresses of the documents: open to whoever holds the link of a result, or a share link."""

from typing import Any

from tests.apps.diagnosis import addresses as diagnosis
from tests.apps.world import World

TABLE = """
# name                 method  anonymous  stranger  observer  member  facilitator
reports:pdf            GET     200        200       200       200     200
reports:xlsx           GET     200        200       200       200     200
reports:json           GET     200        200       200       200     200
reports:shared_pdf     GET     200        200       200       200     200
reports:shared_xlsx    GET     200        200       200       200     200
reports:shared_json    GET     200        200       200       200     200
"""


def values(world: World) -> dict[str, Any]:
    """Answer a diagnosis and share it."""
    given = diagnosis.values(world)
    shared = {f"reports:shared_{kind}.token": given["diagnosis:shared.token"] for kind in ("pdf", "xlsx", "json")}
    return {"token": given["token"], **shared}
