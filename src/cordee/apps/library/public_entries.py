"""The entries of the library that everybody may read: those whose page exists, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

from cordee.apps.library.addresses import ROUTES, Named, entries_of, slug_of
from cordee.apps.library.queries import REFERENCE_PACK, current_release, pack_of
from cordee.apps.ui.public_pages import PublicPage
from cordee.core.packs.text import Lang


def public_entries() -> Iterable[PublicPage]:
    """Return the page of every entry of the newest release, kind after kind."""
    release = current_release(REFERENCE_PACK)
    if release is None:
        return
    pack = pack_of(release)
    for kind in ROUTES:
        for entry in entries_of(pack, kind):
            paths = paths_of(kind, entry)
            if paths:
                yield PublicPage(paths, release.loaded_at)


def paths_of(kind: str, entry: Named) -> dict[str, str]:
    """Return where an entry is read in each language; nothing while its kind has no page."""
    langs: tuple[Lang, ...] = ("fr", "en")
    try:
        return {lang: _path(lang, kind, entry) for lang in langs}
    except NoReverseMatch:
        return {}


def _path(lang: Lang, kind: str, entry: Named) -> str:
    with override(lang):
        return reverse(ROUTES[kind], args=[slug_of(entry.name, lang)])
