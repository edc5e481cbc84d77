"""The graph of a compass: what is reached from its start, a ring in it, the doors behind a branch."""

from collections.abc import Iterable, Mapping

from cordee.core.packs.compass import Branch, Node

Graph = Mapping[str, Node]
"""Node by its id, in the order they are written; one starts at the first."""


def graph_of(nodes: Iterable[Node]) -> dict[str, Node]:
    """Index nodes by their id, in their order."""
    return {node.id: node for node in nodes}


def onward(node: Node) -> tuple[str, ...]:
    """Return the nodes that the branches of a node lead to, each once, in order."""
    return tuple(dict.fromkeys(branch.node for branch in node.branches if branch.node))


def reached(graph: Graph) -> tuple[set[str], set[str]]:
    """Return the ids of the nodes, and of the doors, that some path from the start leads to."""
    waiting = [*graph][:1]
    nodes: set[str] = set(waiting)
    doors: set[str] = set()
    while waiting:
        node = graph[waiting.pop()]
        doors |= {branch.door for branch in node.branches if branch.door}
        fresh = [other for other in onward(node) if other not in nodes]
        nodes.update(fresh)
        waiting += fresh
    return nodes, doors


def ring_in(graph: Graph) -> tuple[str, ...]:
    """Return the nodes of a ring, in the order one meets them; empty when every path goes on to an end."""
    settled: set[str] = set()
    for start in graph:
        ring = _ring_from(graph, start, [], settled)
        if ring:
            return ring
    return ()


def _ring_from(graph: Graph, node: str, trail: list[str], settled: set[str]) -> tuple[str, ...]:
    if node in trail:
        return tuple(trail[trail.index(node) :])
    if node in settled:
        return ()
    for other in onward(graph[node]):
        ring = _ring_from(graph, other, [*trail, node], settled)
        if ring:
            return ring
    settled.add(node)
    return ()


def nodes_behind(graph: Graph, starts: Iterable[str]) -> tuple[str, ...]:
    """Return the nodes that can be met from some nodes on, these included, nearest first. The graph has no ring."""
    met = dict.fromkeys(starts)
    waiting = [*met]
    while waiting:
        fresh = [other for other in onward(graph[waiting.pop(0)]) if other not in met]
        met.update(dict.fromkeys(fresh))
        waiting += fresh
    return tuple(met)


def doors_behind(graph: Graph, branch: Branch) -> set[str]:
    """Return the doors that a branch can lead to, whatever is answered further on. The graph has no ring."""
    if branch.node is None:
        return {str(branch.door)}
    behind = nodes_behind(graph, [branch.node])
    return {branch.door for node in behind for branch in graph[node].branches if branch.door}


def second_asking(graph: Graph, node: Node) -> str | None:
    """Return a node further on that looks at the same question, if there is one. The graph has no ring."""
    behind = nodes_behind(graph, onward(node))
    return next((other for other in behind if graph[other].question == node.question), None)
