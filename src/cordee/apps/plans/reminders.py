"""Reminders of an action to its owner: a week before its day, on its day, a week after; each once, none when over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import override

from cordee.apps.accounts.models import Account
from cordee.apps.organisations.models import AllianceRole, RoleKind
from cordee.apps.plans.days import due_words, written_day
from cordee.apps.plans.models import Action
from cordee.apps.post.operations import BadLetter, write
from cordee.apps.post.rendering import rendered

WEEK = timedelta(days=7)
GRACE = timedelta(days=3)
"""How late a reminder may still leave, after days when the site did not run: later it would be about another moment."""


class Moment(StrEnum):
    """When a reminder leaves."""

    BEFORE = "before"
    DAY = "day"
    LATE = "late"


DELAYS = {Moment.BEFORE: -WEEK, Moment.DAY: timedelta(0), Moment.LATE: WEEK}
EARLIEST, LATEST = -(WEEK + GRACE), WEEK
"""From today, the days that an action may be due and call for a reminder."""


def moment_of(due_on: date, today: date) -> Moment | None:
    """Return which reminder of an action leaves today, if any.

    >>> moment_of(date(2026, 11, 30), date(2026, 11, 23)), moment_of(date(2026, 11, 30), date(2026, 11, 29))
    (<Moment.BEFORE: 'before'>, None)
    >>> moment_of(date(2026, 11, 30), date(2026, 12, 1)), moment_of(date(2026, 11, 30), date(2026, 12, 10))
    (<Moment.DAY: 'day'>, <Moment.LATE: 'late'>)
    """
    due = (moment for moment, delay in DELAYS.items() if timedelta(0) <= today - (due_on + delay) <= GRACE)
    return next(due, None)


def key_prefix(action: Action) -> str:
    """Return how the keys of the letters of an action begin."""
    return f"plans:{action.public}:"


def key_of(action: Action, moment: Moment) -> str:
    """Return the key of a reminder: a new date or a new owner makes it another letter. It tells no address."""
    owner = salted_hmac("cordee.plans.owner", action.owner_email.lower()).hexdigest()[:12]
    return f"{key_prefix(action)}{action.due_on}:{moment}:{owner}"


def remind(actions: Iterable[Action], today: date) -> int:
    """Write the reminders that leave today; return how many actions called for one. Running it again adds none."""
    called = 0
    for action in actions:
        moment = moment_of(action.due_on, today) if action.due_on else None
        if moment and write_reminder(action, moment, today):
            called += 1
    return called


def write_reminder(action: Action, moment: Moment, today: date) -> bool:
    """Write one reminder, in the language of its owner's account if there is one; an impossible address gets none."""
    lang = language_of(action.owner_email)
    with override(lang):
        subject = subject_of(action, moment)
        context = {
            "action": action,
            "subject": subject,
            "day": written_day(action.due_on) if action.due_on else "",
            "due": due_words(action.due_on, today) if action.due_on else "",
            "is_late": moment is Moment.LATE,
            "address": settings.PUBLIC_URL + reverse("plans:action", args=[action.alliance.public, action.public]),
        }
    text, html = rendered("plans/letters/reminder", lang, context)
    key, to, answers_to = key_of(action, moment), action.owner_email, facilitator_of(action)
    try:
        write(key, to=to, subject=subject, text=text, html=html, lang=lang, reply_to=answers_to)
    except BadLetter:
        return False
    return True


def subject_of(action: Action, moment: Moment) -> str:
    """Return the subject of a reminder, in the language on screen."""
    words = {
        Moment.BEFORE: _("Dans une semaine : %(title)s"),
        Moment.DAY: _("C’est le jour prévu : %(title)s"),
        Moment.LATE: _("Où en est-on ? %(title)s"),
    }
    return words[moment] % {"title": action.title}


def language_of(address: str) -> str:
    """Return the language of the account that has an address; that of the site when there is none."""
    lang = Account.objects.filter(email__iexact=address).values_list("lang", flat=True).first()
    return lang or settings.LANGUAGE_CODE


def facilitator_of(action: Action) -> str:
    """Return whom an answer to a reminder goes to: who has run the alliance for longest."""
    roles = AllianceRole.objects.filter(alliance=action.alliance, kind=RoleKind.FACILITATOR)
    return roles.order_by("since", "pk").values_list("account__email", flat=True).first() or ""
