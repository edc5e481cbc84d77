"""The letter that invites someone into an alliance, and the sentence that says it."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from cordee.apps.organisations.models import RoleInvitation, RoleKind
from cordee.apps.post import operations as post


def write_invitation(invitation: RoleInvitation, token: str) -> None:
    """Write the letter of an invitation, in its language; its link is nowhere else."""
    with override(invitation.lang):
        subject = invitation_sentence(invitation)
        context = {
            "invitation": invitation,
            "link": settings.PUBLIC_URL + reverse("organisations:invitation", args=[token]),
            "subject": subject,
            "lang": invitation.lang,
        }
        post.write(
            f"organisations.role-invitation.{invitation.pk}",
            to=invitation.email,
            subject=subject,
            text=render_to_string("organisations/letters/role_invitation.txt", context),
            html=render_to_string("organisations/letters/role_invitation.html", context),
            lang=invitation.lang,
            reply_to=invitation.invited_by.email if invitation.invited_by else "",
        )


def invitation_sentence(invitation: RoleInvitation) -> str:
    """Say who invites, to do what, in which alliance."""
    sentences = {
        RoleKind.FACILITATOR: _("%(who)s vous invite à animer l’alliance « %(alliance)s »"),
        RoleKind.MEMBER: _("%(who)s vous invite à participer à l’alliance « %(alliance)s »"),
        RoleKind.OBSERVER: _("%(who)s vous invite à suivre l’alliance « %(alliance)s » en observant"),
    }
    who = str(invitation.invited_by or _("Une personne de l’alliance"))
    return sentences[RoleKind(invitation.kind)] % {"who": who, "alliance": invitation.alliance.name}
