"""What a survey looks like before anything is estimated: rows, weights, strata, clusters, answers to each variable."""

from collections.abc import Mapping
from dataclasses import dataclass

from cordee.core.packs.text import Text
from cordee.stats.calibration.diagnostics import Diagnostics, diagnose
from cordee.stats.columns import FPC, Known, code_of, key_of, number_of
from cordee.stats.grouping_keys import numbered
from cordee.stats.items import codes_used, numbers_used
from cordee.stats.port import Grouping, Sum, Sums
from cordee.stats.strata import clusters_in, strata_of_clusters, strata_of_rows
from cordee.stats.study import Study
from cordee.stats.weighting import Weighted, weighted


@dataclass(frozen=True, slots=True)
class Overview:
    """`answers`: variable → rows with an answer. `categories`: variable that cuts the sample → how many it has.

    `texts`: variable → its question, when the dictionary or the file says it.
    """

    rows: int
    weight: float
    n_eff: float
    strata: int
    clusters: int
    lone_strata: int
    answers: Mapping[str, int]
    categories: Mapping[str, int]
    texts: Mapping[str, Text]
    calibration: Diagnostics | None


def overview(study: Study) -> Overview:
    """Look at a survey and its design. SurveyRefused: what an estimation would refuse too."""
    rows = weighted(study)
    variables = _variables(study)
    domains = dict.fromkeys(name for asked in study.design.estimates for name in asked.domains)
    sums = (Sum(0), Sum(1, weight=rows.weight), Sum(2, weight=rows.weight))
    answers = tuple(Sum(0, Known((column,))) for column in variables.values())
    groupings = [
        Grouping((), (*sums, *answers)),
        _first_stage(study),
        *(Grouping((key_of(name),), (Sum(0),)) for name in domains),
    ]
    whole, stage, *cuts = rows.grouped(groupings)
    strata, clusters, lone = _stage(study, stage)
    return Overview(
        rows=int(whole.of(0)[0]), weight=float(whole.of(1, weight=rows.weight)[0]), n_eff=_n_eff(rows, whole),
        strata=strata, clusters=clusters, lone_strata=lone,
        answers={name: int(whole.sums[each][0]) for name, each in zip(variables, answers, strict=True)},
        categories={name: _categories(name, cut) for name, cut in zip(domains, cuts, strict=True)},
        texts={name: text for name in variables if (text := study.dictionary.of(name).text)},
        calibration=diagnose(rows.calibrated) if rows.calibrated else None,
    )  # fmt: skip


def _categories(name: str, cut: Sums) -> int:
    return len(numbered([cut.keys[key_of(name)]], cut.groups)[1])


def _variables(study: Study) -> dict[str, str]:
    """Return the variables that estimates use, with the name of their prepared column."""
    codes = {name: code_of(name) for name in codes_used(study.design)}
    return {**codes, **{name: number_of(name) for name in numbers_used(study.design)}}


def _first_stage(study: Study) -> Grouping:
    design = study.design
    keys = dict.fromkeys(key_of(name) for name in (*design.strata, *design.clusters))
    return Grouping(tuple(keys), (Sum(0),), (FPC,) if design.fpc else ())


def _stage(study: Study, found: Sums) -> tuple[int, int, int]:
    """Return how many strata, how many clusters (or rows), and how many strata have a single one."""
    if study.design.clusters:
        clusters, _ = clusters_in(study.design, found)
        strata = strata_of_clusters(study.design, clusters, found)
    else:
        strata, _ = strata_of_rows(study.design, found, found.of(0))
    return len(strata.groups), int(strata.counts.sum()), int(strata.lone.sum())


def _n_eff(rows: Weighted, whole: Sums) -> float:
    return float(whole.of(1, weight=rows.weight)[0] ** 2 / whole.of(2, weight=rows.weight)[0])
