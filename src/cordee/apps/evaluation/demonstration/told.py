"""What an invented evaluation holds, part by part, as people would type it in the forms of each page.

A day is written as `Months(-14)`: so many months from the day of loading, so that what is due or late stays so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Typed = Mapping[str, Any]
"""What is typed in a form: the names of its fields, and words."""


@dataclass(frozen=True)
class Months:
    """A day told by its distance in months from the day of loading: negative in the past."""

    away: int


@dataclass(frozen=True)
class PieceTold:
    """A file that the alliance keeps: its title, its name, what is in it (or the name of a picture beside)."""

    title: str
    file: str
    text: str = ""


@dataclass(frozen=True)
class FramingTold:
    """The frame: `evidence` of a moment and `partner` of means are keys; lessons are by key of partner.

    `figures`: what the observatory calls a figure that was taken → the title of the ground that it sheds light on.
    """

    moments: tuple[Typed, ...]
    grounds: tuple[Typed, ...]
    purpose: Typed
    scope: Typed
    questions: Typed
    stakeholders: tuple[Typed, ...]
    steps: tuple[Typed, ...]
    means: tuple[Typed, ...]
    lessons: Mapping[str, str]
    figures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class IllustrationTold:
    """Words with their consent, the file that goes with them, and why they were withdrawn if they were."""

    typed: Typed
    file: PieceTold | None = None
    withdrawn: str = ""


@dataclass(frozen=True)
class EffectTold:
    """An effect, the steps that lead to it (kind, words, condition), what shows it, why it was set aside if it was."""

    key: str
    typed: Typed
    path: tuple[tuple[str, str, str], ...] = ()
    shown: tuple[IllustrationTold, ...] = ()
    set_aside: str = ""


@dataclass(frozen=True)
class ValueTold:
    """A figure: how many months from today, for which group, how sure, where from; `corrects` is what stood before."""

    months: int
    value: str
    note: str = ""
    confidence: str = "documented"
    group: str = ""
    corrects: str = ""


@dataclass(frozen=True)
class IndicatorTold:
    """An indicator with its values; `effect` and `owner` are keys."""

    typed: Typed
    values: tuple[ValueTold, ...] = ()
    effect: str = ""
    owner: str = ""
    catalogue: str = ""


@dataclass(frozen=True)
class SaidOf:
    """What a side says of another partner: « family amount level » or « family level », separated by commas."""

    gives: str
    receives: str


@dataclass(frozen=True)
class SideTold:
    """The side of a partner; None for `attributed`: it is still a draft."""

    about: Mapping[str, SaidOf]
    attributed: bool | None = True
    money_total: str = ""


@dataclass(frozen=True)
class BalanceTold:
    """The sides by key of partner, and comments: who writes, on which couple, what."""

    sides: Mapping[str, SideTold]
    comments: tuple[tuple[str, str, str, str], ...] = ()


@dataclass(frozen=True)
class RelationsTold:
    """The survey: for each partner the others it works with, as « reliability openness mission influence … ».

    Whom a sheet does not name, its partner does not work with; « ? » stands for « I do not know ».
    """

    sheets: Mapping[str, Mapping[str, str]]
    reserved: frozenset[str] = frozenset()
    closed: bool = False


@dataclass(frozen=True)
class RubricTold:
    """A rubric: its cell, the words that were changed, what each gave, what all say, who does not join."""

    cell: str
    given: Mapping[str, Typed]
    common: Typed | None = None
    dissents: Mapping[str, Typed] = field(default_factory=dict)
    words: Typed = field(default_factory=dict)


@dataclass(frozen=True)
class JudgementTold:
    """The rubrics, how they were agreed, the limits; whether all consent to a page open to anybody."""

    agreed: str
    rubrics: tuple[RubricTold, ...]
    limits: Typed
    is_public: bool = False


@dataclass(frozen=True)
class EvaluationTold:
    """A whole evaluation: `partners` are the keys of the partners, in the order of the demonstration."""

    title: str
    partners: tuple[str, ...]
    pieces: Mapping[str, PieceTold]
    framing: FramingTold
    effects: tuple[EffectTold, ...]
    indicators: tuple[IndicatorTold, ...]
    balance: BalanceTold
    efficiency: tuple[tuple[str, Typed], ...]
    relations: RelationsTold
    judgement: JudgementTold
