"""A form about a row that others may change: saved, refused with what was typed, or told that someone came before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.formats import date_format

from cordee.apps.organisations.concurrency import ChangedMeanwhile
from cordee.apps.organisations.forms.fields import VersionedForm
from cordee.apps.organisations.territories import territory


@dataclass(frozen=True)
class Difference:
    """A field on which two people do not say the same: what is kept now, and what the reader typed."""

    label: str
    kept: str
    typed: str


@dataclass(frozen=True)
class Attempt:
    """What became of a form: saved, or to be shown again with a status."""

    form: VersionedForm
    saved: bool = False
    status: int = 200
    differences: tuple[Difference, ...] = ()


Make = Callable[..., VersionedForm]


def attempt(
    request: HttpRequest, make: Make, row: Any, initial_of: Callable[[Any], dict[str, Any]], save: Callable[..., None]
) -> Attempt:
    """Show the form of a row, or save what was sent with `save(row, version, values)`.

    When someone else changed the row meanwhile, the form comes back as it was typed, at the version of today: sending
    it again is then a choice made with open eyes.
    """
    if request.method != "POST":
        return Attempt(make(initial=initial_of(row)))
    form = make(request.POST, initial=initial_of(row))
    if not form.is_valid():
        return Attempt(form, status=422)
    try:
        save(row, form.cleaned_data["version"], form.values)
    except ChangedMeanwhile as error:
        return _told(request, make, form, initial_of(error.current))
    return Attempt(form, saved=True)


def _told(request: HttpRequest, make: Make, typed: VersionedForm, now: dict[str, Any]) -> Attempt:
    again = request.POST.copy()
    again["version"] = str(now["version"])
    return Attempt(make(again, initial=now), status=409, differences=tuple(differences(typed, now)))


def differences(form: VersionedForm, now: dict[str, Any]) -> Iterable[Difference]:
    """Return the fields on which what was typed is not what is kept now."""
    for name, typed in form.values.items():
        if typed != now[name]:
            field = form.fields[name]
            yield Difference(str(field.label), shown(field, now[name]), shown(field, typed))


def shown(field: forms.Field, value: Any) -> str:
    """Return a value as a page says it."""
    if value in (None, "", []):
        return "–"
    if isinstance(value, list):
        return ", ".join(shown(field, one) for one in value)
    if isinstance(value, date):
        return date_format(value)
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
    place = territory(str(value))
    return place.said if place else str(field.prepare_value(value))
