"""Rows of relations into values of the core, and back: the sheets that were given, what was published."""

from __future__ import annotations

from dataclasses import dataclass

from cordee.apps.evaluation.models import RelationAnswer, RelationSheet, RelationSurvey, Standing
from cordee.core.network import Scores
from cordee.core.network_publication import Publication, Sheet, publication


@dataclass(frozen=True)
class Published:
    """What a closing published, and the names that partners had that day."""

    network: Publication
    names: dict[str, str]


def published(survey: RelationSurvey) -> Published | None:
    """Read what was published; None before the closing."""
    kept = survey.publication
    return None if kept is None else Published(Publication.from_json(kept["network"]), kept["names"])


def to_publish(survey: RelationSurvey) -> dict[str, object]:
    """Return what may be shown of the sheets given, as it is kept; raise TooFewAnswers when there are too few."""
    sheets = list(survey.sheets.select_related("partner__organisation").prefetch_related("answers__about"))
    sheets.sort(key=lambda sheet: (sheet.partner.organisation.name.casefold(), sheet.pk))
    asked = [str(sheet.partner.public) for sheet in sheets]
    given = [_sheet(sheet, set(asked)) for sheet in sheets if sheet.given_at]
    names = {str(sheet.partner.public): sheet.partner.organisation.name for sheet in sheets}
    gone = survey.asked - len(asked)
    return {"network": publication(asked, given, survey.level, gone).to_json(), "names": names}


def _sheet(sheet: RelationSheet, asked: set[str]) -> Sheet:
    answers = {str(row.about.public): row for row in sheet.answers.all()}
    told = {name: row for name, row in answers.items() if name in asked}
    known = {name: _scores(row) for name, row in told.items() if row.standing in (Standing.TOGETHER, Standing.APART)}
    return Sheet(str(sheet.partner.public), bool(sheet.agrees), known)


def _scores(row: RelationAnswer) -> Scores | None:
    if row.standing == Standing.APART:
        return None
    return Scores((row.reliability, row.openness, row.shared_mission), (row.influence, row.involvement, row.resources))
