"""The addresses of the documents: by the link of a result or of an answer, or by a role in the alliance."""

from typing import Any

from tests.apps.diagnosis import addresses as diagnosis
from tests.apps.evaluation.making import evaluation_of
from tests.apps.meetings import building
from tests.apps.world import World

from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.tokens import derived_token
from cordee.apps.diagnosis.tokens import fingerprint

TABLE = """
# name                          method  anonymous  stranger  observer  member  facilitator
reports:pdf                     GET     200        200       200       200     200
reports:xlsx                    GET     200        200       200       200     200
reports:json                    GET     200        200       200       200     200
reports:shared_pdf              GET     200        200       200       200     200
reports:shared_xlsx             GET     200        200       200       200     200
reports:shared_json             GET     200        200       200       200     200
reports:glossary_pdf            GET     200        200       200       200     200
reports:minutes_pdf             GET     sign-in    404       200       200     200
shared_reports:pdf              GET     sign-in    404       200       200     200
shared_reports:xlsx             GET     sign-in    404       200       200     200
shared_reports:json             GET     sign-in    404       200       200     200
shared_reports:respondent_pdf   GET     200        200       200       200     200
shared_reports:respondent_xlsx  GET     200        200       200       200     200
shared_reports:respondent_json  GET     200        200       200       200     200
evaluation-report:page          GET     sign-in    404       200       200     200
evaluation-report:pdf           GET     sign-in    404       200       200     200
evaluation-report:short-pdf     GET     sign-in    404       200       200     200
evaluation-report:docx          GET     sign-in    404       200       200     200
evaluation-report:pptx          GET     sign-in    404       200       200     200
evaluation-report:xlsx          GET     sign-in    404       200       200     200
evaluation-report:json          GET     sign-in    404       200       200     200
sharing:picture                 GET     200        200       200       200     200
"""


def values(world: World) -> dict[str, Any]:
    """Answer a diagnosis and share it; close a 360°, and open its session."""
    given = diagnosis.values(world)
    campaign = building.closed(world.another_alliance("Le Lac"))
    meeting = building.opened(campaign, world.accounts["facilitator"])
    shared = {f"reports:shared_{kind}.token": given["diagnosis:shared.token"] for kind in ("pdf", "xlsx", "json")}
    link = link_of(campaign)
    held = {f"shared_reports:respondent_{kind}.token": link for kind in ("pdf", "xlsx", "json")}
    return {
        "sharing:picture.kind": "pages",
        "sharing:picture.name": "site",
        "token": given["token"],
        "campaign": campaign.public,
        "meeting": meeting.public,
        "evaluation": evaluation_of(world.alliance, world.accounts["member"]).public,
        **shared,
        **held,
    }


def link_of(campaign: Campaign) -> str:
    """Give a circle a link; return what it holds."""
    circle = campaign.circles.order_by("position")[0]
    token = derived_token("circle", circle.public, circle.link_generation)
    circle.open_link, circle.token_sha256 = True, fingerprint(token)
    circle.save()
    return token
