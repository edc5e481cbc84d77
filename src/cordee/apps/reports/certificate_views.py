"""The page that asks for a name, and the certificate that it makes: nothing of it is kept."""

from __future__ import annotations

import logging

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cordee.apps.learning.views.access import Moved, Opened, opened_course, to_present_name
from cordee.apps.reports.certificate_pdf import Certificate, certificate_file_name, certificate_pdf
from cordee.apps.reports.files import PDF
from cordee.apps.reports.views import download
from cordee.apps.ui.errors import ErrorWords, error_page
from cordee.apps.ui.privacy import private

logger = logging.getLogger(__name__)


class NameForm(forms.Form):
    """The name that a certificate bears, as it is typed."""

    name = forms.CharField(
        label=gettext_lazy("Le nom à écrire sur l’attestation"),
        help_text=gettext_lazy("Il est écrit dans le fichier, et nulle part ailleurs."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def certificate(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for a name, then give the certificate of a course of which every step is done."""
    try:
        opened = opened_course(request, slug)
    except Moved as moved:
        return to_present_name(moved, "certificates:certificate")
    if not opened.standing.is_complete:
        return HttpResponseRedirect(reverse("learning:course", args=[opened.slug]))
    form = NameForm(request.POST if request.method == "POST" else None, initial={"name": _known_name(opened)})
    if form.is_valid():
        return given(request, opened, form.cleaned_data["name"])
    context = {"form": form, "course": opened.course.name.in_(opened.lang), "slug": opened.slug}
    return private(render(request, "learning/certificate.html", context, status=422 if form.errors else 200))


def given(request: HttpRequest, opened: Opened, name: str) -> HttpResponse:
    """Make the file and give it."""
    certificate = _certificate(opened, name)
    try:
        content = certificate_pdf(certificate)
    except Exception:
        logger.exception("No certificate could be made of the course %s", opened.course.id)
        return private(error_page(request, 500, not_made_words))
    return private(download(content, PDF, certificate_file_name(certificate)))


def _certificate(opened: Opened, name: str) -> Certificate:
    today = timezone.localdate()
    last = opened.standing.last_at
    return Certificate(
        name=name,
        course=opened.course,
        card=opened.pack.card,
        lang=opened.lang,
        day=today,
        last_step=timezone.localdate(last) if last else today,
        url=f"{settings.PUBLIC_URL}{reverse('learning:course', args=[opened.slug])}",
    )


def _known_name(opened: Opened) -> str:
    return opened.keeper.account.name if opened.keeper.account else ""


def not_made_words() -> ErrorWords:
    """Words of a certificate that could not be made."""
    return ErrorWords(
        _("Cette attestation n’a pas pu être faite"),
        _("Le problème vient de nous, pas de vous. Votre avancement est intact."),
        (_("Réessayez dans un moment. Si cela recommence, écrivez à l’exploitant du site en donnant l’heure."),),
    )
