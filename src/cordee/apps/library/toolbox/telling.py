"""The seven-year rule in words: the state of a tool, what it lacks, and from which day."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.library.days import day_words
from cordee.core.seven_years import Missing, Ripeness


def state_words(ripe: Ripeness) -> str:
    """Say the state of a tool in a few words, as they stand inside a sentence."""
    if ripe.is_shared:
        return _("partagé")
    if ripe.age is None:
        return _("en expérimentation (début inconnu)")
    if ripe.age == 0:
        return _("en expérimentation (moins d’un an)")
    return ngettext("en expérimentation ({years} an)", "en expérimentation ({years} ans)", ripe.age).format(
        years=ripe.age
    )


def state_title(ripe: Ripeness) -> str:
    """Say the state of a tool as a title: with a capital."""
    words = state_words(ripe)
    return words[:1].upper() + words[1:]


def state_sentences(ripe: Ripeness) -> tuple[str, ...]:
    """Say why a tool is shared, or everything it lacks, and how its age was counted."""
    told = (_proof(ripe),) if ripe.is_shared else tuple(_lack(ripe, missing) for missing in ripe.missing)
    vague = vague_start(ripe)
    return (*told, vague) if vague else told


def vague_start(ripe: Ripeness) -> str:
    """Say from which day a start is counted when only its month or its year is known; nothing otherwise."""
    if ripe.start is None or ripe.start.precision == "day":
        return ""
    sentences = {
        "year": _("Seule l’année du début est connue : les années se comptent depuis son dernier jour, le {day}."),
        "month": _("Seul le mois du début est connu : les années se comptent depuis son dernier jour, le {day}."),
    }
    return sentences[ripe.start.precision].format(day=day_words(ripe.start.day))


def other_reading_words(ripe: Ripeness) -> str:
    """Say what the rule would give in calendar years."""
    if ripe.other.since is None:
        return _("En années civiles, il ne serait pas partagé non plus : son début reste inconnu.")
    day = day_words(ripe.other.since)
    if ripe.other.is_shared:
        return _("En années civiles, il serait partagé depuis le {day}.").format(day=day)
    if "context" in ripe.missing:
        return _("En années civiles, ses sept ans tombent le {day} ; il lui manquerait aussi un contexte.").format(
            day=day
        )
    return _("En années civiles, il serait partagé le {day}.").format(day=day)


def _proof(ripe: Ripeness) -> str:
    """Name the two contexts; the date is the one from which both conditions hold."""
    one, other = (experiment.by for experiment in ripe.proof)
    day = day_words(ripe.shared_from) if ripe.shared_from else ""
    return _("Partagé depuis le {day} : sept ans révolus, et deux contextes indépendants ({one} ; {other}).").format(
        day=day, one=one, other=other
    )


def _lack(ripe: Ripeness, missing: Missing) -> str:
    if missing == "start":
        return _("Aucune première utilisation datée et sourcée n’est connue.")
    if missing == "context":
        return _("Il lui manque un second contexte : une expérimentation documentée, menée par d’autres.")
    if ripe.shared_from is not None:
        return _("Il pourra être partagé le {day}.").format(day=day_words(ripe.shared_from))
    day = day_words(ripe.seven_years_on) if ripe.seven_years_on else ""
    return _("Il pourra être partagé le {day} au plus tôt.").format(day=day)
