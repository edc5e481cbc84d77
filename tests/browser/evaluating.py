"""The chapters of an evaluation, lived on its screens by two partners: founded, framed, signed, measured, balanced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from tests.browser import travelling
from tests.browser.form_filling import fill_in, pick, save, tick
from tests.browser.gathering import Journey
from tests.browser.travelling import Traveller, letter_to, link_in

ALLIANCE = "Vergers des Deux Rives"
TITLE = "Bilan des trois ans"
HOUSE, FARM = "La Maison du Lien", "Coop des Vergers"
AICHA, KARIM = "aicha@maison.example", "karim@vergers.example"
READERS = "Le comité des deux rives"
EFFECT = "Les commandes partent deux jours plus tôt"
BACKLASH = "Les équipes passent plus de temps en réunion"
WEIGHED = "La saison des récoltes décale les réponses d’un mois"


@dataclass(frozen=True)
class Counted:
    """An indicator as it is typed: where it starts, where it should go, where it is, and the progress one should read.

    `progress` is (value − baseline) ÷ (target − baseline), worked by hand.
    """

    name: str
    impact: str
    level: str
    unit: str
    baseline: str
    target: str
    value: str
    progress: str
    is_key: bool = False


ACTORS, ECOSYSTEM = "Les acteurs de l’alliance", "Leur écosystème"
COUNTED = (
    Counted("Délai pour répondre", "Performance", ACTORS, "jours", "12", "6", "9", "50", is_key=True),
    Counted("Paniers livrés", "Performance", ACTORS, "paniers par mois", "100", "500", "400", "75", is_key=True),
    Counted("Cageots perdus", "Performance", ECOSYSTEM, "cageots", "40", "0", "46", "−15"),
    Counted("Essais menés à terme", "Innovation", ACTORS, "essais", "0", "8", "2", "25"),
    Counted("Vergers qui reprennent la méthode", "Innovation", ECOSYSTEM, "vergers", "0", "20", "1", "5"),
    Counted("Personnes qui se disent en confiance", "Confiance", ECOSYSTEM, "%", "30", "80", "62,5", "65"),
)


def found_together(journey: Journey) -> tuple[Traveller, Traveller]:
    """Aïcha makes the alliance on her desk and invites Karim, who comes in on his phone, each for a partner."""
    desk = journey.arrives("/", width=1280)
    desk.follow("Se connecter")
    travelling.sign_in(desk, AICHA)
    desk.follow("Créer une alliance")
    fill_in(desk, {"Nom de l’alliance": ALLIANCE, "Nom de votre organisation": HOUSE})
    started = timezone.localdate() - timedelta(days=3 * 365)
    fill_in(desk, {"Début": started.isoformat()})
    save(desk, "Créer l’alliance")
    desk.follow("Partenaires")
    fill_in(desk, {"Nom de l’organisation": FARM})
    save(desk, "Ajouter ce partenaire")
    desk.follow("Personnes")
    fill_in(desk, {"Adresse e-mail": KARIM})
    pick(desk, "Rôle", "Participe")
    pick(desk, "Pour quelle organisation", FARM)
    save(desk, "Envoyer l’invitation")
    phone = journey.arrives(link_in(letter_to(KARIM)), width=390)
    phone.follow("Me connecter")
    travelling.sign_in(phone, KARIM)
    save(phone, "Accepter et entrer")
    return desk, phone


def begin(desk: Traveller, phone: Traveller) -> None:
    """Aïcha begins an evaluation; Karim finds it on the page of the alliance."""
    desk.page.get_by_role("navigation", name="Dans cette alliance").get_by_role("link").first.click()
    desk.follow("Commencer une évaluation")
    fill_in(desk, {"Titre de l’évaluation": TITLE})
    save(desk, "Commencer")
    desk.look("e01-overview")
    phone.page.reload()
    phone.follow(TITLE)
    phone.reads(TITLE)


def part(traveller: Traveller, name: str) -> None:
    """Go to a part of the evaluation by the bar that stands above all of them."""
    bar = traveller.page.get_by_role("navigation", name="Dans cette évaluation")
    bar.get_by_role("link", name=name, exact=True).click()
    traveller.page.wait_for_load_state()


def frame(desk: Traveller, phone: Traveller) -> None:
    """Both look back, then write the frame: each some of its pages."""
    part(phone, "Le cadre")
    phone.follow("Relire le chemin")
    phone.follow("Ajouter un moment")
    fill_in(phone, {"Quand": "03/2023", "Titre": "Premier marché tenu ensemble"})
    pick(phone, "Ce que c’était", "Rencontre")
    save(phone)
    phone.reads("Premier marché tenu ensemble", "mars 2023")
    phone.follow("Retour au cadre")
    phone.follow("Relier au territoire")
    phone.follow("Ajouter une fragilité")
    pick(phone, "De quoi s’agit-il", "Fragilité")
    fill_in(phone, {"En quelques mots": "Des vergers sans repreneur"})
    save(phone)
    phone.follow("Retour au cadre")
    phone.follow("Articuler avec sa propre place")
    phone.page.get_by_role("link", name=f"Écrire {FARM}").click()
    fill_in(phone, {"Ce que nous en apprenons": "Nous savons mieux dire non."})
    save(phone)
    agree_on_purpose(desk)
    plan(desk)


def agree_on_purpose(desk: Traveller) -> None:
    """Say to whom, for which decision, what is looked at and which questions are asked."""
    part(desk, "Le cadre")
    desk.follow("L’intention")
    fill_in(desk, {"À qui s’adresse-t-elle": READERS, "Pour quelle décision": "Continuer ou non en 2027"})
    save(desk)
    if "choix" not in desk.visit.path:
        part(desk, "Le cadre")
        desk.follow("Objets, approches et méthodes")
    pick(desk, "Ce que vous regardez", "Le produit")
    pick(desk, "Par quelles approches", "Pertinence")
    save(desk, "Enregistrer et choisir les questions")
    desk.page.locator("main input[name=chosen]").first.check()
    fill_in(desk, {"Vos propres questions": "Qui manque autour de la table ?"})
    save(desk)


def plan(desk: Traveller) -> None:
    """Say when the evaluation happens and what it takes, hidden time included."""
    part(desk, "Le cadre")
    desk.follow("Le calendrier")
    desk.follow("Ajouter une étape")
    fill_in(desk, {"Étape": "Poser le point de départ"})
    pick(desk, "Quand, par rapport à l’action", "Avant (ex ante)")
    save(desk)
    part(desk, "Le cadre")
    desk.follow("Les moyens")
    desk.follow("Ajouter des moyens")
    fill_in(desk, {"Quoi": "Entretiens", "Heures prévues": "12", "Heures cachées": "7,5"})
    save(desk)
    desk.reads("Entretiens")


def sign(desk: Traveller, phone: Traveller) -> None:
    """The frame is frozen, then signed by each partner on their own screen."""
    part(desk, "Le cadre")
    desk.follow("Lire le cadre écrit et le signer")
    desk.reads(READERS, "Qui manque autour de la table ?")
    save(desk, "Figer la version 1")
    tick(desk, "J’ai lu cette version")
    fill_in(desk, {"Votre nom": "Aïcha Benali"})
    save(desk, "Signer cette version")
    part(phone, "Le cadre")
    phone.follow("Lire le cadre écrit et le signer")
    phone.follow("Version 1")
    phone.reads(READERS, f"Pas encore signé par : {FARM}")
    fill_in(phone, {"Votre nom": "Karim Saïdi"})
    tick(phone, "J’ai lu cette version")
    save(phone, "Signer cette version")
    phone.reads(f"{HOUSE} · Aïcha Benali", f"{FARM} · Karim Saïdi")
    phone.examine("e02-signed")


def write_effects(desk: Traveller, phone: Traveller) -> None:
    """A gain that was expected, and a loss that nobody expected, from either side."""
    for traveller, title, where, sign_, expected in (
        (desk, EFFECT, "Performance", "Positif", "Attendu"),
        (phone, BACKLASH, "Performance", "Négatif", "Inattendu"),
    ):
        part(traveller, "Effets")
        traveller.follow("Écrire un effet")
        fill_in(traveller, {"L’effet, en une phrase": title})
        pick(traveller, "Sur quoi", where)
        pick(traveller, "Chez qui", ACTORS)
        pick(traveller, "En bien ou en mal", sign_)
        pick(traveller, "L’attendiez-vous", expected)
        save(traveller)
    part(desk, "Effets")
    desk.reads(EFFECT, BACKLASH)
    desk.examine("e03-matrix")


def count(desk: Traveller, phone: Traveller) -> None:
    """Six indicators, three from each partner, each with its value."""
    for place, counted in enumerate(COUNTED):
        add_indicator((desk, phone)[place % 2], counted)
    part(phone, "Indicateurs")
    phone.reads(*(f"{counted.progress} %" for counted in COUNTED), *(counted.name for counted in COUNTED))
    phone.look("e04-indicators")


def add_indicator(traveller: Traveller, counted: Counted) -> None:
    """Describe an indicator, then write a value, whose progress shows at once."""
    today = timezone.localdate()
    part(traveller, "Indicateurs")
    traveller.follow("Ajouter un indicateur")
    pick(traveller, "Impact", counted.impact)
    pick(traveller, "Concerne", counted.level)
    fill_in(traveller, {"Ce qui est compté": counted.name, "Unité": counted.unit, "Valeur de départ": counted.baseline})
    fill_in(traveller, {"Cible": counted.target, "Source": "Registre partagé", "Qui le relève": "Karim Saïdi"})
    fill_in(traveller, {"Prochaine date": (today + timedelta(days=365)).isoformat()})
    if counted.is_key:
        tick(traveller, "Parmi les sept indicateurs clés")
    save(traveller)
    traveller.follow("Écrire une valeur")
    fill_in(traveller, {"Date du relevé": today.isoformat()})
    traveller.page.get_by_label("Valeur", exact=True).fill(counted.value)
    save(traveller)
    traveller.reads(f"{counted.progress} %")


def balance(desk: Traveller, phone: Traveller) -> None:
    """Each writes its side alone, shares it under its name, and both read where their words part."""
    fill_side(desk, FARM, {"Nous donnons, en euros": "5 000", "Nous recevons, en heures": "120"})
    fill_side(phone, HOUSE, {"Nous recevons, en euros": "4 200", "Nous donnons, en heures": "180,5"})
    part(desk, "Équilibre")
    desk.page.get_by_role("link", name="↔").first.click()
    desk.reads("5 000 €", "4 200 €", "+800 €", "120 h", "180,50 h", "+60,50 h")
    desk.examine("e05-couple")
    fill_in(desk, {"Qu’est-ce qui explique l’écart": WEIGHED})
    save(desk, "Publier")
    part(phone, "Équilibre")
    phone.page.get_by_role("link", name="↔").first.click()
    phone.reads(WEIGHED, "+800 €")


def fill_side(traveller: Traveller, other: str, said: dict[str, str]) -> None:
    """Fill the side of one's own partner, and share it with its name."""
    part(traveller, "Équilibre")
    traveller.follow("Remplir notre côté")
    traveller.follow(other)
    fill_in(traveller, said)
    save(traveller, "Enregistrer le brouillon")
    traveller.follow("Choisir")
    pick(traveller, "Votre nom peut-il figurer", "Oui, avec notre nom")
    save(traveller)
    save(traveller, "Partager notre côté")
