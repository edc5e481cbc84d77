"""What must hold in a selector: rules on answers that exist, methods that can be proposed, costs that make sense."""

from collections.abc import Iterator, Mapping

from cordee.core.packs.checks.compass import unoffered
from cordee.core.packs.checks.finding import Finding, Whole, found
from cordee.core.packs.faults import Path
from cordee.core.packs.selector import ApproachAdvice, Method, SelectorQuestion, SelectorRule


def check_selector(whole: Whole) -> Iterator[Finding]:
    """Find rules that name no answer, and methods that nothing proposes or that one rule always excludes."""
    for path, method in whole.every(Method):
        if method.days.least > method.days.most:
            yield found((*path, "days"), "span-order", least=method.days.least, most=method.days.most)
        yield from _never_proposed(path, method)
    for path, advice in whole.every(ApproachAdvice):
        yield from _never_proposed(path, advice)
    if "selector_questions" in whole.unread:
        return
    offered = {question.id: [choice.id for choice in question.choices] for _, question in whole.every(SelectorQuestion)}
    entries: list[tuple[Path, Method | ApproachAdvice]] = [*whole.every(Method), *whole.every(ApproachAdvice)]
    for path, entry in entries:
        for number, rule in enumerate(entry.rules):
            yield from _check_rule((*path, "rules", number), entry.id, rule, offered)


def _never_proposed(path: Path, entry: Method | ApproachAdvice) -> Iterator[Finding]:
    if all(rule.effect == "excludes" for rule in entry.rules):
        yield found((*path, "rules"), "method-never-fits", id=entry.id)


def _check_rule(path: Path, owner: str, rule: SelectorRule, offered: Mapping[str, list[str]]) -> Iterator[Finding]:
    if rule.question not in offered:
        return
    yield from unoffered((*path, "choices"), rule.choices, offered[rule.question])
    if rule.effect == "excludes" and {*offered[rule.question]} <= {*rule.choices}:
        yield found((*path, "choices"), "always-excluded", id=owner)
