"""A course followed to its end with the keyboard alone, then every kind of page looked at by axe, scripts or not."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tests.browser.conftest import OpenVisit, Visit

from cordee.core.packs.courses import Course
from cordee.core.packs.release import Release

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

START = "/apprendre/les-mots-de-l-evaluation/"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
MOST_TABS = 120


@pytest.fixture
def course(loaded: Release) -> Course:
    return next(one for one in loaded.pack.courses if one.id == "words-of-evaluation")


def reach(page: Any, role: str, name: str) -> None:
    """Press Tab until something is in focus, as who has no mouse does."""
    wanted = page.get_by_role(role, name=name).first
    for _ in range(MOST_TABS):
        if wanted.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{name} is out of reach of the keyboard")


def press(page: Any, role: str, name: str) -> None:
    reach(page, role, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def answer_quiz(page: Any, course: Course, number: int) -> None:
    for question in course.steps[number - 1].questions:
        field = f"question-{question.id}"
        right = next(place for place, choice in enumerate(question.choices) if choice.right)
        page.locator(f"input[name='{field}']").first.focus()
        page.keyboard.press("Space")
        for _ in range(right):
            page.keyboard.press("ArrowDown")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_course_from_its_list_to_its_certificate(
    visit: OpenVisit, course: Course, scripts: bool, tmp_path: Path
) -> None:
    seen: Visit = visit(java_script_enabled=scripts)
    page = seen.page
    seen.goto("/apprendre/")
    if not scripts:
        follow_without_scripts(page, course)
    else:
        follow_with_the_keyboard(page, course)
    assert seen.path == START
    assert "6 étapes sur 6" in page.inner_text("main")
    page.get_by_role("link", name="Demander l’attestation").click()
    page.get_by_label("Le nom à écrire").fill("Camille Martin")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Télécharger l’attestation").click()
    waiting.value.save_as(tmp_path / "certificate.pdf")
    said = PdfReader(io.BytesIO((tmp_path / "certificate.pdf").read_bytes())).pages[0].extract_text()
    assert "Camille Martin" in said
    assert (seen.faults, seen.elsewhere) == ([], [])


def follow_with_the_keyboard(page: Any, course: Course) -> None:
    press(page, "link", "Les mots de l’évaluation")
    press(page, "link", "Commencer")
    press(page, "button", "Je l’ai lu")
    answer_quiz(page, course, 2)
    press(page, "button", "Voir les réponses expliquées")
    assert "5 sur 5" in page.inner_text("main")
    press(page, "link", "Continuer")
    press(page, "button", "Je l’ai lu")
    press(page, "button", "Je l’ai écouté")
    reach(page, "textbox", "Écrivez ici")
    page.keyboard.type("Nous avons prêté 60 véhicules.")
    press(page, "button", "Garder")
    assert page.get_by_role("textbox").input_value() == "Nous avons prêté 60 véhicules."
    press(page, "link", "Continuer")
    press(page, "button", "Je suis prêt à l’animer")


def follow_without_scripts(page: Any, course: Course) -> None:
    page.get_by_role("link", name="Les mots de l’évaluation").click()
    page.get_by_role("link", name="Commencer").click()
    page.get_by_role("button", name="Je l’ai lu").click()
    for question in course.steps[1].questions:
        right = next(choice for choice in question.choices if choice.right)
        page.locator(f"input[name='question-{question.id}'][value='{right.id}']").check()
    page.get_by_role("button", name="Voir les réponses expliquées").click()
    page.get_by_role("link", name="Continuer").click()
    page.get_by_role("button", name="Je l’ai lu").click()
    page.get_by_role("button", name="Je l’ai écouté").click()
    page.get_by_role("button", name="Je l’ai fait sur papier").click()
    page.get_by_role("button", name="Je suis prêt à l’animer").click()


@pytest.mark.parametrize(("lang", "scheme"), [("fr", "light"), ("en", "dark")])
def test_axe_finds_nothing(
    visit: OpenVisit, axe_faults: Callable[[Any], list[str]], course: Course, lang: str, scheme: str
) -> None:
    seen: Visit = visit(color_scheme=scheme, width=320)
    start = START if lang == "fr" else "/en/learn/the-words-of-evaluation/"
    listed = "/apprendre/" if lang == "fr" else "/en/learn/"
    paths = [listed, f"{listed}?need=read_a_figure&format=by_listening", start]
    for path in [*paths, *(f"{start}{number}/" for number in range(1, 7))]:
        seen.goto(path)
        assert axe_faults(seen.page) == [], path
        assert seen.page.evaluate(OVERFLOW) <= 0, path
    assert (seen.faults, seen.elsewhere) == ([], [])


def test_axe_finds_nothing_once_a_quiz_is_marked_or_refused(
    visit: OpenVisit, axe_faults: Callable[[Any], list[str]], course: Course
) -> None:
    seen: Visit = visit()
    seen.goto(f"{START}2/")
    seen.page.get_by_role("button", name="Voir les réponses expliquées").click()
    seen.page.wait_for_selector(".error-summary")
    assert axe_faults(seen.page) == []
    answer_quiz(seen.page, course, 2)
    seen.page.get_by_role("button", name="Voir les réponses expliquées").click()
    seen.page.wait_for_selector(".is-right")
    assert axe_faults(seen.page) == []
