"""Sentences that are true of what is shown: who stands apart, who does not, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.library.addresses import language
from cordee.apps.observatory.territories.asked import Asked
from cordee.charts.figures import StripRow
from cordee.charts.readings import Missing, Standing
from cordee.charts.regions import RegionRow
from cordee.core.numerals import number, spelled


def headline(rows: Sequence[RegionRow]) -> str:
    """Say how many regions stand apart from the rest of the country, and how many do not; never which is first."""
    return headline_of([row.standing for row in rows])


def headline_of(standings: Sequence[Standing]) -> str:
    """Say the same from where each region stands."""
    apart = sum(one in ("higher", "lower") for one in standings)
    alike = sum(one == "alike" for one in standings)
    if not apart + alike:
        return _("Trop peu de réponses pour comparer les régions au reste du pays.")
    if not apart:
        return _("Aucune région ne se distingue du reste du pays.")
    lang = language()
    count = spelled(apart, lang).capitalize()
    stand = ngettext(
        "{count} région se détache du reste du pays.", "{count} régions se détachent du reste du pays.", apart
    ).format(count=count)
    if not alike:
        return stand
    others = ngettext("L’autre ne s’en distingue pas.", "Les {count} autres ne s’en distinguent pas.", alike)
    return f"{stand} {others.format(count=spelled(alike, lang))}"


def reference_name() -> str:
    """Name the value of all regions together."""
    return _("Toutes régions")


def source_said(asked: Asked) -> str:
    """Say which survey, when, how many answered, and that synthetic data are."""
    lang, card, nation = language(), asked.edition.card, asked.at()
    parts = [card.title.in_(lang), asked.wave_name]
    if nation is not None:
        parts.append(_("{count} réponses").format(count=number(nation.n, lang, 0)))
        if nation.n_eff is not None:
            parts.append(_("taille effective {count}").format(count=number(nation.n_eff, lang, 0)))
    said = ", ".join(filter(None, parts)) + "."
    return f"{said} {invented()}" if card.synthetic else said


def invented() -> str:
    """Say that nobody answered."""
    return _("Données inventées pour la démonstration : personne n’a répondu.")


def apart_said(rows: Sequence[StripRow]) -> str:
    """Say which lines of one region stand above or below the rest of the country."""
    above, below = ([row.label for row in rows if row.stands == side] for side in ("higher", "lower"))
    if all(isinstance(row.reading, Missing) for row in rows):
        return _("Trop peu de réponses pour publier ces valeurs.")
    if not above and not below:
        return _("Rien ici ne se distingue du reste du pays.")
    said = []
    if above:
        said.append(_("Au-dessus du reste du pays : {names}.").format(names=listed(above)))
    if below:
        said.append(_("Au-dessous du reste du pays : {names}.").format(names=listed(below)))
    return " ".join(said)


def listed(names: Sequence[str]) -> str:
    """Write names one after the other, « et » before the last."""
    lowered = [name[:1].lower() + name[1:] for name in names]
    if len(lowered) == 1:
        return lowered[0]
    return _("{first} et {last}").format(first=", ".join(lowered[:-1]), last=lowered[-1])
