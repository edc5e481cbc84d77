"""Reads of a launched campaign: how many have answered in each circle, and whom to remind; never what was answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Q

from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee, Regime, Seat
from cordee.apps.campaigns.queries.preparing import circles_of

FEWEST_TO_COUNT_APART = 2


@dataclass
class Completion:
    """How far one circle is, or several counted together: numbers of people, no names."""

    circles: list[CampaignCircle]
    invited: int = 0
    started: int = 0
    finished: int = 0
    on_paper: int = 0
    by_open_link: int = 0

    @property
    def expected(self) -> int:
        """How many people may answer, as far as one knows: those invited, and those who came by the circle's link."""
        return self.invited + self.by_open_link

    def joined(self, other: Completion) -> Completion:
        """Count two together."""
        return Completion(
            [*self.circles, *other.circles],
            self.invited + other.invited,
            self.started + other.started,
            self.finished + other.finished,
            self.on_paper + other.on_paper,
            self.by_open_link + other.by_open_link,
        )


@dataclass(frozen=True)
class Followed:
    """The completion of a campaign: one row a circle or a group of circles, and the whole."""

    rows: list[Completion] = field(default_factory=list)
    total: Completion = field(default_factory=lambda: Completion([]))


def completion_of(campaign: Campaign) -> Followed:
    """Count who started and finished, where somebody may. In the aggregate regime, never one person apart."""
    rows = [row for row in _counted(campaign) if row.expected or row.circles[0].open_link]
    total = Completion([])
    for row in rows:
        total = total.joined(row)
    if campaign.regime != Regime.AGGREGATE:
        return Followed(rows, total)
    if total.expected < FEWEST_TO_COUNT_APART:
        return Followed([], Completion([], invited=total.invited))
    return Followed(_none_alone(rows), total)


def _counted(campaign: Campaign) -> list[Completion]:
    invited = Counter(campaign.invitees.values_list("circle_id", flat=True))
    seats = list(campaign.seats.values_list("circle_id", "channel", "finished_at"))

    def count(circle: CampaignCircle, condition: Callable[[str, object], bool]) -> int:
        return sum(1 for of, channel, finished in seats if of == circle.pk and condition(channel, finished))

    return [
        Completion(
            [circle],
            invited=invited[circle.pk],
            started=count(circle, lambda channel, finished: finished is None),
            finished=count(circle, lambda channel, finished: finished is not None),
            on_paper=count(circle, lambda channel, finished: channel == Seat.Channel.PAPER),
            by_open_link=count(circle, lambda channel, finished: channel == Seat.Channel.OPEN_LINK),
        )
        for circle in circles_of(campaign)
    ]


def _none_alone(rows: list[Completion]) -> list[Completion]:
    """Count with another every circle where a count would tell of one person; nothing is found by subtraction."""
    small = [row for row in rows if 0 < row.expected < FEWEST_TO_COUNT_APART]
    large = [row for row in rows if row not in small]
    if not small:
        return rows
    together = small[0]
    for row in small[1:]:
        together = together.joined(row)
    if together.expected < FEWEST_TO_COUNT_APART:
        joining = min((row for row in large if row.expected), key=lambda row: row.expected)
        large.remove(joining)
        together = joining.joined(together)
    return [*large, together]


def unfinished(campaign: Campaign) -> list[Invitee]:
    """Return those who have an address and have not finished: whom a reminder is for."""
    rows = campaign.invitees.filter(Q(seat=None) | Q(seat__finished_at=None)).exclude(email="")
    return list(rows.select_related("circle", "partner__organisation").order_by("position", "pk"))


def progress_by_person(campaign: Campaign) -> dict[int, str]:
    """Return « started » or « finished » by person; nothing at all in the aggregate regime, where nobody may know."""
    if campaign.regime == Regime.AGGREGATE:
        return {}
    seats = campaign.seats.exclude(invitee=None).values_list("invitee_id", "finished_at")
    return {invitee: "finished" if finished else "started" for invitee, finished in seats}
