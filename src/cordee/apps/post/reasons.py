"""Why a letter has not left, or may not have: a word for the machine, a sentence for people."""

from __future__ import annotations

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Reason(StrEnum):
    """What stands in the way of a letter."""

    NO_SERVER = "no_server"
    UNREACHABLE = "unreachable"
    BUSY = "busy"
    SENDER_REFUSED = "sender_refused"
    RECIPIENT_REFUSED = "recipient_refused"
    CONTENT_REFUSED = "content_refused"
    CUT_SHORT = "cut_short"
    TOO_LATE = "too_late"
    UNWRITABLE = "unwritable"


SENTENCES: dict[str, str | Promise] = {
    Reason.NO_SERVER: _("Ce site n’a pas de serveur d’envoi : prévenez son exploitant."),
    Reason.UNREACHABLE: _("Le serveur d’envoi n’a pas répondu."),
    Reason.BUSY: _("Le serveur du destinataire a demandé d’attendre."),
    Reason.SENDER_REFUSED: _("Le serveur d’envoi refuse l’adresse de ce site : prévenez son exploitant."),
    Reason.RECIPIENT_REFUSED: _("Cette adresse n’existe pas ou refuse le courrier : vérifiez-la."),
    Reason.CONTENT_REFUSED: _("Le serveur du destinataire a refusé ce courriel."),
    Reason.CUT_SHORT: _(
        "L’envoi a été coupé au dernier moment : ce courriel est peut-être arrivé. "
        "Demandez au destinataire avant de le renvoyer."
    ),
    Reason.TOO_LATE: _("Il n’a pas pu partir à temps, et ne sert plus à rien."),
    Reason.UNWRITABLE: _("Son adresse ou son objet ne peut pas figurer dans un courriel."),
}


def sentence(last_error: str) -> str:
    """Return the sentence of an error as a letter keeps it: the reason, then the words of the server."""
    return str(SENTENCES.get(last_error.split(":", 1)[0], ""))
