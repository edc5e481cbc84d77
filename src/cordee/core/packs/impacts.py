"""The three impacts of an alliance: when each may be looked for, how to qualify, measure and illustrate it."""

from typing import Annotated, Literal

from pydantic import Field

from cordee.core.packs.text import Identifier, Identifiers, Part, Text

ImpactId = Literal["performance", "innovation", "trust"]
Impacts = Annotated[tuple[ImpactId, ...], Field(strict=False)]
Beneficiary = Literal["actors", "ecosystem"]
Steps = Annotated[tuple[Text, ...], Field(min_length=1, strict=False)]


class Clock(Part):
    """How long an impact takes to ripen: months from the start of the alliance, the words for it, how to read it."""

    months: int
    words: Text
    meaning: Text


class Indicator(Part):
    """A sign of an impact: its unit, how it is collected, and whether it is about the partners or those around them."""

    id: Identifier
    name: Text
    unit: Text
    collect: Text
    concerns: Beneficiary
    sources: Identifiers = ()


class Impact(Part):
    """One of the three impacts. `actors` and `ecosystem` say what each gains; steps are in the order they are taken."""

    id: ImpactId
    name: Text
    summary: Text
    definition: Text
    status: Literal["working_definition", "sourced"]
    clock: Clock
    qualify: Steps
    measure: Steps
    illustrate: Steps
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1, strict=False)]
    actors: Text
    ecosystem: Text
    terms: Identifiers = ()
    tools: Identifiers = ()
    sources: Identifiers = ()
