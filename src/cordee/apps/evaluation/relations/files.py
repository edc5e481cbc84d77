"""What may be shown of relations as files: GraphML, CSV of nodes and of edges, Kumu. The same masking as the page.

A value that is hidden is absent from the file, never a zero.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from cordee.apps.evaluation.relations.bridge import Published
from cordee.core.network_publication import Link, Received

NODE = ("scorers", "ties", "trust", "value")
EDGE = ("trust", "value", "tie")
_TYPES = {"scorers": "int", "ties": "int", "trust": "double", "value": "double", "tie": "boolean", "label": "string"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_graphml(shown: Published) -> bytes:
    """Write a directed GraphML graph (Brandes et al. 2002): nodes with what they receive, edges told by name."""
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for scope, names in (("node", ("label", *NODE)), ("edge", EDGE)):
        for name in names:
            described = {"for": scope, "attr.name": name, "attr.type": _TYPES[name]}
            ET.SubElement(root, "key", {"id": f"{scope}-{name}", **described})
    graph = ET.SubElement(root, "graph", id="relations", edgedefault="directed")
    for one in _nodes(shown):
        node = ET.SubElement(graph, "node", id=one.partner)
        _data(node, "node", {"label": _legal(shown.names[one.partner]), **_values(one, NODE)})
    for link in shown.network.links:
        edge = ET.SubElement(graph, "edge", source=link.source, target=link.target)
        _data(edge, "edge", _values(link, EDGE))
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="utf-8")


def to_nodes_csv(shown: Published) -> bytes:
    """Write a row for each partner asked."""
    rows = ([one.partner, shown.names[one.partner], *_line(one, NODE)] for one in _nodes(shown))
    return _csv(("id", "label", *NODE), rows)


def to_edges_csv(shown: Published) -> bytes:
    """Write a row for each score that both partners agreed to show."""
    rows = ([link.source, link.target, *_line(link, EDGE)] for link in shown.network.links)
    return _csv(("source", "target", *EDGE), rows)


def to_kumu(shown: Published) -> bytes:
    """Write the blueprint that Kumu imports: elements and connections, joined by their identifiers."""
    elements = [
        {"id": one.partner, "label": shown.names[one.partner], "type": "partner", **_values(one, NODE)}
        for one in _nodes(shown)
    ]
    connections = [
        {"from": link.source, "to": link.target, "direction": "directed", **_values(link, EDGE)}
        for link in shown.network.links
    ]
    return json.dumps({"elements": elements, "connections": connections}, ensure_ascii=False, indent=1).encode()


FILES = {
    "graphml": (to_graphml, "application/xml; charset=utf-8", "graphml"),
    "nodes": (to_nodes_csv, "text/csv; charset=utf-8", "csv"),
    "edges": (to_edges_csv, "text/csv; charset=utf-8", "csv"),
    "kumu": (to_kumu, "application/json", "json"),
}


def _nodes(shown: Published) -> tuple[Received, ...]:
    return shown.network.received or tuple(Received(one) for one in shown.network.partners)


def _values(one: Received | Link, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(one, name) for name in names if getattr(one, name) is not None}


def _line(one: Received | Link, names: tuple[str, ...]) -> list[str]:
    return [_written(getattr(one, name)) for name in names]


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _data(element: ET.Element, scope: str, values: dict[str, object]) -> None:
    for name, value in values.items():
        ET.SubElement(element, "data", key=f"{scope}-{name}").text = _written(value)


def _legal(text: str) -> str:
    """Leave out what XML forbids."""
    return "".join(letter for letter in text if letter.isprintable())


def _csv(headers: tuple[str, ...], rows: Iterable[list[str]]) -> bytes:
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow(headers)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return page.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    """Keep a spreadsheet from taking words for a formula; numbers here are never negative."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
