"""French spaces and apostrophes: which ordinary characters stand where French wants a thin no-break space."""

import re
from dataclasses import dataclass

THIN_SPACE = "\u202f"
"""Narrow no-break space, the one French puts before ; : ? ! » % and after «."""

OBJECT = "\ufffc"
"""Stands for what is not prose inside a text (a tag, a value, code), so that the words around keep their places."""

_CLOSES = rf"(?=$|[\s.,;:!?)\]}}…»”’\"'<|*_{OBJECT}])"
"""What may follow a mark that ends a word group; `:name`, `%s` or `!important` are code, not French."""

_BEFORE_MARK = re.compile(rf"(?<=[^\s|])[ \u00a0]+(?=[;:?!%»]+{_CLOSES})", re.MULTILINE)
_AFTER_GUILLEMET = re.compile(r"«[ \u00a0]+(?=\S)")
_ELISION = re.compile(
    r"(?<!\w)((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|aujourd)|[CDJLMNST]|Qu|Jusqu"
    r"|Lorsqu|Puisqu|Quoiqu|Quelqu|Aujourd)'{1,2}(?=[^\W\d_])"
)


@dataclass(frozen=True)
class Fault:
    """One place where French typography is broken: its offset in the text, the characters, what to write."""

    offset: int
    found: str
    wanted: str


def find_faults(text: str) -> list[Fault]:
    """List the ordinary spaces and straight apostrophes that French typography refuses.

    Meaning: an ordinary space before ; : ? ! » % or after « lets the mark fall alone on the next
    line; a straight apostrophe after an elided word is a typewriter's. A no-break space (U+00A0)
    is tolerated here and only narrowed by `fix_french`.
    Shape: any text, one or many lines; the result is in the order of the text.
    Errors: none. Source: Lexique des règles typographiques en usage à l'Imprimerie nationale, with
    U+202F before the colon too, so that one rule is enough.

    >>> find_faults("Prêt ?")
    [Fault(offset=4, found=' ', wanted='\\u202f')]
    >>> find_faults("Prêt\\u202f? Rendez-vous à 10:30.")
    []
    """
    return [fault for fault in corrections(text) if fault.found != "\u00a0"]


def fix_french(text: str) -> str:
    """Put the thin no-break spaces and the typographic apostrophes that French wants.

    Meaning: the same text where nothing but spaces around marks and elision apostrophes changed.
    Fixing twice changes nothing more. Times, ratios, addresses, `:names`, `%s` are left alone.
    Errors: none.

    >>> fix_french("L'alliance est-elle « claire » ?")
    'L’alliance est-elle «\\u202fclaire\\u202f»\\u202f?'
    >>> fix_french("À 10:30, 40 % des réponses : https://example.org/?a=1")
    'À 10:30, 40\\u202f% des réponses\\u202f: https://example.org/?a=1'
    """
    return corrected(text, corrections(text))


def corrected(text: str, faults: list[Fault]) -> str:
    """Write what each fault wants at its place; the faults are in the order of the text and do not overlap.

    >>> corrected("Non !", [Fault(3, " ", THIN_SPACE)])
    'Non\u202f!'
    """
    for fault in reversed(faults):
        text = text[: fault.offset] + fault.wanted + text[fault.offset + len(fault.found) :]
    return text


def corrections(text: str) -> list[Fault]:
    """List every change that `fix_french` makes, the tolerated no-break spaces included, in the order of the text.

    >>> corrections("Oui\u00a0!")
    [Fault(offset=3, found='\xa0', wanted='\u202f')]
    """
    spaces = [
        *(Fault(m.start(), m.group(), THIN_SPACE) for m in _BEFORE_MARK.finditer(text)),
        *(Fault(m.start() + 1, m.group()[1:], THIN_SPACE) for m in _AFTER_GUILLEMET.finditer(text)),
    ]
    distinct = {fault.offset: fault for fault in spaces}
    apostrophes = (Fault(m.end(1), text[m.end(1) : m.end()], "’") for m in _ELISION.finditer(text))
    return sorted([*distinct.values(), *apostrophes], key=lambda fault: fault.offset)
