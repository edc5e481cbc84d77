"""The verbs of the team: name an editor, change what they may do, let one go."""

from __future__ import annotations

from django.db import transaction

from cordee.apps.accounts.models import Account
from cordee.apps.workshop.models import Editor, EditorRole
from cordee.apps.workshop.permissions import may_lose_role


class LastPublisher(Exception):
    """Nobody would be left to publish."""


@transaction.atomic
def grant(account: Account, role: EditorRole, by: Account | None = None) -> Editor:
    """Give somebody a role in the workshop, or another one; raise LastPublisher when nobody would publish."""
    editors = {one.account_id: one for one in Editor.objects.select_for_update()}
    known = editors.get(account.pk)
    if known is None:
        return Editor.objects.create(account=account, role=role, granted_by=by)
    if role != EditorRole.PUBLISHER:
        _check(known, list(editors.values()))
    if known.role != role:
        known.role, known.granted_by = role, by
        known.save()
    return known


@transaction.atomic
def revoke(editor: Editor) -> None:
    """Take a role back; raise LastPublisher when nobody would publish. Twice changes nothing."""
    editors = list(Editor.objects.select_for_update())
    current = next((one for one in editors if one.pk == editor.pk), None)
    if current is not None:
        _check(current, editors)
        current.delete()


def _check(editor: Editor, editors: list[Editor]) -> None:
    publishers = sum(one.role == EditorRole.PUBLISHER for one in editors)
    if not may_lose_role(editor.role, publishers).allowed:
        raise LastPublisher
