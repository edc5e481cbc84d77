"""Guards on every template of the house: it compiles, and holds no inline script, style or event."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.template import engines
from django_cotton.compiler_regex import CottonCompiler

import cordee

SOURCE = Path(cordee.__file__).parent
TEMPLATES = sorted(SOURCE.glob("apps/*/templates/**/*.html"))
INLINE = {
    "a script in the page": re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE),
    "a style in the page": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "an event in an attribute": re.compile(r"\son[a-z]+\s*=|hx-on|javascript:", re.IGNORECASE),
    "a file of another site": re.compile(
        r"<(?:script|img|link|iframe|source)\b[^>]*\b(?:src|href)=[\"']?(?:https?:)?//"
    ),
    "a value taken as markup": re.compile(r"\|\s*safe\b|autoescape off"),
}


def faults_in(text: str, allowed: str = "") -> list[str]:
    return [what for what, pattern in INLINE.items() if what != allowed and pattern.search(text)]


def is_letter(path: Path) -> bool:
    """Tell whether a template draws an e-mail: mail programs read the style of an element, and no style sheet."""
    return path.parent.name == "letters" or path.match("post/letter.html")


def test_the_guard_reads_templates() -> None:
    assert len(TEMPLATES) > 35


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_every_template_compiles(path: Path) -> None:
    engines["django"].from_string(CottonCompiler().process(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_template_needs_a_weaker_policy(path: Path) -> None:
    allowed = "a style in the page" if is_letter(path) else ""
    assert faults_in(path.read_text(encoding="utf-8"), allowed) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<script>go()</script>", "a script in the page"),
        ('<p style="color:red">', "a style in the page"),
        ("<STYLE>p{}</STYLE>", "a style in the page"),
        ('<a onclick="go()">', "an event in an attribute"),
        ('<div hx-on:click="go()">', "an event in an attribute"),
        ('<img src="https://a.example/x.png">', "a file of another site"),
        ("{{ text|safe }}", "a value taken as markup"),
    ],
)
def test_each_fault_is_seen(text: str, what: str) -> None:
    assert what in faults_in(text)


def test_ordinary_markup_is_left_alone() -> None:
    assert (
        faults_in('<script src="/a.js" defer></script><a href="https://a.example">x</a><p class="one">on = 1</p>') == []
    )


def test_every_component_says_what_it_is_for() -> None:
    components = [path for path in TEMPLATES if path.parent.name == "cotton"]
    assert len(components) > 20
    silent = [p.name for p in components if not re.match(r"\{#|\{% comment %\}", p.read_text(encoding="utf-8"))]
    assert silent == []


def test_every_component_of_the_design_system_is_in_the_gallery() -> None:
    folder = SOURCE / "apps/ui/templates"
    pages = [path.read_text(encoding="utf-8") for path in folder.rglob("*.html")]
    used = {name for page in pages for name in re.findall(r"<c-([a-z-]+)", page)}
    components = {path.stem.replace("_", "-") for path in (folder / "cotton").glob("*.html")}
    assert components - used == set()


def test_templates_of_every_room_are_found() -> None:
    rooms = {config.name for config in apps.get_app_configs() if config.name.startswith("cordee.apps")}
    assert {"cordee.apps.ui", "cordee.apps.home"} <= rooms
