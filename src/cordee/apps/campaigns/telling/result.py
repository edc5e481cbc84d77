"""A publication told in full: from what was stored at closing to what the page and the documents show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from cordee.apps.campaigns.models import Consensus, Publication
from cordee.apps.campaigns.rules import rule_of
from cordee.apps.campaigns.stored_layers import StoredLayers
from cordee.apps.campaigns.telling.account import AdjustedView, Agreement, Crossed, Heading, Layers, Told
from cordee.apps.campaigns.telling.adjusted import adjusted_view
from cordee.apps.campaigns.telling.agreement import agreement_of
from cordee.apps.campaigns.telling.coherence import coherence_figure
from cordee.apps.campaigns.telling.crossed import crossed_views
from cordee.apps.campaigns.telling.detail import axis_details
from cordee.apps.campaigns.telling.inspiring import Around, benchmark_lines, inspiring
from cordee.apps.campaigns.telling.layers import layers_of
from cordee.apps.campaigns.telling.teller import Teller
from cordee.apps.campaigns.telling.trends import trend_view
from cordee.apps.diagnosis.account import FIRST_SCREEN
from cordee.apps.diagnosis.bridge import reading_from_json
from cordee.apps.diagnosis.result import conversations_of, steps_of
from cordee.apps.library.queries import pack_of
from cordee.charts.numbers import Lang
from cordee.core.disclosure import Plan, Regime
from cordee.core.disclosure_wording import nothing_shown_words, plan_words, regime_words


@dataclass(frozen=True)
class Beside:
    """What is told beside a publication: the consensus as it stands now, the alliances around, the wave before."""

    consensuses: Sequence[Consensus]
    around: Around
    since: str = ""


def told(publication: Publication, beside: Beside, lang: Lang) -> Told:
    """Tell a publication in a language."""
    teller = teller_of(publication, lang)
    stored = StoredLayers.from_json(publication.layers)
    return tell(teller, _heading(publication, teller), stored, beside, publication.campaign.regime)


def tell(teller: Teller, heading: Heading, stored: StoredLayers, beside: Beside, regime: str) -> Told:
    """Tell a reading with its layers, under a regime."""
    if teller.plan.nothing_shown:
        return _nothing(teller, heading)
    reading = teller.reading
    return Told(
        heading=heading,
        nothing="",
        headline=teller.sentences.core.headline(reading.headline),
        standing=teller.sentences.standing(reading),
        notices=() if teller.plan.is_open else plan_words(teller.plan, teller.rule, teller.circle, teller.lang),
        figure=coherence_figure(teller),
        conversations=conversations_of(teller.sentences, reading),
        steps=steps_of(teller.sentences, reading, teller.scores_of, reading.advice[:FIRST_SCREEN]),
        later=_later(teller),
        crossed=crossed_views(teller),
        agreement=agreement_of(teller),
        layers=layers_of(teller, stored, beside.consensuses, regime),
        adjusted=adjusted_view(teller, stored.adjusted),
        axes=axis_details(teller, stored.verbatims),
        inspiring=inspiring(teller, beside.around),
        benchmark=benchmark_lines(teller, beside.around.benchmarks),
        trend=trend_view(teller, stored.trend, beside.since),
    )


def teller_of(publication: Publication, lang: Lang) -> Teller:
    """Gather what every section of a publication needs."""
    campaign = publication.campaign
    names = publication.layers.get("names", {})
    return Teller(
        pack=pack_of(publication.release),
        reading=reading_from_json(publication.reading),
        plan=Plan.from_json(publication.plan),
        rule=rule_of(campaign),
        lang=lang,
        day=closed_on(publication),
        circle_names={one.circle: one.name_en if lang == "en" else one.name_fr for one in campaign.circles.all()},
        organisation_names=names,
    )


def closed_on(publication: Publication) -> date:
    """Return the day on which what is published was frozen."""
    return timezone.localdate(publication.campaign.closed_at or publication.created_at)


def _heading(publication: Publication, teller: Teller) -> Heading:
    campaign = publication.campaign
    return Heading(
        alliance=campaign.alliance.name,
        title=campaign.title,
        wave=campaign.wave,
        closed_on=closed_on(publication),
        form=teller.pack.instrument.form(campaign.form).name.in_(teller.lang),
        release=teller.pack.card.version,
        engine=publication.engine,
        respondents=teller.plan.respondents,
        organisations=teller.plan.organisations,
        circles=tuple(teller.scope_name(scope.circle) for scope in teller.reading.circles),
        regime=regime_words(Regime(campaign.regime), teller.rule, teller.lang),
    )


def _later(teller: Teller) -> tuple[str, ...]:
    rules = {rule.id: rule.name.in_(teller.lang) for rule in teller.pack.recommendations}
    return tuple(rules[advice.recommendation] for advice in teller.reading.advice[FIRST_SCREEN:])


def _nothing(teller: Teller, heading: Heading) -> Told:
    """Tell that nothing may appear, and what would have changed that."""
    why = nothing_shown_words(teller.plan.whole, teller.lang)
    return Told(
        heading=heading,
        nothing=why,
        headline=_("Trop peu de réponses pour une lecture"),
        standing=why,
        notices=(),
        figure=None,
        conversations=(),
        steps=(),
        later=(),
        crossed=Crossed(why, "", "", None, (), (), ()),
        agreement=Agreement("", (), None, (), ()),
        layers=Layers((), (), "", "", ""),
        adjusted=AdjustedView(None, "", (), ()),
        axes=(),
        inspiring=(),
        benchmark=(),
        trend=None,
    )
