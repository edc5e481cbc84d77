"""Two partners in two browsers: from framing to a signed frame, indicators, a ledger, a judgement and its report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

import pytest
from tests.browser.conftest import OpenVisit
from tests.browser.evaluating import (
    BACKLASH,
    COUNTED,
    EFFECT,
    FARM,
    HOUSE,
    READERS,
    TITLE,
    balance,
    begin,
    count,
    found_together,
    frame,
    part,
    sign,
    write_effects,
)
from tests.browser.gathering import Journey
from tests.browser.judging import DISSENT, REASONS, TOGETHER, judge
from tests.browser.report_files import READERS as OPENERS
from tests.browser.report_files import bare
from tests.browser.travelling import Traveller

from cordee.core.packs.release import Release

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAMES = tuple(counted.name for counted in COUNTED)
TYPED = (TITLE, READERS, EFFECT, BACKLASH, *NAMES, "62,5", HOUSE, FARM, *REASONS, TOGETHER, DISSENT)
"""What was typed on the way and is looked for in every whole version of the report."""
KEPT = "1 désaccord gardé"
SHORT = (TITLE, READERS, EFFECT, BACKLASH, HOUSE, FARM, *(counted.name for counted in COUNTED if counted.is_key), KEPT)
LEADS = (TITLE, READERS, "6 indicateurs", KEPT)
"""What the four pages still hold, and what the slides say."""


@pytest.fixture
def journey(loaded: Release, visit: OpenVisit, axe_faults: Callable[[Any], list[str]], settings: Any) -> Journey:
    """Nobody yet, the words of the reference pack, and the post office of the site."""
    settings.EMAIL_BACKEND = "cordee.apps.post.backend.QueuedBackend"
    return Journey(visit, axe_faults, [], patience=20_000)


def test_two_partners_evaluate_their_alliance_from_the_frame_to_the_report(journey: Journey) -> None:
    desk, phone = found_together(journey)
    begin(desk, phone)
    frame(desk, phone)
    sign(desk, phone)
    write_effects(desk, phone)
    count(desk, phone)
    balance(desk, phone)
    judge(desk, phone)
    reads_the_report(phone)
    takes_every_file(desk)
    for traveller in journey.travellers:
        traveller.is_content()


def opens_the_report(reader: Traveller) -> None:
    """Go to the report from the page of the evaluation."""
    part(reader, "Vue d’ensemble")
    reader.page.locator("main").get_by_role("link", name="Rapport").last.click()
    reader.page.wait_for_load_state()


def reads_the_report(phone: Traveller) -> None:
    """Everything typed stands on the page."""
    opens_the_report(phone)
    said = bare(phone.page.locator("main").text_content())
    assert missing(TYPED, said) == []
    phone.look("e07-report")


def takes_every_file(desk: Traveller) -> None:
    """Every file is taken, opened and read back: the whole ones hold all that was typed, the short ones what leads."""
    opens_the_report(desk)
    links = desk.page.get_by_role("navigation", name="Emporter le rapport").get_by_role("link").all()
    texts = dict(taken(desk, link) for link in links)
    assert sorted(texts) == [".docx", ".json", ".pdf", ".pptx", ".xlsx", "short.pdf"]
    wanted = dict.fromkeys((".docx", ".json", ".pdf", ".xlsx"), TYPED) | {"short.pdf": SHORT, ".pptx": LEADS}
    assert {ending: absent for ending, words in wanted.items() if (absent := missing(words, texts[ending]))} == {}


def missing(words: tuple[str, ...], text: str) -> list[str]:
    """Return the words that a file does not hold; data write figures with a point."""
    return [one for one in words if bare(one) not in text and bare(one.replace(",", ".")) not in text]


def taken(desk: Traveller, link: Any) -> tuple[str, str]:
    """Take one file away, and read it with the program that is made for it."""
    with desk.page.expect_download() as download:
        link.click()
    name = PurePath(download.value.suggested_filename)
    text = bare(OPENERS[name.suffix](download.value.path().read_bytes()))
    return f"short{name.suffix}" if "court" in name.stem else name.suffix, text
