"""Measure survey statistics side by side: ours, R survey, svy, and a bare scan of the same columns.

    python bench/survey.py [--sizes 10000,100000,1000000] [--tasks both,replicates] [--svy PYTHON] [--spark]
                           [--in FOLDER]

20 questions, 13 regions, 4 margins, 650 clusters in 26 strata. Five tasks: weights raked to the margins, in memory; the
same, written with the whole file (ours alone); 260 proportions with the errors of the clusters; both, errors resting on
the residuals of the raking; and the same 260 proportions with errors from 200 bootstrap replicates, each drawn and
raked again. Two baselines: a bare scan takes the least value of each column; bare sums are the 80 sums of which one
would think that the proportions need them, without groups. Each cell is a process of its own: the seconds of the work
(reading the file included for ours and the baselines; R and svy have the table in memory before the clock starts), then
the processor seconds and the peak memory of the whole process.

R runs up to 10⁶ rows where `Rscript` and its package survey are there (10⁴ for replicates, of which it keeps a matrix
of rows × replicates); svy where --svy names the Python of an environment that has it: it is no dependency of ours.

10⁸ rows: --sizes 100000000. They are written a million at a time and read as a stream, in a folder of the disk that
--in names: about 20 bytes a row, and 30 more when the raking writes them again. The room is looked at first.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

HERE = Path(__file__).resolve().parent
CHUNK = 1_000_000
QUESTIONS, REGIONS, STRATA, CLUSTERS = 20, 13, 26, 25
LARGEST_FOR_R = 1_000_000
MARGINS = {"region": REGIONS, "sex": 2, "age": 5, "degree": 4}
TASKS = ("raking", "written", "proportions", "both", "replicates")
OURS_ALONE = ("written",)
LARGEST_FOR = {("R survey", "both"): 100_000, ("R survey", "replicates"): 10_000, ("svy", "both"): 100_000}
"""Rows beyond which a task takes the others more than a quarter of an hour, or more memory than the machine has."""
BYTES_A_ROW = {"written": 50}
DRAWN = "replicates: {method: bootstrap, count: 200, seed: 1}\n"


@dataclass(frozen=True)
class Cell:
    """One measure: who, on what, and the command."""

    who: str
    task: str
    command: list[str]


def chunk(rows: int, rng: np.random.Generator) -> pl.DataFrame:
    """Rows of a survey, in no order."""
    columns = {
        "w": rng.uniform(0.5, 2, rows),
        "stratum": rng.integers(0, STRATA, rows, dtype=np.int32),
        "psu": rng.integers(0, CLUSTERS, rows, dtype=np.int32),
        **{name: rng.integers(1, size + 1, rows, dtype=np.int32) for name, size in MARGINS.items()},
        **{f"q{place}": _answers(rng, rows) for place in range(QUESTIONS)},
    }
    return pl.DataFrame(columns)


def _answers(rng: np.random.Generator, rows: int) -> pl.Series:
    """Answers of 1 to 5, one in twenty missing."""
    given = rng.integers(0, 100, rows, dtype=np.int8)
    return pl.Series(given % 5 + 1, dtype=pl.Int8).set(pl.Series(given >= 95), None)


def write_survey(folder: Path, rows: int) -> None:
    """Write the data as a folder of Parquet files, its margins and its designs."""
    rng = np.random.default_rng(rows)
    data = folder / "data.parquet"
    data.mkdir()
    for start in range(0, rows, CHUNK):
        chunk(min(CHUNK, rows - start), rng).write_parquet(data / f"{start // CHUNK:04}.parquet")
    lines = ["variable,category,total"]
    for name, size in MARGINS.items():
        shares = np.linspace(1, 2, size)
        lines += [f"{name},{code + 1},{share}" for code, share in enumerate(shares / shares.sum())]
    (folder / "margins.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    head = "weight: w\nstrata: [stratum]\nclusters: [psu]\n"
    calibration = "calibration: {method: raking, margins: margins.csv, tolerance: 1.0e-10}\n"
    asked = "estimates:\n" + "".join(
        f"  - {{measure: proportion, variable: q{place}, values: [4, 5], by: [region]}}\n" for place in range(QUESTIONS)
    )
    designs = {"raking": calibration, "written": calibration, "proportions": asked, "both": calibration + asked}
    for task, text in {**designs, "replicates": DRAWN + calibration + asked}.items():
        (folder / f"{task}.yaml").write_text(head + text, encoding="utf-8")


def write_for_r(folder: Path) -> None:
    """Write each column as raw numbers: R reads them at once, so that its reading weighs nothing."""
    table = pl.read_parquet(folder / "data.parquet" / "*.parquet")
    for name in table.columns:
        (folder / f"{name}.bin").write_bytes(table[name].cast(pl.Float64).fill_null(float("nan")).to_numpy().tobytes())


def cells(folder: Path, rows: int, options: argparse.Namespace) -> Iterator[Cell]:
    """Every measure of one size."""
    work = [sys.executable, str(HERE / "survey_work.py"), str(folder)]
    yield Cell("bare scan", "", [*work, "scan", "polars"])
    yield Cell("bare sums", "", [*work, "sums", "polars"])
    for task in options.tasks.split(","):
        yield Cell("cordee", task, [*work, task, "polars"])
        if options.spark:
            yield Cell("cordee, Spark", task, [*work, task, "spark"])
        if task in OURS_ALONE:
            continue
        if options.svy and rows <= LARGEST_FOR.get(("svy", task), rows):
            yield Cell("svy", task, [options.svy, str(HERE / "survey_svy.py"), str(folder), task])
        if rows <= LARGEST_FOR.get(("R survey", task), LARGEST_FOR_R) and shutil.which("Rscript"):
            yield Cell("R survey", task, ["Rscript", str(HERE / "survey.R"), str(folder), task, str(rows)])


def measured(cell: Cell) -> tuple[float, float, float] | None:
    """Seconds of the work, processor seconds and peak megabytes of the process; None when it failed."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(cell.command, stdout=out, stderr=subprocess.PIPE)
        errors = child.stderr.read() if child.stderr else b""
        _, status, usage = os.wait4(child.pid, 0)
        out.seek(0)
        said = out.read().decode().strip().splitlines()
    if status or not said:
        print(errors.decode()[-400:], file=sys.stderr)
        return None
    return float(json.loads(said[-1])["seconds"]), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def missing_room(folder: Path, rows: int, tasks: str) -> float:
    """Return how many bytes lack on the disk, none being 0."""
    needed = rows * (20 + max(BYTES_A_ROW.get(task, 0) for task in tasks.split(",")))
    return max(needed - shutil.disk_usage(folder).free, 0)


def main() -> None:
    """Print one line a measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--tasks", default=",".join(TASKS))
    parser.add_argument("--in", dest="where", help="a folder of a disk with room; that of temporary files otherwise")
    parser.add_argument("--svy", help="a Python that has svy")
    parser.add_argument("--spark", action="store_true", help="our second engine too (Java 17)")
    options = parser.parse_args()
    print(f"{'rows':>11}  {'':16} {'':12} {'seconds':>9} {'cpu s':>8} {'peak MB':>8}")
    for rows in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=options.where) as name:
            folder = Path(name)
            if needed := missing_room(folder, rows, options.tasks):
                print(f"{rows:>11,}  not run: {needed / 1e9:.1f} GB more are needed on the disk of {folder.parent}")
                continue
            write_survey(folder, rows)
            if rows <= LARGEST_FOR_R:
                write_for_r(folder)
            for cell in cells(folder, rows, options):
                found = measured(cell)
                shown = f"{found[0]:9.3f} {found[1]:8.2f} {found[2]:8.0f}" if found else f"{'failed':>9}"
                print(f"{rows:>11,}  {cell.who:16} {cell.task:12} {shown}", flush=True)


if __name__ == "__main__":
    main()
