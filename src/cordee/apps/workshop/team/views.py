"""The page of the team: who is in it, naming somebody, letting somebody go."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cordee.apps.workshop.access import Visitor, editor_page, refusal
from cordee.apps.workshop.models import Editor, EditorRole
from cordee.apps.workshop.permissions import Reason, Verdict, may_publish
from cordee.apps.workshop.team import operations
from cordee.apps.workshop.team.forms import EditorForm
from cordee.apps.workshop.team.operations import LastPublisher


@require_http_methods(["GET", "HEAD", "POST"])
@editor_page(may_publish)
def team(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show who edits, and name somebody."""
    form = EditorForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        account, role = form.cleaned_data["email"], EditorRole(form.cleaned_data["role"])
        try:
            operations.grant(account, role, visitor.account)
        except LastPublisher:
            form.add_error("role", Verdict(Reason.LAST_PUBLISHER).said)
        else:
            messages.success(request, _("%(who)s est de l’équipe.") % {"who": account})
            return HttpResponseRedirect(reverse("workshop:team"))
    context = {
        "form": form,
        "editors": Editor.objects.select_related("account", "granted_by").order_by("role", "account__email"),
        "trail": [(_("Atelier"), reverse("workshop:home")), (_("Équipe"), "")],
    }
    return render(request, "workshop/team.html", context, status=422 if form.errors else 200)


@require_POST
@editor_page(may_publish)
def leave(request: HttpRequest, visitor: Visitor, editor: int) -> HttpResponse:
    """Take the role of somebody back."""
    try:
        operations.revoke(get_object_or_404(Editor, pk=editor))
    except LastPublisher:
        return refusal(request, Verdict(Reason.LAST_PUBLISHER))
    messages.success(request, _("Cette personne n’est plus de l’équipe. Ce qu’elle a écrit reste dans l’historique."))
    return HttpResponseRedirect(reverse("workshop:team"))
