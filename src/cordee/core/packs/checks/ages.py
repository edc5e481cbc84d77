"""No tool is older or younger than it says: its first use, its trials and their sources agree, and none is to come."""

from collections.abc import Iterator, Mapping
from datetime import date

from cordee.core.packs.checks.bounds import exists
from cordee.core.packs.checks.finding import Finding, Whole, found
from cordee.core.packs.dates import first_day, last_day
from cordee.core.packs.faults import Path
from cordee.core.packs.library import Source, Tool, Trial
from cordee.core.packs.messages.wording import listed
from cordee.core.packs.text import Identifiers


def check_ages(whole: Whole) -> Iterator[Finding]:
    """Find first uses that nothing attests, trials before them, and sources older than what they attest."""
    published = {source.id: source.published for _, source in whole.every(Source)}
    for path, tool in whole.every(Tool):
        first = tool.first_use
        if first.date and not first.sources:
            yield found((*path, "first_use", "date"), "first-use-without-source", found=first.date)
        yield from _attested_before((*path, "first_use", "date"), first.date, first.sources, published)
        for number, trial in enumerate(tool.trials):
            here = (*path, "trials", number, "date")
            yield from _before_first_use(here, trial, first.date)
            yield from _attested_before(here, trial.date, trial.sources, published)


def check_to_come(whole: Whole, today: date) -> Iterator[Finding]:
    """Find first uses and trials whose date has not come on `today`.

    A year or a month that has begun is no fault: the event may have taken place already.
    """
    for path, tool in whole.every(Tool):
        dated = [((*path, "first_use", "date"), tool.first_use.date)]
        dated += [((*path, "trials", number, "date"), trial.date) for number, trial in enumerate(tool.trials)]
        for here, written in dated:
            if written and exists(written) and first_day(written) > today:
                yield found(here, "date-to-come", found=written, today=today.isoformat())


def _before_first_use(path: Path, trial: Trial, first: str | None) -> Iterator[Finding]:
    """Only what is sure is a fault: 2012-03 may well come after 2012."""
    if not trial.date or not exists(trial.date):
        return
    if first is None:
        yield found(path, "trial-without-first-use", found=trial.date)
    elif exists(first) and last_day(trial.date) < first_day(first):
        yield found(path, "trial-before-first-use", found=trial.date, first=first)


def _attested_before(
    path: Path, written: str | None, sources: Identifiers, published: Mapping[str, str | None]
) -> Iterator[Finding]:
    """Find a date that all its sources were published before; one source without a date, and nothing is sure."""
    dates = [published.get(source) for source in sources]
    known = [one for one in dates if one is not None and exists(one)]
    if not written or not exists(written) or not known or len(known) < len(dates):
        return
    if all(last_day(one) < first_day(written) for one in known):
        yield found(path, "source-too-early", found=written, published=listed(sorted(known)))
