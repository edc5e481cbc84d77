"""Measure what a diagnosis costs: every measure with its intervals on 2,000 draws, beside the plain loop over draws.

    python bench/diagnosis.py [runs per measure]

The plain loop resamples and averages draw after draw, the obvious way with NumPy, and computes only items, facets,
maturity and coherence over circles. It is run on 100 draws and its time multiplied by 20; ours is run in full.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as `cordee score` does; two threads lose time on a busy machine

import random
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np

from cordee.cli.pack_choice import chosen_pack
from cordee.core.answers import Answer, AnswerTable, Mark, table_of
from cordee.core.diagnosis import diagnose
from cordee.core.packs.pack import Pack
from cordee.core.resampling import draw_circle
from cordee.core.scoring import layout_of

FORM = "full"
PLAIN_DRAWS = 100
SIZES = ((1, 1, 1), (25, 4, 3), (100, 5, 6), (1000, 5, 20), (1588, 5, 20))


def alliance(pack: Pack, people: int, circles: int, organisations: int, holes: float) -> AnswerTable:
    """Answers of some people, spread over circles and organisations; a share of them are don't-knows."""
    rng = random.Random(people)
    items = [item.id for item in pack.instrument.items_of(FORM)]
    names = [circle.id for circle in pack.instrument.circles]
    rows = []
    for person in range(people):
        place = (f"r{person}", f"o{person // circles % organisations}", names[person % circles])
        for item in items:
            level = None if rng.random() < holes else min(4, max(0, round(rng.gauss(2, 1))))
            rows.append(Answer(*place, item, level, Mark.DONT_KNOW if level is None else Mark.ANSWERED))
    return table_of(rows, items, [topic.id for topic in pack.instrument.topics_of(FORM)], names)


def plain_loop(pack: Pack, table: AnswerTable, draws: int) -> list[np.ndarray]:
    """The same bootstrap one draw at a time."""
    layout = layout_of(pack.instrument, FORM)
    rng, results = np.random.default_rng(1), []
    for _ in range(draws):
        circles = [plain_circle(table, circle, rng) for circle in range(len(table.circles))]
        facets = np.array(
            [[np.nanmean([items[columns] for items in circles]) for columns in axis] for axis in cells(layout)]
        )
        maturity = np.minimum(facets.mean(axis=1), facets.min(axis=1) + 1)
        results.append(np.concatenate([np.nanmean(circles, axis=0), facets.ravel(), maturity, np.ptp(facets, axis=1)]))
    return [np.nanstd(results, axis=0, ddof=1)]


def plain_circle(table: AnswerTable, circle: int, rng: np.random.Generator) -> np.ndarray:
    means = []
    for organisation in np.unique(table.organisation_of[table.circle_of == circle]):
        rows = np.flatnonzero((table.circle_of == circle) & (table.organisation_of == organisation))
        drawn = rng.choice(rows, max(1, len(rows) - 1))
        means.append(np.nanmean(table.scores[drawn], axis=0))
    return np.nanmean(means, axis=0)


def cells(layout) -> list[list[list[int]]]:
    return [[layout.columns_of(axis, facet) for facet in range(3)] for axis in range(len(layout.axes))]


def milliseconds(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """Median and fastest of several runs, after one for nothing."""
    work()
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return median(times), min(times)


def main(runs: int) -> None:
    np.seterr(all="ignore")
    import warnings

    warnings.simplefilter("ignore")  # the plain loop means over empty slices
    pack = chosen_pack("alliances")
    heads = (
        "respondents",
        "circles",
        "holes",
        "whole, median ms",
        "fastest ms",
        "draws alone ms",
        "plain loop × 20, ms",
    )
    print(" │ ".join(heads))
    for people, circles, organisations in SIZES:
        for holes in (0.0, 0.08):
            table = alliance(pack, people, circles, organisations, holes)
            whole = milliseconds(lambda table=table: diagnose(pack, FORM, table), runs)
            draws = milliseconds(lambda table=table: draw_all(table), runs)
            plain = (
                milliseconds(lambda table=table: plain_loop(pack, table, PLAIN_DRAWS), 1)[1] * 20 if people > 1 else 0
            )
            cells = (people, circles, f"{holes:.0%}", f"{whole[0]:.1f}", f"{whole[1]:.1f}", f"{draws[0]:.1f}")
            told = (*cells, f"{plain:.0f}" if plain else "no draws")
            print(" │ ".join(f"{cell:>{len(head)}}" for cell, head in zip(told, heads, strict=True)))


def draw_all(table: AnswerTable) -> None:
    for circle in range(len(table.circles)):
        draw_circle(table, circle, 2000, 17)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
