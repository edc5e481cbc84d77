"""Next steps: which recommendations of the pack hold on a reading, caused by which answers, removed by what."""

from collections.abc import Iterable, Mapping, Sequence

from cordee.core.packs.instrument import FacetId
from cordee.core.packs.rules import Condition, Recommendation
from cordee.core.reading import Advice, Cause, ItemReading, PerceptionGap, Priority, ScopeReading
from cordee.core.scoring import ROUNDING


class Facts:
    """The facts of a reading, by the closed vocabulary of conditions.

    A fact that is not known (an item not asked, a facet refused) has no value, and no condition on it holds. Nor is a
    gap of perception known when its interval is, and does not exclude 0.
    """

    def __init__(self, scope: ScopeReading, perception: Sequence[PerceptionGap]) -> None:
        self._items: Mapping[str, ItemReading] = {item.item: item for item in scope.items}
        self._axes = {axis.axis: axis for axis in scope.axes}
        self._topics = {topic.topic: topic for topic in scope.topics}
        self._perception = {(gap.topic, gap.facet): gap for gap in perception}

    def value(self, condition: Condition) -> float | None:
        """Return the number a condition looks at; 1 or 0 for a fact that is true or false; None when unknown."""
        value = getattr(self, f"_{condition.fact}")(condition)
        return None if value is None else round(float(value), ROUNDING)

    def items_behind(self, condition: Condition) -> tuple[str, ...]:
        """Return the items whose answers make the fact."""
        if condition.item:
            return (condition.item,) if condition.item in self._items else ()
        facets = {condition.facet, condition.higher, condition.lower, *self._pattern_facets(condition)} - {None}
        return tuple(
            item.item
            for item in self._items.values()
            if (condition.topic is None or item.topic == condition.topic)
            and (condition.axis is None or item.axis == condition.axis)
            and (not facets or item.facet in facets)
        )

    def _pattern_facets(self, condition: Condition) -> tuple[FacetId | None, ...]:
        axis = self._axes.get(condition.axis or "")
        patterns = axis.patterns if axis else ()
        return next(((each.higher, each.lower) for each in patterns if each.pattern == condition.pattern), ())

    def _item(self, condition: Condition) -> float | None:
        item = self._items.get(condition.item or "")
        return item.score.value if item else None

    def _topic(self, condition: Condition) -> float | None:
        topic = self._topics.get(condition.topic or "")
        return topic.score.value if topic else None

    def _facet(self, condition: Condition) -> float | None:
        axis = self._axes.get(condition.axis or "")
        return axis.facets[condition.facet].value if axis and condition.facet else None

    def _maturity(self, condition: Condition) -> float | None:
        axis = self._axes.get(condition.axis or "")
        return axis.maturity.value if axis else None

    def _coherence(self, condition: Condition) -> float | None:
        axis = self._axes.get(condition.axis or "")
        return axis.coherence.value if axis else None

    def _gap(self, condition: Condition) -> float | None:
        axis = self._axes.get(condition.axis or "")
        return axis.gaps[f"{condition.higher}_over_{condition.lower}"].value if axis else None

    def _pattern(self, condition: Condition) -> float | None:
        axis = self._axes.get(condition.axis or "")
        if axis is None or not axis.patterns:
            return None
        return float(any(pattern.pattern == condition.pattern for pattern in axis.patterns))

    def _perception_gap(self, condition: Condition) -> float | None:
        found = self._perception.get((condition.topic or "", condition.facet or "vision"))
        if found is None or not (found.gap.interval_refused or found.gap.excludes(0)):
            return None
        return found.gap.value

    def _dont_know(self, condition: Condition) -> float | None:
        item = self._items.get(condition.item or "")
        return item.distribution.dont_know_share if item else None

    def _bimodal(self, condition: Condition) -> float | None:
        item = self._items.get(condition.item or "")
        return float(item.distribution.bimodal) if item else None


def holds(condition: Condition, value: float | None) -> bool:
    """Tell whether a condition holds for the value of its fact; an unknown fact never does.

    >>> holds(Condition.model_validate({"fact": "item", "item": "a.t.means", "at_most": 1}), 1.0)
    True
    """
    if value is None:
        return False
    if condition.at_most is not None:
        return value <= float(condition.at_most)
    if condition.at_least is not None:
        return value >= float(condition.at_least)
    return value == 1


def advise(
    recommendations: Iterable[Recommendation],
    scope: ScopeReading,
    perception: Sequence[PerceptionGap],
    priorities: Sequence[Priority],
) -> tuple[Advice, ...]:
    """Return the recommendations that hold, most useful first.

    A recommendation holds when all its conditions do, and none of its exceptions. They are sorted by the priority of
    their topic, then by how many facts cause them, then in the order of the pack; the best of each topic comes before
    the second of any, so that the first three are about three topics.
    """
    facts = Facts(scope, perception)
    priority_of = {priority.topic: priority.value for priority in priorities}
    axis_of = {topic.topic: topic.axis for topic in scope.topics}
    held = [
        Advice(rule.id, rule.topic, axis_of[rule.topic], priority_of.get(rule.topic, 0.0), _causes(rule, facts))
        for rule in recommendations
        if rule.topic in axis_of and _is_called_for(rule, facts)
    ]
    held.sort(key=lambda advice: (-round(advice.priority, ROUNDING), -len(advice.causes)))
    return _one_a_topic_first(held)


def _is_called_for(rule: Recommendation, facts: Facts) -> bool:
    called = all(holds(condition, facts.value(condition)) for condition in rule.when)
    return called and not any(holds(condition, facts.value(condition)) for condition in rule.unless)


def _causes(rule: Recommendation, facts: Facts) -> tuple[Cause, ...]:
    return tuple(
        Cause(
            fact=condition.fact,
            subject=condition.item or condition.topic or condition.axis or "",
            facet=condition.facet or condition.lower,
            value=facts.value(condition),
            at_most=None if condition.at_most is None else float(condition.at_most),
            at_least=None if condition.at_least is None else float(condition.at_least),
            items=facts.items_behind(condition),
            higher=condition.higher,
            pattern=condition.pattern,
        )
        for condition in rule.when
    )


def _one_a_topic_first(held: Sequence[Advice]) -> tuple[Advice, ...]:
    seen: dict[str, int] = {}
    rounds: list[tuple[int, int]] = []
    for position, advice in enumerate(held):
        seen[advice.topic] = seen.get(advice.topic, 0) + 1
        rounds.append((seen[advice.topic], position))
    return tuple(held[position] for _, position in sorted(rounds))
