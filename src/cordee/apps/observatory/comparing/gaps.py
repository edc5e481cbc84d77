"""The gap between two figures that may be compared: as its edition publishes it, as it can be computed, or unjudged."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.comparing.sides import Side
from cordee.apps.observatory.published.intervals import gap
from cordee.apps.observatory.territories.asked import REGION, Asked
from cordee.apps.observatory.territories.changes import verdict_on
from cordee.apps.observatory.territories.readings import change_said
from cordee.charts.readings import Estimate
from cordee.core.comparable import Overlap, overlap
from cordee.core.numerals import number
from cordee.core.published import PublishedFigure
from cordee.core.territory_figure import FRANCE, TerritoryFigure


def gap_said(before: Side, after: Side) -> str:
    """Say the gap from the older figure to the newer: the firmest thing that is known of it."""
    if before.published and after.published:
        return published_gap(before.published, after.published)
    return edition_gap(before, after) or seen_gap(before.figure, after.figure)


def edition_gap(before: Side, after: Side) -> str:
    """Say the gap that the edition itself publishes: a change between waves, or a region beside the rest."""
    if before.asked is None or after.asked is None or before.figure.edition != after.figure.edition:
        return ""
    one, other, said = before.figure, after.figure, ""
    if one.territory == other.territory:
        said = change_between(before.asked, after.asked, one.territory)
    elif one.moment == other.moment and FRANCE in (one.territory, other.territory):
        said = beside_rest(after.asked, other.territory if one.territory == FRANCE else one.territory)
    return f"{said} {corrected_said()}" if said else ""


def corrected_said() -> str:
    """Say why a verdict and an interval may seem to disagree."""
    return _("Cette conclusion tient compte (Holm) des comparaisons publiées ensemble ; l’intervalle, d’une seule.")


def change_between(before: Asked, after: Asked, territory: str) -> str:
    """Say the change that an edition publishes between two of its waves; nothing when it publishes none."""
    cut = {} if territory == FRANCE else {REGION: territory}
    change = after.change_since(before.wave, **cut)
    if change is None or change.estimate is None:
        return ""
    return _("Écart publié par l’édition : {value}. {verdict}").format(
        value=change_said(change, after.question, closely=True),
        verdict=verdict_on(change.distinguishable, change.estimate),
    )


def beside_rest(asked: Asked, region: str) -> str:
    """Say where an edition finds a region beside the rest of the country; nothing when it does not compare it."""
    found = asked.beside_rest(region)
    if found is None or found.estimate is None:
        return ""
    verdict = (
        _("La région se distingue du reste du pays.")
        if found.distinguishable
        else _("La région ne se distingue pas du reste du pays.")
    )
    return _("Face au reste du pays, l’édition publie : {value}. {verdict}").format(
        value=change_said(found, asked.question, closely=True), verdict=verdict
    )


def seen_gap(before: TerritoryFigure, after: TerritoryFigure) -> str:
    """Say the plain difference, and what the two intervals allow to say of it."""
    value = number(float(after.value - before.value), language(), signed=True)
    said = {
        Overlap.APART: _(
            "Les deux intervalles ne se chevauchent pas. Prudence : ils ne sont pas corrigés de tous les autres "
            "couples de chiffres que l’on pourrait comparer."
        ),
        Overlap.OVERLAPPING: _("Les deux intervalles se chevauchent : ils ne suffisent pas à dire si l’écart existe."),
        Overlap.UNKNOWN: _("On ne peut pas dire s’il se distingue de zéro : un intervalle n’est pas connu."),
    }[overlap(before, after)]
    if before.unit == "percent":
        return _("Écart : {value} points. {said}").format(value=value, said=said)
    return _("Écart : {value} sur l’échelle. {said}").format(value=value, said=said)


def published_gap(before: PublishedFigure, after: PublishedFigure) -> str:
    """Say the gap between two published figures, judged when both say how many answered."""
    found = gap(before, after)
    return judged_gap(found, before) if found else ""


def judged_gap(found: Estimate, before: PublishedFigure) -> str:
    """Say a gap, and whether it can be told from zero."""
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
