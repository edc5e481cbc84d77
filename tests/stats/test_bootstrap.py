"""Replicates drawn here: their law is that of the linearised variance, their seed is all that they depend on."""

import csv
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.stats.surveys import DRAWN, HERE, NESTED, SURVEYS, Survey, raking

from cordee.stats.design_file import read_design
from cordee.stats.estimation import estimate
from cordee.stats.faults import SurveyRefused
from cordee.stats.replication import Replication, drawn_multipliers
from cordee.stats.results import Row
from cordee.stats.strata import Clusters


def clusters_of(sizes: list[int]) -> Clusters:
    """Strata of so many clusters."""
    stratum = np.repeat(np.arange(len(sizes)), sizes)
    return Clusters(tuple((int(place), number) for number, place in enumerate(stratum)), stratum)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(2, 30), st.integers(0, 2**63))
def test_each_replicate_keeps_the_size_of_each_stratum(sizes: list[int], count: int, seed: int) -> None:
    clusters = clusters_of(sizes)
    drawn = drawn_multipliers(clusters, count, seed)
    assert drawn.shape == (count, sum(sizes))
    for place, size in enumerate(sizes):
        part = drawn[:, clusters.stratum == place]
        assert part.sum(axis=1) == pytest.approx(size)
        times = part * (size - 1) / size if size > 1 else part
        assert times == pytest.approx(times.round())
    assert np.array_equal(drawn, drawn_multipliers(clusters, count, seed))


def test_over_all_draws_the_variance_of_a_total_is_its_linearised_variance() -> None:
    """Three strata of two clusters: one of each is drawn, hence eight replicates, each as likely as another."""
    totals = np.array([3.0, 8.0, 1.0, -4.0, 10.0, 2.5])
    drawn = np.array([[value for left in kept for value in (2.0 * left, 2.0 - 2.0 * left)] for kept in BOTH])
    assert {tuple(row) for row in drawn_multipliers(clusters_of([2, 2, 2]), 200, 3).tolist()} == set(map(tuple, drawn))
    linearised = sum((totals[place] - totals[place + 1]) ** 2 for place in (0, 2, 4))
    assert (drawn @ totals).var() == pytest.approx(linearised)
    assert (drawn @ totals).mean() == pytest.approx(totals.sum())


BOTH = list(product((0, 1), repeat=3))


def test_the_draws_of_a_seed_are_those_that_r_was_given() -> None:
    """Editions are rebuilt from their seed: the draws of one must be the same for ever."""
    with (HERE / "data" / "people_draws.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    strata = [stratum for stratum, *_ in rows]
    places = np.array([sorted(set(strata)).index(stratum) for stratum in strata])
    found = drawn_multipliers(Clusters(tuple((row[0], row[1]) for row in rows), places), 40, 2026)
    assert np.array_equal(found.T, np.array([row[2:] for row in rows], dtype=np.float64))


COUNT = 1000


@pytest.mark.parametrize("head", [NESTED, f"{NESTED}\n{raking('census.csv')}"])
def test_errors_agree_with_the_linearised_ones(head: str) -> None:
    """Of B replicates the standard error is known to one in √2B; and a ratio is linear up to the second order only."""
    linearised = estimate(Survey("people.csv", head, "drawn.yaml").study()).rows
    drawn = f"replicates: {{method: bootstrap, count: {COUNT}, seed: 11}}"
    found = estimate(Survey("people.csv", f"{head}\n{drawn}", "drawn.yaml").study()).rows
    ratios = np.array([one.se / other.se for one, other in zip(found, linearised, strict=True)])
    assert np.abs(np.log(ratios)).max() < 4 / np.sqrt(2 * COUNT) + 0.04
    assert [row.df for row in found] == [row.df for row in linearised]
    for one, other in zip(found, linearised, strict=True):
        assert (one.estimate, one.n, one.n_eff) == pytest.approx((other.estimate, other.n, other.n_eff), rel=1e-12)


def test_another_seed_gives_other_errors_and_the_same_estimates() -> None:
    survey = SURVEYS["drawn_raking"]
    other = replace(survey, head=survey.head.replace("seed: 2026", "seed: 2027"))
    ours, theirs, again = (estimate(each.study()).rows for each in (survey, other, survey))
    assert [row.estimate for row in ours] == pytest.approx([row.estimate for row in theirs], rel=1e-12)
    assert all(one.se != two.se for one, two in zip(ours, theirs, strict=True))
    assert [row.se for row in ours] == pytest.approx([row.se for row in again], rel=1e-12)


def test_the_weight_of_a_margin_does_not_vary_once_calibrated() -> None:
    """The size of a category to which every replicate is calibrated is known: its error is nothing."""
    survey = Survey("people.csv", f"{NESTED}\n{DRAWN}\n{raking('census.csv')}", "drawn.yaml")
    size = "estimates:\n  - {measure: total, by: [sex]}\n"
    design = read_design("d.yaml", f"{survey.head}\n{size}".encode())
    rows = estimate(replace(survey.study(), design=design)).rows
    assert [row.se for row in rows] == pytest.approx([0, 0], abs=1e-6 * rows[0].estimate)


def test_quantiles_and_differences_are_drawn_too() -> None:
    drawn = "replicates: {method: bootstrap, count: 200, seed: 5}"
    rows = estimate(Survey("people.csv", f"{NESTED}\n{drawn}\n{raking('census.csv')}", "people.yaml").study()).rows
    linearised = {_name(row): row for row in estimate(SURVEYS["people_raking"].study()).rows}
    kinds = {row.measure for row in rows}
    assert kinds == {"proportion", "mean", "total", "ratio", "quantile", "difference", "change"}
    logs = [np.log(row.se / linearised[_name(row)].se) for row in rows]
    assert abs(np.median(logs)) < 0.05
    assert len(logs) > 50


def _name(row: Row) -> tuple[object, ...]:
    return row.measure, row.variable, row.values, row.domains


def test_a_lone_cluster_that_is_certain_is_in_every_replicate() -> None:
    drawn = "replicates: {method: bootstrap, count: 50, seed: 5}"
    head = f"{NESTED}\nsingle_psu: certainty\n{drawn}"
    rows = estimate(Survey("lone.csv", head, "lone.yaml").study()).rows
    assert {row.status for row in rows if not row.domains} == {"single_psu"}
    alone = drawn_multipliers(clusters_of([1, 3]), 20, 0)[:, 0]
    assert set(alone) == {1.0}


def test_blocks_of_groups_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(3)
    replication = Replication(rng.random((5, 4)), rng.random((5, 3)))
    cluster, cell, values = rng.integers(0, 4, 50), rng.integers(0, 3, 50), rng.random((50, 2))
    domains = [np.arange(30), np.arange(30, 50)]
    whole = replication.totals(cluster, cell, domains, values)
    monkeypatch.setattr("cordee.stats.replication.GROUPS_AT_ONCE", 7)
    assert replication.totals(cluster, cell, domains, values) == pytest.approx(whole, rel=1e-12)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("replicates: {method: bootstrap, count: 1, seed: 1}", "out-of-range"),
        ("replicates: {method: bootstrap, count: 20000, seed: 1}", "out-of-range"),
        ("replicates: {method: bootstrap, count: 20, seed: -1}", "out-of-range"),
        ("replicates: {method: bootstrap, count: 20}", "needs-key"),
        ("replicates: {method: bootstrap, seed: 1}", "needs-key"),
        ("replicates: {method: JK1, count: 20, seed: 1}", "needs-key"),
        ("replicates: {method: bootstrap, count: 20, seed: 1, fay: 0.3}", "useless-key"),
        ("replicates: {method: bootstrap, prefix: r, seed: 1}", "useless-key"),
        ("replicates: {method: bootstrap, count: 20, seed: 1}\nfpc: size", "useless-key"),
        ("replicates: {method: bootstrap, count: 20, seed: 1}\nsingle_psu: centered", "bootstrap-centered"),
    ],
)
def test_what_cannot_be_drawn_is_refused(line: str, fault: str) -> None:
    with pytest.raises(SurveyRefused) as refused:
        read_design("design.yaml", f"weight: w\nclusters: [psu]\n{line}\n".encode())
    assert refused.value.ids == [fault]


def test_rows_are_not_drawn() -> None:
    with pytest.raises(SurveyRefused, match="The bootstrap draws clusters, and the design names none"):
        read_design("design.yaml", b"weight: w\nreplicates: {method: bootstrap, count: 20, seed: 1}\n")


def test_replicates_that_cannot_be_calibrated_are_refused_with_a_category() -> None:
    """Bounds so narrow that the sample keeps them, and its replicates do not."""
    head = f"{NESTED}\n{DRAWN}\n{raking('census.csv', 'logit', ', bounds: [0.85, 1.2]')}"
    with pytest.raises(SurveyRefused, match="do not reach the margins, above all ‘") as refused:
        estimate(Survey("people.csv", head, "drawn.yaml").study())
    assert refused.value.ids == ["replicate-not-reached"]
