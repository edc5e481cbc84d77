"""One's own account: how to be called, how one signs in, ending sessions, deleting everything."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from allauth.socialaccount.models import SocialAccount
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST

from cordee.apps.accounts import operations
from cordee.apps.accounts.access import account_of, signed_in
from cordee.apps.accounts.forms import AccountForm, DeletionForm
from cordee.apps.accounts.models import Account
from cordee.apps.accounts.queries import name_of_provider, ways_in
from cordee.apps.accounts.routes import own_space


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """Show an account, and save its name and its language."""
    account = account_of(request)
    form = AccountForm(sent(request), instance=Account.objects.get(pk=account.pk))
    if request.method == "POST" and form.is_valid():
        saved = form.save()
        with override(saved.lang):
            messages.success(request, _("C’est enregistré."))
            return HttpResponseRedirect(reverse("accounts:home"))
    context = {
        "form": form,
        "account": account,
        "ways": ways_in(account),
        "space_url": None if own_space() == reverse("accounts:home") else own_space(),
    }
    return render(request, "accounts/home.html", context, status=422 if form.errors else 200)


@require_POST
@signed_in
def sign_out_elsewhere(request: HttpRequest) -> HttpResponse:
    """End the sessions of the other devices."""
    operations.sign_out_elsewhere(request, account_of(request))
    messages.success(request, _("Vos autres appareils sont déconnectés. Celui-ci reste connecté."))
    return HttpResponseRedirect(reverse("accounts:home"))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@reauthentication_required(app="allauth.account")
def unlink(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether an identity should stop opening the account, then unlink it."""
    identity = get_object_or_404(SocialAccount, user=account_of(request), pk=pk)
    name = name_of_provider(identity.provider) or identity.provider
    if request.method == "POST":
        identity.delete()
        messages.success(request, _("Cette identité n’ouvre plus votre compte."))
        return HttpResponseRedirect(reverse("accounts:home"))
    return render(request, "accounts/unlink.html", {"name": name})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@reauthentication_required(app="allauth.account")
def delete(request: HttpRequest) -> HttpResponse:
    """Say what a deletion takes away and what stays, then delete."""
    form = DeletionForm(sent(request))
    if request.method == "POST" and form.is_valid():
        account = account_of(request)
        logout(request)
        operations.delete_account(account)
        return render(request, "accounts/deleted.html")
    return render(request, "accounts/delete.html", {"form": form}, status=422 if form.errors else 200)


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what was sent; an empty form that was sent is not a form that was not."""
    return request.POST if request.method == "POST" else None
