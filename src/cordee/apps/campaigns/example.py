"""A finished 360°: the answers of an invented alliance, disclosed and read by the same engine as any others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import cordee
from cordee.apps.campaigns.models import Regime
from cordee.apps.campaigns.stored_layers import StoredLayers
from cordee.apps.campaigns.telling.account import Heading, Told
from cordee.apps.campaigns.telling.inspiring import Around
from cordee.apps.campaigns.telling.result import Beside, tell
from cordee.apps.campaigns.telling.teller import Teller
from cordee.charts.numbers import Lang
from cordee.core import disclosure
from cordee.core.answers import Answer, AnswerTable, Mark, table_of
from cordee.core.circle_effects import circle_effects
from cordee.core.disclosure.publishing import rounded
from cordee.core.disclosure_wording import regime_words
from cordee.core.nearness import Peer
from cordee.core.packs.instrument import FACETS
from cordee.core.packs.pack import Pack
from cordee.core.scoring import layout_of

FORM = "express"
CLOSED_ON = date(2026, 6, 30)
NAME = gettext_lazy("Les Passerelles du Val")
STORY = gettext_lazy(
    "Une communauté de communes, deux associations d’insertion et une coopérative de transport aident, depuis trois "
    "ans, des jeunes sans permis à rejoindre un emploi ou une formation. Vingt-cinq personnes de quatre organisations "
    "ont répondu, dans cinq cercles, sans que personne ne voie qui a répondu quoi."
)
PEOPLE = {
    "steering": {"town": 2, "insertion": 2, "youth": 1, "transport": 1},
    "teams": {"insertion": 3, "youth": 3, "transport": 2},
    "governance": {"town": 2, "insertion": 2, "youth": 1, "transport": 1},
    "beneficiaries": {"insertion": 2, "youth": 1},
    "funders": {"town": 2},
}
"""Who answered: circle → organisation → people. The last two circles are too small to be read alone."""

LEVELS = {
    "relevance.needs": {"steering": (4, 3, 2), "teams": (3, 3, 2), "governance": (3, 3, 2), "others": (3, 2, 2)},
    "coherence.objectives": {"steering": (3, 3, 2), "teams": (3, 2, 1), "governance": (3, 2, 2), "others": (3, 2, 2)},
    "performance.results": {"steering": (3, 2, 1), "teams": (3, 2, 1), "governance": (3, 2, 1), "others": (2, 2, 1)},
    "efficiency.cost": {"steering": (2, 1, 1), "teams": (2, 1, 0), "governance": (2, 2, 1), "others": (2, 1, 1)},
    "societal_contribution.effects": {
        "steering": (3, 1, 1),
        "teams": (3, 2, 1),
        "governance": (3, 1, 1),
        "others": (3, 2, 1),
    },
    "clarity.roles": {"steering": (4, 4, 3), "teams": (2, 2, 1), "governance": (3, 2, 2), "others": (2, 2, 1)},
    "meaning.commitment": {"steering": (4, 3, 2), "teams": (4, 3, 2), "governance": (4, 3, 3), "others": (3, 3, 2)},
}
"""What each circle leans to, topic by topic: vision, action, means; people spread around it."""

SPREAD = (0, 0, 1, -1, 0, 0, -1, 1)
TWO_CAMPS = "meaning.commitment.means"
"""The question on which the example shows two camps: a mean would say « 2 » where nobody chose 2."""


def example_table(pack: Pack) -> AnswerTable:
    """Return the answers of the invented alliance."""
    instrument = pack.instrument
    items = [item.id for item in instrument.items_of(FORM)]
    topics = [topic.id for topic in instrument.topics_of(FORM)]
    return table_of(example_answers(items), items, topics, [circle.id for circle in instrument.circles])


def example_answers(items: list[str]) -> Iterator[Answer]:
    """Yield what the invented people answer, one person after the other."""
    for circle, organisations in PEOPLE.items():
        seats = [(home, place) for home, people in organisations.items() for place in range(people)]
        for rank, (home, place) in enumerate(seats):
            for column, item in enumerate(items):
                level, mark = _said(circle, rank, column, item)
                yield Answer(f"{circle}-{home}-{place}", home, circle, item, level, mark)


def _said(circle: str, rank: int, column: int, item: str) -> tuple[int | None, Mark]:
    if (rank + column) % 19 == 7:
        return None, Mark.DONT_KNOW
    if item == TWO_CAMPS:
        return (0 if rank % 2 else 4), Mark.ANSWERED
    topic, facet = item.rsplit(".", 1)
    leaning = LEVELS[topic].get(circle) or LEVELS[topic]["others"]
    level = leaning[[str(one) for one in FACETS].index(facet)] + SPREAD[(3 * rank + column) % len(SPREAD)]
    return min(4, max(0, level)), Mark.ANSWERED


def example_told(pack: Pack, lang: Lang) -> Told:
    """Read the example with a pack, in a language, as the closing of a campaign would."""
    table, rule = example_table(pack), disclosure.DisclosureRule()
    plan = disclosure.plan_of(table, rule, pack.instrument.own_circle)
    teller = Teller(
        pack=pack,
        reading=disclosure.published_reading(pack, FORM, table, plan, rule),
        plan=plan,
        rule=rule,
        lang=lang,
        day=CLOSED_ON,
        circle_names={circle.id: circle.name.in_(lang) for circle in pack.instrument.circles},
        organisation_names={},
    )
    adjusted = circle_effects(disclosure.masked(table, plan), layout_of(pack.instrument, FORM), pack.scoring)
    stored = StoredLayers(adjusted=rounded(adjusted, rule.decimals))
    beside = Beside(consensuses=(), around=Around(_asking(teller), (), {}, {}))
    return tell(teller, _heading(teller), stored, beside, Regime.AGGREGATE)


def _asking(teller: Teller) -> Peer:
    traits = {"profile": ["local_authority", "association"], "size": ["size-10-49"], "kind": ["societal_innovation"]}
    return Peer("example", traits, {axis.axis: axis.stage or "" for axis in teller.reading.overall.axes})


def _heading(teller: Teller) -> Heading:
    return Heading(
        alliance=str(NAME),
        title=_("Exemple de 360°"),
        wave=1,
        closed_on=CLOSED_ON,
        form=teller.pack.instrument.form(FORM).name.in_(teller.lang),
        release=teller.pack.card.version,
        engine=cordee.__version__,
        respondents=teller.plan.respondents,
        organisations=teller.plan.organisations,
        circles=tuple(teller.scope_name(scope.circle) for scope in teller.reading.circles),
        regime=regime_words(disclosure.Regime.AGGREGATE, teller.rule, teller.lang),
    )
