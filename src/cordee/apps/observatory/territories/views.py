"""The pages of the territories: France, a region, the explorer, a figure as a file or on another site."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from cordee.apps.observatory.comparing.telling import compare_address, compared_from
from cordee.apps.observatory.differences.addresses import address_of_set
from cordee.apps.observatory.differences.drawing import difference_strip
from cordee.apps.observatory.differences.sets import key_of, sets_of
from cordee.apps.observatory.published.registry import published_figures
from cordee.apps.observatory.published.telling import told_series
from cordee.apps.observatory.statistics.showing import measured_in
from cordee.apps.observatory.territories.asked import (
    REGION,
    WAVE,
    Asked,
    asked_for,
    exactly,
    standing_editions,
    waves_of,
)
from cordee.apps.observatory.territories.changes import changes_to
from cordee.apps.observatory.territories.exporting import FORMATS
from cordee.apps.observatory.territories.forms import TILES, ExploringForm, PublicForm
from cordee.apps.observatory.territories.impacts import impacts_seen
from cordee.apps.observatory.territories.profile import profile_of, regions_listed
from cordee.apps.observatory.territories.region import parts_of_region
from cordee.apps.observatory.territories.showing import VIEWS, figure_in, files_of, shown_regions, views_said
from cordee.apps.observatory.territories.strips import Subject, publics_strip, waves_strip
from cordee.apps.organisations.territory_shapes import region_places
from cordee.apps.ui.figures import drawn
from cordee.apps.ui.privacy import unlisted
from cordee.apps.ui.public_pages import absolute
from cordee.core.territory_figure import FRANCE


@require_safe
def france(request: HttpRequest) -> HttpResponse:
    """The whole country: one question in every region, what each public says, the three impacts."""
    asked, view = _asked(request), request.GET.get("vue", TILES)
    mainland, overseas = regions_listed()
    context = {
        "mainland": mainland,
        "overseas": overseas,
        "impacts": impacts_seen(),
        "published_count": len(published_figures()),
        "asked": asked,
        "view": view,
    }
    if asked:
        form = ExploringForm(asked, initial=_initial(asked, view)).with_view()
        context |= {"form": form, "regions": shown_regions(asked, view), "publics": _publics(asked)}
    return render(request, "observatory/territories/france.html", context)


@require_safe
def region(request: HttpRequest, code: str) -> HttpResponse:
    """One region: what it is, what weighs on it, how alliances move, what they change, what was published."""
    if code not in region_places():
        raise Http404
    asked = _asked(request)
    figures = [one for one in published_figures() if one.territory == code]
    context = {
        "profile": profile_of(code),
        "asked": asked,
        "form": PublicForm(initial={"enquete": asked.edition.card.id}) if asked else None,
        "parts": parts_of_region(asked.edition, code) if asked else None,
        "measured": measured_in(code),
        "impacts": impacts_seen(code),
        "comparisons": compared_from(asked.edition, code) if asked else [],
        "series": told_series(figures),
    }
    return render(request, "observatory/territories/region.html", context)


@require_safe
def explorer(request: HttpRequest) -> HttpResponse:
    """Any question, put to any public, at any wave: in every region, or in one of them through time."""
    asked, view = _asked(request), request.GET.get("vue", TILES)
    chosen = request.GET.get("region", "")
    code = chosen if chosen in region_places() else ""
    context: dict[str, object] = {"asked": asked, "view": view, "place": region_places().get(code)}
    if asked:
        form = ExploringForm(asked, initial={**_initial(asked, view), "region": code}).with_region().with_view()
        context |= {
            "form": form,
            "regions": shown_regions(asked, view),
            "waves": drawn(waves_strip(asked, code)),
            "changes": changes_to(asked, code),
            "differences": differences_in(asked),
            "compare_url": compare_address(asked, code or FRANCE),
            "exports": [(said, files_of(asked, name)) for name, said in views_said()],
        }
    return render(request, "observatory/territories/explorer.html", context)


@require_safe
def figure_file(request: HttpRequest, edition: str, question: str, wave: str, view: str, kind: str) -> HttpResponse:
    """One figure as a file."""
    asked = exactly(edition, question, wave)
    if asked is None or view not in VIEWS or kind not in FORMATS:
        raise Http404
    written = FORMATS[kind]
    response = HttpResponse(written.write(figure_in(asked, view)), content_type=written.content_type)
    response["Content-Disposition"] = f'attachment; filename="{asked.question.key}-{wave}-{view}.{kind}"'
    return unlisted(response)


@require_safe
@xframe_options_exempt
def figure_embedded(request: HttpRequest, edition: str, question: str, wave: str, view: str) -> HttpResponse:
    """One figure alone, which any site may show in a frame: no script, no cookie, nothing asked elsewhere."""
    asked = exactly(edition, question, wave)
    if asked is None or view not in VIEWS:
        raise Http404
    figure = figure_in(asked, view)
    home = absolute(request.path).partition("figures/")[0]
    context = {"figure": drawn(figure), "asked": asked, "view": view, "home": home}
    response = unlisted(render(request, "observatory/territories/embedded.html", context))
    response._csp_replace = {"frame-ancestors": ["*"], "script-src": ["'none'"]}  # type: ignore[attr-defined]
    return response


def differences_in(asked: Asked) -> dict[str, object] | None:
    """Return the regions beside the rest at the wave asked, as differences; nothing when the edition has none."""
    within = {WAVE: asked.wave} if asked.wave else {}
    wanted = key_of(REGION, (), within)
    found = next((one for one in sets_of(asked.edition, asked.question) if one.key == wanted), None)
    if found is None:
        return None
    strip = difference_strip(found)
    # The figure above concludes in the same words: two tables of one name could not be told apart by ear.
    named = replace(strip, title=_("Écart avec le reste du pays. {said}").format(said=strip.title))
    return {"figure": drawn(named), "address": address_of_set(found)}


def _asked(request: HttpRequest) -> Asked | None:
    return asked_for(*(request.GET.get(name, "") for name in ("enquete", "question", "vague")))


def _initial(asked: Asked, view: str) -> dict[str, str]:
    return {"enquete": asked.edition.card.id, "question": asked.question.key, "vague": asked.wave, "vue": view}


def _publics(asked: Asked) -> object:
    """The same question put to every public that it was put to, each at its last wave."""
    same = [
        Asked(edition, found, waves_of(edition)[-1])
        for edition in standing_editions()
        if (found := edition.question(asked.question.key)) and found.text == asked.question.text
    ]
    return drawn(publics_strip(Subject("all", _("Chaque public")), same))
