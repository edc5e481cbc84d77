"""What must hold between the entries of a pack, once each of them has its shape."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from cordee.core.packs.checks.ages import check_ages, check_to_come
from cordee.core.packs.checks.bounds import check_bounds
from cordee.core.packs.checks.cases import check_cases
from cordee.core.packs.checks.compass import check_compass
from cordee.core.packs.checks.courses import check_courses
from cordee.core.packs.checks.finding import Finding, Whole, whole_of
from cordee.core.packs.checks.identifiers import check_identifiers
from cordee.core.packs.checks.instrument import check_instrument
from cordee.core.packs.checks.library import check_library
from cordee.core.packs.checks.references import check_references
from cordee.core.packs.checks.referential import check_referential
from cordee.core.packs.checks.rules import check_rules
from cordee.core.packs.checks.selector import check_selector
from cordee.core.packs.checks.words import check_words
from cordee.core.packs.faults import Fault, fault
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.draft import LISTS, SINGLES, Draft

CHECKS: tuple[Callable[[Whole], Iterator[Finding]], ...] = (
    check_identifiers,
    check_references,
    check_instrument,
    check_rules,
    check_bounds,
    check_library,
    check_courses,
    check_referential,
    check_compass,
    check_selector,
    check_ages,
    check_words,
    check_cases,
)


def check(draft: Draft) -> list[Fault]:
    """Run every check on what could be read, and place what they find."""
    whole = whole_of(draft)
    return _placed(draft, (one for run in CHECKS for one in run(whole)))


def check_on(draft: Draft, today: date) -> list[Fault]:
    """Run the checks that depend on the day, which the caller gives: nothing here has a clock."""
    return _placed(draft, check_to_come(whole_of(draft), today))


def _placed(draft: Draft, findings: Iterable[Finding]) -> list[Fault]:
    return [fault(one.message, draft.place(one.path, one.at_key), one.path, **one.values) for one in findings]


def check_pack(pack: Pack) -> list[Fault]:
    """Run every check on a pack that was not read from files: its faults have a path and no place."""
    return check(
        Draft(
            parts={kind: getattr(pack, kind) for kind in SINGLES},
            lists={kind: list(getattr(pack, kind)) for kind in LISTS},
        )
    )
