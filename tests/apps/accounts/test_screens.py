"""Every screen of the door in a real browser: no accessibility fault, no overflow, wide targets, no third party."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse
from django.utils import translation
from tests.apps.accounts.conftest import ADDRESS

from cordee.apps.accounts import operations
from cordee.apps.accounts.models import Account
from cordee.config.environment import Environment
from cordee.config.identity import identity_providers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OUTSIDE = ("account_login", "account_confirm_login_code", "account_inactive")
INSIDE = (
    "accounts:home",
    "account_email",
    "account_logout",
    "account_request_reauthentication_code",
    "mfa_add_webauthn",
    "mfa_activate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_deactivate_totp",
    "accounts:delete",
)
WITH_FACTOR = {"accounts:home", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp"}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, summary, label, input, select')]
  .filter(e => e.checkVisibility() && !e.closest('.visually-hidden, .skip-link'))
  .filter(e => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
  .filter(e => !(e.tagName === 'INPUT' && ['checkbox', 'radio'].includes(e.type)))
  .filter(e => !(e.tagName === 'LABEL' && e.htmlFor))
  .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5 && box.width > 0)
  .map(([html, box]) => `${html} ${box.height}`)"""


@pytest.fixture
def account(transactional_db: None) -> Account:
    """Somebody with a long address."""
    return operations.open_account("a.rather.long.name.of.somebody@organisation.example.org", "fr", name="Nour")


@pytest.fixture
def show(account: Account, open_page: Callable[..., Any], settings: Any) -> Callable[..., Any]:
    """Bring one screen of the door before the eyes."""
    named = {"CORDEE_PROCONNECT_SERVER": "https://identity.example.org", "CORDEE_OIDC_PROVIDERS": "annuaire"}
    settings.IDENTITY_PROVIDERS = identity_providers(Environment(named))
    settings.SOCIALACCOUNT_PROVIDERS = {"identity": {"APPS": settings.IDENTITY_PROVIDERS}}
    # Nobody is asked again who they are: that screen is looked at on its own.
    settings.ACCOUNT_REAUTHENTICATION_REQUIRED = settings.MFA_REAUTHENTICATION_REQUIRED = False

    def shown(name: str, lang: str = "fr", **options: Any) -> Any:
        with translation.override(lang):
            door, path = reverse("account_login"), reverse(name)
        page = open_page(door, **options)
        if name in INSIDE:
            enter(page, account, with_factor=name in WITH_FACTOR)
        elif name == "account_confirm_login_code":
            page.locator("#id_email").fill(ADDRESS)
            page.locator("main form button[type=submit]").first.click()
            page.wait_for_url("**/code/")
        page.goto("/".join(page.url.split("/")[:3]) + path)
        page.evaluate(OPEN_ALL)
        return page

    return shown


def enter(page: Any, account: Account, *, with_factor: bool) -> None:
    """Sign somebody in without the steps of the door, with all that an account can have."""
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    operations.note_proved(account, "second@example.org")
    SocialAccount.objects.create(user=account, provider="proconnect", uid="abc")
    if with_factor:
        TOTP.activate(account, generate_totp_secret())
        RecoveryCodes.activate(account)
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    origin = "/".join(page.url.split("/")[:3])
    page.context.add_cookies([{"name": "cordee_session", "value": session.session_key, "url": origin}])


@pytest.mark.parametrize("name", [*OUTSIDE, *INSIDE])
def test_a_screen_is_for_everybody(show: Callable[..., Any], axe_faults: Callable[[Any], list[str]], name: str) -> None:
    page = show(name, width=390, height=844)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    assert axe_faults(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.reload()
    assert axe_faults(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate(OPEN_ALL)
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(SMALL_TARGETS) == []
    origin = "/".join(page.url.split("/")[:3])
    assert [url for url in requests if not url.startswith((origin, "data:"))] == []


@pytest.mark.parametrize("name", ["account_login", "accounts:home", "mfa_activate_totp"])
def test_a_screen_speaks_english(show: Callable[..., Any], axe_faults: Callable[[Any], list[str]], name: str) -> None:
    page = show(name, lang="en", width=390, height=844)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert axe_faults(page) == []
