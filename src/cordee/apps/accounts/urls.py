"""The addresses of the door. Names in `account_`, `mfa_` and `socialaccount_` are those django-allauth asks for."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.views import account, factors, identity, passkeys, proving, signing_in

ours = [
    path("", account.home, name="home"),
    path(_("deconnexion/partout/"), account.sign_out_elsewhere, name="sign-out-elsewhere"),
    path(_("supprimer/"), account.delete, name="delete"),
    path(_("identites/<int:pk>/retirer/"), account.unlink, name="unlink"),
    path(_("connexion/par/<slug:provider_id>/"), identity.start, name="identity"),
    path(_("connexion/par/<slug:provider_id>/retour/"), identity.back, name="identity-back"),
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

second_factor = [
    path(_("connexion/second-facteur/"), factors.EnterFactor.as_view(), name="mfa_authenticate"),
    path(_("verifier/application/"), factors.ProveByFactor.as_view(), name="mfa_reauthenticate"),
    path(_("application/relier/"), factors.TurnOn.as_view(), name="mfa_activate_totp"),
    path(_("application/retirer/"), factors.TurnOff.as_view(), name="mfa_deactivate_totp"),
    path(_("codes-de-secours/"), factors.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path(_("codes-de-secours/fichier/"), factors.RecoveryFile.as_view(), name="mfa_download_recovery_codes"),
    path(_("codes-de-secours/nouveaux/"), factors.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
]

with_passkeys = [
    path(_("connexion/cle/"), passkeys.SignInByPasskey.as_view(), name="mfa_login_webauthn"),
    path(_("verifier/cle/"), passkeys.ProveByPasskey.as_view(), name="mfa_reauthenticate_webauthn"),
    path(_("cles/ajouter/"), passkeys.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path(_("cles/<int:pk>/nom/"), passkeys.RenamePasskey.as_view(), name="mfa_edit_webauthn"),
    path(_("cles/<int:pk>/retirer/"), passkeys.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
]

urlpatterns = [
    path("", include((ours, "accounts"))),
    # Where django-allauth has lists of their own, the page of the account shows them all.
    path("", account.home, name="mfa_index"),
    path("", account.home, name="mfa_list_webauthn"),
    *signing_in_and_out,
    *proving_oneself,
    *second_factor,
    *with_passkeys,
]
