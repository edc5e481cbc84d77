"""What an alliance changes: effects in their matrix, what each still lacks, what can be said of all of them.

An effect belongs to one impact and one level. It is qualified (what changes, for whom, by which path, how sure it is),
measured (indicators) and illustrated (words, photographs, documents): see `docs/measures`, evaluation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Sign = Literal["positive", "negative"]
Level = Literal["actors", "ecosystem"]
Confidence = Literal["", "declared", "documented", "observed", "attested", "contradicted"]
Lack = Literal["what_changes", "for_whom", "mechanism", "confidence", "indicator", "illustration"]
Facing = Literal["qualify", "measure", "illustrate"]

LEVELS: tuple[Level, ...] = ("actors", "ecosystem")
FEWEST_STAGES = 2
"""A path is a path when it has at least two of the five stages: where one starts, and where it leads."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect, with the number of stages, steps, indicators and illustrations that hang on it.

    `key` finds it again; `confidence` is empty when nobody said. Counts are whole numbers, 0 or more.
    """

    key: str
    impact: str
    level: Level
    title: str
    sign: Sign = "positive"
    expected: bool = True
    what_changes: str = ""
    for_whom: str = ""
    confidence: Confidence = ""
    stages: int = 0
    steps: int = 0
    indicators: int = 0
    illustrations: int = 0

    @property
    def is_apart(self) -> bool:
        """Whether it is negative or unexpected: what a matrix must show first.

        >>> Effect("a", "trust", "actors", "Temps pris", sign="negative").is_apart
        True
        """
        return self.sign == "negative" or not self.expected

    @property
    def has_evidence(self) -> bool:
        """Whether anything but words of the partners stands behind it: an indicator or an illustration."""
        return self.indicators > 0 or self.illustrations > 0


FACING: dict[Lack, Facing] = {
    "what_changes": "qualify",
    "for_whom": "qualify",
    "mechanism": "qualify",
    "confidence": "qualify",
    "indicator": "measure",
    "illustration": "illustrate",
}
"""Which of the three verbs of an evaluation each lack belongs to."""


def lacks(effect: Effect) -> tuple[Lack, ...]:
    """Return what an effect still lacks to be qualified, measured and illustrated, in the order to fill it.

    >>> lacks(Effect("a", "trust", "actors", "Confiance", what_changes="On se parle.", for_whom="Équipes", steps=1))
    ('mechanism', 'confidence', 'indicator', 'illustration')
    >>> lacks(Effect("a", "trust", "actors", "T", "positive", True, "x", "y", "observed", 2, 3, 1, 1))
    ()
    """
    missing: dict[Lack, bool] = {
        "what_changes": not effect.what_changes.strip(),
        "for_whom": not effect.for_whom.strip(),
        "mechanism": effect.stages < FEWEST_STAGES,
        "confidence": not effect.confidence,
        "indicator": effect.indicators == 0,
        "illustration": effect.illustrations == 0,
    }
    return tuple(lack for lack, is_missing in missing.items() if is_missing)


def lacking(effect: Effect, facing: Facing) -> tuple[Lack, ...]:
    """Return what an effect lacks for one of the three verbs.

    >>> lacking(Effect("a", "trust", "actors", "Confiance"), "measure")
    ('indicator',)
    """
    return tuple(lack for lack in lacks(effect) if FACING[lack] == facing)


@dataclass(frozen=True, slots=True)
class Cell:
    """The effects of one impact on one level, in the order in which they are read."""

    impact: str
    level: Level
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """All cells, impact by impact, and the effects that are negative or unexpected, to be shown first."""

    cells: tuple[Cell, ...]
    apart: tuple[Effect, ...]


def rank(effect: Effect) -> tuple[int, int, int, str, str]:
    """Return where an effect stands among others: what disturbs first, then what is contradicted, then by title.

    >>> gain, loss = Effect("a", "trust", "actors", "A"), Effect("b", "trust", "actors", "B", sign="negative")
    >>> [one.title for one in sorted([gain, loss], key=rank)]
    ['B', 'A']
    """
    return (
        effect.sign != "negative",
        effect.expected,
        effect.confidence != "contradicted",
        effect.title.casefold(),
        effect.key,
    )


def matrix_of(effects: Iterable[Effect], impacts: Sequence[str]) -> Matrix:
    """Place effects in the matrix: one cell for each impact and level, empty ones included.

    Refuses (ValueError) an impact or a level that the matrix does not have: an effect must never vanish from it.

    >>> matrix = matrix_of([Effect("a", "trust", "actors", "Confiance")], ["performance", "trust"])
    >>> [(cell.impact, cell.level, len(cell.effects)) for cell in matrix.cells]
    [('performance', 'actors', 0), ('performance', 'ecosystem', 0), ('trust', 'actors', 1), ('trust', 'ecosystem', 0)]
    """
    places: dict[tuple[str, Level], list[Effect]] = {(impact, level): [] for impact in impacts for level in LEVELS}
    ordered = sorted(effects, key=rank)
    for effect in ordered:
        if (effect.impact, effect.level) not in places:
            raise ValueError(f"effect {effect.key}: no cell {effect.impact} × {effect.level} in this matrix")
        places[effect.impact, effect.level].append(effect)
    cells = tuple(Cell(impact, level, tuple(found)) for (impact, level), found in places.items())
    return Matrix(cells, tuple(effect for effect in ordered if effect.is_apart))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many effects there are, and how many of each sort. `apart`: negative or unexpected, each counted once."""

    total: int
    negative: int
    unexpected: int
    apart: int
    bare: int
    contradicted: int
    qualified: int
    measured: int
    illustrated: int


def tally(effects: Iterable[Effect]) -> Tally:
    """Count effects. `bare` have neither indicator nor illustration.

    >>> loss = Effect("b", "trust", "actors", "B", sign="negative", expected=False, indicators=2)
    >>> counted = tally([Effect("a", "trust", "actors", "A"), loss])
    >>> counted.total, counted.negative, counted.unexpected, counted.apart, counted.bare, counted.measured
    (2, 1, 1, 1, 1, 1)
    """
    rows = list(effects)
    return Tally(
        total=len(rows),
        negative=sum(row.sign == "negative" for row in rows),
        unexpected=sum(not row.expected for row in rows),
        apart=sum(row.is_apart for row in rows),
        bare=sum(not row.has_evidence for row in rows),
        contradicted=sum(row.confidence == "contradicted" for row in rows),
        qualified=sum(not lacking(row, "qualify") for row in rows),
        measured=sum(row.indicators > 0 for row in rows),
        illustrated=sum(row.illustrations > 0 for row in rows),
    )


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts of one change in percent, 0 to 100, as people estimate them; None is « not said ».

    Three parts add up: what the partners claim, what would have happened anyway, what others brought. Displacement is
    beside them: the part of the change that was only moved from elsewhere.
    """

    claimed: int | None = None
    deadweight: int | None = None
    others: int | None = None
    displacement: int | None = None

    @property
    def said(self) -> int | None:
        """The sum of the parts that were said; None when none was."""
        parts = [part for part in (self.claimed, self.deadweight, self.others) if part is not None]
        return sum(parts) if parts else None


def excess(shares: Shares) -> int:
    """Return by how many points the parts of a change exceed the whole, 0 when they hold in it.

    Nothing is corrected or completed: a part that nobody said stays unsaid.

    >>> excess(Shares(claimed=60, deadweight=30, others=25)), excess(Shares(claimed=60)), excess(Shares())
    (15, 0, 0)
    """
    return max(0, (shares.said or 0) - 100)
