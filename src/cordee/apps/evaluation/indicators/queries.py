"""Reads of the indicators: those of an evaluation with their last value, one behind its address, counts by effect."""

from __future__ import annotations

import uuid
from datetime import date

from django.db.models import Count, F, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber

from cordee.apps.evaluation.models import Evaluation, Indicator, Value


def indicators_of(evaluation: Evaluation) -> QuerySet[Indicator]:
    """Return the indicators of an evaluation, the headlines first, with `last_pk`: their last value for everybody."""
    last = Value.objects.filter(indicator=OuterRef("pk"), group="").order_by("-on").values("pk")[:1]
    rows = Indicator.objects.filter(evaluation=evaluation)
    return rows.annotate(last_pk=Subquery(last)).order_by("-headline", "name", "pk")


def with_last(indicators: QuerySet[Indicator]) -> list[tuple[Indicator, Value | None]]:
    """Return indicators beside their last value, in two queries however many there are."""
    rows = [(row, getattr(row, "last_pk", None)) for row in indicators]
    found = Value.objects.select_related("evidence").in_bulk([last for _, last in rows if last])
    return [(row, found.get(last) if last else None) for row, last in rows]


def indicator_behind(public: uuid.UUID, evaluation: Evaluation) -> Indicator | None:
    """Return an indicator of an evaluation; one of another evaluation is unknown here."""
    rows = indicators_of(evaluation).select_related("owner_partner__organisation", "effect")
    return rows.filter(public=public).first()


def values_of(indicator: Indicator) -> list[Value]:
    """Return its values, the latest first, each with who wrote it and what it was before."""
    rows = indicator.values.select_related("by", "evidence").prefetch_related("former__by")
    return list(rows.order_by("-on", "group"))


def by_group(evaluation: Evaluation) -> list[Value]:
    """Return the last value of each group of each indicator, in the order of the indicators."""
    rows = Value.objects.filter(indicator__evaluation=evaluation).exclude(group="")
    found = {(row.indicator_id, row.group): row for row in rows.select_related("evidence").order_by("on", "pk")}
    return [found[key] for key in sorted(found)]


def values_over_time(indicators: list[int]) -> list[Value]:
    """Return every value for everybody of some indicators, the oldest first."""
    rows = Value.objects.filter(indicator__in=indicators, group="").select_related("evidence")
    return list(rows.order_by("on", "pk"))


def values_before(evaluation: Evaluation, day: date) -> dict[tuple[int, str], Value]:
    """Return the latest value of each indicator and group on a day or before it."""
    place = Window(RowNumber(), partition_by=[F("indicator"), F("group")], order_by=F("on").desc())
    rows = Value.objects.filter(indicator__evaluation=evaluation, on__lte=day).annotate(place=place)
    return {(row.indicator_id, row.group): row for row in rows.filter(place=1)}


def kept_values(evaluation: Evaluation) -> dict[tuple[str, date, str], float]:
    """Return every value kept, under its indicator, day and group."""
    rows = Value.objects.filter(indicator__evaluation=evaluation)
    fields = rows.values_list("indicator__public", "on", "group", "value")
    return {(str(public), on, group): value for public, on, group, value in fields.order_by("pk")}


def headlines_but(evaluation: Evaluation, public: uuid.UUID | None) -> int:
    """Count the headlines of an evaluation, without one of its indicators."""
    headlines = evaluation.indicators.filter(headline=True)
    return (headlines.exclude(public=public) if public else headlines).count()


def counts_by_effect(evaluation: Evaluation) -> dict[int, int]:
    """Return how many indicators hang on each effect, by its primary key, in one query."""
    rows = evaluation.indicators.exclude(effect=None).order_by().values("effect").annotate(count=Count("pk"))
    return {row["effect"]: row["count"] for row in rows}


def to_remind(earliest: date, latest: date) -> QuerySet[Indicator]:
    """Return the indicators whose next date is between two days and whose owner can be written to."""
    rows = Indicator.objects.filter(next_on__gte=earliest, next_on__lte=latest).exclude(owner_email="")
    last = Value.objects.filter(indicator=OuterRef("pk")).order_by("-on").values("on")[:1]
    return rows.select_related("evaluation__alliance").annotate(last_on=Subquery(last)).order_by("pk")
