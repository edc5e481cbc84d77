"""The second factor: codes of an application after the code sent by e-mail, and recovery codes."""

import base64
import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from tests.apps.accounts.conftest import ADDRESS, ON, Application, Visitor

from cordee.apps.accounts.models import Account

OFF = "/compte/application/retirer/"
RECOVERY = "/compte/codes-de-secours/"
SECOND = "/compte/connexion/second-facteur/"


@pytest.fixture
def outside(application: Application) -> Visitor:
    """The same person on another device, who has entered the code sent by e-mail and no more."""
    visitor = Visitor(Client())
    assert visitor.sign_in().url == SECOND
    return visitor


def recovery_codes(visitor: Visitor) -> list[str]:
    """Read the recovery codes on their page."""
    return re.findall(r"<code>(\d+)</code>", visitor.client.get(RECOVERY).content.decode())


def test_a_wrong_first_code_turns_nothing_on(inside: Visitor) -> None:
    inside.client.get(ON)
    assert inside.client.post(ON, {"code": "000000"}).status_code == 422
    assert not Authenticator.objects.exists()


def test_the_code_to_scan_has_a_white_ground(inside: Visitor) -> None:
    (picture,) = re.findall(r"data:image/svg\+xml;base64,([\w+/=]+)", inside.client.get(ON).content.decode())
    assert 'fill="white"' in base64.b64decode(picture).decode()


def test_turning_on_gives_recovery_codes_and_a_letter(inside: Visitor, application: Application) -> None:
    assert len(recovery_codes(inside)) == 10
    file = inside.client.get(RECOVERY + "fichier/")
    assert file["Content-Disposition"] == 'attachment; filename="cordee-codes-de-secours.txt"'
    assert all(code in file.content.decode() for code in recovery_codes(inside))
    assert "La double vérification a été activée." in mail.outbox[-1].body
    home = inside.client.get("/compte/").content.decode()
    assert "10 codes de secours" in home


def test_the_second_code_is_asked_for_after_the_first(outside: Visitor, application: Application) -> None:
    assert outside.account is None
    assert outside.client.get("/compte/").status_code == 302
    assert outside.client.get(SECOND).status_code == 200
    assert outside.client.post(SECOND, {"code": "000000"}).status_code == 422
    assert outside.account is None
    assert outside.client.post(SECOND, {"code": application.code(1)}).url == "/compte/"
    assert outside.account is not None


def test_a_code_of_the_application_serves_once(outside: Visitor, application: Application) -> None:
    outside.client.post(SECOND, {"code": application.code(1)})
    again = Visitor(Client())
    again.sign_in()
    assert again.client.post(SECOND, {"code": application.code(1)}).status_code == 422


def test_a_recovery_code_serves_once(outside: Visitor, inside: Visitor) -> None:
    first = recovery_codes(inside)[0]
    assert outside.client.post(SECOND, {"code": first}).url == "/compte/"
    assert len(recovery_codes(inside)) == 9
    again = Visitor(Client())
    again.sign_in()
    assert again.client.post(SECOND, {"code": first}).status_code == 422


def test_new_recovery_codes_replace_the_others(outside: Visitor, inside: Visitor) -> None:
    before = recovery_codes(inside)
    assert "10 codes" in inside.client.get(RECOVERY + "nouveaux/").content.decode()
    assert inside.client.post(RECOVERY + "nouveaux/").url == RECOVERY
    assert set(before) & set(recovery_codes(inside)) == set()
    assert outside.client.post(SECOND, {"code": before[0]}).status_code == 422


def test_guessing_the_second_code_is_slowed_down(outside: Visitor, application: Application) -> None:
    for _ in range(5):
        outside.client.post(SECOND, {"code": "000000"})
    refused = outside.client.post(SECOND, {"code": application.code(1)})
    assert refused.status_code == 422
    assert "Trop d’essais" in refused.content.decode()
    assert outside.account is None


def test_it_is_turned_off_after_proving_oneself_with_it(outside: Visitor, application: Application) -> None:
    outside.client.post(SECOND, {"code": application.code(1)})
    session = outside.client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3_600
    session["account_authentication_methods"] = list(session["account_authentication_methods"])
    session.save()
    asked = outside.client.get(OFF)
    # A code by e-mail would let whoever reads the mailbox do without the second factor.
    assert asked.url.startswith("/compte/verifier/")
    assert outside.client.get("/compte/verifier/").url.startswith("/compte/verifier/application/")
    proof = f"/compte/verifier/application/?next={OFF}"
    assert outside.client.get(proof).status_code == 200
    assert outside.client.post(proof, {"code": application.code(), "next": OFF}).url == OFF
    assert outside.client.get(OFF).status_code == 200
    assert outside.client.post(OFF).url == "/compte/"
    assert not Authenticator.objects.exists()
    fresh = Visitor(Client())
    assert fresh.sign_in().url == "/compte/"


def test_the_pages_of_another_account_hold_nothing_of_this_one(inside: Visitor, application: Application) -> None:
    other = Visitor(Client())
    other.sign_in("other@example.org")
    assert other.client.get(RECOVERY).status_code == 404
    assert other.client.get(RECOVERY + "fichier/").status_code == 404
    assert other.client.post(OFF).status_code == 404
    assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).count() == 1


def test_the_sign_in_can_be_given_up(outside: Visitor) -> None:
    assert outside.client.post("/compte/deconnexion/", {"next": "/compte/connexion/"}).url == "/compte/connexion/"
    assert outside.client.get("/compte/connexion/").status_code == 200
    assert outside.client.get(SECOND).url == "/compte/connexion/"


def test_no_letter_carries_a_secret(inside: Visitor, application: Application) -> None:
    codes = recovery_codes(inside)
    for letter in mail.outbox:
        assert application.secret not in letter.body
        assert not any(code in letter.body for code in codes)
    assert Account.objects.get().email == ADDRESS
