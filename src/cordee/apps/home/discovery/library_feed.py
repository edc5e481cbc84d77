"""The feed of the library: what each of its releases brought."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.library.addresses import language
from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import REFERENCE_PACK, pack_of
from cordee.apps.ui.feeds import FeedEntry, FeedHead, atom


def library_feed() -> HttpResponse:
    """Write the feed in the language on screen."""
    head = FeedHead(
        title=_("Cordée : ce qui est nouveau dans la bibliothèque"),
        subtitle=_("Mots, outils, récits, parcours et règles : ce que chaque version change."),
        page=reverse("home:index"),
        path=reverse("discovery:feed"),
    )
    return atom(head, releases())


def releases() -> Iterator[FeedEntry]:
    """Return what each release changed, in its own words, newest first."""
    lang = language()
    rows = sorted(PackRelease.objects.filter(pack=REFERENCE_PACK), key=lambda row: row.order, reverse=True)
    for row in rows:
        pack = pack_of(row)
        change = next((one for one in pack.card.changes if one.version == row.version), None)
        if change is not None:
            title = _("{name}, version {version}").format(name=pack.card.name.in_(lang), version=row.version)
            # Two entries of a feed may not have one address: the version tells them apart.
            path = f"{reverse('home:index')}#{row.pack}-{row.version}"
            yield FeedEntry(title, path, change.summary.in_(lang), row.loaded_at, row.loaded_at)
