"""A whole 360° in a real browser: prepared, answered, closed, read, discussed, acted upon, and measured again."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from tests.browser.conftest import OpenVisit
from tests.browser.gathering import (
    PEOPLE,
    SAM,
    TITLE,
    Journey,
    answers_come,
    by_post,
    campaign_path,
    launches,
    prepares,
    signs_in_and_founds_the_alliance,
)
from tests.browser.travelling import Traveller, letter_to, link_in

from cordee.apps.campaigns.models import Campaign
from cordee.core.packs.release import Release

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def journey(loaded: Release, visit: OpenVisit, axe_faults: Callable[[Any], list[str]], settings: Any) -> Journey:
    """Nobody yet, a questionnaire, and the post office of the site, where tests of Django put their own."""
    settings.EMAIL_BACKEND = "cordee.apps.post.backend.QueuedBackend"
    return Journey(visit, axe_faults, [])


def test_an_alliance_travels_from_its_first_day_to_its_second_wave(journey: Journey) -> None:
    desk = journey.arrives("/", width=1280)
    signs_in_and_founds_the_alliance(desk)
    prepares(desk)
    launches(desk)
    late = answers_come(journey, desk)
    counts_have_no_names(desk)
    the_rule_stays(desk)
    closes(desk, late)
    everyone_reads_the_same(journey, desk)
    holds_a_session(journey, desk)
    fills_the_plan(desk)
    measures_again(desk)
    for traveller in journey.travellers:
        traveller.is_content()


def counts_have_no_names(desk: Traveller) -> None:
    """The facilitator sees how many, never who."""
    desk.visit.goto(campaign_path())
    desk.look("42-follow-live")
    said = desk.said()
    assert not [name for line in PEOPLE.splitlines()[2:] if (name := line.split("\t")[0]) in said]
    rows = desk.page.locator("table tr").all_inner_texts()
    assert [row.split()[-5:] for row in rows[1:]] == [
        ["6", "0", "5", "0", "0"],
        ["6", "0", "6", "1", "0"],
        ["2", "0", "2", "0", "0"],
        ["2", "0", "3", "0", "1"],
        ["16", "0", "16", "1", "1"],
    ]


def the_rule_stays(desk: Traveller) -> None:
    """Whoever kept the address of the rule cannot change it any more."""
    desk.visit.goto(campaign_path("regime"))
    desk.look("43-regime-refused")
    desk.reads("C’est fixé depuis le lancement", "romprait ce qui leur a été promis")
    assert desk.page.locator("input[name=regime]").count() == 0


def closes(desk: Traveller, late: Traveller) -> None:
    """Close by hand; who had the door open in front of them comes too late."""
    desk.visit.goto(campaign_path())
    desk.follow("Clore maintenant")
    desk.examine("44-close")
    desk.press("Oui, clore et publier")
    desk.look("45-closed")
    late.press("Commencer")
    late.page.wait_for_url("**/resultat/")
    late.look("46-late")
    late.reads("16 réponses")
    desk.follow("Lire le résultat")


def figures(reader: Traveller) -> list[str]:
    """Return every number of every table of a result, written one way."""
    told = reader.page.locator("article.result table").all_text_contents()
    return re.findall(r"-?\d+(?:\.\d+)?", " ".join(told).replace(",", ".").replace("−", "-"))


def everyone_reads_the_same(journey: Journey, desk: Traveller) -> None:
    """By a role or by a link, in one language or the other: the same figures, and what is hidden says why."""
    desk.examine("50-result")
    numbers = figures(desk)
    assert len(numbers) > 100
    desk.page.locator("section.regime summary").click()
    desk.look("50b-result-notices")
    desk.reads(
        "Gouvernance : 2 réponses ; il en faut 5, ou 3 organisations.",
        "les cercles plus petits se retrouveraient alors par soustraction",
    )
    takes_the_documents(desk)
    karim = journey.arrives(link_in(letter_to("karim@ateliers.example")), width=390)
    karim.look("51-result-by-link")
    assert figures(karim) == numbers
    sam = journey.arrives(link_in(letter_to(SAM)), width=390)
    sam.examine("52-result-en")
    assert figures(sam) == numbers


def takes_the_documents(desk: Traveller) -> None:
    """Take away every document that the result offers."""
    links = desk.page.locator(".result-actions a[download]").all()
    assert len(links) == 3
    for link in links:
        with desk.page.expect_download() as document:
            link.click()
        assert document.value.path().stat().st_size > 1_000


def holds_a_session(journey: Journey, desk: Traveller) -> None:
    """Ninety minutes: a vote on phones, an agreement, a voice that does not join it, an action."""
    desk.follow("Préparer la séance")
    desk.look("60-sessions")
    desk.fill("Jour", (timezone.localdate() + timedelta(days=7)).isoformat())
    desk.fill("Heure de début", "14:30")
    desk.press("Tirer le déroulé")
    desk.look("61-arrange")
    desk.press("Ouvrir la séance")
    desk.examine("62-desk")
    desk.page.locator("button.moment").nth(2).click()
    desk.press("Ouvrir le vote")
    link = urlsplit(desk.page.get_by_label("Lien de vote").input_value()).path
    phones = [journey.arrives(link, width=390) for _phone in range(5)]
    for phone, level in zip(phones, "22213", strict=True):
        phone.page.locator(f'button.phone-level[value="{level}"]').click()
    phones[0].look("63-phone")
    desk.press("Fermer le vote")
    desk.look("64-counted")
    desk.page.get_by_label("Niveau sur lequel vous vous accordez").first.select_option("2")
    desk.fill("En vos mots", "À mi-chemin, et nous savons pourquoi")
    desk.press("Écrire l’accord")
    desk.page.get_by_text("Une voix ne s’y joint pas").first.click()
    desk.fill("Raison", "Les équipes n’ont pas été entendues")
    desk.press("Écrire cette voix")
    desk.fill("Ce que vous allez faire", "Entendre les équipes")
    desk.page.get_by_label("Qui s’en charge").fill("Karim Saïdi")
    desk.page.get_by_label("Pour quand").fill((timezone.localdate() + timedelta(days=45)).isoformat())
    desk.press("Ajouter une action")
    desk.look("65-desk-agreed")
    desk.press("Terminer la séance")
    desk.examine("66-minutes")
    with desk.page.expect_download() as minutes:
        desk.follow("Télécharger le PDF")
    assert minutes.value.path().read_bytes().startswith(b"%PDF-")
    desk.reads("À mi-chemin", "Les équipes n’ont pas été entendues", "Entendre les équipes")


def fills_the_plan(desk: Traveller) -> None:
    """One action from an advice, one from the session, one by hand; one advice refused with its reason."""
    desk.visit.goto(campaign_path("result"))
    desk.press("Mettre au plan")
    desk.look("70-result-taken")
    refused = desk.page.locator("details:has(> summary:has-text('Refuser ce conseil'))").first
    refused.locator("summary").click()
    refused.locator("textarea").fill("Nous l’avons déjà fait l’an dernier")
    refused.get_by_role("button", name="Noter le refus").click()
    desk.reads("Conseil refusé : Nous l’avons déjà fait l’an dernier")
    desk.examine("71-result-refused")
    desk.follow("Dans le plan d’action")
    desk.look("72-action")
    desk.follow("Changer l’action")
    carried_by(desk, "Hugo Prat", days=30)
    desk.page.get_by_role("navigation", name="Fil d’Ariane").get_by_role("link", name="Plan d’action").click()
    desk.examine("73-plan")
    desk.follow("Ajouter une action")
    desk.look("74-action-new")
    desk.fill("Action", "Écrire ensemble qui décide quoi")
    carried_by(desk, "Léa Morin", days=60)
    desk.look("75-action-made")
    desk.page.get_by_role("link", name="Plan d’action").first.click()
    desk.reads("3 actions", "Hugo Prat", "Karim Saïdi", "Léa Morin")
    with desk.page.expect_download() as calendar:
        desk.follow("Calendrier (.ics)")
    assert calendar.value.path().read_text().count("BEGIN:VEVENT") == 3


def carried_by(desk: Traveller, name: str, days: int) -> None:
    """Say who carries an action, and until when."""
    desk.fill("Échéance", (timezone.localdate() + timedelta(days=days)).isoformat())
    desk.fill("Qui la porte", name)
    desk.press("Enregistrer")


def measures_again(desk: Traveller) -> None:
    """Too soon, the second wave waits; a month later it is prepared, answered, closed; the first has not moved."""
    desk.visit.goto(campaign_path())
    desk.look("80-too-soon")
    desk.reads("Elle pourra être préparée à partir du")
    first = Campaign.objects.get()
    Campaign.objects.filter(pk=first.pk).update(closed_at=first.closed_at - timedelta(days=31))
    desk.visit.goto(campaign_path("result"))
    before = desk.page.inner_text("article.result")
    desk.visit.goto(campaign_path())
    desk.press("Préparer la vague suivante")
    desk.look("81-next")
    desk.follow("Dates")
    desk.fill("Dernier jour pour répondre", (timezone.localdate() + timedelta(days=14)).isoformat())
    desk.press("Enregistrer et continuer")
    desk.follow(TITLE)
    desk.follow("Aller au lancement")
    desk.page.get_by_role("checkbox", name="J’ai relu").check()
    desk.press("Lancer et envoyer les invitations")
    by_post()
    desk.visit.goto(campaign_path(wave=2))
    desk.follow("Clore maintenant")
    desk.press("Oui, clore et publier")
    desk.follow("Lire le résultat")
    desk.examine("82-second-result")
    desk.reads("Ce qui a changé depuis")
    changes = desk.page.locator("#evolution table").first.text_content()
    assert len(re.findall(r"[−+]?\d,\d à [−+]?\d,\d", changes)) == 7, changes
    desk.visit.goto(campaign_path("result"))
    assert desk.page.inner_text("article.result") == before
