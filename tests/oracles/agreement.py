"""Make tests/core/expected/agreement.json: agreement statistics computed by packages other than ours.

Krippendorff's alpha by `krippendorff`, ICC by `pingouin`, r_wg, AD_M, ICC and F by R's `multilevel`. They are GPL: they
are run here once, never imported by the project. To run it again, from the root of the project:

    uv pip install --target /tmp/oracle krippendorff pingouin
    apt install r-base-core r-cran-multilevel
    PYTHONPATH=/tmp/oracle python tests/oracles/agreement.py

Seen with krippendorff 0.9.0, pingouin 0.7.0, R 4.2.2 and multilevel 2.7.
"""

import csv
import json
import random
import subprocess
import tempfile
from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd
import pingouin

HERE = Path(__file__).parent
TARGET = HERE.parent / "core" / "expected" / "agreement.json"


def main() -> None:
    tables = {name: {"levels": levels} for name, levels in given_tables().items()}
    for table in tables.values():
        array = np.array(table["levels"], dtype=float)  # None becomes NaN
        table["alpha"] = krippendorff.alpha(reliability_data=array, level_of_measurement="ordinal")
        if not np.isnan(array).any():
            table["pingouin"] = icc(array)
    for table, item, name, value in by_r(tables):
        place = tables[table].setdefault("r", {})
        if item:
            place.setdefault(name, {})[item] = value
        else:
            place[name] = value
    TARGET.parent.mkdir(exist_ok=True)
    lines = [f"{json.dumps(name)}: {json.dumps(table)}" for name, table in tables.items()]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def given_tables() -> dict[str, list[list[int | None]]]:
    """Respondents by items; None where there is no answer. The first two tables are published ones."""
    # Krippendorff (2011), « Computing Krippendorff's Alpha-Reliability », section D: 4 observers, 12 units, levels 1–5.
    missing = None
    observers = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, missing, missing, missing],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, missing, 3],
        [missing, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, missing],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, missing],
    ]
    tables = {"krippendorff_2011": [[None if level is None else level - 1 for level in row] for row in observers]}
    # Shrout & Fleiss (1979), table 2: 6 targets, 4 judges; here judges are rows.
    judged = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    tables["shrout_fleiss_1979"] = [list(judge) for judge in zip(*judged, strict=True)]
    rng = random.Random(17)
    drawn = (("whole", 8, 9, 0.0), ("holes", 12, 9, 0.2), ("few", 3, 3, 0.0), ("many", 60, 9, 0.1))
    for name, people, items, holes in drawn:
        centre = [rng.uniform(0.5, 3.5) for _ in range(items)]
        tables[name] = [
            [None if rng.random() < holes else min(4, max(0, round(rng.gauss(middle, 0.9)))) for middle in centre]
            for _ in range(people)
        ]
    return tables


def icc(array: np.ndarray) -> dict[str, float]:
    rows = [(item, person, level) for person, row in enumerate(array) for item, level in enumerate(row)]
    frame = pd.DataFrame(rows, columns=["item", "person", "level"])
    found = pingouin.intraclass_corr(data=frame, targets="item", raters="person", ratings="level").set_index("Type")
    one = next(name for name in found.index if name in ("ICC1", "ICC(1,1)"))
    mean = next(name for name in found.index if name in ("ICC1k", "ICC(1,k)"))
    return {
        "icc1": float(found.loc[one, "ICC"]),
        "icc2": float(found.loc[mean, "ICC"]),
        "f": float(found.loc[one, "F"]),
    }


def by_r(tables: dict[str, dict]) -> list[tuple[str, str, str, float]]:
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("table", "item", "respondent", "level"))
        for name, table in tables.items():
            for person, row in enumerate(table["levels"]):
                answered = [(item, level) for item, level in enumerate(row) if level is not None]
                # an item that one respondent answered says nothing of agreement
                shared = [sum(each[item] is not None for each in table["levels"]) >= 2 for item in range(len(row))]
                writer.writerows((name, item, person, level) for item, level in answered if shared[item])
        file.flush()
        out = subprocess.run(
            ["Rscript", str(HERE / "agreement.R"), file.name], capture_output=True, text=True, check=True
        ).stdout
    lines = [line.rstrip(",").split(",") for line in out.splitlines()]
    return [(table, item, name, float(value)) for table, item, name, value in lines]


if __name__ == "__main__":
    main()
