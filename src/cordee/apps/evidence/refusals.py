"""Why a file is not kept: a word for the machine, and for people a sentence that says what to do."""

from __future__ import annotations

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Fault(StrEnum):
    """What is wrong with a file."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NAMELESS = "nameless"
    NOT_ALLOWED = "not_allowed"
    OLD_OFFICE = "old_office"
    DISGUISED = "disguised"
    BROKEN = "broken"
    BOMB = "bomb"
    MACROS = "macros"
    PLACE = "place"
    SAME = "same"
    NO_ROOM = "no_room"


SENTENCES: dict[Fault, str | Promise] = {
    Fault.EMPTY: _("Ce fichier est vide : choisissez-en un autre."),
    Fault.TOO_LARGE: _("Ce fichier dépasse %(megabytes)s Mo : réduisez-le, ou gardez-en un extrait."),
    Fault.NAMELESS: _("Ce fichier n’a pas de nom : donnez-lui un nom et une terminaison, comme « bilan.pdf »."),
    Fault.NOT_ALLOWED: _(
        "Les fichiers « %(ending)s » ne sont pas acceptés. Acceptés : %(accepted)s. "
        "Enregistrez-le dans l’un de ces formats, par exemple en PDF."
    ),
    Fault.OLD_OFFICE: _(
        "Les anciens fichiers « %(ending)s » peuvent cacher un programme. "
        "Ouvrez-le et enregistrez-le en « %(modern)s » ou en PDF."
    ),
    Fault.DISGUISED: _(
        "Ce fichier s’appelle « %(name)s », mais son contenu n’est pas celui d’un fichier « %(ending)s ». "
        "Ouvrez-le avec le logiciel qui l’a fait, puis enregistrez-le dans ce format."
    ),
    Fault.BROKEN: _("Ce fichier est abîmé ou chiffré : ouvrez-le, enregistrez-le à nouveau sans mot de passe."),
    Fault.BOMB: _("Ce fichier enfle démesurément à l’ouverture : enregistrez-le en PDF et donnez ce PDF."),
    Fault.MACROS: _("Ce fichier contient des macros, qui sont des programmes : enregistrez-le sans elles, ou en PDF."),
    Fault.PLACE: _(
        "Cette photo dit où elle a été prise. Retirez ce lieu (votre téléphone le propose au moment de partager), "
        "ou cochez la case pour le garder, puis choisissez-la de nouveau."
    ),
    Fault.SAME: _("Ce fichier est déjà la dernière version : rien n’a été ajouté."),
    Fault.NO_ROOM: _("La place de l’alliance est pleine : 2 Go. Réduisez ce fichier, ou donnez un extrait."),
}


class Refused(Exception):
    """A file that is not kept; reads as the sentence to show, in the language on screen."""

    def __init__(self, fault: Fault, **details: object) -> None:
        super().__init__(fault)
        self.fault, self.details = fault, details

    def __str__(self) -> str:
        return str(SENTENCES[self.fault]) % self.details
