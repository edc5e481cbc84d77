"""What must hold in the rules: stages from 0 up, gaps between two facets, a version told."""

from collections.abc import Iterator
from itertools import pairwise

from cordee.core.packs.checks.finding import Finding, Whole, found
from cordee.core.packs.rules import Condition, GapPattern, Scoring


def check_rules(whole: Whole) -> Iterator[Finding]:
    """Find what does not hold in the scoring rules, the conditions and the card."""
    if whole.scoring:
        yield from _stages_in_disorder(whole.scoring)
    yield from _same_facet(whole)
    if whole.card and whole.card.version not in {change.version for change in whole.card.changes}:
        yield found(("card", "version"), "version-without-words", version=whole.card.version)


def _stages_in_disorder(scoring: Scoring) -> Iterator[Finding]:
    start = scoring.stages[0].from_
    if start != 0:
        yield found(("scoring", "stages", 0, "from"), "first-stage", found=str(start))
    for number, (before, stage) in enumerate(pairwise(scoring.stages), 1):
        if stage.from_ <= before.from_:
            path = ("scoring", "stages", number, "from")
            yield found(path, "stage-order", found=str(stage.from_), before=str(before.from_))


def _same_facet(whole: Whole) -> Iterator[Finding]:
    patterns = ((path, pattern.higher, pattern.lower) for path, pattern in whole.every(GapPattern))
    conditions = ((path, condition.higher, condition.lower) for path, condition in whole.every(Condition))
    for path, higher, lower in (*patterns, *conditions):
        if higher is not None and higher == lower:
            yield found((*path, "lower"), "same-facet", facet=higher)
