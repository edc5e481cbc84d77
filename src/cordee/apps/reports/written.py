"""Numbers of a report as its reader writes them: values with their intervals, rules with their unit."""

from __future__ import annotations

from cordee.apps.reports.model import Rule
from cordee.charts.numbers import Lang
from cordee.core.estimates import Estimate
from cordee.core.numerals import bounds, number, percent, short
from cordee.core.wording import UNKNOWN

SHARES = frozenset({"answered_share", "bimodal_share", "interval_level"})


def value_and_bounds(estimate: Estimate, lang: Lang, *, share: bool = False) -> tuple[str, str]:
    """Write a value and, apart, its interval, empty when it has none; a dash where there is no value.

    >>> (
    ...     value_and_bounds(Estimate(2.0, 9, 0.3, 1.31, 2.69, 8), "fr"),
    ...     value_and_bounds(Estimate(0.75, 1), "en", share=True),
    ... )
    (('2,0', '1,3 à 2,7'), ('75%', ''))
    """
    if estimate.value is None:
        return UNKNOWN, ""
    value = percent(estimate.value, lang) if share else number(estimate.value, lang)
    if estimate.lower is None or estimate.upper is None:
        return value, ""
    if not share:
        return value, bounds(estimate.lower, estimate.upper, lang)
    word = "à" if lang == "fr" else "to"
    return value, f"{percent(estimate.lower, lang)} {word} {percent(estimate.upper, lang)}"


def share_words(estimate: Estimate, lang: Lang) -> str:
    """Write a share as a percentage, with its interval where it is known.

    >>> share_words(Estimate(0.75, 1), "en"), share_words(Estimate(0.5, 9, 0.1, 0.3, 0.72, 8), "en")
    ('75%', '50% [30% to 72%]')
    """
    value, interval = value_and_bounds(estimate, lang, share=True)
    return f"{value} [{interval}]" if interval else value


def rule_words(rule: Rule, lang: Lang) -> str:
    """Write the number of a rule: a share as a percentage, a count whole, a level with the decimals it needs.

    >>> rule_words(Rule("answered_share", "", 0.5, ""), "en"), rule_words(Rule("target", "", 3.0, ""), "fr")
    ('50%', '3')
    """
    if rule.id in SHARES:
        return percent(rule.value, lang)
    return number(rule.value, lang, 0) if isinstance(rule.value, int) else short(rule.value, lang)
