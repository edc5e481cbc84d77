"""The rows with the weight that estimates use: that of the design, or the calibrated one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import narwhals as nw

from cordee.stats.calibration.calibrating import Calibrated, calibrate, cells_grouping, cells_in
from cordee.stats.checking import refuse_empty, refuse_flagged
from cordee.stats.columns import CALIBRATED, WEIGHT, number_of
from cordee.stats.faults import refusal
from cordee.stats.port import Grouping, Sum, Sums, Table
from cordee.stats.replication import Replication
from cordee.stats.study import Study

RATIO = "_ratio"


@dataclass
class Weighted:
    """The rows of a study, not read yet. Rows are checked in the first pass, whichever it is."""

    study: Study
    table: Table
    weight: str = WEIGHT
    calibrated: Calibrated | None = None
    checked: bool = False
    replication: Replication | None = None
    """What drawn replicates do to weights, once they are drawn: the same for every item."""

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the columns that say the cell of calibration of a row; none without one."""
        return self.calibrated.cells.columns if self.calibrated else ()

    @property
    def replicates(self) -> tuple[str, ...]:
        """Return the names of the columns of replicate weights; none without them."""
        return tuple(number_of(name) for name in self.study.replicates)

    def grouped(self, groupings: Sequence[Grouping], table: Table | None = None) -> list[Sums]:
        """Read the rows once. SurveyRefused, the first time: what is wrong with them."""
        prepared, engine = self.study.prepared, self.study.engine
        first, *others = groupings
        if not self.checked:
            # Rows with a flag are counted with the rest: a pass of their own would read the file once more.
            first = replace(first, sums=tuple(dict.fromkeys((*first.sums, Sum(0), prepared.check))))
        found = engine.grouped(self.table if table is None else table, [first, *others])
        if not self.checked:
            if found[0].sums[prepared.check].any():
                refuse_flagged(prepared, engine, self.study.source)
            refuse_empty(found[0].of(0).sum(), self.study.source)
            self.checked = True
        return found


def weighted(study: Study) -> Weighted:
    """Return the rows with their weight, after one pass for the cells when the design asks for a calibration."""
    rows = Weighted(study, study.prepared.table)
    if study.design.calibration is None:
        return rows
    if study.margins is None:
        raise refusal("no-margins", study.margins_name)
    cells = cells_in(rows.grouped([cells_grouping(study.margins)])[0], study.margins, study.margins_name)
    calibrated = calibrate(cells, study.margins, study.design.calibration, study.margins_name)
    return Weighted(study, with_ratios(study, study.prepared.table, calibrated), CALIBRATED, calibrated, checked=True)


def with_ratios(study: Study, table: Table, calibrated: Calibrated) -> Table:
    """Attach to each row the calibrated weight of its cell."""
    cells = calibrated.cells
    small = {name: [group[place] for group in cells.groups] for place, name in enumerate(cells.columns)}
    attached = study.engine.attach(table, {**small, RATIO: calibrated.solution.ratios.tolist()}, cells.columns)
    return attached.with_columns((nw.col(WEIGHT) * nw.col(RATIO)).alias(CALIBRATED))
