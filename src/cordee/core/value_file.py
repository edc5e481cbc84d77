"""A table of dated figures to bring into an evaluation: what each row says, or what is wrong with it and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from cordee.core.amounts import read_amount, unit_fits
from cordee.core.packs.messages.wording import Message, Said, Value, said
from cordee.core.packs.text import Lang
from cordee.core.pasted import folded

MOST_ROWS = 10_000

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "indicator": ("indicateur", "indicator", "id"),
    "date": ("date", "jour", "day"),
    "value": ("valeur", "value"),
    "group": ("groupe", "group"),
    "note": ("source", "note"),
}
"""The names of the columns, in the order in which they are read when there is no header."""

MESSAGES: dict[str, Message] = {
    "too-many": said(
        "Au-delà de {limit} lignes, rien n’est lu.",
        "Beyond {limit} rows, nothing is read.",
        "Envoyez-les en plusieurs fois.",
        "Send them in several goes.",
    ),
    "broken": said(
        "Un guillemet droit ne se referme pas.",
        "A straight quotation mark is never closed.",
        "Refermez-le ou effacez-le.",
        "Close it or delete it.",
    ),
    "no-indicator": said(
        "Aucun indicateur ne s’appelle « {found} ».",
        "No indicator is called ‘{found}’.",
        "Écrivez son nom exact ou son identifiant, ou ajoutez-le d’abord.",
        "Write its exact name or its identifier, or add it first.",
    ),
    "same-name": said(
        "Plusieurs indicateurs s’appellent « {found} ».",
        "Several indicators are called ‘{found}’.",
        "Écrivez l’identifiant de celui que vous voulez.",
        "Write the identifier of the one you mean.",
    ),
    "no-date": said(
        "« {found} » n’est pas une date.",
        "‘{found}’ is not a date.",
        "Écrivez-la ainsi : 31/12/2026 ou 2026-12-31.",
        "Write it so: 31/12/2026 or 2026-12-31.",
    ),
    "future": said(
        "Le {found} n’est pas encore venu : une valeur se relève, elle ne se prévoit pas.",
        "{found} has not come yet: a value is taken, not foreseen.",
        "Corrigez la date ; ce qui est visé s’écrit comme cible.",
        "Mend the date; what you aim at is written as the target.",
    ),
    "no-value": said(
        "« {found} » n’est pas un nombre.",
        "‘{found}’ is not a number.",
        "Écrivez un nombre, comme 1 234,5 ; une valeur inconnue se laisse de côté, elle ne vaut pas 0.",
        "Write a number, such as 1,234.5; leave an unknown value out, it is not 0.",
    ),
    "unit": said(
        "« {found} » n’est pas dans l’unité de l’indicateur, qui est « {unit} ».",
        "‘{found}’ is not in the unit of the indicator, which is ‘{unit}’.",
        "Convertissez la valeur, ou retirez l’unité si elle est déjà en « {unit} ».",
        "Convert the value, or remove the unit if it already is in ‘{unit}’.",
    ),
    "group": said(
        "Cet indicateur n’a pas de groupe « {found} ».",
        "This indicator has no group ‘{found}’.",
        "Groupes possibles : {groups}. Laissez la case vide pour l’ensemble.",
        "Possible groups: {groups}. Leave the cell empty for everybody.",
    ),
    "twice": said(
        "La même date et le même groupe sont déjà à la ligne {line}.",
        "The same date and group are already on line {line}.",
        "Gardez l’une des deux lignes.",
        "Keep one of the two lines.",
    ),
    "kept": said(
        "Une autre valeur est enregistrée ce jour-là : {kept}.",
        "Another value is kept for that day: {kept}.",
        "Retirez la ligne, ou corrigez la valeur sur la page de l’indicateur : l’ancienne restera dans son historique.",
        "Remove the line, or correct the value on the page of the indicator: the former one stays in its history.",
    ),
}
_COLUMN_NAMES = {
    "": Said("ligne", "row"),
    "indicator": Said("indicateur", "indicator"),
    "date": Said("date", "date"),
    "value": Said("valeur", "value"),
    "group": Said("groupe", "group"),
}
_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y")


@dataclass(frozen=True, slots=True)
class KnownIndicator:
    """An indicator that rows may name: its identifier, name, unit and groups."""

    id: str
    name: str
    unit: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it came: its line from 1, its cells, and whether its quotation marks do not close."""

    line: int
    cells: tuple[str, ...]
    broken: bool = False


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A figure that may be written: the line it came from, its indicator by id, and what it says."""

    line: int
    indicator: str
    on: date
    value: float
    group: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong with a row: its line, the column, what, what to do."""

    id: str
    line: int
    column: Said
    message: Said
    remedy: Said


@dataclass
class ValueFile:
    """What a table says: figures to write, rows that are already kept as they are, and faults, each at its line."""

    values: list[ReadValue] = field(default_factory=list)
    already: list[int] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)
    header: int | None = None


Kept = Mapping[tuple[str, date, str], float]


def read_values(rows: Sequence[Row], known: Iterable[KnownIndicator], kept: Kept, today: date, lang: Lang) -> ValueFile:
    """Read rows of indicator, date, value, group, note, under a header or in that order.

    An indicator is named by its identifier or its exact name, without regard to capitals and accents. Dates are
    2026-12-31 or 31/12/2026; decimals are French or English. A row that says what is kept already is set apart, one
    that says something else of the same day is a fault: nothing is replaced unseen. Never raises.

    >>> bus = KnownIndicator("i1", "Trajets", "km")
    >>> rows = [Row(1, ("Trajets", "31/12/2025", "3,5")), Row(2, ("Trajets", "2025-12-30", "3 €"))]
    >>> read = read_values(rows, [bus], {}, date(2026, 1, 1), "fr")
    >>> read.values[0].value, [(fault.line, fault.id) for fault in read.faults]
    (3.5, [(2, 'unit')])
    """
    reader = _Reader(known, kept, today, lang)
    body = reader.take_header(rows)
    for row in body[:MOST_ROWS]:
        reader.read(row)
    if len(body) > MOST_ROWS:
        reader.refuse(body[MOST_ROWS].line, _Fault("too-many", "", limit=MOST_ROWS))
    return reader.file


def read_day(text: str) -> date | None:
    """Read a date as it is typed or as a spreadsheet writes it.

    >>> read_day("31/12/2026"), read_day("2026-12-31 00:00:00"), read_day("31/02/2026")
    (datetime.date(2026, 12, 31), datetime.date(2026, 12, 31), None)
    """
    bare = text.removesuffix(" 00:00:00")
    for pattern in _FORMATS:
        try:
            return datetime.strptime(bare, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


class _Fault(Exception):
    def __init__(self, code: str, column: str, **values: Value) -> None:
        super().__init__(code)
        self.code, self.column, self.values = code, column, values


class _Reader:
    def __init__(self, known: Iterable[KnownIndicator], kept: Kept, today: date, lang: Lang) -> None:
        self.file = ValueFile()
        self._kept, self._today, self._lang = kept, today, lang
        self._by_id: dict[str, KnownIndicator] = {}
        self._by_name: dict[str, list[KnownIndicator]] = {}
        self._seen: dict[tuple[str, date, str], int] = {}
        self._places = {name: place for place, name in enumerate(COLUMNS)}
        for one in known:
            self._by_id[one.id] = one
            self._by_name.setdefault(folded(one.name), []).append(one)

    def take_header(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Read the header when the first row is one, and return the other rows."""
        if not rows:
            return rows
        names = {folded(cell): place for place, cell in enumerate(rows[0].cells)}
        places = {key: names[word] for key, words in COLUMNS.items() for word in words if word in names}
        if not {"indicator", "date", "value"} <= set(places):
            return rows
        self._places, self.file.header = places, rows[0].line
        return rows[1:]

    def read(self, row: Row) -> None:
        """Keep what a row says, or say what is wrong with it."""
        try:
            value = self._value_of(row)
        except _Fault as fault:
            self.refuse(row.line, fault)
            return
        if value is None:
            self.file.already.append(row.line)
        else:
            self.file.values.append(value)

    def refuse(self, line: int, fault: _Fault) -> None:
        """Note a fault."""
        message = MESSAGES[fault.code]
        what, remedy = message.what.fill(fault.values), message.remedy.fill(fault.values)
        self.file.faults.append(RowFault(fault.code, line, _COLUMN_NAMES[fault.column], what, remedy))

    def _value_of(self, row: Row) -> ReadValue | None:
        if row.broken:
            raise _Fault("broken", "")
        indicator = self._indicator(self._cell(row, "indicator"))
        day = self._day(self._cell(row, "date"))
        figure = self._figure(self._cell(row, "value"), indicator)
        group = _group(self._cell(row, "group"), indicator)
        key = (indicator.id, day, group)
        if key in self._seen:
            raise _Fault("twice", "date", line=self._seen[key])
        self._seen[key] = row.line
        if key not in self._kept:
            return ReadValue(row.line, indicator.id, day, figure, group, self._cell(row, "note")[:300])
        if self._kept[key] != figure:
            raise _Fault("kept", "value", kept=f"{self._kept[key]:g}")
        return None

    def _cell(self, row: Row, column: str) -> str:
        place = self._places.get(column, len(row.cells))
        return row.cells[place] if place < len(row.cells) else ""

    def _indicator(self, text: str) -> KnownIndicator:
        if text in self._by_id:
            return self._by_id[text]
        found = self._by_name.get(folded(text), [])
        if len(found) == 1:
            return found[0]
        raise _Fault("same-name" if found else "no-indicator", "indicator", found=text)

    def _day(self, text: str) -> date:
        day = read_day(text)
        if day is None:
            raise _Fault("no-date", "date", found=text)
        if day > self._today:
            raise _Fault("future", "date", found=text)
        return day

    def _figure(self, text: str, indicator: KnownIndicator) -> float:
        amount = read_amount(text, self._lang)
        if amount is None:
            raise _Fault("no-value", "value", found=text)
        if not unit_fits(amount.unit, indicator.unit):
            raise _Fault("unit", "value", found=text, unit=indicator.unit)
        return amount.value


def _group(text: str, indicator: KnownIndicator) -> str:
    if not text:
        return ""
    for name in indicator.groups:
        if folded(name) == folded(text):
            return name
    raise _Fault("group", "group", found=text, groups=", ".join(indicator.groups) or "–")
