"""From the rows of a 360° to the engine: the only place where the two meet."""

from __future__ import annotations

from collections.abc import Iterable

from cordee.apps.campaigns.models import SeatAnswer, SeatImportance
from cordee.apps.diagnosis.given import Given, GivenAnswer


def given_from_seat(answers: Iterable[SeatAnswer], importances: Iterable[SeatImportance]) -> Given:
    """Gather the rows of one seat."""
    return Given(
        answers={row.item: GivenAnswer(row.mark, row.level, row.evidence, row.released) for row in answers},
        importance={row.topic: row.importance for row in importances},
    )
