"""The sheets of the layers: organisations, people, what was agreed; then circles set apart, and what changed."""

from __future__ import annotations

from collections.abc import Iterable

from cordee.apps.reports import sheet_words
from cordee.apps.reports import words as common
from cordee.apps.reports.shared import words
from cordee.apps.reports.shared.consensus import dissents
from cordee.apps.reports.shared.model import Layer, SharedReport, VoiceEntry
from cordee.apps.reports.shared.sheets.columns import axis_name, bounded, bounded_columns, level_cells, level_columns
from cordee.apps.reports.sheets import Cell, Column, Sheet, lines, nothing
from cordee.core.circle_effects import AxisAdjustment
from cordee.core.measure_wording import reason_words
from cordee.core.trend import ScopeChange


def voices_sheet(report: SharedReport, layer: Layer) -> Sheet:
    """Return what each organisation, or each person, says of each axis; or why that is not shown."""
    lang, layers = report.lang, report.told.layers
    name, note = {
        "organisation": (words.SHEET_VOICES, layers.organisations_note),
        "person": (words.SHEET_PEOPLE, layers.individuals_note),
    }[layer]
    columns = (
        *_who_columns(report, layer),
        *level_columns(report),
        Column(sheet_words.IDENTIFIER.in_(lang), "text", 24),
    )
    rows = tuple(
        (*_who(voice), axis_name(report, axis.axis), *level_cells(axis), axis.axis)
        for voice in report.voices_of(layer)
        for axis in voice.axes
    )
    return Sheet(name.in_(lang), columns, rows or nothing(columns, note), frozen=1)


def _who_columns(report: SharedReport, layer: Layer) -> Iterable[Column]:
    lang = report.lang
    if layer == "person":
        yield Column(words.PERSON.in_(lang), "text", 28)
        yield Column(words.ORGANISATION.in_(lang), "text", 34)
        yield Column(words.CIRCLE.in_(lang), "text", 26)
    else:
        yield Column(words.ORGANISATION.in_(lang), "text", 34)
    yield Column(common.AXIS.in_(lang), "text", 26)


def _who(voice: VoiceEntry) -> Iterable[Cell]:
    return (voice.name, voice.organisation, voice.circle) if voice.layer == "person" else (voice.name,)


def consensus_sheet(report: SharedReport) -> Sheet:
    """Return what was decided together, with the voices that do not join."""
    lang, layers, colon = report.lang, report.told.layers, common.COLON[report.lang]
    columns = (
        Column(common.QUESTION.in_(lang), "long", 48),
        Column(words.CONSENSUS_TEXT.in_(lang), "long", 60),
        Column(words.CONSENSUS_LEVEL.in_(lang), "count", 10),
        Column(sheet_words.LEVEL_TEXT.in_(lang), "long", 52),
        Column(words.ANSWERS_SAID.in_(lang), "text", 24),
        Column(words.DISSENTS.in_(lang), "long", 60),
        Column(sheet_words.IDENTIFIER.in_(lang), "text", 30),
    )
    rows = tuple(
        (
            one.question,
            one.text or None,
            int(one.level) if one.level else None,
            one.level_text or words.AGREED_TO_DIFFER.in_(lang),
            one.answers,
            lines(f"{voice['who']}{colon} {voice['reason']}" for voice in dissents(one, lang)),
            one.item,
        )
        for one in layers.consensuses
    )
    return Sheet(words.SHEET_CONSENSUS.in_(lang), columns, rows or nothing(columns, layers.consensus_note))


def adjusted_sheet(report: SharedReport) -> Sheet:
    """Return the mean of each axis beside the adjusted one, then the effect of each circle on it."""
    lang = report.lang
    columns = (
        Column(common.AXIS.in_(lang), "text", 26),
        Column(words.CIRCLE.in_(lang), "long", 34),
        Column(words.PLAIN_MEAN.in_(lang), "score", 12),
        *bounded_columns(lang, words.ADJUSTED_MEAN.in_(lang), "score"),
        *bounded_columns(lang, words.EFFECT.in_(lang), "score"),
        Column(words.KEPT.in_(lang), "share", 12),
        Column(sheet_words.REASON.in_(lang), "long", 60),
    )
    rows = tuple(row for one in report.stored.adjusted for row in _adjusted_rows(report, one))
    return Sheet(
        words.SHEET_ADJUSTED.in_(lang), columns, rows or nothing(columns, " ".join(report.told.adjusted.notes))
    )


def _adjusted_rows(report: SharedReport, one: AxisAdjustment) -> Iterable[tuple[Cell, ...]]:
    names = {scope.reading.circle: scope.name for scope in report.scopes}
    why = one.refused or one.interval_refused
    name, reason = axis_name(report, one.axis), reason_words(why, report.lang) if why else None
    yield (name, names[None], one.plain, *bounded(one.adjusted), None, None, None, None, reason)
    for circle in one.circles:
        label = names.get(circle.circle, circle.circle)
        yield (name, label, circle.plain, circle.adjusted, None, None, *bounded(circle.effect), circle.shrinkage, None)


def trend_sheet(report: SharedReport) -> Sheet | None:
    """Return every change since the wave before, over all circles then in each; None when there was no wave before."""
    lang, told, trend = report.lang, report.told.trend, report.stored.trend
    if told is None or trend is None:
        return None
    columns = (
        Column(words.CIRCLE.in_(lang), "text", 26),
        Column(common.AXIS.in_(lang), "long", 26),
        Column(words.BEFORE.in_(lang), "score", 12),
        Column(words.TODAY.in_(lang), "score", 12),
        *bounded_columns(lang, words.CHANGE.in_(lang), "score"),
        Column(sheet_words.REASON.in_(lang), "long", 60),
        Column(sheet_words.IDENTIFIER.in_(lang), "text", 24),
    )
    rows = tuple(row for scope in (trend.overall, *trend.circles) for row in _trend_rows(report, scope))
    return Sheet(words.SHEET_TREND.in_(lang), columns, rows or nothing(columns, " ".join(told.notes)), frozen=2)


def _trend_rows(report: SharedReport, scope: ScopeChange) -> Iterable[tuple[Cell, ...]]:
    names = {one.reading.circle: one.name for one in report.scopes}
    known = {axis.id for axis in report.pack.instrument.axes}
    for axis in scope.axes:
        change, why = axis.maturity, axis.maturity.refused
        yield (
            names.get(scope.circle, scope.circle),
            axis_name(report, axis.axis) if axis.axis in known else axis.axis,
            change.before,
            change.after,
            *bounded(change),
            reason_words(why, report.lang) if why else None,
            axis.axis,
        )
