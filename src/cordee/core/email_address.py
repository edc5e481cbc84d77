"""Whether an e-mail address can be written to, and what is wrong with it when it cannot."""

import re

LONGEST_EMAIL = 254
"""RFC 5321 leaves 254 characters to an address in a path."""

_NAMED = re.compile(r"[^<>]*<\s*(?P<address>[^<>]*?)\s*>")
_NAME = re.compile(r"(?![=+-])(?=.{1,64}$)[A-Za-z0-9!#$%&'*/?^_`{|}~+-]+(\.[A-Za-z0-9!#$%&'*/?^_`{|}~+-]+)*")
_LABEL = r"(?!-)[^\W_](?:[^\W_]|-){0,62}(?<!-)"
_DOMAIN = re.compile(rf"(?=.{{1,253}}$)(?:{_LABEL}\.)+(?!\d+$){_LABEL}")


def bare_address(cell: str) -> str:
    """Take the address out of what mail programs copy: « Zoé Martin <zoe@example.org> », « mailto:… ».

    >>> bare_address("Zoé Martin <zoe@example.org>"), bare_address("mailto:zoe@example.org")
    ('zoe@example.org', 'zoe@example.org')
    """
    named = _NAMED.fullmatch(cell)
    address = named["address"] if named else cell
    return address[len("mailto:") :] if address.lower().startswith("mailto:") else address


def email_fault(address: str) -> str | None:
    """Return the id of what is wrong with an address (`roster_messages`), None when it can be written to.

    Domains may have letters with accents; what stands before the at sign may not, nor start with = + or −, which a
    spreadsheet would run. It is the shape that is checked: only a message sent tells whether somebody reads it.

    >>> email_fault("zoe@example.org"), email_fault("zoe.example.org"), email_fault("zoe@example")
    (None, 'email-no-at', 'email-domain')
    """
    if not address:
        return "email-missing"
    if len(address) > LONGEST_EMAIL:
        return "email-long"
    if re.search(r"\s", address):
        return "email-space"
    name, at, domain = address.partition("@")
    if not at:
        return "email-no-at"
    if "@" in domain:
        return "email-two-at"
    if not _NAME.fullmatch(name):
        return "email-name"
    return None if _DOMAIN.fullmatch(domain) else "email-domain"
