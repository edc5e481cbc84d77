"""How one figure is called, whichever kind it is: its identifier in the registry, or where it stands in an edition."""

from __future__ import annotations

from dataclasses import dataclass

from cordee.apps.observatory.territories.asked import ONE_WAVE

BETWEEN = "/"
"""Between the parts of the name of a figure of an edition; identifiers of the registry have none."""


@dataclass(frozen=True, slots=True)
class EditionFigureName:
    """A question of an edition, at a wave (nothing without waves), in a territory: FR or the code of a region."""

    edition: str
    question: str
    wave: str
    territory: str

    def __str__(self) -> str:
        """Write the name as an address carries it.

        >>> str(EditionFigureName("barometre-2026", "alliance", "", "84"))
        'barometre-2026/alliance/-/84'
        """
        return BETWEEN.join((self.edition, self.question, self.wave or ONE_WAVE, self.territory))


def name_in(written: str) -> EditionFigureName | None:
    """Read the name of a figure of an edition; nothing when it is written otherwise.

    >>> name_in("barometre-2026/alliance/2024/FR").wave
    '2024'
    >>> name_in("alliance-duty.citizens.2022.fr.innovation") is None
    True
    """
    parts = written.split(BETWEEN)
    if len(parts) != 4 or not all(parts):
        return None
    edition, question, wave, territory = parts
    return EditionFigureName(edition, question, "" if wave == ONE_WAVE else wave, territory)
