"""Verbs of the editors' room: giving the desk to an account, and taking it back."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import transaction

from cordee.apps.accounts.models import Account
from cordee.apps.editorial.permissions import PUBLISHERS, WRITERS


@transaction.atomic
def grant(account: Account, *, publishes: bool) -> None:
    """Put an account in the one group that says what it may do: write, or write and publish."""
    revoke(account)
    account.groups.add(Group.objects.get(name=PUBLISHERS if publishes else WRITERS))


def revoke(account: Account) -> None:
    """Take an account out of both groups; its pages stay."""
    account.groups.remove(*Group.objects.filter(name__in=(WRITERS, PUBLISHERS)))
