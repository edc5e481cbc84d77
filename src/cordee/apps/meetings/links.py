"""The link that phones open to vote, and its QR code."""

from __future__ import annotations

import io

import qrcode
import qrcode.constants
from django.conf import settings
from django.urls import reverse
from qrcode.image.svg import SvgPathImage

from cordee.apps.campaigns.tokens import derived_token
from cordee.apps.meetings.models import Meeting

KIND = "meeting"


def vote_token(meeting: Meeting) -> str:
    """Return the token of the link of a session."""
    return derived_token(KIND, meeting.public, meeting.link_generation)


def vote_address(meeting: Meeting) -> str:
    """Return the whole address that phones open, in the language on screen."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{reverse('meetings:vote', args=[vote_token(meeting)])}"


def qr_code(address: str) -> bytes:
    """Draw an address as an SVG of a single path, that reads when a quarter of it is hidden."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, border=4, image_factory=SvgPathImage)
    code.add_data(address)
    code.make(fit=True)
    drawn = io.BytesIO()
    code.make_image().save(drawn)
    return drawn.getvalue()
