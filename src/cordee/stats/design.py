"""The design of a survey: how the sample was drawn, how it is calibrated, and what is to be estimated."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from cordee.core.packs.text import Part

Measure = Literal["proportion", "mean", "total", "ratio", "quantile", "difference", "change"]
Plain = Literal["proportion", "mean", "total", "ratio"]
SinglePsu = Literal["fail", "centered", "certainty"]
CalibrationMethod = Literal["raking", "linear", "logit"]
ReplicateMethod = Literal["bootstrap", "JK1", "JKn", "BRR"]
Code = str | int
REST = "rest"
"""What `against` says to compare each domain with all the others together."""


def _number(value: object) -> object:
    """Read a decimal: the reader of YAML keeps « 1.0e-10 » as its author wrote it.

    >>> _number("1.0e-10"), _number(3)
    (1e-10, 3.0)
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise PydanticCustomError("exact_decimal", "a number is expected")
    try:
        return float(value)
    except ValueError:
        raise PydanticCustomError("exact_decimal", "a number is expected") from None


Number = Annotated[float, BeforeValidator(_number)]
Names = Annotated[tuple[str, ...], Field(strict=False)]
Codes = Annotated[tuple[Code, ...], Field(strict=False)]
Numbers = Annotated[tuple[Number, ...], Field(strict=False)]


class Calibration(Part):
    """How weights are adjusted to known totals (Deville & Särndal 1992).

    `margins`: a CSV file beside the design, variable,category,total. `bounds`: for `logit`, the smallest and largest
    ratio of the calibrated weight to the first one.
    """

    method: CalibrationMethod
    margins: str
    tolerance: Number = 1e-10
    max_iterations: int = 200
    bounds: Numbers | None = None


class Replicates(Part):
    """Replicate weights that the file gives: columns whose name starts with `prefix`, in the order of the file.

    Variance = scale × Σ rscales × (replicate − centre)². The centre is the mean of the replicates, or the estimate when
    `mse` is true, as in R survey. Degrees of freedom: `df`, else the number of replicates minus one.
    """

    prefix: str
    method: ReplicateMethod
    fay: Number = 0.0
    scale: Number | None = None
    rscales: Numbers | None = None
    mse: bool = False
    df: int | None = None


class Estimate(Part):
    """What is asked for: a measure of one or several variables, in every crossing of the domains `by`."""

    measure: Measure
    variable: str | None = None
    variables: Names = ()
    values: Codes = ()
    denominator: str | None = None
    quantiles: Numbers = ()
    by: Names = ()
    of: Plain | None = None
    along: str | None = None
    against: Code | None = None
    from_: Code | None = Field(default=None, alias="from")
    to: Code | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """Return the variables, whether one or several were named.

        >>> Estimate(measure="mean", variable="q1").asked
        ('q1',)
        """
        return (self.variable,) if self.variable else self.variables

    @property
    def plain(self) -> Measure:
        """Return the measure that is compared, or the measure itself.

        >>> Estimate(measure="difference", of="mean", variable="q1", along="region", against="rest").plain
        'mean'
        """
        return self.of or self.measure

    @property
    def domains(self) -> tuple[str, ...]:
        """Return the variables that cut the sample: those of `by`, then the one along which a difference is taken."""
        return (*self.by, self.along) if self.along else self.by


class Design(Part):
    """What `design.yaml` says.

    Without `weight` each row counts for 1; without `clusters` the rows are the units. `fpc` names a column with the
    number of clusters of the population of the stratum, or the sampling fraction. `suppress_under` hides figures
    that rest on fewer respondents; 0 hides none. `level` is that of the intervals.
    """

    weight: str | None = None
    strata: Names = ()
    clusters: Names = ()
    fpc: str | None = None
    single_psu: SinglePsu = "fail"
    replicates: Replicates | None = None
    calibration: Calibration | None = None
    dictionary: str | None = None
    suppress_under: int = 30
    level: Number = 0.95
    estimates: Annotated[tuple[Estimate, ...], Field(strict=False)] = ()
