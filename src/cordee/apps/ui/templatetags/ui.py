"""Template tags that components need: the address of a glossary card, values by key, comparison as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString, mark_safe

from cordee.apps.ui.structured_data import breadcrumb_list, data_block

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


class Keep(template.Node):
    """A piece of a page drawn once, under a name, for every place that repeats it."""

    def __init__(self, name: str, nodelist: template.NodeList) -> None:
        self.name, self.nodelist = name, nodelist

    def render(self, context: template.Context) -> SafeString:
        """Draw the piece into the context, and nothing here."""
        # Already escaped where it had to be: its pieces are those of a template.
        context[self.name] = mark_safe(self.nodelist.render(context).strip())  # noqa: S308
        return SafeString("")


@register.tag
def keep(parser: template.base.Parser, token: template.base.Token) -> Keep:
    """{% keep name %}…{% endkeep %}: what is inside, blocks of a page included, becomes the variable `name`."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(("endkeep",))
    parser.delete_first_token()
    return Keep(name, nodelist)


@register.simple_tag
def structured(data: Mapping[str, Any]) -> SafeString:
    """Write what a page says to search engines."""
    return data_block(data)


@register.simple_tag
def breadcrumb_data(items: Iterable[tuple[Any, Any]]) -> SafeString:
    """Write where the page is, for search engines."""
    return data_block(breadcrumb_list(items))


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
