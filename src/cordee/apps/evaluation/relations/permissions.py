"""Who may open, answer and close the survey of relations, each answer with its reason: pure functions."""

from __future__ import annotations

from enum import StrEnum

from cordee.core.network import Enough, Response

FEWEST_ASKED = 2
MOST_ASKED = 200
"""The most partners of a survey: each scores all the others, and the map stays readable up to there."""


class Why(StrEnum):
    """Why the answer is yes, or why it is no."""

    GRANTED = "granted"
    NOT_OPEN = "not_open"
    ALREADY_OPEN = "already_open"
    TOO_FEW_PARTNERS = "too_few_partners"
    TOO_MANY_PARTNERS = "too_many_partners"
    CLOSED = "closed"
    ALREADY_CLOSED = "already_closed"
    NO_PARTNER = "no_partner"
    NOT_ASKED = "not_asked"
    TOO_FEW_ANSWERS = "too_few_answers"


def may_open(partners: int, *, already: bool) -> Why:
    """Open the survey: once, between 2 and 200 partners (what the role allows is asked before)."""
    if already:
        return Why.ALREADY_OPEN
    if partners < FEWEST_ASKED:
        return Why.TOO_FEW_PARTNERS
    return Why.TOO_MANY_PARTNERS if partners > MOST_ASKED else Why.GRANTED


def may_answer(*, opened: bool, closed: bool, speaks_for_a_partner: bool, asked: bool) -> Why:
    """Answer: for the partner that one's role names, if it was asked, until the closing."""
    if not opened:
        return Why.NOT_OPEN
    if not speaks_for_a_partner:
        return Why.NO_PARTNER
    if not asked:
        return Why.NOT_ASKED
    return Why.CLOSED if closed else Why.GRANTED


def may_close(response: Response, *, closed: bool) -> Why:
    """Close, which publishes once and for all: not under 65 % of answers, nothing could be shown."""
    if closed:
        return Why.CLOSED
    return Why.TOO_FEW_ANSWERS if response.enough is Enough.REFUSED else Why.GRANTED
