"""An adversary who keeps both waves of a 360° learns no more than from each; the first never changes afterwards.

What nobody can take away is written in `docs/security-360.md`: when the second wave has one person more, who keeps both
and knows that nobody else changed their mind finds what that person answered. So thirty days separate two waves.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.apps.campaigns.answering.building import Alliance360
from tests.apps.campaigns.attacking import outputs, playing
from tests.apps.campaigns.attacking.alliances import Drawn, drawn, seat_everyone, world_of
from tests.apps.campaigns.attacking.changes import hidden_changed, places_changed
from tests.apps.campaigns.attacking.outputs import LANGS, Shown
from tests.apps.campaigns.attacking.playing import Tally, plan_for

from cordee.apps.campaigns.models import Campaign, Publication
from cordee.apps.campaigns.operations import closing, launching, preparation
from cordee.apps.campaigns.permissions import REST_BETWEEN_WAVES, Reason, may_begin, may_prepare_next
from cordee.apps.campaigns.queries.campaigns import latest_campaign
from cordee.apps.library.models import PackRelease
from cordee.apps.organisations.models import RoleKind

pytestmark = pytest.mark.once

Count = Callable[[str], Tally]
LIMITS = Path(__file__).resolve().parents[3] / "docs" / "security-360.md"


def second_wave(world: Alliance360) -> Alliance360:
    """Prepare and launch the next wave with the same people, thirty days after the first was closed."""
    before = Campaign.objects.get(pk=world.campaign.pk)
    Campaign.objects.filter(pk=before.pk).update(closed_at=timezone.now() - REST_BETWEEN_WAVES)
    before.refresh_from_db()
    title, release = "La seconde vague", before.release
    wave = preparation.begin_next(before, world.facilitator, title=title, release=release)
    last_day = timezone.localdate() + timedelta(days=9)
    preparation.choose_days(wave, opens_on=None, last_day=last_day, reminder_days=[])
    preparation.choose_words(wave, message="", contact_name="Aïcha", contact_email="aicha@example.org")
    wave.refresh_from_db()
    assert launching.launch(wave)
    wave.refresh_from_db()
    circles = {one.circle: one for one in wave.circles.all()}
    people = {(one.name, one.circle.circle): one for one in wave.invitees.select_related("circle")}
    order = [people[one.name, one.circle.circle] for one in world.invitees]
    staff = (world.facilitator, world.member, world.observer, world.stranger)
    return Alliance360(wave, world.partners, circles, *staff, order)


def both_waves(world: Alliance360, first: Drawn, second: Drawn) -> tuple[Shown, Shown, Shown]:
    """Play two waves; return what is read of the first before the second, of the first after it, and of the second."""
    with playing.undone():
        playing.close(world, first)
        Campaign.objects.filter(pk=world.campaign.pk).update(closed_at=timezone.now() - REST_BETWEEN_WAVES)
        world.campaign.refresh_from_db()
        before = of_result(world)
        later = second_wave(world)
        seat_everyone(later, second)
        assert closing.close(later.campaign, timezone.now())
        later.campaign.refresh_from_db()
        return before, of_result(world), of_result(later)


def of_result(world: Alliance360) -> Shown:
    """What is stored as published, and the page of the result to each reader in each language."""
    shown = playing.stored(world)
    for lang in LANGS:
        with outputs.translation.override(lang):
            for who in outputs.ROLES:
                pages = outputs.campaign_pages(world, "result")
                shown |= outputs.read(outputs.browser(world, who), pages, who, lang)
            pages = {name: page for name, page in outputs.by_link(world) if name == "reading_for_respondent"}
            shown |= outputs.read(outputs.browser(world, "invitee"), pages, "invitee", lang)
    return {page: text.replace(str(world.campaign.public), "«campaign»") for page, text in shown.items()}


def test_a_second_wave_changes_nothing_of_the_first_and_both_tell_no_more_than_each(
    tally: Count, rounds: int, quick_release: PackRelease
) -> None:
    kept, swapped = tally("the first wave after the second"), tally("people change places in either wave")
    hidden = tally("hidden answers change in either wave")
    for seed in range(400, 400 + rounds):
        with playing.undone():
            one, other = drawn(seed), drawn(seed)
            world = world_of(one, quick_release)
            other = other.with_sheets(tuple(other.rng.sample(other.sheets, len(other.sheets))))
            plans = plan_for(world, one), plan_for(world, other)
            before, after, later = both_waves(world, one, other)
            kept.compare(before, after)
            moved = places_changed(one, world, plans[0]), places_changed(other, world, plans[1])
            for waves in ((moved[0], other), (one, moved[1]), moved):
                _, first, second = both_waves(world, *waves)
                swapped.compare(after, first)
                swapped.compare(later, second)
            unseen = hidden_changed(one, plans[0]), hidden_changed(other, plans[1])
            _, first, second = both_waves(world, *unseen)
            hidden.compare(after, first)
            hidden.compare(later, second)
    kept.found_nothing(9 * rounds)
    swapped.found_nothing(50 * rounds)
    hidden.found_nothing(18 * rounds)


def test_nothing_stored_of_the_first_wave_is_touched(tally: Count, quick_release: PackRelease) -> None:
    count, alliance = tally("rows of the first wave after the second"), drawn(401)
    world = world_of(alliance, quick_release)
    playing.close(world, alliance)
    first = list(Publication.objects.values())
    later = second_wave(world)
    seat_everyone(later, alliance)
    assert closing.close(later.campaign, timezone.now())
    count.expect(list(Publication.objects.filter(campaign=world.campaign).values()) == first, "a publication changed")
    count.found_nothing(1)


@pytest.mark.parametrize("days", [0, 1, 15, 29])
def test_no_second_wave_before_thirty_days(tally: Count, quick_release: PackRelease, days: int) -> None:
    count, alliance = tally("a second wave before thirty days"), drawn(SMALL)
    world = world_of(alliance, quick_release)
    playing.close(world, alliance)
    world.move(closed_at=timezone.now() - timedelta(days=days, hours=23))
    latest = latest_campaign(world.campaign.alliance)
    facilitator, now = RoleKind.FACILITATOR, timezone.now()
    count.expect(may_begin(facilitator, latest, now).reason is Reason.TOO_SOON, "may begin")
    again = may_prepare_next(facilitator, world.campaign, latest, now)
    count.expect(again.reason is Reason.TOO_SOON, "may prepare the next")
    client, campaigns = outputs.browser(world, "facilitator"), Campaign.objects.count()
    addresses = (
        reverse("campaigns:next", args=[world.campaign.public]),
        reverse("campaigns:begin", args=[world.campaign.alliance.public]),
    )
    for where in addresses:
        answer = client.post(where, {"title": "Encore", "form": "express"})
        count.expect(answer.status_code == 409 and Campaign.objects.count() == campaigns, where)
    count.found_nothing(4)


SMALL = 402


def test_one_person_more_is_the_limit_that_is_written_down(quick_release: PackRelease) -> None:
    """Five people of one circle, then the same five who change nothing and a sixth: counts say what the sixth said."""
    five = drawn(SMALL)
    people = [("teams", 0)] * 6
    sheet = five.sheets[0]
    same = [sheet.saying(0, level) for level in (0, 1, 2, 3, 4)]
    before = Drawn(SMALL, tuple(people[:5]), tuple(same), five.rng)
    after = Drawn(SMALL, tuple(people), (*same, sheet.saying(0, 3)), five.rng)
    counted = [counts_of(world_of(one, quick_release), one) for one in (before, after)]
    assert [b - a for a, b in zip(*counted, strict=True)] == [0, 0, 0, 1, 0]
    assert "one person more" in LIMITS.read_text(encoding="utf-8")


def counts_of(world: Alliance360, alliance: Drawn) -> list[int]:
    """How many gave each level to the first item, as published."""
    playing.close(world, alliance)
    reading = Publication.objects.get(campaign=world.campaign).reading
    counts: list[int] = reading["circles"][0]["items"][0]["distribution"]["counts"]
    return counts
