"""The shape of an instrument: axes, topics, facets, items, forms, circles, and the questions of context."""

from typing import Annotated, Literal, TypeVar

from pydantic import Field

from cordee.core.packs.text import Identifier, Identifiers, Part, Text

FacetId = Literal["vision", "action", "means"]
FACETS: tuple[FacetId, ...] = ("vision", "action", "means")
LEVELS = (0, 1, 2, 3, 4)


class Item(Part):
    """One question: a topic seen through one facet, answered on five observable levels."""

    id: Identifier
    facet: FacetId
    question: Text
    levels: Annotated[tuple[Text, ...], Field(min_length=5, max_length=5, strict=False)]
    hint: Text


class References(Part):
    """What may shed light on a topic: tools, stories of pioneers, courses."""

    tools: Identifiers = ()
    stories: Identifiers = ()
    courses: Identifiers = ()


class Topic(Part):
    """A subject of an axis, asked once on each facet."""

    id: Identifier
    name: Text
    lead: Text
    terms: Identifiers = ()
    references: References = References()
    items: Annotated[tuple[Item, ...], Field(min_length=3, max_length=3, strict=False)]


class Axis(Part):
    """One of the approaches that an alliance is read through."""

    id: Identifier
    name: Text
    question: Text
    description: Text
    status: Literal["working_definition", "sourced"]
    sources: Identifiers = ()
    topics: Annotated[tuple[Topic, ...], Field(min_length=1, strict=False)]


class Facet(Part):
    """Vision, action or means: its name, its reading key, and a short name for each of its five levels."""

    id: FacetId
    name: Text
    key: Text
    levels: Annotated[tuple[Text, ...], Field(min_length=5, max_length=5, strict=False)]


class Form(Part):
    """A selection of topics, in the order they are asked, with the minutes it takes."""

    id: Identifier
    name: Text
    summary: Text
    minutes: int
    topics: Annotated[tuple[Identifier, ...], Field(min_length=1, strict=False)]


class Circle(Part):
    """A group of people who look at the alliance from the same place."""

    id: Identifier
    name: Text
    summary: Text
    is_self: bool = False


class Choice(Part):
    """One possible answer to a question of context."""

    id: Identifier
    name: Text


class ContextQuestion(Part):
    """An optional question on who answers, always with the reason for asking it."""

    id: Identifier
    question: Text
    why: Text
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, strict=False)]


class Instrument(Part):
    """A questionnaire as an expert writes it; the rules that score it are beside it, in `rules`."""

    id: Identifier
    name: Text
    purpose: Text
    facets: Annotated[tuple[Facet, ...], Field(min_length=3, max_length=3, strict=False)]
    dont_know: Text
    not_applicable: Text
    axes: Annotated[tuple[Axis, ...], Field(min_length=1, strict=False)]
    forms: Annotated[tuple[Form, ...], Field(min_length=1, strict=False)]
    circles: Annotated[tuple[Circle, ...], Field(min_length=1, strict=False)]
    context: Annotated[tuple[ContextQuestion, ...], Field(strict=False)] = ()

    @property
    def own_circle(self) -> str | None:
        """The circle that looks at itself; None where no circle does."""
        return next((circle.id for circle in self.circles if circle.is_self), None)

    def form(self, form_id: str) -> Form:
        """Return the form of that id, or raise KeyError."""
        return _by_id(self.forms, form_id)

    def axis(self, axis_id: str) -> Axis:
        """Return the axis of that id, or raise KeyError."""
        return _by_id(self.axes, axis_id)

    def topic(self, topic_id: str) -> Topic:
        """Return the topic of that id, or raise KeyError."""
        return _by_id(tuple(topic for axis in self.axes for topic in axis.topics), topic_id)

    def facet(self, facet_id: str) -> Facet:
        """Return the facet of that id, or raise KeyError."""
        return _by_id(self.facets, facet_id)

    def topics_of(self, form_id: str) -> tuple[Topic, ...]:
        """Return the topics of a form, in the order they are asked."""
        return tuple(self.topic(topic_id) for topic_id in self.form(form_id).topics)

    def items_of(self, form_id: str) -> tuple[Item, ...]:
        """Return the items of a form, in the order they are asked."""
        return tuple(item for topic in self.topics_of(form_id) for item in topic.items)


Named = TypeVar("Named", Form, Axis, Topic, Facet)


def _by_id(parts: tuple[Named, ...], wanted: str) -> Named:
    for part in parts:
        if part.id == wanted:
            return part
    raise KeyError(wanted)
