"""The licences of open data that other programs know by a name and an address."""

from typing import NamedTuple

from cordee.core.packs.messages.wording import Said


class Licence(NamedTuple):
    """A licence: its identifier of SPDX, how it is called in both languages, where its text is."""

    id: str
    title: Said
    address: str


KNOWN = (
    Licence(
        "etalab-2.0",
        Said("Licence Ouverte 2.0", "Open Licence 2.0"),
        "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    ),
    Licence(
        "CC-BY-4.0",
        Said("Creative Commons Attribution 4.0", "Creative Commons Attribution 4.0"),
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    Licence(
        "CC0-1.0",
        Said("Creative Commons Zéro 1.0", "Creative Commons Zero 1.0"),
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    Licence(
        "ODbL-1.0",
        Said("Licence ouverte de base de données 1.0", "Open Database License 1.0"),
        "https://opendatacommons.org/licenses/odbl/1-0/",
    ),
)
BY_ID = {licence.id.lower(): licence for licence in KNOWN}


def licence_called(name: str) -> Licence | None:
    """Return a licence by its identifier, however its letters are; None for one that is not known here.

    >>> licence_called("ETALAB-2.0").title.fr, licence_called("ours")
    ('Licence Ouverte 2.0', None)
    """
    return BY_ID.get(name.strip().lower())


def title_of(name: str) -> Said:
    """Return how a licence is called; the name itself when it is not known here."""
    known = licence_called(name)
    return known.title if known else Said(name, name)
