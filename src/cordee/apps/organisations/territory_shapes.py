"""The 18 regions as a figure draws them: their tile, from north to south, and their outline."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from functools import cache

from cordee.apps.organisations.territories import DATA, OVERSEAS_REGIONS
from cordee.charts.outlines import Outline
from cordee.charts.regions import Place


@cache
def region_places() -> Mapping[str, Place]:
    """Return the place of every region by its code, from north to south, those overseas last: never by value."""
    outlines, names = _outlines(), {row["code"]: row["name"] for row in _rows("regions.csv")}
    return {row["code"]: _place(row, names, outlines) for row in _rows("region-tiles.csv")}


def metropolitan_codes() -> tuple[str, ...]:
    """Return the codes of the 13 regions of mainland France and Corsica, from north to south."""
    return tuple(code for code in region_places() if code not in OVERSEAS_REGIONS)


def _outlines() -> dict[str, Outline]:
    document = json.loads((DATA / "france-regions.json").read_text(encoding="utf-8"))
    return {one["code"]: Outline.read(one["d"], (one["cx"], one["cy"])) for one in document["regions"]}


def _place(row: Mapping[str, str], names: Mapping[str, str], outlines: Mapping[str, Outline]) -> Place:
    code = row["code"]
    return Place(names[code], row["short"], (int(row["column"]), int(row["row"])), outlines[code])


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
