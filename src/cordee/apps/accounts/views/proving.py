"""Proving oneself: an address that is added, and oneself again before a change to how one signs in."""

from __future__ import annotations

from allauth.account.views import (
    ConfirmEmailVerificationCodeView,
    ConfirmReauthenticationCodeView,
    EmailView,
    RequestReauthenticationCodeView,
)

from cordee.apps.accounts.forms import AddAddressForm, AddressCodeForm, ProofCodeForm
from cordee.apps.accounts.views.door import DoorPage


class Addresses(DoorPage, EmailView):
    """The addresses of an account: add one, remove one, choose the main one."""

    template_name = "accounts/addresses.html"
    form_class = AddAddressForm


class AddressCode(DoorPage, ConfirmEmailVerificationCodeView):
    """The code that an added address received."""

    template_name = "accounts/address_code.html"
    form_class = AddressCodeForm


class Prove(DoorPage, RequestReauthenticationCodeView):
    """Where to send the code that proves oneself again."""

    template_name = "accounts/prove.html"


class ProveByCode(DoorPage, ConfirmReauthenticationCodeView):
    """The code that proves oneself again."""

    template_name = "accounts/prove_code.html"
    form_class = ProofCodeForm
