"""The plan as a calendar file: one all-day event an action, with an alarm the day before, at nine.

Events and not to-dos: Google Calendar shows no to-do from a file, Outlook loses them; all three read all-day events.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, timedelta
from unicodedata import category
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from cordee.apps.plans.models import Action
from cordee.apps.post.envelope import one_line

ALARM = timedelta(hours=-15)
"""From midnight of the day itself: nine in the morning of the day before."""
OPEN = (Action.Status.PLANNED, Action.Status.DOING)


def to_calendar(name: str, actions: Iterable[Action]) -> bytes:
    """Return the calendar file of actions; those without a day have no place in it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Cordee//plan//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(name))
    for action in actions:
        if action.due_on:
            calendar.add_component(event_of(action))
    return calendar.to_ical()


def event_of(action: Action) -> Event:
    """Return the event of an action; its identifier never changes, so that importing again updates it."""
    if action.due_on is None:
        raise ValueError("An action without a day is no event.")
    event = Event()
    event.add("uid", f"{action.public}@{urlsplit(settings.PUBLIC_URL).hostname}")
    event.add("sequence", action.version - 1)
    event.add("dtstamp", action.updated_at.astimezone(UTC))
    event.add("created", action.created_at.astimezone(UTC))
    event.add("last-modified", action.updated_at.astimezone(UTC))
    event.add("dtstart", action.due_on)
    event.add("dtend", action.due_on + timedelta(days=1))
    event.add("summary", plain(summary_of(action)))
    event.add("description", plain(description_of(action)))
    event.add("url", address_of(action))
    # Free, and not busy: a due date takes nobody's day.
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if action.status == Action.Status.DROPPED else "CONFIRMED")
    if action.status in OPEN:
        event.add_component(alarm_of(action))
    return event


def alarm_of(action: Action) -> Alarm:
    """Return the alarm of an action."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", plain(action.title))
    alarm.add("trigger", ALARM)
    return alarm


def summary_of(action: Action) -> str:
    """Return the title of an event: an action that is over says so there, where calendars show it."""
    marks = {Action.Status.DONE: _("Fait : %(title)s"), Action.Status.DROPPED: _("Abandonné : %(title)s")}
    return marks.get(Action.Status(action.status), "%(title)s") % {"title": action.title}


def description_of(action: Action) -> str:
    """Return what an event says: the details, who carries the action, where it is."""
    owner = ", ".join(filter(None, (action.owner_name, action.partner.organisation.name if action.partner else "")))
    parts = [action.details, _("Portée par : %(owner)s") % {"owner": owner} if owner else "", address_of(action)]
    return "\n\n".join(filter(None, parts))


def plain(text: str) -> str:
    """Return a text with one kind of line break and no control sign: the rest is escaped by the library.

    >>> plain("un\\r\\ndeux\\rtrois\\x00")
    'un\\ndeux\\ntrois'
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign == "\n" or category(sign) not in ("Cc", "Zl", "Zp"))


def address_of(action: Action) -> str:
    """Return the address of an action, as anywhere outside of the site."""
    return settings.PUBLIC_URL + reverse("plans:action", args=[action.alliance.public, action.public])
