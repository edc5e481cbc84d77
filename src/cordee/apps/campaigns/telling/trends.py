"""What changed since the wave before: told only where both waves asked the same, named only if certain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.campaigns.telling.account import ChangeLine, TrendView
from cordee.apps.campaigns.telling.teller import Teller
from cordee.charts.figures import GapBars, GapRow
from cordee.charts.readings import Estimate, Missing
from cordee.charts.readings import Reading as ChartReading
from cordee.core.change import Change
from cordee.core.comparability import NotComparable
from cordee.core.measure_wording import change_words, reason_words
from cordee.core.trend import AxisChange, Trend


def trend_view(teller: Teller, trend: Trend | None, since: str) -> TrendView | None:
    """Tell the changes since an earlier wave; None when there was none."""
    if trend is None:
        return None
    overall = trend.overall
    notes = [reason_words(overall.refused, teller.lang)] if overall.refused else []
    notes += [_circle_note(teller, one.circle, one.axes) for one in trend.circles if overall.refused and one.axes]
    if any(axis.recomputed for axis in overall.axes):
        notes.append(
            _("Là où les questions ont changé, les deux vagues sont relues sur les seuls sujets qu’elles partagent.")
        )
    return TrendView(
        since=since,
        sentence=trend_sentence(overall.axes) if overall.axes else "",
        figure=_figure(teller, overall.axes, since),
        axes=tuple(_line(teller, axis) for axis in overall.axes),
        notes=tuple(notes),
    )


def trend_sentence(axes: Iterable[AxisChange]) -> str:
    """Count the axes that rose, those that fell, and those whose change cannot be told from nothing."""
    counts = Counter(axis.maturity.verdict for axis in axes)
    rose, fell = counts["rise"], counts["fall"]
    if not rose and not fell:
        return _("Aucun changement de maturité ne se distingue encore du hasard des réponses.")
    parts = []
    if rose:
        parts.append(ngettext("{count} approche a monté", "{count} approches ont monté", rose).format(count=rose))
    if fell:
        parts.append(ngettext("{count} a baissé", "{count} ont baissé", fell).format(count=fell))
    return f"{', '.join(parts)}."


def _figure(teller: Teller, axes: Sequence[AxisChange], since: str) -> GapBars | None:
    if not any(axis.maturity.value is not None for axis in axes):
        return None
    return GapBars(
        id="trend",
        title=trend_sentence(axes),
        subtitle=_("Maturité de chaque approche aujourd’hui moins celle de {since}, en niveaux.").format(since=since),
        lang=teller.lang,
        row_name=_("Approche"),
        rows=tuple(
            GapRow(teller.sentences.core.axis(axis.axis), charted_change(teller, axis.maturity)) for axis in axes
        ),
        threshold=0.0,
        below=_("a baissé"),
        above=_("a monté"),
    )


def charted_change(teller: Teller, change: Change) -> ChartReading:
    """Return a change as a figure places it, or why it has no place."""
    if change.value is None:
        reason = reason_words(change.refused or NotComparable.NO_VALUE, teller.lang).rstrip(".")
        return Missing(reason[:1].lower() + reason[1:])
    return Estimate(change.value, change.lower, change.upper)


def _line(teller: Teller, axis: AxisChange) -> ChangeLine:
    differ = [teller.sentences.core.item(item) for item in axis.differ if _is_known(teller, item)]
    return ChangeLine(
        name=teller.sentences.core.axis(axis.axis),
        before=teller.decimals(axis.maturity.before, 1),
        after=teller.decimals(axis.maturity.after, 1),
        change=change_words(axis.maturity, teller.lang),
        differ=teller.sentences.listed(differ),
    )


def _is_known(teller: Teller, item: str) -> bool:
    return any(one.id == item for axis in teller.pack.instrument.axes for topic in axis.topics for one in topic.items)


def _circle_note(teller: Teller, circle: str | None, axes: Sequence[AxisChange]) -> str:
    colon = "\u202f: " if teller.lang == "fr" else ": "
    return f"{teller.scope_name(circle)}{colon}{trend_sentence(axes)}"
