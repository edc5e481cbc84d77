"""Draws who is asked and what they answer, from a seed: the same file on every machine.

The generator is NumPy's PCG64, of which only `random()` is used: uniform numbers, whose stream does not change from one
version to another. A normal is the quantile of a uniform. Everybody has a leaning that all answers share (its part of
the variance is `SHARED`); a region adds the same thing to a question in each wave.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit, ndtr, ndtri  # type: ignore[import-untyped]

from cordee.apps.observatory.demonstration.plan import Asked, Plan, Population

SHARED = 0.25
"""Part of the variance of an answer that is the leaning of the person, common to all questions."""
SPREAD = 2.2
"""Standard deviation of marks out of ten, before they are rounded and kept between 0 and 10."""
NO_OPINION = 0.02
"""Share of those who do not answer a question; nobody leaves the first one."""
MISSING = "99"
Floats = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True)
class People:
    """Who was asked, as places in the lists of the plan."""

    wave: Places
    region: Places
    size: Places


def cells_of(population: Population) -> Places:
    """Return how many to ask in each region (rows) and size (columns) of a wave; they add up to the size of the wave.

    With an allocation of 0.5 small regions take more than their part, so that they can be read too. What rounding
    leaves goes to the largest remainders.
    """
    parts = np.array(population.region_population) ** population.allocation
    wanted = population.n * np.outer(parts / parts.sum(), np.array(population.size.sample))
    kept = np.floor(wanted).astype(np.intp)
    left = population.n - int(kept.sum())
    order = np.argsort(-(wanted - kept), axis=None, kind="stable")[:left]
    kept[np.unravel_index(order, kept.shape)] += 1
    return kept


def shares_of(population: Population) -> Floats:
    """Return the share of each region and size in the population: sizes are taken to be alike in every region."""
    return np.outer(np.array(population.region_population), np.array(population.size.population))


def people_of(plan: Plan, population: Population) -> People:
    """Return everybody who is asked, wave after wave, region after region."""
    cells = cells_of(population)
    region, size = (places.ravel() for places in np.indices(cells.shape))
    once = np.repeat(np.arange(cells.size), cells.ravel())
    everybody = np.tile(once, len(plan.waves))
    waves = np.repeat(np.arange(len(plan.waves)), len(once))
    return People(waves, region[everybody], size[everybody])


def answers_of(plan: Plan, population: Population, people: People) -> dict[str, list[str]]:
    """Return the codes that everybody gives to every question."""
    random = np.random.Generator(np.random.PCG64(population.seed))
    leaning = ndtri(random.random(len(people.wave)))
    return {
        asked.key: _codes(asked, population, people, leaning, random, all_answer=not place)
        for place, asked in enumerate(plan.questions)
    }


def _codes(
    asked: Asked, population: Population, people: People, leaning: Floats, random: np.random.Generator, *,
    all_answer: bool,
) -> list[str]:  # fmt: skip
    added = asked.region * (2 * random.random(len(population.region_population)) - 1)
    added -= float(added @ np.array(population.region_population))
    own = ndtri(random.random(len(leaning)))
    drawn = np.sqrt(SHARED) * leaning + np.sqrt(1 - SHARED) * own
    silent = random.random(len(leaning)) < (0 if all_answer else NO_OPINION)
    aims = np.array(asked.aims[population.name])[people.wave]
    given = _marks(aims, added[people.region], drawn) if asked.scale.is_mark else _choices(
        asked, aims, added[people.region], drawn
    )  # fmt: skip
    return [MISSING if out else code for code, out in zip(given, silent, strict=True)]


def _marks(aims: Floats, added: Floats, drawn: Floats) -> list[str]:
    return [str(int(mark)) for mark in np.clip(np.rint(aims + added + SPREAD * drawn), 0, 10)]


def _choices(asked: Asked, aims: Floats, added: Floats, drawn: Floats) -> list[str]:
    """Return the code whose part of the scale a person's place falls into; the codes counted come first."""
    counted = expit(logit(aims) + added)
    inside = len(asked.scale.counted)
    within = np.array(asked.scale.within)
    shares = np.where(np.arange(len(within)) < inside, counted[:, None] * within, (1 - counted)[:, None] * within)
    bounds = np.cumsum(shares, axis=1)[:, :-1]
    places = (ndtr(drawn)[:, None] >= bounds).sum(axis=1)
    codes = list(asked.scale.labels)
    return [codes[place] for place in places]
