"""The letters of a proposal: to editors when one comes, to its author when something is said or decided."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from cordee.apps.accounts.models import Account
from cordee.apps.post import operations as post
from cordee.apps.post.rendering import html_of_text
from cordee.apps.workshop.models import Editor, Proposal, ProposalNote

LONGEST_QUOTE = 600


def tell_editors(proposal: Proposal) -> None:
    """Tell every editor, but its author, that a proposal came."""
    editors = Editor.objects.exclude(account=proposal.by).select_related("account").order_by("pk")
    for editor in editors:
        with override(editor.account.lang):
            subject = _("Une proposition pour la bibliothèque : %(title)s") % {"title": proposal.title}
            _write(f"{proposal.public}/received", editor.account, subject, "", proposal)


def tell_of(note: ProposalNote) -> None:
    """Tell the other side what was said, or decided."""
    for account in _readers(note):
        with override(account.lang):
            subject = _subject(note)
            _write(f"{note.proposal.public}/{note.public}", account, subject, _quoted(note.text), note.proposal)


def _readers(note: ProposalNote) -> Iterable[Account]:
    if note.by_editor:
        return [note.proposal.by] if note.proposal.by and note.proposal.by_id != note.by_id else []
    spoke = ProposalNote.objects.filter(proposal=note.proposal, by_editor=True, by__editor__isnull=False)
    return Account.objects.filter(pk__in=spoke.values("by")).exclude(pk=note.by_id or 0).order_by("pk")


def _subject(note: ProposalNote) -> str:
    values = {
        "title": note.proposal.title,
        "state": str(Proposal.State(note.state).label).lower() if note.state else "",
    }
    if note.state:
        return _("Votre proposition « %(title)s » : %(state)s") % values
    return _("Un mot sur la proposition « %(title)s »") % values


def _quoted(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def _write(key: str, to: Account, subject: str, words: str, proposal: Proposal) -> None:
    link = settings.PUBLIC_URL + reverse("proposals:proposal", args=[proposal.public])
    read = _("Pour la lire et répondre :\n%(link)s") % {"link": link}
    text = "\n\n".join(part for part in (f"{subject}.", words, read) if part)
    post.write(
        f"workshop/proposal/{key}/{to.public}",
        to=to.email,
        subject=subject,
        text=text + "\n",
        html=html_of_text(text, subject, to.lang),
        lang=to.lang,
    )
