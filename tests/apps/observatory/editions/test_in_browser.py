"""The editions in a real browser: from the published figures to a file, with scripts and without, light and dark."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MAYORS = "barometre-demonstration-maires"


def faults_of(page: Any, axe_faults: Callable[..., list[str]]) -> list[str]:
    """Return what axe finds in light and dark, and whether the page is wider than its window."""
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    found = axe_faults(page, then_dark=True)
    page.emulate_media(color_scheme="light")
    return [*found, *([f"{wider} px too wide"] if wider > 0 else [])]


def test_from_the_list_to_a_figure_and_its_file(
    open_page: Callable[..., Any], axe_faults: Callable[..., list[str]], shelf: Path, tmp_path: Path
) -> None:
    page = open_page("/observatoire/editions/", width=390)
    assert faults_of(page, axe_faults) == []
    page.get_by_role("link", name="maires").click()
    page.wait_for_url(f"**/editions/{MAYORS}/")
    assert page.get_by_text("Personne n’a répondu à cette enquête").is_visible()
    page.get_by_text("Votre territoire est-il en mouvement").last.click()
    assert faults_of(page, axe_faults) == []
    page.locator("#question").select_option("moving")
    page.locator("#par-region").select_option("53")
    page.get_by_role("button", name="Voir ces chiffres").click()
    page.wait_for_url("**/?question=moving**")
    assert page.get_by_role("cell", name="Trop peu de réponses").count() == 3
    assert page.get_by_role("rowheader", name="Bretagne").count() == 3
    assert faults_of(page, axe_faults) == []
    with page.expect_download() as started:
        page.get_by_role("link", name="(CSV)").click()
    started.value.save_as(tmp_path / "selection.csv")
    lines = (tmp_path / "selection.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[-1] for line in lines] == ["status", "suppressed", "suppressed", "suppressed"]
    with page.expect_download() as started:
        page.get_by_role("link", name="design.yaml").click()
    started.value.save_as(tmp_path / "design.yaml")
    assert (tmp_path / "design.yaml").read_bytes() == (shelf / MAYORS / "design.yaml").read_bytes()


def test_without_scripts_and_in_english_the_same_is_there(
    open_page: Callable[..., Any], axe_faults: Callable[..., list[str]], shelf: Path
) -> None:
    page = open_page(f"/en/observatory/editions/{MAYORS}/", java_script_enabled=False)
    page.locator("#question").select_option("moving")
    page.get_by_role("button", name="See these figures").click()
    page.wait_for_url("**/?question=moving**")
    assert page.get_by_role("rowheader", name="October 2024").count() >= 1
    page.get_by_role("link", name="Next page").click()
    page.wait_for_url("**page=2**")
    assert page.url.count("question=moving") == 1
