"""What the parts of a change, as partners estimate them, do to the figures that measure it."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from cordee.apps.evaluation.effects.bridge import shares_of
from cordee.apps.evaluation.indicators.bridge import Reading
from cordee.core.contribution import Contribution, contribution
from cordee.core.document import Absent, Block, Cell, Column, Kind, Paragraph, Table


def contributed(readings: list[Reading]) -> list[Block]:
    """Return the figures of which somebody said to whom they are due; nothing when nobody did."""
    rows = tuple(_line(one, found) for one, found in _told(readings))
    if not rows:
        return []
    columns = (
        Column("indicator", _("Indicateur")),
        Column("effect", _("Effet")),
        Column("unit", _("Unité")),
        Column("change", _("Changement mesuré"), Kind.NUMBER),
        Column("claimed", _("Dit par les partenaires"), Kind.NUMBER),
        Column("left", _("Reste une fois ces parts ôtées"), Kind.NUMBER),
    )
    how = _(
        "« Dit par les partenaires » : le changement multiplié par la part qu’ils disent leur. "
        "« Reste » : le changement, moins ce qui serait arrivé de toute façon et ce que d’autres ont apporté, puis "
        "moins ce qui n’a fait que se déplacer. Une part que personne n’a dite n’ôte rien."
    )
    caption = _("Ce que les parts font aux chiffres")
    return [Table("indicators-contribution", caption, columns, rows), Paragraph(how)]


def _told(readings: list[Reading]) -> Iterator[tuple[Reading, Contribution]]:
    for one in readings:
        effect, last, start = one.row.effect, one.last, one.row.baseline
        if effect is None or effect.set_aside_on or last is None or start is None or one.gaps:
            continue
        found = contribution(last.value - start, shares_of(effect))
        if found.claimed is not None or found.left is not None:
            yield one, found


def _line(one: Reading, found: Contribution) -> tuple[Cell, ...]:
    effect = one.row.effect.title if one.row.effect else ""
    unsaid = Absent(_("non dit"))
    claimed = unsaid if found.claimed is None else found.claimed
    return (one.row.name, effect, one.row.unit, found.change, claimed, unsaid if found.left is None else found.left)
