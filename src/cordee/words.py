"""Which language the terminal speaks: French when the machine does, English otherwise."""

import os


def speaks_french() -> bool:
    """Say whether the first language that the environment names is French.

    Meaning: the order of POSIX, `LC_ALL`, then `LC_MESSAGES`, then `LANG`. Errors: none.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return value.lower().startswith("fr")
    return False


def tell(french: str, english: str) -> str:
    """Return the sentence in the language of the terminal."""
    return french if speaks_french() else english
