"""A study: a file, its design, its dictionary and margins, and the engine that reads it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cordee.core.packs.messages.wording import Said, suggestion
from cordee.stats.calibration.margins import Margins
from cordee.stats.design import Code, Design
from cordee.stats.faults import SurveyRefused, refusal, survey_fault
from cordee.stats.items import codes_used, numbers_used
from cordee.stats.port import Engine
from cordee.stats.preparing import Prepared, prepare
from cordee.stats.raw_columns import Uses, codes_like
from cordee.stats.results import AFTER, BEFORE
from cordee.stats.sources.dictionary import Dictionary
from cordee.stats.sources.source import Source


@dataclass(frozen=True)
class Study:
    """What is computed on: nothing of it is read yet."""

    engine: Engine
    source: Source
    design: Design
    dictionary: Dictionary
    margins: Margins | None
    margins_name: str
    prepared: Prepared
    replicates: tuple[str, ...] = ()

    def codes(self, variable: str, values: tuple[Code, ...]) -> tuple[str | float, ...]:
        """Return values as the column of a variable holds them. SurveyRefused: text is asked of a column of numbers."""
        found = codes_like(self.prepared.types[variable], values)
        if len(found) < len(values):
            odd = next(value for value in values if not codes_like(self.prepared.types[variable], (value,)))
            told = Said("Cette colonne ne contient que des nombres.", "This column holds numbers only.")
            raise refusal("unknown-category", self.source.name, category=odd, column=variable, suggestion=told)
        return tuple(found)


def study_of(
    engine: Engine,
    source: Source,
    design: Design,
    dictionary: Dictionary | None = None,
    margins: Margins | None = None,
    margins_name: str = "margins.csv",
) -> Study:
    """Prepare a study. SurveyRefused: the file cannot be opened, or a column of the design is not in it."""
    dictionary = dictionary or Dictionary()
    raw = engine.scan(source)
    names = raw.collect_schema().names()
    replicates = _replicates(design, names, source)
    prepared = prepare(raw, _uses(design, margins, replicates), dictionary, source.name)
    return Study(engine, source, design, dictionary, margins, margins_name, prepared, replicates)


def _uses(design: Design, margins: Margins | None, replicates: tuple[str, ...]) -> Uses:
    domains = tuple(dict.fromkeys(name for asked in design.estimates for name in asked.domains))
    _refuse_reserved(domains)
    variables, numbers = (margins.variables, margins.numbers) if margins else ((), ())
    return Uses(
        weight=design.weight, fpc=design.fpc, strata=design.strata, clusters=design.clusters, domains=domains,
        margins=tuple(name for name in variables if name not in numbers),
        numbers=tuple(dict.fromkeys((*numbers_used(design), *numbers))), codes=codes_used(design),
        replicates=replicates, number_margins=numbers,
    )  # fmt: skip


def _refuse_reserved(domains: Sequence[str]) -> None:
    faults = [survey_fault("reserved-name", "", column=name) for name in domains if name in (*BEFORE, *AFTER)]
    if faults:
        raise SurveyRefused(faults)


def _replicates(design: Design, names: Sequence[str], source: Source) -> tuple[str, ...]:
    asked = design.given_replicates
    if asked is None or asked.prefix is None:
        return ()
    found = tuple(name for name in names if name.startswith(asked.prefix) and name != design.weight)
    if len(found) < 2:
        raise refusal("few-replicates", source.name, pattern=f"{asked.prefix}*", found=len(found))
    if asked.rscales is not None and len(asked.rscales) != len(found):
        raise refusal("replicate-scales", source.name, found=len(asked.rscales), expected=len(found))
    return found


def refuse_unknown_categories(study: Study, variable: str, present: Sequence[str], wanted: Sequence[str]) -> None:
    """Refuse a category that a difference names and that the data do not hold. SurveyRefused: it says which."""
    faults = [
        survey_fault(
            "unknown-category", study.source.name, category=category, column=variable,
            suggestion=suggestion(category, list(present)),
        )
        for category in wanted
        if category not in present
    ]  # fmt: skip
    if faults:
        raise SurveyRefused(faults)
