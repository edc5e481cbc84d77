"""The error pages: each says what happened, what it means for the reader and what to do next."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)

# Shown when even the template cannot be drawn: no style, no variable, both languages.
LAST_RESORT = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Cordée</title>
<h1>La page n’a pas pu s’afficher</h1>
<p>Ce qui a été enregistré l’est toujours. Revenez en arrière, puis réessayez dans quelques minutes.</p>
<div lang="en"><h1>This page could not be shown</h1>
<p>What was saved is still there. Go back, then try again in a few minutes.</p></div></html>"""


@dataclass(frozen=True)
class ErrorWords:
    """What an error page says: a title, what it means, and the steps that lead out of it."""

    title: str
    meaning: str
    steps: tuple[str, ...]


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be understood."""
    return error_page(request, 400, bad_request_words)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request for a page that this reader may not see, with the reason when there is one."""
    return error_page(request, 403, lambda: permission_words(str(exception)))


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere."""
    return error_page(request, 404, not_found_words)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when the product itself failed."""
    return error_page(request, 500, server_error_words)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose protection has expired."""
    return error_page(request, 403, csrf_words)


def error_page(request: HttpRequest, status: int, words: Callable[[], ErrorWords]) -> HttpResponse:
    """Draw an error page; if drawing it fails too, answer with the page that depends on nothing."""
    try:
        html = str(render_to_string("ui/error.html", {"status": status, "words": words()}, request))
    except Exception:
        logger.exception("The error page for status %s could not be drawn", status)
        html = LAST_RESORT
    return HttpResponse(html, status=status)


def bad_request_words() -> ErrorWords:
    """Words of status 400."""
    return ErrorWords(
        _("Cette demande n’a pas été comprise"),
        _("L’adresse ou le formulaire envoyé contient quelque chose que le site n’attendait pas."),
        (
            _("Revenez à la page précédente : ce que vous aviez saisi y est encore."),
            _("Si vous avez suivi un lien, vérifiez qu’il a été copié en entier."),
        ),
    )


def permission_words(reason: str) -> ErrorWords:
    """Words of status 403; the reason given by the permission comes first."""
    return ErrorWords(
        _("Cette page ne vous est pas ouverte"),
        reason or _("Elle est réservée aux personnes qui en ont reçu le lien ou le droit."),
        (
            _("Demandez un nouveau lien à la personne qui vous l’a envoyé."),
            _("Si ce lien vous appartient, ouvrez-le sur l’appareil où vous l’avez reçu."),
        ),
    )


def not_found_words() -> ErrorWords:
    """Words of status 404."""
    return ErrorWords(
        _("Cette page n’existe pas, ou plus"),
        _("L’adresse a pu changer, être coupée dans un courriel, ou mener à des réponses déjà effacées."),
        (
            _("Vérifiez l’adresse : un lien secret doit être copié en entier."),
            _("Ou repartez de la page d’accueil."),
        ),
    )


def server_error_words() -> ErrorWords:
    """Words of status 500."""
    return ErrorWords(
        _("Le site a rencontré un problème"),
        _("Il vient de nous, pas de vous. Ce qui a été enregistré l’est toujours."),
        (
            _("Revenez en arrière et réessayez dans quelques minutes."),
            _("Si cela recommence, écrivez à l’exploitant du site en donnant l’heure et l’adresse de la page."),
        ),
    )


def csrf_words() -> ErrorWords:
    """Words of a form that was open too long, or sent without the session's cookie."""
    return ErrorWords(
        _("Ce formulaire a expiré"),
        _(
            "La page est restée ouverte longtemps, ou votre navigateur a refusé le seul cookie du site, "
            "celui qui protège ce formulaire."
        ),
        (
            _("Revenez en arrière, rechargez la page, puis envoyez-la de nouveau."),
            _("Si cela recommence, acceptez les cookies de ce site : il n’y en a qu’un, et il ne suit personne."),
        ),
    )
