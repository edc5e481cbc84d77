"""Who enters the editors' desk and who publishes there, each answer with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from cordee.apps.ui.verdict import Answer

ENTER = "wagtailadmin.access_admin"
WRITERS, PUBLISHERS = "Editors", "Moderators"
"""The two groups that Wagtail makes, under the names by which its own migrations know them."""


class Reason(StrEnum):
    """Why it is yes or no."""

    GRANTED = "granted"
    NOT_AN_EDITOR = "not-an-editor"


@dataclass(frozen=True)
class Verdict(Answer[Reason]):
    """Yes or no, and why."""

    @property
    def words(self) -> str:
        """Say why not, to the person who asked."""
        return _("La rédaction est réservée aux personnes à qui l’exploitant du site l’a confiée.")


def may_enter(granted: set[str]) -> Verdict:
    """Enter the desk: whoever was given the right to, by the command `grant_editing`.

    >>> may_enter({"wagtailadmin.access_admin"}).allowed, may_enter(set()).allowed
    (True, False)
    """
    return Verdict(Reason.GRANTED if ENTER in granted else Reason.NOT_AN_EDITOR)
