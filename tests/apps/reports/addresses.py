"""The addresses of the documents: of a result, to whoever holds its link; of a 360°, to the alliance and its people."""

from typing import Any

from tests.apps.campaigns import addresses as campaigns
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

# A 360° that is not closed yet has no document: its page says where things stand.
shared_reports:pdf              GET     sign-in    404       302       302     302
shared_reports:xlsx             GET     sign-in    404       302       302     302
shared_reports:json             GET     sign-in    404       302       302     302
shared_reports:respondent_pdf   GET     302        302       302       302     302
shared_reports:respondent_xlsx  GET     302        302       302       302     302
shared_reports:respondent_json  GET     302        302       302       302     302
"""


def values(world: World) -> dict[str, Any]:
    """Answer a diagnosis and share it; launch a 360°."""
    given, launched = diagnosis.values(world), campaigns.values(world)
    shared = {f"reports:shared_{kind}.token": given["diagnosis:shared.token"] for kind in ("pdf", "xlsx", "json")}
    invited = {f"shared_reports:respondent_{kind}.token": launched["token"] for kind in ("pdf", "xlsx", "json")}
    return {"token": given["token"], "campaign": launched["campaign"], **shared, **invited}
