"""The maturity barometer of the demonstration: invented results, counted by the code that counts others."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from cordee.apps.observatory.maturity.families import family_of, ladders_of, reference_pack
from cordee.apps.observatory.maturity.operations import write_snapshot
from cordee.core.maturity_barometer import Contributor, Result, barometer, renewed
from cordee.core.packs.pack import Pack
from cordee.core.scoring import stage_of

SEED = 17
ALLIANCES = 46
CENTRE, SPREAD_BETWEEN, SPREAD_WITHIN = 2.1, 0.6, 0.55
"""Maturity of an invented alliance, then of its approaches around its own: levels on 0–4."""
SHIFT = 0.35
"""How far the mean of an approach may stand from that of all."""
LONG_AGO = timedelta(days=90)


def load_maturity_demonstration(today: date) -> None:
    """Put the invented barometer on the page, marked as such; again changes nothing. Nothing without a pack."""
    pack = reference_pack()
    if pack is None:
        return
    family = family_of(pack.card.id, pack.instrument.forms[0].id)
    ladder = ladders_of(pack)[family]
    renewal = renewed([], (), invented(pack, family, ladder.axes, today - LONG_AGO), today, {family: ladder})
    found = barometer(renewal.tables(family), ladder)
    if found is not None:
        write_snapshot(family, found, today, synthetic=True)


def invented(pack: Pack, family: str, axes: tuple[str, ...], day: date) -> list[Contributor]:
    """Return invented alliances with one result each, the same on every site."""
    return [
        Contributor(day, (Result(f"invented-{number}", family, day, _standings(pack, axes, row)),))
        for number, row in enumerate(drawn_maturities(len(axes)), start=1)
    ]


def drawn_maturities(axes: int) -> NDArray[np.float64]:
    """Draw the maturity of each invented alliance on each approach: (ALLIANCES, axes), on 0–4, two decimals."""
    rng = np.random.default_rng(SEED)
    own = rng.normal(CENTRE, SPREAD_BETWEEN, (ALLIANCES, 1))
    shifts = rng.uniform(-SHIFT, SHIFT, (1, axes))
    return np.clip(own + shifts + rng.normal(0, SPREAD_WITHIN, (ALLIANCES, axes)), 0, 4).round(2)


def _standings(pack: Pack, axes: tuple[str, ...], row: NDArray[np.float64]) -> dict[str, tuple[str, float]]:
    levels = row.tolist()
    return {axis: (stage_of(one, pack.scoring.stages).id, one) for axis, one in zip(axes, levels, strict=True)}
