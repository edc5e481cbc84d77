"""SDMX-CSV 1.0: one line for each estimate, dimensions first, then the observation and its attributes (SDMX 2019)."""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from cordee.stats.metadata.described import Described
from cordee.stats.result_files import Sheet
from cordee.stats.results import AFTER, BEFORE, Cell

TOTAL, NOT_APPLICABLE = "_T", "_Z"
"""The codes of SDMX for « all categories together » and for « has no meaning here »."""
ATTRIBUTES = {"N": "n", "N_EFF": "n_eff", "SE": "se", "LOWER": "lower", "UPPER": "upper", "DF": "df", "DEFF": "deff"}
STATUS = {"ok": "A", "suppressed": "Q", "too_few": "U", "single_psu": "A"}
"""CL_OBS_STATUS: A normal, Q missing because hidden, U of low reliability, M missing."""
AGENCY = "CORDEE"


def sdmx_csv_of(described: Described) -> str:
    """Return the estimates of an edition as SDMX-CSV.

    The dataflow is `CORDEE:<id>(1.0)`. Dimensions are MEASURE, VARIABLE, VALUES and one for each variable that cuts the
    sample; a category that holds letters which a code of SDMX may not hold is written without them.
    """
    table = described.sheets["estimates"]
    domains = [name for name in table.columns if name not in (*BEFORE, *AFTER)]
    names = codes_of([name.upper() for name in domains])
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    dimensions = [*(name.upper() for name in BEFORE), *(names[name.upper()] for name in domains)]
    writer.writerow(["DATAFLOW", *dimensions, "OBS_VALUE", *ATTRIBUTES, "OBS_STATUS", "STATUS"])
    flow = f"{AGENCY}:{described.edition.id}(1.0)"
    writer.writerows([flow, *row] for row in _rows(table, domains))
    return out.getvalue()


def _rows(table: Sheet, domains: Sequence[str]) -> Iterator[list[Cell]]:
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    codes = {name: codes_of([str(row[name]) for row in rows if row[name]]) for name in (*BEFORE, *domains)}
    for row in rows:
        dimensions = [_code(row[name], codes[name], NOT_APPLICABLE) for name in BEFORE]
        dimensions += [_code(row[name], codes[name], TOTAL) for name in domains]
        attributes = [row[name] for name in ATTRIBUTES.values()]
        missing = row["estimate"] is None and row["status"] != "suppressed"
        status = "M" if missing else STATUS[str(row["status"])]
        yield [*dimensions, row["estimate"], *attributes, status, row["status"]]


def _code(cell: Cell, codes: Mapping[str, str], empty: str) -> str:
    return codes[str(cell)] if cell else empty


def codes_of(texts: Sequence[str]) -> dict[str, str]:
    """Return the code of each text: letters without accents, digits, « _ », « - »; two texts never share one.

    >>> codes_of(["11", "Île-de-France", "a b", "a_b", "a/b"])
    {'11': '11', 'Île-de-France': 'Ile-de-France', 'a b': 'a_b', 'a_b': 'a_b_2', 'a/b': 'a_b_3'}
    """
    codes: dict[str, str] = {}
    taken: set[str] = set()
    for text in dict.fromkeys(texts):
        plain = re.sub(r"[^A-Za-z0-9_@$-]+", "_", _without_accents(text))
        code, number = plain, 1
        while code in taken:
            number += 1
            code = f"{plain}_{number}"
        taken.add(code)
        codes[text] = code
    return codes


def _without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
