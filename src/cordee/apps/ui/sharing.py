"""What a page shows of itself when its address is given elsewhere: a title, a few words, a figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from cordee.charts.figures import AnyFigure

PAGES = "pages"
"""The kind of the pictures that belong to one page of the site; the other kinds are those of the library."""
WHOLE_SITE = "site"


@dataclass(frozen=True)
class SharedPage:
    """The content of a picture: what stands above the title, the title, a figure and what its numbers are."""

    eyebrow: str
    title: str
    figure: AnyFigure | None = None
    caption: str = ""


def shared_page(kind: str, name: str) -> SharedPage | None:
    """Return what the picture of a page shows, in the language on screen; None for a page that nobody knows."""
    for provider in settings.SHARING_PICTURES:
        tell: Callable[[str, str], SharedPage | None] = import_string(provider)
        shared = tell(kind, name)
        if shared is not None:
            return shared
    return None
