"""The reference pack in the store, for the pages of the hall, and what their tests read of a page."""

import re
from html.parser import HTMLParser

from django.test import Client
from django.utils.timezone import now
from tests.core.alliance import reference_pack

from cordee.apps.library.models import PackRelease
from cordee.core.packs.pack import Pack
from cordee.core.packs.release import release_of

FRENCH = re.compile(r"\b(vous|vos|votre|une|des|les|est)\b|[\u202f«»]")


def loaded(pack: Pack | None = None) -> Pack:
    """Put a pack in the store, the reference pack as it is written by default, and return it."""
    kept = pack or reference_pack()
    release = release_of(kept)
    PackRelease.objects.create(
        pack=kept.card.id, version=release.version, sha256=release.sha256, document=release.document, loaded_at=now()
    )
    return kept


class _Words(HTMLParser):
    """Collects what a reader sees, outside of data, styles and what is said to be in another language."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.silent is None and (tag in ("script", "style") or (tag == "a" and ("hreflang", "fr") in attrs)):
            self.silent = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = None

    def handle_data(self, data: str) -> None:
        if self.silent is None and data.strip():
            self.found.append(data.strip())


def page(client: Client, path: str, status: int = 200) -> str:
    """Return the HTML of a page that must answer with a status."""
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def seen(html: str) -> str:
    """Return the text that a reader sees, on one line."""
    words = _Words()
    words.feed(html)
    return re.sub(r"[ \n]+", " ", " ".join(words.found))


def french_left(html: str) -> list[str]:
    """Return the texts of a page that are still in French."""
    words = _Words()
    words.feed(html)
    return [text for text in words.found if FRENCH.search(text)]
