"""From the row of a survey to files that the statistics read, and from these to what a page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from cordee.apps.observatory.models import Survey
from cordee.apps.observatory.surveys import storage
from cordee.stats.calibration.diagnostics import Diagnostics
from cordee.stats.design import Design
from cordee.stats.engines.polars_engine import PolarsEngine
from cordee.stats.estimation import estimate
from cordee.stats.faults import SurveyRefused, Told, refusal
from cordee.stats.opening import opened_study
from cordee.stats.overview import Overview, overview
from cordee.stats.result_files import Sheet
from cordee.stats.reweighting import write_calibrated
from cordee.stats.sheets import comparisons_sheet, estimates_sheet
from cordee.stats.sources.source import source_of

DESIGN, DICTIONARY, MARGINS = "design.yaml", "dictionary.yaml", "margins.csv"
"""The names of its texts, beside the microdata: those that a design must use."""
COMPUTED_KEPT = 4
Found = TypeVar("Found")


@dataclass(frozen=True)
class Inputs:
    """All that the figures of a survey come from; two that are equal give the same figures."""

    data: str
    data_name: str
    data_sha256: str
    design: str
    dictionary: str
    margins: str

    @property
    def fingerprint(self) -> str:
        """Return one SHA-256 of everything."""
        parts = (self.data_name, self.data_sha256, self.design, self.dictionary, self.margins)
        return sha256("\0".join(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Outcome:
    """What a survey gives, or what stands in the way."""

    faults: tuple[Told, ...] = ()
    seen: Overview | None = None
    design: Design | None = None
    estimates: Sheet | None = None
    comparisons: Sheet | None = None
    diagnostics: Diagnostics | None = None

    @property
    def is_ready(self) -> bool:
        """Tell whether there is something to publish."""
        return self.estimates is not None and bool(self.estimates.rows)


def inputs_of(survey: Survey) -> Inputs:
    """Return what the figures of a survey come from."""
    return Inputs(
        survey.data_stored_as, survey.data_name, survey.data_sha256, survey.design, survey.dictionary, survey.margins
    )


@contextmanager
def laid_out(inputs: Inputs) -> Iterator[tuple[Path, Path]]:
    """Lay the files of a survey side by side for a while; give where the microdata and the design are."""
    with TemporaryDirectory(prefix="survey-") as name:
        place = Path(name)
        for text, called in ((inputs.design, DESIGN), (inputs.dictionary, DICTIONARY), (inputs.margins, MARGINS)):
            if text.strip():
                (place / called).write_text(text, encoding="utf-8", newline="\n")
        data = place / f"data{Path(inputs.data_name).suffix.lower()}"
        data.symlink_to(storage.path_of(inputs.data))
        yield data, place / DESIGN


def columns_in(inputs: Inputs) -> tuple[str, ...]:
    """Return the names of the columns of the microdata. SurveyRefused: the file cannot be read."""
    with laid_out(inputs) as (data, _design):
        return tuple(PolarsEngine().scan(source_of(data)).collect_schema().names())


def checked(survey: Survey) -> Outcome:
    """Look at the microdata and the design."""
    return _refusals_told(_checked, survey)


def computed(survey: Survey) -> Outcome:
    """Compute everything that the design asks for; small cells are hidden as in an edition."""
    return _refusals_told(_computed, survey)


def calibrated_bytes(survey: Survey) -> bytes:
    """Return the microdata with their calibrated weights, as Parquet. SurveyRefused: no calibration is asked."""
    with laid_out(_complete(inputs_of(survey))) as (data, design):
        target = data.with_name("weighted.parquet")
        write_calibrated(opened_study(data, design, "polars", None), target)
        return target.read_bytes()


def _refusals_told(compute: Callable[[Inputs], Outcome], survey: Survey) -> Outcome:
    try:
        return compute(_complete(inputs_of(survey)))
    except SurveyRefused as refused:
        return Outcome(faults=tuple(refused.faults))


def _complete(inputs: Inputs) -> Inputs:
    """Refuse a survey that lacks its microdata or its design."""
    for given, name in ((inputs.data, "data"), (inputs.design.strip(), DESIGN)):
        if not given:
            raise refusal("missing-file", name)
    return inputs


@lru_cache(maxsize=COMPUTED_KEPT)
def _checked(inputs: Inputs) -> Outcome:
    with laid_out(inputs) as (data, design):
        study = opened_study(data, design, "polars", None)
        return Outcome(seen=overview(study), design=study.design)


@lru_cache(maxsize=COMPUTED_KEPT)
def _computed(inputs: Inputs) -> Outcome:
    with laid_out(inputs) as (data, design):
        study = opened_study(data, design, "polars", None)
        found = estimate(study)
        compared = comparisons_sheet(found, study.design.level)
        return Outcome(
            design=study.design,
            estimates=estimates_sheet(found),
            comparisons=compared if compared.rows else None,
            diagnostics=found.diagnostics,
        )
