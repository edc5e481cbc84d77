"""Keeps secret links out of the logs: whoever reads a log must not be able to open a diagnosis."""

import logging
import re

SECRET = re.compile(r"(?<![\w-])[A-Za-z0-9_-]{43}(?![\w-])")
"""What a secret link carries: 32 random bytes, written with 43 signs. A digest in hexadecimal is longer."""
HIDDEN = "[secret]"


class DiscreetFormatter(logging.Formatter):
    """Writes a log line, its traceback included, with every secret of a link replaced."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line without secrets."""
        return SECRET.sub(HIDDEN, super().format(record))
