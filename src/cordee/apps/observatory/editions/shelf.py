"""The shelf of editions: what their folder holds, read without lock and kept by the fingerprint of each card."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from cordee.apps.observatory.editions.figures import Difference, Figure, differences_in, figures_in, select
from cordee.apps.observatory.editions.questions import Question, design_of, dictionary_of, labels_of, questions_of
from cordee.core.packs.text import Text
from cordee.stats.design import Design
from cordee.stats.editions.edition import (
    CARD,
    WITHDRAWAL,
    Edition,
    Withdrawal,
    fingerprint_of,
    read_edition,
    read_withdrawal,
)
from cordee.stats.faults import SurveyRefused
from cordee.stats.sources.dictionary import Dictionary

__all__ = ["Difference", "Figure", "Question", "ShelvedEdition", "edition_called", "editions", "select"]
KEPT = 64
"""How many editions stay read in memory."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class ShelvedEdition:
    """An edition on the shelf. Its tables are read when they are first asked for, and once."""

    card: Edition
    withdrawal: Withdrawal | None
    folder: Path

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of its card, which names that of every other file."""
        return fingerprint_of(self.folder / CARD)

    @cached_property
    def design(self) -> Design:
        """The design that its figures come from."""
        return design_of(self.folder)

    @cached_property
    def dictionary(self) -> Dictionary:
        """What each of its variables is."""
        return dictionary_of(self.folder, self.design)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Its questions, in the order in which they are asked for."""
        return questions_of(self.design, self.dictionary)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its estimates, in the order of its table, without the comparisons."""
        return figures_in(self.folder / "estimates.csv")

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Its comparisons: each region against the rest, a wave against another."""
        return differences_in(self.folder / "comparisons.csv")

    @cached_property
    def cuts(self) -> tuple[str, ...]:
        """The variables that cut its sample, in the order of their first use."""
        return tuple(dict.fromkeys(name for one in self.figures for name in one.domains))

    def question(self, key: str) -> Question | None:
        """Return a question by its key, or nothing."""
        return next((one for one in self.questions if one.key == key), None)

    def categories(self, domain: str) -> tuple[str, ...]:
        """Return the categories of a variable that cuts the sample, in the order of the table."""
        return tuple(dict.fromkeys(one.domains[domain] for one in self.figures if domain in one.domains))

    def labels(self, variable: str) -> Mapping[str, Text]:
        """Return what each code of a variable means; nothing where the dictionary does not say."""
        return labels_of(self.dictionary.of(variable))


def editions() -> tuple[ShelvedEdition, ...]:
    """Return every edition of the shelf, withdrawn ones included, the newest first."""
    found = sorted(_found(Path(settings.EDITIONS)), key=lambda one: one.card.id)
    return tuple(sorted(found, key=lambda one: one.card.published_at, reverse=True))


def edition_called(edition_id: str) -> ShelvedEdition | None:
    """Return the edition of an identifier, or nothing. The name is never used as a path."""
    return next((one for one in editions() if one.card.id == edition_id), None)


def _found(shelf: Path) -> Iterator[ShelvedEdition]:
    """Read each folder that has a card; one that cannot be read is told in the log and left out."""
    for folder in shelf.iterdir() if shelf.is_dir() else ():
        if folder.name.startswith(".") or not (folder / CARD).is_file():
            continue
        try:
            edition = _shelved(folder, _fingerprint(folder / CARD), _fingerprint(folder / WITHDRAWAL))
        except (SurveyRefused, OSError) as error:
            logger.error("edition left out: %s: %s", folder.name, error)
            continue
        if edition.card.id == folder.name:
            yield edition


@lru_cache(maxsize=KEPT)
def _shelved(folder: Path, card: str, withdrawal: str) -> ShelvedEdition:
    """Read an edition once; another card or notice is read again, since its fingerprint is another one."""
    return ShelvedEdition(read_edition(folder), read_withdrawal(folder), folder)


def _fingerprint(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
