"""People pasted from a spreadsheet: from text to those who can be invited, or to faults with their line.

Tab, semicolon or comma; with a header in French or English, or else name, e-mail, organisation, circle, language in
that order. Every line of what was pasted is found once in the result: header, blank, person or refused.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from cordee.core.email_address import LONGEST_EMAIL, bare_address, email_fault
from cordee.core.packs.messages.wording import Said, Value, suggestion
from cordee.core.packs.text import Lang
from cordee.core.pasted import Record, folded, records_of
from cordee.core.roster_columns import COLUMNS, LANGUAGES, header_of
from cordee.core.roster_messages import ROSTER_MESSAGES, ROSTER_NOTICES

MOST_PEOPLE = 1_000
LONGEST_NAME = 150
LONGEST_CELL = 500

FORMULA_SIGNS = ("=", "+", "-", "@", "\u2212", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""Signs that make a spreadsheet run a cell, in their narrow and wide forms."""


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation or circle that may be named: its id, and the names it goes by in either language."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RosterFault:
    """What is wrong, or worth knowing, with one line: its code, what, and what to do."""

    id: str
    line: int
    message: Said
    remedy: Said

    def in_(self, lang: Lang) -> str:
        """Return it in one language: where and what, then what to do."""
        french, english = f"ligne {self.line}\u202f: ", f"line {self.line}: "
        return f"{french if lang == 'fr' else english}{self.message.in_(lang)} {self.remedy.in_(lang)}"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be invited. `organisation` and `circle` are ids; `language` None where it was not said.

    `email` keeps its capitals before the at sign; two addresses are the same whatever their capitals. `last_line`
    differs from `line` where a cell holds a line break.
    """

    line: int
    last_line: int
    name: str
    email: str
    organisation: str
    circle: str
    language: Lang | None


@dataclass(frozen=True, slots=True)
class RefusedLines:
    """Lines that give nobody, and every reason why; `text` is what was pasted, so that nothing typed is lost."""

    line: int
    last_line: int
    text: str
    faults: tuple[RosterFault, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """What was pasted: each line is in `header`, in `blank`, in one person or in one refused group, and only there."""

    people: tuple[Person, ...]
    refused: tuple[RefusedLines, ...]
    notices: tuple[RosterFault, ...]
    header: tuple[int, int] | None
    blank: tuple[int, ...]

    @property
    def faults(self) -> tuple[RosterFault, ...]:
        """Every fault, in the order of the lines."""
        return tuple(fault for lines in self.refused for fault in lines.faults)


def read_roster(
    text: str,
    organisations: Iterable[Known],
    circles: Iterable[Known],
    invited: Collection[tuple[str, str]] = (),
) -> Roster:
    """Read pasted people. Never raises: what is wrong comes back line by line, and the sound lines are kept.

    `invited` are pairs (e-mail, circle id) that were already invited. The same e-mail twice in a circle is refused, in
    two circles or two organisations it is kept with a notice. 1,000 people at most. No cell of a person starts with a
    sign that a spreadsheet would run (=, +, − or @).

    >>> ours, circles = [Known("o1", ("La Cordée",))], [Known("steering", ("Pilotage", "Steering"))]
    >>> roster = read_roster("Zoé\\tzoe@example.org\\tla cordee\\tpilotage\\nJo;jo", ours, circles)
    >>> roster.people[0].email, [fault.id for fault in roster.faults]
    ('zoe@example.org', ['email-missing', 'organisation-missing', 'circle-missing'])
    """
    pasted = records_of(text, 1 + MOST_PEOPLE)
    reader = _Reader(_Names(organisations), _Names(circles), {(email.casefold(), circle) for email, circle in invited})
    reader.read(pasted.records, pasted.rest)
    return Roster(tuple(reader.people), tuple(reader.refused), tuple(reader.notices), reader.header, pasted.blank)


class _Names:
    """Names by which something is known, looked up without accents, capitals nor doubled spaces; the first one wins."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._ids: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        self._nearest: dict[str, Said] = {}
        for one in known:
            for name in (one.id, *one.names):
                self._ids.setdefault(folded(name), one.id)
            for name in one.names or (one.id,):
                self._shown.setdefault(folded(name), name)

    def id_of(self, name: str) -> str | None:
        return self._ids.get(folded(name))

    def nearest(self, name: str) -> Said:
        """Propose the name that looks most like this one; looking is slow, and the same mistake comes again."""
        looked_up = folded(name)
        if looked_up not in self._nearest:
            self._nearest[looked_up] = self._propose(looked_up)
        return self._nearest[looked_up]

    def _propose(self, looked_up: str) -> Said:
        """The nearest name as it is written, else those that exist."""
        close = get_close_matches(looked_up, self._shown, n=1, cutoff=0.6)
        if close:
            return suggestion(self._shown[close[0]], [self._shown[close[0]]])
        return suggestion("", list(self._shown.values()))


@dataclass(slots=True)
class _Reader:
    """Reads records one after the other, and remembers who stood where on which line."""

    organisations: _Names
    circles: _Names
    invited: Collection[tuple[str, str]]
    columns: Sequence[str | None] = COLUMNS
    header: tuple[int, int] | None = None
    people: list[Person] = field(default_factory=list)
    refused: list[RefusedLines] = field(default_factory=list)
    notices: list[RosterFault] = field(default_factory=list)
    seen: dict[str, list[Person]] = field(default_factory=dict)

    def read(self, records: Sequence[Record], rest: Record | None) -> None:
        """Read records, the first of which may be a header; `rest` are lines that were not even split."""
        columns = header_of(records[0].cells) if records else None
        faults = self._header(records[0], columns) if columns else []
        if faults:
            self._refuse(records[0], *faults)
            self._refuse_together([*records[1:], *([rest] if rest else [])], "not-read")
            return
        people = records[1:] if columns else records
        for record in people[:MOST_PEOPLE]:
            self._record(record)
        self._refuse_together([*people[MOST_PEOPLE:], *([rest] if rest else [])], "too-many", limit=MOST_PEOPLE)

    def _header(self, record: Record, columns: Sequence[str | None]) -> list[RosterFault]:
        """Take the columns of a header; what is wrong with it."""
        twice = [name for name in COLUMNS if columns.count(name) > 1]
        faults = [_fault("column-twice", record.line, column=record.cells[columns.index(name)]) for name in twice]
        if "email" not in columns:
            faults.append(_fault("no-email-column", record.line))
        if faults:
            return faults
        self.header, self.columns = (record.line, record.last_line), columns
        for cell, column in zip(record.cells, columns, strict=True):
            if cell and column is None:
                self.notices.append(_notice("unknown-column", record.line, column=cell))
        return []

    def _refuse(self, record: Record, *faults: RosterFault) -> None:
        self.refused.append(RefusedLines(record.line, record.last_line, record.text, faults))

    def _refuse_together(self, records: Sequence[Record], message: str, **values: Value) -> None:
        """Refuse records under one fault, said on the first of them for all."""
        for place, record in enumerate(records):
            self._refuse(record, *([_fault(message, record.line, **values)] if place == 0 else []))

    def _record(self, record: Record) -> None:
        faults = self._shape(record)
        if faults:
            self._refuse(record, *faults)
            return
        person, faults = self._person(record)
        if faults:
            self._refuse(record, *faults)
        else:
            self._keep(person)

    def _shape(self, record: Record) -> list[RosterFault]:
        if len(record.text) > LONGEST_CELL * len(COLUMNS) or any(len(cell) > LONGEST_CELL for cell in record.cells):
            return [_fault("long-cell", record.line, limit=LONGEST_CELL)]
        if record.broken:
            return [_fault("bad-quote", record.line)]
        extra = sum(bool(cell) for cell in record.cells[len(self.columns) :])
        return [_fault("extra-cells", record.line, found=extra, expected=len(self.columns))] if extra else []

    def _person(self, record: Record) -> tuple[Person, list[RosterFault]]:
        cells = {column: cell for column, cell in zip(self.columns, record.cells, strict=False) if column}
        name, email, organisation, circle, language = (cells.get(column, "") for column in COLUMNS)
        email, line, faults = bare_address(email), record.line, []
        if name.startswith(FORMULA_SIGNS):
            faults.append(_fault("formula", line, found=name))
        if len(name) > LONGEST_NAME:
            faults.append(_fault("long-name", line, limit=LONGEST_NAME))
        if wrong := email_fault(email):
            faults.append(_fault(wrong, line, found=email, limit=LONGEST_EMAIL))
        faults += self._place("organisation", organisation, self.organisations, line)
        faults += self._place("circle", circle, self.circles, line)
        if language and folded(language) not in LANGUAGES:
            faults.append(_fault("unknown-language", line, found=language))
        person = Person(
            line,
            record.last_line,
            name,
            email,
            self.organisations.id_of(organisation) or "",
            self.circles.id_of(circle) or "",
            LANGUAGES.get(folded(language)),
        )
        return person, faults or self._again(person)

    def _place(self, kind: str, name: str, known: _Names, line: int) -> list[RosterFault]:
        if not name:
            return [_fault(f"{kind}-missing", line)]
        if known.id_of(name) is None:
            return [_fault(f"unknown-{kind}", line, found=name, suggestion=known.nearest(name))]
        return []

    def _again(self, person: Person) -> list[RosterFault]:
        """Refuse somebody who already stands in the same circle."""
        for other in self.seen.get(person.email.casefold(), ()):
            if other.circle == person.circle:
                return [_fault("duplicate", person.line, found=person.email, first=other.line)]
        if (person.email.casefold(), person.circle) in self.invited:
            return [_fault("already-invited", person.line, found=person.email)]
        return []

    def _keep(self, person: Person) -> None:
        others = self.seen.setdefault(person.email.casefold(), [])
        if others:
            self.notices.append(_notice("two-circles", person.line, found=person.email, first=others[0].line))
        for other in others:
            if other.organisation != person.organisation:
                values: dict[str, Value] = {"found": person.email, "first": other.line}
                self.notices.append(_notice("two-organisations", person.line, **values))
                break
        others.append(person)
        self.people.append(person)


def _fault(message_id: str, line: int, **values: Value) -> RosterFault:
    message = ROSTER_MESSAGES[message_id]
    return RosterFault(message_id, line, message.what.fill(values), message.remedy.fill(values))


def _notice(message_id: str, line: int, **values: Value) -> RosterFault:
    message = ROSTER_NOTICES[message_id]
    return RosterFault(message_id, line, message.what.fill(values), message.remedy.fill(values))
