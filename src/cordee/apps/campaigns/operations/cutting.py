"""Cutting the thread: once closed in the aggregate regime, nothing in the rows leads from an answer to a person.

Emptying columns is not enough. Keys are handed out in the order people came, and the reminders say who was late; a
circle where an organisation sent one person names that person. So seats are made anew in an order drawn by lot, whole
sheets are dealt out again among those who weigh together (no published number can tell: `core.disclosure` reads a block
as a heap), and the reminders are forgotten.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.db import connection, models
from django.utils import timezone

from cordee.apps.campaigns import letters
from cordee.apps.campaigns.models import Campaign, Seat, SeatAnswer, SeatImportance
from cordee.core.disclosure import Plan

MOVED_AT_ONCE = 500
Moves = list[tuple[int, int]]
"""From which seat to which: pairs of keys."""


def cut_the_thread(campaign: Campaign, plan: Plan, now: datetime) -> None:
    """Leave nothing that leads to a person: no invitation, link, way of coming, hour, order; not even a sure circle.

    How many answered in each circle for each organisation stays: the same people must be read again under `plan`.
    """
    lot = random.SystemRandom()
    former = list(Seat.objects.filter(campaign=campaign).select_related("circle", "partner"))
    answered = set(SeatAnswer.objects.filter(seat__campaign=campaign).values_list("seat_id", flat=True))
    lot.shuffle(former)
    new = Seat.objects.bulk_create(_without_a_past(former, now))
    moves = list(_dealt(former, new, answered, plan, lot))
    for model in (SeatAnswer, SeatImportance):
        _move_rows(model, moves)
    Seat.objects.filter(pk__in=[seat.pk for seat in former]).delete()
    letters.forget_reminders(campaign)


def _without_a_past(former: Iterable[Seat], now: datetime) -> Iterator[Seat]:
    """Make a seat for each of the former ones, in the same place, that knows only whether it was finished."""
    day = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    for seat in former:
        yield Seat(
            campaign_id=seat.campaign_id,
            circle=seat.circle,
            partner=seat.partner,
            channel=Seat.Channel.UNSAID,
            lang=settings.LANGUAGE_CODE,
            started_at=day,
            updated_at=day,
            finished_at=day if seat.finished_at else None,
        )


def _dealt(
    former: list[Seat], new: list[Seat], answered: set[int], plan: Plan, lot: random.SystemRandom
) -> Iterator[tuple[int, int]]:
    """Deal the sheets out again among the seats of each block; those outside every block are dealt together."""
    heaps: dict[tuple[str, str], Moves] = defaultdict(list)
    for before, after in zip(former, new, strict=True):
        if before.pk in answered:
            heaps[_block_of(before, plan)].append((before.pk, after.pk))
    for heap in heaps.values():
        places = [after for _, after in heap]
        lot.shuffle(places)
        yield from ((before, place) for (before, _), place in zip(heap, places, strict=True))


def _block_of(seat: Seat, plan: Plan) -> tuple[str, str]:
    """Return the group and the block where a seat is read; empty names where it is in none."""
    group, home = plan.group_of(seat.circle.circle), str(seat.partner.public)
    block = next((one for one in group.blocks if home in one.organisations), None) if group else None
    return (group.label, block.name) if group and block else ("", "")


def _move_rows(model: type[models.Model], moves: Moves) -> None:
    """Write the rows of some seats anew in others, seat by seat in the order of the new ones, under keys of the day.

    The statement stays in the database, where a thousand people's answers are moved in a fraction of a second.
    """
    seats_first = sorted(moves, key=lambda move: move[1])
    for start in range(0, len(seats_first), MOVED_AT_ONCE):
        part = seats_first[start : start + MOVED_AT_ONCE]
        with connection.cursor() as cursor:
            cursor.execute(_statement(model, len(part)), [key for move in part for key in move])


def _statement(model: type[models.Model], count: int) -> str:
    quoted = connection.ops.quote_name
    table, seat = quoted(model._meta.db_table), quoted("seat_id")
    kept = [quoted(str(field.column)) for field in model._meta.concrete_fields if field.column not in ("id", "seat_id")]
    pairs = ", ".join(["(%s, %s)"] * count)
    columns, read = ", ".join(kept), ", ".join(f"held.{name}" for name in kept)
    return (
        f"WITH moves (former, new) AS (VALUES {pairs}) "  # noqa: S608 - names of this model's own columns, no value
        f"INSERT INTO {table} ({seat}, {columns}) SELECT moves.new, {read} FROM {table} AS held "
        f"JOIN moves ON moves.former = held.{seat} ORDER BY moves.new, held.{kept[0]}"
    )
