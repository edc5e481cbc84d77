"""What checks look at, a draft laid out flat, and what they give back: a finding at a path of the pack."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from cordee.core.packs.faults import Path, Place
from cordee.core.packs.instrument import Instrument
from cordee.core.packs.messages.wording import Value
from cordee.core.packs.pack import PackCard
from cordee.core.packs.reading.draft import LISTS, SINGLES, Draft
from cordee.core.packs.rules import Scoring
from cordee.core.packs.text import Part

Model = TypeVar("Model", bound=Part)


@dataclass(frozen=True)
class Finding:
    """One thing that does not hold: a message of the catalogue, its values, and the path it is about."""

    path: Path
    message: str
    values: Mapping[str, Value] = field(default_factory=dict)
    at_key: bool = False


def found(path: Path, message: str, at_key: bool = False, **values: Value) -> Finding:
    """Make a finding; `values` fill the message.

    >>> found(("card", "id"), "bad-identifier", found="É").values
    {'found': 'É'}
    """
    return Finding(path, message, values, at_key)


@dataclass(frozen=True)
class Whole:
    """A draft laid out flat: every part with its path, outer parts first."""

    parts: tuple[tuple[Path, Part], ...]
    card: PackCard | None
    instrument: Instrument | None
    scoring: Scoring | None
    unread: frozenset[str]
    place: Callable[[Path], Place]

    @cached_property
    def _by_model(self) -> Mapping[type[Part], list[tuple[Path, Part]]]:
        grouped: dict[type[Part], list[tuple[Path, Part]]] = {}
        for path, part in self.parts:
            grouped.setdefault(type(part), []).append((path, part))
        return grouped

    def every(self, model: type[Model]) -> Iterator[tuple[Path, Model]]:
        """Iterate over the parts of one model, with their paths, in the order of the pack."""
        for path, part in self._by_model.get(model, ()):
            if isinstance(part, model):
                yield path, part


def whole_of(draft: Draft) -> Whole:
    """Lay a draft out flat."""
    roots: list[tuple[Path, Part]] = [((kind,), draft.parts[kind]) for kind in SINGLES if kind in draft.parts]
    roots += [((kind, number), part) for kind in LISTS for number, part in enumerate(draft.lists[kind])]
    return Whole(
        parts=tuple(found for path, part in roots for found in walk(part, path)),
        card=draft.one("card", PackCard),
        instrument=draft.one("instrument", Instrument),
        scoring=draft.one("scoring", Scoring),
        unread=frozenset(draft.unread),
        place=draft.place,
    )


def walk(part: Part, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """Iterate over a part and all the parts inside it, with the path of each in the words of its file.

    >>> from cordee.core.packs.text import Text
    >>> from cordee.core.packs.instrument import Choice
    >>> [path for path, _ in walk(Choice(id="a", name=Text(fr="Oui", en="Yes")))]
    [(), ('name',)]
    """
    yield path, part
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        inside = (*path, info.alias or name)
        if isinstance(value, Part):
            yield from walk(value, inside)
        elif isinstance(value, tuple):
            for number, entry in enumerate(value):
                if isinstance(entry, Part):
                    yield from walk(entry, (*inside, number))
