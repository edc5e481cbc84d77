"""Workers of the examples about several circles, waves or alliances: each runs the engine on what a page gives."""

from collections.abc import Mapping, Sequence
from datetime import date

from cordee.apps.diagnosis.worked import Figure
from cordee.charts.numbers import Lang
from cordee.core.agenda import agenda_of
from cordee.core.answers import Answer, AnswerTable, table_of
from cordee.core.benchmark import Contribution, Group, benchmark
from cordee.core.circle_effects import circle_effects
from cordee.core.diagnosis import diagnose
from cordee.core.disclosure import DisclosureRule
from cordee.core.estimates import Estimate
from cordee.core.maturity_barometer import Ladder, Result, barometer, may_enter
from cordee.core.maturity_barometer import table_of as barometer_table
from cordee.core.nearness import gower, scale_of
from cordee.core.numerals import percent
from cordee.core.packs.pack import Pack
from cordee.core.pasted import folded
from cordee.core.scoring import layout_of, stage_of
from cordee.core.trend import Wave, trend

FORM = "express"
Found = Mapping[str, float | bool | str | Sequence[str]]
Given = Mapping[str, Figure]


def _table(pack: Pack, answers: Sequence[Answer]) -> AnswerTable:
    instrument = pack.instrument
    items = [item.id for item in instrument.items_of(FORM)]
    topics = [topic.id for topic in instrument.topics_of(FORM)]
    return table_of(answers, items, topics, [circle.id for circle in instrument.circles])


def _answers(pack: Pack, groups: Mapping[tuple[str, str], Sequence[float]]) -> list[Answer]:
    """Answers of people who give one level to each item of the first topic of the form."""
    items = [item.id for item in pack.instrument.topics_of(FORM)[0].items]
    return [
        Answer(f"{circle}-{organisation}-{rank}", organisation, circle, item, int(level))
        for (circle, organisation), levels in groups.items()
        for rank, level in enumerate(levels)
        for item in items
    ]


def circles_apart(pack: Pack, given: Given, lang: Lang) -> Found:
    groups = {tuple(name.split("_")): figure.numbers for name, figure in given.items()}
    table = _table(pack, _answers(pack, groups))
    found = circle_effects(table, layout_of(pack.instrument, FORM), pack.scoring)[0]
    steering = next(each for each in found.circles if each.circle == "steering")
    return {
        "plain": found.plain,
        "adjusted": found.adjusted.value,
        "effect": steering.effect.value,
        "lower": steering.effect.lower,
        "upper": steering.effect.upper,
        "kept": percent(steering.shrinkage, lang),
    }


def change(pack: Pack, given: Given, lang: Lang) -> Found:
    waves = []
    for moment in ("before", "after"):
        groups = {("steering", name): given[f"{moment}_{name}"].numbers for name in "ab"}
        waves.append(Wave(pack, diagnose(pack, FORM, _table(pack, _answers(pack, groups)))))
    found = trend(*waves).overall.items[0].change
    moved = found.verdict != "not_distinguished"
    return {"change": found.value, "lower": found.lower, "upper": found.upper, "moved": moved}


def mark_among_others(pack: Pack, given: Given, lang: Lang) -> Found:
    group = Group(FORM, "idea", "size-0")
    others = [Contribution(f"o{n}", group, "2025", value, True) for n, value in enumerate(given["others"].numbers)]
    lower, upper = given["own_lower"].number, given["own_upper"].number
    found = benchmark("me", Estimate((lower + upper) / 2, 9, 0.2, lower, upper, 8), group, others)
    told = found.standing in ("below", "above")
    return {"first": found.q1, "median": found.median, "third": found.q3, "distinguished": told}


def barometer_of(pack: Pack, given: Given, lang: Lang) -> Found:
    """One approach, a single batch: what could be published of it by itself."""
    stages = pack.scoring.stages
    ladder = Ladder(("meaning",), tuple(stage.id for stage in stages))
    results = [
        Result(str(rank), FORM, date(2026, 1, 1), {"meaning": (stage_of(value, stages).id, value)})
        for rank, value in enumerate(given["values"].numbers)
    ]
    table = barometer_table(results, ladder)
    if not may_enter(table, DisclosureRule()):
        return {"enters": False}
    found = barometer([table], ladder)
    assert found is not None
    (axis,) = found.axes
    names = {stage.id: stage.name.in_(lang) for stage in stages}
    return {
        "enters": True,
        "mean": axis.mean,
        "stages": [" + ".join(names[stage] for stage in share.stages) for share in axis.shares],
        "shares": [str(share.percent) for share in axis.shares],
    }


def distance(pack: Pack, given: Given, lang: Lang) -> Found:
    scale = scale_of(pack.instrument, [stage.id for stage in pack.scoring.stages])
    mine, theirs = (
        {
            question: [_choice(pack, question, given[f"{who}_{question}"].text, lang)]
            for question in ("profile", "size", "kind")
        }
        for who in ("my", "their")
    )
    whole, parts = gower(mine, theirs, scale)
    by_question = {part.question: part.distance for part in parts}
    return {"profile": by_question["profile"], "size": by_question["size"], "distance": whole}


def _choice(pack: Pack, question_id: str, name: str, lang: Lang) -> str:
    question = next(one for one in pack.instrument.context if one.id == question_id)
    return next(choice.id for choice in question.choices if folded(choice.name.in_(lang)) == folded(name))


def session(pack: Pack, given: Given, lang: Lang) -> Found:
    """An agenda over as many opposed topics as the example says; the shortest talk stands for each subject."""
    opposed = {topic.id for topic in pack.instrument.topics_of(FORM)[: int(given["diverging"].number)]}
    answers = [
        Answer(f"r{rank}", f"o{rank}", "steering", item.id, level if topic.id in opposed else 3)
        for topic in pack.instrument.topics_of(FORM)
        for item in topic.items
        for rank, level in enumerate((0, 0, 4, 4))
    ]
    agenda = agenda_of(diagnose(pack, FORM, _table(pack, answers)), int(given["minutes"].number))
    return {slot.kind: slot.minutes for slot in agenda.slots}


BETWEEN = {
    "circle_effects": circles_apart,
    "change": change,
    "benchmark": mark_among_others,
    "barometer": barometer_of,
    "distance": distance,
    "session": session,
}
