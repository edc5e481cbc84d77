"""A file with one column more: the calibrated weight of each row."""

from pathlib import Path

import narwhals as nw

from cordee.stats.calibration.diagnostics import Diagnostics, diagnose
from cordee.stats.columns import CALIBRATED
from cordee.stats.faults import refusal
from cordee.stats.result_files import unknown_output
from cordee.stats.study import Study
from cordee.stats.weighting import weighted, with_ratios

COLUMN = "calibrated_weight"


def write_calibrated(study: Study, path: Path) -> Diagnostics:
    """Write the file of a study with its calibrated weights, as Parquet; return what calibration did.

    SurveyRefused: no calibration is asked, it cannot be reached, the file to write is the one read, or no room.
    """
    if path.suffix.lower() != ".parquet":
        raise unknown_output(path, {".parquet": None})
    if path.exists() and path.samefile(study.source.path):
        raise refusal("output-is-input", str(path))
    rows = weighted(study)
    if rows.calibrated is None:
        raise refusal("no-calibration", study.source.name)
    raw = study.prepared.raw
    names = raw.collect_schema().names()
    if COLUMN in names:
        raise refusal("reserved-name", study.source.name, column=COLUMN)
    whole = raw.with_columns(*study.prepared.helpers(rows.cells))
    calibrated = with_ratios(study, whole, rows.calibrated)
    study.engine.sink(calibrated.select(*names, nw.col(CALIBRATED).alias(COLUMN)), path)
    return diagnose(rows.calibrated)
