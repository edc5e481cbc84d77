"""Documents of small 360°: invented alliances, published as a closing would, then composed in either language."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import override
from tests.apps.campaigns.reading_together import teller as published
from tests.apps.reports import building

from cordee.apps.campaigns.example import example_table
from cordee.apps.campaigns.models import Regime
from cordee.apps.campaigns.stored_layers import StoredLayers
from cordee.apps.campaigns.telling.account import Heading
from cordee.apps.campaigns.telling.inspiring import Around
from cordee.apps.campaigns.telling.result import Beside, tell
from cordee.apps.campaigns.telling.teller import Teller
from cordee.apps.reports.shared.composing import SharedMaterial, compose
from cordee.apps.reports.shared.model import SharedReport
from cordee.charts.numbers import Lang
from cordee.core.answers import AnswerTable
from cordee.core.circle_effects import circle_effects
from cordee.core.disclosure import masked
from cordee.core.disclosure.publishing import rounded
from cordee.core.disclosure_wording import regime_words
from cordee.core.nearness import Peer
from cordee.core.scoring import layout_of

DAY = date(2026, 6, 30)


def example(lang: Lang = "fr", **changed: Any) -> SharedReport:
    """The documents of the example alliance."""
    return report(example_table(building.pack()), lang, **changed)


def report(
    table: AnswerTable,
    lang: Lang = "fr",
    *,
    regime: Regime = Regime.AGGREGATE,
    stored: StoredLayers | None = None,
    consensuses: Sequence[Any] = (),
    since: str = "",
    **named: Any,
) -> SharedReport:
    """Publish a table of answers under a regime, tell it, and compose its documents."""
    signed = regime is Regime.ATTRIBUTED
    one = published(table, lang, signed=signed, organisations=named.pop("organisations", {}))
    layers = stored or StoredLayers(adjusted=adjusted_of(one, table))
    beside = Beside(consensuses=consensuses, around=Around(asking_of(one), (), {}, {}), since=since)
    with override(lang):
        told = tell(one, replace(heading_of(one, regime), **named), layers, beside, regime)
    return compose(SharedMaterial(one, told, layers, regime, building.sha256()))


def adjusted_of(one: Teller, table: AnswerTable) -> Any:
    """Set circles apart as a closing does."""
    effects = circle_effects(
        masked(table, one.plan), layout_of(one.pack.instrument, one.reading.form), one.pack.scoring
    )
    return rounded(effects, one.rule.decimals)


def asking_of(one: Teller) -> Peer:
    """An alliance of a local authority and an association."""
    traits = {"profile": ["local_authority", "association"], "size": ["size-10-49"]}
    return Peer("alliance", traits, {axis.axis: axis.stage or "" for axis in one.reading.overall.axes})


def heading_of(one: Teller, regime: Regime) -> Heading:
    """What the publication says of itself."""
    return Heading(
        alliance="Les Passerelles du Val",
        title="Printemps 2026",
        wave=1,
        closed_on=DAY,
        form=one.pack.instrument.form(one.reading.form).name.in_(one.lang),
        release=one.pack.card.version,
        engine=building.ENGINE,
        respondents=one.plan.respondents,
        organisations=one.plan.organisations,
        circles=tuple(one.scope_name(scope.circle) for scope in one.reading.circles),
        regime=regime_words(regime, one.rule, one.lang),
    )
