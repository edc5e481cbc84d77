"""Passkeys in a real browser, with Chromium's virtual authenticator: add one, sign in with it, name it, remove it."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.test import Client
from tests.apps.accounts.conftest import ADDRESS, Visitor, code_in

from cordee.apps.accounts import operations
from cordee.apps.accounts.models import Account

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


class Device:
    """A browser on a device that can keep passkeys."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.devtools = page.context.new_cdp_session(page)
        self.devtools.send("WebAuthn.enable")
        self.id = self.devtools.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})["authenticatorId"]

    def recognises_its_owner(self, does: bool) -> None:
        """Say whether the finger on the sensor is the right one."""
        self.devtools.send("WebAuthn.setUserVerified", {"authenticatorId": self.id, "isUserVerified": does})

    def credentials(self) -> list[Any]:
        """Return the passkeys it keeps."""
        return list(self.devtools.send("WebAuthn.getCredentials", {"authenticatorId": self.id})["credentials"])

    def goto(self, path: str) -> None:
        """Go to a page of the same site."""
        origin = "/".join(self.page.url.split("/")[:3])
        self.page.goto(origin + path)

    @property
    def path(self) -> str:
        """The address on screen, without its origin."""
        return "/" + self.page.url.split("/", 3)[3]

    def sign_in_by_code(self, address: str = ADDRESS) -> None:
        """Sign in as on any device."""
        self.goto("/compte/connexion/")
        self.page.get_by_label("Votre adresse e-mail").fill(address)
        self.page.get_by_role("button", name="Recevoir un code").click()
        self.page.wait_for_url("**/connexion/code/")
        self.page.locator("#id_code").fill(code_in(mail.outbox[-1]))
        self.page.get_by_role("button", name="Continuer").click()
        self.page.wait_for_url("**/compte/")

    def add_passkey(self, name: str) -> None:
        """Add a passkey from the page of the account."""
        self.page.get_by_role("link", name="Ajouter une clé d’accès").click()
        self.page.get_by_label("Nom de cette clé").fill(name)
        self.page.get_by_role("button", name="Créer la clé").click()
        self.page.wait_for_url("**/compte/")

    def use_passkey(self) -> None:
        """Choose the passkey over a code."""
        self.page.get_by_role("button", name="Utiliser une clé d’accès").click()

    def sign_out(self) -> None:
        """Sign out from the page of the account."""
        self.page.get_by_role("button", name="Me déconnecter ici").click()
        self.page.wait_for_url("**/connexion/")


@pytest.fixture
def account(transactional_db: None) -> Account:
    """Somebody who has an account."""
    return operations.open_account(ADDRESS, "fr", name="Nour")


@pytest.fixture
def device(open_page: Callable[..., Any], account: Account) -> Device:
    """A device of hers, signed in with a code, with one passkey."""
    held = Device(open_page("/compte/connexion/", width=390))
    held.sign_in_by_code()
    held.add_passkey("Téléphone")
    return held


def test_a_passkey_is_added_and_signs_in_alone(device: Device, account: Account) -> None:
    passkey = Authenticator.objects.get()
    assert (passkey.user, passkey.type, passkey.wrap().name) == (account, "webauthn", "Téléphone")
    assert any("clé d’accès a été ajoutée" in letter.body for letter in mail.outbox)
    letters = len(mail.outbox)
    device.sign_out()
    device.use_passkey()
    device.page.wait_for_url("**/compte/")
    assert "Vous êtes connecté" in device.page.content()
    device.sign_out()
    device.goto("/compte/connexion/?next=/vos-donnees/")
    device.use_passkey()
    device.page.wait_for_url("**/vos-donnees/")
    assert len(mail.outbox) == letters
    assert device.faults == []


def test_a_passkey_is_named_then_removed_and_opens_nothing_any_more(device: Device) -> None:
    device.page.get_by_role("link", name="Nommer Téléphone").click()
    device.page.wait_for_url("**/nom/")
    device.page.get_by_label("Nom de cette clé").fill("Vieux téléphone")
    device.page.get_by_role("button", name="Enregistrer").click()
    device.page.wait_for_url("**/compte/")
    device.page.get_by_role("link", name="Enlever Vieux téléphone").click()
    device.page.get_by_role("button", name="Retirer la clé").click()
    device.page.wait_for_url("**/compte/")
    assert not Authenticator.objects.exists()
    device.sign_out()
    device.use_passkey()
    device.page.get_by_text("n’a pas répondu comme attendu").wait_for()


def test_a_device_that_does_not_recognise_its_owner_opens_nothing(device: Device) -> None:
    device.sign_out()
    device.recognises_its_owner(False)
    device.use_passkey()
    device.page.get_by_text("Rien n’a été fait").wait_for()
    assert device.path == "/compte/connexion/"


def test_with_a_second_factor_a_passkey_can_be_used_instead(device: Device, account: Account) -> None:
    TOTP.activate(account, generate_totp_secret())
    device.sign_out()
    device.page.get_by_label("Votre adresse e-mail").fill(ADDRESS)
    device.page.get_by_role("button", name="Recevoir un code").click()
    device.page.wait_for_url("**/connexion/code/")
    device.page.locator("#id_code").fill(code_in(mail.outbox[-1]))
    device.page.get_by_role("button", name="Continuer").click()
    device.page.wait_for_url("**/second-facteur/")
    device.use_passkey()
    device.page.wait_for_url("**/compte/")


def test_a_passkey_is_the_business_of_its_owner_and_shuts_out_no_code(device: Device) -> None:
    passkey = Authenticator.objects.get()
    other = Visitor(Client())
    other.sign_in("other@example.org")
    assert other.client.post(f"/compte/cles/{passkey.pk}/retirer/").status_code == 404
    assert other.client.post(f"/compte/cles/{passkey.pk}/nom/", {"name": "mine"}).status_code == 404
    assert Authenticator.objects.get().wrap().name == "Téléphone"
    elsewhere = Visitor(Client())
    assert elsewhere.sign_in().url == "/compte/"


def test_an_answer_that_no_device_gave_is_refused(account: Account) -> None:
    stranger = Client()
    stranger.get("/compte/connexion/cle/", headers={"accept": "application/json"})
    for credential in ("", "{}", '{"id": "a", "response": {"userHandle": "MQ"}}', "[]"):
        response = stranger.post("/compte/connexion/cle/", {"credential": credential})
        assert response.url == "/compte/connexion/"
    assert "_auth_user_id" not in stranger.session


def test_without_scripts_the_code_still_signs_in(open_page: Callable[..., Any], account: Account) -> None:
    page = open_page("/compte/connexion/", java_script_enabled=False)
    assert not page.get_by_role("button", name="Utiliser une clé d’accès").is_visible()
    page.locator("#id_email").fill(ADDRESS)
    page.get_by_role("button", name="Recevoir un code").click()
    page.locator("#id_code").fill(code_in(mail.outbox[-1]))
    page.get_by_role("button", name="Continuer").click()
    assert page.url.endswith("/compte/")
