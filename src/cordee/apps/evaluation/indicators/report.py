"""What the report says of the indicators: the headlines in short, then all of them under their impact."""

from __future__ import annotations

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.indicators.bridge import Reading, impacts_of, readings_of
from cordee.apps.evaluation.indicators.contributed import contributed
from cordee.apps.evaluation.indicators.queries import by_group, values_over_time
from cordee.apps.evaluation.indicators.telling import (
    empty_words,
    horizon_words,
    progress_words,
    sentence,
    sureness_words,
)
from cordee.apps.evaluation.models import Indicator, Value
from cordee.apps.library.addresses import language
from cordee.core.document import Absent, Block, Cell, Column, Kind, Section, Slide, Table


def sections(opened: OpenedEvaluation) -> tuple[Section, ...]:
    """Return the sections of the indicators, in the active language."""
    readings = readings_of(opened.evaluation, timezone.localdate())
    prefetch_related_objects([one.row for one in readings], "effect")
    head = [one for one in readings if one.row.headline]
    split = by_group(opened.evaluation)
    first = Section(
        key="indicators",
        title=_("Indicateurs"),
        lead=sentence(readings),
        blocks=(*headline_blocks(head), *contributed(readings)),
        in_short=True,
        slide=Slide.FIGURES,
    )
    rest = (
        Section(
            key=f"indicators-{impact.id}",
            title=impact.name.in_(language()),
            lead=sentence(under),
            blocks=(
                table(f"indicators-{impact.id}", impact.name.in_(language()), under),
                said_of(f"indicators-said-{impact.id}", under),
                *groups_of(f"indicators-groups-{impact.id}", under, split),
            ),
            level=2,
        )
        for impact in impacts_of(opened.evaluation)
        if (under := [one for one in readings if one.row.impact == impact.id])
    )
    return (first, *rest)


def headline_blocks(head: list[Reading]) -> list[Block]:
    """Return the headline indicators as they stand, then each of their values in time."""
    if not head:
        return []
    names = {one.row.pk: one.row for one in head}
    rows = [(names[one.indicator_id], one) for one in values_over_time(list(names))]
    order = {pk: place for place, pk in enumerate(names)}
    rows.sort(key=lambda pair: (order[pair[0].pk], pair[1].on))
    first = table("headlines", _("Les indicateurs clés"), head)
    return [first, dated("headline-values", _("Les indicateurs clés dans le temps"), rows)] if rows else [first]


def groups_of(key: str, readings: list[Reading], split: list[Value]) -> list[Block]:
    """Return the last value of each group of some indicators."""
    names = {one.row.pk: one.row for one in readings}
    rows = [(names[one.indicator_id], one) for one in split if one.indicator_id in names]
    return [dated(key, _("Par groupe, au dernier relevé"), rows)] if rows else []


def dated(key: str, caption: str, rows: list[tuple[Indicator, Value]]) -> Table:
    """Return values as a table: when, for whom, how much, what is said of it and which piece shows it."""
    columns = (
        Column("indicator", _("Indicateur")),
        Column("group", _("Pour qui")),
        Column("on", _("Relevée le"), Kind.DAY),
        Column("value", _("Valeur"), Kind.NUMBER),
        Column("unit", _("Unité")),
        Column("note", _("Ce qui en est dit")),
        Column("evidence", _("Pièce")),
    )
    cells = tuple(
        (row.name, one.group or _("tout le monde"), one.on, one.value, row.unit, said(one.note), piece_of(one))
        for row, one in rows
    )
    return Table(key, caption, columns, cells)


def said_of(key: str, readings: list[Reading]) -> Table:
    """Return where the figures come from: the effect they measure, the source, what is said of the last value."""
    columns = (
        Column("indicator", _("Indicateur")),
        Column("effect", _("Effet mesuré")),
        Column("source", _("Source")),
        Column("note", _("Ce qui est dit du dernier relevé")),
        Column("evidence", _("Pièce")),
        Column("next", _("Prochain relevé"), Kind.DAY),
    )
    rows = tuple(
        (
            one.row.name,
            said(one.row.effect.title if one.row.effect else ""),
            said(one.row.source),
            said(one.last.note if one.last else ""),
            piece_of(one.last),
            one.row.next_on or Absent(_("non précisé")),
        )
        for one in readings
    )
    return Table(key, _("D’où viennent ces chiffres"), columns, rows)


def said(words: str) -> Cell:
    """Return words, or say that there are none."""
    return words or Absent("–")


def piece_of(value: Value | None) -> Cell:
    """Return the name of the piece that shows a value."""
    return said(value.evidence.title if value and value.evidence else "")


def table(key: str, caption: str, readings: list[Reading]) -> Table:
    """Return indicators as a table: an empty one says why, and is never a zero."""
    columns = (
        Column("indicator", _("Indicateur"), brief=True),
        Column("unit", _("Unité"), brief=True),
        Column("horizon", _("Horizon")),
        Column("baseline", _("Valeur de départ"), Kind.NUMBER),
        Column("value", _("Dernière valeur"), Kind.NUMBER, brief=True),
        Column("on", _("Relevée le"), Kind.DAY),
        Column("target", _("Cible"), Kind.NUMBER, brief=True),
        Column("progress", _("Progrès"), Kind.SHARE, brief=True),
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
        why or (sureness_words(last.confidence) if last else unsaid),
    )
