"""From the bytes of `design.yaml` to a design, or to faults with their line."""

from collections.abc import Iterator

from cordee.core.packs.reading.portions import Portion
from cordee.core.packs.reading.shapes import shape
from cordee.core.packs.reading.yaml_source import read_yaml
from cordee.stats.design import Design, Estimate
from cordee.stats.faults import SurveyFault, SurveyRefused, Told, survey_fault

NEEDS: dict[str, tuple[str, ...]] = {
    "proportion": ("values",),
    "mean": (),
    "total": (),
    "ratio": ("denominator",),
    "quantile": ("quantiles",),
    "difference": ("of", "along", "against"),
    "change": ("of", "along", "from", "to"),
}
MAY: dict[str, tuple[str, ...]] = {**dict.fromkeys(NEEDS, ()), "total": ("values",)}
PARTICULAR = ("values", "denominator", "quantiles", "of", "along", "against", "from", "to")


def read_design(name: str, content: bytes) -> Design:
    """Read a design strictly. SurveyRefused: every fault, with its line.

    >>> design = read_design("design.yaml", b"weight: w\\nestimates:\\n  - {measure: mean, variable: q1}\\n")
    >>> design.estimates[0].asked
    ('q1',)
    >>> read_design("design.yaml", b"wieght: w\\n")
    Traceback (most recent call last):
    cordee.stats.faults.SurveyRefused: design.yaml:1:1: There is no key ‘wieght’ here.
        Did you mean ‘weight’?
    """
    source, faults = read_yaml(name, content)
    if source is None or faults:
        raise SurveyRefused(faults)
    design, faults = shape(Design, Portion("design", source.data, source.place))
    if design is None:
        raise SurveyRefused(faults)
    found: list[Told] = [*_whole(design, name)]
    for number, estimate in enumerate(design.estimates):
        found += _estimate(estimate, source.place(("estimates", number)).in_("en"))
    if found:
        raise SurveyRefused(found)
    return design


def _whole(design: Design, name: str) -> Iterator[SurveyFault]:
    if design.replicates and design.calibration:
        yield survey_fault("replicates-and-calibration", name)
    if design.replicates and design.replicates.method == "JKn" and not design.replicates.rscales:
        yield survey_fault("jkn-scales", name)
    if not 0 < design.level < 1:
        yield survey_fault("out-of-range", name, key="level", range="> 0, < 1", found=str(design.level))
    yield from _twice((*design.strata, *design.clusters), name)
    if design.calibration:
        yield from _bounds(design, name)


def _bounds(design: Design, name: str) -> Iterator[SurveyFault]:
    calibration = design.calibration
    if calibration is None:
        return
    bounds = calibration.bounds or ()
    if calibration.method == "logit" and not (len(bounds) == 2 and 0 <= bounds[0] < 1 < bounds[1]):
        yield survey_fault("bad-bounds", name, found=str(list(bounds)))
    if calibration.method != "logit" and bounds:
        yield survey_fault("useless-key", name, measure=calibration.method, key="bounds")
    if not 0 < calibration.tolerance < 1:
        yield survey_fault("out-of-range", name, key="tolerance", range="> 0, < 1", found=str(calibration.tolerance))
    if calibration.max_iterations < 1:
        found = str(calibration.max_iterations)
        yield survey_fault("out-of-range", name, key="max_iterations", range="≥ 1", found=found)


def _estimate(estimate: Estimate, place: str) -> Iterator[SurveyFault]:
    given = {key for key in PARTICULAR if _is_given(estimate, key)}
    needed = _needed(estimate)
    if not estimate.asked and not (estimate.plain == "total" and not estimate.values):
        yield survey_fault("needs-key", place, measure=estimate.measure, key="variable")
    for key in needed:
        if key not in given:
            yield survey_fault("needs-key", place, measure=estimate.measure, key=key)
    for key in sorted(given - set(needed) - set(MAY[estimate.plain])):
        yield survey_fault("useless-key", place, measure=estimate.measure, key=key)
    for quantile in estimate.quantiles:
        if not 0 < quantile < 1:
            yield survey_fault("out-of-range", place, key="quantiles", range="> 0, < 1", found=str(quantile))
    yield from _twice(estimate.domains, place)


def _needed(estimate: Estimate) -> tuple[str, ...]:
    """Return the keys a measure needs; a comparison needs those of what it compares too."""
    return NEEDS[estimate.measure] + (NEEDS[estimate.of] if estimate.of else ())


def _is_given(estimate: Estimate, key: str) -> bool:
    value = getattr(estimate, "from_" if key == "from" else key)
    return value is not None and value != ()


def _twice(names: tuple[str, ...], place: str) -> Iterator[SurveyFault]:
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield survey_fault("twice-in-by", place, column=name)
