"""The three stories shown in the shape of an evaluation, and where each of their published facts stands.

A fact is a sentence of the story, found by its first words in French; which of the pages of the story says it was read
there. Nothing is written here that the pack does not say.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cordee.core.effects import LEVELS


class Place(StrEnum):
    """Where a fact stands in an evaluation, the cells of its matrix apart."""

    TERRITORY = "territory"
    PATH = "path"
    LESSONS = "lessons"
    FIGURES = "figures"
    EFFICIENCY = "efficiency"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Cell:
    """A cell of the matrix: an impact of the pack, and a level."""

    impact: str
    level: str

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise ValueError(self.level)


@dataclass(frozen=True)
class Placed:
    """A sentence of a field of the story, where it stands, and the sources that say it (identifiers of the pack)."""

    place: Place | Cell
    field: str
    begins: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """A story, the source of the day it began, and its facts."""

    story: str
    began: tuple[str, ...]
    facts: tuple[Placed, ...]


JOUQUES = Example(
    "jouques-elan",
    ("jouques-bilan-2025",),
    (
        Placed(Place.TERRITORY, "context", "Un village enclavé", ("jouques-banque",)),
        Placed(Place.TERRITORY, "context", "Des parents seuls", ("jouques-banque",)),
        Placed(Place.PATH, "tried", "Les demandeurs d’emploi", ("jouques-ravi",)),
        Placed(Place.PATH, "tried", "L’entreprise a ouvert", ("jouques-ravi", "jouques-banque")),
        Placed(Cell("performance", "actors"), "seen", "Le tourisme, surestimé", ("jouques-banque",)),
        Placed(Cell("performance", "ecosystem"), "seen", "L’entreprise est devenue", ("jouques-banque",)),
        Placed(Cell("performance", "ecosystem"), "qualified", "Le travail de préparation", ("jouques-ravi",)),
        Placed(Cell("innovation", "actors"), "illustrated", "À 59 ans", ("jouques-marcelle-2020",)),
        Placed(Cell("innovation", "actors"), "illustrated", "On en loue ensuite", ("jouques-marcelle-2020",)),
        Placed(Cell("trust", "ecosystem"), "qualified", "Le regard du village", ("jouques-banque",)),
        Placed(Place.FIGURES, "measured", "Chômage de 10", ("jouques-banque",)),
        Placed(Place.FIGURES, "measured", "Quinze salariés", ("jouques-ravi",)),
        Placed(Place.FIGURES, "measured", "Fin 2024", ("jouques-bilan-2025",)),
    ),
)

PREMERY = Example(
    "premery-ebe58",
    ("premery-palais",),
    (
        Placed(Place.TERRITORY, "context", "Une chimie du bois", ("premery-palais",)),
        Placed(Place.TERRITORY, "context", "Restaient 1", ("premery-palais", "premery-koikispass")),
        Placed(Place.PATH, "tried", "Le territoire a participé", ("premery-solidarum",)),
        Placed(Place.PATH, "tried", "L’entreprise à but d’emploi part", ("premery-palais", "premery-koikispass")),
        Placed(Cell("performance", "ecosystem"), "seen", "Une ressourcerie", ("premery-palais",)),
        Placed(Cell("innovation", "actors"), "qualified", "L’idée est de réorienter", ("premery-france-inter-2018",)),
        Placed(Cell("trust", "actors"), "illustrated", "À 61 ans", ("premery-france3",)),
        Placed(Cell("trust", "actors"), "illustrated", "Il dit que tout a changé", ("premery-france3",)),
        Placed(Place.FIGURES, "measured", "86 personnes", (
            "premery-france-inter-2018", "premery-solidarum", "premery-palais",
        )),
        Placed(Place.EFFICIENCY, "qualified", "Selon un reportage", ("premery-france-inter-2018",)),
        Placed(Place.UNKNOWN, "measured", "L’effet propre", ()),
    ),
)  # fmt: skip

POLE_SUD = Example(
    "pole-sud-archer",
    ("archer-pole-sud",),
    (
        Placed(Place.TERRITORY, "context", "L’ancienne capitale", ("archer-politis-2008", "archer-ecoreseau-2015")),
        Placed(Place.PATH, "tried", "En s’installant", ("archer-citego-2014", "archer-pole-sud")),
        Placed(Place.PATH, "tried", "Puis sont venues", ("archer-presentation", "archer-ecoreseau-2015")),
        Placed(Place.LESSONS, "teaches", "Mais le pôle l’écrit", ("archer-pole-sud",)),
        Placed(Cell("performance", "actors"), "qualified", "Ensuite, une fonction", ("archer-presentation",)),
        Placed(Cell("innovation", "actors"), "qualified", "Le voisinage d’abord", ("archer-politis-2008",)),
        Placed(Cell("innovation", "actors"), "illustrated", "Le responsable", ("archer-politis-2008",)),
        Placed(Cell("innovation", "ecosystem"), "seen", "Le pôle a tenu", (
            "archer-pole-sud", "archer-ecoreseau-2015",
        )),
        Placed(Place.FIGURES, "measured", "Sept organisations", ("archer-politis-2008", "archer-pole-sud")),
        Placed(Place.FIGURES, "measured", "Environ 1", ("archer-presentation",)),
        Placed(Place.FIGURES, "measured", "Association d’entreprises", ("archer-presentation",)),
        Placed(Place.FIGURES, "measured", "En 2015, la presse", ("archer-ecoreseau-2015",)),
        Placed(Place.UNKNOWN, "seen", "Aucune évaluation", ()),
    ),
)  # fmt: skip

EXAMPLES = (JOUQUES, PREMERY, POLE_SUD)
