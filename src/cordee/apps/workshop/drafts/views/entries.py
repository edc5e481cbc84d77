"""The entries of a draft: the list of one kind, and the screen that writes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.workshop.access import refusal
from cordee.apps.workshop.drafts import lint, operations
from cordee.apps.workshop.drafts.opening import Opened, draft_page
from cordee.apps.workshop.drafts.operations import ChangedMeanwhile
from cordee.apps.workshop.drafts.preview import read_entry
from cordee.apps.workshop.drafts.queries import revision_of
from cordee.apps.workshop.entries.forms import EntryScreen
from cordee.apps.workshop.entries.outline import Nowhere, Spot, at, list_at, list_in, rows_of, screens_of, title_of
from cordee.apps.workshop.entries.outline import inside as path_inside
from cordee.apps.workshop.entries.references import references_for
from cordee.apps.workshop.entries.values import is_blank
from cordee.apps.workshop.entries.wording import what_it_is
from cordee.apps.workshop.permissions import may_change
from cordee.core.packs.faults import Path
from cordee.core.packs.workbook.labels import TITLES
from cordee.core.packs.workbook.sheets import Sheet

UP, DOWN = -1, 1


@dataclass(frozen=True)
class Listed:
    """An entry as its list shows it."""

    title: str
    id: str
    shown: str
    url: str
    faults: int
    is_first: bool
    is_last: bool


@require_safe
@draft_page
def entries(request: HttpRequest, opened: Opened, where: str) -> HttpResponse:
    """List the entries of one kind, those at fault marked."""
    sheet, path = _list(opened, where)
    told = lint.told(lint.judged(opened.document).faults, opened.document, opened.lang)
    found = [str(number) for number in range(len(list_in(opened.document, path)))]
    context = {
        "opened": opened,
        "title": TITLES[sheet.code].in_(opened.lang),
        "what": what_it_is(sheet, opened.lang),
        "where": where,
        "entries": [_listed(opened, Spot(sheet, (*path, int(one))), told, len(found)) for one in found],
        "add_url": opened.url("add", where),
        "trail": opened.trail(
            *opened.places_above(Spot(sheet, (*path, 0)))[:-1], (TITLES[sheet.code].in_(opened.lang), "")
        ),
    }
    return render(request, "workshop/entries.html", context)


def _list(opened: Opened, where: str) -> tuple[Sheet, Path]:
    try:
        sheet, path = list_at(where)
        list_in(opened.document, path)
    except Nowhere as error:
        raise Http404 from error
    return sheet, path


def _listed(opened: Opened, spot: Spot, told: list[lint.Told], count: int) -> Listed:
    entry = at(opened.document, spot.path)
    mine = [one for one in told if one.spot is not None and one.spot.path[: len(spot.path)] == spot.path]
    return Listed(
        title=title_of(entry, opened.lang) or _("Sans nom"),
        id=str(entry.get("id", "")) if isinstance(entry, dict) else "",
        shown=spot.shown,
        url=opened.url("entry", spot.shown),
        faults=len(mine),
        is_first=spot.position == 0,
        is_last=spot.position == count - 1,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@draft_page
def entry(request: HttpRequest, opened: Opened, spot: str) -> HttpResponse:
    """Show an entry with what is wrong beside each field, and save it."""
    verdict = may_change(opened.visitor.role, opened.draft.state)
    if request.method == "POST" and not verdict.allowed:
        return refusal(request, verdict)
    if request.method == "POST":
        return _save(request, opened, spot)
    return _show(request, opened, spot)


def _show(request: HttpRequest, opened: Opened, shown: str, status: int = 200) -> HttpResponse:
    found = opened.spot(shown)
    screen = EntryScreen.of(found.sheet, opened.lang, at(opened.document, found.path))
    screen.is_valid()
    return entry_page(request, opened, found, screen, status=status, unplaced=_note_faults(opened, found, screen))


def _save(request: HttpRequest, opened: Opened, shown: str) -> HttpResponse:
    if "seen" not in request.POST:
        # Half a form would empty the entry: it is shown again as it is.
        return _show(request, opened, shown, status=422)
    seen = _seen(request.POST, opened)
    spot = _spot_as_seen(opened, shown, seen)
    screen = EntryScreen(spot.sheet, opened.lang, request.POST)
    if not screen.is_valid():
        return entry_page(request, opened, spot, screen, status=422)
    if screen.wants_more:
        screen.give_more()
        return entry_page(request, opened, spot, screen, seen=seen)
    try:
        operations.save_entry(opened.draft, opened.visitor.account, spot, screen.entry, seen)
    except ChangedMeanwhile as change:
        return _both(request, opened, spot, screen, change)
    messages.success(request, _("C’est enregistré."))
    return HttpResponseRedirect(opened.url("entry", _where_now(opened, spot, seen)))


def _where_now(opened: Opened, spot: Spot, seen: int) -> str:
    """Return where the entry stands now: others may have moved it, or renamed its id may have made it another."""
    return operations.followed(opened.draft, spot, seen).shown


def _spot_as_seen(opened: Opened, shown: str, seen: int) -> Spot:
    """Return the entry that the address named when the page was drawn."""
    if seen == opened.revision.number:
        return opened.spot(shown)
    try:
        return operations.spot_in(opened.draft, shown, seen)
    except Nowhere as error:
        raise Http404 from error


def _seen(data: QueryDict, opened: Opened) -> int:
    """Return the revision that the page was drawn from; what is no revision of this draft is the latest."""
    written = str(data.get("seen", ""))
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 0
    return number if revision_of(opened.draft, number) else opened.revision.number


def _both(
    request: HttpRequest, opened: Opened, spot: Spot, screen: EntryScreen, change: ChangedMeanwhile
) -> HttpResponse:
    """Show what somebody else saved beside what was just written; sending again is then a choice."""
    if change.spot is None:
        return entry_page(request, opened, spot, screen, status=409, seen=change.number, gone=True)
    theirs = read_entry(spot.sheet, change.entry, opened.document, opened.lang)
    mine = read_entry(spot.sheet, screen.entry(change.entry), opened.document, opened.lang)
    texts = [(label, before, dict(mine).get(label, "")) for label, before in theirs]
    texts += [(label, "", after) for label, after in mine if label not in dict(theirs)]
    differing = [one for one in texts if one[1] != one[2]]
    return entry_page(request, opened, change.spot, screen, status=409, seen=change.number, texts=differing)


def _note_faults(opened: Opened, spot: Spot, screen: EntryScreen) -> list[lint.Told]:
    """Put the faults of an entry beside its fields; return those that belong to no field."""
    told = lint.told(lint.judged(opened.document).faults, opened.document, opened.lang)
    mine = [one for one in told if one.spot is not None and one.spot.path == spot.path]
    return [one for one in mine if not screen.note(one.steps, f"{one.message} {one.remedy}")]


def entry_page(
    request: HttpRequest,
    opened: Opened,
    spot: Spot,
    screen: EntryScreen,
    *,
    status: int = 200,
    seen: int | None = None,
    texts: list[tuple[str, str, str]] | None = None,
    unplaced: list[lint.Told] | None = None,
    gone: bool = False,
) -> HttpResponse:
    """Draw the screen of an entry."""
    title = _("Entrée retirée") if gone else opened.title(spot)
    where = "/".join(map(str, spot.list_path))
    context = {
        "opened": opened,
        "title": title,
        "what": what_it_is(spot.sheet, opened.lang),
        "action": opened.url("add", where) if gone else opened.url("entry", spot.shown),
        "preview_url": "" if gone else opened.url("preview", spot.shown),
        "remove_url": "" if gone or spot.sheet.vertical else opened.url("remove", spot.shown),
        "lists": [] if gone else _lists(opened, spot),
        "texts": texts or [],
        "unplaced": unplaced or [],
        "gone": gone,
        "trail": opened.trail(*([] if gone else opened.places_above(spot)), (title, "")),
        **screen_context(opened, screen, seen or opened.revision.number),
    }
    return render(request, "workshop/entry.html", context, status=status)


def screen_context(opened: Opened, screen: EntryScreen, seen: int) -> dict[str, Any]:
    """Gather what the fields of a screen need."""
    shown = [screen.sheet, *rows_of(screen.sheet)]
    return {
        "screen": screen,
        "references": references_for(shown, opened.document, opened.lang),
        "seen": seen,
        "helps": {sheet.code: what_it_is(sheet, opened.lang) for sheet in rows_of(screen.sheet)},
    }


def _lists(opened: Opened, spot: Spot) -> list[tuple[str, str, int]]:
    """Return the lists of an entry that have pages of their own: title, address, count."""
    found = []
    for child in screens_of(spot.sheet):
        path = (*spot.path, *path_inside(child, spot.sheet))
        where = "/".join(map(str, path))
        try:
            count = len(list_in(opened.document, path))
        except Nowhere:
            continue
        found.append((TITLES[child.code].in_(opened.lang), opened.url("entries", where), count))
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@draft_page
def add(request: HttpRequest, opened: Opened, where: str) -> HttpResponse:
    """Write a new entry at the end of a list."""
    verdict = may_change(opened.visitor.role, opened.draft.state)
    if not verdict.allowed:
        return refusal(request, verdict)
    sheet, path = _list(opened, where)
    screen = EntryScreen.of(sheet, opened.lang, {}) if request.method != "POST" else _sent(request, opened, sheet)
    is_filled = request.method == "POST" and screen.is_valid() and not screen.wants_more
    if is_filled and not is_blank(screen.entry()):
        _revision, position = operations.add_entry(opened.draft, opened.visitor.account, path, screen.entry())
        messages.success(request, _("C’est ajouté. Ce qui manque encore est dit à côté de chaque champ."))
        return HttpResponseRedirect(opened.url("entry", "/".join(map(str, (*path, position)))))
    if request.method == "POST" and screen.wants_more:
        screen.give_more()
    title = TITLES[sheet.code].in_(opened.lang)
    context = {
        "opened": opened,
        "title": _("Ajouter : %(list)s") % {"list": title},
        "what": what_it_is(sheet, opened.lang),
        "action": opened.url("add", where),
        "is_blank": is_filled,
        "trail": opened.trail(*opened.places_above(Spot(sheet, (*path, 0))), (_("Ajouter"), "")),
        **screen_context(opened, screen, opened.revision.number),
    }
    return render(request, "workshop/add.html", context, status=422 if screen.errors() or is_filled else 200)


def _sent(request: HttpRequest, opened: Opened, sheet: Sheet) -> EntryScreen:
    return EntryScreen(sheet, opened.lang, request.POST)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_page
def remove(request: HttpRequest, opened: Opened, spot: str) -> HttpResponse:
    """Ask whether an entry should be removed, saying who refers to it, then remove it."""
    verdict = may_change(opened.visitor.role, opened.draft.state)
    if not verdict.allowed:
        return refusal(request, verdict)
    seen = _seen(request.POST, opened)
    found = _spot_as_seen(opened, spot, seen)
    if found.sheet.vertical:
        raise Http404
    where = "/".join(map(str, found.list_path))
    if request.method == "POST":
        try:
            operations.remove_entry(opened.draft, opened.visitor.account, found, seen)
        except ChangedMeanwhile:
            messages.warning(request, _("Quelqu’un vient de changer cette entrée : relisez-la avant de la retirer."))
            return HttpResponseRedirect(opened.url("entries", where))
        messages.success(request, _("L’entrée est retirée. Une révision d’avant permet de la rétablir."))
        return HttpResponseRedirect(opened.url("entries", where))
    context = {
        "opened": opened,
        "title": opened.title(found),
        "back": opened.url("entry", found.shown),
        "seen": opened.revision.number,
        "trail": opened.trail(*opened.places_above(found), (opened.title(found), "")),
    }
    return render(request, "workshop/remove.html", context)


@require_POST
@draft_page
def move(request: HttpRequest, opened: Opened, spot: str) -> HttpResponse:
    """Move an entry one place up or down in its list."""
    found = opened.spot(spot)
    if found.sheet.vertical:
        raise Http404
    operations.move_entry(opened.draft, opened.visitor.account, found, UP if "up" in request.POST else DOWN)
    return HttpResponseRedirect(opened.url("entries", "/".join(map(str, found.list_path))))


@require_safe
@draft_page
def preview(request: HttpRequest, opened: Opened, spot: str) -> HttpResponse:
    """Show an entry as readers will see it, in the language on screen."""
    found = opened.spot(spot)
    entry = at(opened.document, found.path)
    context = {
        "opened": opened,
        "title": opened.title(found),
        "kind": TITLES[found.sheet.code].in_(opened.lang),
        "parts": read_entry(found.sheet, entry, opened.document, opened.lang),
        "back": opened.url("entry", found.shown),
        "trail": opened.trail(
            *opened.places_above(found), (opened.title(found), opened.url("entry", found.shown)), (_("Aperçu"), "")
        ),
    }
    return render(request, "workshop/preview.html", context)
