"""What is said of effects: one, what it lacks, what to ask of an empty cell, all of them in a sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cordee.apps.evaluation.models import Confidence, Level
from cordee.core.effects import Lack, Tally

LACKS: dict[Lack, object] = {
    "what_changes": gettext_lazy("Dire ce qui change : avant, maintenant, à quoi on le voit."),
    "for_whom": gettext_lazy("Dire pour qui : qui le vit, et combien à peu près."),
    "mechanism": gettext_lazy("Dire par quel chemin : au moins d’où l’on part et ce qui s’ensuit."),
    "confidence": gettext_lazy("Dire sur quoi cela repose : déclaré, documenté, observé, attesté ou contredit."),
    "indicator": gettext_lazy("Le mesurer, si cela peut l’être : un indicateur avec sa source et sa date."),
    "illustration": gettext_lazy(
        "L’illustrer : un témoignage, une photo ou un document, avec l’accord de la personne."
    ),
}
QUESTIONS: dict[tuple[str, str], object] = {
    ("performance", "actors"): gettext_lazy("Que faites-vous mieux, plus vite ou à moindre coût depuis l’alliance ?"),
    ("performance", "ecosystem"): gettext_lazy("Que reçoivent mieux les personnes pour qui vous agissez ?"),
    ("innovation", "actors"): gettext_lazy("Que faites-vous que vous ne saviez pas faire avant ?"),
    ("innovation", "ecosystem"): gettext_lazy("Qui a repris, adapté ou contesté ce que vous avez inventé ?"),
    ("trust", "actors"): gettext_lazy("Que vous confiez-vous aujourd’hui que vous gardiez pour vous ?"),
    ("trust", "ecosystem"): gettext_lazy("Qui, autour de vous, se parle ou coopère davantage ? Qui s’en sent exclu ?"),
}


def question(impact: str, level: str) -> str:
    """Return what to ask of an empty cell."""
    return str(QUESTIONS.get((impact, level)) or _("Qu’est-ce qui a changé ici, en bien ou en mal ?"))


def need(lack: Lack) -> str:
    """Return in words something that an effect still lacks."""
    return str(LACKS[lack])


def level_name(level: str) -> str:
    """Return the name of a level."""
    return str(Level(level).label)


def nature(sign: str, *, expected: bool) -> str:
    """Return whether an effect is a gain or a loss, and whether it was expected."""
    if sign == "negative":
        return _("Négatif, attendu") if expected else _("Négatif, inattendu")
    return _("Positif, attendu") if expected else _("Positif, inattendu")


def confidence_name(confidence: str) -> str:
    """Return what stands behind an effect, in a word."""
    return str(Confidence(confidence).label).split("\u202f:")[0].split(":")[0] if confidence else _("Non précisé")


def counts(steps: int, indicators: int, illustrations: int) -> tuple[str, ...]:
    """Return what hangs on an effect, without what it has none of; that nothing shows it is said."""
    parts = (
        (steps, ngettext("%(count)s étape", "%(count)s étapes", steps)),
        (indicators, ngettext("%(count)s indicateur", "%(count)s indicateurs", indicators)),
        (illustrations, ngettext("%(count)s illustration", "%(count)s illustrations", illustrations)),
    )
    said = tuple(words % {"count": count} for count, words in parts if count)
    return said if indicators or illustrations else (*said, _("sans preuve encore"))


def lead(counted: Tally) -> str:
    """Return the sentences that are true of all effects together."""
    if not counted.total:
        return _("Aucun effet n’est encore écrit.")
    return " ".join((_how_many(counted), _apart(counted), _bare(counted)))


def standing(counted: Tally) -> str:
    """Return where the effects stand, in a line."""
    if not counted.total:
        return _("Aucun effet encore")
    many = ngettext("%(count)s effet", "%(count)s effets", counted.total) % {"count": counted.total}
    apart = _("%(count)s négatif ou inattendu") if counted.apart < 2 else _("%(count)s négatifs ou inattendus")
    return " · ".join((many, apart % {"count": counted.apart}, _("%(count)s sans preuve") % {"count": counted.bare}))


def _how_many(counted: Tally) -> str:
    words = ngettext(
        "%(count)s effet est écrit, dont %(qualified)s qualifié.",
        "%(count)s effets sont écrits, dont %(qualified)s qualifiés.",
        counted.total,
    )
    return words % {"count": counted.total, "qualified": counted.qualified}


def _apart(counted: Tally) -> str:
    if not counted.apart:
        return _("Aucun n’est dit négatif ou inattendu : les avez-vous cherchés ?")
    words = ngettext("%(count)s est négatif ou inattendu.", "%(count)s sont négatifs ou inattendus.", counted.apart)
    return words % {"count": counted.apart}


def _bare(counted: Tally) -> str:
    if not counted.bare:
        return _("Chacun a au moins un indicateur ou une illustration.")
    words = ngettext(
        "%(count)s n’a ni indicateur ni illustration.", "%(count)s n’ont ni indicateur ni illustration.", counted.bare
    )
    return words % {"count": counted.bare}
