"""How each layer of a drawing is painted, for the page (classes, current colour) and for print (literal colours)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from cordee.charts.palette import LIGHT

ThemeName = Literal["page", "print"]

LABEL = 14.0
"""Font size of labels, in user units (one CSS pixel at natural size)."""
SMALL = 13.0
"""Font size of numbers, graduations and remarks."""
TINY = 12.0
"""Font size of the names of graduations and of the graduations of a radar, the smallest of all."""
TITLE = 19.0
"""Font size of the title when the drawing carries its own heading."""

_TEXT_FONT = "Instrument Sans, Arial, Helvetica, sans-serif"
_TITLE_FONT = "Bricolage Grotesque, Instrument Sans, Arial, sans-serif"
_INHERITED = frozenset({"ink", "quiet", "axis", "emphasis"})  # follow the text colour of the page


@dataclass(frozen=True, slots=True)
class Layer:
    """One group of the drawing: the property that gets the colour, the role of it, other attributes."""

    paint: Literal["fill", "stroke"]
    role: str
    attributes: str
    haloed: bool = False


def _text(role: str, size: float, more: str = "", *, haloed: bool = False) -> Layer:
    return Layer("fill", role, f'font-size="{size:g}"{more}', haloed)


def _layers_of(role: str) -> dict[str, Layer]:
    return {
        f"fill-{role}": Layer("fill", role, ""),
        f"trace-{role}": Layer("stroke", role, 'fill="none" stroke-width="1.75" stroke-linejoin="round"'),
        f"interval-{role}": Layer("stroke", role, 'fill="none" stroke-width="1.5"'),
        f"mark-{role}": Layer("fill", role, 'stroke-width="1.5"', haloed=True),
        f"hollow-{role}": Layer("stroke", role, 'fill="none" stroke-width="1.5"'),
    }


_OVER = ' stroke-width="4" stroke-linejoin="round" paint-order="stroke"'  # text over lines: its edge hides them
_BOLD = ' font-weight="600"'
_MARK_ROLES = ("plain", "higher", "lower", "accent", "emphasis", "means", "action", "vision")
_BY_ROLE = {name: layer for role in _MARK_ROLES for name, layer in _layers_of(role).items()}

LAYERS: Mapping[str, Layer] = MappingProxyType(
    {
        "grid": Layer("stroke", "line", 'fill="none" stroke-width="1"'),
        "band": Layer("fill", "band", ""),
        "zone": Layer("fill", "zone", ""),
        **{name: layer for name, layer in _BY_ROLE.items() if name.startswith("fill")},
        "hatch": Layer("stroke", "plain", 'fill="none" stroke-width="1"'),
        "border": Layer("stroke", "halo", 'fill="none" stroke-width="1.5" stroke-linejoin="round"'),
        "edge": Layer("stroke", "plain", 'fill="none" stroke-width="1" stroke-linejoin="round"'),
        "dashed": Layer("stroke", "plain", 'fill="none" stroke-width="1" stroke-dasharray="3 3"'),
        "axis": Layer("stroke", "axis", 'fill="none" stroke-width="1"'),
        "reference": Layer("stroke", "axis", 'fill="none" stroke-width="1.25" stroke-dasharray="3 3"'),
        "inside": Layer("stroke", "halo", 'fill="none" stroke-width="1.5"'),
        **{name: layer for kind in ("trace", "interval") for name, layer in _BY_ROLE.items() if kind in name},
        "plate": Layer("fill", "card", ""),
        **{name: layer for kind in ("hollow", "mark") for name, layer in _BY_ROLE.items() if kind in name},
        "arrow": Layer("stroke", "quiet", 'fill="none" stroke-width="1.25"'),
        "label": _text("ink", LABEL),
        "strong": _text("ink", LABEL, ' font-weight="600"'),
        "number": _text("ink", SMALL),
        "number-strong": _text("ink", SMALL, _BOLD),
        "quiet": _text("quiet", SMALL),
        "name": _text("quiet", TINY),
        "ring": Layer("fill", "quiet", f'font-size="{TINY:g}" stroke-width="3" paint-order="stroke"', haloed=True),
        "on-card": _text("ink", SMALL, _OVER, haloed=True),
        "on-card-strong": _text("ink", SMALL, _BOLD + _OVER, haloed=True),
        "on-colour": _text("card", SMALL),
        "on-colour-strong": _text("card", SMALL, _BOLD),
        "on-colour-mark": Layer("fill", "card", ""),
        "title": _text("ink", TITLE, ' font-weight="700"'),
    }
)
"""Every layer from the bottom to the top."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Attributes of the root and of each layer, ready to be written."""

    root: str
    layers: Mapping[str, str]


def _page(name: str, layer: Layer) -> str:
    if layer.role == "halo":
        return f'class="chart-halo" stroke="{LIGHT["card"]}" {layer.attributes}'
    classes = f"chart-{layer.role}" + (" chart-halo" if layer.haloed else "")
    classes += {"number": " chart-number", "title": " chart-title"}.get(name, "")
    colour = "" if layer.role in _INHERITED else f' color="{LIGHT[layer.role]}"'
    halo = f' stroke="{LIGHT["card"]}"' if layer.haloed else ""
    return f'class="{classes}"{colour} {layer.paint}="currentColor"{halo} {layer.attributes}'.rstrip()


def _print(name: str, layer: Layer) -> str:
    if layer.role == "halo":
        return f'stroke="{LIGHT["card"]}" {layer.attributes}'
    halo = f' stroke="{LIGHT["card"]}"' if layer.haloed else ""
    font = f' font-family="{_TITLE_FONT}"' if name == "title" else ""
    return f'{layer.paint}="{LIGHT[layer.role]}"{halo}{font} {layer.attributes}'.rstrip()


THEMES: Mapping[ThemeName, Theme] = MappingProxyType(
    {
        "page": Theme("", MappingProxyType({name: _page(name, layer) for name, layer in LAYERS.items()})),
        "print": Theme(
            f' font-family="{_TEXT_FONT}"',
            MappingProxyType({name: _print(name, layer) for name, layer in LAYERS.items()}),
        ),
    }
)
