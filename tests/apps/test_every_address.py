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

An outcome is a status, « sign-in » (sent to the sign-in page, which leads back) or « prove » (sent to the page where
one proves oneself again, which leads back). A method that no line declares must answer 405 to everybody. An address
that no room declares fails, and so does a line about an address that is not in the map. Besides, whatever the room:
reading changes nothing in the database, and a form without its protection is refused. The people are those of
`tests/apps/world.py`.

The world and what the rooms put in it are built once: building them takes longer than asking. Each time somebody has
asked, what they changed is taken back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import translation
from tests.apps.declared import METHODS, PROVE, SIGN_IN, Line, Room, addresses, read_table, rooms
from tests.apps.world import PEOPLE, World, build_world

from cordee.apps.ui.public_pages import public_pages

pytestmark = pytest.mark.django_db

LINES = [pytest.param(room, line, id=f"{line.method} {line.name}") for room in rooms() for line in room.lines]
DECLARED = {(line.name, line.method) for room in rooms() for line in room.lines}
HOLDERS = {line.name: room for room in rooms() for line in room.lines}
SILENT = [(name, method) for name in HOLDERS for method in METHODS if (name, method) not in DECLARED]
# Who came last, and what is drawn once: reading may note these without changing anything for anybody.
NOTED = ("django_session", "accounts_account")
DOORS = {
    "account_login": SIGN_IN,
    "account_request_reauthentication_code": PROVE,
    "mfa_reauthenticate": PROVE,
}


@dataclass(frozen=True)
class Stage:
    """The world as the rooms furnished it, and the cookies of each person who has signed in."""

    values: dict[str, dict[str, Any]]
    sessions: dict[str, str]


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Build the world once, inside a transaction that is given up after the last address."""
    with django_db_blocker.unblock(), own_folder(tmp_path_factory.mktemp("files")), transaction.atomic():
        yield furnished(build_world())
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def listed(stage: Stage) -> set[str]:
    """Return the paths that the map of the site holds."""
    return {path for page in public_pages() for path in page.paths.values()}


def own_folder(folder: Path) -> override_settings:
    """Keep the files of this world in a folder of its own."""
    return override_settings(
        EVIDENCE_FOLDER=folder / "evidence", MEDIA_ROOT=folder / "media", FILE_UPLOAD_TEMP_DIR=folder
    )


def furnished(world: World) -> Stage:
    """Let each room put in the world what its addresses name, and sign people in."""
    with translation.override(settings.LANGUAGE_CODE):
        values = {room.name: room.values(world) for room in rooms()}
    return Stage(values, {person: signed_in(world, person) for person in world.accounts})


def signed_in(world: World, person: str) -> str:
    """Return the key of a session that one of the people has opened."""
    client = Client()
    client.force_login(world.accounts[person])
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def address(room: Room, name: str, stage: Stage) -> str:
    """Return an address that exists, with the values its room gives."""
    values = stage.values[room.name]
    return reverse(
        name, kwargs={part: values.get(f"{name}.{part}", values.get(part)) for part in addresses()[name].parts}
    )


def ask(client: Client, method: str, url: str, form: dict[str, Any]) -> Any:
    """Ask, and receive the whole answer."""
    answer: Any = client.get(url) if method == "GET" else client.post(url, form)
    if answer.streaming:
        answer.getvalue()
    return answer


def outcome(client: Client, method: str, url: str, form: dict[str, Any]) -> str:
    """Ask, and say what came in the words of the tables."""
    answer = ask(client, method, url, form)
    if answer.status_code != 302:
        return str(answer.status_code)
    return next((word for door, word in DOORS.items() if leads(answer["Location"], door, url)), "302")


def leads(location: str, door: str, back: str) -> bool:
    """Tell whether an answer leads to a door, and from there back to what was asked for."""
    found = urlsplit(location)
    return found.path == reverse(door) and parse_qs(found.query).get("next") == [back]


def arriving(stage: Stage, person: str, **options: Any) -> Client:
    """Return the browser of one of the five people."""
    client = Client(**options)
    if person != "anonymous":
        client.cookies[settings.SESSION_COOKIE_NAME] = stage.sessions[person]
    return client


@contextmanager
def taken_back() -> Iterator[None]:
    """Leave the world as it was; what is counted, such as tries, is in the database and taken back with the rest."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def outcomes(room: Room, name: str, method: str, stage: Stage) -> dict[str, str]:
    """Ask as each person in turn, each time in the same world."""
    url, form = address(room, name, stage), room.forms.get(name, {})
    found = {}
    for person in PEOPLE:
        with taken_back():
            found[person] = outcome(arriving(stage, person), method, url, form)
    return found


def test_every_address_of_the_map_is_declared() -> None:
    assert len(addresses()) > 150, "too few addresses were read: the guard has lost its eyes"
    assert sorted(set(addresses()) - set(HOLDERS)) == [], "declare them in tests/apps/<room>/addresses.py"


def test_every_line_is_about_an_address_of_the_map_once() -> None:
    lines = [(line.name, line.method) for room in rooms() for line in room.lines]
    assert sorted(set(HOLDERS) - set(addresses())) == []
    assert len(lines) == len(DECLARED), "an address is declared twice"


@pytest.mark.parametrize(("room", "line"), LINES)
def test_an_address_opens_to_whom_its_room_says(stage: Stage, room: Room, line: Line) -> None:
    assert outcomes(room, line.name, line.method, stage) == line.outcomes


@pytest.mark.parametrize(("name", "method"), SILENT)
def test_a_method_that_no_line_declares_is_refused_to_everybody(stage: Stage, name: str, method: str) -> None:
    assert set(outcomes(HOLDERS[name], name, method, stage).values()) == {"405"}


@pytest.mark.parametrize(("room", "line"), [one for one in LINES if one.values[1].method == "GET"])
def test_reading_changes_nothing(stage: Stage, room: Room, line: Line) -> None:
    written: list[str] = []

    def watch(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.split(" ", 1)[0].upper() in ("INSERT", "UPDATE", "DELETE") and not any(name in sql for name in NOTED):
            written.append(sql[:120])
        return execute(sql, *rest)

    url = address(room, line.name, stage)
    clients = [arriving(stage, person) for person in ("anonymous", "facilitator")]
    with taken_back(), connection.execute_wrapper(watch):
        for client in clients:
            ask(client, "GET", url, {})
    assert written == [] or line.name in room.writing


@pytest.mark.parametrize(
    ("room", "line"),
    [one for one in LINES if one.values[1].method == "GET" and one.values[1].outcomes["anonymous"] == "200"],
)
def test_a_page_that_opens_to_anybody_is_in_the_map_of_the_site_or_asks_not_to_be_listed(
    stage: Stage, listed: set[str], room: Room, line: Line
) -> None:
    url = address(room, line.name, stage)
    answer = ask(Client(), "GET", url, {})
    if not answer["Content-Type"].startswith("text/html"):
        return
    hidden = (
        "noindex" in answer.get("X-Robots-Tag", "") or '<meta name="robots" content="noindex' in answer.content.decode()
    )
    assert hidden or url in listed, "tell it in PUBLIC_PAGES (settings), or ask engines to leave it alone"
    assert not (hidden and url in listed)


@pytest.mark.parametrize(("room", "line"), [one for one in LINES if one.values[1].method == "POST"])
def test_a_form_without_its_protection_is_refused(stage: Stage, room: Room, line: Line) -> None:
    client = arriving(stage, "facilitator", enforce_csrf_checks=True)
    answer = client.post(address(room, line.name, stage), room.forms.get(line.name, {}))
    assert answer.status_code == 403


@pytest.mark.parametrize("table", ["home:index GET 200", "home:index PUT 200 200 200 200 200"])
def test_a_line_that_says_too_little_is_refused(table: str) -> None:
    with pytest.raises(ValueError, match=r"home:index .*: write the name"):
        read_table(table)
