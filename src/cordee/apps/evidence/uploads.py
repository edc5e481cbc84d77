"""Pages that receive files: a limit of their own, known before a byte is read, and a page that says it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from cordee.apps.accounts.access import signed_in
from cordee.apps.ui.errors import ErrorWords, error_page
from cordee.apps.ui.privacy import private

FORM_AROUND = 100_000
"""Bytes that the form around a file may add."""

View = Callable[..., HttpResponse]


def receives_files_up_to(setting: str) -> Callable[[View], View]:
    """Let a page receive, from who is signed in, one file of the size that a setting allows, straight to the disk.

    The protection of forms is checked here and not before: it reads the whole body, and must not read one too large.
    """

    def decorated(view: View) -> View:
        protected = csrf_protect(view)

        @csrf_exempt
        @wraps(view)
        def received(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST":
                most = getattr(settings, setting)
                if is_too_large(request, most):
                    return private(error_page(request, 413, partial(too_large_words, most)))
                request.upload_handlers = [TemporaryFileUploadHandler(request)]
            return protected(request, *args, **kwargs)

        return signed_in(received)

    return decorated


receives_files = receives_files_up_to("EVIDENCE_MOST_BYTES")


def is_too_large(request: HttpRequest, most: int | None = None) -> bool:
    """Tell whether a body says it is larger than a file, of evidence unless said, and the form around it may be."""
    most = settings.EVIDENCE_MOST_BYTES if most is None else most
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    return not length.isdigit() or int(length) > most + FORM_AROUND


def too_large_words(most: int) -> ErrorWords:
    """Words of a file that is not even received."""
    return ErrorWords(
        _("Ce fichier est trop gros"),
        _("Un fichier compte %(megabytes)s Mo au plus ; celui-ci n’a pas été reçu et rien n’a été changé.")
        % {"megabytes": most // 1_000_000},
        (
            _("Revenez en arrière : ce que vous aviez écrit y est encore."),
            _("Réduisez le fichier, ou gardez-en un extrait : quelques pages d’un PDF, une photo plus petite."),
        ),
    )
