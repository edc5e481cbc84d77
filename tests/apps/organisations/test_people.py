"""The pages of people: an invitation leaves once, is accepted once, and the alliance always keeps someone to run it."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.apps.world import World

from cordee.apps.accounts.models import Account
from cordee.apps.organisations.models import AllianceRole, RoleInvitation
from cordee.apps.organisations.operations import people as operations
from cordee.apps.organisations.operations.people import Offer
from cordee.apps.organisations.permissions import MOST_INVITATIONS, Reason
from cordee.apps.post.models import Letter

OFFER = {"email": "new@example.org", "kind": "member", "partner": "", "lang": "fr"}


def page(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined]


def link_in(letter: Letter) -> str:
    found = re.search(r"https?://[^/\s]+(/\S*)", letter.text)
    assert found
    return found[1]


@pytest.fixture
def link(facilitator: Client, at: Callable[..., str], world: World) -> str:
    """The link of an invitation that just left."""
    facilitator.post(at("people"), {**OFFER, "partner": str(world.partner.public)})
    return link_in(Letter.objects.get())


@pytest.fixture
def newcomer(world: World) -> tuple[Client, Account]:
    """Someone who has an account and no role."""
    account, client = Account.objects.create_user("elsewhere@example.org", name="Nour"), Client()
    client.force_login(account)
    return client, account


class TestInviting:
    def test_a_letter_leaves_with_the_link_in_both_its_forms(self, link: str, world: World) -> None:
        letter = Letter.objects.get()
        assert (letter.to, letter.reply_to, letter.lang) == ("new@example.org", "facilitator@example.org", "fr")
        assert letter.subject == "Facilitator vous invite à participer à l’alliance «\u202fLe Val\u202f»"
        assert link in letter.text
        assert link in letter.html
        assert "La Passerelle" in letter.text

    def test_only_the_fingerprint_of_the_link_is_kept(self, link: str) -> None:
        token = link.rstrip("/").split("/")[-1]
        assert len(token) == 43
        assert token not in str(list(RoleInvitation.objects.values()))

    def test_the_letter_speaks_the_language_chosen(self, facilitator: Client, at: Callable[..., str]) -> None:
        facilitator.post(at("people"), {**OFFER, "lang": "en", "kind": "observer"})
        letter = Letter.objects.get()
        assert "invites you to follow the alliance “Le Val”" in letter.subject
        assert link_in(letter).startswith("/en/alliances/invitation/")
        assert "Ce lien" not in letter.text + letter.html

    def test_names_are_text_in_the_html_and_untouched_in_the_text(
        self, facilitator: Client, at: Callable[..., str], world: World
    ) -> None:
        type(world.alliance).objects.update(name="Val & <b>Cie</b>")
        facilitator.post(at("people"), OFFER)
        letter = Letter.objects.get()
        assert "Val & <b>Cie</b>" in letter.text
        assert "<b>Cie" not in letter.html

    def test_inviting_again_closes_the_earlier_link(
        self, facilitator: Client, at: Callable[..., str], link: str
    ) -> None:
        facilitator.post(at("people"), {**OFFER, "email": "NEW@example.org"})
        assert Letter.objects.count() == 2
        answer = Client().get(link)
        assert answer.status_code == 410
        assert "retirée" in page(answer)

    @pytest.mark.parametrize(
        ("wrong", "message"),
        [
            ({"email": "new@"}, "n’est pas complète"),
            ({"email": ""}, "Écrivez l’adresse"),
            ({"email": "Member@Example.org"}, "déjà dans l’alliance"),
            ({"kind": ""}, "Choisissez une réponse"),
            ({"kind": "owner"}, "Ce choix n’existe pas"),
            ({"partner": "5b0f6a52-3d54-4c53-9b0c-0f8e1d0f7a11"}, "Ce choix n’existe pas"),
        ],
    )
    def test_an_error_says_what_to_do_and_sends_nothing(
        self, facilitator: Client, at: Callable[..., str], wrong: dict[str, str], message: str
    ) -> None:
        answer = facilitator.post(at("people"), {**OFFER, **wrong})
        assert answer.status_code == 422
        assert message in page(answer)
        assert not Letter.objects.exists()

    def test_a_machine_cannot_send_without_end(self, facilitator: Client, at: Callable[..., str], world: World) -> None:
        RoleInvitation.objects.bulk_create(
            RoleInvitation(
                alliance=world.alliance,
                email=f"{number}@example.org",
                kind="member",
                token_sha256=str(number),
                expires_at=timezone.now() + timedelta(days=1),
            )
            for number in range(MOST_INVITATIONS)
        )
        assert "Retirez celles qui ne servent plus" in page(facilitator.get(at("people")))
        answer = facilitator.post(at("people"), OFFER)
        assert answer.status_code == 403
        assert not Letter.objects.exists()

    def test_a_withdrawn_invitation_opens_nothing(
        self, facilitator: Client, at: Callable[..., str], link: str, newcomer: tuple[Client, Account]
    ) -> None:
        invitation = RoleInvitation.objects.get()
        assert "new@example.org" in page(facilitator.get(at("people")))
        facilitator.post(at("withdraw", invitation.pk))
        assert newcomer[0].post(link).status_code == 410
        assert not AllianceRole.objects.filter(account=newcomer[1]).exists()


class TestAccepting:
    def test_opening_the_link_changes_nothing_and_shows_the_way_in(self, link: str) -> None:
        text = page(Client().get(link))
        assert "Facilitator vous invite à participer" in text
        assert f"?next={link}" in text
        assert RoleInvitation.objects.get().accepted_at is None

    def test_a_button_gives_the_role_to_who_is_signed_in(self, link: str, newcomer: tuple[Client, Account]) -> None:
        client, account = newcomer
        assert "elsewhere@example.org" in page(client.get(link))
        answer = client.post(link, follow=True)
        assert "Bienvenue" in page(answer)
        role = AllianceRole.objects.get(account=account)
        assert (role.kind, str(role.partner and role.partner.organisation)) == ("member", "La Passerelle")
        invitation = RoleInvitation.objects.get()
        assert invitation.accepted_by == account

    def test_a_double_click_gives_one_role(self, link: str, newcomer: tuple[Client, Account]) -> None:
        client, account = newcomer
        assert [client.post(link).status_code for _ in range(2)] == [302, 302]
        assert AllianceRole.objects.filter(account=account).count() == 1

    def test_a_link_that_served_does_not_serve_another(
        self, link: str, newcomer: tuple[Client, Account], as_: Callable[[str], Client]
    ) -> None:
        newcomer[0].post(link)
        for client in (as_("stranger"), Client()):
            answer = client.post(link)
            assert answer.status_code == 410
            assert "déjà servi" in page(answer)

    def test_accepting_again_at_the_same_moment_is_told(self, link: str, world: World) -> None:
        invitation = RoleInvitation.objects.get()
        assert operations.accept(invitation, world.accounts["stranger"]).allowed
        assert operations.accept(invitation, world.accounts["stranger"]).reason is Reason.INVITATION_USED

    def test_its_last_day_passes(self, link: str, newcomer: tuple[Client, Account]) -> None:
        RoleInvitation.objects.update(expires_at=timezone.now())
        answer = newcomer[0].post(link)
        assert answer.status_code == 410
        assert "a expiré" in page(answer)

    def test_a_link_cut_in_the_middle_says_so(self, db: None) -> None:
        answer = Client().get(reverse("organisations:invitation", args=["x" * 43]))
        assert answer.status_code == 404
        assert "copiée en entier" in page(answer)


class TestRoles:
    def url(self, at: Callable[..., str], world: World, person: str) -> str:
        return at("role", world.roles[person].pk)

    def test_a_role_becomes_another(self, facilitator: Client, world: World, at: Callable[..., str]) -> None:
        said = {"kind": "facilitator", "seen": "member", "partner": ""}
        assert facilitator.post(self.url(at, world, "member"), said)["Location"] == at("people")
        world.roles["member"].refresh_from_db()
        assert (world.roles["member"].kind, world.roles["member"].partner) == ("facilitator", None)

    def test_the_last_who_runs_the_alliance_cannot_become_something_else(
        self, facilitator: Client, world: World, at: Callable[..., str]
    ) -> None:
        said = {"kind": "member", "seen": "facilitator", "partner": ""}
        answer = facilitator.post(self.url(at, world, "facilitator"), said)
        assert answer.status_code == 422
        assert "Confiez d’abord ce rôle" in page(answer)
        facilitator.post(at("remove", world.roles["facilitator"].pk))
        assert AllianceRole.objects.get(pk=world.roles["facilitator"].pk).kind == "facilitator"

    def test_a_role_changed_meanwhile_is_not_overwritten(
        self, facilitator: Client, world: World, at: Callable[..., str]
    ) -> None:
        AllianceRole.objects.filter(pk=world.roles["member"].pk).update(kind="facilitator")
        answer = facilitator.post(self.url(at, world, "member"), {"kind": "observer", "seen": "member", "partner": ""})
        assert answer.status_code == 409
        assert "entre-temps" in page(answer)
        assert AllianceRole.objects.get(pk=world.roles["member"].pk).kind == "facilitator"

    def test_a_person_is_removed(
        self, facilitator: Client, as_: Callable[[str], Client], world: World, at: Callable[..., str]
    ) -> None:
        removed = as_("observer")
        facilitator.post(at("remove", world.roles["observer"].pk))
        assert removed.get(at("alliance")).status_code == 404

    def test_a_role_of_another_alliance_is_out_of_reach(
        self, facilitator: Client, world: World, at: Callable[..., str]
    ) -> None:
        elsewhere = AllianceRole.objects.exclude(alliance=world.alliance).get()
        assert facilitator.post(at("remove", elsewhere.pk)).status_code == 404
        assert facilitator.get(at("role", elsewhere.pk)).status_code == 404
        assert AllianceRole.objects.filter(pk=elsewhere.pk).exists()

    def test_ending_a_role_twice_is_told(self, world: World) -> None:
        assert operations.end_role(world.roles["member"]).allowed
        assert operations.end_role(world.roles["member"]).reason is Reason.UNKNOWN


def test_an_invitation_needs_an_alliance_that_exists(world: World) -> None:
    world.alliance.delete()
    with pytest.raises((ObjectDoesNotExist, ValueError)):
        operations.invite(world.alliance, world.accounts["facilitator"], Offer("a@example.org", "member", "fr"))
