"""The fields of a long form in a few groups, each with its heading, so that a page is read before it is filled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField


@dataclass(frozen=True)
class GroupPlan:
    """What a group holds: its heading, why it is asked, the names of its fields, whether it is folded while empty."""

    heading: Any
    names: tuple[str, ...]
    why: Any = ""
    folds: bool = False


@dataclass(frozen=True)
class FieldGroup:
    """A group ready for a page."""

    heading: Any
    why: Any
    fields: tuple[BoundField, ...]
    folds: bool
    is_open: bool


def grouped(form: forms.Form, plans: Iterable[GroupPlan]) -> list[FieldGroup]:
    """Return the groups of a form; a folded one is open when something is written in it, or wrong."""
    return [_group(form, plan) for plan in plans]


def _group(form: forms.Form, plan: GroupPlan) -> FieldGroup:
    fields = tuple(form[name] for name in plan.names if name in form.fields)
    is_open = any(field.errors or field.value() not in (None, "", []) for field in fields)
    return FieldGroup(plan.heading, plan.why, fields, plan.folds, is_open)
