"""What must hold in an instrument: names that say where things are, facets in order, a circle that looks at itself."""

from collections.abc import Iterator

from cordee.core.packs.checks.finding import Finding, Whole, found
from cordee.core.packs.faults import Path
from cordee.core.packs.instrument import FACETS, Axis, Facet, Instrument, Item, Topic
from cordee.core.packs.text import Text


def check_instrument(whole: Whole) -> Iterator[Finding]:
    """Find what does not hold in the instrument."""
    for path, axis in whole.every(Axis):
        yield from _topics_outside(path, axis)
    for path, topic in whole.every(Topic):
        yield from _misnamed_items(path, topic)
    for path, item in whole.every(Item):
        yield from _levels_twice((*path, "levels"), item.levels)
    if whole.instrument:
        yield from _facets_in_disorder(("instrument", "facets"), whole.instrument.facets)
        yield from _self_circles(whole.instrument)


def _topics_outside(path: Path, axis: Axis) -> Iterator[Finding]:
    for number, topic in enumerate(axis.topics):
        if not topic.id.startswith(f"{axis.id}."):
            yield found((*path, "topics", number, "id"), "topic-outside-axis", id=topic.id, axis=axis.id)


def _misnamed_items(path: Path, topic: Topic) -> Iterator[Finding]:
    yield from _facets_in_disorder((*path, "items"), topic.items)
    for number, item in enumerate(topic.items):
        expected = f"{topic.id}.{item.facet}"
        if item.id != expected:
            yield found((*path, "items", number, "id"), "item-id", expected=expected)


def _facets_in_disorder(path: Path, entries: tuple[Facet, ...] | tuple[Item, ...]) -> Iterator[Finding]:
    facets = tuple(entry.facet if isinstance(entry, Item) else entry.id for entry in entries)
    for number, (facet, expected) in enumerate(zip(facets, FACETS, strict=False)):
        if facet != expected:
            key = "facet" if isinstance(entries[number], Item) else "id"
            yield found((*path, number, key), "facet-order")
            return


def _levels_twice(path: Path, levels: tuple[Text, ...]) -> Iterator[Finding]:
    for second, level in enumerate(levels):
        for first, before in enumerate(levels[:second]):
            if level.fr == before.fr or level.en == before.en:
                yield found((*path, second), "same-level-twice", first=first, second=second)


def _self_circles(instrument: Instrument) -> Iterator[Finding]:
    selves = [number for number, circle in enumerate(instrument.circles) if circle.is_self]
    if not selves:
        yield found(("instrument", "circles"), "self-circles", at_key=True, count=0)
    for number in selves[1:]:
        yield found(("instrument", "circles", number, "is_self"), "self-circles", count=len(selves))
