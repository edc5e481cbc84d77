"""Who may take the documents of a 360° away, and that nothing of anybody leaves with them."""

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from tests.apps.campaigns.answering.building import Alliance360, built, token_of
from tests.apps.reports import building

from cordee.apps.campaigns.models import Publication, Regime
from cordee.apps.campaigns.operations import closing
from cordee.apps.library.models import PackRelease
from cordee.apps.reports import shared_views
from cordee.apps.reports.shared.files import SharedFile

pytestmark = [pytest.mark.django_db, pytest.mark.once]
KINDS = ("pdf", "xlsx", "json")
TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
SECRETS = ("Zoé Prénom-Rare", "Karim Nom-Secret")


@pytest.fixture(autouse=True)
def _french() -> Iterator[None]:
    with translation.override("fr"):
        yield


def campaign_of(release: PackRelease, regime: str = Regime.AGGREGATE) -> Alliance360:
    """Twelve people of three organisations, six in each of two circles; two of them have names easy to find."""
    world = built(release, regime=regime)
    for number in range(6):
        world.seat(SECRETS[0] if number == 0 else f"Équipe {number}", "teams", number % 3, levels=number % 5)
    for number in range(6):
        world.seat(SECRETS[1] if number == 0 else f"Pilote {number}", "steering", number % 3, levels=3)
    return world


def closed(release: PackRelease, regime: str = Regime.AGGREGATE) -> Alliance360:
    world = campaign_of(release, regime)
    closing.close(world.campaign)
    world.campaign.refresh_from_db()
    return world


def by_role(world: Alliance360, kind: str) -> str:
    return reverse(f"shared_reports:{kind}", args=[world.campaign.public])


def by_link(world: Alliance360, kind: str) -> str:
    return reverse(f"shared_reports:respondent_{kind}", args=[token_of(world.invitees[0])])


def given(client: Client, url: str) -> bytes:
    response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    return bytes(response.content)


def words_of(content: bytes, kind: str) -> str:
    """Everything that can be read in a file, its metadata with it."""
    if kind == "pdf":
        reader = building.reader(content)
        return f"{building.text_of(content)} {dict(reader.metadata or {})}"
    if kind == "xlsx":
        with ZipFile(BytesIO(content)) as parts:
            return " ".join(parts.read(name).decode() for name in parts.namelist())
    return content.decode()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("role", ["facilitator", "member", "observer"])
def test_whoever_has_a_role_takes_the_three_files(client: Client, release: PackRelease, kind: str, role: str) -> None:
    world = closed(release)
    client.force_login(getattr(world, role))
    response = client.get(by_role(world, kind))
    day = timezone.localdate().isoformat()
    assert response.status_code == 200
    assert response["Content-Type"] == TYPES[kind]
    assert response["Content-Disposition"] == f'attachment; filename="cordee-360-express-{day}.{kind}"'
    assert response["Cache-Control"].startswith("no-store")
    assert response["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("kind", KINDS)
def test_strangers_learn_nothing_and_anonymous_sign_in(client: Client, release: PackRelease, kind: str) -> None:
    world = closed(release)
    assert client.get(by_role(world, kind)).status_code == 302
    client.force_login(world.stranger)
    assert client.get(by_role(world, kind)).status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_who_was_asked_to_answer_takes_them_by_link(client: Client, release: PackRelease, kind: str) -> None:
    world = closed(release)
    assert words_of(given(client, by_link(world, kind)), kind)
    unknown = reverse(f"shared_reports:respondent_{kind}", args=["x" * 43])
    assert client.get(unknown).status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_before_closing_the_pages_say_where_things_stand(client: Client, release: PackRelease, kind: str) -> None:
    world = campaign_of(release)
    door = client.get(by_link(world, kind))
    assert (door.status_code, door["Location"]) == (302, reverse("campaigns:door", args=[token_of(world.invitees[0])]))
    client.force_login(world.facilitator)
    page = client.get(by_role(world, kind))
    assert (page.status_code, page["Location"]) == (302, reverse("campaigns:campaign", args=[world.campaign.public]))


@pytest.mark.parametrize("kind", KINDS)
def test_no_file_names_anyone_nor_says_an_hour(client: Client, release: PackRelease, kind: str) -> None:
    world = closed(release)
    client.force_login(world.facilitator)
    assert world.campaign.closed_at is not None
    for url in (by_role(world, kind), by_link(world, kind)):
        written = words_of(given(client, url), kind)
        hidden = [
            *SECRETS,
            world.facilitator.email,
            world.campaign.contact_email,
            world.campaign.contact_name,
            token_of(world.invitees[0]),
            str(world.invitees[0].public),
            str(world.partners[0].public),
            world.campaign.closed_at.strftime("%H:%M:%S"),
            *(partner.organisation.name for partner in world.partners),
        ]
        assert [word for word in hidden if word in written] == []


def test_only_the_facilitator_gets_the_file_that_names_people(client: Client, release: PackRelease) -> None:
    world = closed(release, Regime.FACILITATOR)
    for kind in KINDS:
        client.force_login(world.facilitator)
        assert SECRETS[0] in words_of(given(client, by_role(world, kind)), kind)
        client.force_login(world.member)
        assert SECRETS[0] not in words_of(given(client, by_role(world, kind)), kind)
        assert SECRETS[0] not in words_of(given(client, by_link(world, kind)), kind)


def test_every_number_of_the_json_is_one_of_the_publication(client: Client, release: PackRelease) -> None:
    world = closed(release)
    client.force_login(world.member)
    document = json.loads(given(client, by_role(world, "json")))
    publication = Publication.objects.get(campaign=world.campaign)
    stored = set(numbers(publication.reading))
    told = {share for item in items(document["reading"]) for share in [item["distribution"].pop("dont_know_share")]}
    assert set(numbers(document["reading"])) <= stored
    assert all(share is None or 0 <= share <= 1 for share in told)
    assert "roll" not in json.dumps(document)


def items(reading: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for scope in (reading["overall"], *reading["circles"]):
        yield from scope["items"]


def numbers(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from numbers(each)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value


def test_the_language_is_that_of_the_address(client: Client, release: PackRelease) -> None:
    world = closed(release)
    client.force_login(world.member)
    french = json.loads(given(client, by_role(world, "json")))
    with translation.override("en"):
        url = by_role(world, "json")
    assert url == f"/en/360/{world.campaign.public}/result.json"
    english = json.loads(given(client, url))
    assert (french["language"], english["language"]) == ("fr", "en")
    assert french["reading"] == english["reading"]
    assert [circle["name"] for circle in english["circles"]] == ["Steering", "Teams"]


def test_a_file_that_cannot_be_made_says_so(
    client: Client, release: PackRelease, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_report: Any) -> bytes:
        raise RuntimeError("no room left")

    monkeypatch.setattr(shared_views, "PDF", SharedFile("pdf", "application/pdf", broken))
    world = closed(release)
    client.force_login(world.member)
    response = client.get(by_role(world, "pdf"))
    assert response.status_code == 500
    assert "Ce document n’a pas pu être fait" in response.content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_written_by_reading(client: Client, release: PackRelease, kind: str) -> None:
    world = closed(release)
    client.force_login(world.member)
    assert client.post(by_role(world, kind)).status_code == 405
    assert client.post(by_link(world, kind)).status_code == 405
