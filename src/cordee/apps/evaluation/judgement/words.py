"""The sentences of the judgement: why something is refused, what the levels say together, usual limits."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cordee.apps.evaluation.judgement.permissions import Answer, Reason
from cordee.apps.evaluation.models import Mark
from cordee.core.judgement import Accord, Beside, Together

USUAL_LIMITS = (
    ("young", gettext_lazy("L’alliance est jeune : certains effets ne peuvent pas encore se voir.")),
    ("declared", gettext_lazy("Une bonne part des faits est déclarée par les partenaires eux-mêmes.")),
    ("absent", gettext_lazy("Des personnes concernées n’ont pas été entendues.")),
    ("causes", gettext_lazy("D’autres causes que l’alliance ont pu produire ces changements.")),
    ("few", gettext_lazy("Les chiffres portent sur peu de personnes ou peu de lieux.")),
    ("baseline", gettext_lazy("Il n’y a pas de point de départ mesuré.")),
    ("judges", gettext_lazy("Ceux qui jugent sont aussi ceux qui agissent.")),
)


def refusal_words(answer: Answer) -> str:
    """Say why something is not possible here, and what makes it possible."""
    words = {
        Reason.NO_ROLE: _("Votre rôle dans l’alliance ne le permet pas."),
        Reason.SPEAKS_FOR_NOBODY: _(
            "Votre rôle ne dit pas pour quel partenaire vous parlez. Demandez à qui anime l’alliance de le préciser."
        ),
        Reason.PARTNER_LEFT: _("Votre organisation a quitté l’alliance : ce qu’elle a donné reste, sans s’y ajouter."),
        Reason.NOT_AGREED: _("Convenez d’abord des critères : on ne juge pas avant de savoir sur quoi."),
        Reason.AGREED: _("Ces critères ont été convenus : ils ne changent plus. Ouvrez un nouveau jeu de critères."),
        Reason.FORMER_SET: _("Un nouveau jeu de critères a été convenu : celui-ci garde ses jugements, sans autre."),
        Reason.EMPTY: _("Choisissez au moins une question à juger."),
        Reason.OTHER_DOCUMENT: _("Ce n’est pas le document que vous lisiez : relisez celui-ci avant de répondre."),
        Reason.OWN_FIRST: _("Donnez d’abord le jugement de votre organisation : vous lirez ensuite ceux des autres."),
        Reason.NOT_ALL: _("Les jugements se lisent ici quand tous les partenaires ont donné le leur."),
        Reason.TOO_FEW: _("Il faut au moins deux jugements donnés avant d’en parler ensemble."),
        Reason.NO_COMMON: _("Il n’y a pas encore de jugement commun dont s’écarter."),
        Reason.NOT_YOURS: _("Seule l’organisation qui a exprimé ce désaccord peut le retirer."),
        Reason.NO_ROOM: _("Il y en a déjà beaucoup : ce nombre a une limite, et elle est atteinte."),
    }
    return words.get(answer.reason, "")


def level_words(mark: str) -> str:
    """Name a level."""
    return str(Mark(mark).label)


def together_words(read: Together) -> str:
    """Say what the levels of partners are to one another, in a sentence that is true of them."""
    levels = _(" et ").join
    match read.accord:
        case Accord.NONE:
            return _("Aucun partenaire n’a encore choisi de niveau.")
        case Accord.ALONE:
            return _("Un seul partenaire a choisi un niveau : il n’y a pas d’accord à dire.")
        case Accord.SHARED:
            return _("Les partenaires jugent pareil, à un niveau près au plus.")
        case Accord.SPREAD:
            return _("Les avis s’étalent sur trois niveaux ou plus : la question reste à discuter.")
        case Accord.OPPOSED:
            return _("Deux avis s’opposent : niveau {lower} pour les uns, {upper} pour les autres.").format(
                lower=levels(map(str, read.lower)), upper=levels(map(str, read.upper))
            )


def not_yet_words(read: Together) -> str:
    """Say how many cannot judge yet; nothing when none."""
    if not read.not_yet:
        return ""
    return ngettext(
        "{count} partenaire ne peut pas encore juger.", "{count} partenaires ne peuvent pas encore juger.", read.not_yet
    ).format(count=read.not_yet)


def beside_words(where: Beside) -> str:
    """Say where the common level stands among those that partners chose."""
    words = {
        Beside.NOTHING: "",
        Beside.HELD_BY_ALL: _("Le niveau commun est celui que chacun avait choisi."),
        Beside.HELD: _("Le niveau commun est celui de certains partenaires, pas de tous."),
        Beside.BETWEEN: _("Le niveau commun est un compromis : aucun partenaire ne l’avait choisi seul."),
        Beside.ABOVE: _("Le niveau commun est plus haut que tous ceux que les partenaires avaient choisis."),
        Beside.BELOW: _("Le niveau commun est plus bas que tous ceux que les partenaires avaient choisis."),
    }
    return words[where]
