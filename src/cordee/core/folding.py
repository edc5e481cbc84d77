"""Names as people type them: without accents, hyphens, capitals or plurals, so that a search finds them anyway."""

from __future__ import annotations

import re
import unicodedata

LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})
SHORT_FORMS = {"st": "saint", "ste": "sainte", "sts": "saint", "stes": "sainte"}
SHORTEST_PLURAL = 4
"""Words with fewer letters keep their final s or x: « les », « Aix » and « Ars » are no plurals."""


def folded(text: str) -> str:
    """Return a name as words that can be compared: lower case, bare letters and digits, one space between words.

    Meaning: two names that a person would call the same give the same words. Accents, ligatures, hyphens and
    apostrophes go; « St » is « saint »; the final s or x of a word of four letters or more is dropped.
    Shape: any text; the result holds a-z, 0-9 and single spaces, and folding it again changes nothing.

    >>> folded("Bouches-du-Rhône"), folded("L’Haÿ-les-Roses"), folded("St Étienne")
    ('bouche du rhone', 'l hay les rose', 'saint etienne')
    """
    bare = unicodedata.normalize("NFKD", text.translate(LIGATURES)).casefold()
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(_singular(SHORT_FORMS.get(word, word)) for word in re.findall(r"[a-z0-9]+", letters))


def _singular(word: str) -> str:
    stripped = word.rstrip("sx")
    return stripped if len(word) >= SHORTEST_PLURAL and len(stripped) >= SHORTEST_PLURAL - 1 else word
