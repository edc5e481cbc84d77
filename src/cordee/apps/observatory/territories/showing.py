"""What the pages of the territories show: regions drawn side by side, their files, the code that embeds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape

from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.observatory.territories.asked import ONE_WAVE, Asked
from cordee.apps.observatory.territories.exporting import FORMATS
from cordee.apps.observatory.territories.regional import region_figure
from cordee.apps.ui.figures import DrawnFigure, drawn
from cordee.apps.ui.public_pages import absolute
from cordee.charts.readings import View
from cordee.charts.regions import RegionFigure
from cordee.charts.svg import Width

MAP_WIDTHS: tuple[Width, ...] = ("narrow", 420)
VIEWS: Mapping[str, View] = {"intervalles": "intervals", "tuiles": "tiles", "contours": "outlines"}
"""Name of a view in an address → how it is drawn."""
EMBEDDED_HEIGHT: Mapping[str, int] = {"intervalles": 900, "tuiles": 760, "contours": 760}


@dataclass(frozen=True)
class ShownRegions:
    """A question in every region: the sentence, the map and the intervals, and what is said of them."""

    title: str
    key: str
    note: str
    map: DrawnFigure
    intervals: DrawnFigure
    synthetic: bool
    edition: str


@dataclass(frozen=True)
class FigureFiles:
    """Where a figure is read as a file, and how it is shown on another site."""

    files: tuple[tuple[str, str], ...]
    embed: str
    code: str


def shown_regions(asked: Asked, view: str) -> ShownRegions:
    """Return the regions drawn for a page, on the map that was chosen; tiles when the choice is unknown."""
    figure = region_figure(asked)
    mapped = replace(
        figure.seen_as("outlines" if view == "contours" else "tiles"), title=mapped_title(figure), note=map_key(figure)
    )
    return ShownRegions(
        title=figure.title,
        key=figure.subtitle,
        note=figure.note,
        map=drawn(mapped, widths=MAP_WIDTHS),
        intervals=drawn(replace(figure.seen_as("intervals"), note=holm_said(asked))),
        synthetic=asked.edition.card.synthetic,
        edition=asked.edition.card.id,
    )


def mapped_title(figure: RegionFigure) -> str:
    """Name the map apart from the intervals that say the same beside it."""
    return _("{sentence} (carte)").format(sentence=figure.title.removesuffix("."))


def map_key(figure: RegionFigure) -> str:
    """Say how to read a map of these regions: only what is on it."""
    said = [_("Même couleur : ne se distinguent pas du reste du pays, et ne sont pas classées.")]
    if figure.standing("higher", "lower"):
        said.insert(0, _("Pointe en haut : au-dessus du reste du pays. Pointe en bas : au-dessous."))
    if figure.standing("hidden"):
        said.append(_("Hachures : trop peu de réponses, valeur non publiée."))
    if figure.standing("not_surveyed"):
        said.append(_("Pointillés : région non enquêtée."))
    return " ".join(said)


def holm_said(asked: Asked) -> str:
    """Say how regions are compared, and with how many others each comparison was made."""
    count = asked.compared_together
    said = _("Du nord au sud, sans classement.")
    if not count:
        return said
    more = _("Chaque région est comparée au reste du pays, avec la correction de Holm sur {count} comparaisons.")
    return f"{said} {more.format(count=count)}"


def files_of(asked: Asked, view: str) -> FigureFiles:
    """Return the addresses of a figure of the regions, and the code to embed it."""
    parts = place_of(asked, view)
    embed = reverse("observatory:figure-embedded", args=parts)
    title = escape(region_figure(asked).title)
    code = (
        f'<iframe src="{absolute(embed)}" title="{title}" width="100%" height="{EMBEDDED_HEIGHT[view]}" '
        'loading="lazy" style="border:0"></iframe>'
    )
    files = tuple((name.upper(), reverse("observatory:figure-file", args=[*parts, name])) for name in FORMATS)
    return FigureFiles(files, embed, code)


def place_of(asked: Asked, view: str) -> list[str]:
    """Return the parts of the address of a figure."""
    return [asked.edition.card.id, asked.question.key, asked.wave or ONE_WAVE, view]


def figure_in(asked: Asked, view: str) -> RegionFigure:
    """Return the figure of a view as a file or another site shows it: its reading key goes with its source."""
    figure = region_figure(asked)
    return replace(figure.seen_as(VIEWS[view]), note=f"{map_key(figure)} {figure.note}")


def views_said() -> list[tuple[str, str]]:
    """Return the views in words."""
    return [("intervalles", _("Intervalles")), ("tuiles", _("Carte en tuiles")), ("contours", _("Carte en contours"))]
