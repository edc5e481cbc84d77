"""The addresses of the news and of the pages that editors add: open to everybody. The desk is Wagtail's own map."""

from __future__ import annotations

from typing import Any

from tests.apps.editorial.making import article, free_page, picture_file
from tests.apps.world import World

TABLE = """
# name               method  anonymous  stranger  observer  member  facilitator
editorial:news       GET     200        200       200       200     200
editorial:feed       GET     200        200       200       200     200
editorial:article    GET     200        200       200       200     200
editorial:page       GET     200        200       200       200     200
media:picture        GET     200        200       200       200     200
"""

# The map of the desk is drawn by Wagtail, name by name; test_desk.py walks all of it.
FENCED = ["redaction/"]


def values(world: World) -> dict[str, Any]:
    """Put one article, one page and one picture in the world."""
    return {
        "editorial:article.slug": article().slug,
        "editorial:page.slug": free_page().slug,
        "name": picture_file(),
    }
