"""The framing in words: when a moment was, where the signatures stand, what is missing, what changed."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cordee.apps.evaluation.framing.permissions import VoiceReason
from cordee.apps.evaluation.models import Scope
from cordee.core.packs.dates import first_day, precision
from cordee.core.sign_off import SigningState, SignOff
from cordee.core.written_frame import FramePart

PART_NAMES: dict[FramePart, str | Promise] = {
    FramePart.PARTNERS: gettext_lazy("les partenaires"),
    FramePart.GROUNDS: gettext_lazy("le territoire"),
    FramePart.PURPOSE: gettext_lazy("l’intention"),
    FramePart.SCOPE: gettext_lazy("ce qui est regardé"),
    FramePart.QUESTIONS: gettext_lazy("les questions"),
    FramePart.STAKEHOLDERS: gettext_lazy("les parties prenantes"),
    FramePart.STEPS: gettext_lazy("le calendrier"),
    FramePart.MEANS: gettext_lazy("les moyens"),
}

LACKS: dict[FramePart, str | Promise] = {
    FramePart.PARTNERS: gettext_lazy("un deuxième partenaire dans l’alliance : on ne signe rien tout seul"),
    FramePart.PURPOSE: gettext_lazy("à qui s’adresse l’évaluation, et pour quelle décision"),
    FramePart.SCOPE: gettext_lazy("au moins un objet et une approche"),
    FramePart.QUESTIONS: gettext_lazy("au moins une question"),
    FramePart.STEPS: gettext_lazy("au moins une étape dans le calendrier"),
}

PAGES: dict[FramePart, str] = {
    FramePart.PURPOSE: "framing-purpose",
    FramePart.SCOPE: "framing-scope",
    FramePart.QUESTIONS: "framing-questions",
    FramePart.STEPS: "framing-calendar",
}
"""Where what is missing is written; the partners are chosen on the pages of the alliance."""


def when_said(written: str) -> str:
    """Say a year, a month or a day; nothing for nothing."""
    if not written:
        return ""
    closeness = precision(written)
    if closeness == "year":
        return written
    return date_format(first_day(written), "DATE_FORMAT" if closeness == "day" else "F Y")


def since_said(written: str) -> str:
    """Say from when: French does not begin a day as it begins a month or a year."""
    day = _("du %(day)s") if precision(written) == "day" else _("de %(day)s")
    return day % {"day": when_said(written)}


def until_said(written: str) -> str:
    """Say until when, in the same way."""
    day = _("au %(day)s") if precision(written) == "day" else _("à %(day)s")
    return day % {"day": when_said(written)}


def state_said(signing: SignOff) -> str:
    """Say where the frame stands, in one sentence."""
    number, signed, asked = signing.version, len(signing.signed), signing.asked
    match signing.state:
        case SigningState.DRAFT:
            return _("Brouillon : rien n’est encore figé ni signé.")
        case SigningState.SIGNED:
            return _("Signé : la version %(number)s a l’accord de tous les partenaires.") % {"number": number}
        case SigningState.AWAITING:
            words = ngettext(
                "En attente : %(signed)s signature sur %(asked)s pour la version %(number)s.",
                "En attente : %(signed)s signatures sur %(asked)s pour la version %(number)s.",
                signed,
            )
            return words % {"signed": signed, "asked": asked, "number": number}
        case SigningState.CHANGED:
            words = _("Changé depuis la version %(number)s : la version %(next)s est en préparation.")
            return words % {"number": number, "next": signing.next_version}


def parts_said(parts: Iterable[FramePart]) -> str:
    """List parts of the frame."""
    return ", ".join(str(PART_NAMES[part]) for part in parts)


def lacks_said(parts: Iterable[FramePart]) -> list[tuple[str, str]]:
    """Return what is missing, each with the name of the page where it is written, if it is one of the framing."""
    return [(str(LACKS[part]), PAGES.get(part, "")) for part in parts]


def voice_said(reason: VoiceReason) -> str:
    """Say why somebody may not speak for a partner, and what to do."""
    words = {
        VoiceReason.ONLY_OBSERVES: _("Votre rôle est d’observer : vous lisez tout, sans rien changer."),
        VoiceReason.NO_PARTNER: _(
            "Votre rôle ne parle au nom d’aucun partenaire. Une personne qui anime l’alliance peut le préciser."
        ),
        VoiceReason.OTHER_PARTNER: _("Vous parlez pour un autre partenaire : chacun écrit et signe pour le sien."),
        VoiceReason.HAS_LEFT: _("Ce partenaire a quitté l’alliance : plus personne n’écrit ni ne signe pour lui."),
    }
    return words.get(reason, _("Cette page ne vous est pas ouverte"))


def scope_said(scope: Scope) -> str:
    """Say how much is looked at, by how many approaches and methods."""
    if not (scope.objects_chosen or scope.approaches or scope.methods):
        return _("Rien n’est encore choisi.")
    objects, approaches, methods = (len(one) for one in (scope.objects_chosen, scope.approaches, scope.methods))
    return ", ".join(
        (
            ngettext("%(n)s objet", "%(n)s objets", objects) % {"n": objects},
            ngettext("%(n)s approche", "%(n)s approches", approaches) % {"n": approaches},
            ngettext("%(n)s méthode", "%(n)s méthodes", methods) % {"n": methods},
        )
    )
