"""What must hold in worked cases: answers that reach something, expectations about what is asked."""

from collections.abc import Iterator

from cordee.core.packs.cases import WorkedCase
from cordee.core.packs.checks.finding import Finding, Whole, found
from cordee.core.packs.faults import Path
from cordee.core.packs.instrument import Instrument
from cordee.core.packs.messages.wording import suggestion
from cordee.core.packs.rules import HEADLINES

EVERY_ITEM = "*"


def check_cases(whole: Whole) -> Iterator[Finding]:
    """Find answers and expectations that reach nothing."""
    for path, case in whole.every(WorkedCase):
        headline = case.expected.headline
        if headline is not None and headline not in HEADLINES:
            proposal = suggestion(headline, HEADLINES)
            yield found((*path, "expected", "headline"), "unknown-headline", found=headline, suggestion=proposal)
        if whole.instrument:
            yield from _check_against(whole.instrument, path, case)


def _check_against(instrument: Instrument, path: Path, case: WorkedCase) -> Iterator[Finding]:
    if case.instrument != instrument.id:
        yield found((*path, "instrument"), "case-instrument", found=case.instrument, expected=instrument.id)
    everything, asked = _everything(instrument), _asked(instrument, case.form)
    for inside, name in _targets(path, case):
        if name not in everything:
            proposal = suggestion(name, [*everything, EVERY_ITEM])
            yield found(inside, "unknown-answer-target", at_key=True, found=name, suggestion=proposal)
        elif asked and name not in asked:
            yield found(inside, "outside-form", at_key=True, found=name, form=case.form)
    for number, item in enumerate(case.expected.items):
        if asked and item.item in everything and item.item not in asked:
            inside = (*path, "expected", "items", number, "item")
            yield found(inside, "outside-form", found=item.item, form=case.form)


def _targets(path: Path, case: WorkedCase) -> Iterator[tuple[Path, str]]:
    for number, respondent in enumerate(case.respondents):
        for name in respondent.answers:
            if name != EVERY_ITEM:
                yield (*path, "respondents", number, "answers", name), name


def _everything(instrument: Instrument) -> frozenset[str]:
    topics = [topic for axis in instrument.axes for topic in axis.topics]
    items = [item for topic in topics for item in topic.items]
    ids = [*(axis.id for axis in instrument.axes), *(topic.id for topic in topics), *(item.id for item in items)]
    return frozenset(ids)


def _asked(instrument: Instrument, form_id: str) -> frozenset[str]:
    """The axes, topics and items that a form asks; nothing when the form, or a topic of it, does not exist."""
    try:
        topics = instrument.topics_of(form_id)
    except KeyError:
        return frozenset()
    asked = {topic.id for topic in topics}
    axes = [axis.id for axis in instrument.axes if any(topic.id in asked for topic in axis.topics)]
    return frozenset([*axes, *(topic.id for topic in topics), *(item.id for topic in topics for item in topic.items)])
