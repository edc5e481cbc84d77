"""Documents of small 360°: invented alliances, published as a closing would, then composed in either language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import override
from tests.apps.campaigns.reading_together import FORM
from tests.apps.campaigns.reading_together import teller as published
from tests.apps.reports import building

from cordee.apps.campaigns.example import example_table
from cordee.apps.campaigns.models import Dissent, Regime
from cordee.apps.campaigns.stored_layers import StoredLayers, Voice
from cordee.apps.campaigns.telling.account import Heading
from cordee.apps.campaigns.telling.inspiring import Around
from cordee.apps.campaigns.telling.result import Beside, tell
from cordee.apps.campaigns.telling.teller import Teller
from cordee.apps.reports.shared.composing import SharedMaterial, compose
from cordee.apps.reports.shared.model import SharedReport
from cordee.charts.numbers import Lang
from cordee.core import disclosure
from cordee.core.answers import AnswerTable
from cordee.core.circle_effects import circle_effects
from cordee.core.disclosure import masked
from cordee.core.disclosure.publishing import rounded
from cordee.core.disclosure_wording import regime_words
from cordee.core.nearness import Peer
from cordee.core.scoring import layout_of
from cordee.core.voices import voice_of

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
        regime=regime_words(disclosure.Regime(regime), one.rule, one.lang),
    )


@dataclass(frozen=True)
class Voices:
    """The voices that do not join, as a consensus gives them."""

    dissents: tuple[Dissent, ...]

    def all(self) -> tuple[Dissent, ...]:
        """Return them."""
        return self.dissents


@dataclass(frozen=True)
class Agreed:
    """A consensus that is in no database."""

    item: str
    level: int | None
    text: str
    dissents: Voices


AGREED = (
    Agreed(
        "clarity.roles.action",
        2,
        "We name a referent by September.",
        Voices(
            (
                Dissent(signed="Mission locale", level=1, reason="Too early for us."),
                Dissent(signed="", level=None, reason="Not before the budget."),
            )
        ),
    ),
    Agreed("meaning.commitment.means", None, "", Voices(())),
)


def signed_layers(read: AnswerTable, homes: Mapping[str, str]) -> StoredLayers:
    """The layers of a campaign where everyone signs: each person and each organisation."""
    pack, plan, rule = building.pack(), disclosure.open_plan(read), disclosure.DisclosureRule()
    apart = disclosure.organisation_readings(pack, FORM, read, plan, rule)
    organisations = tuple(Voice(one.organisation, voice_of(one.axes)) for one in apart)
    axes = voice_of(disclosure.published_reading(pack, FORM, read, plan, rule).overall.axes)
    individuals = tuple(Voice(home, axes, f"Person {place}", "teams") for place, home in enumerate(homes))
    return StoredLayers(individuals=individuals, organisations=organisations)
