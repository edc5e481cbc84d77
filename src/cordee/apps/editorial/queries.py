"""Reads of the editors' room: a published page by its key or its slug, the news, what is public."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from django.core.paginator import Page as Part
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.translation import get_language

from cordee.apps.editorial.models import Article, NewsIndex, Prose, ProsePage
from cordee.apps.ui.public_pages import PublicPage

ARTICLES_A_PART = 20
FEED_ARTICLES = 30


def published_prose(key: str) -> ProsePage | None:
    """Return the page of the site that has this key, in the language on screen; None while it is not published."""
    return ProsePage.objects.live().filter(key=key, **_here()).select_related("locale").first()


def free_page(slug: str) -> ProsePage | None:
    """Return a published page that has no key, by its slug, in the language on screen."""
    return ProsePage.objects.live().filter(key="", slug=slug, **_here()).select_related("locale").first()


def news_index() -> NewsIndex | None:
    """Return the list of the news in the language on screen."""
    return NewsIndex.objects.live().filter(**_here()).select_related("locale").first()


def article(slug: str) -> Article | None:
    """Return a published article by its slug, in the language on screen."""
    return Article.objects.live().filter(slug=slug, **_here()).select_related("locale").first()


def latest_articles() -> list[Article]:
    """Return the articles of the feed, newest first, in the language on screen."""
    return list(
        Article.objects.live().filter(**_here()).select_related("locale").order_by("-date", "-pk")[:FEED_ARTICLES]
    )


def part_of(articles: QuerySet[Article], asked: str) -> Part[Article]:
    """Return the part of the list that is asked for; the nearest one when the number makes no sense."""
    return Paginator(articles, ARTICLES_A_PART).get_page(asked)


def public_prose() -> Iterable[PublicPage]:
    """Return what this room lets everybody read: free pages, the news and each article, in every language."""
    families: dict[str, list[Prose]] = {}
    free = ProsePage.objects.live().filter(key="")
    for page in chain(
        *(pages.select_related("locale") for pages in (free, NewsIndex.objects.live(), Article.objects.live()))
    ):
        families.setdefault(str(page.translation_key), []).append(page)
    for pages in families.values():
        yield PublicPage({page.lang: page.address() for page in pages}, max(page.last_published_at for page in pages))


def _here() -> dict[str, str]:
    return {"locale__language_code": (get_language() or "fr")[:2]}
