"""What the door does: open an account, end its sessions, delete it."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.contrib.auth import update_session_auth_hash
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from cordee.apps.accounts.models import Account
from cordee.apps.accounts.queries import account_of


def open_account(address: str, lang: str, *, name: str = "") -> Account:
    """Return the account of an address that has just been proved, and open one when there is none."""
    known = account_of(address)
    if known is not None:
        return known
    try:
        with transaction.atomic():
            account = Account.objects.create_user(address, name=name, lang=lang)
            EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    except IntegrityError:
        # Another browser has just proved the same address.
        return Account.objects.get_by_natural_key(address)
    return account


def note_proved(account: Account, address: str) -> None:
    """Note that a known account has just proved an address: it may have been opened by other means than a code."""
    has_main = EmailAddress.objects.filter(user=account, primary=True).exists()
    EmailAddress.objects.update_or_create(
        user=account,
        email=address.lower(),
        defaults={"verified": True},
        create_defaults={"verified": True, "primary": not has_main},
    )


def tell_owner_of_address(request: HttpRequest, user: Account, **kwargs: Any) -> None:
    """Write to the main address of an account that another one was added."""
    get_adapter(request).send_notification_mail("account/email/email_confirm", user)


def sign_out_elsewhere(request: HttpRequest, account: Account) -> None:
    """End every session of an account but this one.

    A session holds a hash of the account's password. There is no password: its place holds a random text that opens
    nothing, and drawing another one ends every session made with the one before.
    """
    account.set_unusable_password()
    account.save(update_fields=["password"])
    update_session_auth_hash(request, account)


def delete_account(account: Account) -> None:
    """Delete an account with its addresses, its passkeys, its second factor and its roles; what it shared stays."""
    account.delete()
