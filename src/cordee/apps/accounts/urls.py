"""The addresses of the door. Names in `account_`, `mfa_` and `socialaccount_` are those django-allauth asks for."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.views import account, proving, signing_in

ours = [
    path("", account.home, name="home"),
    path(_("deconnexion/partout/"), account.sign_out_elsewhere, name="sign-out-elsewhere"),
    path(_("supprimer/"), account.delete, name="delete"),
]

signing_in_and_out = [
    # One page for three names: whoever signs in for the first time does what others do.
    path(_("connexion/"), signing_in.SignIn.as_view(), name="account_signup"),
    path(_("connexion/"), signing_in.SignIn.as_view(), name="account_request_login_code"),
    path(_("connexion/"), signing_in.SignIn.as_view(), name="account_login"),
    path(_("connexion/code/"), signing_in.EnterCode.as_view(), name="account_confirm_login_code"),
    path(_("deconnexion/"), signing_in.SignOut.as_view(), name="account_logout"),
    path(_("ferme/"), signing_in.Closed.as_view(), name="account_inactive"),
]

proving_oneself = [
    path(_("adresses/"), proving.Addresses.as_view(), name="account_email"),
    path(_("adresses/code/"), proving.AddressCode.as_view(), name="account_email_verification_sent"),
    path(_("verifier/"), proving.Prove.as_view(), name="account_request_reauthentication_code"),
    path(_("verifier/code/"), proving.ProveByCode.as_view(), name="account_confirm_reauthentication_code"),
]

urlpatterns = [
    path("", include((ours, "accounts"))),
    *signing_in_and_out,
    *proving_oneself,
]
