"""What two waves may be compared on: the questions that mean the same in both, asked in both, under the same rules."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from cordee.core.packs.difference import Change, difference
from cordee.core.packs.pack import Pack
from cordee.core.packs.versions import Level


class NotComparable(StrEnum):
    """Why two waves are not compared on something; words in `measure_wording`."""

    OTHER_INSTRUMENT = "other_instrument"
    NOT_ASKED = "not_asked"
    MEANING_CHANGED = "meaning_changed"
    ITEMS_DIFFER = "items_differ"
    RULES_CHANGED = "rules_changed"
    CIRCLE_ABSENT = "circle_absent"
    CIRCLES_DIFFER = "circles_differ"
    NO_VALUE = "no_value"


SCORING_RULES = frozenset({"answered_share", "weakest_facet_margin"})
"""The rules that turn the same item scores into other facet scores or another maturity."""

WHOLE_SCALE = frozenset({"facets"})
"""Parts of an instrument that every item is answered with."""


@dataclass(frozen=True, slots=True)
class Common:
    """What two waves share. `why_not` gives, for each item of either form, why it is not compared; absent: it is.

    `topics` are the topics whose three items are comparable, in the order of the later form. `rules_changed` tells
    that the same answers would be scored otherwise: items can still be compared, axes only once read again.
    """

    why_not: Mapping[str, NotComparable]
    topics: tuple[str, ...]
    rules_changed: bool


def common_ground(old: Pack, old_form: str, new: Pack, new_form: str) -> Common:
    """Say which items two forms of two releases share.

    An item is shared when both forms ask it under the same id, and nothing about it, its facet or the scale changed
    by more than its words (`packs.change_levels`: a patch). Under another instrument nothing is shared. Raises
    KeyError for a form that a pack does not have.
    """
    before, after = _asked(old, old_form), _asked(new, new_form)
    changes = [change for change in difference(old, new) if change.level > Level.PATCH]
    changed = _changed_items(changes, before.keys() | after.keys())
    same = (old.card.id, old.instrument.id) == (new.card.id, new.instrument.id)
    reasons = {}
    for item in sorted(before.keys() | after.keys()):
        if not same:
            reasons[item] = NotComparable.OTHER_INSTRUMENT
        elif item not in before or item not in after:
            reasons[item] = NotComparable.NOT_ASKED
        elif item in changed or before[item] != after[item]:
            reasons[item] = NotComparable.MEANING_CHANGED
    broken = {after[item][1] for item in reasons if item in after}
    topics = tuple(topic.id for topic in new.instrument.topics_of(new_form) if topic.id not in broken)
    return Common(reasons, topics, any(_is_scoring(change) for change in changes))


def _asked(pack: Pack, form: str) -> dict[str, tuple[str, str]]:
    """The items of a form, each with the axis and topic it stands in."""
    axis_of = {topic.id: axis.id for axis in pack.instrument.axes for topic in axis.topics}
    return {item.id: (axis_of[topic.id], topic.id) for topic in pack.instrument.topics_of(form) for item in topic.items}


def _changed_items(changes: Iterable[Change], asked: Set[str]) -> Set[str]:
    """Items whose own question, levels or facet changed; all of them when the scale did."""
    paths = [change.path for change in changes if change.path[0] == "instrument"]
    if any(path[1] in WHOLE_SCALE for path in paths):
        return asked
    return {path[path.index("items") + 1] for path in paths if "items" in path[:-1]}


def _is_scoring(change: Change) -> bool:
    return change.path[0] == "scoring" and change.path[1] in SCORING_RULES
