"""What a measure between circles, waves or alliances says, or why it is not given, in French and in English."""

from collections.abc import Mapping

from cordee.core.benchmark import FEWEST, NotBenchmarked, Standing
from cordee.core.change import Change, Verdict
from cordee.core.circle_effects import FEWEST_RESPONDENTS, NotAdjusted
from cordee.core.comparability import NotComparable
from cordee.core.estimates import Refusal
from cordee.core.nearness import NotNear
from cordee.core.numerals import bounds, number
from cordee.core.packs.messages.wording import Said
from cordee.core.packs.text import Lang
from cordee.core.wording import refusal_words

Reason = NotAdjusted | NotComparable | NotNear | NotBenchmarked

ADJUSTMENT: Mapping[NotAdjusted, Said] = {
    NotAdjusted.TOO_FEW_RESPONDENTS: Said(
        f"Il faut au moins {FEWEST_RESPONDENTS} personnes pour séparer l’effet des cercles.",
        f"At least {FEWEST_RESPONDENTS} people are needed to set the effect of circles apart.",
    ),
    NotAdjusted.ONE_CIRCLE: Said(
        "Un seul cercle a répondu : il n’y a pas d’autre regard auquel le comparer.",
        "Only one circle answered: there is no other view to compare it with.",
    ),
    NotAdjusted.NOT_LINKED: Said(
        "Aucune organisation ne relie tous ces cercles : l’effet d’un cercle ne peut pas être séparé de celui des "
        "organisations qui s’y trouvent. Il suffirait qu’une organisation réponde des deux côtés.",
        "No organisation links all these circles: the effect of a circle cannot be told from that of the organisations "
        "in it. One organisation answering on both sides would be enough.",
    ),
    NotAdjusted.NO_SPREAD_LEFT: Said(
        "Trop peu de personnes pour savoir de combien la moyenne ajustée pourrait varier.",
        "Too few people to know how much the adjusted mean might vary.",
    ),
}

COMPARISON: Mapping[NotComparable, Said] = {
    NotComparable.OTHER_INSTRUMENT: Said(
        "Les deux vagues n’ont pas utilisé le même questionnaire.", "The two waves did not use the same questionnaire."
    ),
    NotComparable.NOT_ASKED: Said(
        "Cette question n’a été posée que dans l’une des deux vagues.", "Only one of the two waves asked this question."
    ),
    NotComparable.MEANING_CHANGED: Said(
        "La question, ses niveaux ou sa place ont changé entre les deux vagues : ce n’est plus la même question.",
        "The question, its levels or its place changed between the two waves: it is no longer the same question.",
    ),
    NotComparable.ITEMS_DIFFER: Said(
        "Les deux vagues n’ont pas posé les mêmes questions sur cette approche.",
        "The two waves did not ask the same questions on this approach.",
    ),
    NotComparable.RULES_CHANGED: Said(
        "Les règles de calcul ont changé entre les deux vagues, et les réponses ne sont plus là pour tout relire.",
        "The scoring rules changed between the two waves, and the answers are no longer there to be read again.",
    ),
    NotComparable.CIRCLE_ABSENT: Said(
        "Ce cercle n’a répondu que dans l’une des deux vagues.", "This circle answered in only one of the two waves."
    ),
    NotComparable.CIRCLES_DIFFER: Said(
        "Les deux vagues n’ont pas réuni les mêmes cercles : l’ensemble n’est pas comparable, chaque cercle commun "
        "l’est.",
        "The two waves did not gather the same circles: the whole cannot be compared, each shared circle can.",
    ),
    NotComparable.NO_VALUE: Said(
        "L’une des deux vagues n’a pas de chiffre ici.", "One of the two waves has no figure here."
    ),
}

NEARNESS: Mapping[NotNear, Said] = {
    NotNear.STAGE_UNKNOWN: Said(
        "Le palier n’est pas connu sur cette approche : on ne peut pas dire qui se tient plus haut.",
        "The stage is not known on this approach: nobody can be said to stand higher.",
    ),
    NotNear.NOT_HIGHER: Said(
        "Personne, parmi les alliances qui ont donné leur accord, ne se tient un palier plus haut sur cette approche.",
        "Nobody among the alliances that consented stands one stage higher on this approach.",
    ),
    NotNear.NOTHING_COMPARABLE: Said(
        "Rien de ce que vous avez dit de votre alliance ne permet de la rapprocher d’une autre. Complétez son profil.",
        "Nothing you said of your alliance lets it be brought near to another. Complete its profile.",
    ),
    NotNear.NOBODY: Said(
        "Aucun récit ni aucune alliance n’est encore proposé sur cette approche.",
        "No story and no alliance is proposed on this approach yet.",
    ),
}

BENCHMARK: Mapping[NotBenchmarked, Said] = {
    NotBenchmarked.TOO_FEW_ORGANISATIONS: Said(
        f"Moins de {FEWEST} organisations comparables ont donné leur accord : aucun repère n’est publié.",
        f"Fewer than {FEWEST} comparable organisations consented: no benchmark is published.",
    ),
    NotBenchmarked.NOTHING_TO_COMPARE: Said(
        "Votre autodiagnostic n’a pas de chiffre à placer sur cette approche.",
        "Your self-diagnosis has no figure to place on this approach.",
    ),
}


VERDICTS: Mapping[Verdict, Said] = {
    "rise": Said("a monté", "rose"),
    "fall": Said("a baissé", "fell"),
    "not_distinguished": Said("ne se distingue pas d’une absence de changement", "cannot be told from no change"),
}

STANDINGS: Mapping[Standing, Said] = {
    "below": Said("Vous êtes sous la médiane.", "You are below the median."),
    "above": Said("Vous êtes au-dessus de la médiane.", "You are above the median."),
    "within": Said(
        "Vous êtes dans la moitié du milieu, sans que l’on puisse vous distinguer de la médiane.",
        "You are in the middle half, and cannot be told from the median.",
    ),
    "not_distinguishable": Said("On ne peut pas vous distinguer de la médiane.", "You cannot be told from the median."),
}


def change_words(change: Change, lang: Lang) -> str:
    """Say how far a number moved between two waves, and whether that can be told from nothing.

    >>> change_words(Change(1.0, 2.2, 1.2, 0.5, 14.8, 0.13, 2.27, "rise"), "en")
    'rose: +1.2 [+0.1 to +2.3]'
    >>> change_words(Change(1.0, 1.2, 0.2, interval_refused=Refusal.NO_SPREAD_KNOWN), "fr").split(".")[0]
    '+0,2'
    """
    if change.refused or change.value is None:
        return reason_words(change.refused or NotComparable.NO_VALUE, lang)
    moved = number(change.value, lang, signed=True)
    if change.verdict is None or change.lower is None or change.upper is None:
        return f"{moved}. {refusal_words(change.interval_refused or Refusal.NO_SPREAD_KNOWN, lang)}"
    colon = "\u202f: " if lang == "fr" else ": "
    between = bounds(change.lower, change.upper, lang, signed=True)
    return f"{VERDICTS[change.verdict].in_(lang)}{colon}{moved} [{between}]"


def reason_words(reason: Reason, lang: Lang) -> str:
    """Say why a measure is not given.

    >>> reason_words(NotComparable.CIRCLE_ABSENT, "en")
    'This circle answered in only one of the two waves.'
    """
    if isinstance(reason, NotAdjusted):
        return ADJUSTMENT[reason].in_(lang)
    if isinstance(reason, NotComparable):
        return COMPARISON[reason].in_(lang)
    if isinstance(reason, NotNear):
        return NEARNESS[reason].in_(lang)
    return BENCHMARK[reason].in_(lang)
