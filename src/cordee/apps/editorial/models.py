"""The prose pages: what is only read, written by editors, in French first."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, Site
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cordee.apps.editorial.blocks import Body
from cordee.apps.ui.languages import tell_addresses


def url_parts(path: str) -> tuple[int, str, str] | None:
    """Return an address in the parts that Wagtail asks for; None before the site is made."""
    sites = Site.get_site_root_paths()
    return (sites[0].site_id, settings.PUBLIC_URL, path) if sites else None


class Prose(Page):
    """What every prose page has: a short introduction, then a text; and an address that the map of the site gives."""

    lead = models.TextField(_("introduction"), blank=True, max_length=600, help_text=_("Une ou deux phrases."))
    body = StreamField(Body(), verbose_name=_("texte"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    promote_panels = [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")]
    override_translatable_fields = [
        TranslatableField("title"),
        TranslatableField("slug"),
        TranslatableField("seo_title"),
        TranslatableField("search_description"),
        TranslatableField("lead"),
        TranslatableField("body"),
    ]
    template: str
    show_in_menus_default = False

    class Meta:
        abstract = True

    @property
    def lang(self) -> str:
        """The language in which this page is written."""
        return str(self.locale.language_code)

    def route(self) -> tuple[str, list[Any]]:
        """Return the name of the address, and its varying parts."""
        raise NotImplementedError

    def address(self) -> str:
        """Return where this page is read, from the root of the site."""
        name, parts = self.route()
        with override(self.lang):
            return reverse(name, args=parts)

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Say to Wagtail where this page is read."""
        return url_parts(self.address())

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Draw the page in its own language, whatever that of the person who previews it."""
        with override(self.lang):
            tell_addresses(request, {one.lang: one.address() for one in self.twins()})
            return render(request, self.template, self.get_context(request))

    def twins(self) -> list[Prose]:
        """Return this page in each language in which it is published, and itself."""
        return [self, *self.get_translations().live().select_related("locale")]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give the template the page, and what describes it elsewhere."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "description": self.search_description or self.lead}


class Shelf(Page):
    """Where the pages of one language are kept; it is read by nobody."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["editorial.ProsePage", "editorial.NewsIndex"]
    content_panels = Page.content_panels
    promote_panels = [FieldPanel("slug")]
    preview_modes: list[tuple[str, str]] = []
    is_creatable = False

    class Meta:
        verbose_name = _("les pages d’une langue")

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Lead to the front page of the language, which is no page of this room."""
        with override(self.locale.language_code):
            return url_parts(reverse(settings.FRONT_PAGE))


class ProsePage(Prose):
    """A page of text. Those that the site itself links to have a key, which gives them their address."""

    key = models.SlugField(max_length=40, blank=True, editable=False)
    eyebrow = models.CharField(_("mention au-dessus du titre"), max_length=60, blank=True)

    parent_page_types = ["editorial.Shelf"]
    subpage_types: list[str] = []
    template = "editorial/page.html"
    content_panels = [*Page.content_panels, FieldPanel("eyebrow"), FieldPanel("lead"), FieldPanel("body")]
    override_translatable_fields = [
        *Prose.override_translatable_fields,
        TranslatableField("eyebrow"),
        SynchronizedField("key", overridable=False),
    ]

    class Meta:
        verbose_name = _("page de texte")

    def route(self) -> tuple[str, list[Any]]:
        """Return the address that the site gives to this page, or one made of its slug."""
        if self.key in settings.PROSE_ROUTES:
            return settings.PROSE_ROUTES[self.key], []
        return "editorial:page", [self.slug]


class NewsIndex(Prose):
    """The list of the news."""

    parent_page_types = ["editorial.Shelf"]
    subpage_types = ["editorial.Article"]
    template = "editorial/news.html"
    content_panels = [*Page.content_panels, FieldPanel("lead")]
    is_creatable = False

    class Meta:
        verbose_name = _("les actualités")

    def route(self) -> tuple[str, list[Any]]:
        """Return the address of the news."""
        return "editorial:news", []

    def articles(self) -> models.QuerySet[Article]:
        """Return the published articles, newest first."""
        return Article.objects.child_of(self).live().order_by("-date", "-pk")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give the template the articles of the part of the list that is asked for."""
        from cordee.apps.editorial.queries import part_of

        context = super().get_context(request, *args, **kwargs)
        return {**context, "part": part_of(self.articles(), request.GET.get("page", ""))}


class Article(Prose):
    """One piece of news, on its day."""

    date = models.DateField(_("date"), default=timezone.localdate)

    parent_page_types = ["editorial.NewsIndex"]
    subpage_types: list[str] = []
    template = "editorial/article.html"
    content_panels = [*Page.content_panels, FieldPanel("date"), FieldPanel("lead"), FieldPanel("body")]
    override_translatable_fields = [*Prose.override_translatable_fields, SynchronizedField("date")]

    class Meta:
        verbose_name = _("actualité")

    def route(self) -> tuple[str, list[Any]]:
        """Return the address of the article."""
        return "editorial:article", [self.slug]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give the template the way back to the list."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "breadcrumb": [(_t("Actualités"), reverse("editorial:news")), (self.title, self.address())]}


class SeededPage(models.Model):
    """A page that came with the product: what it was, so that only an untouched page follows a new version."""

    key = models.SlugField(max_length=40)
    lang = models.CharField(max_length=2, choices=settings.LANGUAGES)
    fingerprint = models.CharField(max_length=64)
    revision = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "lang"], name="one_seed_a_page")]

    def __str__(self) -> str:
        return f"{self.key} ({self.lang})"
