"""What the columns of pasted people may be called, and the languages they may ask for."""

from collections.abc import Mapping, Sequence

from cordee.core.packs.text import Lang
from cordee.core.pasted import folded

COLUMNS = ("name", "email", "organisation", "circle", "language")
HEADERS: Mapping[str, frozenset[str]] = {
    "name": frozenset(
        {"nom", "noms", "prenom et nom", "nom et prenom", "nom complet", "name", "full name", "personne", "person"}
    ),
    "email": frozenset(
        {
            "e-mail",
            "email",
            "mail",
            "courriel",
            "adresse e-mail",
            "adresse mail",
            "adresse electronique",
            "e-mail address",
            "email address",
        }
    ),
    "organisation": frozenset({"organisation", "organization", "structure", "organisme", "partenaire", "partner"}),
    "circle": frozenset({"cercle", "circle", "groupe", "group"}),
    "language": frozenset({"langue", "language", "lang"}),
}
"""Column → what its header may be, without accents nor capitals."""

LANGUAGES: Mapping[str, Lang] = {
    **dict.fromkeys(("fr", "francais", "french", "fra", "fr-fr"), "fr"),
    **dict.fromkeys(("en", "anglais", "english", "eng", "en-gb", "en-us"), "en"),
}


def header_of(cells: Sequence[str]) -> list[str | None] | None:
    """Return the column each cell of a first line names, None for an unknown one; None when it is not a header.

    A header names two columns at least, or the one of e-mails alone, and holds no address.

    >>> header_of(["Nom", "Courriel", "Remarque"])
    ['name', 'email', None]
    >>> header_of(["Zoé", "zoe@example.org"]) is None
    True
    """
    if any("@" in cell for cell in cells):
        return None
    named = [next((column for column, names in HEADERS.items() if folded(cell) in names), None) for cell in cells]
    known = [column for column in named if column]
    return named if len(known) > 1 or known == ["email"] else None
