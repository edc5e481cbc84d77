"""What this room brings to the search: the mission, what happens to data, accessibility."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from cordee.core.packs.text import Lang
from cordee.core.search.entries import Entry
from cordee.core.search.stems import LANGUAGES


def entries() -> Iterator[Entry]:
    """Give the information pages, in each language."""
    for lang in LANGUAGES:
        with translation.override(lang):
            yield from _pages(lang)


def _pages(lang: Lang) -> list[Entry]:
    mission = _("Ce que cherche Cordée, d’où vient ce logiciel libre, sous quelle licence, et qui tient ce site.")
    data = _(
        "Ce site sert à réfléchir ensemble, pas à vous connaître. Voici ce qu’il garde, pourquoi, et comment l’effacer."
    )
    kept = _("Anonymat, cookie, courriels, durée de conservation, suppression, RGPD : vos droits, sans rien demander.")
    access = _("Ce qui est vérifié, ce qui ne l’est pas encore, et à qui signaler une difficulté : clavier, handicap.")
    return [
        Entry("help", "home.about", lang, _("À propos de Cordée"), mission, "", "home:about"),
        Entry("help", "home.data", lang, _("Vos données, en une page"), data, kept, "home:data"),
        Entry("help", "home.accessibility", lang, _("Accessibilité"), access, "", "home:accessibility"),
    ]
