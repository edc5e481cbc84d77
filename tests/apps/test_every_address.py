"""Every address of the site, taken from the map of addresses, opens to whom its room says, and to nobody else.

A room declares its addresses in `tests/apps/<room>/addresses.py`:

    TABLE = '''
    # name                     method  anonymous  stranger  observer  member  facilitator
    organisations:alliance     GET     sign-in    404       200       200     200
    organisations:withdraw     POST    sign-in    404       403       403     302
    '''

    def values(world):           # what the addresses name; optional when none has a varying part
        return {"alliance": world.alliance.public, "organisations:role.role": world.roles["member"].pk}

    FORMS = {"organisations:create": {"name": "Le Val"}}      # optional: what POST sends, an empty form otherwise
    WRITING = {"diagnosis:result": "computes the reading"}    # optional: what may write when it is only read

An outcome is a status, or « sign-in »: sent to the sign-in page, which leads back. A method that no line declares must
answer 405 to everybody. An address that no room declares fails, and so does a line about an address that is not in the
map. Besides, whatever the room: reading changes nothing in the database, and a form without its protection is refused.
The people are those of `tests/apps/world.py`.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import reverse
from tests.apps.declared import METHODS, SIGN_IN, Line, Room, addresses, read_table, rooms
from tests.apps.world import PEOPLE, World, build_world

pytestmark = pytest.mark.django_db

LINES = [pytest.param(room, line, id=f"{line.method} {line.name}") for room in rooms() for line in room.lines]
DECLARED = {(line.name, line.method) for room in rooms() for line in room.lines}
HOLDERS = {line.name: room for room in rooms() for line in room.lines}
SILENT = [(name, method) for name in HOLDERS for method in METHODS if (name, method) not in DECLARED]
# Who came last, and what is drawn once: reading may note these without changing anything for anybody.
NOTED = ("django_session", "accounts_account")


@pytest.fixture
def world(db: None) -> World:
    return build_world()


def address(room: Room, name: str, world: World) -> str:
    """Return an address that exists, with the values its room gives."""
    values = room.values(world)
    return reverse(
        name, kwargs={part: values.get(f"{name}.{part}", values.get(part)) for part in addresses()[name].parts}
    )


def outcome(client: Client, method: str, url: str, form: dict[str, Any]) -> str:
    """Ask, and say what came in the words of the tables."""
    answer = client.get(url) if method == "GET" else client.post(url, form)
    door = f"{resolve_url(settings.LOGIN_URL)}?next=/"
    to_door = answer.status_code == 302 and unquote(answer["Location"]).startswith(door)
    return SIGN_IN if to_door else str(answer.status_code)


def arriving(world: World, person: str, **options: Any) -> Client:
    """Return the browser of one of the five people."""
    client = Client(**options)
    if person != "anonymous":
        client.force_login(world.accounts[person])
    return client


def outcomes(room: Room, name: str, method: str, world: World) -> dict[str, str]:
    """Ask as each person in turn, each time in the same world."""
    url, form = address(room, name, world), room.forms.get(name, {})
    found = {}
    for person in PEOPLE:
        with transaction.atomic():
            found[person] = outcome(arriving(world, person), method, url, form)
            transaction.set_rollback(True)
    return found


def test_every_address_of_the_map_is_declared() -> None:
    assert len(addresses()) > 40, "too few addresses were read: the guard has lost its eyes"
    assert sorted(set(addresses()) - set(HOLDERS)) == [], "declare them in tests/apps/<room>/addresses.py"


def test_every_line_is_about_an_address_of_the_map_once() -> None:
    lines = [(line.name, line.method) for room in rooms() for line in room.lines]
    assert sorted(set(HOLDERS) - set(addresses())) == []
    assert len(lines) == len(DECLARED), "an address is declared twice"


@pytest.mark.parametrize(("room", "line"), LINES)
def test_an_address_opens_to_whom_its_room_says(world: World, room: Room, line: Line) -> None:
    assert outcomes(room, line.name, line.method, world) == line.outcomes


@pytest.mark.parametrize(("name", "method"), SILENT)
def test_a_method_that_no_line_declares_is_refused_to_everybody(world: World, name: str, method: str) -> None:
    assert set(outcomes(HOLDERS[name], name, method, world).values()) == {"405"}


@pytest.mark.parametrize(("room", "line"), [one for one in LINES if one.values[1].method == "GET"])
def test_reading_changes_nothing(world: World, room: Room, line: Line) -> None:
    written: list[str] = []

    def watch(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.split(" ", 1)[0].upper() in ("INSERT", "UPDATE", "DELETE") and not any(name in sql for name in NOTED):
            written.append(sql[:120])
        return execute(sql, *rest)

    url = address(room, line.name, world)
    clients = [arriving(world, person) for person in ("anonymous", "facilitator")]
    with connection.execute_wrapper(watch):
        for client in clients:
            client.get(url)
    assert written == [] or line.name in room.writing


@pytest.mark.parametrize(("room", "line"), [one for one in LINES if one.values[1].method == "POST"])
def test_a_form_without_its_protection_is_refused(world: World, room: Room, line: Line) -> None:
    client = arriving(world, "facilitator", enforce_csrf_checks=True)
    answer = client.post(address(room, line.name, world), room.forms.get(line.name, {}))
    assert answer.status_code == 403


@pytest.mark.parametrize("table", ["home:index GET 200", "home:index PUT 200 200 200 200 200"])
def test_a_line_that_says_too_little_is_refused(table: str) -> None:
    with pytest.raises(ValueError, match=r"home:index .*: write the name"):
        read_table(table)
