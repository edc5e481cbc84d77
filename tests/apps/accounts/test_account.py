"""One's own account: its page, its addresses, its sessions, its end."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from tests.apps.accounts.conftest import ADDRESS, Visitor, code_in

from cordee.apps.accounts import operations
from cordee.apps.accounts.models import Account

HOME = "/compte/"
ADDRESSES = "/compte/adresses/"
SECOND = "second@example.org"


@pytest.fixture
def later(inside: Visitor) -> Visitor:
    """Somebody who signed in long enough ago to be asked who they are."""
    session = inside.client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3_600
    session["account_authentication_methods"] = list(session["account_authentication_methods"])
    session.save()
    return inside


def add(visitor: Visitor, address: str = SECOND) -> Any:
    return visitor.client.post(ADDRESSES, {"email": address, "action_add": ""})


def test_an_account_opened_by_other_means_proves_its_address_with_its_first_code(visitor: Visitor) -> None:
    account = Account.objects.create_user("invited@example.org")
    assert visitor.sign_in("invited@example.org").url == HOME
    assert len(mail.outbox) == 1
    address = account.emailaddress_set.get()
    assert (address.verified, address.primary) == (True, True)


def test_the_page_says_who_is_in(inside: Visitor) -> None:
    response = inside.client.get(HOME)
    assert ADDRESS in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_a_name_and_a_language_are_saved(inside: Visitor) -> None:
    response = inside.client.post(HOME, {"name": "Nour Haddad", "lang": "en"})
    assert response.url == "/en/account/"
    account = inside.account
    assert account is not None
    assert (account.name, account.lang) == ("Nour Haddad", "en")
    assert "Saved." in inside.client.get(response.url).content.decode()


@pytest.mark.parametrize("data", [{"lang": "de"}, {"name": "x" * 121, "lang": "fr"}])
def test_what_is_not_right_is_refused(inside: Visitor, data: dict[str, str]) -> None:
    assert inside.client.post(HOME, data).status_code == 422
    account = inside.account
    assert account is not None
    assert (account.name, account.lang) == ("Nour", "fr")


def test_a_form_changes_nothing_else(inside: Visitor) -> None:
    inside.client.post(HOME, {"name": "Nour", "lang": "fr", "is_staff": "on", "email": "x@example.org"})
    account = inside.account
    assert account is not None
    assert (account.is_staff, account.email) == (False, ADDRESS)


def test_an_address_is_added_once_its_code_is_entered(inside: Visitor) -> None:
    assert add(inside).url == "/compte/adresses/code/"
    account = inside.account
    assert account is not None
    assert account.emailaddress_set.count() == 1
    assert mail.outbox[-1].to == [SECOND]
    assert inside.client.get("/compte/adresses/code/").status_code == 200
    assert inside.client.post("/compte/adresses/code/", {"code": "0000-0000"}).status_code == 422
    code = next(code_in(letter) for letter in mail.outbox if letter.to == [SECOND])
    assert inside.client.post("/compte/adresses/code/", {"code": code}).url == ADDRESSES
    assert set(account.emailaddress_set.values_list("email", "verified")) == {(ADDRESS, True), (SECOND, True)}
    assert any(letter.subject == "Votre compte Cordée a changé" for letter in mail.outbox)


def test_an_added_address_opens_the_account_and_can_become_the_main_one(inside: Visitor, account: Account) -> None:
    add(inside)
    code = next(code_in(letter) for letter in mail.outbox if letter.to == [SECOND])
    inside.client.post("/compte/adresses/code/", {"code": code})
    elsewhere = Visitor(Client())
    elsewhere.sign_in(SECOND)
    assert elsewhere.account == account
    inside.client.post(ADDRESSES, {"email": SECOND, "action_primary": ""})
    account.refresh_from_db()
    assert account.email == SECOND
    inside.client.post(ADDRESSES, {"email": ADDRESS, "action_remove": ""})
    assert [one.email for one in account.emailaddress_set.all()] == [SECOND]


def test_the_main_address_cannot_be_removed(inside: Visitor, account: Account) -> None:
    inside.client.post(ADDRESSES, {"email": ADDRESS, "action_remove": ""})
    assert account.emailaddress_set.count() == 1
    assert "choisissez-en" in inside.client.get(ADDRESSES).content.decode()


def test_the_address_of_somebody_else_looks_like_any_other_and_is_not_taken(inside: Visitor) -> None:
    operations.open_account("taken@example.org", "fr")
    free, taken = add(inside, "free@example.org"), add(inside, "taken@example.org")
    assert (free.status_code, free.url) == (taken.status_code, taken.url)
    code = next(code_in(letter) for letter in mail.outbox if letter.to == ["taken@example.org"])
    refused = inside.client.post("/compte/adresses/code/", {"code": code})
    assert refused.status_code == 422
    assert "sert déjà à un autre compte" in refused.content.decode()
    account = inside.account
    assert account is not None
    assert account.emailaddress_set.count() == 1


def test_nobody_touches_the_addresses_of_others(inside: Visitor) -> None:
    other = operations.open_account("taken@example.org", "fr")
    for action in ("action_remove", "action_primary", "action_send"):
        inside.client.post(ADDRESSES, {"email": "taken@example.org", action: ""})
    assert other.emailaddress_set.get().primary


def test_an_address_is_added_only_by_whoever_proves_to_be_there(later: Visitor) -> None:
    response = add(later)
    assert response.url.startswith("/compte/verifier/?next=")
    asked = later.client.get(response.url)
    assert ADDRESS in asked.content.decode()
    sent = later.client.post(response.url, {"recipient": ADDRESS, "next": ADDRESSES})
    assert sent.url.startswith("/compte/verifier/code/")
    assert later.client.get(sent.url).status_code == 200
    assert later.client.post(sent.url, {"code": "0000-0000", "next": ADDRESSES}).status_code == 422
    resumed = later.client.post(sent.url, {"code": code_in(mail.outbox[-1]), "next": ADDRESSES})
    assert resumed.url == "/compte/adresses/code/"
    assert mail.outbox[-1].to == [SECOND]


def test_the_other_devices_are_signed_out(inside: Visitor, account: Account) -> None:
    elsewhere = Visitor(Client())
    elsewhere.sign_in()
    assert elsewhere.client.get(HOME).status_code == 200
    assert inside.client.post("/compte/deconnexion/partout/").url == HOME
    assert inside.client.get(HOME).status_code == 200
    assert elsewhere.client.get(HOME).status_code == 302


def test_signing_out_is_a_button_not_a_link(inside: Visitor) -> None:
    assert inside.client.get("/compte/deconnexion/").status_code == 200
    assert inside.account is not None
    assert inside.client.post("/compte/deconnexion/").url == "/compte/connexion/"
    assert inside.account is None
    assert "Vous êtes déconnecté" in inside.client.get("/compte/connexion/").content.decode()


def test_an_account_is_deleted_only_when_it_is_meant(inside: Visitor, account: Account) -> None:
    assert "Ce qui reste à vos alliances" in inside.client.get("/compte/supprimer/").content.decode()
    assert inside.client.post("/compte/supprimer/").status_code == 422
    assert Account.objects.filter(pk=account.pk).exists()
    assert inside.client.post("/compte/supprimer/", {"understood": "on"}).status_code == 200
    assert not Account.objects.filter(pk=account.pk).exists()
    assert inside.client.get(HOME).status_code == 302


def test_what_an_account_made_stays_without_it(inside: Visitor, account: Account) -> None:
    from cordee.apps.organisations.models import Alliance

    alliance = Alliance.objects.create(name="Rives", created_by=account)
    inside.client.post("/compte/supprimer/", {"understood": "on"})
    alliance.refresh_from_db()
    assert alliance.created_by is None


def test_a_deletion_asks_who_is_there(later: Visitor) -> None:
    assert later.client.get("/compte/supprimer/").url.startswith("/compte/verifier/")
    later.client.post("/compte/supprimer/", {"understood": "on"})
    assert later.account is not None
