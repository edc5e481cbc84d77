"""A mail server that refuses, a worker killed in the middle, a double click, two devices: nothing twice, nothing lost.

Through the real pages, a real mail server on this machine, a real worker. What each room does by itself is tried closer
to it: letters in `tests/apps/post`, launches in `preparing`, closing in `answering`.
"""

import threading
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.apps.campaigns.answering.building import token_of, url
from tests.apps.campaigns.preparing.conftest import (  # noqa: F401 - fixtures
    as_,
    draft,
    house,
    in_parallel,
    moved,
    pack,
    ready,
    release,
)
from tests.apps.post.conftest import server  # noqa: F401 - a fixture
from tests.apps.post.mail_server import MailServer
from tests.apps.post.test_two_at_once import worker_on

from cordee.apps.campaigns.models import Campaign, Invitee, Publication, Seat, SeatAnswer
from cordee.apps.campaigns.operations import launching
from cordee.apps.library.queries import pack_of
from cordee.apps.post import delivery, operations, tasks
from cordee.apps.post.models import Letter

pytestmark = pytest.mark.django_db(transaction=True)
InParallel = Callable[[list[Callable[[], object]]], list[object]]
SignIn = Callable[[str], Client]
FACETS = ("vision", "action", "means")


def at(campaign: Campaign, name: str) -> str:
    return reverse(f"campaigns:{name}", args=[campaign.public])


def work() -> None:
    """Let a worker of the site empty its queue."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def try_again_now() -> None:
    """Let the hour of the next attempt come, and the post office make its rounds."""
    Letter.objects.filter(state=Letter.State.WAITING).update(next_attempt_at=timezone.now())
    tasks.make_the_rounds.call()
    work()


def received(server: MailServer) -> Counter[str]:  # noqa: F811 - the fixture
    """How many letters each address got."""
    return Counter(str(message["To"]) for message in server.taken)


def invited(campaign: Campaign) -> Counter[str]:
    """One letter for each person who has an address."""
    return Counter(campaign.invitees.exclude(email="").values_list("email", flat=True))


@pytest.mark.parametrize(
    ("step", "refusal"),
    [("connected", "421 closed for now"), ("mail", "451 later"), ("recipient", "450 greylisted"), ("data", "451 full")],
)
def test_a_server_that_refuses_then_recovers_gets_every_invitation_once(
    ready: Campaign,  # noqa: F811
    as_: SignIn,  # noqa: F811
    server: MailServer,  # noqa: F811
    step: str,
    refusal: str,
) -> None:
    sound = getattr(server, step)
    setattr(server, step, refusal)
    assert as_("facilitator").post(at(ready, "launch"), {"sure": "yes"}).status_code == 302
    work()
    try_again_now()
    assert server.taken == []
    assert set(Letter.objects.values_list("state", flat=True)) == {Letter.State.WAITING}
    setattr(server, step, sound)
    try_again_now()
    try_again_now()
    assert received(server) == invited(ready)
    assert set(Letter.objects.values_list("state", flat=True)) == {Letter.State.SENT}


def test_four_clicks_on_launch_and_two_workers_write_to_each_once(
    ready: Campaign,  # noqa: F811
    as_: SignIn,  # noqa: F811
    server: MailServer,  # noqa: F811
    in_parallel: InParallel,  # noqa: F811
) -> None:
    clients = [as_("facilitator") for _ in range(4)]
    clicks = [lambda one=one: one.post(at(ready, "launch"), {"sure": "yes"}).status_code for one in clients]  # type: ignore[misc]
    statuses = in_parallel(list(clicks))
    assert set(statuses) <= {302, 409}
    assert 302 in statuses
    publics = list(Letter.objects.values_list("public", flat=True))

    def deliver_all() -> object:
        for public in publics:
            delivery.deliver(public)
        return None

    in_parallel([deliver_all, deliver_all])
    work()
    launching.open_due(timezone.now())
    work()
    assert received(server) == invited(ready)


def test_a_worker_killed_in_the_middle_of_the_invitations_loses_none_and_doubles_none(
    ready: Campaign,  # noqa: F811
    server: MailServer,  # noqa: F811
) -> None:
    launching.launch(ready)
    letter = Letter.objects.order_by("pk")[2]
    reached, goes_on = threading.Event(), threading.Event()

    def stall() -> None:
        reached.set()
        goes_on.wait(30)

    server.before_reply = stall
    with worker_on(letter, server) as process:
        assert reached.wait(60)
        process.kill()
        assert process.wait() == -9
    goes_on.set()
    server.before_reply = lambda: None
    work()
    try_again_now()
    assert received(server) == invited(ready)
    letter.refresh_from_db()
    assert letter.state == Letter.State.LEAVING
    delivery.doubt_what_was_cut(timezone.now() + timedelta(hours=1))
    try_again_now()
    assert received(server) == invited(ready)
    letter.refresh_from_db()
    assert letter.state == Letter.State.IN_DOUBT
    assert operations.send_again(letter)
    work()
    copies = [one["Message-ID"] for one in server.taken if one["To"] == letter.to]
    assert len(copies) == 2
    assert len(set(copies)) == 1


def test_a_queue_that_is_lost_is_filled_again_and_each_gets_one_letter(
    ready: Campaign,  # noqa: F811
    server: MailServer,  # noqa: F811
) -> None:
    launching.launch(ready)
    DBTaskResult.objects.all().delete()
    try_again_now()
    try_again_now()
    assert received(server) == invited(ready)


def test_reminders_asked_for_twice_leave_once(
    ready: Campaign,  # noqa: F811
    as_: SignIn,  # noqa: F811
    server: MailServer,  # noqa: F811
    in_parallel: InParallel,  # noqa: F811
) -> None:
    launching.launch(ready)
    clients = [as_("facilitator") for _ in range(3)]
    in_parallel([lambda one=one: one.post(at(ready, "remind")).status_code for one in clients])  # type: ignore[misc]
    work()
    assert received(server) == invited(ready) + invited(ready)
    assert Letter.objects.filter(key__contains="/reminder/").count() == invited(ready).total()


# ── Answers ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def launched(ready: Campaign) -> Campaign:  # noqa: F811
    """An open campaign whose letters do not matter here."""
    launching.launch(ready)
    Letter.objects.all().delete()
    DBTaskResult.objects.all().delete()
    return moved(ready)


def first_invitee(campaign: Campaign) -> Invitee:
    return campaign.invitees.order_by("pk")[0]


def test_a_double_click_on_the_door_opens_one_seat(launched: Campaign, in_parallel: InParallel) -> None:  # noqa: F811
    token = token_of(first_invitee(launched))
    clicks: list[Callable[[], object]] = [lambda: Client().post(url("door", token)).status_code for _ in range(4)]
    assert in_parallel(clicks) == [302] * 4
    assert Seat.objects.count() == 1


def test_a_double_click_on_a_topic_keeps_three_answers(launched: Campaign, in_parallel: InParallel) -> None:  # noqa: F811
    token = token_of(first_invitee(launched))
    Client().post(url("door", token))
    sent = {"vision": "3", "action": "2", "means": "1", "go": "next"}
    clicks: list[Callable[[], object]] = [
        lambda: Client().post(url("topic", token, 1), sent).status_code for _ in range(4)
    ]
    assert in_parallel(clicks) == [302] * 4
    assert sorted(SeatAnswer.objects.values_list("level", flat=True)) == [1, 2, 3]


def test_two_devices_at_once_lose_no_answer(launched: Campaign, in_parallel: InParallel) -> None:  # noqa: F811
    """A telephone and a computer answer topic by topic, each from its end, facet by facet, and meet in the middle."""
    token = token_of(first_invitee(launched))
    Client().post(url("door", token))
    topics = pack_of(launched.release).instrument.form(launched.form).topics
    places = range(1, len(topics) + 1)
    refused: list[int] = []

    def device(order: Any, level: str) -> Callable[[], object]:
        def answer() -> None:
            client = Client()
            for position in order:
                for facet in FACETS:
                    said = client.post(url("save", token, position), {facet: level}, headers={"HX-Request": "true"})
                    refused.extend([said.status_code] if said.status_code != 200 else [])

        return answer

    in_parallel([device(places, "1"), device(reversed(places), "4")])
    assert refused == []
    kept = dict(SeatAnswer.objects.values_list("item", "level"))
    assert len(kept) == len(topics) * len(FACETS)
    assert set(kept.values()) <= {1, 4}
    assert Seat.objects.count() == 1


def test_four_clicks_on_close_while_somebody_answers_publish_once(
    launched: Campaign,
    as_: SignIn,  # noqa: F811
    in_parallel: InParallel,  # noqa: F811
) -> None:
    """What was said to be saved is in the rows, and the rows are what was published."""
    people = list(launched.invitees.exclude(email=""))
    for one in people:
        Client().post(url("door", token_of(one)))
    saved: list[str] = []

    def answer(one: Invitee) -> Callable[[], object]:
        def go_on() -> None:
            client = Client()
            for position in range(1, 5):
                where = url("save", token_of(one), position)
                said = client.post(where, {"vision": "2"}, headers={"HX-Request": "true"})
                saved.extend([f"{one.pk}/{position}"] if said.status_code == 200 else [])

        return go_on

    closers = [as_("facilitator") for _ in range(4)]
    clicks = [lambda one=one: one.post(at(launched, "close")).status_code for one in closers]  # type: ignore[misc]
    statuses = in_parallel([*(answer(one) for one in people[:4]), *clicks])
    assert statuses[4:] == [302] * 4
    assert Publication.objects.count() == 1
    assert SeatAnswer.objects.filter(level=2).count() == len(saved)
    assert Publication.objects.get().reading["respondents"] == SeatAnswer.objects.values("seat").distinct().count()
