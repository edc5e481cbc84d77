"""Signing in with ProConnect and others, against a provider that the tests run and that misbehaves on purpose."""

import html
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client
from tests.apps.accounts.conftest import ADDRESS, Application, Visitor, code_in
from tests.apps.accounts.fake_provider import CLIENT_ID, SECRET, Provider

from cordee.apps.accounts import operations
from cordee.apps.accounts.models import Account
from cordee.apps.accounts.queries import sirets_of
from cordee.config.environment import Environment
from cordee.config.identity import identity_providers

SIRET = "13002526500013"
CLAIMS = {"sub": "abc-123", "email": ADDRESS, "given_name": "Nour", "usual_name": "Haddad", "siret": SIRET}
START = "/compte/connexion/par/{}/"
CODE = "/compte/connexion/code/"


@pytest.fixture(scope="module")
def server() -> Iterator[Provider]:
    provider = Provider()
    yield provider
    provider.close()


@pytest.fixture
def provider(server: Provider, settings: Any) -> Provider:
    """The provider, well behaved, named twice in the settings: as ProConnect, and as a directory that is trusted."""
    environment = {
        "CORDEE_PROCONNECT_SERVER": server.url,
        "CORDEE_PROCONNECT_CLIENT_ID": CLIENT_ID,
        "CORDEE_PROCONNECT_CLIENT_SECRET": SECRET,
        "CORDEE_OIDC_PROVIDERS": "annuaire",
        "CORDEE_OIDC_ANNUAIRE_NAME": "l’annuaire",
        "CORDEE_OIDC_ANNUAIRE_SERVER": server.url,
        "CORDEE_OIDC_ANNUAIRE_CLIENT_ID": CLIENT_ID,
        "CORDEE_OIDC_ANNUAIRE_CLIENT_SECRET": SECRET,
        "CORDEE_OIDC_ANNUAIRE_TRUSTS_ADDRESSES": "1",
    }
    settings.IDENTITY_PROVIDERS = identity_providers(Environment(environment))
    settings.SOCIALACCOUNT_PROVIDERS = {"identity": {"APPS": settings.IDENTITY_PROVIDERS}}
    server.claims, server.faults, server.asked, server.tokens = dict(CLAIMS), {}, {}, []
    return server


def way_there(client: Client, name: str = "proconnect", **data: str) -> str:
    """Choose a provider at the door; return the address that the page leads to."""
    page = client.post(START.format(name), data)
    assert page.status_code == 200
    found = re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', page.content.decode())
    assert found
    return html.unescape(found.group(1))


def identify(client: Client, provider: Provider, name: str = "proconnect", **data: str) -> Any:
    """Go to the provider and come back."""
    query = provider.authorise(way_there(client, name, **data))
    return client.get(f"{START.format(name)}retour/?{query}")


def test_what_is_asked_of_proconnect(client: Client, provider: Provider) -> None:
    address = way_there(client, next="/vos-donnees/")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert address.startswith(f"{provider.url}/authorization?")
    assert set(asked.pop("scope").split()) == {"openid", "given_name", "usual_name", "email", "siret"}
    assert (len(asked.pop("nonce")), len(asked.pop("state"))) == (32, 16)
    assert asked == {
        "client_id": CLIENT_ID,
        "redirect_uri": "http://127.0.0.1:8000/compte/connexion/par/proconnect/retour/",
        "response_type": "code",
        "acr_values": "eidas1",
    }


def test_nobody_asks_for_less_through_the_address(client: Client, provider: Provider) -> None:
    query = "?auth_params=acr_values%3Dnone&scope=other&process=connect"
    page = client.post(START.format("proconnect") + query).content.decode()
    (address,) = re.findall(r'content="0;url=([^"]+)"', page)
    assert "acr_values=eidas1" in address
    assert "other" not in address


def test_a_new_person_proves_the_address_once_then_enters_directly(client: Client, provider: Provider) -> None:
    visitor = Visitor(client)
    answer = identify(client, provider, next="/vos-donnees/")
    assert answer.url == f"{CODE}?next=%2Fvos-donnees%2F"
    assert Account.objects.count() == 0
    assert "Il relie votre identité ProConnect" in client.get(answer.url).content.decode()
    entered = visitor.enter(code_in(mail.outbox[0]), next="/vos-donnees/")
    assert entered.url == "/vos-donnees/"
    account = visitor.account
    assert account is not None
    assert (account.email, account.name) == (ADDRESS, "Nour Haddad")
    assert sirets_of(account) == [SIRET]
    linked = SocialAccount.objects.get()
    assert (linked.provider, linked.uid, linked.extra_data) == (
        "proconnect",
        "abc-123",
        {"siret": SIRET, "siren": SIRET[:9]},
    )
    assert "Une identité a été reliée" in mail.outbox[-1].body
    again, letters = Client(), len(mail.outbox)
    assert identify(again, provider).url == "/compte/"
    assert Visitor(again).account == account
    assert len(mail.outbox) == letters


def test_a_known_address_is_not_taken_by_a_claim(account: Account, client: Client, provider: Provider) -> None:
    assert identify(client, provider).url == CODE
    assert Visitor(client).account is None
    assert not SocialAccount.objects.exists()
    Visitor(client).enter("0000-0000")
    assert not SocialAccount.objects.exists()
    Visitor(client).enter(code_in(mail.outbox[0]))
    assert Visitor(client).account == account
    assert SocialAccount.objects.get().user == account


def test_an_identity_given_up_is_not_linked_to_the_next_person(account: Account, provider: Provider) -> None:
    shared = Client()
    provider.claims["email"] = "somebody@example.org"
    identify(shared, provider)
    shared.post("/compte/deconnexion/", {"next": "/compte/connexion/"})
    Visitor(shared).sign_in()
    assert Visitor(shared).account == account
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    ("claims", "direct"),
    [
        ({"email_verified": True}, True),
        ({"email_verified": "true"}, False),
        ({"email_verified": False}, False),
        ({}, False),
    ],
)
def test_only_a_trusted_provider_that_says_verified_links_without_a_code(
    account: Account, client: Client, provider: Provider, claims: dict[str, Any], direct: bool
) -> None:
    provider.claims |= claims
    answer = identify(client, provider, "annuaire")
    assert answer.url == ("/compte/" if direct else CODE)
    assert SocialAccount.objects.filter(user=account).exists() is direct
    other = Client()
    assert identify(other, provider, "proconnect").url == CODE, "ProConnect asks for the code whatever it says"


def test_a_claimed_mailbox_is_not_flooded_either(provider: Provider) -> None:
    answers = [identify(Client(), provider).url for _ in range(4)]
    assert answers == [CODE, CODE, CODE, "/compte/connexion/"]
    assert len(mail.outbox) == 3


def test_the_key_pair_may_be_of_another_kind(client: Client, provider: Provider) -> None:
    provider.faults = {"userinfo": {"key": "ec"}, "id_token": {"key": "ec"}}
    assert identify(client, provider).url == CODE


BAD = {
    "bad signature": {"key": "stranger", "kid": "rsa"},
    "unknown key": {"key": "stranger"},
    "unsigned": {"unsigned": True},
    "signed with a shared secret": {"shared_secret": True},
    "wrong audience": {"claims": {"aud": "somebody-else"}},
    "wrong issuer": {"claims": {"iss": "https://elsewhere.example"}},
    "expired": {"claims": {"exp": 1_700_000_000}},
    "without date": {"without": ["exp"]},
    "of another person": {"claims": {"sub": "other"}},
    "without person": {"without": ["sub"]},
}


@pytest.mark.parametrize("token", ["userinfo", "id_token"])
@pytest.mark.parametrize("fault", BAD.values(), ids=BAD)
def test_a_token_that_is_not_right_opens_nothing(
    account: Account, client: Client, provider: Provider, token: str, fault: dict[str, Any]
) -> None:
    provider.faults = {token: fault}
    assert_refused(identify(client, provider), client)


@pytest.mark.parametrize(
    "faults",
    [
        {"plain": True},
        {"answer": ["id_token"]},
        {"answer": ["access_token"]},
        {"id_token": {"claims": {"nonce": "another"}}},
        {"id_token": {"without": ["nonce"]}},
        {"id_token": {"claims": {"acr": "eidas0"}}},
        {"id_token": {"without": ["acr"]}},
    ],
    ids=str,
)
def test_an_answer_that_is_not_the_one_asked_for_opens_nothing(
    account: Account, client: Client, provider: Provider, faults: dict[str, Any]
) -> None:
    provider.faults = faults
    assert_refused(identify(client, provider), client)


def assert_refused(answer: Any, client: Client) -> None:
    assert answer.status_code == 403
    assert "n’a pas pu être vérifiée" in answer.content.decode()
    assert Visitor(client).account is None
    assert not SocialAccount.objects.exists()
    assert mail.outbox == []


def test_plain_claims_are_taken_from_other_providers(client: Client, provider: Provider) -> None:
    provider.faults = {"plain": True}
    provider.claims |= {"email_verified": True, "name": "Nour H."}
    assert identify(client, provider, "annuaire").url == "/compte/"
    assert provider.tokens[0]["code_verifier"]


def test_a_request_serves_once_and_in_the_browser_that_made_it(account: Account, provider: Provider) -> None:
    browser, thief = Client(), Client()
    query = provider.authorise(way_there(browser))
    assert_refused(thief.get(f"{START.format('proconnect')}retour/?{query}"), thief)
    assert browser.get(f"{START.format('proconnect')}retour/?{query}").url == CODE
    assert browser.get(f"{START.format('proconnect')}retour/?{query}").status_code == 403
    assert browser.get(f"{START.format('proconnect')}retour/?code=a-code").status_code == 403


def test_without_an_address_there_is_no_account(client: Client, provider: Provider) -> None:
    del provider.claims["email"]
    answer = identify(client, provider)
    assert answer.status_code == 403
    assert "n’a pas donné d’adresse" in answer.content.decode()
    assert Account.objects.count() == 0


@pytest.mark.parametrize("siret", ["", None, "123", "1300252650001X", 42])
def test_what_is_no_siret_is_not_kept(client: Client, provider: Provider, siret: Any) -> None:
    provider.claims |= {"siret": siret, "email_verified": True}
    identify(client, provider, "annuaire")
    assert SocialAccount.objects.get().extra_data == {}


def test_somebody_who_gives_up_is_told_so(client: Client, provider: Provider) -> None:
    provider.authorise(way_there(client))
    back = f"{START.format('proconnect')}retour/?error=access_denied&state={provider.asked['state']}"
    assert client.get(back).url == "/compte/connexion/"
    assert "Vous n’êtes pas connecté" in client.get("/compte/connexion/").content.decode()


def test_the_second_factor_is_asked_for_here_too(
    account: Account, provider: Provider, application: Application
) -> None:
    SocialAccount.objects.create(user=account, provider="proconnect", uid="abc-123")
    browser = Client()
    assert identify(browser, provider).url == "/compte/connexion/second-facteur/"
    assert Visitor(browser).account is None
    browser.post("/compte/connexion/second-facteur/", {"code": application.code(1)})
    assert Visitor(browser).account == account


def test_an_identity_opens_one_account_only(account: Account, client: Client, provider: Provider) -> None:
    other = operations.open_account("other@example.org", "fr")
    SocialAccount.objects.create(user=other, provider="proconnect", uid="abc-123")
    identify(client, provider)
    assert Visitor(client).account == other


def test_signing_out_ends_the_session_at_the_provider(account: Account, client: Client, provider: Provider) -> None:
    SocialAccount.objects.create(user=account, provider="proconnect", uid="abc-123")
    identify(client, provider)
    page = client.post("/compte/deconnexion/").content.decode()
    found = re.search(r'content="0;url=([^"]+)"', page)
    assert found
    address = html.unescape(found.group(1))
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert address.startswith(f"{provider.url}/end_session?")
    assert asked["post_logout_redirect_uri"] == "http://127.0.0.1:8000/compte/connexion/"
    assert asked["id_token_hint"].count(".") == 2
    assert asked["state"]
    assert Visitor(client).account is None
    assert "id_token" not in str(dict(client.session))


def test_the_way_back_speaks_the_language_of_the_way_there(client: Client, provider: Provider) -> None:
    page = client.post("/en/account/sign-in/with/proconnect/").content.decode()
    found = re.search(r'content="0;url=([^"]+)"', page)
    assert found
    query = provider.authorise(html.unescape(found.group(1)))
    assert client.get(f"{START.format('proconnect')}retour/?{query}").url == "/en/account/sign-in/code/"
    assert "Here is the code" in mail.outbox[0].body


def test_an_identity_is_unlinked(account: Account, client: Client, provider: Provider) -> None:
    identify(client, provider)
    Visitor(client).enter(code_in(mail.outbox[0]))
    linked = SocialAccount.objects.get()
    assert "ProConnect" in client.get("/compte/").content.decode()
    other = Visitor(Client())
    other.sign_in("other@example.org")
    assert other.client.post(f"/compte/identites/{linked.pk}/retirer/").status_code == 404
    assert client.get(f"/compte/identites/{linked.pk}/retirer/").status_code == 200
    assert client.post(f"/compte/identites/{linked.pk}/retirer/").url == "/compte/"
    assert not SocialAccount.objects.exists()


def test_a_provider_that_does_not_answer_is_said_to_be_so(client: Client, provider: Provider, settings: Any) -> None:
    settings.IDENTITY_PROVIDERS[0]["settings"]["server_url"] = "http://127.0.0.1:9"
    answer = client.post(START.format("proconnect"))
    assert answer.status_code == 502
    assert "code envoyé à votre adresse" in answer.content.decode()


def test_the_door_offers_what_the_settings_name(client: Client, provider: Provider) -> None:
    page = client.get("/compte/connexion/").content.decode()
    assert "S’identifier avec ProConnect" in page
    assert "S’identifier avec l’annuaire" in page
    assert client.post(START.format("nobody")).status_code == 404
    assert client.get(START.format("proconnect")).url == "/compte/connexion/"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_real_browser_goes_there_and_back_under_our_policy(
    provider: Provider, open_page: Any, live_server: Any, settings: Any
) -> None:
    settings.PUBLIC_URL = live_server.url
    account = operations.open_account(ADDRESS, "fr")
    SocialAccount.objects.create(user=account, provider="proconnect", uid="abc-123")
    page = open_page("/compte/connexion/", width=390)
    page.get_by_role("button", name="S’identifier avec ProConnect").click()
    page.wait_for_url("**/compte/")
    assert "Vous êtes connecté" in page.content()
    page.get_by_role("button", name="Me déconnecter ici").click()
    page.wait_for_url("**/compte/connexion/")
    assert provider.asked["id_token_hint"]
