"""The pages of the editions: the list, one edition, its files as they were published, a selection of its figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cordee.apps.observatory.editions.exporting import figures_as_numbers
from cordee.apps.observatory.editions.files import EditionFile, archive_of, file_called
from cordee.apps.observatory.editions.filtering import FigureForm
from cordee.apps.observatory.editions.method import method_of
from cordee.apps.observatory.editions.numbers import NUMBERS_FILES
from cordee.apps.observatory.editions.shelf import ShelvedEdition, edition_called, editions
from cordee.apps.observatory.editions.telling import about, count_said, tables_of, told_edition
from cordee.apps.observatory.editions.wording import title_of
from cordee.apps.ui.errors import ErrorWords, error_page
from cordee.apps.ui.privacy import unlisted
from cordee.stats.editions.edition import CARD, WITHDRAWAL, fingerprint_of

A_PAGE = 25
"""Figures on a page of the table."""
FOR_EVER = "public, max-age=31536000, immutable"
CHECKED = "public, no-cache"
View = Callable[..., HttpResponseBase]


def of_edition(view: View) -> View:
    """Find the edition that an address names, or say that there is none."""

    @require_safe
    def found(request: HttpRequest, edition: str, **parts: str) -> HttpResponseBase:
        known = edition_called(edition)
        return view(request, known, **parts) if known else error_page(request, 404, unknown_words)

    return found


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Every edition, the newest first."""
    return render(request, "observatory/editions.html", {"editions": [told_edition(one) for one in editions()]})


@of_edition
def edition_page(request: HttpRequest, edition: ShelvedEdition) -> HttpResponse:
    """One edition: its card, its method, its figures, its questions, its files, and how to compute it again."""
    form = FigureForm(edition, request.GET)
    figures = form.figures()
    page = Paginator(figures, A_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "edition": told_edition(edition),
        "card": edition.card,
        "method": method_of(edition),
        "form": form,
        "query": form.query(),
        "page": page,
        "shown": count_said(len(figures)),
        "tables": tables_of(edition, page.object_list),
        "exports": [(ending, _selection(edition, ending, form.query())) for ending in NUMBERS_FILES],
        "comparisons": reverse("observatory:edition-comparisons", args=[edition.card.id])
        if edition.differences
        else "",
        "archive": reverse("observatory:edition-archive", args=[edition.card.id]),
        "trail": [
            (_("Observatoire"), reverse("observatory:entrance")),
            (_("Éditions"), reverse("observatory:editions")),
            (title_of(edition), ""),
        ],
        **about(edition),
    }
    response = render(request, "observatory/edition.html", context)
    return unlisted(response) if request.GET else response


@of_edition
def selection(request: HttpRequest, edition: ShelvedEdition, ending: str) -> HttpResponse:
    """The figures that were chosen, as a file; a choice that does not exist chooses nothing, hence refuses nothing."""
    file = NUMBERS_FILES.get(ending)
    if file is None:
        raise Http404
    figures = FigureForm(edition, request.GET).figures()
    numbers = figures_as_numbers(edition, figures)
    response = HttpResponse(file.write(numbers), content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{edition.card.id}-selection.{ending}"'
    return unlisted(guarded(response))


@of_edition
def file(request: HttpRequest, edition: ShelvedEdition, name: str) -> HttpResponseBase:
    """One file, byte for byte. It never changes, so a copy may be kept for ever; a notice of withdrawal is checked."""
    known = file_called(edition, name)
    if known is None:
        return error_page(request, 404, unknown_file_words)
    etag = f'"{known.sha256}"'
    response: Any = get_conditional_response(request, etag=etag)
    if response is None:
        response = _content(known)
        response["Content-Disposition"] = f'attachment; filename="{known.path.name}"'
    return _kept(response, etag, lasting=known.lasting)


@of_edition
def archive(request: HttpRequest, edition: ShelvedEdition) -> HttpResponseBase:
    """The whole edition in one archive, made from the same files each time."""
    notice = fingerprint_of(edition.folder / WITHDRAWAL) if edition.withdrawal else ""
    etag = f'"{fingerprint_of(edition.folder / CARD)}{notice}"'
    response: Any = get_conditional_response(request, etag=etag)
    if response is None:
        response = FileResponse(archive_of(edition), content_type="application/zip")
        response["Content-Disposition"] = f'attachment; filename="{edition.card.id}.zip"'
    return _kept(response, etag, lasting=False)


def _content(known: EditionFile) -> HttpResponseBase:
    """Return a small file at once, a large one piece by piece."""
    if known.is_small:
        return HttpResponse(known.path.read_bytes(), content_type=known.media_type)
    return FileResponse(known.path.open("rb"), content_type=known.media_type)


def _kept(response: Any, etag: str, *, lasting: bool) -> HttpResponseBase:
    response["ETag"] = etag
    response["Cache-Control"] = FOR_EVER if lasting else CHECKED
    return guarded(response)


def guarded(response: Any) -> Any:
    """Keep a browser from guessing what a file is, and from running anything of it."""
    response["X-Content-Type-Options"] = "nosniff"
    response._csp_replace = {"default-src": ["'none'"], "sandbox": []}
    return response


def _selection(edition: ShelvedEdition, ending: str, query: str) -> str:
    address = reverse("observatory:edition-selection", args=[edition.card.id, ending])
    return f"{address}?{query}" if query else address


def unknown_words() -> ErrorWords:
    """Words of an edition that is not on the shelf."""
    return ErrorWords(
        _("Cette édition n’existe pas"),
        _("Une édition publiée ne disparaît jamais, même retirée : celle-ci n’a pas été publiée ici sous ce nom."),
        (
            _("Vérifiez l’adresse : le nom d’une édition s’écrit en minuscules, avec des tirets."),
            _("Ou cherchez-la dans la liste des éditions de l’observatoire."),
        ),
    )


def unknown_file_words() -> ErrorWords:
    """Words of a file that an edition does not have."""
    return ErrorWords(
        _("Ce fichier ne fait pas partie de l’édition"),
        _(
            "Une édition ne contient que les fichiers que sa fiche nomme ; les microdonnées n’en sont "
            "que si elles sont publiques."
        ),
        (_("Revenez à la page de l’édition : elle donne la liste de ses fichiers, chacun avec son empreinte."),),
    )
