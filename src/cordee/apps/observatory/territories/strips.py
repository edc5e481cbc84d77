"""Lists of values with their intervals: the questions of a theme, the waves or the publics of a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.editions.shelf import Question, ShelvedEdition
from cordee.apps.observatory.territories.asked import REGION, Asked, waves_of
from cordee.apps.observatory.territories.readings import counted_said, reading_of, scale_of, value_said
from cordee.apps.observatory.territories.regional import standing_of
from cordee.apps.observatory.territories.sentences import apart_said, invented, source_said
from cordee.apps.observatory.territories.themes import distinct_parts, population_name
from cordee.charts.figures import IntervalStrip, StripRow
from cordee.charts.readings import Estimate, Missing, Reading, Scale
from cordee.charts.regions import scale_around


@dataclass(frozen=True)
class Subject:
    """What a list of values is about: an identifier in the page, and its name, which opens the title."""

    id: str
    name: str


def theme_strip(
    subject: Subject, edition: ShelvedEdition, questions: Sequence[Question], region: str
) -> IntervalStrip | None:
    """Return the questions of a theme at the last wave of a survey, in one region; nothing when it asked none."""
    if not questions:
        return None
    lang, wave = language(), waves_of(edition)[-1]
    shared, parts = distinct_parts([one.text.in_(lang) for one in questions])
    asked = [Asked(edition, one, wave) for one in questions]
    rows = tuple(_row_in(one, region, part) for one, part in zip(asked, parts, strict=True))
    return IntervalStrip(
        id=f"theme-{subject.id}",
        title=f"{subject.name}. {apart_said(rows)}",
        subtitle=" ".join(filter(None, [shared, counted_said(questions[0])])),
        note=source_in(asked[0], region),
        lang=lang,
        rows=rows,
        scale=fitting(rows, scale_of(questions[0])),
        row_name=_("Question"),
    )


def waves_strip(asked: Asked, region: str = "") -> IntervalStrip:
    """Return the waves of a question, in the whole country or in one region; nothing joins them."""
    waves = [replace(asked, wave=wave) for wave in waves_of(asked.edition)]
    cut = {REGION: region} if region else {}
    readings = [reading_of(one.at(**cut), one.question, one.edition) for one in waves]
    rows = tuple(_plain(one.wave_name, reading) for one, reading in zip(waves, readings, strict=True))
    return IntervalStrip(
        id="waves",
        title=_("{wave} : {value}").format(wave=waves[-1].wave_name, value=value_said(readings[-1], asked.question)),
        subtitle=counted_said(asked.question),
        note=source_in(waves[-1], region),
        lang=language(),
        rows=rows,
        scale=fitting(rows, scale_of(asked.question)),
        row_name=_("Vague"),
    )


def publics_strip(subject: Subject, all_asked: Sequence[Asked], region: str = "") -> IntervalStrip:
    """Return one question put to several publics, each at its last wave; in a region, beside the rest."""
    rows = tuple(_public_row(one, region) for one in all_asked)
    first = all_asked[0].question
    return IntervalStrip(
        id=f"publics-{subject.id}",
        title=f"{subject.name}. {apart_said(rows) if region else spread_said(rows, first)}",
        subtitle=f"{first.text.in_(language())} {counted_said(first)}",
        note=_publics_note(all_asked),
        lang=language(),
        rows=rows,
        scale=fitting(rows, scale_of(first)),
    )


def spread_said(rows: Sequence[StripRow], question: Question) -> str:
    """Say between which values the publics stand, without naming any."""
    known = [row.reading for row in rows if isinstance(row.reading, Estimate)]
    if not known:
        return _("Trop peu de réponses pour publier ces valeurs.")
    low, high = (pick(known, key=lambda one: one.value) for pick in (min, max))
    low_said, high_said = (value_said(Estimate(one.value), question) for one in (low, high))
    if low_said == high_said:
        return f"{low_said}."
    return _("De {low} à {high} selon le public interrogé.").format(low=low_said, high=high_said)


def fitting(rows: Sequence[StripRow], widest: Scale) -> Scale:
    """Return the part of a scale that these rows need."""
    return scale_around([row.reading for row in rows if isinstance(row.reading, Estimate)], widest)


def source_in(asked: Asked, region: str) -> str:
    """Say where a figure comes from; in a region, how many answered there."""
    if not region:
        return source_said(asked)
    figure = asked.at(**{REGION: region})
    title = ", ".join(filter(None, [asked.edition.card.title.in_(language()), asked.wave_name]))
    count = figure.n if figure else 0
    said = _("{survey}. {count} réponses dans la région.").format(survey=title, count=count)
    return f"{said} {invented()}" if asked.edition.card.synthetic else said


def _row_in(asked: Asked, region: str, label: str) -> StripRow:
    reading = reading_of(asked.at(**{REGION: region}), asked.question, asked.edition)
    nation = reading_of(asked.at(), asked.question, asked.edition)
    remark = ""
    if isinstance(nation, Estimate) and isinstance(reading, Estimate):
        remark = _("toutes régions : {value}").format(value=value_said(Estimate(nation.value), asked.question))
    return _beside_rest(label, reading, asked, region, remark)


def _beside_rest(label: str, reading: Reading, asked: Asked, region: str, remark: str) -> StripRow:
    standing = standing_of(reading, asked.beside_rest(region))
    stands = standing if standing in ("higher", "lower") else ""
    return StripRow(label, reading, remark, plain=not stands, stands=stands, hatched=isinstance(reading, Missing))


def _public_row(asked: Asked, region: str) -> StripRow:
    label, remark = population_name(asked.edition), asked.wave_name
    reading = reading_of(asked.at(**({REGION: region} if region else {})), asked.question, asked.edition)
    return _beside_rest(label, reading, asked, region, remark) if region else _plain(label, reading, remark)


def _plain(label: str, reading: Reading, remark: str = "") -> StripRow:
    return StripRow(label, reading, remark, plain=True, hatched=isinstance(reading, Missing))


def _publics_note(all_asked: Sequence[Asked]) -> str:
    said = _("Chaque public a répondu de son côté : ces valeurs se lisent une à une.")
    return f"{said} {invented()}" if any(one.edition.card.synthetic for one in all_asked) else said
