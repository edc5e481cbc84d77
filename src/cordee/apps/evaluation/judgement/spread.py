"""How the judgements spread, question by question: the figure of what the reader may see, and its table."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.evaluation.judgement.bridge import together_of
from cordee.apps.evaluation.judgement.queries import Bench
from cordee.apps.evaluation.judgement.words import level_words
from cordee.apps.evaluation.models import Mark
from cordee.apps.library.addresses import language
from cordee.apps.ui.figures import DrawnFigure
from cordee.charts.level_counts import CountedLine, LevelCounts, level_counts_svg
from cordee.core.document import Cell, Column, Kind, Picture, Table
from cordee.core.judgement import Accord

NAME = "judgement-spread"
COLUMNS = tuple(Mark)
"""The columns of the figure: the four levels, then « cannot judge yet »."""

NamedBench = tuple[str, Bench]
"""A question by its name, with what was judged on it."""


def spread_of(questions: Sequence[NamedBench], name: str = NAME) -> LevelCounts | None:
    """Return the figure of the questions whose judgements the reader may see; None when there is none.

    Questions keep the order in which they were agreed, and partners are counted, never named: nobody is ranked.
    """
    readable = _readable(questions)
    if not readable:
        return None
    return LevelCounts(
        id=name,
        title=_title([bench for _name, bench in readable]),
        subtitle=_(
            "Un disque : un partenaire. Un cercle : un partenaire qui ne peut pas encore juger. Cadre : ce que tous "
            "ont dit ensemble. Les questions restent dans l’ordre convenu : rien n’est classé."
        ),
        lang=language(),
        heads=_heads(),
        lines=tuple(_line(said, bench) for said, bench in readable),
    )


def spread_picture(questions: Sequence[NamedBench], name: str = NAME) -> list[Picture]:
    """Return the figure as the report holds it, with its table; nothing when there is nothing to see."""
    figure = spread_of(questions, name)
    if figure is None:
        return []
    svg = level_counts_svg(figure, theme="print")
    return [Picture(name, figure.title, figure.subtitle, svg, _twin(figure, _readable(questions)))]


def drawn_spread(questions: Sequence[NamedBench], name: str = NAME) -> DrawnFigure | None:
    """Return the figure as a page holds it, for a phone and for a desk, with its table."""
    figure = spread_of(questions, name)
    if figure is None:
        return None
    twin = _twin(figure, _readable(questions))
    svg = level_counts_svg(figure, "narrow") + level_counts_svg(figure, "wide")
    return DrawnFigure(
        id=figure.id,
        title=figure.title,
        subtitle=figure.subtitle,
        note=figure.note,
        svg=mark_safe(svg),  # noqa: S308 - `level_counts_svg` escapes every text it writes
        headers=tuple(column.title for column in twin.columns),
        rows=tuple(tuple(map(str, row)) for row in twin.rows),
    )


def _readable(questions: Sequence[NamedBench]) -> list[NamedBench]:
    return [(name, bench) for name, bench in questions if bench.sees.allowed and bench.latest]


def _heads() -> tuple[str, str, str, str, str]:
    first, second, third, fourth, _not_yet = (level_words(mark) for mark in COLUMNS)
    return first, second, third, fourth, _("Trop tôt pour juger")


def _line(name: str, bench: Bench) -> CountedLine:
    read = together_of(bench.latest)
    common = None if bench.common is None else COLUMNS.index(Mark(bench.common.mark))
    return CountedLine(name, (*read.counts, read.not_yet), common)


def _title(benches: Sequence[Bench]) -> str:
    accords = [together_of(bench.latest).accord for bench in benches]
    apart = sum(accord in (Accord.SPREAD, Accord.OPPOSED) for accord in accords)
    if apart:
        return ngettext(
            "Sur {count} question, les partenaires ne jugent pas pareil",
            "Sur {count} questions, les partenaires ne jugent pas pareil",
            apart,
        ).format(count=apart)
    if all(accord is Accord.SHARED for accord in accords):
        return _("Les partenaires jugent pareil, à un niveau près au plus")
    return _("Ce que les partenaires ont jugé, question par question")


def _twin(figure: LevelCounts, questions: Sequence[NamedBench]) -> Table:
    levels = (Column(mark.value, head, Kind.NUMBER) for mark, head in zip(COLUMNS, figure.heads, strict=True))
    columns = (Column("rubric", _("Ce qui est jugé")), *levels, Column("common", _("Jugement commun")))
    rows: list[tuple[Cell, ...]] = []
    for line, (_name, bench) in zip(figure.lines, questions, strict=True):
        common = _("pas encore") if bench.common is None else level_words(bench.common.mark)
        rows.append((line.name, *line.counts, common))
    return Table(f"{figure.id}-counts", _("Combien de partenaires ont choisi chaque niveau"), columns, tuple(rows))
