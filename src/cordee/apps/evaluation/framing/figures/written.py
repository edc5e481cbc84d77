"""The figures of a frame as blocks of a document: a table of the copies, and what became of their editions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.evaluation.framing.figures.offered import standings_of
from cordee.apps.evaluation.framing.figures.telling import (
    asked_said,
    base_said,
    fate_said,
    limits_of,
    source_said,
    whole_value,
)
from cordee.core.document import Absent, Block, Cell, Column, Kind, Paragraph, Table, Tone
from cordee.core.territory_figure import EditionStanding, TerritoryFigure
from cordee.core.written_frame import FrameFigure

Standings = Mapping[str, EditionStanding]
"""What became of editions, by the SHA-256 of the card of each."""


def figure_blocks(figures: Sequence[FrameFigure]) -> Iterator[Block]:
    """Give the table of the figures, after what a reader must know before any of them; nothing when there is none."""
    if not figures:
        return
    if any(one.figure.synthetic for one in figures):
        yield Paragraph(synthetic_warning(figures), Tone.WARNING)
    standings = standings_of(one.figure for one in figures)
    yield from (Paragraph(words, Tone.WARNING) for words in fates(figures, standings))
    columns = (
        Column("value", _("Valeur"), brief=True),
        Column("asked", _("Ce qu’elle mesure"), brief=True),
        Column("base", _("Qui, où, quand"), brief=True),
        Column("n", _("Réponses"), Kind.NUMBER),
        Column("source", _("Source"), brief=True),
        Column("limits", _("À savoir")),
        Column("taken", _("Repris le"), Kind.DAY),
    )
    yield Table(
        "framing-figures", _("Chiffres de l’observatoire"), columns, tuple(_row(one, standings) for one in figures)
    )


def synthetic_warning(figures: Sequence[FrameFigure]) -> str:
    """Say how many of the figures are invented."""
    count = sum(one.figure.synthetic for one in figures)
    return ngettext(
        "%(n)s chiffre vient de données de démonstration (synthétiques) : il ne dit rien d’un vrai territoire.",
        "%(n)s chiffres viennent de données de démonstration (synthétiques) : ils ne disent rien d’un vrai territoire.",
        count,
    ) % {"n": count}


def fates(figures: Sequence[FrameFigure], standings: Standings) -> list[str]:
    """Say what became of editions that no longer stand, each with the value copied from it."""
    told = ((one.figure, fate_of(one.figure, standings)) for one in figures)
    return [f"{whole_value(figure)}, {base_said(figure)}. {fate}" for figure, fate in told if fate]


def fate_of(figure: TerritoryFigure, standings: Standings) -> str:
    """Say what became of the edition of a figure; nothing while it stands, or where there is none."""
    return fate_said(standings.get(figure.digest, EditionStanding.STANDS))


def figures_lead(figures: Sequence[FrameFigure]) -> str:
    """Say how many figures of the observatory the frame holds; nothing for none."""
    if not figures:
        return ""
    count = len(figures)
    return ngettext(
        "%(n)s chiffre est repris de l’observatoire.", "%(n)s chiffres sont repris de l’observatoire.", count
    ) % {"n": count}


def _row(one: FrameFigure, standings: Standings) -> tuple[Cell, ...]:
    figure = one.figure
    lights = [_("Éclaire : %(title)s.") % {"title": one.sheds_light_on}] if one.sheds_light_on else []
    known = " ".join([*lights, *limits_of(figure)])
    return (
        whole_value(figure),
        asked_said(figure),
        base_said(figure),
        Absent(_("non publié")) if figure.n is None else figure.n,
        " ".join(filter(None, [source_said(figure), fate_of(figure, standings)])),
        known or Absent("–"),
        date.fromisoformat(figure.taken) if figure.taken else Absent("–"),
    )
