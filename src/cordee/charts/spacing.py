"""Keep things apart: marks that share a place, labels that share a line."""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt


def spread(wanted: Sequence[float], sizes: Sequence[float], gap: float, low: float, high: float) -> list[float] | None:
    """Centres as near as possible to those wanted (least squares), `gap` apart, within [low, high].

    Keeps the order of `wanted`. None when all of them do not fit.

    >>> spread([50, 50, 90], [20, 20, 20], 4, 0, 200)
    [38.0, 62.0, 90.0]
    >>> spread([0, 5], [80, 80], 4, 0, 100) is None
    True
    """
    room = high - low - sum(sizes) - gap * (len(sizes) - 1)
    if room < 0:
        return None
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    offsets, offset = [], low
    for index in order:
        offsets.append(offset + sizes[index] / 2)
        offset += sizes[index] + gap
    shifts = _rising([wanted[index] - place for index, place in zip(order, offsets, strict=True)])
    centres = [0.0] * len(wanted)
    for index, place, shift in zip(order, offsets, shifts, strict=True):
        centres[index] = place + min(max(shift, 0.0), room)
    return centres


def nudges(places: Sequence[float | None], clearance: float) -> list[float]:
    """Vertical offsets, first above and last below, so that marks on one line stay `clearance` apart.

    Zero when none touch. The offset grows with the overlap, and the horizontal place, which is the
    datum, never moves. None stands for a mark that is not drawn.

    >>> nudges([10, 10, 10], 12), nudges([10, 100, 200], 12)
    ([-12.0, 0.0, 12.0], [0.0, 0.0, 0.0])
    >>> nudges([10, None, 10], 12), nudges([10, 19, None], 15)
    ([-6.0, 0.0, 6.0], [-6.0, 6.0, 0.0])
    """
    offsets = [0.0] * len(places)
    known = sorted((place, index) for index, place in enumerate(places) if place is not None)
    cluster: list[tuple[float, int]] = []
    for pair in known:
        if cluster and pair[0] - cluster[-1][0] >= clearance:
            _settle(cluster, clearance, offsets)
            cluster = []
        cluster.append(pair)
    _settle(cluster, clearance, offsets)
    return offsets


def _settle(cluster: list[tuple[float, int]], clearance: float, offsets: list[float]) -> None:
    if len(cluster) < 2:
        return
    nearest = min(b - a for (a, _), (b, _) in pairwise(cluster))
    step = sqrt(clearance**2 - nearest**2)
    middle = (len(cluster) - 1) / 2
    for rank, (_, index) in enumerate(sorted(cluster, key=lambda pair: pair[1])):
        offsets[index] = (rank - middle) * step


def _rising(values: Sequence[float]) -> list[float]:
    """Nearest non-decreasing sequence (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] * count > total * pools[-1][1]:
            before, size = pools.pop()
            total, count = total + before, count + size
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]
