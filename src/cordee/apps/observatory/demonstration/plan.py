"""What the demonstration barometer aims at, read from its plan: populations, scales, questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

PLAN = Path(__file__).with_name("plan.yaml")
Words = Mapping[str, str]
"""The same words by language."""


@dataclass(frozen=True)
class Size:
    """Three classes of size: what they are called, their share in the population and in the sample."""

    text: Words
    labels: Mapping[str, Words]
    population: tuple[float, ...]
    sample: tuple[float, ...]


@dataclass(frozen=True)
class Population:
    """Who is asked. `n`: respondents of a wave; `population`: how many they stand for.

    `allocation`: the part of a region in the sample grows as this power of its population. `strata`: columns
    within which people are drawn; `calibrate_on`: columns whose totals are known.
    """

    name: str
    edition: str
    seed: int
    title: Words
    base: Words
    note: Words
    n: int
    population: float
    size: Size
    region_population: tuple[float, ...]
    allocation: float
    strata: tuple[str, ...]
    calibrate_on: tuple[str, ...]


@dataclass(frozen=True)
class Scale:
    """How one answers. `within`: how a side of the scale is shared out, codes of `counted` first; none for a mark."""

    name: str
    labels: Mapping[str, Words]
    within: tuple[float, ...]
    counted: tuple[str, ...]

    @property
    def is_mark(self) -> bool:
        """Say whether answers are marks from 0 to 10."""
        return not self.labels


@dataclass(frozen=True)
class Asked:
    """A question: its words, its scale, what it aims at by population and wave, what a region may add."""

    key: str
    text: Words
    scale: Scale
    aims: Mapping[str, tuple[float, ...]]
    region: float


@dataclass(frozen=True)
class Plan:
    """The whole of it."""

    waves: tuple[str, ...]
    regions: tuple[str, ...]
    wave: Mapping[str, Any]
    region: Mapping[str, Any]
    populations: Mapping[str, Population]
    questions: tuple[Asked, ...]


@cache
def plan() -> Plan:
    """Read the plan."""
    document: dict[str, Any] = YAML(typ="safe", pure=True).load(PLAN.read_text(encoding="utf-8"))
    scales = {name: _scale(said) for name, said in document["scales"].items()}
    names = tuple(document["populations"])
    return Plan(
        waves=tuple(document["waves"]),
        regions=tuple(document["regions"]),
        wave=document["wave"],
        region=document["region"],
        populations={name: _population(name, said) for name, said in document["populations"].items()},
        questions=tuple(_asked(key, said, scales, names) for key, said in document["questions"].items()),
    )


def _population(name: str, said: dict[str, Any]) -> Population:
    size = said["size"]
    total = sum(said["region_population"])
    return Population(
        name=name,
        edition=said["edition"],
        seed=said["seed"],
        title=said["title"],
        base=said["base"],
        note=said["note"],
        n=said["n"],
        population=said["population"],
        size=Size(size["text"], size["labels"], tuple(size["population"]), tuple(size["sample"])),
        region_population=tuple(share / total for share in said["region_population"]),
        allocation=said["allocation"],
        strata=tuple(said["strata"]),
        calibrate_on=tuple(said["calibrate_on"]),
    )


def _scale(said: dict[str, Any]) -> Scale:
    return Scale(said["name"], said.get("labels", {}), tuple(said.get("within", ())), tuple(said.get("counted", ())))


def _asked(key: str, said: dict[str, Any], scales: Mapping[str, Scale], populations: tuple[str, ...]) -> Asked:
    aims = {name: tuple(said[name]) for name in populations}
    return Asked(key, said["text"], scales[said["scale"]], aims, said["region"])
