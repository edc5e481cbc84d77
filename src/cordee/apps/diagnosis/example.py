"""A finished example: the answers of an invented alliance, read by the same engine and rules as any others."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

import cordee
from cordee.apps.diagnosis.account import Result
from cordee.apps.diagnosis.bridge import read_one
from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.diagnosis.models import Mark
from cordee.apps.diagnosis.result import tell
from cordee.charts.numbers import Lang
from cordee.core.packs.instrument import FACETS
from cordee.core.packs.pack import Pack

FORM = "express"
STORY = _(
    "Une communauté de communes, deux associations d’insertion et une coopérative de transport aident, depuis "
    "trois ans, des jeunes sans permis à rejoindre un emploi ou une formation. La coordinatrice a répondu seule, "
    "en onze minutes."
)
CONTEXT = {
    "profile": "association",
    "size": "size-10-49",
    "territory": "region-53",
    "kind": "societal_innovation",
    "stage": "18_months_to_7_years",
}
CHOICES = {
    "relevance.needs": ("3", "3", "2"),
    "coherence.objectives": ("3", "2", "2"),
    "performance.results": ("3", "2", "1"),
    "efficiency.cost": ("1", "1", "0"),
    "societal_contribution.effects": ("3", "1", "1"),
    "clarity.roles": ("2", "3", "2"),
    "meaning.commitment": ("4", "3", Mark.DONT_KNOW.value),
}


def example_given() -> Given:
    """Return the answers of the invented alliance, topic by topic: vision, action, means."""
    answers = {
        f"{topic}.{facet}": GivenAnswer.from_choice(choice)
        for topic, choices in CHOICES.items()
        for facet, choice in zip(FACETS, choices, strict=True)
    }
    return Given(answers, context=CONTEXT)


def example_result(pack: Pack, lang: Lang) -> Result:
    """Read the example with a pack, in a language, as if it were read today."""
    given = example_given()
    return tell(pack, read_one(pack, FORM, given), given, lang, engine=cordee.__version__, day=timezone.localdate())
