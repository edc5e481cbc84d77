"""From the home of a furnished evaluation to its judgement and its public page, in a real browser, by thumb and by key.

One walk at two widths over one invented alliance: axe in both schemes, nothing overflows, tables that a phone stacks
remain tables, a thumb finds what it needs, and a judgement is given without a pointer.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.apps.evaluation.demonstration.loaded import load, opened

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.judgement import queries as judgement
from cordee.apps.evaluation.judgement.queries import Openness
from cordee.apps.evaluation.models import Evaluation, Judgement, PublicDocument
from cordee.apps.evaluation.queries import partners_of
from cordee.apps.organisations.models import RoleKind

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL_TARGETS = """() => ['button', 'select', 'summary', '.button', '.chip', '.section-nav a']
  .flatMap((one) => [...document.querySelectorAll('main ' + one)])
  .filter((one) => one.offsetHeight > 0 && one.offsetHeight < 43.5)
  .map((one) => one.textContent.trim() + ' ' + one.offsetHeight)"""
SMALL_WORDS = """() => [...document.querySelectorAll('main .chart text')].map((one) => {
    const box = one.getBoundingClientRect(), drawn = one.ownerSVGElement.viewBox.baseVal.width;
    const size = parseFloat(getComputedStyle(one).fontSize);
    return box.width ? size * one.ownerSVGElement.getBoundingClientRect().width / drawn : 12;
  }).filter((size) => size < 11.9).length"""


@pytest.fixture
def walk(browser: Any, live_server: Any) -> Iterator[Callable[..., Any]]:
    """Open a page of the site in the browser of somebody, at a width."""
    contexts = []

    def walked(account: Any, *, width: int) -> Any:
        client = Client()
        client.force_login(account)
        context = browser.new_context(viewport={"width": width, "height": 900}, base_url=live_server.url)
        contexts.append(context)
        cookie = {"name": "cordee_session", "value": client.cookies["cordee_session"].value, "url": live_server.url}
        context.add_cookies([cookie])
        return context.new_page()

    yield walked
    for context in contexts:
        context.close()


def addresses(seen: OpenedEvaluation) -> list[str]:
    """The screens from the home of an evaluation to the judgement."""
    one, other = partners_of(seen.evaluation)[:2]
    rubric = judgement.rubrics_in(judgement.judged_set(seen.evaluation))[0]
    names = ("overview", "balance", "balance-side", "efficiency", "relations", "judgement")
    return [
        *(seen.url(name) for name in names),
        seen.url("balance-couple", one.public, other.public),
        seen.url("efficiency-add", "rate"),
        *(seen.url(f"judgement-{name}") for name in ("criteria", "limits", "publication")),
        seen.url("judgement-judge", rubric.public),
    ]


def speaking_where_judged(evaluations: list[Evaluation]) -> OpenedEvaluation:
    """Open the evaluation that was judged as somebody who speaks for a partner."""
    members = (opened(each, RoleKind.MEMBER) for each in evaluations if judgement.judged_set(each))
    return next(each for each in members if each.partner is not None)


def open_document() -> PublicDocument:
    """Return the document that its partners opened to anybody."""
    return next(one for one in PublicDocument.objects.all() if judgement.openness(one) is Openness.OPEN)


def test_the_screens_of_a_furnished_evaluation_by_thumb_and_by_key(
    walk: Callable[..., Any], axe_faults: Callable[..., list[str]]
) -> None:
    with translation.override("fr"):
        seen = speaking_where_judged(load())
        document = open_document()
        public = reverse("evaluation:judgement-public", args=[document.public])
        coloured = [public, *(seen.url(name) for name in ("overview", "balance", "relations", "judgement"))]
        phone = walk(seen.account, width=390)
        for address in [*addresses(seen), public]:
            answer = phone.goto(address)
            if answer.status == 403:  # a couple that may not be shown says why
                continue
            assert answer.status == 200, address
            assert axe_faults(phone, then_dark=address in coloured) == [], address
            assert phone.evaluate(OVERFLOW) <= 0, address
            assert phone.evaluate(SMALL_TARGETS) == [], address
            assert phone.evaluate(SMALL_WORDS) == 0, address
            phone.emulate_media(color_scheme="light")
        tables_remain_tables(phone, seen.url("efficiency"))
        judged_by_key(phone, seen)
    with translation.override("en"):
        desk = walk(seen.account, width=1280)
        for address in [*addresses(seen), reverse("evaluation:judgement-public", args=[document.public])]:
            desk.goto(address)
            assert desk.locator("html").get_attribute("lang") == "en"
            assert desk.evaluate(OVERFLOW) <= 0, address
        assert axe_faults(desk) == [], "the public page"
        assert desk.locator(".document-drawing svg").count() >= 1, "the drawings of a frozen document are shown"


def tables_remain_tables(page: Any, address: str) -> None:
    """On a phone, a table scrolls in a frame that the keyboard reaches, and is heard as a table with its headings."""
    page.goto(address)
    frame = page.get_by_role("region", name="Tableau").first
    assert frame.get_attribute("tabindex") == "0"
    table = frame.get_by_role("table")
    assert table.get_by_role("columnheader").count() >= 2
    assert table.get_by_role("rowheader").count() >= 1
    assert table.get_by_role("cell").count() >= 1


def judged_by_key(page: Any, seen: OpenedEvaluation) -> None:
    """Give a judgement without a pointer."""
    rubric = judgement.rubrics_in(judgement.judged_set(seen.evaluation))[0]
    before = Judgement.objects.filter(rubric=rubric, partner=seen.partner).count()
    page.goto(seen.url("judgement-judge", rubric.public))
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("radio").nth(1).is_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("Relu ensemble")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{seen.url('judgement')}")
    given = Judgement.objects.filter(rubric=rubric, partner=seen.partner).order_by("number")
    assert given.count() == before + 1
    latest = given.last()
    assert latest is not None
    assert (latest.mark, latest.reasons) == ("2", "Relu ensemble")
