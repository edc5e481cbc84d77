"""The colours of the figures, on light paper and on dark, and their contrast."""

from collections.abc import Mapping
from types import MappingProxyType

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#f3f6f8",
        "card": "#ffffff",
        "ink": "#12233a",
        "quiet": "#495a6e",
        "line": "#d6dfe6",
        "band": "#d3dce3",
        "zone": "#e9eff3",
        "axis": "#495a6e",
        "vision": "#2559b0",
        "action": "#d13f2a",
        "means": "#1f7a55",
        "accent": "#2559b0",
        "emphasis": "#12233a",
        "plain": "#7c8b9b",
        "higher": "#2559b0",
        "lower": "#825800",
    }
)
"""What a figure carries as literal colours: right on paper, on a white card and in print."""

DARK: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#0c1826",
        "card": "#132336",
        "ink": "#eaf0f5",
        "quiet": "#a9b8c7",
        "line": "#2c3f55",
        "band": "#3a4f66",
        "zone": "#22374d",
        "axis": "#a9b8c7",
        "vision": "#7ba6f2",
        "action": "#ff8068",
        "means": "#55bf93",
        "accent": "#7ba6f2",
        "emphasis": "#eaf0f5",
        "plain": "#7d90a5",
        "higher": "#7ba6f2",
        "lower": "#e5b95c",
    }
)
"""What the style sheet gives the same classes in the dark scheme."""

DATA_ROLES = ("vision", "action", "means", "accent", "emphasis", "plain", "higher", "lower", "axis")
"""Roles that carry information, ≥ 3:1 on paper and card; grid lines and bands only repeat it."""

TEXT_ROLES = ("ink", "quiet")
"""Roles that colour text, ≥ 4.5:1 on paper and card."""


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours `#rrggbb`, from 1 (equal) to 21 (black on white).

    (L₁ + 0.05) / (L₂ + 0.05), L the relative luminance of the lighter and of the darker one.
    Source: WCAG 2.2, definition of contrast ratio.

    >>> round(contrast("#000000", "#ffffff"), 1), round(contrast("#2559b0", "#f3f6f8"), 2)
    (21.0, 6.17)
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
