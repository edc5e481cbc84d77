"""From the raw columns of a file to the few columns that statistics read: weight, keys, numbers, codes, and flags."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

import narwhals as nw

from cordee.core.packs.messages.wording import suggestion
from cordee.stats.columns import WEIGHT, Among
from cordee.stats.faults import SurveyFault, SurveyRefused, survey_fault
from cordee.stats.flags import Flag, flags_of
from cordee.stats.port import Sum, Table
from cordee.stats.raw_columns import Reader, Uses
from cordee.stats.sources.dictionary import Dictionary

FLAGGED = "_flagged"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What statistics read, not read yet, and what must be looked at before believing it.

    `columns`: each column of the table, but flags, as an expression on raw columns.
    """

    table: Table
    raw: Table
    flags: tuple[Flag, ...]
    types: Mapping[str, nw.dtypes.DType]
    columns: Mapping[str, nw.Expr]

    @property
    def check(self) -> Sum:
        """Return the sum that counts rows on which a flag is raised, whichever it is."""
        return Sum(0, Among(FLAGGED, (True,)))

    @property
    def checks(self) -> tuple[Sum, ...]:
        """Return one sum a flag: on how many rows it is raised."""
        return tuple(Sum(0, Among(_flag(place), (True,))) for place in range(len(self.flags)))

    def helpers(self, columns: Sequence[str]) -> list[nw.Expr]:
        """Return the weight and some columns as expressions on raw columns, to be added beside them."""
        return [self.columns[name].alias(name) for name in (WEIGHT, *columns)]


def prepare(raw: Table, uses: Uses, dictionary: Dictionary, name: str) -> Prepared:
    """Choose and convert the columns that are used, without reading a row. SurveyRefused: a column is not there."""
    types = dict(raw.collect_schema())
    _refuse_absent(uses.columns, list(types), name)
    reader = Reader(types, dictionary)
    flags = tuple(flags_of(reader, uses))
    converted = reader.columns(uses)
    raised = [flag.condition.fill_null(value=False) for flag in flags]
    told = {_flag(place): condition for place, condition in enumerate(raised)}
    columns = {**converted, **told, FLAGGED: reduce(or_, raised, nw.lit(value=False))}
    table = raw.select(*(column.alias(name) for name, column in columns.items()))
    return Prepared(table, raw, flags, types, converted)


def _flag(place: int) -> str:
    return f"_flag_{place}"


def _refuse_absent(wanted: Iterable[str], known: Sequence[str], name: str) -> None:
    faults: list[SurveyFault] = [
        survey_fault("missing-column", name, column=column, suggestion=suggestion(column, list(known)))
        for column in wanted
        if column not in known
    ]
    if faults:
        raise SurveyRefused(faults)
