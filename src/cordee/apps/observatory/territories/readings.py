"""From a figure of a survey to what is drawn: its scale, its estimate, or why there is none."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.editions.shelf import Difference, Figure, Question, ShelvedEdition
from cordee.charts.numbers import NARROW_SPACE, format_number, format_range
from cordee.charts.readings import PERCENT, Estimate, Missing, Reading, Scale

_ENDS = re.compile(r"(\d+)-(\d+)")
_STEPS = 5
MARKS_DECIMALS = 1


def scale_of(question: Question) -> Scale:
    """Return the scale on which a question is drawn: percentages, or the ends of its marks.

    A mean whose scale is not written « 0-10 » is drawn on what its values need, from tick to tick.
    """
    if question.kind == "proportion":
        return PERCENT
    ends = _ENDS.fullmatch(question.scale)
    low, high = (float(ends[1]), float(ends[2])) if ends else (0.0, 10.0)
    step = (high - low) / _STEPS
    return Scale(low, high, tuple(low + rank * step for rank in range(_STEPS + 1)), decimals=MARKS_DECIMALS)


def reading_of(figure: Figure | None, question: Question, edition: ShelvedEdition) -> Reading:
    """Return the value of a figure with its interval, in the unit of its scale, or why there is none."""
    if figure is None:
        return Missing(_("non enquêtée"))
    if figure.estimate is None:
        return Missing(why_hidden(figure, edition))
    times = 100 if question.kind == "proportion" else 1
    if figure.lower is None or figure.upper is None:
        return Estimate(figure.estimate * times)
    return Estimate(figure.estimate * times, figure.lower * times, figure.upper * times)


def why_hidden(figure: Figure, edition: ShelvedEdition) -> str:
    """Say why a value is not published."""
    fewest = edition.design.suppress_under
    if figure.n < fewest:
        return _("moins de {fewest} réponses").format(fewest=fewest)
    if figure.status == "suppressed":
        return _("masquée pour qu’une autre ne puisse en être déduite")
    return _("trop peu de réponses")


def value_said(reading: Reading, question: Question) -> str:
    """Write a value with its interval in a sentence, or why there is none."""
    if isinstance(reading, Missing):
        return reading.reason
    scale, lang = scale_of(question), language()
    value = format_number(reading.value, lang, scale.decimals, unit=scale.unit)
    if not scale.unit:
        value = _("{value} sur {most}").format(value=value, most=format_number(scale.maximum, lang, 0))
    if not reading.has_interval:
        return value
    return f"{value} ({format_range(*reading.bounds, lang, scale.decimals, unit=scale.unit)})"


def gap_decimals(question: Question) -> int:
    """Return the decimals of a gap read closely: one more than its value has, so that an end at zero is seen."""
    return 1 if question.kind == "proportion" else MARKS_DECIMALS + 1


def change_said(change: Difference, question: Question, *, closely: bool = False) -> str:
    """Write a difference with its interval: in points for a share, in marks otherwise; `closely`: one more decimal."""
    times, decimals = (100, 0) if question.kind == "proportion" else (1, MARKS_DECIMALS)
    decimals = gap_decimals(question) if closely else decimals
    if change.estimate is None or change.lower is None or change.upper is None:
        return _("non publié")
    lang = language()
    value = format_number(change.estimate * times, lang, decimals, signed=True)
    bounds = format_range(change.lower * times, change.upper * times, lang, decimals, signed=True)
    unit = _("points") if question.kind == "proportion" else _("point sur l’échelle")
    return f"{value}\u00a0{unit} ({bounds})"


def counted_said(question: Question) -> str:
    """Say what the value is: the share of some answers, or a mean mark."""
    if question.kind == "mean":
        scale = scale_of(question)
        low, high = (format_number(end, language(), 0) for end in (scale.minimum, scale.maximum))
        return _("Note moyenne, de {low} à {high}.").format(low=low, high=high)
    labels = [question.labels[code].in_(language()) if code in question.labels else code for code in question.values]
    quoted = [f"«{NARROW_SPACE}{label}{NARROW_SPACE}»" if language() == "fr" else f"“{label}”" for label in labels]
    return _("Part de {answers}.").format(answers=_(" ou ").join(quoted))
