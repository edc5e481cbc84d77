"""Where a compass points: from answers to a door, the reasons, the second door, and a route of three steps.

Deterministic and without weights: each answer that counts takes one branch of the graph of the pack.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from cordee.core.packs.compass import Branch, Compass, Door, Node, RouteStep
from cordee.core.packs.text import Text

Answers = Mapping[str, str]
"""Question → the choice that was made."""

RANKS = (1, 2, 3)


class StillAsks(LookupError):
    """The path meets a question that was not answered, or that was answered with something it does not offer."""

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question


@dataclass(frozen=True, slots=True)
class Reason:
    """One answer that counted: at this node, this choice led on, because of this."""

    node: str
    question: str
    choice: str
    because: Text


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The second door: the first, had `question` been answered with one of `choices` and everything else alike."""

    door: Door
    question: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bearing:
    """Where the compass points.

    `path` is the nodes that were met, one for each of `reasons`. `route` is three steps, in order. `unused` names the
    questions that were answered and decided neither the door nor a step.
    """

    door: Door
    reasons: tuple[Reason, ...]
    runner_up: RunnerUp | None
    route: tuple[RouteStep, ...]
    path: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """Minutes of the whole route."""
        return sum(step.minutes for step in self.route)


def walk(compass: Compass, answers: Answers) -> Bearing:
    """Follow answers through the graph, from its first node to a door.

    Meaning: at each node, the branch that holds the answer to its question is taken; each branch taken is a reason. The
    runner-up is the nearest other door: one answer is changed at a time, the last that counted first, and the first
    change that leads elsewhere tells it. The route takes, for each of three steps, the first way whose condition holds.
    Shapes: one choice for each question, more than the path meets will do. Refuses: StillAsks, when the path meets a
    question without a valid answer. The runner-up is None only where the answers given do not say where a change leads.

    >>> from cordee.core.packs.compass import CompassChoice, CompassQuestion
    >>> def t(words):
    ...     return {"fr": words, "en": words}
    >>> def door(name, term):
    ...     steps = [
    ...         {"id": f"{name}.{n}", "rank": n, "name": t("a"), "why": t("b"), "minutes": 5, "to": {"term": term}}
    ...         for n in RANKS
    ...     ]
    ...     return Door.model_validate(
    ...         {"id": name, "name": t(name), "summary": t("c"), "waypoint": "w", "to": {"term": term}, "route": steps}
    ...     )
    >>> wish = CompassQuestion.model_validate(
    ...     {
    ...         "id": "wish",
    ...         "question": t("?"),
    ...         "why": t("so"),
    ...         "choices": [{"id": "read", "name": t("read")}, {"id": "act", "name": t("act")}],
    ...     }
    ... )
    >>> fork = Node.model_validate(
    ...     {
    ...         "id": "start",
    ...         "question": "wish",
    ...         "branches": [
    ...             {"choices": ["read"], "door": "words", "because": t("you want to read")},
    ...             {"choices": ["act"], "door": "tools", "because": t("you want to act")},
    ...         ],
    ...     }
    ... )
    >>> bearing = walk(Compass([wish], [fork], [door("words", "need"), door("tools", "raci")], []), {"wish": "act"})
    >>> bearing.door.id, bearing.reasons[0].because.en, bearing.minutes
    ('tools', 'you want to act', 15)
    >>> bearing.runner_up.door.id, bearing.runner_up.choices
    ('words', ('read',))
    """
    door, reasons = _follow(compass, answers)
    route = route_of(door, answers)
    counted = {reason.question for reason in reasons} | {step.question for step in route}
    return Bearing(
        door=door,
        reasons=reasons,
        runner_up=_second(compass, answers, door, reasons),
        route=route,
        path=tuple(reason.node for reason in reasons),
        unused=tuple(question.id for question in compass.questions if question.id in {*answers} - counted),
    )


def route_of(door: Door, answers: Answers) -> tuple[RouteStep, ...]:
    """Return the three steps behind a door: for each rank, the first whose condition the answers meet."""
    return tuple(next(step for step in door.route if step.rank == rank and _suits(step, answers)) for rank in RANKS)


def every_answer(compass: Compass) -> Iterator[dict[str, str]]:
    """Give every combination of answers to the questions of a compass, in the order they are written."""
    names = [question.id for question in compass.questions]
    for chosen in product(*([choice.id for choice in question.choices] for question in compass.questions)):
        yield dict(zip(names, chosen, strict=True))


def choice_for_stage(compass: Compass, stage: str) -> tuple[str, str] | None:
    """Return the question and the choice that stand for a stage of maturity; None when no choice does."""
    return next(
        ((question.id, one.id) for question in compass.questions for one in question.choices if one.stage == stage),
        None,
    )


def _follow(compass: Compass, answers: Answers) -> tuple[Door, tuple[Reason, ...]]:
    node, reasons = compass.nodes[0], []
    while True:
        branch = _taken(node, answers)
        reasons.append(Reason(node.id, node.question, answers[node.question], branch.because))
        if branch.door is not None:
            return compass.door(branch.door), tuple(reasons)
        node = compass.node(str(branch.node))


def _taken(node: Node, answers: Answers) -> Branch:
    chosen = answers.get(node.question)
    for branch in node.branches:
        if chosen in branch.choices:
            return branch
    raise StillAsks(node.question)


def _suits(step: RouteStep, answers: Answers) -> bool:
    return step.question is None or answers.get(step.question) in step.choices


def _second(compass: Compass, answers: Answers, door: Door, reasons: Sequence[Reason]) -> RunnerUp | None:
    for reason in reversed(reasons):
        for branch in compass.node(reason.node).branches:
            if reason.choice in branch.choices:
                continue
            other = _door_after(compass, {**answers, reason.question: branch.choices[0]})
            if other is not None and other.id != door.id:
                return RunnerUp(other, reason.question, branch.choices)
    return None


def _door_after(compass: Compass, answers: Answers) -> Door | None:
    try:
        return _follow(compass, answers)[0]
    except StillAsks:
        return None
