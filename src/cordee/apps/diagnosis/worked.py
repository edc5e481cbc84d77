"""The worked examples written in the pages of measures: what is given, what must come out, each under a name.

    Vision [vision]: 3
    Maturité [maturity] = 1,7

The name in brackets is for the test that runs the example; the label and the value are what a reader sees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LINE = re.compile(r"(?P<label>[^\[]+?) \[(?P<name>[a-z_]+)\](?P<sign>:| =) (?P<text>.+)")


@dataclass(frozen=True)
class Figure:
    """One line of an example."""

    label: str
    name: str
    text: str

    @property
    def number(self) -> float:
        """The value as a number, whatever the language it is written in."""
        return float(re.sub(r"[^\d.,+−-]", "", self.text).replace(",", ".").replace("−", "-"))

    @property
    def numbers(self) -> list[float]:
        """The values of a list written « 3 ; 2 ; 4 »."""
        return [float(part.strip().replace(",", ".")) for part in self.text.split(";")]


@dataclass(frozen=True)
class Worked:
    """An example: the subject it works out, what is given and what is expected."""

    subject: str
    given: tuple[Figure, ...]
    expected: tuple[Figure, ...]


def worked_example(subject: str, content: str) -> Worked:
    """Read an example. ValueError: a line that is neither given nor expected."""
    given: list[Figure] = []
    expected: list[Figure] = []
    for line in filter(None, content.splitlines()):
        found = LINE.fullmatch(line.strip())
        if found is None:
            raise ValueError(f"not a line of an example: {line!r}")
        figure = Figure(found["label"], found["name"], found["text"])
        (given if found["sign"] == ":" else expected).append(figure)
    return Worked(subject, tuple(given), tuple(expected))
