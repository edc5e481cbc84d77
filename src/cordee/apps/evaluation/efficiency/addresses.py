"""The kind of a row in an address, in the language of the page like every other word of it."""

from __future__ import annotations

from cordee.apps.evaluation.efficiency.kinds import KINDS, kind_named


class KindConverter:
    """Between the word that an address holds and the key of a kind."""

    regex = "[a-z-]+"

    def to_python(self, word: str) -> str:
        """Return the key of a kind by its word; an unknown word is no address."""
        found = kind_named(word)
        if found is None:
            raise ValueError(word)
        return found.key

    def to_url(self, key: str) -> str:
        """Return the word of a kind in the language on screen; what is no kind stays, and leads nowhere."""
        return str(KINDS[key].word) if key in KINDS else key
