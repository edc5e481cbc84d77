"""The judgement of two partners on its screens: criteria agreed, each alone, then together, a voice apart kept."""

from __future__ import annotations

from tests.browser.evaluating import part
from tests.browser.form_filling import fill_in, pick, save, tick
from tests.browser.travelling import Traveller

REASONS = ("Les délais ont fondu, et cela se voit.", "Nos équipes ne le ressentent pas encore.")
TOGETHER = "Solide, à condition de tenir la saison."
DISSENT = "Nous restons d’un avis contraire : la saison n’a pas tenu."


def judge(desk: Traveller, phone: Traveller) -> None:
    """Agree on criteria, judge apart, then together; Karim keeps his dissent."""
    agree_on_criteria(desk)
    for traveller, level, reasons in ((desk, "3 · Solide", REASONS[0]), (phone, "2 · En chemin", REASONS[1])):
        part(traveller, "Jugement")
        traveller.follow("Juger")
        pick(traveller, "Votre niveau", level)
        fill_in(traveller, {"Vos raisons": reasons})
        save(traveller, "Donner ce jugement")
    part(desk, "Jugement")
    desk.reads(*REASONS)
    desk.follow("Jugement commun")
    pick(desk, "Niveau commun", "3 · Solide")
    fill_in(desk, {"Raisons, telles que": TOGETHER})
    save(desk)
    part(phone, "Jugement")
    phone.follow("Dire un désaccord")
    pick(phone, "Le niveau de votre organisation", "2 · En chemin")
    fill_in(phone, {"Vos mots": DISSENT})
    save(phone, "Garder ce désaccord")
    phone.reads(TOGETHER, DISSENT)
    phone.examine("e06-judgement")


def agree_on_criteria(desk: Traveller) -> None:
    """Choose one question of the référentiel, and freeze its words."""
    part(desk, "Jugement")
    desk.follow("Les critères")
    desk.follow("Choisir ce qui sera jugé")
    tick(desk, "Pertinence · Le produit")
    save(desk)
    desk.follow("Convenir de ces critères")
    fill_in(desk, {"Comment en êtes-vous convenus": "Réunion du 12 mars, les deux partenaires présents"})
    save(desk)
