"""How the commands of bin/ speak: short lines, in the language of the terminal."""

import sys

from cordee.words import tell


def say(french: str, english: str) -> None:
    """Print one line about what is being done."""
    print(f"· {tell(french, english)}", flush=True)


def refusal(french: str, english: str, code: int = 1) -> SystemExit:
    """Say what stands in the way and what to do; the caller raises the result."""
    print(f"✗ {tell(french, english)}", file=sys.stderr, flush=True)
    return SystemExit(code)
