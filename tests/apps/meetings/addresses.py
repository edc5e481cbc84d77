"""The addresses of sessions: read by every role, run by those who run the alliance, voted by whoever has the link."""

from typing import Any

from tests.apps.meetings import building
from tests.apps.world import World

from cordee.apps.campaigns.operations import agreeing
from cordee.apps.meetings.links import vote_token
from cordee.apps.meetings.operations import voting

TABLE = """
# name                     method  anonymous  stranger  observer  member  facilitator
meetings:sessions          GET     sign-in    404       200       200     200
meetings:sessions          POST    sign-in    404       403       403     422
meetings:agenda            GET     sign-in    404       200       200     200
meetings:minutes           GET     sign-in    404       200       200     200
meetings:arrange           GET     sign-in    404       403       403     200
meetings:arrange           POST    sign-in    404       403       403     422
meetings:discard           POST    sign-in    404       403       403     302
meetings:open              POST    sign-in    404       403       403     302
meetings:desk              GET     sign-in    404       403       403     200
meetings:go                POST    sign-in    404       403       403     302
meetings:note              POST    sign-in    404       403       403     302
meetings:attendees         POST    sign-in    404       403       403     302
meetings:open-ballot       POST    sign-in    404       403       403     302
meetings:close-ballot      POST    sign-in    404       403       403     302
meetings:agree             POST    sign-in    404       403       403     302
meetings:dissent           POST    sign-in    404       403       403     302
meetings:withdraw          POST    sign-in    404       403       403     302
meetings:action            POST    sign-in    404       403       403     302
meetings:close             POST    sign-in    404       403       403     302
meetings:live              GET     sign-in    404       403       403     200
meetings:screen            GET     sign-in    404       403       403     200
meetings:qr                GET     sign-in    404       403       403     200

# Whoever holds the link votes, without an account and without a name.
meetings:vote              GET     200        200       200       200     200
meetings:vote              POST    422        422       422       422     422
"""

BEFORE = ("arrange", "discard", "open")

FORMS: dict[str, dict[str, Any]] = {
    "meetings:open-ballot": {"item": building.SPLIT},
    "meetings:agree": {"item": building.SPLIT, "level": "2"},
    "meetings:dissent": {"item": building.SPLIT, "reason": "Pas chez nous."},
    "meetings:action": {"title": "Écrire la règle"},
    "meetings:attendees": {"attendees": "Ana"},
}


def values(world: World) -> dict[str, Any]:
    """Name a session that has begun, another that has not, and a voice that did not join."""
    by = world.accounts["facilitator"]
    campaign = building.closed(world.alliance)
    meeting, before = building.opened(campaign, by), building.prepared(campaign, by)
    consensus = agreeing.record_consensus(campaign, building.SPLIT, 2, "", by, meeting.public)
    voting.close_ballot(meeting)
    return {
        "campaign": campaign.public,
        "meeting": meeting.public,
        **{f"meetings:{name}.meeting": before.public for name in BEFORE},
        "slot": "s1",
        "place": 0,
        "dissent": agreeing.add_dissent(consensus, "Trop tôt.").pk,
        "meetings:vote.token": vote_token(meeting),
    }
