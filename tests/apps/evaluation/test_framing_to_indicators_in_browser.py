"""Framing, effects and indicators in a real browser: narrow and wide, in both schemes, by keyboard, without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from tests.apps.evaluation.framing.furnishing import framed
from tests.apps.evaluation.making import evaluation_of
from tests.apps.party import Party, new_party

from cordee.apps.evaluation.effects import operations as effects
from cordee.apps.evaluation.indicators import operations as indicators
from cordee.apps.evaluation.models import Effect, Evaluation, Indicator, KeyMoment

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Any]

LONG = "Une ligne de covoiturage que l’agglomération reprend à son compte après trois ans d’essais"
PLAIN = ("framing", "framing-scope", "framing-questions", "framing-means", "framing-document", "framing-path")
PLAIN += ("effects", "effect-add", "indicators", "indicators-add", "indicators-import")
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALLEST = """() => Math.min(...[...document.querySelectorAll('main *')]
  .filter(each => each.getClientRects().length)
  .filter(each => [...each.childNodes].some(one => one.nodeType == 3 && one.data.trim()))
  .map(each => parseFloat(getComputedStyle(each).fontSize) * (each.ownerSVGElement ? each.getScreenCTM().a : 1)))"""
LOW_TARGETS = """() => [...document.querySelectorAll('.evaluation :is(button, summary, select, a.button, .onward)')]
  .filter(each => each.getClientRects().length && each.getBoundingClientRect().height < 43.5)
  .map(each => each.textContent.trim())"""


@pytest.fixture
def party(transactional_db: None) -> Party:
    """An alliance whose member speaks for La Ruche."""
    made = new_party()
    made.alliance.started_on = date(2021, 1, 4)
    made.alliance.save()
    made.alliance.roles.filter(account=made.member).update(partner=made.partner)
    return made


@pytest.fixture
def evaluation(party: Party) -> Evaluation:
    """An evaluation that is framed, with two effects, an indicator and its values."""
    made = evaluation_of(party.alliance, party.member)
    framed(made, party.facilitator)
    effect = Effect.objects.create(evaluation=made, impact="trust", level="actors", title=LONG, claimed_share=70)
    steps = [("inputs", "Deux jours par mois", ""), ("activities", "Un atelier", "que chacun y vienne")]
    effects.tell_path(effect, 1, steps)
    said = {"kind": "testimony", "words": "On nous appelle.", "who": "Une aidante", "consent_on": date(2026, 1, 5)}
    effects.illustrate(effect, party.member, {**said, "consent_scope": "report"})
    Effect.objects.create(evaluation=made, impact="trust", level="ecosystem", title="Exclus", sign="negative")
    row = Indicator.objects.create(
        evaluation=made, effect=effect, name="Délai avant un rendez-vous", impact="trust", level="actors",
        unit="jours", baseline=21, target=7, headline=True, groups="femmes, hommes", source="Carnet",
        owner_name="Ada", next_on=date(2099, 1, 1),
    )  # fmt: skip
    for day, value in ((date(2024, 1, 5), 18.0), (date(2025, 1, 5), 12.5), (date(2025, 1, 5), 11.0)):
        indicators.write_value(row, party.member, on=day, value=value)
    return made


@pytest.fixture
def open_as_member(browser: Any, live_server: Any, party: Party) -> Iterator[Open]:
    """Open pages of the site, one after the other, as a member of the alliance."""
    contexts = []

    def opened(*, width: int, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        session = party.client("member").cookies["cordee_session"].value
        context.add_cookies([{"name": "cordee_session", "value": session, "url": live_server.url}])
        page = context.new_page()
        page.visit = lambda path: page.goto(f"{live_server.url}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()


def addresses(evaluation: Evaluation, lang: str) -> list[str]:
    """Return the pages that are walked, in a language."""
    effect, row = evaluation.effects.get(title=LONG), evaluation.indicators.get()
    about = [(name, effect.public) for name in ("effect", "effect-edit", "effect-path", "effect-illustrate")]
    about += [(name, row.public) for name in ("indicators-one", "indicators-value")]
    about.append(("framing-version", 1))
    with translation.override(lang):
        plain = [reverse(f"evaluation:{name}", args=[evaluation.public]) for name in PLAIN]
        compare = reverse("evaluation:indicators-compare", args=[evaluation.public])
        rows = [reverse(f"evaluation:{name}", args=[evaluation.public, one]) for name, one in about]
        return [*plain, *rows, f"{compare}?first=2024-06-01&second=2026-01-01"]


def walk(page: Any, addresses: list[str]) -> Iterator[str]:
    """Open pages one after the other with everything unfolded; check that they fit and can be read and touched."""
    for address in addresses:
        page.emulate_media(color_scheme="light")
        assert page.visit(address).status == 200
        page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true })")
        assert page.evaluate(OVERFLOW) <= 0, address
        assert page.evaluate(SMALLEST) >= 12, address
        assert page.evaluate(LOW_TARGETS) == [], address
        yield address


def test_every_screen_is_open_to_all_on_a_phone_in_both_schemes(
    open_as_member: Open, evaluation: Evaluation, axe_faults: Callable[..., list[str]]
) -> None:
    page = open_as_member(width=390)
    for address in walk(page, addresses(evaluation, "fr")):
        assert axe_faults(page, then_dark=True) == [], address


def test_every_screen_holds_on_a_wide_page_in_english(
    open_as_member: Open, evaluation: Evaluation, axe_faults: Callable[..., list[str]]
) -> None:
    page = open_as_member(width=1280)
    seen = list(walk(page, addresses(evaluation, "en")))
    assert page.locator("table[role=table]").count() == 1, "the comparison is the last page"
    assert axe_faults(page, then_dark=True) == [], seen[-1]


def test_the_path_to_an_effect_stands_in_a_column_until_it_fits_in_a_row(
    open_as_member: Open, evaluation: Evaluation
) -> None:
    effect = evaluation.effects.get(title=LONG)
    address = reverse("evaluation:effect", args=[evaluation.public, effect.public])
    page = open_as_member(width=800)
    page.visit(address)
    narrow, wide = page.locator(".chart-chain-narrow"), page.locator(".chart-chain-wide")
    assert (narrow.is_visible(), wide.is_visible()) == (True, False)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert (narrow.is_visible(), wide.is_visible()) == (False, True)
    assert page.evaluate(SMALLEST) >= 12


def test_a_moment_added_by_keyboard_with_a_double_click_is_one_moment(
    open_as_member: Open, evaluation: Evaluation
) -> None:
    page = open_as_member(width=1280, java_script_enabled=False)
    page.visit(reverse("evaluation:framing-moment-add", args=[evaluation.public]))
    page.locator("#happened").focus()
    page.keyboard.type("2022")
    page.keyboard.press("Tab")
    page.keyboard.type("La charte")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("input[name=kind]:checked").count() == 1
    page.get_by_role("button", name="Enregistrer").dblclick()
    page.wait_for_url(f"**{reverse('evaluation:framing-path', args=[evaluation.public])}")
    assert KeyMoment.objects.filter(evaluation=evaluation, title="La charte").count() == 1
    assert page.get_by_role("heading", name="La charte").count() == 1


def test_a_value_that_cannot_be_comes_back_then_is_written(open_as_member: Open, evaluation: Evaluation) -> None:
    row = evaluation.indicators.get()
    page = open_as_member(width=390)
    page.visit(reverse("evaluation:indicators-value", args=[evaluation.public, row.public]))
    page.get_by_label("Valeur").first.fill("9,5 km")
    page.get_by_label("D’où vient ce chiffre").fill("Carnet de juin")
    page.get_by_role("button", name="Enregistrer").click()
    summary = page.locator(".error-summary")
    assert "n’est pas dans l’unité attendue" in summary.inner_text()
    summary.get_by_role("link").first.press("Enter")
    assert page.evaluate("document.activeElement.name") == "value"
    assert page.get_by_label("D’où vient ce chiffre").input_value() == "Carnet de juin"
    page.keyboard.press("Control+a")
    page.keyboard.type("9,5")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{reverse('evaluation:indicators-one', args=[evaluation.public, row.public])}*")
    assert row.values.get(on=timezone.localdate()).value == 9.5
    assert page.get_by_role("table", name="Valeurs de").get_by_role("row").count() == 4
