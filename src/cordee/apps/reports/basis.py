"""What a report rests on, said before any number: the form, the people, the answers, the release."""

from __future__ import annotations

from datetime import date

from cordee.apps.diagnosis.given import Given
from cordee.apps.reports import words
from cordee.apps.reports.model import Fact, Release
from cordee.charts.numbers import Lang
from cordee.core.days import written_day
from cordee.core.numerals import percent
from cordee.core.packs.pack import Pack
from cordee.core.reading import Reading


def basis_of(pack: Pack, reading: Reading, release: Release, lang: Lang, *, day: date, engine: str) -> tuple[Fact, ...]:
    """Return the facts that a reader needs before believing a number."""
    form = pack.instrument.form(reading.form)
    facts = (
        (words.FORM, f"{form.name.in_(lang)} ({len(form.topics)} × 3)"),
        (words.DATE, written_day(day, lang)),
        (words.RESPONDENTS, people(reading, lang)),
        (words.ANSWERS, answers(pack, reading, lang)),
        (words.FRAMEWORK, f"{release.name}, {release.version}"),
        (words.ENGINE, f"{words.PRODUCT} {engine}"),
    )
    return tuple(Fact(label.in_(lang), value) for label, value in facts)


def people(reading: Reading, lang: Lang) -> str:
    """Say how many people answered, from how many organisations."""
    if reading.respondents == 1:
        return words.ONE_PERSON.in_(lang)
    several = words.SEVERAL_IN_ONE if reading.organisations == 1 else words.SEVERAL_PEOPLE
    return several.in_(lang).format(people=reading.respondents, organisations=reading.organisations)


def answers(pack: Pack, reading: Reading, lang: Lang) -> str:
    """Say how many questions got a level, and what was done with the others, over everyone who answered."""
    instrument, spreads = pack.instrument, [item.distribution for item in reading.overall.items]
    levels = sum(sum(spread.counts) for spread in spreads)
    asked = len(spreads) * reading.respondents
    parts = [words.ANSWERED.in_(lang).format(levels=levels, asked=asked)]
    others = (
        (sum(spread.dont_know for spread in spreads), instrument.dont_know),
        (sum(spread.not_applicable for spread in spreads), instrument.not_applicable),
    )
    parts += [words.OF_WHICH.in_(lang).format(count=count, mark=name.in_(lang)) for count, name in others if count]
    left_open = sum(spread.unanswered for spread in spreads)
    if left_open:
        parts.append(words.LEFT_OPEN.in_(lang).format(count=left_open))
    return ", ".join(parts)


def situation_of(pack: Pack, given: Given, lang: Lang) -> tuple[Fact, ...]:
    """Return what the person said of their alliance, in the words of the pack; a choice it lacks is left out."""
    return tuple(
        Fact(question.question.in_(lang), choice.name.in_(lang))
        for question in pack.instrument.context
        for choice in question.choices
        if choice.id == given.context.get(question.id)
    )


def certainty_of(pack: Pack, reading: Reading, lang: Lang) -> str:
    """Say whether the scores come with intervals."""
    if reading.respondents == 1:
        return words.ONE_ANSWER.in_(lang)
    return words.SEVERAL_ANSWERS.in_(lang).format(level=percent(float(pack.scoring.interval.level), lang))
