"""The first stage of a sample: strata, how many clusters each holds, what share of the population that is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cordee.core.packs.messages.wording import Value
from cordee.stats.columns import FPC, key_of
from cordee.stats.design import Design, SinglePsu
from cordee.stats.faults import SurveyRefused, refusal, survey_fault
from cordee.stats.grouping_keys import Group, Places, label, numbered, summed
from cordee.stats.port import Floats, Sums

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Strata:
    """H strata: `counts` (H,) of clusters (or of rows, when rows are the units); `scale` (H,) = f n / (n − 1).

    f = 1 − n / N is the finite population correction. Where a stratum holds a single cluster, `lone` (H,) is true and
    `scale` is f, on squares that are not centred (`centered`), or 0 (`certainty`).
    """

    groups: tuple[Group, ...]
    counts: Floats
    scale: Floats
    lone: NDArray[np.bool_]

    def variance(self, sums: Floats, squares: Floats) -> float:
        """Return the variance of a total: Σ over strata of scale × (Σ z² − (Σ z)² / n), z being cluster totals.

        `sums`, `squares`: Σ z and Σ z² by stratum, (H,). Source: Särndal, Swensson & Wretman 1992, eq. 4.6.2 with
        replacement; the same as R survey's `svyrecvar`.

        >>> one = Strata((("a",),), np.array([2.0]), np.array([2.0]), np.array([False]))
        >>> one.variance(np.array([4.0]), np.array([10.0]))
        4.0
        """
        centred = squares - np.where(self.lone, 0.0, sums**2 / self.counts)
        return float(max((self.scale * centred).sum(), 0.0))


@dataclass(frozen=True, slots=True)
class Clusters:
    """P clusters, each known by its stratum and its code; `stratum` (P,) is the place of its stratum."""

    groups: tuple[Group, ...]
    stratum: Places


def stratum_columns(design: Design, sums: Sums) -> list[NDArray[np.object_]]:
    """Return the columns of a small table that name the stratum."""
    return [sums.keys[key_of(name)] for name in design.strata]


def cluster_columns(design: Design, sums: Sums) -> list[NDArray[np.object_]]:
    """Return the columns of a small table that name the cluster: its stratum and its code."""
    return [*stratum_columns(design, sums), *(sums.keys[key_of(name)] for name in design.clusters)]


def clusters_in(design: Design, sums: Sums) -> tuple[Clusters, Places]:
    """Return the clusters of a small table, and the place of the cluster of each of its rows."""
    places, groups = numbered(cluster_columns(design, sums), sums.groups)
    width = len(design.strata)
    order = {group: place for place, group in enumerate(_strata_of(groups, width))}
    stratum = np.array([order[group[:width]] for group in groups], dtype=np.intp)
    return Clusters(tuple(groups), stratum), places


def _strata_of(groups: list[Group], width: int) -> list[Group]:
    return list(dict.fromkeys(group[:width] for group in groups))


def strata_of_clusters(design: Design, clusters: Clusters, sums: Sums) -> Strata:
    """Return the strata of a sample of clusters. SurveyRefused: a single cluster, or a correction that cannot be."""
    groups = tuple(_strata_of(list(clusters.groups), len(design.strata)))
    counts = np.bincount(clusters.stratum, minlength=len(groups)).astype(np.float64)
    return _strata(design, groups, counts, sums)


def strata_of_rows(design: Design, sums: Sums, rows: Floats) -> tuple[Strata, Places]:
    """Return the strata of a sample of rows, and the place of the stratum of each row of the small table."""
    places, groups = numbered(stratum_columns(design, sums), sums.groups)
    return _strata(design, tuple(groups), summed(places, rows, len(groups)), sums), places


def _strata(design: Design, groups: tuple[Group, ...], counts: Floats, sums: Sums) -> Strata:
    lone = counts == 1
    if lone.any() and design.single_psu == "fail":
        names = [_named(group) for group, alone in zip(groups, lone, strict=True) if alone]
        shown = ", ".join(names[:SHOWN]) + ("…" if len(names) > SHOWN else "")
        raise refusal("single-psu", "", count=len(names), strata=shown)
    unsampled = _unsampled_share(design, groups, counts, sums)
    return Strata(groups, counts, _scale(counts, unsampled, lone, design.single_psu), lone)


def _scale(counts: Floats, unsampled: Floats, lone: NDArray[np.bool_], rule: SinglePsu) -> Floats:
    spread: Floats = unsampled * counts / np.maximum(counts - 1, 1)
    return np.where(lone & (rule == "certainty"), 0.0, np.where(lone, unsampled, spread))


def _unsampled_share(design: Design, groups: tuple[Group, ...], counts: Floats, sums: Sums) -> Floats:
    """Return f = 1 − n / N in each stratum; 1 without correction. A number up to 1 is the sampling fraction itself."""
    if design.fpc is None:
        return np.ones(len(groups))
    least, most = (_by_stratum(design, sums, groups, which) for which in (0, 1))
    _refuse_bad_sizes(design.fpc, groups, counts, least, most)
    fraction = np.where(most <= 1, most, counts / most)
    return np.asarray(1 - fraction)


def _by_stratum(design: Design, sums: Sums, groups: tuple[Group, ...], which: int) -> Floats:
    places, _ = numbered(stratum_columns(design, sums), sums.groups)
    found = sums.extremes[FPC][which]
    ends = np.full(len(groups), -np.inf if which else np.inf)
    (np.maximum if which else np.minimum).at(ends, places, found)
    return ends


def _refuse_bad_sizes(name: str, groups: tuple[Group, ...], counts: Floats, least: Floats, most: Floats) -> None:
    faults = []
    for group, count, low, high in zip(groups, counts, least, most, strict=True):
        stratum = _named(group)
        if not low > 0:
            faults.append(survey_fault("fpc-not-positive", "", column=name, stratum=stratum))
        elif low != high:
            faults.append(survey_fault("fpc-varies", "", column=name, stratum=stratum))
        elif 1 < high < count:
            size: dict[str, Value] = {"found": int(count), "size": label(high)}
            faults.append(survey_fault("fpc-too-small", "", column=name, stratum=stratum, **size))
    if faults:
        raise SurveyRefused(faults[:SHOWN])


def _named(group: Group) -> str:
    return " × ".join(label(key) for key in group) or "—"
