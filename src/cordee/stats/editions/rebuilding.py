"""Computing the figures of an edition again: from the same data and design, to the last digits but two."""

import csv
from collections.abc import Iterator, Mapping
from math import isclose
from pathlib import Path

from cordee.stats.editions.edition import Edition, fingerprint_of
from cordee.stats.faults import SurveyFault, SurveyRefused, refusal, survey_fault
from cordee.stats.result_files import Sheet

AS_CLOSE_AS = 1e-9
"""Relative: sums are taken by several cores at once, and their last digits may change from one run to the next."""


def refuse_other_data(edition: Edition, data: Path) -> None:
    """Refuse data that are not those of an edition. SurveyRefused."""
    if fingerprint_of(data) != edition.data_sha256:
        raise refusal("other-data", str(data), id=edition.id)


def refuse_other_figures(folder: Path, again: Mapping[str, Sheet]) -> None:
    """Compare tables computed again with those of an edition. SurveyRefused: every line that is not the same."""
    faults = [fault for name, sheet in again.items() for fault in _differences(folder / f"{name}.csv", sheet)]
    if faults:
        raise SurveyRefused(faults)


def _differences(path: Path, again: Sheet) -> Iterator[SurveyFault]:
    with path.open(encoding="utf-8", newline="") as stream:
        published = list(csv.reader(stream))
    computed = list(csv.reader(again.as_csv().splitlines()))
    if len(published) != len(computed):
        yield survey_fault("other-count", str(path), published=len(published) - 1, computed=len(computed) - 1)
        return
    for line, (before, after) in enumerate(zip(published, computed, strict=True), start=1):
        if len(before) != len(after) or not all(map(same, before, after)):
            yield survey_fault("other-figure", str(path), line=line)


def same(before: str, after: str) -> bool:
    """Tell whether two cells say the same: the same text, or numbers as close as sums can be.

    >>> same("0.1", "0.10000000000000002"), same("0.1", "0.1001"), same("01", "1"), same("", "0")
    (True, False, False, False)
    """
    if before == after:
        return True
    if not ("." in before or "e" in before):
        return False
    try:
        return isclose(float(before), float(after), rel_tol=AS_CLOSE_AS)
    except ValueError:
        return False
