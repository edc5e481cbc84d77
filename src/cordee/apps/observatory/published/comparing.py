"""« Peut-on comparer ? », answered for any two published figures, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.published.intervals import gap
from cordee.apps.observatory.published.telling import ToldFigure, told
from cordee.charts.readings import Estimate
from cordee.core.numerals import number
from cordee.core.published import Comparison, PublishedFigure, comparison


@dataclass(frozen=True)
class Answer:
    """The answer: a sentence, the reasons, and the gap when it may be said."""

    allowed: bool
    sentence: str
    reasons: tuple[str, ...]
    gap: str
    sides: tuple[ToldFigure, ToldFigure]


def answer(one: PublishedFigure, other: PublishedFigure) -> Answer:
    """Answer for two figures, the older first."""
    before, after = sorted((one, other), key=lambda figure: (figure.year, figure.id))
    found = comparison(before, after)
    return Answer(
        allowed=found.allowed,
        sentence=_sentence(found),
        reasons=reasons_of(found, before, after),
        gap=said_gap(gap(before, after), before),
        sides=(told(before), told(after)),
    )


def _sentence(found: Comparison) -> str:
    if found.same_place:
        return _(
            "Ces deux valeurs prétendent mesurer la même chose : il n’y a rien à comparer, il faut choisir sa source."
        )
    if found.differs:
        return _("Non, on ne peut pas les comparer.")
    return _("Oui : même question, même échelle, même base.")


def reasons_of(found: Comparison, before: PublishedFigure, after: PublishedFigure) -> tuple[str, ...]:
    """Say what differs, or what to keep in mind."""
    one, other = told(before), told(after)
    said = {
        "question": _("La question n’est pas la même : « {one} » d’un côté, « {other} » de l’autre.").format(
            one=one.question, other=other.question
        ),
        "scale": _("L’échelle n’est pas la même : un pourcentage d’un côté, une note sur 10 de l’autre."),
        "base": _("Les personnes interrogées ne sont pas les mêmes : {one} d’un côté, {other} de l’autre.").format(
            one=one.population, other=other.population
        ),
    }
    if found.differs:
        return tuple(said[name] for name in found.differs)
    if found.same_place:
        return ()
    notes = [_("Les mots exacts des deux questionnaires sont à la source : vérifiez-les avant de conclure.")]
    if before.programme != after.programme:
        notes.append(
            _("Les deux enquêtes ne sont pas du même programme : {one}, puis {other}.").format(
                one=before.programme, other=after.programme
            )
        )
    return tuple(notes)


def said_gap(found: Estimate | None, before: PublishedFigure) -> str:
    """Say the gap in words; nothing when the two may not be compared."""
    if found is None:
        return ""
    lang = language()
    value = number(found.value, lang, signed=True)
    if not found.has_interval:
        unsaid = (
            _("la dispersion des notes n’est pas publiée")
            if before.unit == "mark"
            else _("un effectif n’est pas publié")
        )
        return _("Écart : {value}. On ne peut pas dire s’il se distingue de zéro : {unsaid}.").format(
            value=value, unsaid=unsaid
        )
    lower, upper = (number(bound, lang, signed=True) for bound in found.bounds)
    told_apart = found.bounds[0] > 0 or found.bounds[1] < 0
    verdict = (
        _("Il se distingue de zéro, à supposer deux sondages aléatoires simples.")
        if told_apart
        else _("Il ne se distingue pas de zéro.")
    )
    return _("Écart : {value} points, de {lower} à {upper}. {verdict}").format(
        value=value, lower=lower, upper=upper, verdict=verdict
    )
