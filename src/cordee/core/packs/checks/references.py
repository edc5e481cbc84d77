"""Every name leads somewhere: the closed table of what refers to what."""

from collections.abc import Iterator, Mapping

from cordee.core.packs.cases import CaseRespondent, Expected, ExpectedAxis, ExpectedItem, WorkedCase
from cordee.core.packs.checks.finding import Finding, Whole, found
from cordee.core.packs.compass import Branch, CompassChoice, CompassQuestion, Door, Node, RouteStep, Target, Waypoint
from cordee.core.packs.courses import Course, CourseStep
from cordee.core.packs.faults import Path
from cordee.core.packs.impacts import Impact, Indicator
from cordee.core.packs.instrument import Axis, Circle, ContextQuestion, Form, Item, References, Topic
from cordee.core.packs.library import FirstUse, Source, Story, Term, Tool, Trial
from cordee.core.packs.messages.wording import Said, suggestion
from cordee.core.packs.referential import Cell, Criterion, EvaluationObject
from cordee.core.packs.rules import AlignedPattern, Condition, GapPattern, Recommendation, Stage
from cordee.core.packs.selector import ApproachAdvice, Method, SelectorQuestion, SelectorRule
from cordee.core.packs.text import Part

KINDS: Mapping[str, tuple[Said, tuple[type[Part], ...]]] = {
    "axis": (Said("un axe", "an axis"), (Axis,)),
    "topic": (Said("un sujet", "a topic"), (Topic,)),
    "item": (Said("une question", "an item"), (Item,)),
    "form": (Said("une forme du questionnaire", "a form of the questionnaire"), (Form,)),
    "circle": (Said("un cercle", "a circle"), (Circle,)),
    "stage": (Said("un stade", "a stage"), (Stage,)),
    "pattern": (Said("un motif de cohérence", "a coherence pattern"), (GapPattern, AlignedPattern)),
    "question": (Said("une question de contexte", "a question of context"), (ContextQuestion,)),
    "recommendation": (Said("une recommandation", "a recommendation"), (Recommendation,)),
    "term": (Said("un terme du glossaire", "a glossary term"), (Term,)),
    "tool": (Said("un outil", "a tool"), (Tool,)),
    "story": (Said("un récit", "a story"), (Story,)),
    "course": (Said("un parcours", "a course"), (Course,)),
    "object": (Said("un objet de l’évaluation", "an object of evaluation"), (EvaluationObject,)),
    "criterion": (Said("un critère partagé", "a shared criterion"), (Criterion,)),
    "waypoint": (Said("une étape de la boussole", "a waypoint of the compass"), (Waypoint,)),
    "door": (Said("une porte de la boussole", "a door of the compass"), (Door,)),
    "node": (Said("un nœud de la boussole", "a node of the compass"), (Node,)),
    "compass_question": (Said("une question de la boussole", "a question of the compass"), (CompassQuestion,)),
    "selector_question": (Said("une question du sélecteur", "a question of the selector"), (SelectorQuestion,)),
    "source": (Said("une source", "a source"), (Source,)),
}
"""Kind of thing that can be referred to → its name in a sentence, and its models."""

REFERENCES: Mapping[tuple[type[Part], str], str] = {
    (Topic, "terms"): "term",
    (References, "tools"): "tool",
    (References, "stories"): "story",
    (References, "courses"): "course",
    (Axis, "sources"): "source",
    (Form, "topics"): "topic",
    (Term, "confused_with"): "term",
    (Term, "related"): "term",
    (Term, "sources"): "source",
    (FirstUse, "sources"): "source",
    (Trial, "sources"): "source",
    (Tool, "approaches"): "axis",
    (Tool, "topics"): "topic",
    (Tool, "sources"): "source",
    (Story, "topics"): "topic",
    (Story, "sources"): "source",
    (Course, "topics"): "topic",
    (Course, "sources"): "source",
    (CourseStep, "sources"): "source",
    (Impact, "terms"): "term",
    (Impact, "tools"): "tool",
    (Impact, "sources"): "source",
    (Indicator, "sources"): "source",
    (EvaluationObject, "terms"): "term",
    (EvaluationObject, "sources"): "source",
    (Criterion, "sources"): "source",
    (Cell, "approach"): "axis",
    (Cell, "object"): "object",
    (Cell, "criteria"): "criterion",
    (Cell, "tools"): "tool",
    (Cell, "sources"): "source",
    (Waypoint, "sources"): "source",
    (Door, "waypoint"): "waypoint",
    (RouteStep, "question"): "compass_question",
    (Target, "term"): "term",
    (Target, "tool"): "tool",
    (Target, "story"): "story",
    (Target, "course"): "course",
    (Target, "axis"): "axis",
    (CompassChoice, "stage"): "stage",
    (Node, "question"): "compass_question",
    (Branch, "node"): "node",
    (Branch, "door"): "door",
    (SelectorRule, "question"): "selector_question",
    (Method, "tools"): "tool",
    (Method, "approaches"): "axis",
    (Method, "sources"): "source",
    (ApproachAdvice, "axis"): "axis",
    (Condition, "item"): "item",
    (Condition, "topic"): "topic",
    (Condition, "axis"): "axis",
    (Condition, "pattern"): "pattern",
    (Recommendation, "topic"): "topic",
    (Recommendation, "tools"): "tool",
    (Recommendation, "stories"): "story",
    (Recommendation, "courses"): "course",
    (WorkedCase, "form"): "form",
    (WorkedCase, "self_circle"): "circle",
    (CaseRespondent, "circle"): "circle",
    (ExpectedAxis, "axis"): "axis",
    (ExpectedAxis, "stage"): "stage",
    (ExpectedAxis, "patterns"): "pattern",
    (ExpectedItem, "item"): "item",
    (ExpectedItem, "circle"): "circle",
    (Expected, "recommendations_include"): "recommendation",
    (Expected, "recommendations_exclude"): "recommendation",
    (Expected, "first_recommendation"): "recommendation",
}
"""Field that names another entry → the kind it names."""

CHECKED_ELSEWHERE = {
    (WorkedCase, "instrument"),
    (Expected, "headline"),
    (Story, "traits"),
    (CaseRespondent, "answers"),
    (Branch, "choices"),
    (RouteStep, "choices"),
    (SelectorRule, "choices"),
    (Target, "step"),
    (Tool, "profiles"),
}
"""Identifiers that are not the id of an entry, and that checks of their own look at."""

_WRITTEN_IN = {
    "axis": "instrument",
    "topic": "instrument",
    "item": "instrument",
    "form": "instrument",
    "circle": "instrument",
    "question": "instrument",
    "stage": "scoring",
    "pattern": "scoring",
    "recommendation": "recommendations",
    "term": "terms",
    "tool": "tools",
    "story": "stories",
    "course": "courses",
    "object": "objects",
    "criterion": "criteria",
    "waypoint": "waypoints",
    "door": "doors",
    "node": "compass_nodes",
    "compass_question": "compass_questions",
    "selector_question": "selector_questions",
    "source": "sources",
}


def check_references(whole: Whole) -> Iterator[Finding]:
    """Find names that lead nowhere, and terms that refer to themselves."""
    known = known_ids(whole)
    for path, part, kind in _references(whole):
        for inside, name in _names(part, path):
            if kind in known and name not in known[kind]:
                proposal = suggestion(name, known[kind])
                yield found(inside, "unknown-reference", id=name, kind=KINDS[kind][0], suggestion=proposal)
    for path, term in whole.every(Term):
        for key in ("confused_with", "related"):
            names = getattr(term, key)
            if term.id in names:
                yield found((*path, key, names.index(term.id)), "refers-to-itself", id=term.id)


def known_ids(whole: Whole) -> dict[str, list[str]]:
    """List the ids of each kind; a kind of which something could not be read is left out."""
    return {
        kind: [str(getattr(part, "id", "")) for model in models for _, part in whole.every(model)]
        for kind, (_, models) in KINDS.items()
        if _WRITTEN_IN[kind] not in whole.unread
    }


def _references(whole: Whole) -> Iterator[tuple[Path, object, str]]:
    by_model: dict[type[Part], list[tuple[str, str]]] = {}
    for (model, key), kind in REFERENCES.items():
        by_model.setdefault(model, []).append((key, kind))
    for path, part in whole.parts:
        for key, kind in by_model.get(type(part), ()):
            yield (*path, key), getattr(part, key), kind


def _names(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        yield from (((*path, number), name) for number, name in enumerate(value))
