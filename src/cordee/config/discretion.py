"""Keeps secret links, addresses and codes out of the logs: whoever reads a log can open nothing and knows nobody."""

import logging
import re

SECRET = re.compile(r"(?<![\w-])[A-Za-z0-9_-]{43}(?![\w-])")
"""What a secret link carries: 32 random bytes, written with 43 signs. A digest in hexadecimal is longer."""
HIDDEN = "[secret]"
ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+")
"""The e-mail address of somebody, whatever is around it."""
HIDDEN_ADDRESS = "[address]"
ANSWER = re.compile(r"(?P<name>[?&](?:code|state)=)[^&\s\"']+")
"""What an identity provider sends back in an address."""


class DiscreetFormatter(logging.Formatter):
    """Writes a log line, its traceback included, with every secret of a link and every e-mail address replaced."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line without secrets."""
        line = SECRET.sub(HIDDEN, super().format(record))
        line = ANSWER.sub(rf"\g<name>{HIDDEN}", line)
        return ADDRESS.sub(HIDDEN_ADDRESS, line)
