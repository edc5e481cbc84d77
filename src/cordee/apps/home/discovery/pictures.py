"""What the pictures of the attic's pages show: the front page has its own chart, the published values of IMPACT."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cordee.apps.home.impact_card import YEAR, shown, strip
from cordee.apps.observatory.published.registry import published_figures
from cordee.apps.ui.sharing import PAGES, WHOLE_SITE, SharedPage
from cordee.charts.figures import IntervalStrip


def shared(kind: str, name: str) -> SharedPage | None:
    """Return what stands for the front page, for the impacts, and for every page that has no picture of its own."""
    if kind != PAGES:
        return None
    promise = _("Ce que vos alliances changent, mesuré ensemble.")
    match name:
        case "home":
            return SharedPage(_("Évaluation partenariale"), promise, impact_figure(), caption())
        case "impacts":
            return SharedPage(
                _("Bibliothèque ouverte"), _("Les trois impacts d’une alliance"), impact_figure(), caption()
            )
        case _ if name == WHOLE_SITE:
            return SharedPage(_("Évaluation partenariale"), promise)
    return None


def impact_figure() -> IntervalStrip:
    """Return the chart of the front page."""
    return strip(shown(published_figures()))


def caption() -> str:
    """Say what its numbers are: outside of the page, nothing else would."""
    return _(
        "Étude IMPACT {year} : part de ceux qui voient dans les partenariats entre organisations une source "
        "d’innovation pour leur territoire."
    ).format(year=YEAR)
