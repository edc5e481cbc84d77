"""The référentiel: the objects that are evaluated, public criteria to set beside them, and what each approach asks."""

from typing import Annotated, Literal

from pydantic import Field

from cordee.core.packs.text import Identifier, Identifiers, Part, Text

Told = Annotated[tuple[Text, ...], Field(min_length=1, strict=False)]
Status = Literal["working_definition", "sourced"]


class EvaluationObject(Part):
    """What an evaluation looks at: what the partnership makes, how it holds, what each brings to it."""

    id: Identifier
    name: Text
    question: Text
    definition: Text
    status: Status
    terms: Identifiers = ()
    sources: Identifiers = ()


class Criterion(Part):
    """A criterion that evaluators share beyond the field, with its question, and how the approaches relate to it."""

    id: Identifier
    name: Text
    question: Text
    relation: Text
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1, strict=False)]


class Cell(Part):
    """One approach applied to one object: what to ask, how to judge, what would show it, by which tools.

    `id` is written « approach.object »; `criteria` names the shared criteria that an answer here speaks to.
    """

    id: Identifier
    approach: Identifier
    object: Identifier
    focus: Text
    status: Status
    questions: Told
    judgement: Told
    evidence: Told
    criteria: Identifiers = ()
    tools: Identifiers = ()
    sources: Identifiers = ()
