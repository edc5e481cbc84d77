"""The figures that the observatory hands over: of both kinds, on a territory and on the country, whole."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation
from tests.apps.observatory.territories.making import MARK, USEFUL, edition, figure

from cordee.apps.observatory.editions.shelf import edition_called
from cordee.apps.observatory.offering.figures import offered_for, standing_of
from cordee.apps.observatory.offering.measured import measured
from cordee.apps.observatory.offering.names import name_in
from cordee.apps.observatory.offering.themes import OF_SERIES, THEMES, theme_of_question
from cordee.apps.observatory.published.registry import published_figures
from cordee.apps.observatory.territories.asked import Asked
from cordee.core.packs.text import Text
from cordee.core.territory_figure import EditionStanding
from cordee.stats.editions.publishing import withdraw

CITIZENS, MAYORS = "barometre-demonstration-citoyens", "barometre-demonstration-maires"
NATION = "alliance-duty.citizens.2019.fr.innovation"


@pytest.mark.usefixtures("empty_shelf")
def test_without_an_edition_published_figures_are_offered_as_they_were_published() -> None:
    found = {one.figure.key: one for one in offered_for("commune-69123")}
    assert {one.figure.territory for one in found.values()} == {"FR"}
    assert len(found) == sum(one.territory == "FR" for one in published_figures())
    known = found[NATION].figure
    assert (known.value, known.n, known.simple_sampling, known.synthetic) == (Decimal(74), 2400, True, False)
    assert known.lower is not None
    assert 72 < known.lower < 73
    assert known.address.startswith("https://www.lerameau.fr/")
    unknown = found["alliance-duty.citizens.2022.fr.innovation"].figure
    assert (unknown.n, unknown.has_interval) == (None, False)


@pytest.mark.usefixtures("empty_shelf")
def test_the_figures_of_a_region_are_for_what_it_holds() -> None:
    wide, within = offered_for("country-FR"), offered_for("region-24")
    assert {one.figure.territory for one in wide} == {"FR"}
    assert {one.figure.territory for one in within} == {"FR", "24"}
    assert offered_for("") == wide


@pytest.mark.usefixtures("shelf")
def test_an_edition_offers_each_question_at_its_last_wave_and_says_that_it_is_synthetic() -> None:
    found = {one.figure.key: one.figure for one in offered_for("department-69")}
    here = found[f"{CITIZENS}/alliance/2024/84"]
    whole = edition_called(CITIZENS)
    assert whole is not None
    counted = Asked(whole, whole.questions[0], "2024").at(region="84")
    assert counted is not None
    assert counted.estimate is not None
    assert float(here.value) == pytest.approx(100 * counted.estimate, abs=1e-4)
    assert here.synthetic
    assert here.has_interval
    assert (here.edition, here.digest, here.place.fr) == (CITIZENS, whole.digest, "Auvergne-Rhône-Alpes")
    assert here.counted == Text(fr="incontournable ou utile", en="indispensable or useful")
    assert here.address.endswith(f"/observatoire/editions/{CITIZENS}/")
    assert not [key for key in found if key.startswith(f"{MAYORS}/") and key.endswith("/84")], "hidden, hence not given"


@pytest.mark.usefixtures("shelf")
def test_a_theme_is_said_in_the_language_on_screen() -> None:
    with translation.override("en"):
        assert offered_for("region-84")[0].theme_name == "What is fragile in the area"


def test_every_series_has_a_theme_and_every_theme_a_name() -> None:
    assert {one.series for one in published_figures()} == set(OF_SERIES)
    assert {*OF_SERIES.values(), theme_of_question("impact_trust"), theme_of_question("age")} <= set(THEMES)


def test_a_value_that_is_hidden_is_not_handed_over_and_a_mark_keeps_its_scale() -> None:
    made = edition([figure(USEFUL, None, status="suppressed", wave="2024"), figure(MARK, 6.2, wave="2024")])
    made.__dict__["digest"] = "ab" * 32
    assert measured(Asked(made, USEFUL, "2024"), "FR") is None
    assert measured(Asked(made, USEFUL, "2024"), "53") is None
    mark = measured(Asked(made, MARK, "2024"), "FR")
    assert mark is not None
    assert (mark.unit, mark.value, mark.lower, mark.most) == ("mark", Decimal("6.2"), Decimal("5.7"), Decimal(10))
    assert mark.counted is None


@pytest.mark.parametrize("written", ["", "a.b.c", "a/b/c", "a/b//FR", "a/b/c/d/e"])
def test_what_is_no_name_of_an_edition_is_not_read_as_one(written: str) -> None:
    assert name_in(written) is None


def test_what_became_of_an_edition_is_known_by_its_fingerprint(published_shelf: Path, empty_shelf: Path) -> None:
    shutil.copytree(published_shelf / MAYORS, empty_shelf / MAYORS)
    found = edition_called(MAYORS)
    assert found is not None
    assert standing_of(MAYORS, found.digest) is EditionStanding.STANDS
    assert standing_of(MAYORS, "0" * 64) is EditionStanding.ALTERED
    assert standing_of(CITIZENS, found.digest) is EditionStanding.NOT_HERE
    withdraw(empty_shelf / MAYORS, "Ana Roux", "2026-02-03T10:00:00+00:00", Text(fr="Fausse.", en="Wrong."))
    assert standing_of(MAYORS, found.digest) is EditionStanding.WITHDRAWN
    assert not [one for one in offered_for("region-84") if one.figure.edition == MAYORS]
