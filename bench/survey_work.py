"""One measure of bench/survey.py: our statistics, or a bare scan, on a folder that it has written."""

import json
import os
import sys
from pathlib import Path
from time import perf_counter

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from cordee.stats.estimation import estimate
from cordee.stats.opening import opened_study
from cordee.stats.reweighting import write_calibrated


def scan(folder: Path) -> None:
    """Read every column once and do the least with it."""
    import polars as pl

    pl.scan_parquet(folder / "data.parquet" / "*.parquet").select(pl.all().min()).collect(engine="streaming")


def work(folder: Path, task: str, engine: str) -> None:
    """Do one task."""
    study = opened_study(folder / "data.parquet", folder / f"{task}.yaml", engine, None)
    if task == "raking":
        write_calibrated(study, folder / f"{engine}-weighted.parquet")
    else:
        estimate(study)


def main() -> None:
    """Print the seconds of the work."""
    folder, task, engine = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    start = perf_counter()
    if task == "scan":
        scan(folder)
    else:
        work(folder, task, engine)
    print(json.dumps({"seconds": perf_counter() - start}))


if __name__ == "__main__":
    main()
