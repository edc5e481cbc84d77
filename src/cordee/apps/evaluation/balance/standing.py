"""Where the balance stands, in a few words."""

from __future__ import annotations

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.balance import bridge, queries, words


def standing(opened: OpenedEvaluation) -> str:
    """Say how many partners have shared their side."""
    partners = queries.participants_of(opened.evaluation)
    consents = bridge.consents_from(partners, queries.sides_of(opened.evaluation))
    return words.standing_words(sum(each.shared for each in consents.values()), len(partners))
