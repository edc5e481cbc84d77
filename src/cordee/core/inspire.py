"""Who can inspire you: the stories that share the most with where an alliance stands, and what they share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cordee.core.packs.library import Story


@dataclass(frozen=True, slots=True)
class Inspiration:
    """A story with what it has in common with the person asking.

    `shared` are the context questions on which the story and the person say the same, `topics` the topics it sheds
    light on among those asked for.
    """

    story: str
    shared: tuple[str, ...]
    topics: tuple[str, ...]


def nearest_stories(
    stories: Iterable[Story], context: Mapping[str, str], topics: Iterable[str]
) -> tuple[Inspiration, ...]:
    """Return the stories that touch one of `topics`, nearest first.

    `context` maps a context question to the choice made; a question left out shares nothing and costs nothing.
    Stories are sorted by how many traits they share, then how many of the topics they touch, then the order of the
    pack. This is no distance in the sense of the 360° (Gower): with so few traits, a count is what can be explained.

    >>> nearest_stories([], {"profile": "association"}, ["a.t"])
    ()
    """
    wanted = frozenset(topics)
    found = [
        Inspiration(story.id, _shared(story, context), tuple(topic for topic in story.topics if topic in wanted))
        for story in stories
    ]
    touching = [inspiration for inspiration in found if inspiration.topics]
    return tuple(sorted(touching, key=lambda one: (-len(one.shared), -len(one.topics))))


def _shared(story: Story, context: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(question for question, choice in context.items() if choice in story.traits.get(question, ()))
