"""What is hidden for confidentiality, in one place: the rule, the plan it gives, and what may then be published.

`rule` says when a group is large enough; `planning` reads the counts of a table and decides who is read with whom;
`masking` blanks what is left out and `dealing` parts answers from those who gave them, which gives the one table that
may be read; `publishing` reads that table and no other. What is hidden enters no number, so that no subtraction finds
it again (docs/decisions/0009). Any other measure that is shown must be computed from `masked(table, plan)` too.
"""

from cordee.core.disclosure.masking import AnotherTable, masked
from cordee.core.disclosure.plan import Block, Group, HiddenCircle, Plan
from cordee.core.disclosure.planning import open_plan, plan_of, plan_under
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
    "plan_under",
    "published_reading",
    "published_verbatims",
]
