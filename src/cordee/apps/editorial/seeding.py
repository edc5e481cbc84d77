"""Pages that come with the product, put in the editors' hands: made once, followed while nobody has changed them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import GroupCollectionPermission, Locale, Page, Site

from cordee.apps.editorial.models import NewsIndex, Prose, ProsePage, SeededPage, Shelf
from cordee.apps.editorial.permissions import PUBLISHERS, WRITERS
from cordee.apps.editorial.prose_reading import ReadPage
from cordee.apps.editorial.translating import translate

SOURCE, TARGET = "fr", "en"
NEWS = "news"
WELCOME = "home"
"""The slug of the page with which Wagtail greets a new site."""


class Outcome(StrEnum):
    """What became of a seed."""

    MADE = "made"
    FOLLOWED = "followed"
    KEPT = "kept"


@dataclass(frozen=True)
class Seed:
    """A page as the product has it now, in both languages, and the slug that ends its address in each."""

    key: str
    texts: Mapping[str, ReadPage]
    slugs: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        """What changes when the page does, in one hash."""
        content = {lang: [asdict(text), self.slugs[lang]] for lang, text in self.texts.items()}
        return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


@transaction.atomic
def sow(seeds: Iterable[Seed], news: Seed) -> dict[str, Outcome]:
    """Make the pages that are not there yet; bring those that nobody has touched up to date; leave the others."""
    shelf = prepare_shelves()
    prepare_groups()
    outcomes = {seed.key: sow_one(seed, shelf, ProsePage) for seed in seeds}
    return {**outcomes, news.key: sow_one(news, shelf, NewsIndex)}


def sow_one(seed: Seed, shelf: Shelf, kind: type[Prose]) -> Outcome:
    """Make, follow or keep one page with its translation."""
    known = {one.lang: one for one in SeededPage.objects.filter(key=seed.key)}
    if not known:
        write(seed, shelf, kind(locale=shelf.locale))
        return Outcome.MADE
    page = untouched(known, kind)
    if page is None or known[SOURCE].fingerprint == seed.fingerprint:
        return Outcome.KEPT
    write(seed, shelf, page)
    return Outcome.FOLLOWED


def untouched(known: Mapping[str, SeededPage], kind: type[Prose]) -> Prose | None:
    """Return the source page when it and its translation are as they were sown; None once an editor changed one."""
    pages = {lang: kind.objects.live().filter(latest_revision_id=one.revision).first() for lang, one in known.items()}
    return pages[SOURCE] if all(pages.values()) else None


def write(seed: Seed, shelf: Shelf, page: Prose) -> None:
    """Write the page and its translation, publish both, and remember what they were."""
    fill(page, seed, SOURCE)
    if page.pk is None:
        shelf.add_child(instance=page)
    page.save_revision().publish()
    model = fill(type(page)(locale=Locale.objects.get(language_code=TARGET)), seed, TARGET)
    translated = translate(page, model)
    for lang, written in ((SOURCE, page), (TARGET, translated)):
        written.refresh_from_db()
        SeededPage.objects.update_or_create(
            key=seed.key,
            lang=lang,
            defaults={"fingerprint": seed.fingerprint, "revision": written.latest_revision_id},
        )


def fill(page: Prose, seed: Seed, lang: str) -> Prose:
    """Give a page the text of a seed in a language; nothing is saved."""
    text = seed.texts[lang]
    page.title, page.slug, page.lead = text.title, seed.slugs[lang] or slugify(text.title), text.lead
    page.seo_title = text.seo_title if text.seo_title != text.title else ""
    page.search_description = text.description
    page.body = json.dumps(text.body)
    if isinstance(page, ProsePage):
        page.key, page.eyebrow = seed.key, text.eyebrow
    return page


def prepare_shelves() -> Shelf:
    """Make the two languages and the place where the pages of each are kept; return that of the source language."""
    locales = {lang: Locale.objects.get_or_create(language_code=lang)[0] for lang in (SOURCE, TARGET)}
    shelf = Shelf.objects.filter(locale=locales[SOURCE]).first()
    if shelf is None:
        shelf = Shelf(title="Pages en français", slug="pages-fr", locale=locales[SOURCE])
        Page.get_first_root_node().add_child(instance=shelf)
    if not shelf.has_translation(locales[TARGET]):
        other = shelf.copy_for_translation(locales[TARGET])
        other.title, other.slug = "Pages in English", "pages-en"
        other.save_revision().publish()
    settle_site(shelf)
    return shelf


def settle_site(shelf: Shelf) -> None:
    """Let the site of Wagtail be this one, and take away its page of welcome, if nobody has made it theirs."""
    public = urlsplit(settings.PUBLIC_URL)
    here: dict[str, Any] = {"hostname": public.hostname or "localhost", "port": public.port or _port(public.scheme)}
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if site.root_page_id == shelf.pk and all(getattr(site, name) == value for name, value in here.items()):
        return
    site.root_page, site.site_name = shelf.page_ptr, settings.WAGTAIL_SITE_NAME
    for name, value in here.items():
        setattr(site, name, value)
    site.save()
    Page.objects.filter(slug=WELCOME, depth=2, content_type__model="page", latest_revision=None).delete()


def prepare_groups() -> None:
    """Let both groups translate, and neither give documents: no address of this site serves them."""
    groups = Group.objects.filter(name__in=(WRITERS, PUBLISHERS))
    translating = Permission.objects.filter(content_type__app_label="wagtail_localize", codename="submit_translation")
    for group in groups:
        group.permissions.add(*translating)
    GroupCollectionPermission.objects.filter(
        group__in=groups, permission__content_type__app_label="wagtaildocs"
    ).delete()


def _port(scheme: str) -> int:
    return 443 if scheme == "https" else 80
