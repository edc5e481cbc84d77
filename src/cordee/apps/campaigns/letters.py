"""The letters of a campaign, each in its reader's language, written once: invitation, reminder, cancellation."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.utils import timezone

from cordee.apps.campaigns.letter_words import FormLetters, Words
from cordee.apps.campaigns.models import Campaign, Invitee, Regime
from cordee.apps.campaigns.queries.preparing import people_of
from cordee.apps.post import operations as post
from cordee.apps.post import queries as mail
from cordee.apps.post.models import Letter

RECENT = timedelta(hours=24)


def prefix_of(campaign: Campaign) -> str:
    """Return how the keys of all the letters of a campaign begin."""
    return f"campaign/{campaign.public}/"


def invitation_key(campaign: Campaign, invitee: Invitee) -> str:
    """Return the key of an invitation: one for each link that a person is given."""
    return f"{_invitation_prefix(campaign, invitee)}{invitee.link_generation}"


def _invitation_prefix(campaign: Campaign, invitee: Invitee) -> str:
    return f"{prefix_of(campaign)}invitation/{invitee.public}/"


def _reminder_prefix(campaign: Campaign) -> str:
    return f"{prefix_of(campaign)}reminder/"


def write_invitations(campaign: Campaign, only: Sequence[uuid.UUID] | None = None) -> int:
    """Write the invitations of those who have an address; return how many. Written already, they are not again."""
    people = [one for one in people_of(campaign) if one.email and (only is None or one.public in only)]
    letters = FormLetters("invitation", campaign)
    for one in people:
        _write(invitation_key(campaign, one), campaign, one, letters.to(one))
    return len(people)


def write_missing_invitations(campaign: Campaign) -> int:
    """Write the invitations that were never written, after an opening day or an interruption."""
    people = [one for one in people_of(campaign) if one.email]
    written = mail.states(invitation_key(campaign, one) for one in people)
    missing = [one.public for one in people if invitation_key(campaign, one) not in written]
    return write_invitations(campaign, missing) if missing else 0


def write_again(campaign: Campaign, invitee: Invitee, today: date) -> bool:
    """Write an invitation once more with the same link, at most once a day; tell whether there is a new letter."""
    key = f"{invitation_key(campaign, invitee)}/again/{today}"
    if not invitee.email or mail.states([key]):
        return False
    _write(key, campaign, invitee, FormLetters("invitation", campaign).to(invitee))
    return True


def withdraw_invitation(campaign: Campaign, invitee: Invitee) -> None:
    """Keep back the invitations of a person that have not left, whose link no longer opens anything."""
    post.withdraw(_invitation_prefix(campaign, invitee))


def write_reminders(campaign: Campaign, people: Iterable[Invitee], occasion: str, *, spare_recent: bool = False) -> int:
    """Write one reminder to each person for an occasion; return how many are new.

    `spare_recent` leaves out those who were written to in the last day: invited yesterday, or reminded by hand.
    """
    keys = {f"{_reminder_prefix(campaign)}{occasion}/{one.public}": one for one in people}
    done = set(mail.states(keys))
    spared = _written_to_lately(campaign) if spare_recent else frozenset()
    due = {key: one for key, one in keys.items() if key not in done and one.email not in spared}
    letters = FormLetters("reminder", campaign)
    for key, one in due.items():
        _write(key, campaign, one, letters.to(one), silent=campaign.regime == Regime.AGGREGATE)
    return len(due)


def forget_reminders(campaign: Campaign) -> None:
    """Forget the reminders of a campaign that is over, down to their keys: they say who had not finished, and when."""
    post.forget(_reminder_prefix(campaign))


def was_reminded_on(campaign: Campaign, today: date) -> bool:
    """Tell whether a reminder was sent by hand that day."""
    return Letter.objects.filter(key__startswith=f"{_reminder_prefix(campaign)}by-hand-{today}/").exists()


def _written_to_lately(campaign: Campaign) -> frozenset[str]:
    since = timezone.now() - RECENT
    rows = Letter.objects.filter(key__startswith=prefix_of(campaign), created_at__gt=since)
    return frozenset(rows.values_list("to", flat=True))


def write_cancellations(campaign: Campaign) -> int:
    """Tell those whose invitation left, or may have, that the campaign is cancelled and their answers erased."""
    people = [one for one in people_of(campaign) if one.email]
    states = mail.states(invitation_key(campaign, one) for one in people)
    kept_back = {Letter.State.WITHDRAWN, Letter.State.FAILED}
    told = [one for one in people if states.get(invitation_key(campaign, one), Letter.State.WITHDRAWN) not in kept_back]
    letters = FormLetters("cancellation", campaign)
    for one in told:
        _write(f"{prefix_of(campaign)}cancellation/{one.public}", campaign, one, letters.to(one))
    return len(told)


def _write(key: str, campaign: Campaign, invitee: Invitee, words: Words, *, silent: bool = False) -> None:
    """Hand a letter to the post office. A silent one is answered to nobody: an automatic reply to a reminder would
    tell the facilitator who has not finished."""
    post.write(
        key,
        to=invitee.email,
        subject=words.subject,
        text=words.text,
        html=words.html,
        lang=invitee.lang,
        reply_to="" if silent else campaign.contact_email,
    )
