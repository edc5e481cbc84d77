"""Names that mean the same thing, so that what is written with one is found with the other."""

from __future__ import annotations

from collections.abc import Container, Iterable

from cordee.core.packs.text import Lang
from cordee.core.search.entries import Entry, names_in
from cordee.core.search.stems import stems_of

Phrase = tuple[str, ...]
"""The stems of a name, in order."""
Synonyms = dict[Phrase, tuple[Phrase, ...]]
Group = tuple[str, ...]

MOST_WORDS = 6
"""Longer names are whole sentences: nobody types them, and they would match nothing else."""


def groups_of(entries: Iterable[Entry]) -> list[Group]:
    """Return the groups of names that entries give: title, other names, and the same in the other language.

    An entry that gives no other name makes no group: its title is a title, not the name of a thing.

    >>> trust = Entry("terms", "trust", "fr", "Confiance", "", "", "words:term", names=("Trust",))
    >>> groups_of([trust])
    [('Confiance', 'Trust')]
    """
    names: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        if entry.names:
            names.setdefault(entry.key, []).extend(
                part for name in (entry.title, *entry.names) for part in names_in(name)
            )
    return [tuple(dict.fromkeys(group)) for group in names.values()]


def synonyms_in(lang: Lang, groups: Iterable[Group], known: Container[str]) -> Synonyms:
    """Return, for each name as a reader of a language may type it, the other names that its texts are written with.

    Meaning: both sides are stems of the language. Names of which a stem is in no text (`known`) are never written, so
    they are typed only.

    >>> synonyms_in("fr", [("Confiance", "Trust")], {"confianc"})
    {('trust',): (('confianc',),)}
    """
    table: dict[Phrase, dict[Phrase, None]] = {}
    for group in groups:
        phrases = dict.fromkeys(stems for name in group if 0 < len(stems := stems_of(name, lang)) <= MOST_WORDS)
        written = [phrase for phrase in phrases if all(stem in known for stem in phrase)]
        for phrase in phrases:
            table.setdefault(phrase, {}).update(dict.fromkeys(other for other in written if other != phrase))
    return {phrase: tuple(others) for phrase, others in table.items() if others}
