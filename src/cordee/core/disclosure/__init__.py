"""What is hidden for confidentiality, in one place: the rule, the plan it gives, and what may then be published.

`rule` says when a group is large enough; `planning` reads the counts of a table and decides who is read with whom;
`masking` gives the table in which everything that could be told apart is safe; `publishing` reads that table and no
other. What is hidden enters no number, so that no subtraction finds it again (docs/decisions/0009).
"""

from cordee.core.disclosure.masking import AnotherTable, masked
from cordee.core.disclosure.plan import Block, Group, HiddenCircle, Plan
from cordee.core.disclosure.planning import open_plan, plan_of
from cordee.core.disclosure.publishing import OrganisationReading, organisation_readings, published_reading
from cordee.core.disclosure.rule import CellVerdict, DisclosureRule, Hiding, Regime, cell_verdict
from cordee.core.disclosure.verbatims import PublishedWord, Word, published_verbatims

__all__ = [
    "AnotherTable",
    "Block",
    "CellVerdict",
    "DisclosureRule",
    "Group",
    "HiddenCircle",
    "Hiding",
    "OrganisationReading",
    "Plan",
    "PublishedWord",
    "Regime",
    "Word",
    "cell_verdict",
    "masked",
    "open_plan",
    "organisation_readings",
    "plan_of",
    "published_reading",
    "published_verbatims",
]
