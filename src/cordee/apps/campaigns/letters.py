"""The letters of a campaign, each in its reader's language, written once: invitation, reminder, cancellation."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from cordee.apps.campaigns.days import last_day
from cordee.apps.campaigns.links import personal_address
from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee, Regime
from cordee.apps.campaigns.queries.preparing import Composition, compositions, people_of
from cordee.apps.campaigns.regimes import words_of
from cordee.apps.library.queries import pack_of
from cordee.apps.post import operations as post
from cordee.apps.post import queries as mail
from cordee.apps.post.models import Letter

RECENT = timedelta(hours=24)
PARAGRAPH = "\n\n"
BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Words:
    """What a letter says."""

    subject: str
    text: str
    html: str


def prefix_of(campaign: Campaign) -> str:
    """Return how the keys of all the letters of a campaign begin."""
    return f"campaign/{campaign.public}/"


def invitation_key(campaign: Campaign, invitee: Invitee) -> str:
    """Return the key of an invitation: one for each link that a person is given."""
    return f"{_invitation_prefix(campaign, invitee)}{invitee.link_generation}"


def _invitation_prefix(campaign: Campaign, invitee: Invitee) -> str:
    return f"{prefix_of(campaign)}invitation/{invitee.public}/"


def invitation(campaign: Campaign, invitee: Invitee, composition: Composition, address: str = "") -> Words:
    """Compose the invitation of a person; a preview gives an address of its own, which opens nothing."""
    return _composed("invitation", campaign, invitee, composition, address)


def write_invitations(campaign: Campaign, only: Sequence[uuid.UUID] | None = None) -> int:
    """Write the invitations of those who have an address; return how many. Written already, they are not again."""
    people = [one for one in people_of(campaign) if one.email and (only is None or one.public in only)]
    announced = compositions(campaign)
    for one in people:
        _write(invitation_key(campaign, one), campaign, one, invitation(campaign, one, announced[one.circle_id]))
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
    _write(key, campaign, invitee, invitation(campaign, invitee, compositions(campaign)[invitee.circle_id]))
    return True


def withdraw_invitation(campaign: Campaign, invitee: Invitee) -> None:
    """Keep back the invitations of a person that have not left, whose link no longer opens anything."""
    post.withdraw(_invitation_prefix(campaign, invitee))


def write_reminders(campaign: Campaign, people: Iterable[Invitee], occasion: str, *, spare_recent: bool = False) -> int:
    """Write one reminder to each person for an occasion; return how many are new.

    `spare_recent` leaves out those who were written to in the last day: invited yesterday, or reminded by hand.
    """
    keys = {f"{prefix_of(campaign)}reminder/{occasion}/{one.public}": one for one in people}
    done = set(mail.states(keys))
    spared = _written_to_lately(campaign) if spare_recent else frozenset()
    due = {key: one for key, one in keys.items() if key not in done and one.email not in spared}
    announced = compositions(campaign)
    for key, one in due.items():
        words = _composed("reminder", campaign, one, announced[one.circle_id])
        _write(key, campaign, one, words, silent=campaign.regime == Regime.AGGREGATE)
    return len(due)


def was_reminded_on(campaign: Campaign, today: date) -> bool:
    """Tell whether a reminder was sent by hand that day."""
    return Letter.objects.filter(key__startswith=f"{prefix_of(campaign)}reminder/by-hand-{today}/").exists()


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
    announced = compositions(campaign)
    for one in told:
        words = _composed("cancellation", campaign, one, announced[one.circle_id])
        _write(f"{prefix_of(campaign)}cancellation/{one.public}", campaign, one, words)
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


def _composed(letter: str, campaign: Campaign, invitee: Invitee, composition: Composition, address: str = "") -> Words:
    with override(invitee.lang):
        context = _context(campaign, invitee, composition, address)
        return Words(
            _subject(letter, campaign),
            _tidy(render_to_string(f"campaigns/letters/{letter}.txt", context)),
            render_to_string(f"campaigns/letters/{letter}.html", context),
        )


def _tidy(text: str) -> str:
    """Keep one blank line where a template leaves several."""
    return f"{BLANK_LINES.sub(PARAGRAPH, text).strip()}\n"


def _subject(letter: str, campaign: Campaign) -> str:
    subjects = {
        "invitation": _("{alliance} : votre regard est attendu"),
        "reminder": _("{alliance} : il est encore temps de répondre"),
        "cancellation": _("{alliance} : le 360° est annulé"),
    }
    return " ".join(subjects[letter].format(alliance=campaign.alliance.name).split("\n"))


def _context(campaign: Campaign, invitee: Invitee, composition: Composition, address: str) -> dict[str, Any]:
    instrument = pack_of(campaign.release).instrument
    return {
        "campaign": campaign,
        "alliance": campaign.alliance,
        "invitee": invitee,
        "lang": invitee.lang,
        "circle": circle_name(composition.circle, invitee.lang),
        "composition": composition,
        "regime": words_of(campaign),
        "minutes": minutes_of(campaign, composition.circle),
        "purpose": instrument.purpose.in_("en" if invitee.lang == "en" else "fr"),
        "last_day": last_day(campaign.closes_at) if campaign.closes_at else None,
        "address": address or personal_address(invitee),
    }


def circle_name(circle: CampaignCircle, lang: str) -> str:
    """Return the name of a circle in a language."""
    return circle.name_en if lang == "en" else circle.name_fr


def minutes_of(campaign: Campaign, circle: CampaignCircle) -> int:
    """Return how long the questions of a circle take: the minutes of the form, in proportion of its topics."""
    form = pack_of(campaign.release).instrument.form(campaign.form)
    topics = len(circle.topics) or len(form.topics)
    return max(1, round(form.minutes * topics / len(form.topics)))
