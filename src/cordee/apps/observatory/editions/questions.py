"""The questions of an edition: what was asked, word for word, on which scale, to whom, and what is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cordee.core.packs.text import Text
from cordee.stats.design import Design
from cordee.stats.design_file import read_design
from cordee.stats.sources.dictionary import Dictionary, Variable, read_dictionary

DESIGN = "design.yaml"
Kind = Literal["proportion", "mean"]


@dataclass(frozen=True)
class Question:
    """A variable whose figures are published. `values`: the codes that its share counts; none for a mean."""

    key: str
    text: Text
    scale: str
    base: Text
    kind: Kind
    values: tuple[str, ...]
    labels: Mapping[str, Text]


def design_of(folder: Path) -> Design:
    """Read the design of an edition."""
    return read_design(DESIGN, (folder / DESIGN).read_bytes())


def dictionary_of(folder: Path, design: Design) -> Dictionary:
    """Read the dictionary that a design names; an empty one when it names none."""
    if design.dictionary is None:
        return Dictionary()
    return read_dictionary(design.dictionary, (folder / design.dictionary).read_bytes())


def questions_of(design: Design, dictionary: Dictionary) -> tuple[Question, ...]:
    """Return the questions in the order in which the design asks for them; the first share asked is the one counted."""
    found: dict[str, Question] = {}
    for asked in design.estimates:
        if asked.measure in ("proportion", "mean"):
            values = tuple(str(code) for code in asked.values)
            for name in asked.asked:
                found.setdefault(name, _question(name, asked.measure, values, dictionary.of(name)))
    return tuple(found.values())


def _question(name: str, kind: str, values: tuple[str, ...], said: Variable) -> Question:
    return Question(
        key=name,
        text=said.text or both(name),
        scale=said.scale or "",
        base=both(said.base) if said.base else both("—"),
        kind="mean" if kind == "mean" else "proportion",
        values=values,
        labels=labels_of(said),
    )


def labels_of(said: Variable) -> dict[str, Text]:
    """Return what each code of a variable means."""
    return {code: both(words) for code, words in said.labels.items()}


def both(words: str | Text) -> Text:
    """Return words as a text; those of one language stand in both."""
    return words if isinstance(words, Text) else Text(fr=words, en=words)
