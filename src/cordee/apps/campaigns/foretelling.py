"""What the rule will do to the circles of this campaign, said with their names before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.campaigns.models import Campaign, CampaignCircle
from cordee.apps.campaigns.queries.preparing import Composition, circle_name, compositions, forecast_of
from cordee.charts.numbers import Lang
from cordee.core.foreseen import Forecast


@dataclass(frozen=True)
class Example:
    """What happens to one circle, and whether it will be shown on its own."""

    sentence: str
    is_alone: bool


def examples_of(campaign: Campaign, lang: Lang) -> list[Example]:
    """Say circle by circle how the result will show it if everybody invited answers."""
    forecast = forecast_of(campaign)
    names = {circle.circle: circle_name(circle, lang) for circle in campaign.circles.all()}
    announced = sorted(compositions(campaign).values(), key=lambda one: one.circle.position)
    return [_example(one, forecast, names) for one in announced if one.people]


def _example(composition: Composition, forecast: Forecast, names: dict[str, str]) -> Example:
    circle = composition.circle
    name = names[circle.circle]
    invited = ngettext(
        "Avec {count} personne invitée dans « {circle} »",
        "Avec {count} personnes invitées dans « {circle} »",
        composition.people,
    ).format(count=composition.people, circle=name)
    others = [names[other] for other in forecast.companions(circle.circle)]
    is_alone = not others and circle.circle not in forecast.hidden
    return Example(f"{invited}, {_fate(circle, forecast, others)}", is_alone)


def _fate(circle: CampaignCircle, forecast: Forecast, others: list[str]) -> str:
    """Say what becomes of a circle."""
    if circle.circle in forecast.hidden:
        return _("ce cercle ne sera pas montré : même tous ensemble, les cercles sont trop petits.")
    if not others:
        return _("ce cercle sera montré seul si tous répondent.")
    together = _(" et ").join(f"« {other} »" for other in others)
    sentence = _("ce cercle ne sera pas montré seul : il sera lu avec {others}.").format(others=together)
    if circle.is_self:
        sentence += " " + _("L’écart entre votre regard et celui des autres ne sera donc pas donné.")
    return sentence
