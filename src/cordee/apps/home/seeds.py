"""The seeds of the prose pages: their templates drawn in both languages, read into pieces that editors can change."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from cordee.apps.editorial.prose_reading import ReadPage, read
from cordee.apps.editorial.seeding import NEWS, Seed
from cordee.apps.home.prose import TEMPLATES, drawn

LANGS = [code for code, _name in settings.LANGUAGES]


def prose_seeds() -> Iterator[Seed]:
    """Return the pages of the product as they are now."""
    for key in TEMPLATES:
        pages = {lang: drawn(key, lang) for lang in LANGS}
        yield Seed(
            key,
            {lang: read(page.html, key) for lang, page in pages.items()},
            {lang: slug_in(page.path) for lang, page in pages.items()},
        )


def news_seed() -> Seed:
    """Return the list of the news, which is empty."""
    texts, slugs = {}, {}
    for lang in LANGS:
        with override(lang):
            lead = _("Ce qui change dans Cordée, et autour : nouveaux outils, nouveaux récits, nouvelles versions.")
            texts[lang] = ReadPage(_("Actualités"), "", lead, "", lead, [])
            slugs[lang] = slug_in(reverse("editorial:news"))
    return Seed(NEWS, texts, slugs)


def slug_in(path: str) -> str:
    """Return the end of an address."""
    return path.strip("/").split("/")[-1]
