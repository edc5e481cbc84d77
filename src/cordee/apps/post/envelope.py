"""A letter as mail servers read it: text and HTML side by side, one language, an identifier that never changes."""

from __future__ import annotations

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, localtime, parseaddr
from unicodedata import category

from django.conf import settings
from django.utils.encoding import punycode

from cordee.apps.post.models import Letter

POLICY = SMTP.clone(max_line_length=78)


def message_of(letter: Letter) -> EmailMessage:
    """Return the message of a letter. Whatever would break out of a header raises ValueError."""
    message = EmailMessage(policy=POLICY)
    name, sender = parseaddr(settings.MAIL_FROM)
    message["From"] = Address(display_name=name, addr_spec=in_ascii(sender))
    message["To"] = Address(addr_spec=in_ascii(letter.to))
    if letter.reply_to:
        message["Reply-To"] = Address(addr_spec=in_ascii(letter.reply_to))
    message["Subject"] = one_line(letter.subject)
    message["Date"] = format_datetime(localtime())
    message["Message-ID"] = message_id(letter)
    # Out-of-office answers to a machine help nobody (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte="quoted-printable")
    if letter.html:
        message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    # Last: making alternatives moves what begins with « Content- » into the first of them.
    message["Content-Language"] = letter.lang
    return message


def message_id(letter: Letter) -> str:
    """Return the identifier of a letter: sent again by a person's choice, it is still the same letter to readers."""
    return f"<{letter.public.hex}@{sender_address().rpartition('@')[2]}>"


def sender_address() -> str:
    """Return the address of this site as servers exchange it."""
    return in_ascii(parseaddr(settings.MAIL_FROM)[1])


def in_ascii(address: str) -> str:
    """Return an address with its domain in ASCII.

    >>> in_ascii("ada@forêt.example")
    'ada@xn--fort-ipa.example'
    """
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{punycode(domain)}"


def one_line(text: str) -> str:
    """Return a text without the line breaks and control signs that could begin another header.

    >>> one_line("Où en est-on\u202f?\\r\\nBcc: b@example.org")
    'Où en est-on\u202f?  Bcc: b@example.org'
    """
    return "".join(sign if sign.isprintable() or category(sign) == "Zs" else " " for sign in text).strip()


def body_of(message: EmailMessage) -> bytes:
    """Return what follows DATA: lines end in CRLF, a line that begins with a dot gets another, a dot ends it all."""
    lines = re.sub(rb"(?m)^\.", b"..", message.as_bytes())
    return lines + (b"" if lines.endswith(b"\r\n") else b"\r\n") + b".\r\n"
