"""What `bench/campaign.py` does inside Django, in a process of its own: make people, check answers, close.

python bench/campaign_rows.py command PORT | make PEOPLE | check < sent.json | close PEOPLE
"""

# ruff: noqa: E402 - Django is set up before anything that holds a table is imported

import json
import os
import random
import resource
import sys
from datetime import timedelta
from time import perf_counter, process_time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cordee.config.settings")

import django

django.setup()

from django.db import connection
from django.utils import timezone

from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee, Publication, Regime, Seat, SeatAnswer
from cordee.apps.campaigns.operations import closing
from cordee.apps.campaigns.tokens import derived_token
from cordee.apps.diagnosis.models import Mark
from cordee.apps.diagnosis.tokens import fingerprint
from cordee.apps.library.queries import current_release, pack_of
from cordee.apps.organisations.models import Alliance, Organisation, Partner
from cordee.cli.running import commands
from cordee.core.disclosure import DisclosureRule

CIRCLES, ORGANISATIONS = 5, 20


def campaign_of(people: int, form: str, regime: str = Regime.AGGREGATE) -> Campaign:
    """An open campaign with people invited, spread over circles and organisations."""
    now = timezone.now()
    alliance = Alliance.objects.create(name=f"Bench {now:%H:%M:%S.%f}")
    homes = [
        Partner(alliance=alliance, organisation=Organisation.objects.create(name=f"O{n}")) for n in range(ORGANISATIONS)
    ]
    Partner.objects.bulk_create(homes)
    release = current_release("alliances")
    campaign = Campaign.objects.create(
        alliance=alliance,
        title="Bench",
        release=release,
        form=form,
        regime=regime,
        rule=DisclosureRule().as_json(),
        launched_at=now - timedelta(hours=2),
        opens_at=now - timedelta(hours=1),
        closes_at=now + timedelta(days=1),
    )
    circles = [
        CampaignCircle(
            campaign=campaign,
            circle=one.id,
            name_fr=one.name.fr,
            name_en=one.name.en,
            is_self=one.is_self,
            position=place,
        )
        for place, one in enumerate(pack_of(release).instrument.circles[:CIRCLES])
    ]
    CampaignCircle.objects.bulk_create(circles)
    invited = [
        Invitee(
            campaign=campaign,
            circle=circles[n % CIRCLES],
            partner=homes[n // CIRCLES % ORGANISATIONS],
            name=f"P{n}",
            position=n,
        )
        for n in range(people)
    ]
    for one in invited:
        one.token_sha256 = fingerprint(token_of(one))
    Invitee.objects.bulk_create(invited)
    return campaign


def token_of(invitee: Invitee) -> str:
    return derived_token("invitee", invitee.public, invitee.link_generation)


def command(port: int) -> None:
    """Print how `cordee serve` starts its server, with two processes."""
    json.dump(dict(commands("127.0.0.1", port, 2))["granian"], sys.stdout)


def make(people: int) -> None:
    """Print the tokens of an express campaign, and the items of each of its topics."""
    campaign = campaign_of(people, "express")
    topics = pack_of(campaign.release).instrument.topics_of("express")
    tokens = [token_of(one) for one in campaign.invitees.order_by("pk")]
    json.dump({"tokens": tokens, "topics": [[item.id for item in topic.items] for topic in topics]}, sys.stdout)


def check() -> None:
    """Compare what was answered « saved » with what is kept: print how many are kept, lost, and never sent."""
    sent = {
        (fingerprint(token), item): level
        for token, answers in json.load(sys.stdin).items()
        for item, level in answers.items()
    }
    rows = SeatAnswer.objects.filter(seat__campaign=Campaign.objects.latest("pk")).order_by("pk")
    kept = {
        (token, item): level for token, item, level in rows.values_list("seat__invitee__token_sha256", "item", "level")
    }
    lost = sum(kept.get(place) != level for place, level in sent.items())
    json.dump({"kept": len(kept), "lost": lost, "unsent": len(set(kept) - set(sent))}, sys.stdout)


def close(people: int) -> None:
    """Print the seconds that closing takes for a full form answered by everyone, in each regime."""
    closed(10, Regime.AGGREGATE)  # what a process loads on its first reading is not what is measured
    for regime in Regime:
        campaign, wall, cpu = closed(people, regime)
        read = Publication.objects.filter(campaign=campaign, audience="everyone").get().reading["respondents"]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{connection.vendor:>12} │ {regime:>12} │ {read:>6} │ {wall:>6.2f} │ {cpu:>6.2f} │ {peak:>6.0f}")


def closed(people: int, regime: str) -> tuple[Campaign, float, float]:
    """Close a campaign that everyone answered; return it with the seconds that went by, and those of this process."""
    campaign = campaign_of(people, "full", regime)
    answered(campaign)
    wall, cpu = perf_counter(), process_time()
    closing.close(campaign)
    return campaign, perf_counter() - wall, process_time() - cpu


def answered(campaign: Campaign) -> None:
    """Seat everyone, with an answer to every item, one word in ten."""
    rng = random.Random(1)
    seats = Seat.objects.bulk_create(
        Seat(
            campaign=campaign,
            circle_id=one.circle_id,
            partner_id=one.partner_id,
            invitee=one,
            channel=Seat.Channel.INVITED,
        )
        for one in campaign.invitees.order_by("pk")
    )
    items = [item.id for item in pack_of(campaign.release).instrument.items_of("full")]
    rows = (
        SeatAnswer(
            seat=seat,
            item=item,
            mark=Mark.ANSWERED,
            level=rng.randrange(5),
            evidence="Un mot. " * 5 * (rng.random() < 0.1),
        )
        for seat in seats
        for item in items
    )
    SeatAnswer.objects.bulk_create(rows, batch_size=5_000)


if __name__ == "__main__":
    steps = {"command": command, "make": make, "close": close}
    check() if sys.argv[1] == "check" else steps[sys.argv[1]](int(sys.argv[2]))
