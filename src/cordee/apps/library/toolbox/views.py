"""The pages of the toolbox: the list, a tool, the seven-year rule."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from cordee.apps.library.finding import asks_part, entry_page, lost_page, nothing_loaded
from cordee.apps.library.narrowing import narrow
from cordee.apps.library.reading import Opened, opened
from cordee.apps.library.toolbox.examples import examples
from cordee.apps.library.toolbox.queries import tool_page, young_tools
from cordee.apps.library.toolbox.shelf import Shelf, shelf_of


@require_safe
@vary_on_headers("HX-Request")
def list_of_tools(request: HttpRequest) -> HttpResponse:
    """The list of tools, narrowed by its facets; HTMX asks for what changes only."""
    library = opened()
    if library is None:
        return nothing_loaded(request)
    tools = shelf(library)
    narrowed = narrow(tools.index, tools.facets, request.GET.dict(), reverse("toolbox:list"))
    context = {
        "narrowed": narrowed,
        "cards": [tools.card(row) for row in narrowed.rows],
        "shared_count": tools.index.counts("state", {}).get("shared", 0),
        "shared_url": f"{reverse('toolbox:list')}?state=shared",
        "rule_url": reverse("toolbox:rule"),
        "noun": "tools",
    }
    return render(request, f"library/toolbox/{'results' if asks_part(request) else 'list'}.html", context)


def shelf(library: Opened) -> Shelf:
    """Return the tools on show today."""
    return shelf_of(library.sha256, library.pack, library.lang, library.today)


@require_safe
def tool(request: HttpRequest, slug: str) -> HttpResponse:
    """One tool: what it is for, how, its limits, its age and its proof."""

    def show(library: Opened, tool_id: str) -> HttpResponse:
        found = next(one for one in library.pack.tools if one.id == tool_id)
        address = request.build_absolute_uri(request.path)
        context = {
            "page": tool_page(library, found, address),
            "list_url": reverse("toolbox:list"),
            "rule_url": reverse("toolbox:rule"),
        }
        return render(request, "library/toolbox/tool.html", context)

    return entry_page("tools", slug, lambda library: shelf(library).by_slug, show, lambda: lost(request, slug))


@require_safe
def rule(request: HttpRequest) -> HttpResponse:
    """The seven-year rule in plain words, at work on examples, and the tools it still keeps on trial."""
    library = opened()
    if library is None:
        return nothing_loaded(request)
    young, waiting = young_tools(library)
    context = {
        "examples": examples(),
        "young": young,
        "waiting": waiting,
        "total": len(library.pack.tools),
        "list_url": reverse("toolbox:list"),
        "shared_url": f"{reverse('toolbox:list')}?state=shared",
    }
    return render(request, "library/toolbox/rule.html", context)


def lost(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer an address that names no tool, with those whose name is close."""
    library = opened()
    rows = shelf(library).rows if library else ()
    return lost_page(request, "tools", slug, {row.slug: row.name for row in rows}, "toolbox:tool")
