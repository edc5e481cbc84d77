"""The examples that everybody may read, as the map of the site and the pages of stories know them."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from cordee.apps.evaluation.examples.chosen import EXAMPLES
from cordee.apps.library.queries import REFERENCE_PACK, current_release, pack_of
from cordee.apps.ui.public_pages import PublicPage, in_every_language, of_routes


def public_examples() -> Iterable[PublicPage]:
    """Return the list of the examples, then each whose story the newest release tells."""
    release = current_release(REFERENCE_PACK)
    told = {story.id for story in pack_of(release).stories} if release else set()
    pages = (in_every_language("evaluation:example", one.story) for one in EXAMPLES if one.story in told)
    return [*of_routes(["evaluation:examples"]), *(page for page in pages if page is not None)]


def example_of(story: str) -> str:
    """Return where a story is read in the shape of an evaluation; nothing when it is not one of the examples."""
    return reverse("evaluation:example", args=[story]) if story in {one.story for one in EXAMPLES} else ""
