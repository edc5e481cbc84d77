"""A feed of the site, as Atom: its addresses are whole, and do not depend on the name by which the site was called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language

from cordee.apps.ui.public_pages import absolute


@dataclass(frozen=True)
class FeedEntry:
    """Something new: its title, where it is read, a sentence, when it came and when it last changed."""

    title: str
    path: str
    summary: str
    published: datetime
    changed: datetime


@dataclass(frozen=True)
class FeedHead:
    """What a feed says of itself: its name, what it brings, the page that it follows and its own address."""

    title: str
    subtitle: str
    page: str
    path: str


def atom(head: FeedHead, entries: Iterable[FeedEntry]) -> HttpResponse:
    """Write a feed in the language on screen; the name of an entry for readers of feeds is its address."""
    feed = Atom1Feed(
        title=head.title,
        link=absolute(head.page),
        description="",
        subtitle=head.subtitle,
        feed_url=absolute(head.path),
        language=get_language(),
        author_name="Cordée",
    )
    for entry in entries:
        feed.add_item(
            title=entry.title,
            link=absolute(entry.path),
            description=entry.summary,
            unique_id=absolute(entry.path),
            pubdate=entry.published,
            updateddate=entry.changed,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
