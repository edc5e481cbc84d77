"""Small alliances whose answers are written in short, told as a closing would publish them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from tests.apps.diagnosis.conftest import reference_pack

from cordee.apps.campaigns.telling.teller import Teller
from cordee.charts.numbers import Lang
from cordee.core import disclosure
from cordee.core.answers import Answer, AnswerTable, table_of
from cordee.core.packs.instrument import FACETS

FORM = "express"
DAY = date(2026, 6, 30)
Levels = Mapping[str, Sequence[int]]
"""A person, « circle/organisation/name » → the level given to every item, or one level for each facet."""


def answers_of(people: Levels, items: Sequence[str]) -> Iterable[Answer]:
    """Answer every item of the form, facet by facet."""
    for person, levels in people.items():
        circle, organisation, _name = person.split("/")
        for item in items:
            facet = item.rsplit(".", 1)[1]
            yield Answer(person, organisation, circle, item, levels[[str(one) for one in FACETS].index(facet)])


def table(people: Levels, **changed: Mapping[str, int]) -> AnswerTable:
    """Arrange people into a table; `changed` maps an item (dots written __) to the levels some people gave instead."""
    instrument = reference_pack().instrument
    items = [item.id for item in instrument.items_of(FORM)]
    topics = [topic.id for topic in instrument.topics_of(FORM)]
    replaced = {
        (person, item.replace("__", ".")): level for item, others in changed.items() for person, level in others.items()
    }
    answers = [
        Answer(
            one.respondent, one.organisation, one.circle, one.item, replaced.get((one.respondent, one.item), one.level)
        )
        for one in answers_of(people, items)
    ]
    return table_of(answers, items, topics, [circle.id for circle in instrument.circles])


def teller(read: AnswerTable, lang: Lang = "en", *, signed: bool = False, **named: Any) -> Teller:
    """Publish a table under the usual rule, or as it is when answers are signed."""
    pack, rule = reference_pack(), disclosure.DisclosureRule()
    own = pack.instrument.own_circle
    plan = disclosure.open_plan(read) if signed else disclosure.plan_of(read, rule, own)
    return Teller(
        pack=pack,
        reading=disclosure.published_reading(pack, FORM, read, plan, rule),
        plan=plan,
        rule=rule,
        lang=lang,
        day=DAY,
        circle_names={circle.id: circle.name.in_(lang) for circle in pack.instrument.circles},
        organisation_names=named.get("organisations", {}),
    )


def group(circle: str, count: int, levels: Sequence[int], organisation: str = "town") -> dict[str, Sequence[int]]:
    """Place some people of one organisation in a circle, all answering alike."""
    return {f"{circle}/{organisation}/{place}": levels for place in range(count)}
