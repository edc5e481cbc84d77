"""After the session: its minutes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cordee.apps.meetings import permissions
from cordee.apps.meetings.access import Opened, meeting_page, whatever_its_state
from cordee.apps.meetings.minutes import minutes_of
from cordee.apps.meetings.views.preparing import around, session_of
from cordee.apps.ui.figures import drawn


@require_safe
@meeting_page(whatever_its_state(permissions.may_read))
def minutes(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the minutes: final once the session is closed."""
    session = session_of(opened)
    told = minutes_of(session)
    figures = [(one, drawn(one.figure) if one.figure else None) for one in told.ballots]
    return render(request, "meetings/minutes.html", {**around(opened, session), "minutes": told, "ballots": figures})
