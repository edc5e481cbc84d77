"""SPSS and Stata files: their types, their missing values, and the labels they carry."""

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from cordee.stats.faults import refusal
from cordee.stats.sources.source import Source


def open_spss(source: Source) -> pl.LazyFrame:
    """Read an SPSS file; values declared missing are missing. SurveyRefused: it cannot be read."""
    return _read(source, _reader("read_sav"))[0].lazy()


def open_stata(source: Source) -> pl.LazyFrame:
    """Read a Stata file. SurveyRefused: it cannot be read."""
    return _read(source, _reader("read_dta"))[0].lazy()


def labels_in(source: Source) -> tuple[Mapping[str, str], Mapping[str, Mapping[str, str]]]:
    """Return what a file says of itself: variable → its text, and variable → code → label. Empty for other kinds."""
    readers = {"SPSS": "read_sav", "Stata": "read_dta"}
    if source.kind not in readers:
        return {}, {}
    meta = _read(source, _reader(readers[source.kind]), metadataonly=True)[1]
    texts = {name: text for name, text in zip(meta.column_names, meta.column_labels, strict=True) if text}
    labels = {
        name: {_code(code): str(label) for code, label in codes.items()}
        for name, codes in meta.variable_value_labels.items()
    }
    return texts, labels


def _reader(name: str) -> Callable[..., Any]:
    import pyreadstat

    reader: Callable[..., Any] = getattr(pyreadstat, name)
    return reader


def _read(source: Source, reader: Callable[..., Any], **options: Any) -> tuple[pl.DataFrame, Any]:
    from pyreadstat import PyreadstatError, ReadstatError

    try:
        frame, meta = reader(str(source.path), output_format="polars", **options)
    except (ReadstatError, PyreadstatError, OSError, UnicodeDecodeError, ValueError) as error:
        raise refusal("unreadable-file", source.name, kind=source.kind, reason=str(error)) from None
    return _empty_text_is_missing(frame), meta


def _empty_text_is_missing(frame: pl.DataFrame) -> pl.DataFrame:
    """These formats have no missing text, only empty text."""
    return frame.with_columns(pl.when(pl.col(pl.String) != "").then(pl.col(pl.String)).name.keep())


def _code(code: object) -> str:
    """Write a code as people do.

    >>> _code(1.0), _code("01")
    ('1', '01')
    """
    return str(int(code)) if isinstance(code, float) and code.is_integer() else str(code)
