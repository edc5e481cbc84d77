"""The sheets of the workbook as plain values: what each holds, in which columns, numbers kept as numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from cordee.apps.diagnosis.account import Step
from cordee.apps.diagnosis.supports import Kind as SupportKind
from cordee.apps.reports import method_words, sheet_words, words
from cordee.apps.reports.model import AxisEntry, Document, ItemEntry, Report, TopicEntry
from cordee.charts.numbers import Lang
from cordee.core.estimates import Estimate
from cordee.core.packs.instrument import FACETS, LEVELS, FacetId

Kind = Literal["text", "long", "score", "share", "count", "number", "money"]


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A cell that leads to another sheet of the same workbook."""

    sheet: str


Cell = str | int | float | date | SheetLink | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what its cells are, how wide it is in characters, and the facet it is coloured for."""

    heading: str
    kind: Kind = "text"
    width: int = 16
    facet: FacetId | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: one heading row, then rows as long as the headings. The first `frozen` columns stay in sight."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    frozen: int = 1


def sheets_of(report: Report) -> tuple[Sheet, ...]:
    """Return the sheets, in the order they are read."""
    return (
        _summary(report),
        _axes(report),
        _questions(report),
        steps_sheet(report.told.steps, report.lang),
        rules_sheet(report),
    )


# --- summary --------------------------------------------------------------------------------------


def _summary(report: Report) -> Sheet:
    lang, told = report.lang, report.told
    rows: list[tuple[Cell, ...]] = [
        (sheet_words.HEADLINE.in_(lang), told.headline),
        (sheet_words.STANDING.in_(lang), told.standing),
        (sheet_words.CERTAINTY.in_(lang), report.certainty),
        *((fact.label, report.day if fact.label == words.DATE.in_(lang) else fact.value) for fact in report.basis),
        *((fact.label, fact.value) for fact in report.situation),
        *((words.STRENGTHS.in_(lang), f"{one.name}{words.COLON[lang]} {one.text}") for one in told.strengths),
        *(_conversation_rows(report)),
        *((method_words.LIMITS.in_(lang), limit) for limit in report.limits),
    ]
    columns = (Column(sheet_words.ABOUT.in_(lang), "text", 30), Column(sheet_words.CONTENT.in_(lang), "long", 100))
    return Sheet(sheet_words.SHEET_SUMMARY.in_(lang), columns, tuple(rows))


def _conversation_rows(report: Report) -> list[tuple[Cell, ...]]:
    lang, colon = report.lang, words.COLON[report.lang]
    about, ask = words.CONVERSATIONS.in_(lang), words.TO_DISCUSS.in_(lang)
    return [
        (about, f"{one.axis}, {one.name}{colon} {one.reading} {ask}{colon} {one.to_discuss}")
        for one in report.told.conversations
    ]


# --- approaches -----------------------------------------------------------------------------------


def _axes(report: Report) -> Sheet:
    lang, bounded = report.lang, report.has_intervals
    names = {facet.id: facet.name for facet in report.axes[0].view.facets}
    scores = [column for facet in FACETS for column in _score_columns(report, names[facet], "score", facet)]
    columns = (
        Column(words.AXIS.in_(lang), "text", 26),
        *scores,
        *_score_columns(report, words.MATURITY.in_(lang), "score"),
        Column(words.STAGE.in_(lang), "text", 14),
        *_score_columns(report, words.COHERENCE.in_(lang), "share"),
        Column(sheet_words.PATTERNS.in_(lang), "long", 44),
        Column(sheet_words.WITH_LEVEL.in_(lang), "count", 14),
        Column(sheet_words.ASKED.in_(lang), "count", 14),
        Column(sheet_words.REASON.in_(lang), "long", 44),
        Column(sheet_words.IDENTIFIER.in_(lang), "text", 24),
    )
    rows = tuple(_axis_row(axis, bounded=bounded) for axis in report.axes)
    return Sheet(sheet_words.SHEET_AXES.in_(lang), columns, rows)


def _score_columns(report: Report, name: str, kind: Kind, facet: FacetId | None = None) -> list[Column]:
    """One column for the value, and two for its bounds when the report has intervals."""
    if not report.has_intervals:
        return [Column(name, kind, 12, facet)]
    ends = (text.in_(report.lang).format(name=name) for text in (sheet_words.LOWER, sheet_words.UPPER))
    return [Column(heading, kind, 12, facet) for heading in (name, *ends)]


def _axis_row(axis: AxisEntry, *, bounded: bool) -> tuple[Cell, ...]:
    reading = axis.reading
    return (
        axis.view.name,
        *(cell for facet in FACETS for cell in _numbers(reading.facets[facet], bounded=bounded)),
        *_numbers(reading.maturity, bounded=bounded),
        axis.view.stage or None,
        *_numbers(reading.coherence, bounded=bounded),
        ", ".join(axis.view.patterns) or None,
        reading.answered,
        reading.asked,
        axis.view.refusal or None,
        axis.view.id,
    )


def _numbers(estimate: Estimate, *, bounded: bool) -> list[Cell]:
    return [estimate.value, *([estimate.lower, estimate.upper] if bounded else [])]


# --- questions ------------------------------------------------------------------------------------


def _questions(report: Report) -> Sheet:
    lang, several = report.lang, report.reading.respondents > 1
    columns = (
        Column(words.AXIS.in_(lang), "text", 22),
        Column(words.TOPIC.in_(lang), "text", 30),
        Column(words.FACET.in_(lang), "text", 10),
        Column(words.QUESTION.in_(lang), "long", 48),
        Column(words.LEVEL.in_(lang), "count", 9),
        Column(sheet_words.LEVEL_NAME.in_(lang), "text", 20),
        Column(sheet_words.LEVEL_TEXT.in_(lang), "long", 52),
        Column(words.EVIDENCE.in_(lang), "long", 52),
        Column(sheet_words.IMPORTANCE.in_(lang), "count", 12),
        *(_distribution_columns(report) if several else ()),
        Column(sheet_words.IDENTIFIER.in_(lang), "text", 30),
    )
    rows = tuple(
        _question_row(axis, topic, item, several=several)
        for axis in report.axes
        for topic in axis.topics
        for item in topic.items
    )
    return Sheet(sheet_words.SHEET_QUESTIONS.in_(lang), columns, rows, frozen=3)


def _distribution_columns(report: Report) -> Iterable[Column]:
    yield Column(sheet_words.SCORE.in_(report.lang), "score", 9)
    for level in LEVELS:
        yield Column(sheet_words.AT_LEVEL.in_(report.lang).format(level=level), "count", 9)
    yield Column(report.pack.instrument.dont_know.in_(report.lang), "count", 12)
    yield Column(report.pack.instrument.not_applicable.in_(report.lang), "count", 12)


def _question_row(axis: AxisEntry, topic: TopicEntry, item: ItemEntry, *, several: bool) -> tuple[Cell, ...]:
    spread, view = item.reading.distribution, item.view
    counted = (item.reading.score.value, *spread.counts, spread.dont_know, spread.not_applicable)
    return (
        axis.view.name,
        topic.name,
        view.facet_name,
        view.question,
        item.given.level,
        view.choice,
        view.text or None,
        view.evidence or None,
        topic.importance,
        *(counted if several else ()),
        view.item,
    )


# --- next steps -----------------------------------------------------------------------------------


def steps_sheet(steps: Iterable[Step], lang: Lang) -> Sheet:
    """Return the sheet of the next steps, each with what led to it and what would remove it."""
    long = 48
    columns = (
        Column(sheet_words.RANK.in_(lang), "count", 7),
        Column(sheet_words.NEXT_STEP.in_(lang), "long", 34),
        Column(words.TOPIC.in_(lang), "long", 28),
        *(
            Column(text.in_(lang), "long", long)
            for text in (words.FIRST_STEP, words.WHY_YOU, words.CAUSES, words.REMOVED_BY)
        ),
        Column(words.EFFORT.in_(lang), "text", 18),
        Column(words.CAUTION.in_(lang), "long", long),
        *(Column(text.in_(lang), "long", 30) for text in (sheet_words.TOOLS, sheet_words.STORIES, sheet_words.COURSES)),
        Column(sheet_words.IDENTIFIER.in_(lang), "text", 26),
    )
    rows = tuple(_step_row(step, lang) for step in steps)
    return Sheet(
        sheet_words.SHEET_STEPS.in_(lang), columns, rows or nothing(columns, words.NO_STEP.in_(lang)), frozen=2
    )


def _step_row(step: Step, lang: Lang) -> tuple[Cell, ...]:
    colon = words.COLON[lang]
    causes = [f"{answer.facet_name}, {answer.question}{colon} {answer.choice}" for answer in step.answers]
    kinds: tuple[SupportKind, ...] = ("tool", "story", "course")
    named = (lines(support.named_with_care for support in step.supports if support.kind == kind) for kind in kinds)
    return (
        step.rank,
        step.name,
        step.topic,
        step.first_step,
        step.why,
        lines(causes),
        lines(step.removals),
        step.effort,
        step.contraindication,
        *named,
        step.id,
    )


def lines(texts: Iterable[str]) -> str | None:
    """Write one text a line; nothing when there is none."""
    return "\n".join(texts) or None


def nothing(columns: tuple[Column, ...], sentence: str) -> tuple[tuple[Cell, ...], ...]:
    """Return the one row of a sheet that has nothing to show: the reason, in its second column."""
    return ((None, sentence, *(None for _ in columns[2:])),)


# --- rules ----------------------------------------------------------------------------------------


def rules_sheet(report: Document) -> Sheet:
    """Return the sheet that lets anybody compute again: the release, its numbers, the method."""
    lang, release = report.lang, report.release
    columns = (
        Column(sheet_words.RULE.in_(lang), "long", 44),
        Column(sheet_words.VALUE.in_(lang), "number", 22),
        Column(method_words.MEANING.in_(lang), "long", 80),
        Column(sheet_words.IDENTIFIER.in_(lang), "text", 30),
    )
    rows: list[tuple[Cell, ...]] = [
        (words.FRAMEWORK.in_(lang), release.version, release.name, release.pack),
        (words.HASH.in_(lang), None, release.sha256, None),
        (words.ENGINE.in_(lang), report.engine, words.PRODUCT, None),
        (method_words.LICENCE.in_(lang), release.licence, None, None),
        *((rule.name, rule.value, rule.meaning, rule.id) for rule in report.rules),
        *(
            (sheet_words.STAGE_FROM.in_(lang).format(stage=stage.name), stage.starts_at, stage.meaning, None)
            for stage in report.stages
        ),
        *((method_words.METHOD.in_(lang), None, step, None) for step in report.method),
    ]
    return Sheet(sheet_words.SHEET_RULES.in_(lang), columns, tuple(rows))
