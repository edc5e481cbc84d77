"""The words of relations: the six items, the rule said before answering, why something stays closed."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cordee.apps.evaluation.models import RelationSurvey
from cordee.apps.evaluation.relations.permissions import Why
from cordee.core.network import Response
from cordee.core.network_publication import FEWEST_PARTNERS, FEWEST_SCORERS

ITEM_WORDS = {
    "reliability": gettext_lazy("Fiabilité : il fait ce qu’il a dit"),
    "openness": gettext_lazy("Ouverture : on peut lui parler franchement"),
    "shared_mission": gettext_lazy("Mission partagée : il poursuit la même chose que nous"),
    "influence": gettext_lazy("Influence : il fait bouger les choses autour de nous"),
    "involvement": gettext_lazy("Implication : il est présent et actif dans l’alliance"),
    "resources": gettext_lazy("Ressources : il apporte des moyens qui comptent"),
}
LEVEL_WORDS = (
    ("0", gettext_lazy("0 : pas du tout")),
    ("1", gettext_lazy("1 : un peu")),
    ("2", gettext_lazy("2 : assez")),
    ("3", gettext_lazy("3 : beaucoup")),
    ("4", gettext_lazy("4 : tout à fait")),
    ("unknown", gettext_lazy("Je ne sais pas")),
)


def rule_words(asked: int) -> list[str]:
    """Say who will see what, before anybody answers, for so many partners asked."""
    if asked < FEWEST_PARTNERS:
        return [
            ngettext(
                "Vous êtes %(count)s partenaire : rien ne peut être caché, chacun devinerait qui a noté qui.",
                "Vous êtes %(count)s partenaires : rien ne peut être caché, chacun devinerait qui a noté qui.",
                asked,
            )
            % {"count": asked},
            _("Le résultat n’est donc montré que si tous répondent et acceptent que leurs notes portent leur nom."),
            _kept(),
        ]
    return [
        _("Une note n’est montrée avec le nom de qui l’a donnée que si les deux partenaires l’acceptent."),
        _(
            "Ce qu’un partenaire reçoit (moyennes, nombre de liens) n’est montré que si au moins %(count)s autres "
            "l’ont noté. Si certaines de ces notes portent un nom, les autres sont au moins %(count)s, ou aucune : "
            "aucune soustraction ne les retrouve."
        )
        % {"count": FEWEST_SCORERS},
        _("Une limite demeure : si tous donnent la même note à un partenaire, sa moyenne dit ce que chacun a donné."),
        _kept(),
    ]


def _kept() -> str:
    return _(
        "Avant la clôture, seules les personnes qui parlent pour votre structure lisent vos réponses. Rien n’est "
        "montré en cours de route : le résultat paraît en une fois, à la clôture, et ne change plus."
    )


def tie_words(survey: RelationSurvey) -> str:
    """Say what a tie is, in this survey."""
    return _(
        "Définition de travail : il y a un lien de A vers B quand la moyenne de la confiance et de la valeur "
        "que A reconnaît à B atteint %(level)s sur 4. Ce qui n’est pas su n’est pas compté."
    ) % {"level": survey.level}


def response_percent(response: Response) -> int:
    """Return the response rate in whole per cent, never rounded up: 199 of 200 is not everybody."""
    return 100 * response.answered // response.asked if response.asked else 0


def response_words(response: Response) -> str:
    """Say how many answered, and what is missing for anything to be shown."""
    said = _("%(answered)s sur %(asked)s partenaires ont répondu (%(rate)s %%).") % {
        "answered": response.answered,
        "asked": response.asked,
        "rate": response_percent(response),
    }
    missing = response.needed - response.answered
    if missing <= 0:
        return said
    return f"{said} {_missing_words(missing)}"


def _missing_words(missing: int) -> str:
    return ngettext(
        "Sous 65 %%, un réseau parlerait à la place des absents : aucun chiffre n’est calculé. Il manque "
        "%(count)s réponse.",
        "Sous 65 %%, un réseau parlerait à la place des absents : aucun chiffre n’est calculé. Il manque "
        "%(count)s réponses.",
        missing,
    ) % {"count": missing}


def why_words(why: Why) -> str:
    """Say why something stays closed, and what to do."""
    return {
        Why.GRANTED: "",
        Why.NOT_OPEN: _("Le questionnaire n’est pas encore ouvert. Les personnes qui animent l’alliance l’ouvrent."),
        Why.ALREADY_OPEN: _(
            "Quelqu’un d’autre a ouvert le questionnaire avant vous : le voici. Votre choix n’a rien changé au sien."
        ),
        Why.TOO_FEW_PARTNERS: _("Il faut au moins deux partenaires dans l’alliance. Ajoutez-les d’abord."),
        Why.TOO_MANY_PARTNERS: _("Au-delà de 200 partenaires, chacun ne peut plus noter tous les autres."),
        Why.CLOSED: _("Le questionnaire est clos : plus rien ne peut y être ajouté ni changé."),
        Why.ALREADY_CLOSED: _("Quelqu’un d’autre a clos le questionnaire avant vous : voici ce qui peut être montré."),
        Why.NO_PARTNER: _(
            "Votre rôle ne vous rattache à aucun partenaire : vous ne pouvez pas noter à sa place. Demandez à une "
            "personne qui anime l’alliance de vous rattacher."
        ),
        Why.NOT_ASKED: _("Votre structure n’était pas dans l’alliance à l’ouverture : elle n’est pas interrogée."),
        Why.TOO_FEW_ANSWERS: _("Trop peu de partenaires ont répondu pour clore : rien ne pourrait être montré."),
    }[why]
