"""One measure of bench/survey.py: our statistics, or a bare scan, on a folder that it has written."""

import json
import os
import sys
from pathlib import Path
from time import perf_counter

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from cordee.stats.columns import CALIBRATED
from cordee.stats.estimation import estimate
from cordee.stats.opening import opened_study
from cordee.stats.reweighting import write_calibrated
from cordee.stats.study import Study
from cordee.stats.weighting import weighted

QUESTIONS = 20


def scan(folder: Path) -> None:
    """Read every column once and do the least with it."""
    import polars as pl

    pl.scan_parquet(folder / "data.parquet" / "*.parquet").select(pl.all().min()).collect(engine="streaming")


def bare_sums(folder: Path) -> None:
    """Compute, without groups nor design, the four sums that a proportion with its error needs."""
    import polars as pl

    weight, sums = pl.col("w"), []
    for name in (f"q{place}" for place in range(QUESTIONS)):
        known, among = pl.col(name).is_not_null(), pl.col(name).is_in([4, 5]).fill_null(value=False)
        sums += [known.sum().alias(f"{name}n"), (weight * known).sum().alias(f"{name}w")]
        sums += [(weight * weight * known).sum().alias(f"{name}s"), (weight * among).sum().alias(f"{name}a")]
    pl.scan_parquet(folder / "data.parquet" / "*.parquet").select(*sums).collect(engine="streaming")


def rake(study: Study) -> None:
    """Rake, until every row has its weight in memory."""
    weighted(study).table.select(CALIBRATED).collect()


def work(folder: Path, task: str, engine: str) -> None:
    """Do one task."""
    study = opened_study(folder / "data.parquet", folder / f"{task}.yaml", engine, None)
    if task == "raking":
        rake(study)
    elif task == "written":
        write_calibrated(study, folder / f"{engine}-weighted.parquet")
    else:
        estimate(study)


BASELINES = {"scan": scan, "sums": bare_sums}


def main() -> None:
    """Print the seconds of the work."""
    folder, task, engine = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    start = perf_counter()
    if task in BASELINES:
        BASELINES[task](folder)
    else:
        work(folder, task, engine)
    print(json.dumps({"seconds": perf_counter() - start}))


if __name__ == "__main__":
    main()
