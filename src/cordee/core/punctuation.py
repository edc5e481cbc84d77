"""Signs that French sets apart by a thin space and English does not: after a name, between two parts."""

from collections.abc import Iterable

from cordee.core.numerals import THIN_SPACE
from cordee.core.packs.text import Lang


def named(name: str, words: str, lang: Lang) -> str:
    """Write what is said of a name after it.

    >>> named("Now", "later", "en"), named("Avant", "après", "fr") == "Avant\u202f: après"
    ('Now: later', True)
    """
    return f"{name}{THIN_SPACE if lang == 'fr' else ''}: {words}"


def apart(parts: Iterable[str], lang: Lang) -> str:
    """Write parts one after the other, each longer than a comma would hold.

    >>> apart(["one", "two"], "en"), apart(["un", "deux"], "fr") == "un\u202f; deux"
    ('one; two', True)
    """
    return f"{THIN_SPACE if lang == 'fr' else ''}; ".join(parts)
