"""The tokens: the same colours as the figures, enough contrast in both schemes, and no colour written elsewhere."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import cordee
from cordee.charts.palette import DARK, LIGHT, contrast

APPS = Path(cordee.__file__).parent / "apps"
CSS = APPS / "ui/static/ui/css"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
NARROW_NO_BREAK_SPACE = 0x202F

TEXTS = ["ink", "quiet", "eyebrow", "link", "vision-text", "action-text", "means-text", "amber-text", "danger"]
DRAWINGS = ["vision", "action", "means", "rope", "edge", "plain", "focus", "amber"]
TINTS = ["vision-tint", "action-tint", "means-tint", "amber-tint", "danger-tint"]


def tokens(text: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", text))


LIGHT_PART, DARK_PART = TOKENS.split("prefers-color-scheme: dark")
SCHEMES = {"light": tokens(LIGHT_PART), "dark": {**tokens(LIGHT_PART), **tokens(DARK_PART)}}


def test_the_dark_scheme_changes_every_colour() -> None:
    assert set(tokens(DARK_PART)) == set(tokens(LIGHT_PART))


@pytest.mark.parametrize(
    "role", ["paper", "card", "ink", "quiet", "line", "band", "zone", "vision", "action", "means", "plain"]
)
def test_figures_and_pages_share_their_colours(role: str) -> None:
    assert (SCHEMES["light"][role], SCHEMES["dark"][role]) == (LIGHT[role], DARK[role])


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("role", TEXTS)
def test_text_is_legible_on_paper_and_on_cards(scheme: str, role: str) -> None:
    colours = SCHEMES[scheme]
    assert min(contrast(colours[role], colours[ground]) for ground in ("paper", "card")) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("role", DRAWINGS)
def test_what_carries_information_is_visible(scheme: str, role: str) -> None:
    colours = SCHEMES[scheme]
    assert min(contrast(colours[role], colours[ground]) for ground in ("paper", "card")) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("tint", TINTS)
def test_text_is_legible_on_tints(scheme: str, tint: str) -> None:
    colours = SCHEMES[scheme]
    assert min(contrast(colours[role], colours[tint]) for role in ("ink", "quiet")) >= 4.5
    assert contrast(colours[tint.removesuffix("-tint")], colours[tint]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_buttons_are_legible(scheme: str) -> None:
    colours = SCHEMES[scheme]
    assert min(contrast(colours["action-ink"], colours[role]) for role in ("action-bg", "action-bg-hover")) >= 4.5
    assert contrast(colours["danger"], colours["danger-tint"]) >= 4.5


def test_colours_are_only_written_among_the_tokens() -> None:
    sheets = [path for path in APPS.glob("*/static/**/*.css") if path.name not in ("tokens.css", "print.css")]
    assert len(sheets) >= 6
    literal = {path.name: re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*url)", path.read_text()) for path in sheets}
    assert {name: found for name, found in literal.items() if found} == {}


def test_every_token_used_exists() -> None:
    sheets = [path.read_text(encoding="utf-8") for path in APPS.glob("*/static/**/*.css")]
    defined = {name for sheet in sheets for name in re.findall(r"(--[a-z-]+)\s*:", sheet)}
    used = {name for sheet in sheets for name in re.findall(r"var\((--[a-z-]+)", sheet)}
    assert used - defined == set()


def test_every_role_of_a_figure_has_its_colour() -> None:
    from cordee.charts.theme import LAYERS

    sheet = (CSS / "charts.css").read_text(encoding="utf-8")
    assert {layer.role for layer in LAYERS.values() if f".chart-{layer.role}" not in sheet} == set()


FONTS = sorted([*APPS.glob("ui/static/ui/fonts/*latin.woff2"), *APPS.glob("reports/fonts/*.ttf")])


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.name)
def test_fonts_know_french(path: Path) -> None:
    with TTFont(path) as font:
        known = font.getBestCmap()
        thin = known[NARROW_NO_BREAK_SPACE]
        assert 0 < font["hmtx"][thin][0] < font["hmtx"][known[0x20]][0]
    assert {ord(letter) for letter in "àâæçéèêëîïôœùûüÿÀÇÉÈŒ’«»…–·−"} - set(known) == set()


def test_fonts_come_with_their_licence() -> None:
    assert len(FONTS) == 9
    for folder in (APPS / "ui/static/ui/fonts", APPS / "reports/fonts"):
        assert {path.name for path in folder.glob("OFL-*.txt")} == {
            "OFL-bricolage-grotesque.txt",
            "OFL-instrument-sans.txt",
        }


def test_each_font_of_the_pdf_has_its_family_and_weight() -> None:
    found = {}
    for path in sorted(APPS.glob("reports/fonts/*.ttf")):
        with TTFont(path) as font:
            found[path.stem] = (font["name"].getDebugName(16), font["OS/2"].usWeightClass)
    assert found == {
        "BricolageGrotesque-Bold": ("Bricolage Grotesque", 700),
        "BricolageGrotesque-SemiBold": ("Bricolage Grotesque", 600),
        "InstrumentSans-Bold": ("Instrument Sans", 700),
        "InstrumentSans-Italic": ("Instrument Sans", 400),
        "InstrumentSans-Medium": ("Instrument Sans", 500),
        "InstrumentSans-Regular": ("Instrument Sans", 400),
        "InstrumentSans-SemiBold": ("Instrument Sans", 600),
    }
