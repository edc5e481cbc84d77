"""Publishes the demonstration barometer onto the shelf, by the code of `cordee survey publish`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from cordee.apps.observatory.demonstration.files import DATA, DESIGN, write_survey
from cordee.apps.observatory.demonstration.plan import Population, plan
from cordee.core.packs.text import Text
from cordee.stats.editions.making import published
from cordee.stats.faults import SurveyRefused

PEOPLE = ("Camille Roux (fiction)", "Léa Morin (fiction)")
LICENCE = "etalab-2.0"


def publish_demonstration(shelf: Path) -> list[Path]:
    """Publish the three populations; those that are on the shelf already stay as they are. SurveyRefused: no room.

    Returns the folders that were written.
    """
    missing = [one for one in plan().populations.values() if not (shelf / one.edition).exists()]
    return [folder for folder in (_published_once(shelf, population) for population in missing) if folder]


def _published_once(shelf: Path, population: Population) -> Path | None:
    """Publish one population; nothing when another process did so meanwhile."""
    try:
        return _publish(shelf, population)
    except SurveyRefused:
        if (shelf / population.edition).exists():
            return None
        raise


def _publish(shelf: Path, population: Population) -> Path:
    with TemporaryDirectory(prefix="cordee-") as name:
        folder = Path(name)
        write_survey(folder, plan(), population)
        return published(
            folder / DATA,
            folder / DESIGN,
            shelf,
            edition_id=population.edition,
            title=Text(fr=population.title["fr"], en=population.title["en"]),
            people=PEOPLE,
            licence=LICENCE,
            data_public=True,
            synthetic=True,
            note=Text(fr=population.note["fr"], en=population.note["en"]),
        )
