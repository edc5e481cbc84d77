"""The pages of the stories: the list and a story."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from cordee.apps.library.finding import asks_part, entry_page, lost_page, nothing_loaded
from cordee.apps.library.narrowing import narrow
from cordee.apps.library.reading import Opened, opened
from cordee.apps.library.stories.queries import story_page
from cordee.apps.library.stories.shelf import Shelf, shelf_of


@require_safe
@vary_on_headers("HX-Request")
def list_of_stories(request: HttpRequest) -> HttpResponse:
    """The list of stories, narrowed by its facets; HTMX asks for what changes only."""
    library = opened()
    if library is None:
        return nothing_loaded(request)
    stories = shelf(library)
    narrowed = narrow(stories.index, stories.facets, request.GET.dict(), reverse("stories:list"))
    context = {
        "narrowed": narrowed,
        "cards": [stories.card(row) for row in narrowed.rows],
        "noun": "stories",
    }
    return render(request, f"library/stories/{'results' if asks_part(request) else 'list'}.html", context)


def shelf(library: Opened) -> Shelf:
    """Return the stories on show."""
    return shelf_of(library.sha256, library.pack, library.lang)


@require_safe
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """One story: context, what was tried, what was seen and what is not known, what it teaches."""

    def show(library: Opened, story_id: str) -> HttpResponse:
        found = next(one for one in library.pack.stories if one.id == story_id)
        page = story_page(library, found, request.build_absolute_uri(request.path))
        return render(request, "library/stories/story.html", {"page": page, "list_url": reverse("stories:list")})

    return entry_page("stories", slug, lambda library: shelf(library).by_slug, show, lambda: lost(request, slug))


def lost(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer an address that names no story, with those whose name is close."""
    library = opened()
    rows = shelf(library).rows if library else ()
    return lost_page(request, "stories", slug, {row.slug: row.name for row in rows}, "stories:story")
