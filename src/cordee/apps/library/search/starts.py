"""Where to begin when nothing was found, or nothing asked: a few questions to try, and doors that exist."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cordee.apps.library.addresses import language
from cordee.apps.library.search.asking import Asking
from cordee.apps.library.search.sources import address_of

SUGGESTIONS = (_("évaluation"), _("théorie du changement"), _("confiance"), _("mesurer un impact"), _("ODD 17"))
DOORS: tuple[tuple[str, str | Promise, str | Promise], ...] = (
    ("compass:start", _("La boussole"), _("Cinq questions, et une porte d’entrée qui vous ressemble.")),
    ("words:list", _("Le glossaire"), _("Les mots de l’évaluation et de l’alliance, un par un.")),
    ("toolbox:list", _("La boîte à outils"), _("Des méthodes qui existent, avec leurs limites.")),
    ("diagnosis:start", _("Se situer"), _("Douze minutes, sans compte, pour savoir où en est votre alliance.")),
    ("diagnosis:method", _("Comment c’est calculé"), _("D’où vient chaque nombre affiché.")),
)


@dataclass(frozen=True)
class Start:
    """A place to go to, or a question to try."""

    label: str
    address: str
    why: str = ""


def suggestions() -> list[Start]:
    """Return questions to try, in the language on screen."""
    return [Start(str(words), Asking(str(words)).address()) for words in SUGGESTIONS]


def starts() -> list[Start]:
    """Return the doors that this site has."""
    doors = ((address_of(route, (), language()), label, why) for route, label, why in DOORS)
    return [Start(str(label), address, str(why)) for address, label, why in doors if address]
