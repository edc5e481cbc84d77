"""From the bytes of `design.yaml` to a design, or to faults with their line."""

from collections.abc import Iterator

from cordee.core.packs.reading.portions import Portion
from cordee.core.packs.reading.shapes import shape
from cordee.core.packs.reading.yaml_source import read_yaml
from cordee.stats.design import Design, Estimate, Replicates
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
FEWEST_REPLICATES, MOST_REPLICATES = 2, 10_000
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
    if design.bootstrap:
        yield from _bootstrap(design, design.bootstrap, name)
    elif design.replicates:
        yield from _given_replicates(design, design.replicates, name)
    if not 0 < design.level < 1:
        yield survey_fault("out-of-range", name, key="level", range="> 0, < 1", found=str(design.level))
    yield from _twice((*design.strata, *design.clusters), name)
    if design.calibration:
        yield from _bounds(design, name)


def _given_replicates(design: Design, asked: Replicates, name: str) -> Iterator[SurveyFault]:
    if design.calibration:
        yield survey_fault("replicates-and-calibration", name)
    if asked.method == "JKn" and not asked.rscales:
        yield survey_fault("jkn-scales", name)
    for key in ("count", "seed"):
        if getattr(asked, key) is not None:
            yield survey_fault("useless-key", name, measure=f"prefix: {asked.prefix}", key=key)


def _bootstrap(design: Design, asked: Replicates, name: str) -> Iterator[SurveyFault]:
    """Find what keeps replicates from being drawn; what the file alone could say has no use here."""
    if asked.method != "bootstrap":
        yield survey_fault("needs-key", name, measure=asked.method, key="prefix")
        return
    if asked.count is None or asked.seed is None:
        key = "count" if asked.count is None else "seed"
        yield survey_fault("needs-key", name, measure="bootstrap", key=key)
    elif not FEWEST_REPLICATES <= asked.count <= MOST_REPLICATES or asked.seed < 0:
        key, found = ("seed", asked.seed) if asked.seed < 0 else ("count", asked.count)
        bounds = "≥ 0" if key == "seed" else f"{FEWEST_REPLICATES}–{MOST_REPLICATES}"
        yield survey_fault("out-of-range", name, key=key, range=bounds, found=str(found))
    useless = {"fay": asked.fay, "scale": asked.scale, "rscales": asked.rscales, "fpc": design.fpc}
    for key, value in useless.items():
        if value:
            yield survey_fault("useless-key", name, measure="bootstrap", key=key)
    if not design.clusters:
        yield survey_fault("bootstrap-clusters", name)
    if design.single_psu == "centered":
        yield survey_fault("bootstrap-centered", name)


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
