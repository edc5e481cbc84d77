"""What a closing computes beside the reading: voices of each layer, words that may be quoted, adjustment, trend."""

from __future__ import annotations

from cordee.apps.campaigns.bridge import plan_of_publication, table_of, voices_of_people_named, words_of
from cordee.apps.campaigns.models import Campaign, Publication
from cordee.apps.campaigns.queries.collecting import Collected, collected
from cordee.apps.campaigns.queries.publications import publications_of
from cordee.apps.campaigns.rules import rule_of
from cordee.apps.campaigns.stored_layers import StoredLayers, Voice, standings_of
from cordee.apps.diagnosis.bridge import reading_from_json
from cordee.apps.library.queries import pack_of
from cordee.core.answers import AnswerTable
from cordee.core.circle_effects import AxisAdjustment, circle_effects
from cordee.core.disclosure import Plan, masked, organisation_readings, published_verbatims
from cordee.core.disclosure.publishing import rounded
from cordee.core.packs.pack import Pack
from cordee.core.reading import Reading
from cordee.core.scoring import layout_of
from cordee.core.trend import Trend, Wave, trend
from cordee.core.voices import voice_of


def layers_of(
    publication: Publication, gathered: Collected, table: AnswerTable, plan: Plan, reading: Reading
) -> StoredLayers:
    """Compute the layers of a publication to come: every number from the table that may be published, and no other.

    People are named only under an open plan, which a regime gives to those whom everybody agreed to be read by.
    """
    campaign, pack = publication.campaign, pack_of(publication.release)
    rule = rule_of(campaign)
    shown = masked(table, plan)
    changes = trend_since(publication, pack, shown, reading)
    adjusted = _adjusted(campaign, pack, shown)
    readings = organisation_readings(pack, campaign.form, table, plan, rule)
    return StoredLayers(
        individuals=tuple(voices_of_people_named(pack, campaign.form, table, gathered)) if plan.is_open else (),
        organisations=tuple(Voice(one.organisation, voice_of(one.axes)) for one in readings),
        verbatims=published_verbatims(words_of(gathered), table, plan, rule),
        adjusted=adjusted if plan.is_open else rounded(adjusted, rule.decimals),
        trend=changes if plan.is_open else rounded(changes, rule.decimals),
        standings=standings_of(reading),
        names=gathered.organisations if plan.organisations_shown else {},
    )


def _adjusted(campaign: Campaign, pack: Pack, shown: AnswerTable) -> tuple[AxisAdjustment, ...]:
    return circle_effects(shown, layout_of(pack.instrument, campaign.form), pack.scoring)


def trend_since(publication: Publication, pack: Pack, shown: AnswerTable, reading: Reading) -> Trend | None:
    """Compare with the wave before, as its result was published for the same audience; None without one to compare."""
    previous = publication.campaign.previous
    published = publications_of(previous, publication.audience) if previous else []
    if previous is None or not published:
        return None
    plan = plan_of_publication(published[-1])
    if plan.nothing_shown or not reading.circles:
        return None
    earlier = pack_of(published[-1].release)
    answers = table_of(collected(previous), earlier.instrument, previous.form)
    before = Wave(earlier, reading_from_json(published[-1].reading), masked(answers, plan))
    return trend(before, Wave(pack, reading, shown), float(pack.scoring.interval.level))
