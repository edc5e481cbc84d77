"""Template tags that components need: the address of a glossary card, values by key, comparison as text."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.conf import settings
from django.urls import NoReverseMatch, reverse

register = template.Library()


@register.simple_tag
def term_url(identifier: str) -> str:
    """Return the address of the card of a term, or nothing when no glossary is served."""
    try:
        return reverse(settings.TERM_ROUTE, args=[identifier])
    except NoReverseMatch:
        return ""


@register.simple_tag
def term_card_url(identifier: str) -> str:
    """Return the address of the fragment that shows a term on top of a page, or nothing when there is none."""
    try:
        return reverse(settings.TERM_CARD_ROUTE, args=[identifier])
    except NoReverseMatch:
        return ""


@register.filter
def same_as(value: object, other: object) -> bool:
    """Tell whether two values read the same: a form gives back "3" where the page had 3."""
    return str(value) == str(other)


@register.filter
def value_of(values: object, key: str) -> object:
    """Return what a mapping holds under a key; an empty text where it holds nothing, as an unset variable would."""
    return values.get(key, "") if isinstance(values, Mapping) else ""


@register.filter
def among(value: object, chosen: object) -> bool:
    """Tell whether a value is the one chosen, or one of those chosen."""
    if isinstance(chosen, (list, tuple, set, frozenset)):
        return any(same_as(value, one) for one in chosen)
    return same_as(value, chosen)
