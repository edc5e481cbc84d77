"""Every estimate of a design, in the order in which they are asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cordee.stats.calibration.diagnostics import Diagnostics, diagnose
from cordee.stats.design import REST
from cordee.stats.faults import refusal
from cordee.stats.grouping_keys import label
from cordee.stats.items import Item, items_asked
from cordee.stats.measuring import Measured
from cordee.stats.passes import Summed, sums_of_items
from cordee.stats.quantiles import distribution_groupings, quantile_rows
from cordee.stats.results import Row
from cordee.stats.study import Study, refuse_unknown_categories
from cordee.stats.suppression import suppressed
from cordee.stats.weighting import Weighted, weighted


@dataclass(frozen=True, slots=True)
class Estimates:
    """The rows of results, and what calibration did, when there was one."""

    rows: tuple[Row, ...]
    diagnostics: Diagnostics | None


def estimate(study: Study) -> Estimates:
    """Return every estimate of a design. SurveyRefused: what is wrong; then nothing is computed."""
    if not study.design.estimates:
        raise refusal("no-estimates", study.source.name)
    rows = weighted(study)
    diagnostics = diagnose(rows.calibrated) if rows.calibrated else None
    return Estimates(tuple(suppressed(_linearised(rows))), diagnostics)


def _linearised(rows: Weighted) -> list[Row]:
    """One pass for all but quantiles, whose intervals need a second one."""
    asked = [
        [] if each.measure == "quantile" else items_asked(each, rows.study.codes)
        for each in rows.study.design.estimates
    ]
    items = [item for each in asked for item in each]
    summed, distributions = sums_of_items(rows, items, distribution_groupings(rows))
    _refuse_unknown_categories(rows.study, summed)
    quantiles = quantile_rows(rows, distributions)
    made: list[Row] = []
    for place, each in enumerate(asked):
        made += quantiles.get(place, [])
        made += [row for item in each for row in rows_of(rows.study, summed[item])]
    return made


def rows_of(study: Study, summed: Summed) -> Sequence[Row]:
    """Return the rows of an item."""
    return list(Measured(summed.sums, summed.spread, study.design).rows())


def _refuse_unknown_categories(study: Study, summed: Mapping[Item, Summed]) -> None:
    for item, each in summed.items():
        named = [item.asked.against, item.asked.from_, item.asked.to]
        wanted = [str(category) for category in named if category is not None and str(category) != REST]
        if item.asked.along and wanted:
            present = list(dict.fromkeys(label(domain[-1]) for domain in each.sums.domains))
            refuse_unknown_categories(study, item.asked.along, present, wanted)
