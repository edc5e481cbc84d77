"""The pages that open a result to others: links with an end, and what they show."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.diagnosis import operations, permissions, queries
from cordee.apps.diagnosis.forms import ShareForm, signed_token
from cordee.apps.diagnosis.models import ShareLink
from cordee.apps.diagnosis.views.access import Opened, owner_page, shared_page
from cordee.apps.diagnosis.views.reading import documents, told


@require_http_methods(["GET", "HEAD", "POST"])
@owner_page
def share(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Make a link to the reading as it is now. Its address is shown once: only its fingerprint is kept."""
    form = ShareForm(request.POST if request.method == "POST" else None)
    now = timezone.now()
    links = queries.open_links_of(opened.diagnosis, now)
    verdict = permissions.may_share(len(links))
    made, address = None, ""
    if form.is_bound and form.is_valid() and verdict.allowed:
        token = form.cleaned_data["secret"]
        made = operations.share(
            operations.read(opened.diagnosis),
            token,
            form.cleaned_data["days"],
            shows_evidence=form.cleaned_data["shows_evidence"],
        )
        address = request.build_absolute_uri(reverse("diagnosis:shared", args=[token]))
        links = queries.open_links_of(opened.diagnosis, now)
    context = {
        "form": form,
        "secret": signed_token(),
        "days": ShareLink.Days.choices,
        "chosen_days": request.POST.get("days", ShareLink.Days.MONTH),
        "made": made,
        "address": address,
        "links": [(link, opened.url("withdraw", link.pk)) for link in links],
        "full": not verdict.allowed,
        "result_url": opened.url("result"),
    }
    return render(request, "diagnosis/share.html", context, status=422 if form.is_bound and not made else 200)


@require_POST
@owner_page
def withdraw(request: HttpRequest, opened: Opened, link: int) -> HttpResponse:
    """Close a link before its date."""
    operations.withdraw(get_object_or_404(ShareLink, pk=link, snapshot__diagnosis=opened.diagnosis))
    return HttpResponseRedirect(opened.url("share"))


@require_safe
@shared_page
def shared(request: HttpRequest, link: ShareLink, token: str) -> HttpResponse:
    """Show a shared reading: to read only, without evidence unless it was chosen, and until when."""
    context = {
        **told(link.snapshot, shows_evidence=link.shows_evidence),
        "owner": False,
        "link": link,
        "documents": documents(token, shared=True),
    }
    return render(request, "diagnosis/result.html", context)
