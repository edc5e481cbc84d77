"""Measure how often the 95 % intervals hold the truth, by simulation, and how often a gap is named that is not there.

    python bench/coverage.py [alliances per line]

The partners of an alliance are given; their people are a sample. For each simulated alliance every organisation has its
own mind in each circle, its people answer around it, and the truth of an item is the mean over organisations, then over
circles, of what their people would answer on average. Beside ours, the interval of someone who takes every answer as an
independent draw: mean of all respondents ± 1.96 standard errors.

Where organisations have one person each, whole organisations are drawn: the interval then covers more than this truth
(it would hold for other partners too). Maturity and coherence are not linear: a mean over few people bends them.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
from dataclasses import dataclass

import numpy as np

from cordee.cli.pack_choice import chosen_pack
from cordee.core.answers import AnswerTable
from cordee.core.diagnosis import diagnose
from cordee.core.packs.pack import Pack
from cordee.core.scoring import facet_scores, layout_of, maturity

FORM = "express"
SPREAD = 0.9


@dataclass(frozen=True)
class Plan:
    """How many people each organisation has in each circle, and how far organisations stand from each other."""

    name: str
    people: tuple[tuple[int, ...], ...]
    between: float


PLANS = (
    Plan("1 circle, 3 organisations of 2", ((2, 2, 2),), 0.8),
    Plan("1 circle, 3 organisations of 5", ((5, 5, 5),), 0.8),
    Plan("1 circle, organisations of 2 and 12", ((2, 12),), 0.8),
    Plan("1 circle, organisations of 2, 3 and 8", ((2, 3, 8),), 0.8),
    Plan("4 circles, organisations of 2 and 12", ((2, 12),) * 4, 0.8),
    Plan("4 circles, 3 organisations of 2", ((2, 2, 2),) * 4, 0.8),
    Plan("4 circles, 6 organisations of 4", ((4,) * 6,) * 4, 0.8),
    Plan("1 circle, 6 organisations of 1", ((1,) * 6,), 0.0),
    Plan("1 circle, 6 organisations of 1, apart", ((1,) * 6,), 0.8),
    Plan("4 circles, 4 organisations of 1", ((1,) * 4,) * 4, 0.0),
)


def levels_of(minds: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    return np.clip(np.round(rng.normal(minds, SPREAD)), 0, 4)


def expected_level(minds: np.ndarray) -> np.ndarray:
    """The mean answer of people around a mind, by a fine grid of the normal law."""
    grid = np.linspace(-4, 4, 801)
    weights = np.exp(-(grid**2) / 2)
    weights /= weights.sum()
    return (np.clip(np.round(minds[..., None] + SPREAD * grid), 0, 4) * weights).sum(axis=-1)


@dataclass(frozen=True)
class Simulated:
    """An alliance whose truth is known."""

    table: AnswerTable
    items: np.ndarray
    by_circle: list[np.ndarray]


def simulate(plan: Plan, pack: Pack, rng: np.random.Generator, minds: np.ndarray | None = None) -> Simulated:
    layout = layout_of(pack.instrument, FORM)
    centre = rng.uniform(1, 3, len(layout.items)) if minds is None else minds
    scores, organisations, circles, truths = [], [], [], []
    for circle, sizes in enumerate(plan.people):
        own = centre + rng.normal(0, plan.between, (len(sizes), len(centre)))
        truths.append(expected_level(own).mean(axis=0))
        for organisation, size in enumerate(sizes):
            scores.append(levels_of(np.repeat(own[organisation][None], size, axis=0), rng))
            organisations += [organisation] * size
            circles += [circle] * size
    levels = np.concatenate(scores)
    names = [circle.id for circle in pack.instrument.circles][: len(plan.people)]
    table = AnswerTable(
        respondents=tuple(f"r{number}" for number in range(len(levels))),
        organisations=tuple(f"o{number}" for number in range(max(organisations) + 1)),
        circles=tuple(names),
        items=layout.items,
        topics=layout.topics,
        organisation_of=np.array(organisations),
        circle_of=np.array(circles),
        scores=levels,
        marks=np.ones(levels.shape, dtype=np.int8),
        importance=np.full((len(levels), len(layout.topics)), np.nan),
    )
    return Simulated(table, np.mean(truths, axis=0), truths)


def held(estimates: list, truth: np.ndarray) -> list[bool]:
    return [e.lower <= t <= e.upper for e, t in zip(estimates, truth, strict=True) if e.lower is not None]


def naive_held(levels: np.ndarray, truth: np.ndarray) -> list[bool]:
    error = 1.96 * levels.std(axis=0, ddof=1) / len(levels) ** 0.5
    return (np.abs(levels.mean(axis=0) - truth) <= error).tolist()


def cover(plan: Plan, pack: Pack, runs: int) -> tuple[dict[str, float], float, float]:
    """Share of intervals that hold the truth, by measure, the mean half-width of items, and the naive share."""
    rng, layout, rules = np.random.default_rng(7), layout_of(pack.instrument, FORM), pack.scoring
    hits: dict[str, list[bool]] = {"item": [], "maturity": [], "coherence": [], "gap": []}
    naive: list[bool] = []
    widths: list[float] = []
    for _ in range(runs):
        made = simulate(plan, pack, rng)
        scope = diagnose(pack, FORM, made.table).overall
        facets = facet_scores(made.items[None], layout, rules.answered_share)[0]
        hits["item"] += held([item.score for item in scope.items], made.items)
        hits["maturity"] += held([a.maturity for a in scope.axes], maturity(facets, rules.weakest_facet_margin))
        hits["coherence"] += held([a.coherence for a in scope.axes], 1 - np.ptp(facets, axis=1) / 4)
        hits["gap"] += held([a.gaps["vision_over_means"] for a in scope.axes], facets[:, 0] - facets[:, 2])
        naive += naive_held(made.table.scores, made.items)
        widths += [(item.score.upper - item.score.lower) / 2 for item in scope.items if item.score.upper is not None]
    return {name: float(np.mean(each)) for name, each in hits.items()}, float(np.mean(widths)), float(np.mean(naive))


def false_names(plan: Plan, pack: Pack, runs: int) -> float:
    """Share of items named blind spot or hidden strength where every circle has one mind."""
    rng = np.random.default_rng(11)
    named = [
        gap.kind is not None
        for _ in range(runs)
        for gap in diagnose(pack, FORM, simulate(Plan(plan.name, plan.people, 0.0), pack, rng).table).perception
    ]
    return float(np.mean(named)) if named else float("nan")


def main(runs: int) -> None:
    pack = chosen_pack("alliances")
    print(f"{runs} alliances a line, {SPREAD} level between people; share of 95 % intervals that hold the truth\n")
    heads = ("item", "gap", "maturity", "coherence", "± item", "naive item", "false gaps")
    print(f"{'':38} " + " ".join(f"{head:>10}" for head in heads))
    for plan in PLANS:
        shares, width, naive = cover(plan, pack, runs)
        wrong = false_names(plan, pack, runs) if len(plan.people) > 1 else float("nan")
        cells = [f"{shares[name]:.1%}" for name in ("item", "gap", "maturity", "coherence")]
        cells += [f"{width:.2f}", f"{naive:.1%}", f"{wrong:.2%}" if wrong == wrong else "–"]
        print(f"{plan.name:38} " + " ".join(f"{cell:>10}" for cell in cells))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
