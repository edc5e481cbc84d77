"""One measure of bench/survey.py: the same task by svy, in an environment of its own."""

import json
import sys
from pathlib import Path
from time import perf_counter

import polars as pl
import svy

QUESTIONS = 20
REPLICATES = 200
METHOD = {"replicates": "replication"}


def main() -> None:
    """Print the seconds of the work, the table being in memory."""
    folder, task = Path(sys.argv[1]), sys.argv[2]
    table = pl.read_parquet(folder / "data.parquet" / "*.parquet").with_columns(
        *(pl.when(pl.col(f"q{k}").is_not_null()).then(pl.col(f"q{k}") >= 4).alias(f"q{k}") for k in range(QUESTIONS))
    )
    start = perf_counter()
    sample = svy.Sample(table, svy.Design(stratum="stratum", psu="psu", wgt="w"))
    if task == "replicates":
        sample = sample.weighting.create_bs_wgts(REPLICATES, rep_prefix="bs", rstate=1)
    if task != "proportions":
        margins = pl.read_csv(folder / "margins.csv")
        shares = {
            name: dict(zip(part["category"].to_list(), part["total"].to_list(), strict=True))
            for (name,), part in margins.group_by(["variable"], maintain_order=True)
        }
        sample = sample.weighting.rake(shares=shares, tol=1e-10, max_iter=200)
    if task != "raking":
        for place in range(QUESTIONS):
            sample.estimation.prop(f"q{place}", by="region", method=METHOD.get(task, "taylor"), drop_nulls=True)
    print(json.dumps({"seconds": perf_counter() - start}))


if __name__ == "__main__":
    main()
