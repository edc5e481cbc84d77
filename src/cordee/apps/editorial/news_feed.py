"""The feed of the news."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.editorial.models import Article
from cordee.apps.ui.feeds import FeedEntry, FeedHead, atom


def news_feed(articles: Iterable[Article]) -> HttpResponse:
    """Write the feed of the news in the language on screen."""
    head = FeedHead(
        title=_("Cordée : actualités"),
        subtitle=_("Ce qui change dans Cordée, et autour."),
        page=reverse("editorial:news"),
        path=reverse("editorial:feed"),
    )
    return atom(head, (entry(article) for article in articles))


def entry(article: Article) -> FeedEntry:
    """Describe an article; its day is read at noon, so that it stays the same day in most places."""
    day = datetime.combine(article.date, time(12), tzinfo=UTC)
    changed = max(article.last_published_at or day, day)
    return FeedEntry(article.title, article.address(), article.lead, day, changed)
