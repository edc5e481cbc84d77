"""French prose in YAML: the scalars under a key `fr`, wherever it stands."""

from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from house.french.markdown import prose as markdown_prose
from house.french.masks import Span, only


def prose(source: str) -> str:
    """Hide from a YAML text all but its French scalars, and code inside these."""
    documents = YAML(typ="rt").compose_all(source)
    spans = [span for document in documents for span in _french(document, inside=False)]
    return markdown_prose(only(source, spans))


def _french(node: Node | None, *, inside: bool) -> Iterator[Span]:
    """The spans of the scalars at or below a node, once a key `fr` has been passed."""
    if isinstance(node, ScalarNode):
        if inside:
            yield node.start_mark.index, node.end_mark.index
    elif isinstance(node, SequenceNode):
        for child in node.value:
            yield from _french(child, inside=inside)
    elif isinstance(node, MappingNode):
        for key, child in node.value:
            yield from _french(child, inside=inside or key.value == "fr")
