"""The identities that open an account: linked once their address is proved, never by what a provider merely claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.http import HttpRequest

from cordee.apps.accounts.models import Account

WAITING = "cordee.accounts.identity"
WAY_OUT = "cordee.accounts.way_out"


@dataclass(frozen=True)
class Identity:
    """Somebody, as a provider knows them."""

    provider: str
    uid: str
    name: str
    kept: dict[str, Any]
    way_out: dict[str, str]


def identity_of(login: SocialLogin) -> Identity:
    """Return the identity that has just answered."""
    return Identity(
        provider=login.account.provider,
        uid=login.account.uid,
        name=login.user.name,
        kept=login.account.extra_data,
        way_out=login.way_out,
    )


def wait_for_entry(request: HttpRequest, account: Account, identity: dict[str, Any]) -> None:
    """Keep an identity whose address is proved until its account is entered: a second factor may still be asked for."""
    request.session[WAITING] = {"account": account.pk, "identity": identity}


def link_waiting(request: HttpRequest, account: Account) -> None:
    """Link the identity that waited for this very account to be entered."""
    waiting = request.session.pop(WAITING, None)
    if waiting and waiting["account"] == account.pk:
        identity = Identity(**waiting["identity"])
        link(request, account, identity)
        remember_way_out(request, identity)
    # Entering an account may empty the session of what was there before.
    if hasattr(request, "cordee_way_out"):
        request.session[WAY_OUT] = request.cordee_way_out


def link(request: HttpRequest, account: Account, identity: Identity) -> SocialAccount:
    """Link an identity to an account, and write to its owner; an identity opens one account only."""
    linked, is_new = SocialAccount.objects.get_or_create(
        provider=identity.provider, uid=identity.uid, defaults={"user": account, "extra_data": identity.kept}
    )
    if is_new:
        get_adapter(request).send_notification_mail("socialaccount/email/account_connected", account)
    if is_new and not account.name:
        Account.objects.filter(pk=account.pk).update(name=identity.name)
    return linked


def remember_way_out(request: HttpRequest, identity: Identity) -> None:
    """Note how to leave the provider too when signing out."""
    if identity.way_out.get("url"):
        request.session[WAY_OUT] = identity.way_out
        request.cordee_way_out = identity.way_out  # type: ignore[attr-defined]
