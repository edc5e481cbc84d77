"""From the flags that rows raised to faults that say on which lines."""

from cordee.core.packs.messages.wording import Said, Value
from cordee.stats.faults import SurveyFault, SurveyRefused, refusal, survey_fault
from cordee.stats.flags import ROLES, Flag
from cordee.stats.port import Engine, Grouping
from cordee.stats.preparing import Prepared
from cordee.stats.sources.source import Source

LINES_SHOWN = 3


def refuse_flagged(prepared: Prepared, engine: Engine, source: Source) -> None:
    """Refuse a file some rows of which raise flags. SurveyRefused: one fault for each kind, with the first lines."""
    (found,) = engine.grouped(prepared.table, [Grouping((), prepared.checks)])
    counts = [int(found.sums[check].sum()) for check in prepared.checks]
    raised = [(flag, count) for flag, count in zip(prepared.flags, counts, strict=True) if count]
    raise SurveyRefused(_told(prepared, flag, count, engine, source) for flag, count in raised)


def refuse_empty(rows: float, source: Source) -> None:
    """Refuse a file without rows. SurveyRefused: there is none."""
    if not rows:
        raise refusal("no-rows", source.name)


def _told(prepared: Prepared, flag: Flag, count: int, engine: Engine, source: Source) -> SurveyFault:
    places = engine.places(prepared.raw, flag.condition, LINES_SHOWN)
    values: dict[str, Value] = {"column": flag.column, "count": count, "lines": _lines(places, source, count)}
    if flag.role == "margin":
        values["variable"] = flag.column
    if flag.role:
        values["role"] = ROLES[flag.role]
    return survey_fault(flag.message, source.name, **values)


def _lines(places: list[int], source: Source, count: int) -> Said:
    """Say where to look, in the numbering of the file.

    >>> from pathlib import Path
    >>> _lines([0, 4], Source(Path("a.csv"), "CSV"), 9).en
    ' (lines 2, 6…)'
    """
    if not places:
        return Said("", "")
    numbers = ", ".join(str(place + source.first_line) for place in places)
    if count == 1:
        return Said(f" (ligne {numbers})", f" (line {numbers})")
    more = "…" if count > len(places) else ""
    return Said(f" (lignes {numbers}{more})", f" (lines {numbers}{more})")
