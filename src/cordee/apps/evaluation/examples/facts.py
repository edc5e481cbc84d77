"""The published facts of a story: its own sentences, in the language on screen, with the addresses that say them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cordee.apps.evaluation.examples.chosen import Example, Place, Placed
from cordee.core.packs.library import Source, Story
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang, Text

END_OF_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Ý0-9«“])")


@dataclass(frozen=True)
class Fact:
    """A sentence of the pack, where it stands, and the pages that say it; only what is unknown has none."""

    placed: Placed
    text: str
    sources: tuple[Source, ...]

    @property
    def is_shown(self) -> bool:
        """Whether it is a moment or a voice that shows an effect."""
        return self.placed.field == "illustrated"


def sentences(text: str) -> list[str]:
    """Cut a text into its sentences.

    >>> sentences("Chômage de 10 % en 2015. Quinze salariés le 17 avril 2017 ; 51 ensuite.")
    ['Chômage de 10 % en 2015.', 'Quinze salariés le 17 avril 2017 ; 51 ensuite.']
    """
    return END_OF_SENTENCE.split(text.strip())


def facts_of(example: Example, story: Story, pack: Pack, lang: Lang) -> list[Fact]:
    """Return the facts of an example that the pack still carries, in the order in which they were chosen."""
    known = {source.id: source for source in pack.sources if source.id in story.sources}
    return list(_facts(example, story, known, lang))


def _facts(example: Example, story: Story, known: dict[str, Source], lang: Lang) -> Iterator[Fact]:
    for placed in example.facts:
        text = sentence_of(getattr(story, placed.field), placed.begins, lang)
        sources = tuple(known[one] for one in placed.sources if one in known)
        if text and (sources or placed.place is Place.UNKNOWN):
            yield Fact(placed, text, sources)


def sentence_of(text: Text | None, begins: str, lang: Lang) -> str:
    """Return the sentence that begins so in French, in a language; nothing when it is no longer there.

    The two languages say the same, sentence by sentence: with another count of them, nothing is taken for another.
    """
    if text is None:
        return ""
    french, wanted = sentences(text.fr), sentences(text.in_(lang))
    found = next((place for place, sentence in enumerate(french) if sentence.startswith(begins)), None)
    return wanted[found] if found is not None and len(french) == len(wanted) else ""
