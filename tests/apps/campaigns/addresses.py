"""The addresses of the 360°: what is prepared and run, for those who run it; what is answered, for who holds a link."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from tests.apps.campaigns.preparing.conftest import reference_pack
from tests.apps.world import World

from cordee.apps.campaigns.models import Campaign, Invitee, Seat
from cordee.apps.campaigns.operations import inviting, launching, preparation
from cordee.apps.campaigns.tokens import derived_token
from cordee.apps.library.models import PackRelease
from cordee.core.packs.release import release_of

TABLE = """
# name                               method  anonymous  stranger  observer  member  facilitator
campaigns:example                    GET     200        200       200       200     200

# Another campaign is under way in this alliance: none can begin. The link of a circle is closed: no QR code.
campaigns:campaigns                  GET     sign-in    404       200       200     200
campaigns:begin                      GET     sign-in    404       403       403     409
campaigns:begin                      POST    sign-in    404       403       403     409
campaigns:campaign                   GET     sign-in    404       200       200     200
campaigns:counts                     GET     sign-in    404       403       403     302
campaigns:title                      GET     sign-in    404       403       403     200
campaigns:title                      POST    sign-in    404       403       403     422
campaigns:circles                    GET     sign-in    404       403       403     200
campaigns:circles                    POST    sign-in    404       403       403     422
campaigns:topics                     GET     sign-in    404       403       403     200
campaigns:topics                     POST    sign-in    404       403       403     422
campaigns:regime                     GET     sign-in    404       403       403     200
campaigns:regime                     POST    sign-in    404       403       403     422
campaigns:days                       GET     sign-in    404       403       403     200
campaigns:days                       POST    sign-in    404       403       403     422
campaigns:words                      GET     sign-in    404       403       403     200
campaigns:words                      POST    sign-in    404       403       403     422
campaigns:discard                    GET     sign-in    404       403       403     200
campaigns:discard                    POST    sign-in    404       403       403     422
campaigns:people                     GET     sign-in    404       403       403     200
campaigns:people                     POST    sign-in    404       403       403     422
campaigns:person                     GET     sign-in    404       403       403     200
campaigns:person                     POST    sign-in    404       403       403     422
campaigns:uninvite                   POST    sign-in    404       403       403     302
campaigns:again                      POST    sign-in    404       403       403     302
campaigns:replace                    POST    sign-in    404       403       403     302
campaigns:person_paper               GET     sign-in    404       403       403     200
campaigns:links                      GET     sign-in    404       403       403     200
campaigns:circle_link                POST    sign-in    404       403       403     302
campaigns:qr                         GET     sign-in    404       403       403     404
campaigns:sheet                      GET     sign-in    404       403       403     200
campaigns:paper                      GET     sign-in    404       403       403     200
campaigns:letter                     GET     sign-in    404       403       403     200
campaigns:question                   GET     sign-in    404       403       403     200
campaigns:launch                     GET     sign-in    404       403       403     200
campaigns:launch                     POST    sign-in    404       403       403     422
campaigns:remind                     POST    sign-in    404       403       403     302
campaigns:last_day                   GET     sign-in    404       403       403     200
campaigns:last_day                   POST    sign-in    404       403       403     422
campaigns:cancel                     GET     sign-in    404       403       403     200
campaigns:cancel                     POST    sign-in    404       403       403     422
campaigns:next                       POST    sign-in    404       403       403     409
campaigns:paper_desk                 GET     sign-in    404       403       403     200
campaigns:paper_desk                 POST    sign-in    404       403       403     422
campaigns:paper_sheet                GET     sign-in    404       403       403     200
campaigns:paper_sheet                POST    sign-in    404       403       403     302
campaigns:close                      GET     sign-in    404       403       403     200
campaigns:close                      POST    sign-in    404       403       403     302

# Whoever holds the link: its first page seats them, and the others lead there as long as nobody sat down.
campaigns:door                       GET     200        200       200       200     200
campaigns:door                       POST    302        302       302       302     302
campaigns:topic                      GET     302        302       302       302     302
campaigns:topic                      POST    302        302       302       302     302
campaigns:save                       POST    302        302       302       302     302
campaigns:pace                       POST    302        302       302       302     302
campaigns:importance                 GET     302        302       302       302     302
campaigns:importance                 POST    302        302       302       302     302
campaigns:done                       GET     302        302       302       302     302
campaigns:reading_for_respondent     GET     302        302       302       302     302
"""

DRAFTED = ("title", "circles", "topics", "regime", "days", "words", "discard", "launch", "uninvite")


def values(world: World) -> dict[str, Any]:
    """Name a launched campaign with its people and a paper seat, and a draft for the pages that only a draft has."""
    launched = prepared(world, "Le premier")
    launching.launch(launched)
    Campaign.objects.filter(pk=launched.pk).update(cancelled_at=timezone.now())
    draft = prepared(world, "Le suivant")
    Campaign.objects.filter(pk=launched.pk).update(cancelled_at=None)
    invitee, drafted = (campaign.invitees.order_by("pk")[0] for campaign in (launched, draft))
    return {
        "alliance": world.alliance.public,
        "campaign": launched.public,
        "circle": invitee.circle.public,
        "invitee": invitee.public,
        "seat": seat_on_paper(launched).public,
        "position": 1,
        "token": derived_token("invitee", invitee.public, invitee.link_generation),
        "campaigns:uninvite.invitee": drafted.public,
        **{f"campaigns:{name}.campaign": draft.public for name in DRAFTED},
    }


def prepared(world: World, title: str) -> Campaign:
    """Make a draft that lacks nothing: someone with an address, someone on paper."""
    release = PackRelease.objects.first() or stored_release()
    campaign = preparation.begin(
        world.alliance, world.accounts["facilitator"], title=title, form="express", release=release
    )
    circle = campaign.circles.get(circle="steering")
    people = [inviting.Person(name, email, circle, world.partner, "fr") for name, email in PEOPLE]
    inviting.invite(campaign, people)
    last_day = timezone.localdate() + timedelta(days=14)
    preparation.choose_days(campaign, opens_on=None, last_day=last_day, reminder_days=[])
    campaign.refresh_from_db()
    return campaign


PEOPLE = (("Zoé", "zoe@example.org"), ("Max", ""))


def stored_release() -> PackRelease:
    """Put the reference pack in the store of releases."""
    made = release_of(reference_pack())
    return PackRelease.objects.create(
        pack=reference_pack().card.id,
        version=made.version,
        sha256=made.sha256,
        document=made.document,
        loaded_at=timezone.now(),
    )


def seat_on_paper(campaign: Campaign) -> Seat:
    """Sit down the person without address, on paper."""
    invitee: Invitee = campaign.invitees.get(email="")
    return Seat.objects.create(
        campaign=campaign,
        circle=invitee.circle,
        partner=invitee.partner,
        invitee=invitee,
        channel=Seat.Channel.PAPER,
    )
