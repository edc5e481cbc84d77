"""Words of an edition on screen: its variables, their categories, its figures and why some are not shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.library.addresses import language
from cordee.apps.observatory.editions.figures import SHOWN
from cordee.apps.observatory.editions.shelf import Figure, ShelvedEdition
from cordee.apps.organisations.territories import territory
from cordee.core.numerals import number, with_percent

LICENCES = {
    "etalab-2.0": ("Licence Ouverte 2.0 (Etalab)", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"),
    "CC-BY-4.0": ("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC0-1.0": ("Creative Commons CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
}
REGION = "region"


def title_of(edition: ShelvedEdition) -> str:
    """Return the title in the language on screen."""
    return edition.card.title.in_(language())


def licence_of(edition: ShelvedEdition) -> tuple[str, str]:
    """Return the name of a licence and where it is read; its code alone when it is not known."""
    return LICENCES.get(edition.card.licence, (edition.card.licence, ""))


def day_of(moment: str) -> str:
    """Write the day of a date and hour of a card."""
    return date_format(datetime.fromisoformat(moment), "DATE_FORMAT")


def variable_said(edition: ShelvedEdition, variable: str) -> str:
    """Return what a variable is called; its name when the dictionary does not say."""
    text = edition.dictionary.of(variable).text
    return text.in_(language()) if text else variable


def category_said(edition: ShelvedEdition, variable: str, code: str) -> str:
    """Return what a category is called: by the dictionary, by the official code for a region, or its code."""
    label = edition.labels(variable).get(code)
    if label:
        return label.in_(language())
    place = territory(f"region-{code}") if variable == REGION else None
    return place.said if place else code


def bases_of(edition: ShelvedEdition) -> list[str]:
    """Return who was asked, each base once."""
    return list(dict.fromkeys(one.base.in_(language()) for one in edition.questions))


def counted(edition: ShelvedEdition, question: str, values: Sequence[str]) -> str:
    """Say what a figure counts: « incontournable ou utile », or the mean."""
    labels = edition.labels(question)
    said = [labels[code].in_(language()) if code in labels else code for code in values]
    return _(" ou ").join(said) if said else _("note moyenne")


def domains_said(edition: ShelvedEdition, figure: Figure) -> str:
    """Say what a figure is about: « octobre 2024, Bretagne »; everybody when nothing cuts it."""
    said = [category_said(edition, variable, code) for variable, code in figure.domains.items()]
    return ", ".join(said) or _("tout l’échantillon")


def value_said(figure: Figure) -> str:
    """Write the value of a figure, or nothing where it is not shown."""
    return _written(figure, figure.estimate) if figure.status in SHOWN else ""


def interval_said(figure: Figure) -> str:
    """Write the interval of a figure, or nothing when it has none."""
    if figure.lower is None or figure.upper is None:
        return ""
    lower, upper = _written(figure, figure.lower, bare=True), _written(figure, figure.upper)
    return _("de {lower} à {upper}").format(lower=lower, upper=upper)


def remark_of(figure: Figure, threshold: int) -> str:
    """Say why a figure is not shown, or what to know of one that is."""
    if figure.status == "suppressed" and figure.n < threshold:
        return ngettext(
            "Trop peu de réponses : moins de {count}", "Trop peu de réponses : moins de {count}", threshold
        ).format(count=threshold)
    return {
        "suppressed": _("Masqué : il donnerait par différence un chiffre voisin qui repose sur trop peu de réponses"),
        "too_few": _("Pas assez de réponses pour un intervalle"),
        "single_psu": _("Intervalle fait selon la règle des strates à une seule unité"),
    }.get(figure.status, "")


def _written(figure: Figure, value: float | None, *, bare: bool = False) -> str:
    if value is None:
        return ""
    if figure.measure != "proportion":
        return number(value, language(), 2 if figure.measure == "mean" else 1)
    written = number(100 * value, language())
    return written if bare else with_percent(written, language())
