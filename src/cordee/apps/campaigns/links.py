"""The addresses that people receive: their own, or that of a circle; and their QR codes, drawn without any style."""

from __future__ import annotations

import qrcode
import qrcode.constants
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override
from qrcode.image.svg import SvgPathImage

from cordee.apps.campaigns.models import CampaignCircle, Invitee
from cordee.apps.campaigns.tokens import derived_token

QUIET_ZONE = 4


def personal_address(invitee: Invitee) -> str:
    """Return the link of a person, in their language."""
    return answering_address(derived_token("invitee", invitee.public, invitee.link_generation), invitee.lang)


def circle_address(circle: CampaignCircle, lang: str) -> str:
    """Return the link of a circle, which carries no name."""
    return answering_address(derived_token("circle", circle.public, circle.link_generation), lang)


def answering_address(token: str, lang: str) -> str:
    """Return where a token leads, as it is written in letters and on paper: whole, in a language."""
    with override(lang):
        return f"{settings.PUBLIC_URL}{reverse('campaigns:door', args=[token])}"


def qr_code(address: str) -> SafeString:
    """Draw an address as an SVG of a single path, that reads when a quarter of it is dirty."""
    code = qrcode.QRCode(
        error_correction=qrcode.constants.ERROR_CORRECT_Q, border=QUIET_ZONE, image_factory=SvgPathImage
    )
    code.add_data(address)
    code.make(fit=True)
    return mark_safe(code.make_image().to_string(encoding="unicode"))  # noqa: S308 drawn here from digits and letters
