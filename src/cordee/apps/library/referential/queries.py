"""Reads of the référentiel: the table of approaches by objects, and the page of an approach."""

from __future__ import annotations

from dataclasses import dataclass

from cordee.apps.library.addresses import language, url_of
from cordee.apps.library.references import Link, links_to, sources_of
from cordee.core.packs.instrument import Axis
from cordee.core.packs.library import Source
from cordee.core.packs.pack import Pack
from cordee.core.packs.referential import Cell, EvaluationObject
from cordee.core.packs.text import Lang, Text


@dataclass(frozen=True)
class ObjectSaid:
    """An object of evaluation, in the language on screen."""

    id: str
    name: str
    question: str
    definition: str


@dataclass(frozen=True)
class CriterionSaid:
    """A shared criterion, its question, and how the approaches relate to it."""

    id: str
    name: str
    question: str
    relation: str


@dataclass(frozen=True)
class Place:
    """A place of the table: an object, what is looked at there, and the address that tells more."""

    object: ObjectSaid
    focus: str
    url: str


@dataclass(frozen=True)
class Row:
    """An approach across the objects."""

    name: str
    question: str
    url: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class CellSaid:
    """Everything that an approach asks of an object."""

    object: ObjectSaid
    focus: str
    is_ours: bool
    questions: tuple[str, ...]
    judgement: tuple[str, ...]
    evidence: tuple[str, ...]
    criteria: tuple[CriterionSaid, ...]
    tools: tuple[Link, ...]


@dataclass(frozen=True)
class ApproachPage:
    """An approach with everything that its page tells."""

    name: str
    question: str
    description: str
    is_ours: bool
    cells: tuple[CellSaid, ...]
    others: tuple[Link, ...]
    topics: tuple[str, ...]
    sources: tuple[Source, ...]


def table_of(pack: Pack) -> tuple[Row, ...]:
    """Return the table, an approach a row, in the order of the diagnosis; empty when the pack has no object."""
    return tuple(_row(axis, pack) for axis in pack.instrument.axes) if pack.objects else ()


def objects_of(pack: Pack) -> tuple[ObjectSaid, ...]:
    """Return the objects of evaluation, in their order."""
    return tuple(_object(one, language()) for one in pack.objects)


def criteria_of(pack: Pack) -> tuple[CriterionSaid, ...]:
    """Return the shared criteria, in their order."""
    lang = language()
    return tuple(
        CriterionSaid(one.id, one.name.in_(lang), one.question.in_(lang), one.relation.in_(lang))
        for one in pack.criteria
    )


def criteria_sources(pack: Pack) -> tuple[Source, ...]:
    """Return the pages that the shared criteria come from, each once."""
    return sources_of(dict.fromkeys(source for one in pack.criteria for source in one.sources), pack)


def approach_page(pack: Pack, axis_id: str) -> ApproachPage:
    """Gather what the page of an approach tells. KeyError: the pack does not have it."""
    lang, axis = language(), pack.instrument.axis(axis_id)
    cells = {cell.object: cell for cell in pack.cells if cell.approach == axis_id}
    others = (one for one in pack.instrument.axes if one.id != axis_id)
    cited = [source for cell in cells.values() for source in cell.sources]
    return ApproachPage(
        name=axis.name.in_(lang),
        question=axis.question.in_(lang),
        description=axis.description.in_(lang),
        is_ours=axis.status == "working_definition",
        cells=tuple(_cell(cells[one.id], one, pack, lang) for one in pack.objects if one.id in cells),
        others=tuple(Link(one.name.in_(lang), url_of("axes", one.id, pack)) for one in others),
        topics=tuple(topic.name.in_(lang) for topic in axis.topics),
        sources=sources_of(dict.fromkeys([*axis.sources, *cited]), pack),
    )


def _row(axis: Axis, pack: Pack) -> Row:
    lang = language()
    url = url_of("axes", axis.id, pack) or ""
    cells = {cell.object: cell for cell in pack.cells if cell.approach == axis.id}
    places = tuple(
        Place(_object(one, lang), cells[one.id].focus.in_(lang), f"{url}#{one.id}")
        for one in pack.objects
        if one.id in cells
    )
    return Row(axis.name.in_(lang), axis.question.in_(lang), url, places)


def _object(one: EvaluationObject, lang: Lang) -> ObjectSaid:
    return ObjectSaid(one.id, one.name.in_(lang), one.question.in_(lang), one.definition.in_(lang))


def _cell(cell: Cell, one: EvaluationObject, pack: Pack, lang: Lang) -> CellSaid:
    shared = {criterion.id: criterion for criterion in criteria_of(pack)}
    return CellSaid(
        object=_object(one, lang),
        focus=cell.focus.in_(lang),
        is_ours=cell.status == "working_definition",
        questions=_told(cell.questions, lang),
        judgement=_told(cell.judgement, lang),
        evidence=_told(cell.evidence, lang),
        criteria=tuple(shared[name] for name in cell.criteria if name in shared),
        tools=links_to("tools", cell.tools, pack),
    )


def _told(texts: tuple[Text, ...], lang: Lang) -> tuple[str, ...]:
    return tuple(text.in_(lang) for text in texts)
