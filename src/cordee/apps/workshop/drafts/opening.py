"""What opens the pages of a draft: the draft, its latest revision, and where the reader is."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.library.addresses import language
from cordee.apps.workshop.access import Visitor, editor_page, refusal
from cordee.apps.workshop.drafts import queries
from cordee.apps.workshop.drafts.bridge import document_of
from cordee.apps.workshop.drafts.operations import Closed
from cordee.apps.workshop.entries.outline import Nowhere, Spot, at, spot_at, title_of
from cordee.apps.workshop.models import Draft, Revision
from cordee.apps.workshop.permissions import Reason, Verdict, may_change, may_edit
from cordee.core.packs.text import Lang
from cordee.core.packs.workbook.labels import TITLES

Json = Any
Params = ParamSpec("Params")
Trail = list[tuple[str, str]]


@dataclass(frozen=True)
class Opened:
    """A draft that an editor opened."""

    draft: Draft
    visitor: Visitor
    lang: Lang

    @cached_property
    def revision(self) -> Revision:
        """Its latest revision."""
        return queries.latest_of(self.draft)

    @cached_property
    def document(self) -> Json:
        """The document of its latest revision."""
        return document_of(self.revision)

    @property
    def may_change(self) -> bool:
        """Tell whether the reader may change it."""
        return may_change(self.visitor.role, self.draft.state).allowed

    def url(self, name: str, *args: object) -> str:
        """Return the address of one of its pages."""
        return reverse(f"workshop:{name}", args=[self.draft.public, *args])

    def trail(self, *places: tuple[str, str]) -> Trail:
        """Say where the reader is, from the workshop down."""
        home = [(_("Atelier"), reverse("workshop:home")), (self.draft.title, self.url("draft"))]
        return [*home, *places]

    def places_above(self, spot: Spot) -> Trail:
        """Say what an entry stands in: the entries above it, and its list."""
        places = [] if spot.above is None else [*self.places_above(spot.above), self._place(spot.above)]
        if not spot.sheet.vertical:
            where = "/".join(map(str, spot.list_path))
            places.append((TITLES[spot.sheet.code].in_(self.lang), self.url("entries", where)))
        return places

    def _place(self, spot: Spot) -> tuple[str, str]:
        return self.title(spot), self.url("entry", spot.shown)

    def title(self, spot: Spot) -> str:
        """Return how an entry of the draft is called."""
        if spot.sheet.vertical:
            return TITLES[spot.sheet.code].in_(self.lang)
        try:
            return title_of(at(self.document, spot.path), self.lang) or _("Sans nom")
        except Nowhere:
            return _("Sans nom")

    def spot(self, shown: str) -> Spot:
        """Return an entry of the draft by the end of its address; Http404 when there is none."""
        try:
            spot = spot_at(shown)
            at(self.document, spot.path)
        except Nowhere as error:
            raise Http404 from error
        return spot


DraftView = Callable[Concatenate[HttpRequest, Opened, Params], HttpResponse]


def draft_page(view: DraftView[Params]) -> Callable[..., HttpResponse]:
    """Open a page of a draft to editors; one that changes it answers that it is over when it is."""

    @wraps(view)
    def opened(
        request: HttpRequest, visitor: Visitor, draft: uuid.UUID, *args: Params.args, **kwargs: Params.kwargs
    ) -> HttpResponse:
        found = queries.draft_behind(draft)
        if found is None:
            return refusal(request, Verdict(Reason.UNKNOWN))
        try:
            return view(request, Opened(found, visitor, language()), *args, **kwargs)
        except Closed:
            return refusal(request, Verdict(Reason.OVER))

    return editor_page(may_edit)(opened)
