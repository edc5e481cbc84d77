"""The glossary as a table: a row a word, a column a thing said of it in each language."""

from __future__ import annotations

import csv
from io import StringIO

from cordee.core.packs.library import Term
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Text

BYTE_ORDER_MARK = "\ufeff"
HEADERS = (
    *("id", "family", "status", "name_fr", "name_en", "synonyms_fr", "synonyms_en", "definition_fr", "definition_en"),
    *("origin_fr", "origin_en", "example_fr", "example_en", "difference_fr", "difference_en"),
    *("confused_with", "related", "sources"),
)
FORMULAS = ("=", "+", "-", "@", "\t")


def glossary_csv(pack: Pack) -> str:
    """Write the glossary as CSV (RFC 4180: comma, CRLF) that spreadsheets open with its accents.

    Several values of a cell are separated by « ; ». Sources are given by their addresses.
    """
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADERS)
    addresses = {source.id: source.address for source in pack.sources}
    for term in pack.terms:
        writer.writerow([safe(cell) for cell in _row(term, addresses)])
    return BYTE_ORDER_MARK + out.getvalue()


def safe(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula.

    >>> safe("=1+1"), safe("360°")
    ("'=1+1", '360°')
    """
    return f"'{cell}" if cell.startswith(FORMULAS) else cell


def _row(term: Term, addresses: dict[str, str]) -> list[str]:
    return [
        term.id,
        term.family or "",
        term.status,
        *_both(term.name),
        "; ".join(term.synonyms.fr),
        "; ".join(term.synonyms.en),
        *_both(term.definition),
        *_both(term.origin),
        *_both(term.example),
        *_both(term.difference),
        "; ".join(term.confused_with),
        "; ".join(term.related),
        "; ".join(addresses[source] for source in term.sources if source in addresses),
    ]


def _both(text: Text | None) -> tuple[str, str]:
    return (text.fr, text.en) if text else ("", "")
