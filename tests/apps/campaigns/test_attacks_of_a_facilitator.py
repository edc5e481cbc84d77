"""A facilitator tries everything to learn who said what: each request is refused with its reason, or changes nothing.

They know every address of the site, and those of the seats, which no page gives them. `pytest -s` prints the counts.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import models
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.apps.campaigns.answering.building import Alliance360, token_of, url
from tests.apps.campaigns.attacking import outputs, playing
from tests.apps.campaigns.attacking.alliances import drawn, quick_pack, seat_everyone, world_of
from tests.apps.campaigns.attacking.playing import Tally
from tests.apps.diagnosis.conftest import at_version, stored

from cordee.apps.campaigns import letters
from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee, Publication, Seat, SeatAnswer
from cordee.apps.campaigns.operations import closing
from cordee.apps.library.models import PackRelease
from cordee.core.disclosure import DisclosureRule

pytestmark = pytest.mark.once

Count = Callable[[str], Tally]
Attempt = tuple[str, dict[str, Any]]
REFUSED = (403, 404, 409, 422)
KEPT: tuple[type[models.Model], ...] = (Campaign, CampaignCircle, Invitee, Seat, SeatAnswer, Publication)
SEED = 0


@pytest.fixture
def under_way(quick_release: PackRelease) -> Alliance360:
    """A campaign in which everyone answered, still open."""
    world = world_of(drawn(SEED), quick_release)
    seat_everyone(world, drawn(SEED))
    return world


@pytest.fixture
def over(under_way: Alliance360) -> Alliance360:
    """The same one, closed."""
    assert closing.close(under_way.campaign, timezone.now())
    under_way.campaign.refresh_from_db()
    return under_way


def rows() -> list[list[dict[str, Any]]]:
    """Everything that could tell that an attempt did something."""
    return [list(model._default_manager.order_by("pk").values()) for model in KEPT]


def at(world: Alliance360, name: str, *rest: object) -> str:
    return reverse(f"campaigns:{name}", args=[world.campaign.public, *rest])


def frozen_attempts(world: Alliance360) -> Iterator[Attempt]:
    """What is chosen before the launch, sent once more after it, with everything that could weaken the rule."""
    weaker = {"fewest_respondents": "1", "rule": '{"fewest_respondents": 1}', "decimals": "9"}
    yield at(world, "regime"), {"regime": "attributed", **weaker}
    yield at(world, "regime"), {"regime": "facilitator", **weaker}
    yield at(world, "title"), {"title": "Autre", "form": "full", "regime": "attributed"}
    yield at(world, "circles"), {"kept_steering": "on", "fr_steering": "Tous", "en_steering": "All"}
    yield at(world, "topics"), {"topics_steering": "clarity.roles"}
    yield at(world, "days"), {"last_day": "2030-01-01", "opens_on": "2029-01-01"}
    yield at(world, "words"), {"message": "x", "contact_name": "x", "contact_email": "x@example.org"}
    yield at(world, "discard"), {"sure": "yes"}
    yield at(world, "launch"), {"sure": "yes", **weaker}
    yield at(world, "uninvite", world.invitees[0].public), {}


def late_attempts(world: Alliance360) -> Iterator[Attempt]:
    """What is done while people answer, sent after closing: more people, other days, other links, paper, again."""
    someone, tomorrow = world.invitees[0], (timezone.localdate() + timedelta(days=1)).isoformat()
    circle = next(iter(world.circles.values())).public
    for days in (-400, -1, 1, 20, 400):
        yield at(world, "last_day"), {"last_day": (timezone.localdate() + timedelta(days=days)).isoformat()}
    yield at(world, "remind"), {}
    yield at(world, "people"), {"people": "Faux Nez;faux@example.org;Mission locale;Équipes"}
    person = {"name": "Faux Nez", "email": "faux@example.org", "lang": "fr", "circle": str(circle)}
    yield at(world, "person"), {**person, "organisation": str(world.partners[0].public)}
    yield at(world, "again", someone.public), {}
    yield at(world, "replace", someone.public), {"generation": "1"}
    yield at(world, "circle_link", circle), {"go": "open"}
    yield at(world, "circle_link", circle), {"go": "replace", "generation": "1"}
    yield at(world, "paper_desk"), {"who": str(someone.public), "partner": str(world.partners[0].public)}
    for seat in Seat.objects.filter(campaign=world.campaign)[:5]:
        yield at(world, "paper_sheet", seat.public), {"vision": "4"}
    yield at(world, "cancel"), {"sure": "yes"}
    yield at(world, "next"), {"opens_on": tomorrow}
    yield reverse("campaigns:begin", args=[world.campaign.alliance.public]), {"title": "Encore", "form": "express"}


def try_all(count: Tally, client: Client, attempts: Iterator[Attempt], *, allowed: tuple[int, ...] = REFUSED) -> None:
    """Send each attempt twice, as a page and as a piece of one, and count what was not refused or left a trace."""
    for where, sent in attempts:
        before = rows()
        answer = client.post(where, sent)
        count.expect(answer.status_code in allowed and has_a_reason(answer), f"{where}: {answer.status_code}")
        part = client.post(where, sent, headers={"HX-Request": "true"})
        count.expect(part.status_code in (*allowed, 204), f"{where} in a page: {part.status_code}")
        count.expect(rows() == before, f"{where} changed something")


def has_a_reason(answer: HttpResponse) -> bool:
    """Whether a refusal says something: a title and what to do next."""
    return "<h1" in answer.content.decode()


def test_what_was_frozen_at_launch_stays_so_open_or_closed(tally: Count, under_way: Alliance360) -> None:
    count = tally("what was frozen is sent again")
    client = outputs.browser(under_way, "facilitator")
    try_all(count, client, frozen_attempts(under_way))
    closing.close(under_way.campaign, timezone.now())
    try_all(count, client, frozen_attempts(under_way))
    count.found_nothing(60)


def test_nothing_is_added_moved_or_opened_again_after_closing(tally: Count, over: Alliance360) -> None:
    count = tally("added, moved or opened again after closing")
    try_all(count, outputs.browser(over, "facilitator"), late_attempts(over))
    count.found_nothing(60)


def test_closing_again_changes_nothing(tally: Count, over: Alliance360) -> None:
    count = tally("closed again, by hand and by the clock")
    client, before = outputs.browser(over, "facilitator"), rows()
    for _again in range(3):
        count.expect(client.post(at(over, "close")).status_code == 302 and rows() == before, "closed again")
        count.expect(closing.close_due(timezone.now() + timedelta(days=30)) == 0 and rows() == before, "by the clock")
    count.found_nothing(6)


def test_neither_member_observer_stranger_nor_passer_by_does_any_of_it(tally: Count, under_way: Alliance360) -> None:
    count = tally("the same by somebody else")
    for who in ("member", "observer", "stranger"):
        attempts = [*frozen_attempts(under_way), *late_attempts(under_way), (at(under_way, "close"), {"sure": "yes"})]
        try_all(count, outputs.browser(under_way, who), iter(attempts))
    count.found_nothing(250)


def test_no_screen_of_the_facilitator_opens_what_somebody_answered(tally: Count, under_way: Alliance360) -> None:
    """Not even with the identifier of a seat, which is on no page: only what came on paper opens at the paper desk."""
    count = tally("somebody's answers are asked for by their seat")
    client = outputs.browser(under_way, "facilitator")
    for seat in Seat.objects.filter(campaign=under_way.campaign):
        for who in ("facilitator", "member", "anonymous"):
            client = outputs.browser(under_way, who)
            answer = client.get(at(under_way, "paper_sheet", seat.public))
            count.expect("Parole" not in answer.content.decode() and answer.status_code != 200, f"{who}: a sheet")
    pages = {"early": at(under_way, "result")}
    shown = outputs.read(outputs.browser(under_way, "facilitator"), pages, "facilitator", "fr")
    count.expect(shown["facilitator", "fr", "early"].startswith("409"), "a result before closing")
    count.found_nothing(20)


FILTERS: tuple[dict[str, str], ...] = (
    {"circle": "teams"},
    {"circles": "steering"},
    {"organisation": "Mission locale"},
    {"partner": "1"},
    {"audience": "facilitator"},
    {"regime": "attributed"},
    {"release": "1.0.0"},
    {"wave": "1"},
    {"lang": "en"},
    {"respondent": "1"},
    {"seat": "1"},
    {"rule": "1"},
    {"fewest_respondents": "1"},
    {"detail": "all"},
    {"format": "json"},
)


def test_no_filter_of_an_address_gives_a_second_cut(tally: Count, over: Alliance360) -> None:
    count = tally("a filter added to the address of the result")
    for who in outputs.ROLES:
        client = outputs.browser(over, who)
        plain = outputs.still(client.get(at(over, "result")).content.decode())
        for asked in FILTERS:
            same = outputs.still(client.get(at(over, "result"), asked).content.decode())
            count.expect(outputs.numbers(same) == outputs.numbers(plain), f"{who}: {asked}")
    count.found_nothing(3 * len(FILTERS))


def test_another_release_is_read_under_the_same_plan_and_an_older_one_not_at_all(
    tally: Count, over: Alliance360
) -> None:
    count = tally("the result is read again with another release")
    first = Publication.objects.get()
    older, newer = stored(at_version(quick_pack(), "0.9.0")), stored(at_version(quick_pack(), "2.0.0"))
    count.expect(closing.read_again(over.campaign, first.release) == [], "the same release")
    count.expect(closing.read_again(over.campaign, older) == [], "an older release")
    for weakest in ({"fewest_respondents": 1}, {"fewest_organisations": 2}, {"fewest_for_verbatims": 1}):
        count.expect(is_refused(weakest), f"a rule of {weakest}")
    weaker = DisclosureRule(fewest_respondents=3, fewest_organisations=3, fewest_for_verbatims=3).as_json()
    Campaign.objects.filter(pk=over.campaign.pk).update(regime="attributed", rule=weaker)
    over.campaign.refresh_from_db()
    (again,) = closing.read_again(over.campaign, newer)
    count.expect(again.plan == first.plan, "another plan, after the regime was changed in the rows")
    count.expect(again.layers["people"] is None and not again.layers["individuals"], "people named")
    count.found_nothing(7)


def is_refused(thresholds: dict[str, int]) -> bool:
    """Whether no rule can be made with such thresholds, even by whoever writes in the rows."""
    try:
        DisclosureRule(**thresholds)  # type: ignore[arg-type]
    except ValueError:
        return True
    return False


def test_invented_people_may_complete_a_circle_and_the_invitation_tells_how_many_there_are(
    tally: Count, under_way: Alliance360
) -> None:
    """A limit that nothing takes away, and that is written down: each invitation counts the people and names homes."""
    count = tally("a circle is filled with invented people: shown to those invited")
    circle = under_way.circles[drawn(SEED).places[0][0]]
    for number in range(4):
        under_way.invite(f"Faux {number}", circle.circle, 4, f"faux{number}@example.org")
    real = next(one for one in under_way.invitees if one.circle_id == circle.pk and one.email)
    letters.write_invitations(under_way.campaign, [real.public])
    page = Client().get(url("door", token_of(real))).content.decode()
    people = Invitee.objects.filter(circle=circle).count()
    for said in (str(people), "Cinquième Maison"):
        count.expect(said in page, f"{said} is not on the page of the invitation")
    count.found_nothing(2)


def test_an_attempt_that_succeeds_would_be_counted(under_way: Alliance360) -> None:
    """The attacks have teeth: a page that changes something is a disclosure."""
    found = Tally("a change that is allowed")
    tomorrow = (timezone.localdate() + timedelta(days=3)).isoformat()
    attempts = iter([(at(under_way, "last_day"), {"last_day": tomorrow})])
    with playing.undone():
        try_all(found, outputs.browser(under_way, "facilitator"), attempts)
    assert found.disclosures >= 2
