"""Who may do what here, each answer with its reason: pure functions of rows and of the hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cordee.apps.diagnosis.models import Diagnosis, ShareLink
from cordee.apps.library.models import PackRelease
from cordee.apps.ui.verdict import Answer

MOST_LINKS = 20


class Reason(StrEnum):
    """Why the answer is yes, or why it is no."""

    GRANTED = "granted"
    UNKNOWN = "unknown"
    OVER = "over"
    LINK_OVER = "link_over"
    WITHDRAWN = "withdrawn"
    NOTHING_READ = "nothing_read"
    ALREADY_CURRENT = "already_current"
    TOO_MANY_LINKS = "too_many_links"


@dataclass(frozen=True, slots=True)
class Verdict(Answer[Reason]):
    """Yes or no, and why."""


GRANTED = Verdict(Reason.GRANTED)


def may_open(diagnosis: Diagnosis | None, now: datetime) -> Verdict:
    """Answer, read, export, share or erase a diagnosis: whoever holds its secret link may, until its last day.

    There is no account: holding the link is the only right there is, and it carries all the others.
    """
    if diagnosis is None:
        return Verdict(Reason.UNKNOWN)
    return Verdict(Reason.OVER) if diagnosis.is_over(now) else GRANTED


def may_read_shared(link: ShareLink | None, now: datetime) -> Verdict:
    """Read a shared snapshot, and nothing else of the diagnosis, until the link's date or its withdrawal."""
    if link is None:
        return Verdict(Reason.UNKNOWN)
    if link.snapshot.diagnosis.is_over(now):
        return Verdict(Reason.OVER)
    if link.revoked_at is not None:
        return Verdict(Reason.WITHDRAWN)
    return Verdict(Reason.LINK_OVER) if now >= link.expires_at else GRANTED


def may_read_again(read_with: PackRelease, current: PackRelease) -> Verdict:
    """Read the same answers with another release: only with a newer one than the last used."""
    return GRANTED if current.order > read_with.order else Verdict(Reason.ALREADY_CURRENT)


def may_share(open_links: int) -> Verdict:
    """Make one more link to a snapshot: up to a number that no honest use needs."""
    return GRANTED if open_links < MOST_LINKS else Verdict(Reason.TOO_MANY_LINKS)
