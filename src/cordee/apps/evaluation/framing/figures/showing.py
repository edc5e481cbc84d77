"""Figures as the pages of a frame show them: those that may be taken, by theme, and those that were."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.framing.figures.offered import standings_of
from cordee.apps.evaluation.framing.figures.reading import HeldFigure
from cordee.apps.evaluation.framing.figures.telling import (
    asked_said,
    base_said,
    count_said,
    edition_said,
    interval_said,
    limits_of,
    value_said,
)
from cordee.apps.evaluation.framing.figures.written import fate_of
from cordee.apps.evaluation.framing.telling import when_said
from cordee.apps.library.addresses import language
from cordee.core.territory_figure import OfferedFigure, TerritoryFigure
from cordee.core.territory_figure_wording import site_of


@dataclass(frozen=True)
class ShownFigure:
    """A figure in words. `taken`: it is in the frame already; `chosen`: its box was ticked before an error."""

    key: str
    value: str
    interval: str
    asked: str
    base: str
    count: str
    source: str
    site: str
    address: str
    synthetic: bool
    limits: list[str]
    taken: bool = False
    chosen: bool = False


@dataclass(frozen=True)
class ShownTheme:
    """The figures of a theme; `opened` when it must be unfolded."""

    key: str
    name: str
    figures: list[ShownFigure]
    opened: bool


@dataclass(frozen=True)
class ShownCopy:
    """A figure of the frame: its words, when it was taken, what it sheds light on, what became of its edition."""

    figure: ShownFigure
    day: str
    ground: str
    fate: str
    edition: str
    remove_url: str


def themes_shown(
    offered: Sequence[OfferedFigure], held: Collection[tuple[str, str]], chosen: Collection[str], *, opened: bool
) -> list[ShownTheme]:
    """Return figures by theme; `held` are the keys and digests of those taken, `chosen` the keys that were ticked."""
    shown = []
    for (key, name), group in groupby(offered, key=lambda one: (one.theme, one.theme_name)):
        figures = [_shown(one.figure, held, chosen) for one in group]
        shown.append(ShownTheme(key, name, figures, opened or any(one.chosen for one in figures)))
    return shown


def copies_shown(opened: OpenedEvaluation, held: Sequence[HeldFigure]) -> list[ShownCopy]:
    """Return the figures of a frame, with the way to take each out."""
    standings = standings_of(one.figure for one in held)
    return [
        ShownCopy(
            figure=_shown(one.figure, (), ()),
            day=when_said(one.figure.taken),
            ground=one.ground.title if one.ground else "",
            fate=fate_of(one.figure, standings),
            edition=edition_said(one.figure) if one.figure.edition else "",
            remove_url=opened.url("framing-figure-remove", one.row.public),
        )
        for one in held
    ]


def _shown(figure: TerritoryFigure, held: Collection[tuple[str, str]], chosen: Collection[str]) -> ShownFigure:
    return ShownFigure(
        key=figure.key,
        value=value_said(figure),
        interval=interval_said(figure),
        asked=asked_said(figure),
        base=base_said(figure),
        count=count_said(figure),
        source=figure.source.in_(language()),
        site=site_of(figure.address),
        address=figure.address,
        synthetic=figure.synthetic,
        limits=limits_of(figure),
        taken=(figure.key, figure.digest) in held,
        chosen=figure.key in chosen,
    )
