"""The addresses of alliances and organisations: for those who have a role there, unknown to the others."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from tests.apps.world import World

from cordee.apps.accounts.tokens import fingerprint, new_token
from cordee.apps.organisations.models import RoleInvitation

TABLE = """
# name                             method  anonymous  stranger  observer  member  facilitator
organisations:alliances            GET     sign-in    200       200       200     200
organisations:create               GET     sign-in    200       200       200     200
organisations:create               POST    sign-in    422       422       422     422
organisations:alliance             GET     sign-in    404       200       200     200
organisations:edit                 GET     sign-in    404       403       403     200
organisations:edit                 POST    sign-in    404       403       403     422
organisations:consents             GET     sign-in    404       403       403     200
organisations:consents             POST    sign-in    404       403       403     302
organisations:leave                GET     sign-in    404       200       200     200
organisations:leave                POST    sign-in    404       302       302     422
organisations:partners             GET     sign-in    404       200       200     200
organisations:partners             POST    sign-in    404       403       403     422
organisations:place                GET     sign-in    404       403       403     200
organisations:place                POST    sign-in    404       403       403     422
organisations:people               GET     sign-in    404       200       200     200
organisations:people               POST    sign-in    404       403       403     422
organisations:role                 GET     sign-in    404       403       403     200
organisations:role                 POST    sign-in    404       403       403     422
organisations:remove               POST    sign-in    404       403       403     302
organisations:withdraw             POST    sign-in    404       403       403     302

# Whoever holds the link of an invitation may read it; those who have a role already go to the alliance.
organisations:invitation           GET     200        200       302       302     302
organisations:invitation           POST    sign-in    302       302       302     302

organisations:territories          GET     sign-in    200       200       200     200
organisations:organisation         GET     sign-in    404       200       200     200
# The facilitator of this world administers the organisation.
organisations:organisation-edit    GET     sign-in    404       403       403     200
organisations:organisation-edit    POST    sign-in    404       403       403     422
organisations:membership           POST    sign-in    404       403       403     302
"""


def values(world: World) -> dict[str, Any]:
    """Name what exists in the alliance, and an invitation that nobody accepted."""
    token = new_token()
    invitation = RoleInvitation.objects.create(
        alliance=world.alliance,
        email="new@example.org",
        kind="member",
        token_sha256=fingerprint(token),
        invited_by=world.accounts["facilitator"],
        expires_at=timezone.now() + timedelta(days=1),
    )
    return {
        "alliance": world.alliance.public,
        "partner": world.partner.public,
        "role": world.roles["member"].pk,
        "invitation": invitation.pk,
        "token": token,
        "organisation": world.organisation.public,
        "account": world.accounts["member"].public,
    }
