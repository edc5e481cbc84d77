"""Words of evidence that may be shown: those of a large enough group, or those their author released."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from cordee.core.answers import AnswerTable
from cordee.core.disclosure.masking import masked
from cordee.core.disclosure.plan import Plan
from cordee.core.disclosure.rule import DisclosureRule


@dataclass(frozen=True, slots=True)
class Word:
    """What someone of a circle wrote about an item; `released` when its author agreed that it be shown anyway."""

    circle: str
    item: str
    text: str
    released: bool = False
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class PublishedWord:
    """Words as they are shown: the label of the group, None where no group appears.

    `organisation` is given by an open plan only.
    """

    group: str | None
    item: str
    text: str
    organisation: str | None = None


def published_verbatims(
    words: Iterable[Word], table: AnswerTable, plan: Plan, rule: DisclosureRule
) -> tuple[PublishedWord, ...]:
    """Return the words that may be shown, by group, item of the form, then an order that tells neither who nor when.

    Shown when the group has `rule.fewest_for_verbatims` respondents who gave a level to the item, or when their author
    released them. The same whatever the order they come in. Words on an item that is not of the form are left out.
    """
    enough = _enough(table, plan, rule)
    shown = []
    for word in words:
        group = plan.group_of(word.circle)
        label = group.label if group else None
        if word.item in table.items and (plan.is_open or word.released or (label, word.item) in enough):
            shown.append(PublishedWord(label, word.item, word.text, word.organisation if plan.is_open else None))
    groups = {group.label: place for place, group in enumerate(plan.groups)}
    items = {item: place for place, item in enumerate(table.items)}
    return tuple(
        sorted(shown, key=lambda word: (groups.get(word.group or "", len(groups)), items[word.item], _shuffled(word)))
    )


def _enough(table: AnswerTable, plan: Plan, rule: DisclosureRule) -> frozenset[tuple[str | None, str]]:
    """The pairs (group, item) that enough people gave a level to."""
    shown = masked(table, plan)
    pairs = set()
    for place, label in enumerate(shown.circles):
        counts = shown.answered[shown.circle_of == place].sum(axis=0)
        pairs |= {(label, shown.items[item]) for item in np.flatnonzero(counts >= rule.fewest_for_verbatims)}
    return frozenset(pairs)


def _shuffled(word: PublishedWord) -> tuple[str, str]:
    """An order that depends on the words alone, and does not follow the alphabet."""
    return sha256(f"{word.item}\0{word.text}".encode()).hexdigest(), word.organisation or ""
