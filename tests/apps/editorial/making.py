"""What the tests of the editors' room put in it: the pages of the product, an article, a page, a picture."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from django.core.files.images import ImageFile
from django.core.management import call_command
from PIL import Image as Drawing
from wagtail.images.models import Image

from cordee.apps.accounts.models import Account
from cordee.apps.editorial.models import Article, NewsIndex, Prose, ProsePage, Shelf
from cordee.apps.editorial.operations import grant

WORDS = [{"type": "heading", "value": "Ce qui change"}, {"type": "paragraph", "value": "<p>Un <b>texte</b> court.</p>"}]


def sown() -> Shelf:
    """Sow the pages of the product once; return where those in French are kept."""
    if not Shelf.objects.exists():
        call_command("load_pages", verbosity=0)
    return Shelf.objects.get(locale__language_code="fr")


def published(page: Prose, parent: Any) -> Any:
    """Add a page under another, and publish it."""
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def article(title: str = "Une nouvelle", day: date = date(2026, 3, 2), **fields: Any) -> Article:
    """Publish an article in French."""
    index = NewsIndex.objects.child_of(sown()).get()
    made = Article(title=title, date=day, lead=f"{title}, en une phrase.", body=WORDS, locale=index.locale, **fields)
    return published(made, index)  # type: ignore[no-any-return]


def free_page(title: str = "Une page de plus", body: Any = None) -> ProsePage:
    """Publish a page that the product does not know."""
    shelf = sown()
    made = ProsePage(title=title, lead="Une phrase d’introduction.", body=body or WORDS, locale=shelf.locale)
    return published(made, shelf)  # type: ignore[no-any-return]


def image(width: int = 640, height: int = 400, **saved: Any) -> Image:
    """Give a picture, as an editor would; `saved` goes to the file, such as `exif`."""
    stream = io.BytesIO()
    Drawing.new("RGB", (width, height), "#0f6e70").save(stream, "JPEG", **saved)
    stream.seek(0)
    return Image.objects.create(title="Une corde", file=ImageFile(stream, "corde.jpg"))


def picture_file() -> str:
    """Make a picture in one of the sizes of a page; return the name of its file."""
    return image().get_rendition("width-320|format-webp").file.name.rsplit("/", 1)[-1]


def editor(name: str = "Nour", *, publishes: bool = False) -> Account:
    """Make somebody to whom the desk is open."""
    sown()
    account = Account.objects.create_user(f"{name.lower()}@example.org", name=name)
    grant(account, publishes=publishes)
    return account
