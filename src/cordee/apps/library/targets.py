"""Where a target of the pack is read: an entry by its slug, a page by its name, a step inside its course."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.urls import NoReverseMatch, reverse

from cordee.apps.library.addresses import language, slug_of, url_of
from cordee.apps.library.toolbox.telling import state_words
from cordee.core.packs.compass import PageId, Target
from cordee.core.packs.pack import Pack
from cordee.core.seven_years import ripeness

PAGES: Mapping[PageId, str] = {
    "express": "diagnosis:start",
    "example": "diagnosis:example",
    "example_360": "campaigns:example",
    "prepare_360": "organisations:create",
    "method": "diagnosis:method",
    "figures": "observatory:published",
    "words": "words:list",
    "impacts": "impacts:all",
    "referential": "referential:table",
    "selector": "selector:start",
    "toolbox": "toolbox:list",
    "seven_years": "toolbox:rule",
    "stories": "stories:list",
    "courses": "learning:list",
}
"""Page that a target may name → the name of its address; a page may live in a room above."""

KINDS: Mapping[str, str] = {
    "term": "terms",
    "tool": "tools",
    "story": "stories",
    "course": "courses",
    "impact": "impacts",
    "axis": "axes",
}
"""Kind of target → the list of entries of the pack."""


def address_of(target: Target, pack: Pack) -> str | None:
    """Return where a target is read, in the language on screen; None while the site has no page for it."""
    if target.page is not None:
        return _reverse(PAGES[target.page])
    if target.step is not None:
        return _step_address(str(target.course), target.step, pack) or url_of("courses", str(target.course), pack)
    return url_of(KINDS[target.kind], target.id, pack)


def on_trial(tool_id: str, pack: Pack, today: date) -> str:
    """Say that a tool is on trial, as the seven-year rule has it today; nothing when it is shared, or unknown."""
    tool = next((one for one in pack.tools if one.id == tool_id), None)
    ripe = ripeness(tool, today) if tool else None
    return "" if ripe is None or ripe.is_shared else state_words(ripe)


def _step_address(course_id: str, step_id: str, pack: Pack) -> str | None:
    course = next((one for one in pack.courses if one.id == course_id), None)
    number = next((at for at, step in enumerate(course.steps, 1) if step.id == step_id), None) if course else None
    if course is None or number is None:
        return None
    return _reverse("learning:step", slug_of(course.name, language()), number)


def _reverse(route: str, *parts: object) -> str | None:
    try:
        return reverse(route, args=parts)
    except NoReverseMatch:
        return None
