"""What the report says of the indicators: the headlines in short, then all of them under their impact."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.indicators.bridge import Reading, impacts_of, readings_of
from cordee.apps.evaluation.indicators.telling import (
    empty_words,
    horizon_words,
    progress_words,
    sentence,
)
from cordee.apps.library.addresses import language
from cordee.core.document import Absent, Cell, Column, Kind, Section, Table


def sections(opened: OpenedEvaluation) -> tuple[Section, ...]:
    """Return the sections of the indicators, in the active language."""
    readings = readings_of(opened.evaluation, timezone.localdate())
    head = [one for one in readings if one.row.headline]
    first = Section(
        key="indicators",
        title=_("Indicateurs"),
        lead=sentence(readings),
        blocks=(table("headlines", _("Les indicateurs clés"), head),) if head else (),
        in_short=True,
    )
    rest = (
        Section(
            key=f"indicators-{impact.id}",
            title=impact.name.in_(language()),
            lead=sentence(under),
            blocks=(table(f"indicators-{impact.id}", impact.name.in_(language()), under),),
            level=2,
        )
        for impact in impacts_of(opened.evaluation)
        if (under := [one for one in readings if one.row.impact == impact.id])
    )
    return (first, *rest)


def table(key: str, caption: str, readings: list[Reading]) -> Table:
    """Return indicators as a table: an empty one says why, and is never a zero."""
    columns = (
        Column("indicator", _("Indicateur")),
        Column("unit", _("Unité")),
        Column("horizon", _("Horizon")),
        Column("baseline", _("Valeur de départ"), Kind.NUMBER),
        Column("value", _("Dernière valeur"), Kind.NUMBER),
        Column("on", _("Relevée le"), Kind.DAY),
        Column("target", _("Cible"), Kind.NUMBER),
        Column("progress", _("Progrès"), Kind.SHARE),
        Column("confidence", _("Degré de confiance")),
    )
    return Table(key, caption, columns, tuple(cells(one) for one in readings))


def cells(reading: Reading) -> tuple[Cell, ...]:
    """Return an indicator as a row of the table."""
    row, last = reading.row, reading.last
    unsaid = Absent(_("non précisé"))
    why = Absent(empty_words(reading)) if reading.gaps else None
    return (
        row.name,
        row.unit,
        horizon_words(reading.horizon),
        unsaid if row.baseline is None else row.baseline,
        why or (last.value if last else unsaid),
        why or (last.on if last else unsaid),
        unsaid if row.target is None else row.target,
        Absent(progress_words(reading)) if reading.progress is None else reading.progress,
        why or (str(last.get_confidence_display()) if last else unsaid),
    )
