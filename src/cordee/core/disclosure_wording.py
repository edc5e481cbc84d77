"""What confidentiality says to people, in French and in English: the rule, what is hidden, why, what would show it."""

from collections.abc import Callable, Sequence

from cordee.core.disclosure.plan import Group, HiddenCircle, Plan
from cordee.core.disclosure.rule import CellVerdict, DisclosureRule, Hiding, Regime
from cordee.core.numerals import percent
from cordee.core.packs.messages.wording import Said
from cordee.core.packs.text import Lang

Names = Callable[[str], str]
"""The name of a circle, as the reader knows it, from its identifier."""


def regime_words(regime: Regime, rule: DisclosureRule, lang: Lang) -> str:
    """Say, before anyone answers, who will see what: to be printed in the invitation.

    >>> regime_words(Regime.ATTRIBUTED, DisclosureRule(), "en")
    'Everyone who reads the result sees who answered what.'
    """
    who = {
        Regime.ATTRIBUTED: Said(
            "Toutes les personnes qui lisent le résultat voient qui a répondu quoi.",
            "Everyone who reads the result sees who answered what.",
        ),
        Regime.FACILITATOR: Said(
            "Seule la personne qui anime la démarche voit qui a répondu quoi.",
            "Only the facilitator sees who answered what.",
        ),
        Regime.AGGREGATE: Said("Personne ne voit qui a répondu quoi.", "Nobody sees who answered what."),
    }[regime].in_(lang)
    return who if regime is Regime.ATTRIBUTED else f"{who} {rule_words(rule, lang)}"


def rule_words(rule: DisclosureRule, lang: Lang) -> str:
    """Say the rule in plain words."""
    share = percent(rule.largest_share, lang)
    return Said(
        f"Un résultat n’apparaît qu’à partir de {rule.fewest_respondents} réponses, ou de {rule.fewest_organisations} "
        f"organisations dont aucune n’a plus de {share} des réponses ; un cercle plus petit est lu avec d’autres. "
        f"Les mots écrits n’apparaissent qu’à partir de {rule.fewest_for_verbatims} réponses, ou si leur auteur "
        "l’accepte.",
        f"A result appears from {rule.fewest_respondents} answers on, or from {rule.fewest_organisations} "
        f"organisations of which none has more than {share} of the answers; a smaller circle is read together with "
        f"others. Written words appear from {rule.fewest_for_verbatims} answers on, or if their author agrees.",
    ).in_(lang)


def nothing_shown_words(verdict: CellVerdict, lang: Lang) -> str:
    """Say why nothing appears at all, and what would change that."""
    lead = Said("Trop peu de réponses pour en montrer une lecture", "Too few answers to show a reading").in_(lang)
    return f"{_colon(lead, lang)}{_there_and_needed(verdict, lang)}"


def hidden_circle_words(hidden: HiddenCircle, names: Names, lang: Lang) -> str:
    """Say why a circle is not read alone, and with whom it is read."""
    verdict, head = hidden.verdict, _colon(names(hidden.circle), lang)
    if not verdict.respondents:
        return head + Said("aucune réponse.", "no answer.").in_(lang)
    if verdict.shown:
        why = Said(
            f"{answers(verdict.respondents, lang)}. C’est assez pour être lu seul, mais les cercles plus petits se "
            "retrouveraient alors par soustraction.",
            f"{answers(verdict.respondents, lang)}. That is enough to be read alone, but smaller circles could then "
            "be found by subtraction.",
        ).in_(lang)
        return f"{head}{why} {_read_with(verdict.respondents, hidden.read_with, names, lang)}".rstrip()
    there = _there_and_needed(verdict, lang)
    return f"{head}{there} {_read_with(verdict.respondents, hidden.read_with, names, lang)}".rstrip()


def masked_item_words(rule: DisclosureRule, lang: Lang) -> str:
    """Say why an item is blank in a group: how many answered it is not told, since that would tell who did not."""
    return Said(
        f"Trop peu de réponses à cette question : il en faut {rule.fewest_respondents}, ou "
        f"{rule.fewest_organisations} organisations.",
        f"Too few answers to this question: it takes {rule.fewest_respondents}, or "
        f"{rule.fewest_organisations} organisations.",
    ).in_(lang)


def organisations_hidden_words(rule: DisclosureRule, lang: Lang) -> str:
    """Say why organisations are not read one by one."""
    return Said(
        "Les organisations ne sont pas lues une par une : il faudrait que chacune ait, dans chaque cercle où elle est, "
        f"{rule.fewest_respondents} réponses à chaque question montrée.",
        "Organisations are not read one by one: each would need, in every circle where it stands, "
        f"{rule.fewest_respondents} answers to each question shown.",
    ).in_(lang)


def own_circle_words(lang: Lang) -> str:
    """Say why there is no gap of perception when the self circle is read with others."""
    return Said(
        "Le cercle qui se regarde lui-même est lu avec d’autres : son regard ne peut pas être comparé au leur.",
        "The circle that looks at itself is read with others: its view cannot be compared with theirs.",
    ).in_(lang)


def words_withheld_words(rule: DisclosureRule, lang: Lang) -> str:
    """Say why written words do not appear."""
    return Said(
        f"Les mots écrits n’apparaissent qu’à partir de {rule.fewest_for_verbatims} réponses à la question, ou si leur "
        "auteur l’accepte.",
        f"Written words appear from {rule.fewest_for_verbatims} answers to the question on, or if their author agrees.",
    ).in_(lang)


def together_words(group: Group, lang: Lang) -> str:
    """Say how organisations weigh in a group where some are read together; empty where each weighs by itself."""
    if all(len(block.organisations) == 1 for block in group.blocks):
        return ""
    if len(group.blocks) == 1:
        return Said(
            "Chaque réponse pèse autant : les organisations sont trop petites pour peser chacune de son côté.",
            "Each answer weighs the same: organisations are too small to weigh each by itself.",
        ).in_(lang)
    return Said(
        "Les organisations trop petites pour peser chacune de son côté pèsent ensemble, pour autant qu’elles sont.",
        "Organisations too small to weigh each by itself weigh together, for as many as they are.",
    ).in_(lang)


def plan_words(plan: Plan, rule: DisclosureRule, names: Names, lang: Lang) -> tuple[str, ...]:
    """Return everything that is to be said above a reading about what it hides; empty where nothing is hidden."""
    if plan.nothing_shown:
        return (nothing_shown_words(plan.whole, lang),)
    said = [hidden_circle_words(hidden, names, lang) for hidden in plan.hidden]
    if any(plan.own_circle in group.circles and group.pooled for group in plan.groups):
        said.append(own_circle_words(lang))
    if not plan.organisations_shown:
        said.append(organisations_hidden_words(rule, lang))
    return tuple(said)


def group_name(circles: Sequence[str], names: Names, lang: Lang) -> str:
    """Name circles that are read together.

    >>> group_name(("teams", "partners", "funders"), str.title, "en")
    'Teams, Partners and Funders'
    """
    *first, last = [names(circle) for circle in circles]
    joint = Said(" et ", " and ").in_(lang)
    return f"{', '.join(first)}{joint}{last}" if first else last


def answers(count: int, lang: Lang) -> str:
    """Count answers.

    >>> answers(1, "fr"), answers(3, "en")
    ('1 réponse', '3 answers')
    """
    return Said(f"{count} réponse{'s' if count > 1 else ''}", f"{count} answer{'' if count == 1 else 's'}").in_(lang)


def _there_and_needed(verdict: CellVerdict, lang: Lang) -> str:
    there = answers(verdict.respondents, lang)
    if verdict.reason is Hiding.DOMINATED:
        held, most = percent(verdict.largest_share, lang), percent(verdict.allowed_share, lang)
        return Said(
            f"{there}, dont {held} d’une même organisation ; il en faut {verdict.needed_respondents}, ou "
            f"{verdict.needed_organisations} organisations dont aucune n’en a plus de {most}.",
            f"{there}, {held} of them from one organisation; it takes {verdict.needed_respondents}, or "
            f"{verdict.needed_organisations} organisations of which none has more than {most} of them.",
        ).in_(lang)
    return Said(
        f"{there} ; il en faut {verdict.needed_respondents}, ou {verdict.needed_organisations} organisations.",
        f"{there}; it takes {verdict.needed_respondents}, or {verdict.needed_organisations} organisations.",
    ).in_(lang)


def _read_with(count: int, circles: Sequence[str], names: Names, lang: Lang) -> str:
    if not circles:
        return ""
    subject = Said(
        "Elle est lue" if count == 1 else "Elles sont lues", "It is read" if count == 1 else "They are read"
    ).in_(lang)
    quoted = group_name(circles, lambda circle: _quoted(names(circle), lang), lang)
    many = len(circles) > 1
    return Said(
        f"{subject} avec celles {'des cercles' if many else 'du cercle'} {quoted}.",
        f"{subject} together with those of {'circles' if many else 'circle'} {quoted}.",
    ).in_(lang)


def _quoted(words: str, lang: Lang) -> str:
    return f"«\u202f{words}\u202f»" if lang == "fr" else f"‘{words}’"


def _colon(words: str, lang: Lang) -> str:
    return f"{words}\u202f: " if lang == "fr" else f"{words}: "
