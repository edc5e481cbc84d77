"""Writes a population of the demonstration as the files of any survey: data, dictionary, design, margins."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from ruamel.yaml import YAML

from cordee.apps.observatory.demonstration.drawing import MISSING, People, answers_of, people_of, shares_of
from cordee.apps.observatory.demonstration.plan import Asked, Plan, Population

DATA, DICTIONARY, DESIGN, MARGINS = "data.csv", "dictionary.yaml", "design.yaml", "margins.csv"
CALIBRATION = {"region": "wave_region", "size": "wave_size", "cell": "wave_region_size"}
"""What one calibrates on, and the column that holds it: the wave is in it, so that each wave reaches its own totals."""
CUTS = (["wave"], ["wave", "region"], ["wave", "size"])
CHANGES = (("2019", "2024"), ("2021", "2024"))


def write_survey(folder: Path, plan: Plan, population: Population) -> None:
    """Write the four files of a population into a folder."""
    people = people_of(plan, population)
    _write_data(folder / DATA, plan, population, people)
    _write_margins(folder / MARGINS, plan, population)
    _write_yaml(folder / DICTIONARY, {"variables": _variables(plan, population)})
    _write_yaml(folder / DESIGN, _design(plan, population))


def _write_data(path: Path, plan: Plan, population: Population, people: People) -> None:
    answers = answers_of(plan, population, people)
    weight = repr(population.population / population.n)
    columns = [_wave_region_size(plan, population, people), *answers.values()]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["wave", "region", "size", *CALIBRATION.values(), "w", *answers])
        for (wave, region, size), *given in zip(*columns, strict=True):
            keys = [f"{wave}-{region}", f"{wave}-{size}", f"{wave}-{region}-{size}"]
            writer.writerow([wave, region, size, *keys, weight, *given])


def _wave_region_size(plan: Plan, population: Population, people: People) -> Iterator[tuple[str, str, str]]:
    sizes = list(population.size.labels)
    for wave, region, size in zip(people.wave, people.region, people.size, strict=True):
        yield plan.waves[wave], plan.regions[region], sizes[size]


def _write_margins(path: Path, plan: Plan, population: Population) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["variable", "category", "total"])
        for wave in plan.waves:
            for on in population.calibrate_on:
                for category, share in _shares(plan, population, on):
                    writer.writerow([CALIBRATION[on], f"{wave}-{category}", repr(share * population.population)])


def _shares(plan: Plan, population: Population, on: str) -> Iterable[tuple[str, float]]:
    """Return the categories of what one calibrates on, each with its share of the population."""
    sizes, cells = list(population.size.labels), shares_of(population)
    if on == "region":
        return zip(plan.regions, cells.sum(axis=1).tolist(), strict=True)
    if on == "size":
        return zip(sizes, cells.sum(axis=0).tolist(), strict=True)
    names = [f"{region}-{size}" for region in plan.regions for size in sizes]
    return zip(names, np.ravel(cells).tolist(), strict=True)


def _variables(plan: Plan, population: Population) -> dict[str, Any]:
    base = dict(population.base)
    cuts = {
        "wave": {"text": dict(plan.wave["text"]), "labels": _plain(plan.wave["labels"])},
        "region": {"text": dict(plan.region["text"])},
        "size": {"text": dict(population.size.text), "labels": _plain(population.size.labels)},
    }
    return {**cuts, **{asked.key: _variable(asked, base) for asked in plan.questions}}


def _variable(asked: Asked, base: dict[str, str]) -> dict[str, Any]:
    said: dict[str, Any] = {"text": dict(asked.text), "scale": asked.scale.name, "base": dict(base)}
    said["missing"] = [int(MISSING)]
    return said if asked.scale.is_mark else {**said, "labels": _plain(asked.scale.labels)}


def _plain(labels: Any) -> dict[str, dict[str, str]]:
    return {str(code): dict(words) for code, words in labels.items()}


def _design(plan: Plan, population: Population) -> dict[str, Any]:
    return {
        "weight": "w",
        "strata": list(population.strata),
        "calibration": {"method": "raking", "margins": MARGINS},
        "dictionary": DICTIONARY,
        "suppress_under": 30,
        "estimates": list(_estimates(plan)),
    }


def _estimates(plan: Plan) -> Iterator[dict[str, Any]]:
    """Ask for every question in each cut, then each region against the rest, then the changes; questions by scale."""
    items = list(_items(plan))
    yield from ({**item, "by": by} for item in items for by in CUTS)
    yield from ({**item, "by": ["wave"]} for item in _distribution(plan))
    for item in items:
        compared = {**item, "measure": "difference", "of": item["measure"]}
        yield {**compared, "along": "region", "against": "rest", "by": ["wave"]}
        for before, after in CHANGES:
            change = {**compared, "measure": "change", "along": "wave", "from": before, "to": after}
            yield from (change, {**change, "by": ["region"]})


def _items(plan: Plan) -> Iterator[dict[str, Any]]:
    for scale in dict.fromkeys(asked.scale.name for asked in plan.questions):
        asked = [one for one in plan.questions if one.scale.name == scale]
        variables = [one.key for one in asked]
        if asked[0].scale.is_mark:
            yield {"measure": "mean", "variables": variables}
        else:
            yield {"measure": "proportion", "variables": variables, "values": list(asked[0].scale.counted)}


def _distribution(plan: Plan) -> Iterator[dict[str, Any]]:
    """Ask for each answer of the first question, one by one."""
    first = plan.questions[0]
    for code in first.scale.labels:
        yield {"measure": "proportion", "variable": first.key, "values": [code]}


def _write_yaml(path: Path, document: dict[str, Any]) -> None:
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = None
    writer.width = 10_000
    writer.representer.ignore_aliases = lambda _data: True
    writer.representer.sort_base_mapping_type_on_output = False
    writer.allow_unicode = True
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        writer.dump(document, stream)
