"""The pages where one reads: the result, earlier readings, reading again with a newer release, what matters most."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.diagnosis import operations, permissions, queries
from cordee.apps.diagnosis.account import Result, TopicView
from cordee.apps.diagnosis.forms import ImportanceForm
from cordee.apps.diagnosis.language import language
from cordee.apps.diagnosis.models import Diagnosis, Snapshot
from cordee.apps.diagnosis.result import result_of
from cordee.apps.diagnosis.views.access import Opened, owner_page
from cordee.apps.library.addresses import current_pack
from cordee.apps.library.compass.entry import entry_from_stage
from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import current_release
from cordee.apps.ui.figures import drawn
from cordee.charts.figures import Radar

DOCUMENTS = ("pdf", "xlsx", "json")


@require_safe
@owner_page
def result(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the reading of the answers as they are now."""
    return show(request, opened, operations.read(opened.diagnosis))


@require_safe
@owner_page
def earlier(request: HttpRequest, opened: Opened, number: int) -> HttpResponse:
    """Show one of the readings made before, as it was."""
    snapshots = queries.snapshots_of(opened.diagnosis)
    if not 1 <= number <= len(snapshots):
        raise Http404
    return show(request, opened, snapshots[number - 1])


def show(request: HttpRequest, opened: Opened, snapshot: Snapshot) -> HttpResponse:
    """Draw a stored reading, with everything its owner may do of it."""
    snapshots = queries.snapshots_of(opened.diagnosis)
    current = current_release(opened.diagnosis.release.pack)
    read_with = queries.release_read_with(opened.diagnosis, snapshots)
    now = timezone.now()
    told_reading = told(snapshot)
    context = {
        **told_reading,
        "owner": True,
        "snapshot": snapshot,
        "snapshots": snapshots,
        "is_latest": snapshot.pk == snapshots[-1].pk,
        "newer": newer(read_with, current),
        "days_left": days_left(opened.diagnosis, now),
        "links": queries.open_links_of(opened.diagnosis, now),
        "urls": owner_urls(opened),
        "resume_url": request.build_absolute_uri(opened.url("resume")),
        "documents": documents(opened.token),
        "compass_url": compass_url(told_reading["result"]),
        "readings": [(one, opened.url("earlier", number)) for number, one in enumerate(snapshots, 1)],
        "unanswered": unanswered(opened, told_reading["result"]),
    }
    return render(request, "diagnosis/result.html", context)


def told(snapshot: Snapshot, *, shows_evidence: bool = True) -> dict[str, Any]:
    """Return a stored reading ready for a page."""
    return drawings(result_of(snapshot, language(get_language()), shows_evidence=shows_evidence))


def drawings(result: Result) -> dict[str, Any]:
    """Return a told reading with its figure and the radar of the same numbers."""
    return {"result": result, "figure": drawn(result.figure), "radar": drawn(Radar.of(result.figure))}


def unanswered(opened: Opened, result: Result) -> list[tuple[TopicView, str]]:
    """Return the topics with an answer missing, and where each is asked: nowhere when it is newer than the form."""
    asked = opened.pack.instrument.form(opened.diagnosis.form).topics
    positions = {topic: number for number, topic in enumerate(asked, 1)}
    return [
        (topic, opened.url("topic", positions[topic.id]) if topic.id in positions else "")
        for topic in result.unanswered
    ]


def newer(read_with: PackRelease, current: PackRelease | None) -> PackRelease | None:
    """Return the release that the answers may be read again with, if any."""
    if current is None or not permissions.may_read_again(read_with, current).allowed:
        return None
    return current


def compass_url(result: Result) -> str:
    """Return the compass with the stage of this result already answered; empty where it cannot be."""
    pack = current_pack()
    return (entry_from_stage(pack, result.stage) if pack and result.stage else None) or ""


def days_left(diagnosis: Diagnosis, now: datetime) -> int:
    """Return the days before the diagnosis is erased, the one that has begun included."""
    return max(0, ceil((diagnosis.expires_at - now) / timedelta(days=1)))


def owner_urls(opened: Opened) -> dict[str, str]:
    """Return what the owner of a diagnosis can go to."""
    names = ("resume", "result", "reread", "importance", "share", "erase")
    return {**{name: opened.url(name) for name in names}, "first_topic": opened.url("topic", 1)}


def documents(token: str, *, shared: bool = False) -> dict[str, str]:
    """Return the addresses of the documents made from a result."""
    prefix = "reports:shared_" if shared else "reports:"
    return {kind: reverse(prefix + kind, args=[token]) for kind in DOCUMENTS}


@require_POST
@owner_page
def reread(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Read the same answers with the current release, beside the readings made before."""
    read_with = queries.release_read_with(opened.diagnosis, queries.snapshots_of(opened.diagnosis))
    release = newer(read_with, current_release(opened.diagnosis.release.pack))
    if release is not None:
        operations.rescore(opened.diagnosis, release)
    return HttpResponseRedirect(opened.url("result"))


@require_http_methods(["GET", "HEAD", "POST"])
@owner_page
def importance(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Ask which topics matter most, for those who wish to say it."""
    lang = language(get_language())
    topics = {topic.id: topic.name.in_(lang) for topic in opened.pack.instrument.topics_of(opened.diagnosis.form)}
    form = ImportanceForm(topics, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        operations.save_importance(opened.diagnosis, list(topics), form.cleaned_data["topics"])
        return HttpResponseRedirect(f"{opened.url('result')}#pas")
    given = queries.given_of(opened.diagnosis)
    chosen = [topic for topic, weight in given.importance.items() if weight == operations.MATTERS_MOST]
    context = {"form": form, "topics": list(topics.items()), "chosen": chosen, "result_url": opened.url("result")}
    return render(request, "diagnosis/importance.html", context, status=422 if form.is_bound else 200)
