"""A set of comparisons in words: its name, the sentence computed from it, its lines, how to read them."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.library.addresses import language
from cordee.apps.observatory.differences.sets import Compared, DifferenceSet
from cordee.apps.observatory.editions.questions import Question
from cordee.apps.observatory.editions.shelf import Difference
from cordee.apps.observatory.editions.wording import category_said, variable_said
from cordee.apps.observatory.territories.asked import REGION
from cordee.apps.observatory.territories.changes import verdict_on
from cordee.apps.observatory.territories.readings import change_said
from cordee.apps.observatory.territories.sentences import headline_of
from cordee.charts.numbers import format_number
from cordee.charts.readings import Standing
from cordee.charts.words import capitalised

SMALLEST_P = 0.001


def set_name(one: DifferenceSet) -> str:
    """Name a set: « Chaque région face au reste, octobre 2024 », « D’octobre 2019 à octobre 2024 »."""
    if one.pair:
        after, before = (category_said(one.edition, one.variable, code) for code in one.pair)
        return capitalised(_("{after} comparé à {before}").format(after=after, before=before))
    within = [category_said(one.edition, name, code) for name, code in one.within.items()]
    if one.variable == REGION:
        return ", ".join([_("Chaque région face au reste du pays"), *within])
    named = _("{variable} : chacun face au reste").format(variable=variable_said(one.edition, one.variable))
    return ", ".join([named, *within])


def place_name(one: DifferenceSet, line: Compared) -> str:
    """Name a line; the whole sample when nothing tells it from the others."""
    said = [category_said(one.edition, name, code) for name, code in line.place.items()]
    return ", ".join(said) or _("Tout l’échantillon")


def standing_of(found: Difference) -> Standing:
    """Tell where a difference stands: above or below zero when it is told from it, alike otherwise."""
    if found.estimate is None:
        return "hidden"
    if found.distinguishable is None:
        return "untested"
    if not found.distinguishable:
        return "alike"
    return "higher" if found.estimate > 0 else "lower"


def sentence_of(one: DifferenceSet) -> str:
    """Say what the comparisons of a set show together: how many stand apart, how many do not, never who is first."""
    if not one.pair and one.variable == REGION:
        return headline_of([standing_of(line.difference) for line in one.lines])
    whole = [line.difference for line in one.lines if not line.place]
    said = [_("Tout l’échantillon : {told}").format(told=whole_said(each, one.question)) for each in whole]
    placed = [standing_of(line.difference) for line in one.lines if line.place]
    if placed:
        said.append(counts_said(placed))
    return " ".join(said)


def whole_said(found: Difference, question: Question) -> str:
    """Say a difference and what may be concluded of it."""
    verdict = verdict_on(found.distinguishable, found.estimate)
    return f"{change_said(found, question, closely=True)}. {verdict}" if found.estimate is not None else verdict


def counts_said(standings: Sequence[Standing]) -> str:
    """Count the comparisons that are told from zero, among those that are published."""
    apart = sum(one in ("higher", "lower") for one in standings)
    known = apart + sum(one == "alike" for one in standings)
    if not known:
        return _("Plus finement, trop peu de réponses pour comparer.")
    if not apart:
        return ngettext(
            "Plus finement, la comparaison publiée ne se distingue pas de zéro.",
            "Plus finement, aucune des {known} comparaisons publiées ne se distingue de zéro.",
            known,
        ).format(known=known)
    return ngettext(
        "Plus finement, {apart} comparaison sur {known} se distingue de zéro.",
        "Plus finement, {apart} comparaisons sur {known} se distinguent de zéro.",
        apart,
    ).format(apart=apart, known=known)


def verdict_said(one: DifferenceSet, found: Difference) -> str:
    """Say what may be concluded of a line: that nothing tells it apart is a result too."""
    standing = standing_of(found)
    if standing == "higher":
        return _("En hausse") if one.pair else _("Au-dessus du reste")
    if standing == "lower":
        return _("En baisse") if one.pair else _("Au-dessous du reste")
    if standing == "alike":
        return _("Ne se distingue pas de zéro") if one.pair else _("Ne s’en distingue pas")
    return _("Trop peu de réponses pour le dire.")


def p_said(found: Difference) -> str:
    """Write a corrected p-value; nothing where there is none."""
    if found.p_holm is None:
        return "–"
    lang = language()
    if found.p_holm < SMALLEST_P:
        return f"< {format_number(SMALLEST_P, lang, 3)}"
    return format_number(found.p_holm, lang, 3)


def table_of(one: DifferenceSet) -> tuple[list[str], list[list[str]]]:
    """Return the headings and the lines of a set as a table."""
    headings = [_("Qui"), _("Écart et intervalle à 95 %"), _("p corrigé (Holm)"), _("Ce qu’on peut en dire")]
    rows = [
        [
            place_name(one, line),
            change_said(line.difference, one.question, closely=True),
            p_said(line.difference),
            verdict_said(one, line.difference),
        ]
        for line in one.lines
    ]
    return headings, rows


def reading_key(one: DifferenceSet) -> str:
    """Say how to read a set: the order, the correction, and why an interval may leave zero out and not conclude."""
    said = [_("Du nord au sud, sans classement.")] if any(REGION in line.place for line in one.lines) else []
    if one.together:
        said.append(
            _(
                "Chaque intervalle est à 95 % pour lui seul ; ce qu’on peut en dire tient compte de {count} "
                "comparaisons faites ensemble (Holm) : un "
                "intervalle peut ne pas toucher zéro sans que l’écart s’en distingue."
            ).format(count=one.together)
        )
    return " ".join(said)
