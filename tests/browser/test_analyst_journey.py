"""Two analysts: one uploads microdata, checks, calibrates, estimates and asks; the other approves.

Then anybody looks at the thirteen regions, takes the figures away, and computes them again with the downloaded script.
"""

import csv
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from django.conf import LazySettings
from tests.apps.observatory.surveys import making
from tests.browser.test_entrance_screens import sign_in

from cordee.apps.observatory.demonstration.files import DATA, DESIGN, DICTIONARY, MARGINS, write_survey
from cordee.apps.observatory.demonstration.plan import plan
from cordee.core.packs.release import Release
from cordee.stats.editions.rebuilding import same

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EDITION = "essai-associations"
REGIONS = 13


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The files of a survey, as an analyst has them: those of a population of the demonstration."""
    folder = tmp_path / "survey"
    folder.mkdir()
    write_survey(folder, plan(), plan().populations["associations"])
    return folder


@pytest.fixture
def shelf(tmp_path: Path, settings: LazySettings) -> Path:
    """Places for editions and microdata that nothing else writes to."""
    settings.EDITIONS, settings.SURVEYS_FOLDER = tmp_path / "editions", tmp_path / "kept"
    return tmp_path / "editions"


def test_from_a_file_to_figures_that_anybody_computes_again(
    loaded: Release, visit: Callable[..., Any], files: Path, shelf: Path, tmp_path: Path
) -> None:
    ana, bo = (making.analyst(making.account(name)) for name in ("ana", "bo"))
    desk, phone, reader = visit(width=1280), visit(width=390), visit(width=390)
    sign_in(desk, ana)
    sign_in(phone, bo)
    survey = prepared(desk, files)
    weights = calibrated(desk, survey, tmp_path)
    assert sum(weights) > 0
    estimated(desk, survey)
    published(desk, phone, survey)
    looked_at(reader)
    rebuilt(reader, tmp_path, shelf)
    for seen in (desk, phone, reader):
        assert (seen.faults, seen.elsewhere) == ([], [])
    assert reader.page.context.cookies() == []


def prepared(desk: Any, files: Path) -> str:
    """Begin a survey, upload its microdata, write its design; return its address."""
    page = desk.page
    desk.goto("/observatoire/enquetes/")
    page.get_by_label("Titre en français").fill("Essai : associations")
    page.get_by_label("Titre en anglais").fill("Trial: associations")
    page.get_by_label("Nom de l’édition").fill(EDITION)
    page.get_by_role("button", name="Commencer").click()
    page.wait_for_url("**/observatoire/enquetes/*-*/")
    address = str(desk.path)
    page.locator("input[type=file]").set_input_files(files / DATA)
    page.get_by_role("button", name="Déposer le fichier").click()
    page.get_by_text("Les microdonnées sont là.").wait_for()
    page.get_by_role("link", name="Écrire le plan").click()
    page.wait_for_url(f"**{address}plan/")
    assert "wave, region, size" in page.get_by_role("textbox", name="Plan").input_value()
    for label, name in (("Plan", DESIGN), ("Dictionnaire", DICTIONARY), ("Marges", MARGINS)):
        page.get_by_role("textbox", name=label).fill((files / name).read_text(encoding="utf-8"))
    page.get_by_role("button", name="Enregistrer et vérifier").click()
    page.wait_for_url(f"**{address}verification/")
    page.get_by_text("Tout se lit").wait_for()
    assert page.locator("dt", has_text="Lignes").first.is_visible()
    return address


def calibrated(desk: Any, address: str, folder: Path) -> list[float]:
    """Take the calibrated weights away; return them."""
    desk.goto(f"{address}verification/")
    with desk.page.expect_download() as coming:
        desk.page.get_by_role("link", name="Poids calés (Parquet)").click()
    coming.value.save_as(folder / "weighted.parquet")
    weights: list[float] = pl.read_parquet(folder / "weighted.parquet")["calibrated_weight"].to_list()
    return weights


def estimated(desk: Any, address: str) -> None:
    """Read the figures as they would be published."""
    desk.goto(f"{address}chiffres/")
    assert "tels qu’ils seraient publiés" in desk.page.locator(".lead").inner_text()
    assert desk.page.get_by_role("region", name="Estimations").locator("tbody tr").count() == 100
    assert desk.page.get_by_role("link", name="Page suivante").first.is_visible()


def published(desk: Any, phone: Any, address: str) -> None:
    """Ask on one screen, approve on the other: whoever asked cannot approve."""
    desk.goto(f"{address}publier/")
    desk.page.get_by_label("Joindre les microdonnées").check()
    desk.page.get_by_role("button", name="Demander la publication").click()
    desk.page.get_by_text("Une autre personne doit maintenant approuver").wait_for()
    assert desk.page.get_by_role("button", name="Approuver et publier").count() == 0
    phone.goto(f"{address}publier/")
    phone.page.get_by_role("button", name="Approuver et publier").click()
    phone.page.get_by_text("Cette enquête est publiée").wait_for()


def looked_at(reader: Any) -> None:
    """Look at the regions in the explorer: the drawing has its table, which names thirteen regions."""
    reader.goto(f"/observatoire/explorer/?enquete={EDITION}&question=alliance&vague=2024")
    page = reader.page
    assert page.locator("#found").inner_text()
    for details in page.locator("details summary").all():
        details.click()
    tables = [one.locator("tbody tr").count() for one in page.locator("main table").all()]
    assert any(count >= REGIONS for count in tables), tables
    with page.expect_download() as coming:
        page.locator("main a.download[href$='.csv']").first.click()
    rows = list(csv.reader(io.StringIO(Path(coming.value.path()).read_text(encoding="utf-8-sig"))))
    assert len(rows) > REGIONS


def rebuilt(reader: Any, folder: Path, shelf: Path) -> None:
    """Take the edition away and run its script: it finds equal figures, and says so."""
    reader.goto(f"/observatoire/editions/{EDITION}/")
    with reader.page.expect_download() as coming:
        reader.page.locator(f"main a[href$='{EDITION}.zip']").first.click()
    with zipfile.ZipFile(coming.value.path()) as archive:
        archive.extractall(folder / "taken")
    edition = folder / "taken" / EDITION
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    done = subprocess.run(
        ["sh", "rebuild.sh"], cwd=edition, env={"PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    again = list(csv.reader(io.StringIO(done.stdout[done.stdout.index("measure,variable") :])))
    before = list(csv.reader(io.StringIO((shelf / EDITION / "estimates.csv").read_text(encoding="utf-8"))))
    assert len(again) == len(before) > 1000
    pairs = (pair for one, other in zip(before, again, strict=True) for pair in zip(one, other, strict=True))
    assert all(same(*pair) for pair in pairs)
