"""Measure what a figure costs: milliseconds and bytes of each output, beside the trivial one (writing the CSV).

    python bench/charts.py [seconds per measure]

One figure of each kind, of the size a full diagnosis shows. A cell is the median of repeated runs.
"""

import gzip
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

from cordee.charts import (
    AnswerDistribution,
    AnyFigure,
    DistributionRow,
    Estimate,
    FacetDotPlot,
    FacetRow,
    GapBars,
    GapRow,
    IntervalStrip,
    Missing,
    Radar,
    Scale,
    StripRow,
    to_csv,
    to_svg,
    to_table,
)

AXES = ("Pertinence", "Cohérence", "Performance", "Efficience", "Contribution sociétale", "Clarté", "Sens")
STAGES = ("absent", "émergent", "structuré", "partagé", "moteur")
REGIONS = (
    *("Auvergne-Rhône-Alpes", "Bourgogne-Franche-Comté", "Bretagne", "Centre-Val de Loire", "Corse", "Grand Est"),
    *("Hauts-de-France", "Île-de-France", "Normandie", "Nouvelle-Aquitaine", "Occitanie", "Pays de la Loire"),
    "Provence-Alpes-Côte d’Azur",
)


def estimate(value: float, half: float = 0.4) -> Estimate:
    """An estimate on 0–4 with its interval."""
    return Estimate(value, max(0.0, value - half), min(4.0, value + half))


def figures() -> dict[str, AnyFigure]:
    """One figure of each kind."""
    rows = tuple(
        FacetRow(name, estimate(3.4 - rank / 5), estimate(2.9 - rank / 6), estimate(2.1 - rank / 7))
        for rank, name in enumerate(AXES)
    )
    plain = tuple(
        FacetRow(row.label, *(Estimate(reading.value) for _, reading in row.readings if isinstance(reading, Estimate)))
        for row in rows
    )
    scale = Scale(names=STAGES)
    dots = FacetDotPlot(id="dots", title="La vision devance les moyens.", rows=plain, scale=scale)
    return {
        "facet dot plot, 7 axes": dots,
        "the same with 21 intervals": FacetDotPlot(id="intervals", title=dots.title, rows=rows, scale=scale),
        "radar, 7 axes × 3": Radar.of(dots),
        "distribution, 21 rows": AnswerDistribution(
            id="answers",
            title="Les réponses sont partagées.",
            levels=STAGES,
            rows=tuple(
                DistributionRow(f"{axis} – {facet}", (1, 4, 9, 6, 3), 2, 1)
                for axis in AXES
                for facet in ("vision", "action", "moyens")
            ),
        ),
        "gap bars, 7 rows": GapBars(
            id="gaps",
            title="Un angle mort possible.",
            rows=tuple(
                GapRow(name, Estimate(rank / 3 - 1, rank / 3 - 1.6, rank / 3 - 0.4)) for rank, name in enumerate(AXES)
            ),
        ),
        "interval strip, 13 regions": IntervalStrip(
            id="regions",
            title="Trois régions se détachent.",
            rows=tuple(
                StripRow(name, Missing("moins de 30 réponses") if name == "Corse" else Estimate(70, 66.4, 73.7))
                for name in REGIONS
            ),
        ),
    }


def milliseconds(work: Callable[[], object], seconds: float) -> float:
    """Median duration of one run."""
    work()
    durations = []
    end = perf_counter() + seconds
    while perf_counter() < end:
        start = perf_counter()
        work()
        durations.append(perf_counter() - start)
    return 1000 * median(durations)


def main() -> None:
    """Print the table."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 0.5
    heads = ("SVG wide", "SVG phone", "table", "CSV", "bytes wide", "gzip", "phone", "CSV")
    print(f"{'figure':<28}" + "".join(f"{head:>11}" for head in heads))
    print(f"{'':<28}" + "".join(f"{unit:>11}" for unit in ("ms",) * 4 + ("B",) * 4))
    for name, figure in figures().items():
        times = (
            milliseconds(lambda figure=figure: to_svg(figure), seconds),
            milliseconds(lambda figure=figure: to_svg(figure, width="narrow"), seconds),
            milliseconds(lambda figure=figure: to_table(figure), seconds),
            milliseconds(lambda figure=figure: to_csv(figure), seconds),
        )
        wide, phone = (to_svg(figure, width=width).encode() for width in ("wide", "narrow"))
        sizes = (len(wide), len(gzip.compress(wide)), len(phone), len(to_csv(figure).encode()))
        print(f"{name:<28}" + "".join(f"{t:>11.3f}" for t in times) + "".join(f"{size:>11,}" for size in sizes))


if __name__ == "__main__":
    main()
