"""The letter that tells publishers that a second pair of eyes is wanted."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from cordee.apps.post import operations as post
from cordee.apps.post.rendering import html_of_text
from cordee.apps.workshop.models import Editor, EditorRole, Request


def tell_publishers(request: Request) -> None:
    """Write once to every publisher but the one who asks."""
    editors = Editor.objects.filter(role=EditorRole.PUBLISHER).exclude(account=request.asked_by)
    for editor in editors.select_related("account").order_by("pk"):
        account = editor.account
        with override(account.lang):
            subject = _("Une publication attend votre regard : %(title)s") % {"title": request.draft.title}
            text = _(
                "%(who)s demande la publication de la version %(version)s. "
                "Relisez les différences, puis approuvez ou refusez :\n\n%(link)s"
            ) % {
                "who": request.asked_by or _("Quelqu’un"),
                "version": request.version,
                "link": settings.PUBLIC_URL + reverse("workshop:publish", args=[request.draft.public]),
            }
            post.write(
                f"workshop/request/{request.pk}/{account.public}",
                to=account.email,
                subject=subject,
                text=text + "\n",
                html=html_of_text(text, subject, account.lang),
                lang=account.lang,
            )
