"""The circle-adjusted view: each mean as if every organisation had stood in every circle, beside the plain one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.campaigns.telling.account import AdjustedView, AgreementLine
from cordee.apps.campaigns.telling.teller import Teller
from cordee.charts.figures import IntervalStrip, StripRow
from cordee.charts.readings import LEVELS, Estimate
from cordee.core.circle_effects import Adjusted, AxisAdjustment, NotAdjusted
from cordee.core.measure_wording import reason_words
from cordee.core.numerals import bounds, number


def adjusted_view(teller: Teller, adjustments: Sequence[AxisAdjustment]) -> AdjustedView:
    """Tell the adjusted means where the counts allow them, and why there is none elsewhere."""
    known = [one for one in adjustments if one.adjusted is not None]
    reasons = dict.fromkeys(reason for one in adjustments if (reason := one.refused or one.interval_refused))
    notes = [_joined() if _are_joined(teller, reason) else reason_words(reason, teller.lang) for reason in reasons]
    return AdjustedView(
        figure=_figure(teller, known) if known else None,
        sentence=adjusted_sentence(known),
        lines=tuple(_line(teller, one) for one in known),
        notes=tuple(notes),
    )


def _are_joined(teller: Teller, reason: NotAdjusted) -> bool:
    """Whether circles are not linked because organisations are read together, and not because none links them."""
    blocks = [block for group in teller.plan.groups for block in group.blocks]
    return reason is NotAdjusted.NOT_LINKED and any(len(block.organisations) > 1 for block in blocks)


def _joined() -> str:
    return _(
        "Les organisations sont lues ensemble, pour que personne ne soit reconnu : l’effet d’un cercle ne peut pas "
        "être séparé du leur."
    )


def adjusted_sentence(known: Iterable[AxisAdjustment]) -> str:
    """Say whether setting circles apart changes a mean by half a level or more."""
    moved = [abs(one.adjusted.value - one.plain) for one in known if one.adjusted and one.plain is not None]
    if not moved:
        return ""
    far = sum(round(each, 9) >= 0.5 for each in moved)
    if not far:
        return _(
            "Mettre les cercles à part ne déplace aucune moyenne d’un demi-niveau : le choix des cercles pèse peu."
        )
    return ngettext(
        "Mettre les cercles à part déplace {count} moyenne d’un demi-niveau ou plus : à lire avec prudence.",
        "Mettre les cercles à part déplace {count} moyennes d’un demi-niveau ou plus : à lire avec prudence.",
        far,
    ).format(count=far)


def _figure(teller: Teller, known: Sequence[AxisAdjustment]) -> IntervalStrip:
    return IntervalStrip(
        id="adjusted",
        title=adjusted_sentence(known),
        subtitle=_(
            "Moyenne ajustée de chaque approche, de 0 à 4, avec son intervalle ; la moyenne simple est en remarque."
        ),
        lang=teller.lang,
        row_name=_("Approche"),
        rows=tuple(_row(teller, one) for one in known),
        scale=LEVELS,
    )


def _row(teller: Teller, one: AxisAdjustment) -> StripRow:
    plain = _("simple : {mean}").format(mean=teller.decimals(one.plain, 1))
    return StripRow(teller.sentences.core.axis(one.axis), _charted(one.adjusted), plain)


def _charted(adjusted: Adjusted | None) -> Estimate:
    value = adjusted.value if adjusted else 0.0
    return Estimate(value, adjusted.lower if adjusted else None, adjusted.upper if adjusted else None)


def _line(teller: Teller, one: AxisAdjustment) -> AgreementLine:
    effects = [f"{teller.scope_name(each.circle)} {_signed(teller, each.effect)}" for each in one.circles]
    kept = [teller.decimals(each.shrinkage) for each in one.circles]
    cells = (teller.decimals(one.plain), _written(teller, one.adjusted), ", ".join(effects), ", ".join(kept))
    return AgreementLine(teller.sentences.core.axis(one.axis), cells)


def _written(teller: Teller, adjusted: Adjusted | None) -> str:
    if adjusted is None:
        return ""
    mean = teller.decimals(adjusted.value)
    if adjusted.lower is None or adjusted.upper is None:
        return mean
    return f"{mean} [{bounds(adjusted.lower, adjusted.upper, teller.lang)}]"


def _signed(teller: Teller, effect: Adjusted) -> str:
    written = number(effect.value, teller.lang, signed=True)
    if effect.lower is None or effect.upper is None:
        return written
    return f"{written} [{bounds(effect.lower, effect.upper, teller.lang, signed=True)}]"
