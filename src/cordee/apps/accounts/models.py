"""The account of a person who signs in: an e-mail address, a name, a language."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; the address is written one way, so that one person has one account."""

    def create_user(self, email: str, *, name: str = "", lang: str = "fr", **fields: Any) -> Account:
        """Make an account that opens with a code, a passkey or an identity provider: no password exists."""
        account = self.model(email=self.normalize_email(email).lower(), name=name, lang=lang, **fields)
        account.set_unusable_password()
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> Account:
        """Return the account of an address, whatever its case."""
        return self.get(email__iexact=username or "")


class Account(AbstractBaseUser, PermissionsMixin):
    """Someone who signs in. What they may do comes from their roles in organisations and alliances."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("adresse e-mail"), unique=True)
    name = models.CharField(_("nom"), max_length=120, blank=True, default="")
    lang = models.CharField(_("langue"), max_length=2, choices=settings.LANGUAGES, default="fr")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_an_address")]

    def __str__(self) -> str:
        return self.name or self.email
