"""From the files that are named to a study: the data, the design, its dictionary, its margins, an engine."""

from pathlib import Path

from cordee.stats.calibration.margins import Margins, read_margins
from cordee.stats.design import Design
from cordee.stats.design_file import read_design
from cordee.stats.faults import SurveyRefused, refusal
from cordee.stats.port import Engine
from cordee.stats.sources.dictionary import Dictionary, absent_variables, from_labels, read_dictionary
from cordee.stats.sources.labelled import labels_in
from cordee.stats.sources.source import Source, source_of
from cordee.stats.study import Study, study_of


def opened_study(data: Path, design_file: Path, engine: str, master: str | None) -> Study:
    """Open everything that a design names; files it names are looked for beside it. SurveyRefused: what is wrong."""
    design = read_design(design_file.name, bytes_of(design_file))
    source, margins = source_of(data), _margins(design, design_file.parent)
    dictionary = _dictionary(design, design_file.parent, source)
    name = design.calibration.margins if design.calibration else ""
    study = study_of(_engine(engine, master), source, design, dictionary, margins, name)
    faults = absent_variables(dictionary, study.prepared.types, design.dictionary or "")
    if faults and design.dictionary:
        raise SurveyRefused(faults)
    return study


def refuse_overwriting(out: Path | None, *inputs: Path) -> None:
    """Refuse to write over what is read. SurveyRefused: the file to write is one of the inputs."""
    if out and out.exists() and any(each.exists() and out.samefile(each) for each in inputs):
        raise refusal("output-is-input", str(out))


def bytes_of(path: Path) -> bytes:
    """Read a small file. SurveyRefused: it is not there, or cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise refusal("missing-file", str(path)) from None
    except OSError as error:
        raise refusal("unreadable-file", str(path), kind="", reason=error.strerror or str(error)) from None


def _dictionary(design: Design, folder: Path, source: Source) -> Dictionary:
    """Read the dictionary of the design; else what an SPSS or Stata file says of itself."""
    if design.dictionary is None:
        return from_labels(*labels_in(source))
    return read_dictionary(design.dictionary, bytes_of(folder / design.dictionary))


def _margins(design: Design, folder: Path) -> Margins | None:
    if design.calibration is None:
        return None
    return read_margins(design.calibration.margins, bytes_of(folder / design.calibration.margins))


def _engine(name: str, master: str | None) -> Engine:
    if name == "spark":
        from cordee.stats.engines.spark_engine import LOCAL, SparkEngine, spark_session

        return SparkEngine(spark_session(master or LOCAL))
    from cordee.stats.engines.polars_engine import PolarsEngine

    return PolarsEngine()
