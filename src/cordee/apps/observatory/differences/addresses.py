"""Where a set of comparisons is read, and where it is taken away as a file."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from cordee.apps.observatory.differences.sets import DifferenceSet

QUESTION, COMPARED = "question", "comparaison"
"""What an address asks: a question of the edition, then what is compared."""


def address_of_set(one: DifferenceSet, ending: str = "") -> str:
    """Return the address of a set: its page, or one of its files."""
    chosen = urlencode({QUESTION: one.question.key, COMPARED: one.key})
    name, parts = ("edition-comparisons-file", [ending]) if ending else ("edition-comparisons", [])
    return f"{reverse(f'observatory:{name}', args=[one.edition.card.id, *parts])}?{chosen}"
