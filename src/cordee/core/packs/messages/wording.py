"""How a message is worded: the same sentence in French and in English, with named values to fill in."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import NamedTuple

from cordee.core.packs.text import Lang


class Said(NamedTuple):
    """A sentence in French and in English."""

    fr: str
    en: str

    def in_(self, lang: Lang) -> str:
        """Return the sentence in one language.

        >>> Said("ligne", "line").in_("en")
        'line'
        """
        return self.fr if lang == "fr" else self.en

    def fill(self, values: "Mapping[str, Value]") -> "Said":
        """Put values into the sentence, each in its own language; long ones are shortened.

        >>> Said("le mot « {word} »", "the word ‘{word}’").fill({"word": Said("but", "aim")}).en
        'the word ‘aim’'
        """
        return Said(
            self.fr.format_map({name: _shown(value, "fr") for name, value in values.items()}),
            self.en.format_map({name: _shown(value, "en") for name, value in values.items()}),
        )


Value = str | int | Said

LONGEST = 160
SPACES = "\u00a0\u202f\u2009\u2007"


class Message(NamedTuple):
    """What is wrong, and what to do."""

    what: Said
    remedy: Said


def said(fr_what: str, en_what: str, fr_remedy: str, en_remedy: str) -> Message:
    """Word a message: what is wrong in French and English, then what to do in French and English."""
    return Message(Said(fr_what, en_what), Said(fr_remedy, en_remedy))


def _shown(value: Value, lang: Lang) -> str:
    """Show a value on one line.

    >>> _shown("two\\nlines", "en")
    'two lines'
    """
    words = value.in_(lang) if isinstance(value, Said) else str(value)
    flat = printable(words.replace("\n", " "))
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + "…"


def printable(words: str) -> str:
    """Replace what a terminal or a page could not show safely by a question mark.

    >>> printable("a\x1b[31mb")
    'a?[31mb'
    """
    return "".join(letter if letter.isprintable() or letter in SPACES else "?" for letter in words)


def listed(names: "list[str] | tuple[str, ...]") -> Said:
    """Write a list of codes for a sentence.

    >>> listed(["vision", "action"]).fr
    'vision, action'
    >>> listed([]).en
    'none'
    """
    if not names:
        return Said("aucun", "none")
    shown = ", ".join(names)
    return Said(shown, shown)


def suggestion(wanted: str, known: "list[str] | tuple[str, ...]") -> Said:
    """Propose the known code that looks most like what was written, or list those that exist.

    >>> suggestion("visoin", ["vision", "action"]).en
    'Did you mean ‘vision’?'
    """
    close = get_close_matches(wanted, known, n=1, cutoff=0.6)
    if close:
        return Said(f"Vouliez-vous écrire « {close[0]} »\u202f?", f"Did you mean ‘{close[0]}’?")
    possible = listed(sorted(known))
    return Said(f"Possibles\u202f: {possible.fr}.", f"Possible: {possible.en}.")
