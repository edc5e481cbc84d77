"""The surveys of these tests: each a file, a design, what is asked, and what R expects (tests/oracles/survey.R)."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cordee.stats.calibration.margins import read_margins
from cordee.stats.design import Design
from cordee.stats.design_file import read_design
from cordee.stats.engines.polars_engine import PolarsEngine
from cordee.stats.port import Engine
from cordee.stats.sources.dictionary import Dictionary
from cordee.stats.sources.source import source_of
from cordee.stats.study import Study, study_of

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Survey:
    """A file of data, the head of its design, and the file that says what is asked."""

    data: str
    head: str
    asked: str

    @property
    def design(self) -> Design:
        text = "\n".join([self.head, "suppress_under: 0", (HERE / "cases" / self.asked).read_text(encoding="utf-8")])
        return read_design("design.yaml", text.encode())

    def study(self, engine: Engine | None = None, data: Path | None = None) -> Study:
        design = self.design
        margins, name = None, ""
        if design.calibration:
            name = design.calibration.margins
            margins = read_margins(name, (HERE / "cases" / name).read_bytes())
        source = source_of(data or HERE / "data" / self.data)
        return study_of(engine or PolarsEngine(), source, design, Dictionary(), margins, name)


def raking(margins: str, method: str = "raking", more: str = "") -> str:
    return f"calibration: {{method: {method}, margins: {margins}, tolerance: 1.0e-12{more}}}"


STRATA = "weight: pw\nstrata: [stype]"
CLUSTERS = "weight: pw\nclusters: [dnum]"
NESTED = "weight: w\nstrata: [stratum]\nclusters: [psu]"
ROWS = "weight: w\nstrata: [stratum]"
DRAWN = "replicates: {method: bootstrap, count: 40, seed: 2026, df: 39}"

SURVEYS = {
    "api_strata": Survey("apistrat.csv", f"{STRATA}\nfpc: fpc", "api.yaml"),
    "api_clusters": Survey("apiclus1.csv", f"{CLUSTERS}\nfpc: fpc", "api.yaml"),
    "api_clusters_raking": Survey("apiclus1.csv", f"{CLUSTERS}\n{raking('schools.csv')}", "api.yaml"),
    "api_clusters_linear": Survey("apiclus1.csv", f"{CLUSTERS}\n{raking('schools.csv', 'linear')}", "api.yaml"),
    "api_clusters_logit": Survey(
        "apiclus1.csv", f"{CLUSTERS}\n{raking('schools.csv', 'logit', ', bounds: [0.6, 2.2]')}", "api.yaml"
    ),
    "api_strata_raking": Survey("apistrat.csv", f"{STRATA}\n{raking('schools.csv')}", "api.yaml"),
    "api_strata_linear": Survey("apistrat.csv", f"{STRATA}\n{raking('schools.csv', 'linear')}", "api.yaml"),
    **{
        f"api_{drawn}_number_{method}": Survey(data, f"{head}\n{raking('scores.csv', method)}", "api.yaml")
        for drawn, data, head in (("clusters", "apiclus1.csv", CLUSTERS), ("strata", "apistrat.csv", STRATA))
        for method in ("raking", "linear")
    },
    **{
        f"calmar_{method}": Survey("calmar.csv", f"weight: pond\n{raking('calmar_margins.csv', method)}", "calmar.yaml")
        for method in ("raking", "linear")
    },
    "staff_raking": Survey("staff.csv", f"weight: poids\n{raking('employees.csv')}", "staff.yaml"),
    "staff_linear": Survey("staff.csv", f"weight: poids\n{raking('employees.csv', 'linear')}", "staff.yaml"),
    "staff_logit": Survey(
        "staff.csv", f"weight: poids\n{raking('employees.csv', 'logit', ', bounds: [0.4, 2.2]')}", "staff.yaml"
    ),
    "people": Survey("people.csv", NESTED, "people.yaml"),
    "people_fpc": Survey("people.csv", f"{NESTED}\nfpc: clusters", "people.yaml"),
    "people_rows": Survey("people.csv", ROWS, "people.yaml"),
    "people_alone": Survey("people.csv", "weight: w", "people.yaml"),
    "people_raking": Survey("people.csv", f"{NESTED}\n{raking('census.csv')}", "people.yaml"),
    "people_linear": Survey("people.csv", f"{NESTED}\n{raking('census.csv', 'linear')}", "people.yaml"),
    "people_rows_raking": Survey("people.csv", f"{ROWS}\n{raking('census.csv')}", "people.yaml"),
    "both": Survey("people.csv", f"{NESTED}\nfpc: clusters", "both.yaml"),
    "both_raking": Survey("people.csv", f"{NESTED}\n{raking('census.csv')}", "both.yaml"),
    "both_rows_raking": Survey("people.csv", f"{ROWS}\n{raking('census.csv')}", "both.yaml"),
    "lone_centered": Survey("lone.csv", f"{NESTED}\nsingle_psu: centered", "lone.yaml"),
    "lone_certainty": Survey("lone.csv", f"{NESTED}\nsingle_psu: certainty", "lone.yaml"),
    "replicates_brr": Survey("pairs.csv", "weight: w\nreplicates: {prefix: brr_, method: BRR, df: 6}", "pairs.yaml"),
    "replicates_fay": Survey(
        "pairs.csv", "weight: w\nreplicates: {prefix: fay_, method: BRR, fay: 0.3, df: 6}", "pairs.yaml"
    ),
    "replicates_jkn": Survey(
        "pairs.csv",
        f"weight: w\nreplicates: {{prefix: jkn_, method: JKn, df: 6, rscales: [{', '.join(['0.5'] * 12)}]}}",
        "pairs.yaml",
    ),
    "replicates_jk": Survey("pairs.csv", "weight: w\nreplicates: {prefix: jk_, method: JK1, mse: true}", "pairs.yaml"),
    "drawn": Survey("people.csv", f"{NESTED}\n{DRAWN}", "drawn.yaml"),
    "drawn_raking": Survey("people.csv", f"{NESTED}\n{DRAWN}\n{raking('census.csv')}", "drawn.yaml"),
    "drawn_linear": Survey("people.csv", f"{NESTED}\n{DRAWN}\n{raking('census.csv', 'linear')}", "drawn.yaml"),
    "replicates_boot": Survey("pairs.csv", "weight: w\nreplicates: {prefix: boot_, method: bootstrap}", "pairs.yaml"),
}


@cache
def expected(name: str) -> list[dict[str, str]]:
    """What R found: one row an estimate, in the order in which they are asked."""
    with (HERE / "expected" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
