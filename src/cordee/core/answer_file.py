"""A file of answers in long format, one line for each answer: from its bytes to answers, or to faults with their line.

Columns, in any order: respondent, organisation, circle, item, answer. Those of organisation and circle may be left out
or left empty: then each respondent is an organisation of their own, in the circle that looks at itself. An answer is a
level from 0 to 4, `dont_know`, `not_applicable`, or nothing. Comma or semicolon; UTF-8, with or without BOM.
"""

import csv
import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from io import StringIO

from cordee.core.answer_messages import ANSWER_MESSAGES
from cordee.core.answers import IMPORTANCE, Answer, Mark
from cordee.core.packs.instrument import LEVELS, Instrument
from cordee.core.packs.messages.wording import Said, Value, suggestion
from cordee.core.packs.text import Lang

REQUIRED = ("respondent", "item", "answer")
COLUMNS = ("respondent", "organisation", "circle", "item", "answer")
LARGEST_FILE = 50_000_000
FAULTS_SHOWN = 20

GIVEN: dict[str, tuple[int | None, Mark]] = {
    **{str(level): (level, Mark.ANSWERED) for level in LEVELS},
    "dont_know": (None, Mark.DONT_KNOW),
    "not_applicable": (None, Mark.NOT_APPLICABLE),
    "": (None, Mark.UNANSWERED),
}
"""What may be written in the column `answer`, and what it means."""

_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LEVEL = re.compile(r"[+-]?\d+")
_DECIMAL = re.compile(r"[+-]?\d*[.,]\d+|[+-]?\d+[.,]")


@dataclass(frozen=True, slots=True)
class AnswerFault:
    """What is wrong with a file of answers: the line, from 1 (0: the whole file), what, and what to do."""

    id: str
    line: int
    message: Said
    remedy: Said

    def in_(self, lang: Lang) -> str:
        """Return the fault on two lines: where and what, then what to do.

        >>> print(answer_fault("off-scale", 3, found="7").in_("en"))
        line 3: ‘7’ is not a level: the scale goes from 0 to 4.
            Write 0, 1, 2, 3 or 4, or else dont_know, not_applicable, or nothing.
        """
        french, english = f"ligne {self.line}\u202f: ", f"line {self.line}: "
        where = (french if lang == "fr" else english) if self.line else ""
        return f"{where}{self.message.in_(lang)}\n    {self.remedy.in_(lang)}"


def answer_fault(message_id: str, line: int = 0, **values: Value) -> AnswerFault:
    """Make a fault from the catalogue; KeyError for an id that it does not have."""
    message = ANSWER_MESSAGES[message_id]
    return AnswerFault(message_id, line, message.what.fill(values), message.remedy.fill(values))


@dataclass(frozen=True, slots=True)
class FormWords:
    """The words a file may use: the items and circles of a form, and what stands for a missing circle."""

    instrument: str
    form: str
    items: frozenset[str]
    elsewhere: dict[str, str]
    circles: tuple[str, ...]
    own_circle: str


def form_words(instrument: Instrument, form_id: str) -> FormWords:
    """Return the words of a form; `elsewhere` tells which other form asks an item that this one does not.

    Raises KeyError for an unknown form.
    """
    asked = _items_of(instrument, form_id)
    others = [form.id for form in instrument.forms if form.id != form_id]
    circles = tuple(circle.id for circle in instrument.circles)
    own = instrument.own_circle or circles[0]
    elsewhere = {item: other for other in reversed(others) for item in _items_of(instrument, other) - asked}
    return FormWords(instrument.id, form_id, frozenset(asked), elsewhere, circles, own)


def _items_of(instrument: Instrument, form_id: str) -> set[str]:
    topics = instrument.topics_of(form_id)
    return {item.id for topic in topics for item in topic.items} | {f"{topic.id}.{IMPORTANCE}" for topic in topics}


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """What a file holds. Where there are faults there are no answers; the first of them are listed, all are counted."""

    answers: tuple[Answer, ...]
    faults: tuple[AnswerFault, ...] = ()
    fault_count: int = 0


def read_answers(content: bytes, words: FormWords) -> AnswerFile:
    """Read a file of answers. Never raises: all that is wrong comes back as faults, the first twenty in full.

    >>> words = FormWords("maturity", "express", frozenset({"a.t.vision"}), {}, ("steering",), "steering")
    >>> read_answers(b"respondent,item,answer\\nzoe,a.t.vision,3\\n", words).answers[0].level
    3
    >>> print(read_answers(b"respondent,item,answer\\nzoe,a.t.vision,7\\n", words).faults[0].message.en)
    ‘7’ is not a level: the scale goes from 0 to 4.
    """
    decoded = _decode(content)
    if isinstance(decoded, AnswerFault):
        return AnswerFile((), (decoded,), 1)
    rows = _rows(decoded)
    header = next(rows, None)
    if header is None:
        return _broken(answer_fault("no-answers"))
    if isinstance(header, AnswerFault):
        return _broken(header)
    line, names = header[0], [name.strip().lower() for name in header[1]]
    faults = _header_faults(line, names)
    if faults:
        return _broken(*faults)
    reader = _Reader(words, names)
    for row in rows:
        reader.read(row)
    return reader.file()


def _broken(*faults: AnswerFault) -> AnswerFile:
    return AnswerFile((), faults, len(faults))


def _decode(content: bytes) -> str | AnswerFault:
    if not content.removeprefix(BOM_UTF8).strip():
        return answer_fault("empty")
    if content.startswith(_WORKBOOK):
        return answer_fault("workbook")
    if content.startswith(_UTF_16):
        return answer_fault("utf-16")
    null = content.find(b"\0")
    if null >= 0:
        return answer_fault("binary", _line_at(content, null))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return answer_fault("not-utf-8", _line_at(content, error.start))


def _line_at(content: bytes, offset: int) -> int:
    before = content[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1


def _rows(text: str) -> Iterator[tuple[int, list[str]] | AnswerFault]:
    """Rows with the line each starts on; lines without any word are passed over. A broken quote ends the reading."""
    header = text.lstrip().partition("\n")[0]
    separator = ";" if header.count(";") > header.count(",") else ","
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for row in reader:
            if any(row):
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        yield _quote_fault(line, str(error))


def _quote_fault(line: int, reason: str) -> AnswerFault:
    if "field larger" in reason:
        return answer_fault("long-field", line, limit=csv.field_size_limit())
    return answer_fault("open-quote" if "end of data" in reason else "bad-quote", line)


def _header_faults(line: int, names: Sequence[str]) -> list[AnswerFault]:
    counts = Counter(names)
    missing = [answer_fault("missing-column", line, column=name) for name in REQUIRED if name not in counts]
    unknown = [
        answer_fault("unknown-column", line, column=name, suggestion=suggestion(name, COLUMNS))
        for name in counts
        if name and name not in COLUMNS  # a spreadsheet may leave nameless columns behind
    ]
    twice = [
        answer_fault("duplicate-column", line, column=name)
        for name, count in counts.items()
        if count > 1 and name in COLUMNS
    ]
    return [*missing, *unknown, *twice]


@dataclass(slots=True)
class _Place:
    """Where a respondent stands, and the line that says so first; empty where no line has said it yet."""

    name: str = ""
    line: int = 0


@dataclass(slots=True)
class _Reader:
    """Reads rows one after the other, and remembers who said what on which line."""

    words: FormWords
    names: Sequence[str]
    cells: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    circles: dict[str, _Place] = field(default_factory=dict)
    organisations: dict[str, _Place] = field(default_factory=dict)
    seen: set[tuple[str, str, str]] = field(default_factory=set)
    faults: list[AnswerFault] = field(default_factory=list)
    count: int = 0
    columns: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        self.columns = tuple(self.names.index(name) if name in self.names else -1 for name in COLUMNS)

    def read(self, row: tuple[int, list[str]] | AnswerFault) -> None:
        if isinstance(row, AnswerFault):
            self.faults.append(row)
            self.count += 1
            return
        line, fields = row
        if len(fields) != len(self.names):
            self._fault("ragged", line, found=len(fields), expected=len(self.names))
            return
        fields.append("")  # an absent column is the last one, -1
        respondent, organisation, circle, item, answer = [fields[column].strip() for column in self.columns]
        if not respondent:
            self._fault("no-respondent", line)
            return
        place = (respondent, organisation, circle)
        if place not in self.seen:
            self.seen.add(place)
            self._place(*place, line)
        self._answer(respondent, item, answer, line)

    def file(self) -> AnswerFile:
        if not self.count and not self.cells:
            self._fault("no-answers", 0)
        if self.count:
            return AnswerFile((), tuple(self.faults), self.count)
        return AnswerFile(tuple(self._answers()))

    def _fault(self, message: str, line: int, **values: Value) -> None:
        """Count a fault, and word it while it is among the first."""
        self.count += 1
        if len(self.faults) < FAULTS_SHOWN:
            self.faults.append(answer_fault(message, line, **values))

    def _place(self, respondent: str, organisation: str, circle: str, line: int) -> None:
        if circle and circle not in self.words.circles:
            self._fault("unknown-circle", line, found=circle, suggestion=suggestion(circle, self.words.circles))
        else:
            self._stand(self.circles, "two-circles", respondent, circle, line)
        self._stand(self.organisations, "two-organisations", respondent, organisation, line)

    def _stand(self, places: dict[str, _Place], message: str, respondent: str, name: str, line: int) -> None:
        place = places.setdefault(respondent, _Place())
        if not name or name == place.name:
            return
        if place.name:
            self._fault(message, line, respondent=respondent, found=name, first_place=place.name, first=place.line)
        else:
            place.name, place.line = name, line

    def _answer(self, respondent: str, item: str, answer: str, line: int) -> None:
        if item not in self.words.items:
            self._unknown_item(item, line)
        elif (respondent, item) in self.cells:
            first = self.cells[respondent, item][0]
            self._fault("twice", line, respondent=respondent, item=item, first=first)
        elif answer not in GIVEN:
            self._fault(_what_answer(answer), line, found=answer)
        else:
            self.cells[respondent, item] = line, answer

    def _unknown_item(self, item: str, line: int) -> None:
        other = self.words.elsewhere.get(item)
        if other:
            self._fault("other-form", line, found=item, form=self.words.form, other=other)
        elif len(self.faults) < FAULTS_SHOWN:  # looking for the nearest name is slow
            proposal = nearest_item(item, self.words)
            self._fault("unknown-item", line, found=item, instrument=self.words.instrument, suggestion=proposal)
        else:
            self.count += 1

    def _answers(self) -> Iterator[Answer]:
        """Make the answers, once every place is known; a space before a name keeps it apart from those of the file."""
        own = self.words.own_circle
        organisations = {name: place.name or f" {name}" for name, place in self.organisations.items()}
        circles = {name: place.name or own for name, place in self.circles.items()}
        for (respondent, item), (_, answer) in self.cells.items():
            level, mark = GIVEN[answer]
            yield Answer(respondent, organisations[respondent], circles[respondent], item, level, mark)


def _what_answer(answer: str) -> str:
    if _LEVEL.fullmatch(answer):
        return "off-scale"
    return "not-whole" if _DECIMAL.fullmatch(answer) else "unknown-answer"


def nearest_item(item: str, words: FormWords) -> Said:
    """Propose the item that looks most like what was written, else say how the name of an item is made."""
    close = get_close_matches(item, sorted(words.items), n=1, cutoff=0.6)
    if close:
        return suggestion(item, close)
    return Said(
        "Un nom de question s’écrit axe.sujet.facette, comme « meaning.commitment.vision ».",
        "The name of an item is written axis.topic.facet, such as ‘meaning.commitment.vision’.",
    )
