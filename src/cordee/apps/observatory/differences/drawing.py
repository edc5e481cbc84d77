"""A set of comparisons as a drawing: each difference with its interval, beside zero."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.differences.sets import Compared, DifferenceSet
from cordee.apps.observatory.differences.telling import place_name, reading_key, sentence_of, set_name, standing_of
from cordee.apps.observatory.editions.shelf import Difference
from cordee.apps.observatory.editions.wording import title_of
from cordee.apps.observatory.territories.readings import counted_said, gap_decimals
from cordee.apps.observatory.territories.sentences import invented
from cordee.charts.difference_scale import difference_scale
from cordee.charts.figures import IntervalStrip, StripRow
from cordee.charts.readings import Estimate, Missing, Reading


def difference_strip(one: DifferenceSet) -> IntervalStrip:
    """Return the drawing of a set, its title computed from what it shows."""
    rows = tuple(_row(one, line) for line in one.lines)
    known = [row.reading for row in rows if isinstance(row.reading, Estimate)]
    return IntervalStrip(
        id="differences",
        title=sentence_of(one),
        subtitle=subtitle_of(one),
        note=note_of(one),
        lang=language(),
        rows=rows,
        scale=difference_scale(known, gap_decimals(one.question)),
        reference=0.0,
        reference_name=_("aucun écart"),
    )


def subtitle_of(one: DifferenceSet) -> str:
    """Say what is compared, of which question, in which unit."""
    unit = _("Écarts en points.") if one.question.kind == "proportion" else _("Écarts en points de l’échelle.")
    asked = f"{one.question.text.in_(language())} {counted_said(one.question)}"
    return f"{set_name(one)}. {asked} {unit}"


def note_of(one: DifferenceSet) -> str:
    """Say how to read it, and where it comes from."""
    said = [reading_key(one), f"{title_of(one.edition)}."]
    if one.edition.card.synthetic:
        said.append(invented())
    return " ".join(filter(None, said))


def reading_of(found: Difference, *, share: bool) -> Reading:
    """Return a difference in points, or in marks; or why it is not published."""
    if found.estimate is None:
        return Missing(_("masqué, ou trop peu de réponses"))
    times = 100 if share else 1
    if found.lower is None or found.upper is None:
        return Estimate(times * found.estimate)
    return Estimate(times * found.estimate, times * found.lower, times * found.upper)


def _row(one: DifferenceSet, line: Compared) -> StripRow:
    reading = reading_of(line.difference, share=one.question.kind == "proportion")
    standing = standing_of(line.difference)
    stands = standing if standing in ("higher", "lower") else ""
    return StripRow(
        place_name(one, line),
        reading,
        plain=not stands,
        stands=stands,
        hatched=isinstance(reading, Missing),
    )
