"""What every figure carries, and what every figure refuses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from cordee.charts.numbers import Lang, format_number
from cordee.charts.readings import Estimate, Reading, Scale

_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What every figure carries.

    `id`: prefix of every id in the SVG, unique in the page. `title`: a sentence already true of these
    data. `subtitle`: the reading key. `note`: source, numbers of answers. `row_name`: what a row is
    (« Axe », « Thème »), for the heading of the table; a default in each language when empty.
    """

    id: str
    title: str
    subtitle: str = ""
    note: str = ""
    lang: Lang = "fr"
    row_name: str = ""

    def __post_init__(self) -> None:
        if not _IDENTIFIER.fullmatch(self.id):
            raise ValueError(f"Figure id {self.id!r}: begin with a letter, then letters, digits, - or _.")
        if not self.title.strip():
            raise ValueError(f"Figure {self.id!r} has no title: say in one sentence what it shows.")
        if self.lang not in get_args(Lang):
            raise ValueError(f"Figure {self.id!r}: language {self.lang!r} is not one of fr, en.")


def require_rows(figure: Figure, rows: tuple[object, ...]) -> None:
    """Refuse a figure without rows. ValueError."""
    if not rows:
        raise ValueError(f"Figure {figure.id!r} has no row: say so in words rather than draw it.")


def require_short_numbers(figure: Figure, scale: Scale) -> None:
    """Refuse a scale whose ends are too long to be written three a row. ValueError."""
    ends = (scale.minimum, scale.maximum)
    written = [format_number(end, figure.lang, scale.decimals, unit=scale.unit) for end in ends]
    if max(map(len, written)) > 6:
        raise ValueError(
            f"Figure {figure.id!r}: {' and '.join(written)} are too long for three numbers a row (6 characters); "
            "use fewer decimals, or write the unit in the subtitle."
        )


def require_on_scale(scale: Scale, label: str, readings: Iterable[Reading]) -> None:
    """Refuse a reading that leaves the scale. ValueError."""
    for reading in readings:
        if isinstance(reading, Estimate) and not all(map(scale.holds, reading.numbers())):
            raise ValueError(
                f"Row {label!r}: {reading} goes off the scale {scale.minimum}–{scale.maximum}; "
                "widen the scale or check the number."
            )
