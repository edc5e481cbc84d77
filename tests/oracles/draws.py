"""Write the multipliers of the replicates that tests draw, so that R may be given the same ones.

    python tests/oracles/draws.py        from the root of the project, before tests/oracles/survey.R

Writes tests/stats/data/people_draws.csv: a line for each cluster, a column for each replicate.
"""

import csv
from pathlib import Path

import numpy as np

from cordee.stats.replication import drawn_multipliers
from cordee.stats.strata import Clusters

DATA = Path(__file__).resolve().parent.parent / "stats" / "data"
COUNT, SEED = 40, 2026


def main() -> None:
    """Draw, and write every digit."""
    with (DATA / "people.csv").open(encoding="utf-8", newline="") as file:
        groups = sorted({(row["stratum"], row["psu"]) for row in csv.DictReader(file)})
    strata = sorted({stratum for stratum, _ in groups})
    clusters = Clusters(tuple(groups), np.array([strata.index(stratum) for stratum, _ in groups]))
    drawn = drawn_multipliers(clusters, COUNT, SEED)
    with (DATA / "people_draws.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["stratum", "psu", *(f"r{place:02}" for place in range(COUNT))])
        writer.writerows([*group, *map(repr, column.tolist())] for group, column in zip(groups, drawn.T, strict=True))


if __name__ == "__main__":
    main()
