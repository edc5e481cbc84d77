"""A file that is too large is not received, but the form around it is: what was typed comes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from cordee.apps.accounts.access import signed_in
from cordee.apps.evidence.refusals import Fault, Refused
from cordee.apps.evidence.uploads import is_too_large, receives_files

MOST_READ = 1_000_000_000
"""Bytes read for the sake of the form around a file; beyond, the page that says so comes at once."""

View = Callable[..., HttpResponse]


class Dropped(FileUploadHandler):
    """Lets the bytes of every file go by, keeping none: neither in memory nor on the disk."""

    def new_file(self, *args: Any, **options: Any) -> None:
        """Pass over a file."""
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep nothing."""

    def file_complete(self, file_size: int) -> None:
        """Give no file."""


def keeps_what_was_typed(view: View) -> View:
    """Receive one file as `receives_files` does; when it is too large, open the page without it and say so.

    The view finds `too_large` on the request.
    """
    received, protected = receives_files(view), csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        length = str(request.META.get("CONTENT_LENGTH") or "0")
        dropped = request.method == "POST" and is_too_large(request) and length.isdigit() and int(length) <= MOST_READ
        request.too_large = dropped  # type: ignore[attr-defined]
        if not dropped:
            return received(request, *args, **kwargs)
        request.upload_handlers = [Dropped(request)]
        return protected(request, *args, **kwargs)

    return signed_in(opened)


def is_kept(request: HttpRequest, form: Form, keep: Callable[[], object]) -> bool:
    """Keep what a form gives and tell whether it is kept; the form says why when its file is not."""
    is_valid = form.is_valid()
    try:
        if getattr(request, "too_large", False):
            form.errors.pop("file", None)
            raise Refused(Fault.TOO_LARGE, megabytes=settings.EVIDENCE_MOST_BYTES // 1_000_000)
        if is_valid:
            keep()
    except Refused as refused:
        form.add_error("file", str(refused))
        return False
    return is_valid
