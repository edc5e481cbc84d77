"""What must hold in a compass: no ring, every node and door reached, every answer led on, a second door at hand."""

from collections.abc import Iterator, Mapping

from cordee.core.packs.checks.finding import Finding, Whole, found
from cordee.core.packs.checks.library import CHOICE
from cordee.core.packs.compass import Branch, CompassQuestion, Door, Node, RouteStep, Target
from cordee.core.packs.compass_graph import Graph, doors_behind, graph_of, reached, ring_in, second_asking
from cordee.core.packs.courses import Course
from cordee.core.packs.faults import Path
from cordee.core.packs.messages.wording import Said, suggestion

RANKS = (1, 2, 3)
STEP = Said("une étape de ce parcours", "a step of this course")
_READ = {"compass_nodes", "compass_questions", "doors"}


def check_compass(whole: Whole) -> Iterator[Finding]:
    """Find what keeps a compass from leading everybody to a door, with a second door and a route of three steps."""
    offered = {question.id: [choice.id for choice in question.choices] for _, question in whole.every(CompassQuestion)}
    if "compass_questions" not in whole.unread:
        yield from _answers_led_somewhere(whole, offered)
        yield from _conditions_of_routes(whole, offered)
    yield from _whole_routes(whole)
    if "courses" not in whole.unread:
        yield from _steps_of_courses(whole)
    if not _READ & whole.unread:
        yield from _check_graph(whole)


def _answers_led_somewhere(whole: Whole, offered: Mapping[str, list[str]]) -> Iterator[Finding]:
    for path, node in whole.every(Node):
        if node.question not in offered:
            continue
        taken: set[str] = set()
        for number, branch in enumerate(node.branches):
            here = (*path, "branches", number, "choices")
            yield from unoffered(here, branch.choices, offered[node.question])
            for position, choice in enumerate(branch.choices):
                if choice in taken:
                    yield found((*here, position), "choice-in-two-branches", id=choice)
            taken |= {*branch.choices}
        for choice in offered[node.question]:
            if choice not in taken:
                yield found((*path, "branches"), "choice-uncovered", id=choice)


def unoffered(path: Path, choices: tuple[str, ...], offered: list[str]) -> Iterator[Finding]:
    """Find answers that a question does not offer."""
    for number, choice in enumerate(choices):
        if choice not in offered:
            proposal = suggestion(choice, offered)
            yield found((*path, number), "unknown-reference", id=choice, kind=CHOICE, suggestion=proposal)


def _conditions_of_routes(whole: Whole, offered: Mapping[str, list[str]]) -> Iterator[Finding]:
    for path, step in whole.every(RouteStep):
        if step.question and step.question in offered:
            yield from unoffered((*path, "choices"), step.choices, offered[step.question])


def _whole_routes(whole: Whole) -> Iterator[Finding]:
    for path, door in whole.every(Door):
        for rank in RANKS:
            conditions = [step.question for step in door.route if step.rank == rank]
            if conditions[-1:] != [None] or None in conditions[:-1]:
                yield found((*path, "route"), "route-rank", rank=rank)


def _steps_of_courses(whole: Whole) -> Iterator[Finding]:
    steps = {course.id: [step.id for step in course.steps] for _, course in whole.every(Course)}
    for path, target in whole.every(Target):
        if target.step and target.course in steps and target.step not in steps[target.course]:
            proposal = suggestion(target.step, steps[target.course])
            yield found((*path, "step"), "unknown-reference", id=target.step, kind=STEP, suggestion=proposal)


def _check_graph(whole: Whole) -> Iterator[Finding]:
    nodes = list(whole.every(Node))
    graph = graph_of([node for _, node in nodes])
    if len(graph) < len(nodes) or any(end not in graph for node in graph.values() for end in _onward(node)):
        return  # a name given twice, or that leads nowhere, is told by itself
    paths = {node.id: path for path, node in nodes}
    ring = ring_in(graph)
    if ring:
        yield found((*paths[ring[0]], "id"), "compass-cycle", id=ring[0], ring=" → ".join([*ring, ring[0]]))
        return
    yield from _unreached(whole, graph, paths)
    for node_id, node in graph.items():
        again = second_asking(graph, node)
        if again:
            yield found((*paths[node_id], "question"), "asked-twice", id=node.question, node=again)
    for path, node in nodes:
        yield from _without_second_door(graph, path, node)


def _onward(node: Node) -> list[str]:
    return [branch.node for branch in node.branches if branch.node]


def _unreached(whole: Whole, graph: Graph, paths: Mapping[str, Path]) -> Iterator[Finding]:
    nodes, doors = reached(graph)
    for node_id, path in paths.items():
        if node_id not in nodes:
            yield found((*path, "id"), "node-unreachable", id=node_id)
    for path, door in whole.every(Door):
        if door.id not in doors:
            yield found((*path, "id"), "door-unreachable", id=door.id)


def _without_second_door(graph: Graph, path: Path, node: Node) -> Iterator[Finding]:
    for number, branch in enumerate(node.branches):
        others = [other for other in node.branches if other is not branch]
        if branch.door and not any(_avoids(graph, other, branch.door) for other in others):
            yield found((*path, "branches", number), "no-runner-up", id=branch.door)


def _avoids(graph: Graph, branch: Branch, door: str) -> bool:
    return door not in doors_behind(graph, branch)
