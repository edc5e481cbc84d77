"""What a request costs the database: few statements, the same number however many people answer."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.apps.campaigns.answering.building import Alliance360, token_of, url

from cordee.apps.campaigns.models import Seat
from cordee.apps.library.queries import pack_of

pytestmark = pytest.mark.django_db


def statements(act: Callable[[], object]) -> list[str]:
    """Return the statements that an act sends, but for those that only mark a transaction of the test."""
    with CaptureQueriesContext(connection) as queries:
        act()
    return [one["sql"] for one in queries if "SAVEPOINT" not in one["sql"]]


@pytest.fixture
def token(client: Client, world: Alliance360) -> str:
    """The link of someone who sat down, and whose pack this process has read."""
    pack_of(world.campaign.release)
    for number in range(3):
        world.seat(f"P{number}")
    token = token_of(world.invite("Zoé", email="zoe@example.org"))
    client.post(url("door", token))
    client.get(url("topic", token, 1))
    return token


def test_saving_a_facet_takes_five_statements_besides_the_session(client: Client, token: str) -> None:
    sent = statements(lambda: client.post(url("save", token, 1), {"vision": "3"}))
    kinds = [one.split()[0] for one in sent if "django_session" not in one]
    assert kinds == ["SELECT", "UPDATE", "SELECT", "SELECT", "INSERT"]


def test_the_writing_transaction_begins_with_the_seat_then_looks_at_the_hour(client: Client, token: str) -> None:
    sent = statements(lambda: client.post(url("topic", token, 1), {"vision": "3", "action": "2", "means": "1"}))
    update = next(place for place, one in enumerate(sent) if one.startswith("UPDATE"))
    assert "campaigns_seat" in sent[update]
    assert "campaigns_campaign" in sent[update + 1]
    assert "closed_at" in sent[update + 1]
    assert sum("INSERT" in one for one in sent) == 1


def test_a_topic_is_drawn_with_three_reads_and_the_door_with_six(client: Client, token: str) -> None:
    reads = [one for one in statements(lambda: client.get(url("topic", token, 2))) if "django_session" not in one]
    assert len(reads) == 3
    reads = [one for one in statements(lambda: client.get(url("door", token))) if "django_session" not in one]
    assert len(reads) <= 6


def test_sitting_down_again_writes_nothing(client: Client, token: str) -> None:
    before = list(Seat.objects.order_by("pk").values())
    sent = statements(lambda: client.post(url("door", token)))
    assert not [one for one in sent if one.split()[0] in ("INSERT", "UPDATE") and "campaigns" in one]
    assert list(Seat.objects.order_by("pk").values()) == before
