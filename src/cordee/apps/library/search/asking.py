"""What a visitor asks of the page: read from an address that anybody may have written, and never an error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from cordee.apps.library.search.labels import FACETS
from cordee.core.search.query import MOST_LETTERS

PARAMETERS = {
    "kind": "genre",
    "medoc": "medoc",
    "approach": "approche",
    "profile": "profil",
    "time": "temps",
    "difficulty": "difficulte",
}
"""How each facet is written in an address, the same in both languages."""
MOST_PAGES = 10_000
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")


@dataclass(frozen=True)
class Asking:
    """A question, the values chosen in facets, and the page of results; `cut` tells that the question was longer."""

    text: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    page: int = 1
    cut: bool = False

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the form sends along with the question: the choices, as an address writes them."""
        return [(PARAMETERS[facet], value) for facet, value in self.choices.items()]

    def address(self, changes: Mapping[str, str | None] | None = None, *, page: int = 1) -> str:
        """Return the end of the address that asks the same with other choices; None takes a choice away."""
        choices = {**self.choices, **(changes or {})}
        query = QueryDict(mutable=True)
        query["q"] = self.text
        query.update({PARAMETERS[facet]: value for facet in FACETS if (value := choices.get(facet))})
        if page > 1:
            query["page"] = str(page)
        return f"?{query.urlencode()}"


def asked(query: QueryDict) -> Asking:
    """Read the address: unseen characters become spaces, a long question is cut, what makes no sense is left out."""
    text = _UNSEEN.sub(" ", query.get("q", "")).strip()
    given = {facet: query.get(name, "")[:80] for facet, name in PARAMETERS.items()}
    choices = {facet: value for facet, value in given.items() if value}
    return Asking(text[:MOST_LETTERS].rstrip(), choices, _page(query.get("page", "")), len(text) > MOST_LETTERS)


def _page(written: str) -> int:
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 1
    return min(max(number, 1), MOST_PAGES)
