"""The answer about two figures, the older first: a sentence, the reasons, and the gap when it may be said."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.comparing.gaps import gap_said
from cordee.apps.observatory.comparing.sides import Side
from cordee.apps.observatory.comparing.telling import ToldSide, told_side
from cordee.core.comparable import Answer, Care, Obstacle, Verdict, may_compare
from cordee.core.packs.text import Text
from cordee.core.territory_figure import TerritoryFigure
from cordee.core.territory_figure_wording import base_words


@dataclass(frozen=True)
class ToldAnswer:
    """The answer in words; `allowed` says whether the two are set against each other."""

    allowed: bool
    sentence: str
    reasons: tuple[str, ...]
    gap: str
    sides: tuple[ToldSide, ToldSide]


def answer(one: Side, other: Side) -> ToldAnswer:
    """Answer for two figures."""
    before, after = sorted((one, other), key=lambda side: (side.figure.moment, side.figure.key))
    found = may_compare(before.figure, after.figure)
    return ToldAnswer(
        allowed=found.allowed,
        sentence=sentence_of(found),
        reasons=reasons_of(found, before.figure, after.figure),
        gap=gap_said(before, after) if found.allowed else "",
        sides=(told_side(before), told_side(after)),
    )


def sentence_of(found: Answer) -> str:
    """Say the answer in one sentence."""
    if found.obstacles == (Obstacle.SAME_PLACE,):
        return _(
            "Ces deux valeurs prétendent mesurer la même chose : il n’y a rien à comparer, il faut choisir sa source."
        )
    return {
        Verdict.NO: _("Non, on ne peut pas les comparer."),
        Verdict.WITH_CARE: _("Oui, avec précaution : même question, même échelle, même base."),
        Verdict.YES: _("Oui : même question, même échelle, même base."),
    }[found.verdict]


def reasons_of(found: Answer, before: TerritoryFigure, after: TerritoryFigure) -> tuple[str, ...]:
    """Say what forbids comparing, or what to keep in mind."""
    if found.obstacles:
        told = (obstacle_said(one, before, after) for one in found.obstacles)
        return tuple(filter(None, told))
    return tuple(care_said(one, before, after) for one in found.cares)


def obstacle_said(obstacle: Obstacle, before: TerritoryFigure, after: TerritoryFigure) -> str:
    """Say what differs; nothing where the sentence says it all."""

    def both(words: str, one: str, other: str) -> str:
        return words.format(one=one, other=other)

    match obstacle:
        case Obstacle.INVENTED:
            return _("L’un des deux vient de données inventées pour la démonstration, l’autre d’une vraie enquête.")
        case Obstacle.QUESTION:
            words = _("La question n’est pas la même : « {one} » d’un côté, « {other} » de l’autre.")
            return both(words, in_words(before.question), in_words(after.question))
        case Obstacle.ANSWERS:
            words = _("Les réponses comptées ne sont pas les mêmes : « {one} » d’un côté, « {other} » de l’autre.")
            return both(words, in_words(before.counted), in_words(after.counted))
        case Obstacle.SCALE:
            words = _("L’échelle n’est pas la même : {one} d’un côté, {other} de l’autre.")
            return both(words, scale_said(before), scale_said(after))
        case Obstacle.BASE:
            words = _("Les personnes interrogées ne sont pas les mêmes : {one} d’un côté, {other} de l’autre.")
            return both(words, in_words(before.population), in_words(after.population))
        case Obstacle.SAME_PLACE:
            return ""


def care_said(care: Care, before: TerritoryFigure, after: TerritoryFigure) -> str:
    """Say what to keep in mind."""
    match care:
        case Care.TWO_SURVEYS:
            return _("Les deux enquêtes ne sont pas du même programme : {one}, puis {other}.").format(
                one=in_words(before.source), other=in_words(after.source)
            )
        case Care.NO_INTERVAL:
            unknown = next(one for one in (before, after) if not one.has_interval)
            return _("L’incertitude n’est pas connue pour : {base}.").format(base=base_words(unknown, language()))
        case _:
            return PLAIN_CARES[care]()


PLAIN_CARES = {
    Care.BOTH_INVENTED: lambda: _(
        "Les deux viennent de données inventées pour la démonstration : l’écart ne dit rien d’un vrai territoire."
    ),
    Care.REWORDED: lambda: _(
        "Les mots exacts des deux questionnaires sont à la source : vérifiez-les avant de conclure."
    ),
    Care.PLACE_AND_TIME: lambda: _(
        "Le territoire et la date changent tous les deux : on ne sait pas auquel des deux l’écart est dû."
    ),
    Care.ONE_HOLDS_THE_OTHER: lambda: _(
        "La région compte aussi dans l’ensemble : c’est face au reste du pays qu’elle se compare le mieux."
    ),
    Care.SIMPLE_SAMPLING: lambda: _(
        "Un intervalle au moins est calculé comme pour un sondage aléatoire simple : le vrai est plus large."
    ),
}
"""The cares that are said alike whatever the figures."""


def scale_said(figure: TerritoryFigure) -> str:
    """Say the scale of a figure."""
    if figure.unit == "percent":
        return _("un pourcentage")
    return _("une note de {least} à {most}").format(least=figure.least, most=figure.most)


def in_words(text: Text | None) -> str:
    """Return words in the language on screen; a dash for none."""
    return text.in_(language()) if text else "–"
