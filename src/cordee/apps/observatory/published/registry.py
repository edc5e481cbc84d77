"""Reads the registry from its two files: the figures as they were published, and their words in both languages."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import cast

from ruamel.yaml import YAML

from cordee.core.packs.text import Text
from cordee.core.published import PublishedFigure, Unit

FOLDER = Path(__file__).parent
FIGURES = FOLDER / "figures.csv"
WORDINGS = FOLDER / "wordings.yaml"
UNITS: dict[str, Unit] = {"percent": "percent", "mark out of 10": "mark"}
NAMED = ("series", "population", "question", "note")
"""The columns whose words are translated; each is a section of the file of wordings."""


@cache
def published_figures() -> tuple[PublishedFigure, ...]:
    """Return every figure, in the order of the file."""
    with FIGURES.open(encoding="utf-8", newline="") as stream:
        return tuple(figure_from(row) for row in csv.DictReader(stream))


def figure_from(row: dict[str, str]) -> PublishedFigure:
    """Read one line of the file."""
    return PublishedFigure(
        id=row["id"],
        series=row["series"],
        programme=row["programme"],
        population=row["population"],
        year=int(row["year"]),
        territory=row["territory"],
        question=row["question"],
        value=float(row["value"]),
        unit=UNITS[row["unit"]],
        n=int(row["n"]) if row["n"] else None,
        source=row["source"],
        note=row["note"],
    )


def figure_of(figure_id: str) -> PublishedFigure | None:
    """Return the figure of an identifier, or nothing."""
    return next((one for one in published_figures() if one.id == figure_id), None)


@cache
def wordings() -> dict[str, dict[str, Text]]:
    """Return, for each translated column, what its words are called in French and in English."""
    document = YAML(typ="safe", pure=True).load(WORDINGS.read_text(encoding="utf-8"))
    return {
        section: {str(key): Text(fr=said["fr"], en=said["en"]) for key, said in entries.items()}
        for section, entries in cast("dict[str, dict[str, dict[str, str]]]", document).items()
    }


def worded(section: str, key: str) -> Text:
    """Return the words of one value of a column; KeyError for one that nobody worded."""
    return wordings()[section][key]
