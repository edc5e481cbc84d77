"""The first half of the journey: an alliance is founded, a 360° prepared and launched, and answers come."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import timezone
from tests.browser import travelling
from tests.browser.conftest import OpenVisit
from tests.browser.travelling import Traveller, letter_to, link_in

from cordee.apps.campaigns.models import Campaign
from cordee.apps.post.models import Letter

ALLIANCE = "Mobilités des Deux Rives"
TITLE = "Notre alliance, deux ans après"
AICHA, SAM = "aicha@ateliers.example", "sam@coop.example"
ORGANISATIONS = ("Les Ateliers du Lien", "Coop Mobile", "Pays des Deux Rives")

PEOPLE = """Nom	Courriel	Organisation	Cercle	Langue
Aïcha Benali	aicha@ateliers.example	Les Ateliers du Lien	Pilotage	fr
Hugo Prat	hugo@ateliers.example	Les Ateliers du Lien	Pilotage	fr
Sam Carter	sam@coop.example	Coop Mobile	Pilotage	en
Inès Faure	ines@coop.example	Coop Mobile	Pilotage	fr
Léa Morin	lea@pays.example	Pays des Deux Rives	Pilotage	fr
Tom Tardif	tom@pays.example	Pays des Deux Rives	Pilotage	fr
Karim Saïdi	karim@ateliers.example	Les Ateliers du Lien	Équipes	fr
Zoé Lambert	zoe@ateliers.example	Les Ateliers du Lien	Équipes	fr
Noé Perrin	noe@coop.example	Coop Mobile	Équipes	fr
Lou Girard	lou@coop.example	Coop Mobile	Équipes	fr
Paul Roy	paul@pays.example	Pays des Deux Rives	Équipes	fr
Léa Morin	lea@pays.example	Pays des Deux Rives	Gouvernance	fr
Rémi Blin	remi@coop.example	Coop Mobile	Gouvernance	fr
Nina Costa	nina@ateliers.example	Les Ateliers du Lien	Personnes concernées	fr
Omar Diop	omar@pays	Pays des Deux Rives	Personnes concernées	fr"""

BY_POST = {
    ("aicha@ateliers.example", "Pilotage"): "332",
    ("hugo@ateliers.example", "Pilotage"): "443",
    ("ines@coop.example", "Pilotage"): "432",
    ("lea@pays.example", "Pilotage"): "331",
    ("zoe@ateliers.example", "Équipes"): "211",
    ("noe@coop.example", "Équipes"): "110",
    ("lou@coop.example", "Équipes"): "221",
    ("paul@pays.example", "Équipes"): "101",
    ("lea@pays.example", "Gouvernance"): "322",
    ("remi@coop.example", "Gouvernance"): "221",
    ("nina@ateliers.example", "Personnes concernées"): "211",
    ("omar@pays.example", "Personnes concernées"): "322",
}
"""Who answers without being looked at: address and circle → levels, that turn from one question to the next."""


@dataclass
class Journey:
    """The people of the journey and what they carry from one chapter to the next."""

    open_visit: OpenVisit
    axe_faults: Callable[[Any], list[str]]
    travellers: list[Traveller]
    patience: int = 8_000
    """How many milliseconds a traveller waits for a page."""

    def arrives(self, path: str, **options: Any) -> Traveller:
        """Bring someone in, with a browser of their own."""
        traveller = Traveller(self.open_visit(**options), self.axe_faults)
        self.travellers.append(traveller)
        traveller.page.set_default_timeout(self.patience)
        traveller.visit.goto(path)
        return traveller


def campaign_path(name: str = "campaign", wave: int = 1) -> str:
    """Return where a page of a wave is, for whoever has kept its address."""
    return reverse(f"campaigns:{name}", args=[Campaign.objects.get(wave=wave).public])


def signs_in_and_founds_the_alliance(desk: Traveller) -> None:
    """Sign in by a code, make the alliance, bring two partners in."""
    desk.follow("Se connecter")
    desk.look("01-sign-in")
    travelling.sign_in(desk, AICHA)
    desk.look("02-after-sign-in")
    desk.follow("Créer une alliance")
    desk.look("04-create")
    desk.fill("Nom de l’alliance", ALLIANCE)
    desk.fill("Nom de votre organisation", ORGANISATIONS[0])
    desk.press("Créer l’alliance")
    desk.look("05-alliance-new")
    for name in ORGANISATIONS[1:]:
        desk.follow("Partenaires")
        desk.fill("Nom de l’organisation", name)
        desk.press("Ajouter ce partenaire")
    desk.look("06-partners")
    desk.page.get_by_role("navigation", name="Dans cette alliance").get_by_role("link").first.click()
    desk.examine("07-alliance")


def prepares(desk: Traveller) -> None:
    """Go through the steps of a preparation; the page of people keeps the line that is broken."""
    desk.follow("Préparer un 360°")
    desk.look("10-begin")
    desk.fill("Titre", TITLE)
    desk.page.locator("input[name=form][value=express]").check()
    desk.press("Choisir les cercles")
    desk.look("11-circles")
    for circle in ("Pilotage", "Équipes", "Gouvernance", "Personnes concernées"):
        desk.page.get_by_role("checkbox", name=circle, exact=True).check()
    for unwanted in ("Partenaires", "Acteurs du territoire", "Financeurs"):
        for box in desk.page.get_by_role("checkbox", name=re.compile(unwanted)).all():
            box.uncheck()
    desk.press("Enregistrer et continuer")
    desk.look("12-people")
    desk.fill("Coller des personnes", PEOPLE)
    desk.press("Ajouter ces personnes")
    desk.examine("13-people-faults")
    desk.reads("Des lignes restent à corriger", "« omar@pays »")
    kept = desk.page.get_by_label("Coller des personnes")
    kept.fill(kept.input_value().replace("omar@pays", "omar@pays.example"))
    desk.press("Ajouter ces personnes")
    desk.look("14-people-mended")
    desk.follow("Ajouter une personne")
    desk.fill("Nom", "Papi Jo")
    desk.page.get_by_label("Organisation", exact=True).select_option(label=ORGANISATIONS[2])
    desk.page.get_by_label("Cercle", exact=True).select_option(label="Équipes")
    desk.look("14a-person")
    desk.press("Ajouter cette personne")
    desk.follow("Liens de cercle, QR codes")
    desk.page.get_by_role("region", name="Personnes concernées").get_by_role("button").first.click()
    desk.look("14b-links")
    desk.follow("Les personnes")
    desk.follow("Continuer")
    desk.examine("15-regime")
    desk.page.locator("input[name=regime][value=aggregate]").check()
    desk.press("Enregistrer et continuer")
    desk.look("16-days")
    desk.fill("Dernier jour pour répondre", (timezone.localdate() + timedelta(days=14)).isoformat())
    desk.press("Enregistrer et continuer")
    desk.look("17-words")
    desk.fill("Votre mot aux personnes invitées", "Deux ans ont passé : où en sommes-nous, vus de votre place ?")
    desk.fill("Qui invite", "Aïcha Benali")
    desk.fill("À qui poser une question", AICHA)
    desk.press("Enregistrer et continuer")
    desk.look("18-overview")
    desk.follow("Aller au lancement")
    desk.examine("19-launch")
    desk.reads("Ce qui sera fixé", "Anonymes.", "au moins 5 réponses", "15 lettres", "1 personne sans courriel")


def launches(desk: Traveller) -> None:
    """Read the letter and the rule, then launch: letters leave, each in its language."""
    desk.follow("Relire la lettre")
    desk.look("20-letter")
    desk.reads("Cette règle est fixée")
    desk.page.go_back()
    desk.page.get_by_role("checkbox", name="J’ai relu").focus()
    for key in ("Space", "Tab", "Enter"):
        desk.page.keyboard.press(key)
    desk.page.get_by_text("Ouverte aux réponses").wait_for()
    desk.examine("21-follow")
    written = dict(Letter.objects.filter(key__contains="invitation").values_list("to", "lang"))
    assert len(written) == 14
    assert {address for address, lang in written.items() if lang == "en"} == {SAM}
    assert "invites you" in letter_to(SAM).text


def by_post() -> None:
    """Let those who are not looked at answer."""
    for (address, circle), choices in BY_POST.items():
        travelling.answer_by_post(link_in(letter_to(address, f"«\u202f{circle}\u202f»")), choices)


def answers_come(journey: Journey, desk: Traveller) -> Traveller:
    """Answer in English on a phone, on two devices, by the link of a circle, on paper; one comes too late."""
    by_post()
    answers_in_english(journey)
    resumes_elsewhere(journey)
    answers_without_name(journey, desk)
    types_a_paper(desk)
    late = journey.arrives(link_in(letter_to("tom@pays.example")))
    late.reads("Bonjour Tom Tardif")
    return late


def answers_in_english(journey: Journey) -> None:
    """Sam does not know one thing, and shows what proves another."""
    sam = journey.arrives(link_in(letter_to(SAM)), width=390)
    assert sam.page.get_attribute("html", "lang") == "en"
    sam.examine("30-door-en")
    sam.press("Start")
    sam.examine("31-topic-en")
    sam.page.locator("#vision .evidence summary").click()
    sam.page.fill("#vision_evidence", "A survey of 40 people, in March")
    sam.page.locator("#vision .evidence input[type=checkbox]").check()
    travelling.answer_topic(sam, ("4", "dont_know", "2"))
    travelling.answer_all(sam, "433")
    sam.look("33-done-en")
    sam.reads("Thank you")


def resumes_elsewhere(journey: Journey) -> None:
    """Karim begins on a phone and ends on a desk, by the same link."""
    link = link_in(letter_to("karim@ateliers.example"))
    phone = journey.arrives(link, width=390)
    phone.look("34-door-fr")
    phone.press("Commencer")
    phone.look("35-topic-fr")
    travelling.answer_topic(phone, "210")
    travelling.answer_topic(phone, "110")
    elsewhere = journey.arrives(link, width=1280)
    elsewhere.look("36-door-again")
    elsewhere.press("Reprendre")
    assert elsewhere.visit.path.endswith("/sujet/3/")
    travelling.answer_all(elsewhere, "110")
    elsewhere.reads("Merci")


def answers_without_name(journey: Journey, desk: Traveller) -> None:
    """Someone takes a place by the link of a circle, and gets a link of their own."""
    desk.follow("Liens et impressions")
    address = desk.page.get_by_label("Lien du cercle").input_value()
    unnamed = journey.arrives(urlsplit(address).path, width=390)
    unnamed.examine("37-circle-door")
    unnamed.page.get_by_text("Coop Mobile", exact=True).click()
    unnamed.press("Prendre ma place")
    unnamed.look("38-own-door")
    unnamed.press("Commencer")
    travelling.answer_all(unnamed, "211")
    unnamed.reads("Merci")


def types_a_paper(desk: Traveller) -> None:
    """The facilitator types what came on paper, one key a question."""
    desk.follow("Les personnes")
    desk.follow("Revenir au suivi")
    desk.follow("Saisir des réponses sur papier")
    desk.look("39-paper-desk")
    desk.page.select_option("#who", label="Papi Jo (Équipes, Pays des Deux Rives)")
    desk.press("Saisir ce papier")
    desk.examine("40-paper-sheet")
    desk.page.locator(".paper-sign").first.focus()
    for key in "21n" + "110" * 6:
        desk.page.keyboard.press(key)
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    desk.look("41-paper-typed")
    desk.reads("Papi Jo", "21 réponses")
