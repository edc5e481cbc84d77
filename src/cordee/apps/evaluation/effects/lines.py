"""The lines of the matrix. A large alliance has dozens: they are written here at once, not by a template one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django_cotton import render_component

from cordee.apps.evaluation.effects import wording
from cordee.core.effects import Effect

LINE = '<li><a class="effects-name" href="{}">{}{}</a><p class="effects-more">{}</p></li>'


@cache
def apart_mark() -> SafeString:
    """Return the drawing beside an effect that is negative or unexpected."""
    return mark_safe(render_component(HttpRequest(), "icon", name="warning"))  # noqa: S308 - our own component


def lines_of(matrix_url: str, effects: Sequence[Effect]) -> dict[str, SafeString]:
    """Return effects as lines, by their key; what many say alike is put into words once."""
    said, marks = cache(said_under), {True: apart_mark(), False: SafeString("")}
    return {
        one.key: format_html(
            LINE,
            f"{matrix_url}{one.key}/",
            marks[one.is_apart],
            one.title,
            said(one.sign, one.expected, one.confidence, (one.steps, one.indicators, one.illustrations)),
        )
        for one in effects
    }


def said_under(sign: str, expected: bool, confidence: str, counted: tuple[int, int, int]) -> SafeString:
    """Return what stands under the title of an effect: its nature, what it rests on, what hangs on it."""
    words = (wording.nature(sign, expected=expected), wording.confidence_name(confidence), *wording.counts(*counted))
    return format_html_join("", "<span>{}</span>", ((word,) for word in words))


def together(lines: Mapping[str, SafeString], effects: Iterable[Effect]) -> SafeString:
    """Join the lines of some effects."""
    return SafeString("".join(lines[one.key] for one in effects))
