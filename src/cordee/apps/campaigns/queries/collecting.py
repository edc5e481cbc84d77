"""All that was given in a campaign, in four reads whatever the number of people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from cordee.apps.campaigns.models import Campaign, Seat, SeatAnswer, SeatImportance


@dataclass(frozen=True, slots=True)
class SeatRow:
    """Who sits where: the seat, its circle, its organisation and, as long as it is known, its person."""

    public: str
    circle: str
    organisation: str
    name: str


class AnswerRow(NamedTuple):
    """One answer of one seat; a campaign reads tens of thousands."""

    seat: int
    item: str
    mark: str
    level: int | None
    evidence: str
    released: bool


@dataclass(frozen=True)
class Collected:
    """The seats in which something was answered, by their key, with what was; nothing else enters a result.

    `circles` are those of the campaign, in order; `own_circle` the one that looks at itself; `organisations` maps
    the public identifier of a partner to its name.
    """

    seats: dict[int, SeatRow]
    answers: list[AnswerRow]
    importances: list[tuple[int, str, int]]
    circles: tuple[str, ...]
    own_circle: str | None
    organisations: dict[str, str]


def collected(campaign: Campaign) -> Collected:
    """Gather a campaign."""
    answers = list(map(AnswerRow._make, _answers(campaign)))
    taken = {row.seat for row in answers}
    circles = list(campaign.circles.order_by("position", "id").values_list("circle", "is_self"))
    rows = [row for row in _seats(campaign) if row[0] in taken]
    return Collected(
        seats={key: SeatRow(str(public), circle, str(home), name or "") for key, public, circle, home, _, name in rows},
        answers=answers,
        importances=[row for row in _importances(campaign) if row[0] in taken],
        circles=tuple(circle for circle, _ in circles),
        own_circle=next((circle for circle, is_self in circles if is_self), None),
        organisations={str(home): organisation for _, _, _, home, organisation, _ in rows},
    )


def _seats(campaign: Campaign) -> list[tuple[int, object, str, object, str, str | None]]:
    names = ("pk", "public", "circle__circle", "partner__public", "partner__organisation__name", "invitee__name")
    return list(Seat.objects.filter(campaign=campaign).order_by("pk").values_list(*names))


def _answers(campaign: Campaign) -> list[tuple[int, str, str, int | None, str, bool]]:
    names = ("seat_id", "item", "mark", "level", "evidence", "released")
    return list(SeatAnswer.objects.filter(seat__campaign=campaign).order_by("seat_id", "item").values_list(*names))


def _importances(campaign: Campaign) -> list[tuple[int, str, int]]:
    names = ("seat_id", "topic", "importance")
    return list(SeatImportance.objects.filter(seat__campaign=campaign).order_by("seat_id", "topic").values_list(*names))
