"""French in translation catalogues: the source messages, and in the French catalogue the plurals too."""

from collections.abc import Iterator

import polib  # type: ignore[import-untyped]

from cordee.core.typography import find_faults, fix_french

WIDTH = 100
"""The width at which the catalogues of the project are written."""


def mended(source: str, *, french: bool) -> str:
    """The catalogue with its French mended, written as it was; `french` says whether translations are French."""
    catalogue = polib.pofile(source, wrapwidth=WIDTH)
    faulty = [entry for entry in catalogue if any(map(find_faults, _french_of(entry, french=french)))]
    for entry in faulty:
        _mend(entry, french=french)
    return str(catalogue) if faulty else source


def faulty_messages(source: str, *, french: bool) -> Iterator[tuple[int, str]]:
    """The line and the text of every French message that has a fault."""
    for entry in polib.pofile(source, wrapwidth=WIDTH):
        for text in _french_of(entry, french=french):
            if find_faults(text):
                yield entry.linenum, text


def _french_of(entry: polib.POEntry, *, french: bool) -> list[str]:
    translations = [entry.msgstr, *entry.msgstr_plural.values()] if french else []
    return [entry.msgid, entry.msgid_plural, *translations]


def _mend(entry: polib.POEntry, *, french: bool) -> None:
    entry.msgid, entry.msgid_plural = fix_french(entry.msgid), fix_french(entry.msgid_plural)
    if french:
        entry.msgstr = fix_french(entry.msgstr)
        entry.msgstr_plural = {number: fix_french(text) for number, text in entry.msgstr_plural.items()}
