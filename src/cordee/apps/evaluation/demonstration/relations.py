"""What invented partners say of each other: a sheet each, given by its own person; then the closing."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.stage import Stage, accepted
from cordee.apps.evaluation.demonstration.told import RelationsTold
from cordee.apps.evaluation.models import RelationSheet, Standing
from cordee.apps.evaluation.relations import operations, queries
from cordee.apps.evaluation.relations.forms import AboutForm, GivingForm, OpeningForm
from cordee.core.network import ITEMS

UNKNOWN = "?"


def tell(stage: Stage, told: RelationsTold) -> None:
    """Open the survey, let the partners that answer do so, and close it when it is."""
    level = int(accepted(OpeningForm({"level": "2"})).cleaned_data["level"])
    survey = operations.open_survey(stage.evaluation, queries.present(stage.evaluation), level)
    sheets = {sheet.partner_id: sheet for sheet in survey.sheets.select_related("partner__organisation")}
    keys = {stage.partner(key).pk: key for key in stage.voices}
    for key, known in told.sheets.items():
        sheet = sheets[stage.partner(key).pk]
        operations.begin(sheet)
        sheet.refresh_from_db(fields=["begun_at"])
        _answer(sheet, {pk: known.get(one, "") for pk, one in keys.items()})
        agrees = "no" if key in told.reserved else "yes"
        form = accepted(GivingForm({"agrees": agrees}))
        operations.give(sheet, agrees=form.cleaned_data["agrees"] == "yes")
    if told.closed:
        operations.close(survey)


def _answer(sheet: RelationSheet, said: dict[int, str]) -> None:
    for row in queries.answers_of(sheet):
        row.sheet = sheet
        form = accepted(AboutForm({"version": row.version, **typed_of(said[row.about_id])}))
        operations.answer(row, row.version, form.values)


def typed_of(said: str) -> dict[str, str]:
    """Return what is typed about another partner: six digits when they work together.

    >>> typed_of(""), typed_of("?"), typed_of("343 221")["influence"]
    ({'standing': 'apart'}, {'standing': 'unknown'}, '2')
    """
    if not said:
        return {"standing": Standing.APART.value}
    if said == UNKNOWN:
        return {"standing": Standing.UNKNOWN.value}
    levels = dict(zip(ITEMS, said.replace(" ", ""), strict=True))
    return {"standing": Standing.TOGETHER.value, **levels}
