"""What the report says of who brought what to an effect: the parts of the change, as people estimate them."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.evaluation.effects import bridge
from cordee.apps.evaluation.models import Effect
from cordee.apps.library.addresses import language
from cordee.core.document import Absent, Block, Cell, Column, Kind, Paragraph, Table, Tone
from cordee.core.effects import Shares, excess
from cordee.core.numerals import percent


def part_words(row: Effect) -> tuple[tuple[str, str], ...]:
    """Return what was written of each part of a change, under its name."""
    return (
        (_("Ce que les partenaires disent avoir apporté"), row.claimed),
        (_("Ce qui serait arrivé de toute façon"), row.deadweight),
        (_("Ce que d’autres ont apporté"), row.others),
        (_("Ce qui n’a fait que se déplacer"), row.displacement),
    )


def shares_said(rows: list[Effect]) -> list[Block]:
    """Return the parts of every change of which a part was said, and what to speak of again."""
    pairs = [(row, bridge.shares_of(row)) for row in rows]
    told = [(row, shares) for row, shares in pairs if shares.said is not None or shares.displacement is not None]
    if not told:
        return [Paragraph(_("Personne n’a encore dit ce qui serait arrivé sans l’alliance, ni qui d’autre y a aidé."))]
    columns = (
        Column("effect", _("Effet")),
        Column("claimed", _("Dit par les partenaires"), Kind.SHARE),
        Column("deadweight", _("Serait arrivé de toute façon"), Kind.SHARE),
        Column("others", _("Apporté par d’autres"), Kind.SHARE),
        Column("displacement", _("Seulement déplacé"), Kind.SHARE),
        Column("reading", _("Lecture")),
    )
    lines = tuple(_line(row, shares) for row, shares in told)
    table = Table("effects-contribution", _("À qui le changement est dû, selon les partenaires"), columns, lines)
    warning = _("Ces parts sont des estimations : elles disent une contribution, jamais une cause.")
    return [table, Paragraph(warning, Tone.WARNING)]


def _line(row: Effect, shares: Shares) -> tuple[Cell, ...]:
    parts = (shares.claimed, shares.deadweight, shares.others, shares.displacement)
    return (row.title, *(Absent(_("non dit")) if part is None else part / 100 for part in parts), _reading(shares))


def _reading(shares: Shares) -> str:
    over = excess(shares)
    if over:
        words = ngettext(
            "Les parts dépassent le tout de %(over)s point : à reprendre ensemble.",
            "Les parts dépassent le tout de %(over)s points : à reprendre ensemble.",
            over,
        )
        return words % {"over": over}
    if None in (shares.claimed, shares.deadweight, shares.others):
        return _("Une part au moins n’est pas dite : le reste ne se déduit pas.")
    left = percent(1 - (shares.said or 0) / 100, language())
    return _("%(left)s du changement restent sans explication.") % {"left": left}
