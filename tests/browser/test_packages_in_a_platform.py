"""The packages in a real browser: in the frame of a SCORM platform, launched by a cmi5 one, opened from a folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.apps.diagnosis.conftest import reference_pack
from tests.browser.platform import ACTOR, REGISTRATION, SESSION, Platform, serving

from cordee.apps.learning.packages.cmi5 import cmi5_files
from cordee.apps.learning.packages.parcel import Parcel
from cordee.apps.learning.packages.scorm import scorm_files

pytestmark = pytest.mark.browser
CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/"


def parcel() -> Parcel:
    pack = reference_pack()
    course = next(one for one in pack.courses if one.id == "words-of-evaluation")
    return Parcel(pack, course, "en", "https://example.org/en/learn/the-words-of-evaluation/")


@pytest.fixture
def scorm() -> Iterator[Platform]:
    with serving(scorm_files(parcel())) as platform:
        yield platform


@pytest.fixture
def cmi5() -> Iterator[Platform]:
    with serving(cmi5_files(parcel())) as platform:
        yield platform


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context()
    opened = context.new_page()
    opened.faults = []
    opened.on("pageerror", lambda error: opened.faults.append(str(error)))
    yield opened
    assert opened.faults == []
    context.close()


def answer(where: Any, right: int) -> None:
    """Answer a quiz, the first questions rightly and the others not."""
    for number, question in enumerate(where.locator("[data-question]").all()):
        choices = ".choice[data-right] input" if number < right else ".choice:not([data-right]) input"
        question.locator(choices).first.check()
    where.get_by_role("button", name="See the answers explained").click()


def told(page: Any) -> Any:
    return page.evaluate("window.told")


def test_a_reading_is_told_as_completed_with_its_time(page: Any, scorm: Platform) -> None:
    page.goto(f"{scorm.origin}/frame?step-1.html")
    frame = page.frame_locator("iframe")
    frame.get_by_text("Output, outcome, impact").first.wait_for()
    page.wait_for_function("window.told.values['cmi.core.lesson_status'] === 'incomplete'")
    frame.get_by_role("button", name="I have finished this step").click()
    frame.get_by_text("Noted.").wait_for()
    assert told(page)["values"]["cmi.core.lesson_status"] == "completed"
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    page.wait_for_function("window.told.calls.includes('LMSFinish')")
    assert told(page)["calls"].count("LMSFinish") == 1
    assert page.evaluate("/^[0-9]{4}:[0-9]{2}:[0-9]{2}$/.test(window.told.values['cmi.core.session_time'])")


def test_a_quiz_is_told_with_its_score_and_explained(page: Any, scorm: Platform) -> None:
    page.goto(f"{scorm.origin}/frame?step-2.html")
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="See the answers explained").click()
    assert frame.get_by_text("Choose an answer.").first.is_visible()
    assert not frame.locator(".explanation").first.is_visible()
    answer(frame, 4)
    frame.get_by_text("4 out of 5. Noted.").wait_for()
    assert frame.locator(".explanation").first.is_visible()
    values = told(page)["values"]
    assert (values["cmi.core.score.raw"], values["cmi.core.lesson_status"]) == ("80", "completed")
    frame.get_by_role("button", name="Start again").click()
    assert not frame.locator(".explanation").first.is_visible()


def test_what_is_practised_is_kept_by_the_platform(page: Any, scorm: Platform) -> None:
    page.goto(f"{scorm.origin}/frame?step-5.html")
    frame = page.frame_locator("iframe")
    frame.get_by_role("textbox").fill("We lent 60 vehicles.")
    frame.get_by_role("button", name="Keep and finish").click()
    frame.get_by_text("Noted.").wait_for()
    assert told(page)["values"]["cmi.suspend_data"] == "We lent 60 vehicles."


def test_a_platform_that_refuses_is_said(page: Any, scorm: Platform) -> None:
    page.goto(f"{scorm.origin}/frame?step-1.html")
    page.wait_for_function("window.told.calls.includes('LMSInitialize')")
    page.evaluate("window.API.LMSSetValue = () => 'false'")
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="I have finished this step").click()
    frame.get_by_text("The platform did not answer").wait_for()


def test_a_package_opens_from_a_folder_without_a_server(page: Any, tmp_path: Path) -> None:
    for name, content in scorm_files(parcel()).items():
        (tmp_path / name).write_bytes(content)
    page.goto((tmp_path / "step-2.html").as_uri())
    answer(page, 5)
    page.get_by_text("This page is not connected to any platform").wait_for()
    assert page.locator(".explanation").first.is_visible()


def test_a_unit_sends_what_cmi5_defines_in_its_order(page: Any, cmi5: Platform) -> None:
    cmi5.mastery = 0.6
    page.goto(cmi5.launch("step-2.html"))
    page.wait_for_function("window.cordee.connected()")
    assert (cmi5.tokens_given, cmi5.verbs) == (1, ["initialized"])
    assert {"activities/state", "agents/profile"} <= set(cmi5.asked)
    answer(page, 3)
    page.get_by_text("3 out of 5. Noted.").wait_for()
    page.get_by_role("button", name="Leave").click()
    page.wait_for_url("**/back")
    assert cmi5.verbs == ["initialized", "passed", "completed", "terminated"]
    for one in cmi5.statements:
        context = one["context"]
        assert (one["actor"], context["registration"]) == (ACTOR, REGISTRATION)
        assert SESSION.items() <= context["extensions"].items()
        assert {"id": f"{CATEGORY}cmi5"} in context["contextActivities"]["category"]
        assert context["contextActivities"]["grouping"] == [{"id": "https://lms.example/publisher/au"}]
    passed, completed, terminated = cmi5.statements[1:]
    assert passed["result"]["score"] == {"scaled": 0.6, "raw": 3, "min": 0, "max": 5}
    assert passed["result"]["success"] is True
    assert completed["result"]["completion"] is True
    assert "score" not in completed["result"]
    assert all(
        {"id": f"{CATEGORY}moveon"} in one["context"]["contextActivities"]["category"] for one in cmi5.statements[1:3]
    )
    assert terminated["result"]["duration"].startswith("PT")
    assert len({one["id"] for one in cmi5.statements}) == 4


def test_a_quiz_below_the_mastery_score_is_failed_and_completed(page: Any, cmi5: Platform) -> None:
    cmi5.mastery = 0.6
    page.goto(cmi5.launch("step-2.html"))
    page.wait_for_function("window.cordee.connected()")
    answer(page, 2)
    page.get_by_text("2 out of 5. Noted.").wait_for()
    assert cmi5.verbs == ["initialized", "failed", "completed"]


def test_a_second_session_completes_nothing_twice_and_finds_the_text(page: Any, cmi5: Platform) -> None:
    for session in range(2):
        page.goto(cmi5.launch("step-5.html"))
        page.wait_for_function("window.cordee.connected()")
        if session:
            page.wait_for_function("document.querySelector('textarea').value === 'Ours'")
        page.get_by_role("textbox").fill("Ours")
        page.get_by_role("button", name="Keep and finish").click()
        page.get_by_text("Noted.").wait_for()
        page.get_by_role("button", name="Leave").click()
        page.wait_for_url("**/back")
    assert cmi5.verbs == ["initialized", "completed", "terminated", "initialized", "terminated"]
    assert json.loads(cmi5.states["cordee"]) == {"text": "Ours", "completed": True}


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_nothing_is_completed_by_who_only_looks(page: Any, cmi5: Platform, mode: str) -> None:
    cmi5.mode = mode
    page.goto(cmi5.launch("step-1.html"))
    page.wait_for_function("window.cordee.connected()")
    page.get_by_role("button", name="I have finished this step").click()
    page.get_by_role("button", name="Leave").click()
    page.wait_for_url("**/back")
    assert cmi5.verbs == ["initialized", "terminated"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, scorm: Platform, axe_faults: Callable[[Any], list[str]], scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 320, "height": 700})
    opened = context.new_page()
    for number in range(1, 7):
        opened.goto(f"{scorm.origin}/step-{number}.html")
        assert axe_faults(opened) == [], number
        assert opened.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    context.close()
