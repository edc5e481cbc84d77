"""Signing in: an address, then the code it received; an account opens by itself when there is none."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.decorators import login_stage_required
from allauth.account.stages import LoginByCodeStage
from allauth.account.views import AccountInactiveView, ConfirmLoginCodeView, LogoutView, RequestLoginCodeView
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.decorators import method_decorator

from cordee.apps.accounts.codes import SignInByCode
from cordee.apps.accounts.forms import CodeForm, SignInForm
from cordee.apps.accounts.identities import WAY_OUT
from cordee.apps.accounts.queries import name_of_provider
from cordee.apps.accounts.routes import back_to_the_door
from cordee.apps.accounts.sentences import CODE_OVER, TOO_MANY_TRIES
from cordee.apps.accounts.views.door import UNPROCESSABLE, DoorPage
from cordee.apps.accounts.views.identity import leaving, way_out


class SignIn(DoorPage, RequestLoginCodeView):
    """Ask for an address, and send it a code."""

    template_name = "accounts/sign_in.html"
    form_class = SignInForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the identity providers of the settings."""
        return {**super().get_context_data(**kwargs), "providers": settings.IDENTITY_PROVIDERS}

    def form_valid(self, form: SignInForm) -> HttpResponse:
        """Send a code; the answer is the same whether or not the address has an account."""
        SignInByCode.begin(self.request, form.cleaned_data["email"], form._user)
        return HttpResponseRedirect(self.get_success_url())


@method_decorator(
    login_stage_required(stage=LoginByCodeStage.key, redirect_urlname="account_login"),
    name="dispatch",
)
class EnterCode(DoorPage, ConfirmLoginCodeView):
    """Ask for the code that the address received."""

    template_name = "accounts/code.html"
    form_class = CodeForm
    _process: SignInByCode

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Resume our own process where django-allauth would resume its own."""
        self.stage = request._login_stage  # type: ignore[attr-defined]
        process = SignInByCode.waiting(self.stage)
        if process is None:
            return back_to_the_door(request, str(CODE_OVER))
        self._process = process
        return super(ConfirmLoginCodeView, self).dispatch(request, *args, **kwargs)  # past their own resuming

    def form_invalid(self, form: CodeForm) -> HttpResponse:
        """Count the try; after the last one, another code has to be asked for."""
        if not self._process.record_invalid_attempt():
            return back_to_the_door(self.request, str(TOO_MANY_TRIES))
        return self.render_to_response(self.get_context_data(form=form), status=UNPROCESSABLE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add how many tries are left, and the provider whose identity the code links."""
        context = super().get_context_data(**kwargs)
        identity = self._process.state.get("identity") or {}
        return {
            **context,
            "tries_left": self._process.tries_left,
            "provider_name": name_of_provider(identity.get("provider", "")),
        }


class SignOut(DoorPage, LogoutView):
    """Ask whether to sign out, then do so; a link followed by mistake changes nothing."""

    template_name = "accounts/sign_out.html"

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign out here, then at the provider that vouched for the person."""
        kept = self.request.session.get(WAY_OUT)
        response: HttpResponse = super().post(*args, **kwargs)
        return leaving(self.request, way_out(kept), "") if kept else response


class Closed(DoorPage, AccountInactiveView):
    """Say that an account was closed by whoever runs the site."""

    template_name = "accounts/inactive.html"
