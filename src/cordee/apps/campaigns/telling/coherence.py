"""Coherence by axis: the figure of the three facets with their intervals, over all circles."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cordee.apps.campaigns.telling.teller import Teller
from cordee.charts.figures import FacetDotPlot, FacetRow
from cordee.charts.readings import Scale
from cordee.core.packs.instrument import FACETS
from cordee.core.reading import AxisReading, ScopeReading
from cordee.core.wording import refusal_words


def coherence_figure(teller: Teller) -> FacetDotPlot:
    """Describe the figure of a result: one line for each axis, its three facets with their intervals."""
    overall = teller.reading.overall
    return FacetDotPlot(
        id="coherence",
        title=teller.sentences.chart_title(overall.axes),
        subtitle=_("De 0 (absent) à 4 (moteur). Plus les trois marques sont proches, plus l’approche est cohérente."),
        note=interval_note(teller, overall),
        lang=teller.lang,
        row_name=_("Approche"),
        rows=tuple(_row(teller, axis) for axis in overall.axes),
        scale=Scale(),
    )


def interval_note(teller: Teller, scope: ScopeReading) -> str:
    """Say how intervals were drawn, or why there is none."""
    if scope.resampled is None:
        reasons = [axis.maturity.interval_refused for axis in scope.axes if axis.maturity.interval_refused]
        return refusal_words(reasons[0], teller.lang) if reasons else ""
    return _("Traits : intervalle à 95\u202f%, d’après {count} réponses de {organisations} organisations.").format(
        count=scope.respondents, organisations=scope.organisations
    )


def _row(teller: Teller, axis: AxisReading) -> FacetRow:
    vision, action, means = (teller.charted(axis.facets[facet]) for facet in FACETS)
    return FacetRow(teller.sentences.core.axis(axis.axis), vision, action, means)
