"""What a diagnosis refers to: glossary terms, tools with their age, stories of pioneers, sources."""

from typing import Annotated, Literal

from pydantic import Field

from cordee.core.packs.impacts import Impacts
from cordee.core.packs.text import Address, Identifier, Identifiers, IsoDate, Lang, Line, Part, Text, Texts

Medoc = Literal["method", "example", "data", "tool", "skill"]
Family = Literal[
    "acting",
    "stakes",
    "diagnosis",
    "approaches",
    "impacts",
    "evaluating",
    "figures",
    "means",
    "relationship",
    "passing_on",
]
Lines = Annotated[tuple[Line, ...], Field(strict=False)]


class Source(Part):
    """A public page that a fact comes from."""

    id: Identifier
    title: Line
    address: Address
    publisher: Line | None = None
    published: IsoDate | None = None


class Synonyms(Part):
    """Other ways to say a word, in each language; they need not answer one another."""

    fr: Lines = ()
    en: Lines = ()

    def in_(self, lang: Lang) -> tuple[str, ...]:
        """Return the synonyms in one language.

        >>> Synonyms(fr=("logique d’intervention",)).in_("en")
        ()
        """
        return self.fr if lang == "fr" else self.en


class Term(Part):
    """A word of the field: what it means, where it comes from, what it is confused with, and what tells them apart."""

    id: Identifier
    name: Text
    family: Family | None = None
    definition: Text
    status: Literal["working_definition", "sourced"]
    synonyms: Synonyms = Synonyms()
    origin: Text | None = None
    example: Text | None = None
    difference: Text | None = None
    confused_with: Identifiers = ()
    related: Identifiers = ()
    sources: Identifiers = ()


class FirstUse(Part):
    """The first documented use of a tool; `date` is left out when nobody knows it."""

    date: IsoDate | None = None
    place: Text | None = None
    sources: Identifiers = ()


class Trial(Part):
    """One documented experiment of a tool: where, by whom, when. Two by different people are two contexts."""

    where: Text
    by: Line
    date: IsoDate | None = None
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1, strict=False)]


class Tool(Part):
    """A method or tool that exists, with the age of its practice and its limits.

    `contexts` says where it fits; `trials` says where it was seen at work, each with its source. `profiles` are choices
    of the question of context « profile »: whom it was made for; none means anybody.
    """

    id: Identifier
    name: Text
    author: Line
    medoc: Medoc
    purpose: Text
    how: Text
    first_use: FirstUse
    contexts: Texts = ()
    trials: Annotated[tuple[Trial, ...], Field(strict=False)] = ()
    minutes: int | None = None
    people: Text
    difficulty: Literal["easy", "practised", "expert"]
    limits: Text
    failures: Text | None = None
    licence: Line | None = None
    address: Address | None = None
    approaches: Identifiers = ()
    profiles: Identifiers = ()
    impacts: Impacts = ()
    topics: Identifiers = ()
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1, strict=False)]


# A question with no choice would say nothing: it is left out instead.
Choices = Annotated[tuple[Identifier, ...], Field(min_length=1, strict=False)]
Traits = Annotated[dict[Identifier, Choices], Field(strict=False)]


class Story(Part):
    """A real alliance: context, what was tried, what was seen, what it teaches.

    `traits` maps a question of context to the choices that describe the alliance, so that a reader finds those that
    look like theirs. What was seen is told at once in `seen`, then apart: how the effect came about (`qualified`), its
    figures with their date (`measured`), a moment or a voice that shows it (`illustrated`); what nobody published is
    left out.
    """

    id: Identifier
    name: Text
    partners: Annotated[tuple[Line, ...], Field(min_length=1, strict=False)]
    since: IsoDate | None = None
    territory: Text | None = None
    traits: Traits = {}
    context: Text
    tried: Text
    seen: Text
    qualified: Text | None = None
    measured: Text | None = None
    illustrated: Text | None = None
    teaches: Text
    impacts: Impacts = ()
    topics: Identifiers = ()
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1, strict=False)]
