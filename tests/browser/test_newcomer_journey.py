"""A newcomer without an account: a word found without its accent, then a method, a tool, a story and a course.

Then the compass, taken twice: two doors, each explained.
"""

from collections.abc import Callable
from typing import Any

import pytest
from tests.browser.test_compass_journey import MAYOR, TREASURER, take

from cordee.apps.library.search.operations import rebuild
from cordee.core.packs.release import Release

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def follow(seen: Any, group: str) -> str:
    """Open the first link of a group of the page of a word; return the heading of the page it leads to, or the link."""
    link = seen.page.locator(".further div", has_text=group).first.locator("a").first
    name = str(link.inner_text())
    link.click()
    seen.page.wait_for_load_state()
    return name


@pytest.mark.parametrize(("scripts", "width"), [(True, 390), (False, 1280)])
def test_from_a_word_to_a_course_then_to_a_door(
    loaded: Release, visit: Callable[..., Any], scripts: bool, width: int
) -> None:
    rebuild()
    seen = visit(width=width, java_script_enabled=scripts)
    page = seen.page
    seen.goto("/chercher/")
    page.locator("main input[type=search]").fill("evaluation")
    page.locator("main input[type=search]").press("Enter")
    page.wait_for_url("**/chercher/?q=evaluation*")
    page.locator(".hit-title a", has_text="Évaluation").first.click()
    page.wait_for_url("**/mots/evaluation/")
    assert page.locator("h1").inner_text() == "Évaluation"
    assert page.locator("#confused").count() == 1
    word = seen.path
    ends = {"Méthodes": "/choisir-une-methode/methodes/", "Outils": "/outils/", "Récits": "/recits/"}
    for group, address in ends.items():
        name = follow(seen, group)
        assert seen.path.startswith(address)
        assert page.get_by_role("heading", name=name, exact=True).first.is_visible()
        seen.goto(word)
    assert page.context.cookies() == [], "reading leaves nothing on the device"
    name = follow(seen, "Parcours d’apprentissage")
    assert page.locator("h1").inner_text() == name
    page.locator(f"main a[href='{seen.path}1/']").first.click()
    page.wait_for_load_state()
    assert seen.path.count("/") > 3, "the first step of the course"
    doors = []
    for answers in (MAYOR, TREASURER):
        doors.append(take(seen, answers))
        assert page.locator(".reasons li").count() >= 2, "the door says why"
    assert doors == ["Ceux qui relient", "Le choix d’une méthode"]
    assert seen.elsewhere == []
    assert seen.faults == []
    assert {cookie["name"] for cookie in page.context.cookies()} <= {"cordee_session"}, "the progress of the course"
