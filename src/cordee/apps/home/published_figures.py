"""Figures published by the IMPACT study, kept as they were published: each with its source, conflicts side by side."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

FILE = Path(__file__).with_name("published_figures.csv")


@dataclass(frozen=True)
class PublishedFigure:
    """One value, as one source gives it."""

    population: str
    year: int
    question: str
    value: int
    respondents: int | None
    source: str

    @property
    def site(self) -> str:
        """The name of the site that publishes it."""
        return (urlsplit(self.source).hostname or "").removeprefix("www.")


@cache
def published_figures() -> tuple[PublishedFigure, ...]:
    """Return every figure of the file, in its order."""
    with FILE.open(encoding="utf-8", newline="") as stream:
        return tuple(figure_from(row) for row in csv.DictReader(stream))


def figure_from(row: dict[str, str]) -> PublishedFigure:
    """Read one line of the file; the shares are whole percentages."""
    return PublishedFigure(
        population=row["population"],
        year=int(row["year"]),
        question=row["question"],
        value=int(row["value"]),
        respondents=int(row["n"]) if row["n"] else None,
        source=row["source"],
    )


def of_population(figures: Iterable[PublishedFigure], population: str) -> list[PublishedFigure]:
    """Return the values published for one population, lowest first."""
    return sorted((figure for figure in figures if figure.population == population), key=lambda f: f.value)


def contested(figures: Iterable[PublishedFigure]) -> list[list[PublishedFigure]]:
    """Return, for each population with several values, those values: nobody here chooses between them."""
    kept = list(figures)
    groups = [of_population(kept, population) for population in dict.fromkeys(f.population for f in kept)]
    return [group for group in groups if len({figure.value for figure in group}) > 1]
