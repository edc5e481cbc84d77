"""The demonstration barometer: the same on every machine, of the sizes that are told, synthetic wherever it goes."""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from cordee.apps.observatory.demonstration.drawing import cells_of, people_of, shares_of
from cordee.apps.observatory.demonstration.files import write_survey
from cordee.apps.observatory.demonstration.plan import plan
from cordee.apps.observatory.demonstration.publishing import publish_demonstration
from cordee.apps.observatory.editions.shelf import ShelvedEdition, edition_called, select
from cordee.apps.organisations.territories import territory
from cordee.stats.editions.edition import fingerprint_of, verify

POPULATIONS = tuple(plan().populations)
SIZES = {"citoyens": 2400, "maires": 302, "associations": 1400}
FINGERPRINTS = {
    "citoyens": "d53ad63a84d06533fb2c91bff2c39ec388e24726b9fbe6581e421fc462f6651a",
    "maires": "2c9b17b51197cc1adead0e9a71d695bf1634380a61af41ae4ba61fd92eaec67f",
    "associations": "0eafc37fd62b9a866f0e4b17aa293c1d3d0954dd9ac152ba2a86905b55221161",
}
"""SHA-256 of the microdata: another one means that the drawing changed, and that figures shown before are others."""


def edition_of(name: str) -> ShelvedEdition:
    edition = edition_called(f"barometre-demonstration-{name}")
    assert edition is not None
    return edition


@pytest.mark.parametrize("name", POPULATIONS)
def test_each_wave_has_its_size_and_every_cell_somebody(name: str) -> None:
    population = plan().populations[name]
    cells = cells_of(population)
    assert cells.sum() == population.n == SIZES[name]
    assert cells.min() >= 1
    waves = Counter(people_of(plan(), population).wave.tolist())
    assert set(waves.values()) == {SIZES[name]}
    assert len(waves) == 3


def test_mayors_are_as_many_in_each_class_of_size() -> None:
    assert sorted(cells_of(plan().populations["maires"]).sum(axis=0).tolist()) == [100, 101, 101]


def test_margins_rest_on_the_facts_that_are_sourced() -> None:
    mayors = plan().populations["maires"]
    assert mayors.population == 34_842 - 129
    assert shares_of(mayors).sum(axis=0) == pytest.approx([0.84, 0.14, 0.02])
    for population in plan().populations.values():
        assert shares_of(population).sum() == pytest.approx(1)
        assert np.array(population.size.sample).sum() == pytest.approx(1)
    assert all(territory(f"region-{code}") for code in plan().regions)


@pytest.mark.parametrize("name", POPULATIONS)
def test_the_same_file_is_drawn_on_every_machine(name: str, tmp_path: Path, published_shelf: Path) -> None:
    population = plan().populations[name]
    write_survey(tmp_path, plan(), population)
    folder = published_shelf / population.edition
    assert (tmp_path / "data.csv").read_bytes() == (folder / "data.csv").read_bytes()
    assert fingerprint_of(tmp_path / "data.csv") == FINGERPRINTS[name]
    with (tmp_path / "data.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 3 * SIZES[name]
    assert {row["region"] for row in rows} == set(plan().regions)


@pytest.mark.usefixtures("shelf")
def test_the_headline_of_the_citizens_rebuilds_74_per_cent_within_its_interval() -> None:
    (headline,) = select(edition_of("citoyens").figures, "alliance", ("1", "2"), wave="2024")
    assert headline.lower is not None
    assert headline.upper is not None
    assert headline.lower < 0.74 < headline.upper
    assert headline.upper - headline.lower < 0.05


@pytest.mark.usefixtures("shelf")
def test_no_region_of_the_mayors_is_shown_and_every_class_of_size_is() -> None:
    figures = edition_of("maires").figures
    assert {one.status for one in figures if "region" in one.domains} == {"suppressed"}
    assert {one.status for one in figures if "region" not in one.domains} == {"ok"}


@pytest.mark.usefixtures("shelf")
def test_citizens_are_shown_everywhere_and_some_regions_stand_out_while_most_do_not() -> None:
    edition = edition_of("citoyens")
    assert {one.status for one in edition.figures} == {"ok"}
    told = Counter(one.distinguishable for one in edition.differences if one.measure == "difference")
    assert 0 < told[True] < told[False]


@pytest.mark.usefixtures("shelf")
def test_where_corsican_associations_are_hidden_another_region_is_too() -> None:
    hidden = [one for one in edition_of("associations").figures if one.status == "suppressed"]
    by_question: dict[tuple[str, str], set[str]] = {}
    for one in hidden:
        by_question.setdefault((one.question, one.domains["wave"]), set()).add(one.domains["region"])
    assert len(by_question) == 21 * 3
    assert all("94" in regions and len(regions) >= 2 for regions in by_question.values())


def test_everything_says_that_it_is_synthetic(published_shelf: Path) -> None:
    for population in plan().populations.values():
        card = verify(published_shelf / population.edition)
        assert card.synthetic
        assert card.data_public
        assert "synthétiques" in card.title.fr
        assert "synthetic" in card.title.en
        assert "synthétique" in population.base["fr"]
        assert "(synthétique)" in (published_shelf / population.edition / "dictionary.yaml").read_text(encoding="utf-8")


def test_publishing_again_changes_nothing(published_shelf: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in published_shelf.rglob("*")}
    assert publish_demonstration(published_shelf) == []
    assert before == {path: path.stat().st_mtime_ns for path in published_shelf.rglob("*")}
