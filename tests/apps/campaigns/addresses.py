"""The addresses of a 360°: what is announced is read by every role, facilitators conduct it, links open a seat.

What each state of a 360° opens is told by `preparing/test_facilitator_access.py` and `answering/test_access.py`.
"""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from tests.apps.campaigns.answering.building import token_of
from tests.apps.meetings import building
from tests.apps.world import World

from cordee.apps.campaigns.models import Campaign, Invitee
from cordee.apps.campaigns.operations import answering, inviting, launching, paper, preparation
from cordee.apps.campaigns.operations.inviting import Person
from cordee.apps.diagnosis.tokens import fingerprint

TABLE = """
# name                     method  anonymous  stranger  observer  member  facilitator
campaigns:example          GET     200        200       200       200     200
campaigns:campaigns        GET     sign-in    404       200       200     200
campaigns:campaign         GET     sign-in    404       200       200     200
campaigns:begin            GET     sign-in    404       403       403     200
campaigns:begin            POST    sign-in    404       403       403     422

# Prepared, then launched.
campaigns:title            GET     sign-in    404       403       403     200
campaigns:title            POST    sign-in    404       403       403     422
campaigns:circles          GET     sign-in    404       403       403     200
campaigns:circles          POST    sign-in    404       403       403     422
campaigns:topics           GET     sign-in    404       403       403     200
campaigns:topics           POST    sign-in    404       403       403     422
campaigns:regime           GET     sign-in    404       403       403     200
campaigns:regime           POST    sign-in    404       403       403     422
campaigns:days             GET     sign-in    404       403       403     200
campaigns:days             POST    sign-in    404       403       403     422
campaigns:words            GET     sign-in    404       403       403     200
campaigns:words            POST    sign-in    404       403       403     422
campaigns:discard          GET     sign-in    404       403       403     200
campaigns:discard          POST    sign-in    404       403       403     422
campaigns:letter           GET     sign-in    404       403       403     200
campaigns:question         GET     sign-in    404       403       403     200
campaigns:launch           GET     sign-in    404       403       403     200
campaigns:launch           POST    sign-in    404       403       403     422

# The people invited, their links and their papers.
campaigns:people           GET     sign-in    404       403       403     200
campaigns:people           POST    sign-in    404       403       403     422
campaigns:person           GET     sign-in    404       403       403     200
campaigns:person           POST    sign-in    404       403       403     422
campaigns:uninvite         POST    sign-in    404       403       403     302
campaigns:again            POST    sign-in    404       403       403     302
campaigns:replace          POST    sign-in    404       403       403     302
campaigns:person_paper     GET     sign-in    404       403       403     200
campaigns:links            GET     sign-in    404       403       403     200
campaigns:circle_link      POST    sign-in    404       403       403     302
campaigns:qr               GET     sign-in    404       403       403     200
campaigns:sheet            GET     sign-in    404       403       403     200
campaigns:paper            GET     sign-in    404       403       403     200

# Followed, typed in from paper, closed; the next wave.
campaigns:counts           GET     sign-in    404       403       403     302
campaigns:remind           POST    sign-in    404       403       403     302
campaigns:last_day         GET     sign-in    404       403       403     200
campaigns:last_day         POST    sign-in    404       403       403     422
campaigns:cancel           GET     sign-in    404       403       403     200
campaigns:cancel           POST    sign-in    404       403       403     422
campaigns:paper_desk       GET     sign-in    404       403       403     200
campaigns:paper_desk       POST    sign-in    404       403       403     422
campaigns:paper_sheet      GET     sign-in    404       403       403     200
campaigns:paper_sheet      POST    sign-in    404       403       403     302
campaigns:close            GET     sign-in    404       403       403     200
campaigns:close            POST    sign-in    404       403       403     302
campaigns:next             POST    sign-in    404       403       403     302

# Read once it is published; its advice is taken up or refused.
campaigns:result           GET     sign-in    404       200       200     200
campaigns:take_up          POST    sign-in    404       403       302     302
campaigns:refuse           POST    sign-in    404       403       422     422

# Whoever holds the link answers, without an account.
campaigns:door                      GET     200        200       200       200     200
campaigns:door                      POST    302        302       302       302     302
campaigns:topic                     GET     200        200       200       200     200
campaigns:topic                     POST    302        302       302       302     302
campaigns:save                      POST    200        200       200       200     200
campaigns:pace                      POST    302        302       302       302     302
campaigns:importance                GET     200        200       200       200     200
campaigns:importance                POST    302        302       302       302     302
campaigns:done                      GET     200        200       200       200     200
campaigns:reading_for_respondent    GET     200        200       200       200     200
"""

LIVE = ("campaign", "counts", "again", "replace", "remind", "last_day", "cancel", "paper_desk", "paper_sheet", "close")


def values(world: World) -> dict[str, Any]:
    """Name a draft, a 360° that is open to answers, and another that was published long ago."""
    draft, live, past = drafted(world, "La Crête"), opened(world), published(world)
    on_screen, on_paper = live.invitees.order_by("position")[:2]
    answering.sit_down(on_screen, "fr")
    return {
        "alliance": past.alliance.public,
        "campaign": draft.public,
        **{f"campaigns:{name}.campaign": live.public for name in LIVE},
        **{f"campaigns:{name}.campaign": past.public for name in ("next", "result", "take_up", "refuse")},
        "recommendation": past.publications.get().reading["advice"][0]["recommendation"],
        "invitee": draft.invitees.earliest("position").public,
        **{f"campaigns:{name}.invitee": on_screen.public for name in ("again", "replace")},
        "circle": draft.circles.get(open_link=True).public,
        "position": 1,
        "seat": paper.seat_invitee(on_paper, "fr").public,
        "token": token_of(on_screen),
        "campaigns:reading_for_respondent.token": token_of(past.invitees.get()),
    }


def drafted(world: World, name: str) -> Campaign:
    """Prepare a 360° that lacks nothing, with a circle whose link is open."""
    alliance = world.another_alliance(name)
    campaign = preparation.begin(
        alliance,
        world.accounts["facilitator"],
        title="Deux ans après",
        form="express",
        release=building.release_in_store(),
    )
    steering, partner = campaign.circles.get(circle="steering"), alliance.partners.get()
    people = [Person(f"Pilote {n}", f"pilote{n}@example.org" if n else "", steering, partner, "fr") for n in range(5)]
    inviting.invite(campaign, people[1:] + people[:1])
    inviting.set_circle_link(steering, is_open=True)
    last_day = timezone.localdate() + timedelta(days=14)
    preparation.choose_days(campaign, opens_on=None, last_day=last_day, reminder_days=[7])
    return campaign


def opened(world: World) -> Campaign:
    """Launch one, that is open to answers at once."""
    campaign = drafted(world, "Le Sommet")
    assert launching.launch(campaign)
    campaign.refresh_from_db()
    return campaign


def published(world: World) -> Campaign:
    """Publish a 360° long enough ago for another to be prepared; somebody was invited to it."""
    campaign = building.closed(world.another_alliance("Le Col"), closed_at=timezone.now() - timedelta(days=60))
    circle, partner = campaign.circles.earliest("position"), campaign.alliance.partners.get()
    invitee = Invitee(campaign=campaign, circle=circle, partner=partner, name="Ana", lang="fr", position=0)
    invitee.token_sha256 = fingerprint(token_of(invitee))
    invitee.save()
    return campaign
