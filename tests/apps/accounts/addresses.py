"""The addresses of the door, and of one's own account: a page is always about whoever asks, so roles do not count here.

People signed in long ago, and prove themselves again before they change how they sign in. The facilitator has a second
factor, which is then what they are asked for; what it opens does not exist for the others. What a code, a passkey or a
provider opens once it is there is told by the other tests of this folder.
"""

from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from tests.apps.world import World

TABLE = """
# name                                  method  anonymous  stranger  observer  member  facilitator
# The way in: nothing to do there for whoever is in. A step that was not reached leads back to the first one.
account_login                           GET     200        302       302       302     302
account_login                           POST    422        302       302       302     302
account_signup                          GET     200        302       302       302     302
account_signup                          POST    422        302       302       302     302
account_request_login_code              GET     200        302       302       302     302
account_request_login_code              POST    422        302       302       302     302
account_confirm_login_code              GET     302        302       302       302     302
account_confirm_login_code              POST    302        302       302       302     302
mfa_authenticate                        GET     302        302       302       302     302
mfa_authenticate                        POST    302        302       302       302     302
mfa_login_webauthn                      GET     302        302       302       302     302
mfa_login_webauthn                      POST    302        302       302       302     302
account_email_verification_sent         GET     302        302       302       302     302
account_email_verification_sent         POST    302        302       302       302     302
account_inactive                        GET     200        200       200       200     200
account_logout                          GET     302        200       200       200     200
account_logout                          POST    302        302       302       302     302
accounts:identity                       GET     404        404       404       404     404
accounts:identity                       POST    404        404       404       404     404
accounts:identity-back                  GET     404        404       404       404     404

# One's own account.
accounts:home                           GET     sign-in    200       200       200     200
accounts:home                           POST    sign-in    422       422       422     422
mfa_index                               GET     sign-in    200       200       200     200
mfa_index                               POST    sign-in    422       422       422     422
mfa_list_webauthn                       GET     sign-in    200       200       200     200
mfa_list_webauthn                       POST    sign-in    422       422       422     422
accounts:sign-out-elsewhere             POST    sign-in    302       302       302     302
account_email                           GET     sign-in    200       200       200     200
account_email                           POST    sign-in    302       302       302     302

# Proving oneself again: with the second factor where there is one. A code that was not sent cannot be entered.
account_request_reauthentication_code   GET     sign-in    200       200       200     302
account_request_reauthentication_code   POST    sign-in    422       422       422     302
account_confirm_reauthentication_code   GET     sign-in    302       302       302     302
account_confirm_reauthentication_code   POST    sign-in    302       302       302     302
mfa_reauthenticate                      GET     sign-in    302       302       302     200
mfa_reauthenticate                      POST    sign-in    302       302       302     422
mfa_reauthenticate_webauthn             GET     sign-in    302       302       302     302
mfa_reauthenticate_webauthn             POST    sign-in    302       302       302     302

# What asks for that proof.
accounts:delete                         GET     sign-in    prove     prove     prove   prove
accounts:delete                         POST    sign-in    prove     prove     prove   prove
accounts:unlink                         GET     sign-in    prove     prove     prove   prove
accounts:unlink                         POST    sign-in    prove     prove     prove   prove
mfa_activate_totp                       GET     sign-in    prove     prove     prove   prove
mfa_activate_totp                       POST    sign-in    prove     prove     prove   prove
mfa_deactivate_totp                     GET     sign-in    404       404       404     prove
mfa_deactivate_totp                     POST    sign-in    404       404       404     prove
mfa_view_recovery_codes                 GET     sign-in    404       404       404     prove
mfa_view_recovery_codes                 POST    sign-in    405       405       405     405
mfa_download_recovery_codes             GET     sign-in    404       404       404     prove
mfa_download_recovery_codes             POST    sign-in    404       404       404     prove
mfa_generate_recovery_codes             GET     sign-in    prove     prove     prove   prove
mfa_generate_recovery_codes             POST    sign-in    prove     prove     prove   prove
mfa_add_webauthn                        GET     sign-in    prove     prove     prove   prove
mfa_add_webauthn                        POST    sign-in    prove     prove     prove   prove
mfa_edit_webauthn                       GET     sign-in    prove     prove     prove   prove
mfa_edit_webauthn                       POST    sign-in    prove     prove     prove   prove
mfa_remove_webauthn                     GET     sign-in    prove     prove     prove   prove
mfa_remove_webauthn                     POST    sign-in    prove     prove     prove   prove
"""


def values(world: World) -> dict[str, Any]:
    """Give the facilitator a second factor; no identity provider is set, and nobody has a passkey."""
    TOTP.activate(world.accounts["facilitator"], generate_totp_secret())
    RecoveryCodes.activate(world.accounts["facilitator"])
    return {"pk": 1, "provider_id": "nobody"}
