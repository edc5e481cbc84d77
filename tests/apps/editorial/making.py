"""What the tests of the editors' room put in it: the pages of the product, an article, a page, a picture."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.files.images import ImageFile
from django.core.management import call_command
from PIL import Image as Drawing
from wagtail.images.models import Image
from wagtail.models import Collection, GroupPagePermission, Locale, Page

from cordee.apps.accounts.models import Account
from cordee.apps.editorial.models import Article, NewsIndex, Prose, ProsePage, Shelf
from cordee.apps.editorial.operations import grant
from cordee.apps.editorial.permissions import PUBLISHERS, WRITERS

WORDS = [{"type": "heading", "value": "Ce qui change"}, {"type": "paragraph", "value": "<p>Un <b>texte</b> court.</p>"}]


def sown() -> Shelf:
    """Sow the pages of the product once; return where those in French are kept."""
    if not Shelf.objects.exists():
        lay_foundations()
        call_command("load_pages", verbosity=0)
    return Shelf.objects.get(locale__language_code="fr")


def lay_foundations() -> None:
    """Put back what Wagtail's migrations wrote, when a test that needed true transactions has emptied the tables."""
    if Page.get_first_root_node() is not None:
        return
    locale, _created = Locale.objects.get_or_create(language_code="fr")
    root = Page.add_root(title="Root", slug="root", locale=locale)
    Collection.add_root(name="Root")
    desk, _created = ContentType.objects.get_or_create(app_label="wagtailadmin", model="admin")
    entry, _created = Permission.objects.get_or_create(content_type=desk, codename="access_admin")
    for name, verbs in ((WRITERS, ("add", "change")), (PUBLISHERS, ("add", "change", "publish"))):
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(entry)
        for verb in verbs:
            right = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{verb}_page")
            GroupPagePermission.objects.create(group=group, page=root, permission=right)


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
