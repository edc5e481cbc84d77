"""Every address of the room, taken from the map of addresses, opens to whom it should and says why to the others."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from cordee.apps.diagnosis import operations, permissions, queries
from cordee.apps.diagnosis.models import Answer, Diagnosis, ShareLink, Snapshot
from cordee.apps.diagnosis.permissions import MOST_LINKS, Reason
from cordee.apps.diagnosis.tokens import new_token
from cordee.apps.diagnosis.urls import urlpatterns

pytestmark = pytest.mark.django_db
NOW = timezone.now()

PUBLIC = {"start", "example", "method", "measure", "erased"}
POST_ONLY = {"save", "pace", "reread", "withdraw"}
ROUTES = {pattern.name: pattern for pattern in urlpatterns}
OWNED = sorted(name for name, one in ROUTES.items() if "token" in one.pattern.converters and name != "shared")


@dataclass(frozen=True)
class Owned:
    """A diagnosis with everything that its addresses may name."""

    diagnosis: Diagnosis
    token: str
    link: ShareLink
    shared: str

    def url(self, name: str, token: str = "") -> str:
        """Return an address of the room, with the token of this diagnosis or another."""
        values = {
            "token": token or (self.shared if name == "shared" else self.token),
            "position": 1,
            "number": 1,
            "link": self.link.pk,
            "family": "maturity",
        }
        wanted = {key: values[key] for key in ROUTES[name].pattern.converters}
        return reverse(f"diagnosis:{name}", kwargs=wanted)


@pytest.fixture
def owned(answered: tuple[Diagnosis, str]) -> Owned:
    diagnosis, token = answered
    diagnosis.refresh_from_db()
    shared = new_token()
    link = operations.share(operations.read(diagnosis), shared, 30, shows_evidence=False)
    return Owned(diagnosis, token, link, shared)


def ask(client: Client, name: str, url: str) -> HttpResponse:
    answer: Any = client.post(url) if name in POST_ONLY else client.get(url)
    return answer


def test_the_map_holds_what_this_test_knows() -> None:
    assert set(ROUTES) == PUBLIC | set(OWNED) | {"shared"}
    assert len(OWNED) >= 10


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_public_pages_open_to_anybody(client: Client, owned: Owned, name: str) -> None:
    assert ask(client, name, owned.url(name)).status_code == 200


@pytest.mark.parametrize("name", OWNED)
class TestEveryOwnedAddress:
    def test_opens_to_whoever_holds_the_link_with_no_cookie(self, client: Client, owned: Owned, name: str) -> None:
        answer = ask(client, name, owned.url(name))
        assert answer.status_code in (200, 302)

    def test_is_kept_out_of_caches_engines_and_referrers(self, client: Client, owned: Owned, name: str) -> None:
        answer = ask(client, name, owned.url(name))
        assert answer["Cache-Control"] == "no-store"
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Referrer-Policy"] == "same-origin"

    @pytest.mark.parametrize("token", ["x" * 43, "aZ09_-" * 7 + "k"])
    def test_is_not_there_for_a_stranger(self, client: Client, owned: Owned, name: str, token: str) -> None:
        answer = ask(client, name, owned.url(name, token))
        assert answer.status_code == 404
        assert "copiée en entier" in answer.content.decode()
        assert answer["Cache-Control"] == "no-store"

    def test_is_not_opened_by_a_share_link(self, client: Client, owned: Owned, name: str) -> None:
        assert ask(client, name, owned.url(name, owned.shared)).status_code == 404

    def test_is_closed_on_the_last_day_even_before_the_purge(self, client: Client, owned: Owned, name: str) -> None:
        Diagnosis.objects.update(expires_at=timezone.now())
        before = counts()
        answer = ask(client, name, owned.url(name))
        assert answer.status_code == 410
        assert "durée de garde" in answer.content.decode()
        assert counts() == before

    def test_is_gone_once_erased(self, client: Client, owned: Owned, name: str) -> None:
        operations.erase(owned.diagnosis)
        assert ask(client, name, owned.url(name)).status_code == 404

    def test_refuses_a_body_larger_than_any_of_its_forms(self, client: Client, owned: Owned, name: str) -> None:
        before = counts()
        answer = client.post(owned.url(name), {"vision_evidence": "x" * 70_000})
        assert answer.status_code in (405, 413)
        assert counts() == before


@pytest.mark.parametrize("name", sorted(POST_ONLY))
def test_what_changes_something_is_not_done_by_following_a_link(client: Client, owned: Owned, name: str) -> None:
    before = counts()
    assert client.get(owned.url(name)).status_code == 405
    assert counts() == before


@pytest.mark.parametrize("name", sorted({*OWNED} - {"result", "earlier", "resume"} - POST_ONLY))
def test_a_form_without_its_protection_is_refused(owned: Owned, name: str) -> None:
    before = counts()
    answer = Client(enforce_csrf_checks=True).post(owned.url(name), {"vision": "4", "days": "7"})
    assert answer.status_code in (403, 405)
    assert counts() == before


@pytest.mark.parametrize("name", OWNED)
def test_another_diagnosis_does_not_open_it(
    client: Client, owned: Owned, start: Callable[..., tuple[Diagnosis, str]], name: str
) -> None:
    """The holder of one link cannot reach what belongs to another, such as its share links."""
    _, other = start()
    ask(client, name, owned.url(name, other))
    owned.link.refresh_from_db()
    assert owned.link.revoked_at is None
    assert Diagnosis.objects.filter(pk=owned.diagnosis.pk).exists()


class TestSharedAddress:
    def test_opens_with_its_token_and_sets_no_cookie(self, client: Client, owned: Owned) -> None:
        answer = client.get(owned.url("shared"))
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "no-store"
        assert not answer.cookies

    def test_is_not_there_for_a_stranger_or_for_the_secret_link(self, client: Client, owned: Owned) -> None:
        for token in (new_token(), owned.token):
            assert client.get(owned.url("shared", token)).status_code == 404

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"expires_at": NOW - timedelta(seconds=1)}, "expiré"),
            ({"revoked_at": NOW}, "retiré"),
        ],
    )
    def test_is_closed_when_its_time_has_come(
        self, client: Client, owned: Owned, change: dict[str, Any], words: str
    ) -> None:
        ShareLink.objects.update(**change)
        answer = client.get(owned.url("shared"))
        assert answer.status_code == 410
        assert words in answer.content.decode()

    def test_is_closed_with_the_diagnosis(self, client: Client, owned: Owned) -> None:
        Diagnosis.objects.update(expires_at=timezone.now())
        assert client.get(owned.url("shared")).status_code == 410
        operations.erase(owned.diagnosis)
        assert client.get(owned.url("shared")).status_code == 404

    def test_is_only_read(self, client: Client, owned: Owned) -> None:
        assert client.post(owned.url("shared")).status_code == 405


def test_a_saving_page_that_finds_nothing_any_more_is_loaded_again(client: Client, owned: Owned) -> None:
    operations.erase(owned.diagnosis)
    answer = client.post(owned.url("save"), {"vision": "2"}, headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Refresh"]) == (204, "true")


@pytest.mark.parametrize("token", ["court", "x" * 42, "x" * 44, "é" * 43, "a/b"])
def test_what_cannot_be_a_token_is_no_address(client: Client, db: None, token: str) -> None:
    assert client.get(f"/diagnostic/{token}/").status_code == 404


@pytest.mark.parametrize("name", OWNED)
def test_the_english_address_opens_too(client: Client, owned: Owned, name: str) -> None:
    with translation.override("en"):
        url = owned.url(name)
        assert url.startswith("/en/diagnosis/")
        assert ask(client, name, url).status_code in (200, 302)


class TestVerdicts:
    """The permissions themselves: pure, and always with a reason."""

    @pytest.mark.parametrize(("left", "reason"), [(1, Reason.GRANTED), (0, Reason.OVER), (-1, Reason.OVER)])
    def test_a_diagnosis_opens_until_its_last_second(self, left: int, reason: Reason) -> None:
        diagnosis = Diagnosis(expires_at=NOW + timedelta(seconds=left))
        verdict = permissions.may_open(diagnosis, NOW)
        assert (verdict.reason, verdict.allowed) == (reason, reason is Reason.GRANTED)

    def test_nothing_opens_nothing(self) -> None:
        assert permissions.may_open(None, NOW).reason is Reason.UNKNOWN
        assert permissions.may_read_shared(None, NOW).reason is Reason.UNKNOWN

    @pytest.mark.parametrize(
        ("diagnosis_left", "link_left", "revoked", "reason"),
        [
            (9, 5, False, Reason.GRANTED),
            (9, 0, False, Reason.LINK_OVER),
            (9, 5, True, Reason.WITHDRAWN),
            (0, 5, False, Reason.OVER),
            (0, 0, True, Reason.OVER),
        ],
    )
    def test_a_share_link(self, diagnosis_left: int, link_left: int, revoked: bool, reason: Reason) -> None:
        diagnosis = Diagnosis(expires_at=NOW + timedelta(days=diagnosis_left))
        link = ShareLink(
            snapshot=Snapshot(diagnosis=diagnosis),
            expires_at=NOW + timedelta(days=link_left),
            revoked_at=NOW if revoked else None,
        )
        assert permissions.may_read_shared(link, NOW).reason is reason

    @pytest.mark.parametrize(
        ("used", "current", "allowed"),
        [("1.0.0", "1.0.1", True), ("1.9.0", "1.10.0", True), ("1.0.0", "1.0.0", False), ("2.0.0", "1.9.9", False)],
    )
    def test_reading_again_takes_a_newer_release(self, used: str, current: str, allowed: bool) -> None:
        def release(version: str) -> Any:
            return SimpleNamespace(order=tuple(int(part) for part in version.split(".")))

        assert permissions.may_read_again(release(used), release(current)).allowed is allowed

    def test_links_are_counted(self) -> None:
        assert permissions.may_share(MOST_LINKS - 1).allowed
        assert permissions.may_share(MOST_LINKS).reason is Reason.TOO_MANY_LINKS


class TestStoredResult:
    """The entry that other rooms compose from."""

    def test_the_secret_link_gives_the_reading_last_shown(self, owned: Owned) -> None:
        found = queries.stored_result(owned.token)
        assert found.verdict.allowed
        assert found.snapshot == queries.latest_snapshot(owned.diagnosis)
        assert found.shows_evidence

    def test_a_share_link_gives_its_own_snapshot_without_evidence(self, owned: Owned) -> None:
        found = queries.shared_result(owned.shared)
        assert (found.snapshot, found.shows_evidence) == (owned.link.snapshot, False)

    def test_a_reading_never_made_is_said(self, start: Callable[..., tuple[Diagnosis, str]]) -> None:
        _, token = start()
        assert queries.stored_result(token).verdict.reason is Reason.NOTHING_READ

    def test_neither_link_opens_the_other_way(self, owned: Owned) -> None:
        assert queries.stored_result(owned.shared).verdict.reason is Reason.UNKNOWN
        assert queries.shared_result(owned.token).verdict.reason is Reason.UNKNOWN

    def test_nothing_is_given_after_the_last_day(self, owned: Owned) -> None:
        later = owned.diagnosis.expires_at
        assert queries.stored_result(owned.token, later).snapshot is None
        assert queries.shared_result(owned.shared, later).snapshot is None


def counts() -> list[int]:
    """Count the rows of each table of the room."""
    return [model._base_manager.count() for model in (Diagnosis, Answer, Snapshot, ShareLink)]


@pytest.fixture(autouse=True)
def _french() -> Iterator[None]:
    with translation.override("fr"):
        yield
