"""The catalogue of translations, kept without any system tool: French in the source, English in a .po beside it.

Messages are read from templates and Python files, merged into `locale/<language>/LC_MESSAGES/django.po`
and compiled to the `.mo` next to it. English is written by hand in the `.po`. The French catalogue only
holds plurals, word for word: without it « 0 réponse » would follow the English rule of plurals.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib  # type: ignore[import-untyped]
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parent.parent
LOCALE = SOURCE / "locale"
PLURAL_RULES = {
    "en": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
}
FUNCTIONS = {
    "gettext": (0, None, None),
    "gettext_lazy": (0, None, None),
    "gettext_noop": (0, None, None),
    "_": (0, None, None),
    "ngettext": (0, 1, None),
    "ngettext_lazy": (0, 1, None),
    "pgettext": (1, None, 0),
    "pgettext_lazy": (1, None, 0),
    "npgettext": (1, 2, 0),
    "npgettext_lazy": (1, 2, 0),
}
CALL = re.compile(r"(?<![\w.])(?:" + "|".join(FUNCTIONS) + r")\(")


class UnreadableMessage(ValueError):
    """A call that asks for a translation of something other than plain texts."""


@dataclass(frozen=True)
class Key:
    """What tells two messages apart."""

    text: str
    context: str = ""


@dataclass
class Use:
    """How a message is used: its plural when it has one, and the files that ask for it."""

    plural: str = ""
    files: set[str] = field(default_factory=set)


@dataclass
class Messages:
    """The messages found."""

    uses: dict[Key, Use] = field(default_factory=dict)

    def add(self, key: Key, plural: str, file: str) -> None:
        """Note that a file uses a message; a text with and without plural is one message."""
        use = self.uses.setdefault(key, Use(plural))
        if plural and use.plural not in ("", plural):
            raise UnreadableMessage(f"{key.text!r} has two plurals: {use.plural!r} and {plural!r}")
        use.plural = use.plural or plural
        use.files.add(file)


def messages_of(root: Path | None = None) -> Messages:
    """Read every message of the templates and Python files under a folder: the whole product by default.

    Letters are templates too, and one of their two forms is plain text.
    """
    root = root or SOURCE
    found = Messages()
    for path in sorted([*root.rglob("*.html"), *root.rglob("templates/**/*.txt")]):
        collect(found, calls_in_template(path), path, root)
    for path in sorted(root.rglob("*.py")):
        collect(found, calls_in_python(path), path, root)
    return found


def collect(found: Messages, calls: Iterator[ast.Call], path: Path, root: Path) -> None:
    """Add the messages of one file."""
    for call in calls:
        try:
            found.add(*message_of(call), path.relative_to(root).as_posix())
        except UnreadableMessage as problem:
            raise UnreadableMessage(f"{path.relative_to(root)}: {problem}") from None


def calls_in_python(path: Path) -> Iterator[ast.Call]:
    """Find the calls that ask for a translation in a Python file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
            yield node


def calls_in_template(path: Path) -> Iterator[ast.Call]:
    """Find the calls in a template, once Django has turned its tags into calls and the rest into blanks."""
    text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    for match in CALL.finditer(text):
        yield call_at(text, match.start())


def call_at(text: str, start: int) -> ast.Call:
    """Read the call that begins at a place: the shortest text up to a bracket that is Python."""
    end = start
    while (end := text.find(")", end) + 1) > 0:
        try:
            expression = ast.parse(text[start:end], mode="eval").body
        except SyntaxError:
            continue
        if isinstance(expression, ast.Call):
            return expression
    raise UnreadableMessage(f"cannot read {text[start : start + 60]!r}")


def message_of(call: ast.Call) -> tuple[Key, str]:
    """Return the message that a call asks for, and its plural."""
    text, plural, context = FUNCTIONS[ast.unparse(call.func)]
    key = Key(text_of(call, text), "" if context is None else text_of(call, context))
    return key, "" if plural is None else text_of(call, plural)


def text_of(call: ast.Call, position: int) -> str:
    """Return one argument, which must be written out: a computed text can be translated by nobody."""
    argument = call.args[position] if position < len(call.args) else None
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    raise UnreadableMessage(f"line {call.lineno}: a message must be one literal text, found {ast.unparse(call)}")


def po_path(language: str, locale: Path | None = None) -> Path:
    """Return where the catalogue of a language is."""
    return (locale or LOCALE) / language / "LC_MESSAGES" / "django.po"


def merged(messages: Messages, language: str, known: polib.POFile) -> polib.POFile:
    """Return the catalogue of a language: the messages in use, with the translations already known."""
    old = {(Key(e.msgid, e.msgctxt or ""), e.msgid_plural): e for e in known}
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": PLURAL_RULES[language],
    }
    for key, use in sorted(messages.uses.items(), key=lambda item: (min(item[1].files), item[0].text, item[0].context)):
        if language == "fr" and not use.plural:
            continue
        entry = new_entry(key, use)
        keep_translation(entry, old.get((key, use.plural)), language)
        catalogue.append(entry)
    return catalogue


def new_entry(key: Key, use: Use) -> polib.POEntry:
    """Return an entry without translation; no line number, so that moving code leaves the file as it is."""
    return polib.POEntry(
        msgid=key.text,
        msgid_plural=use.plural,
        msgctxt=key.context or None,
        msgstr_plural={0: "", 1: ""} if use.plural else {},
        occurrences=[(file, "") for file in sorted(use.files)],
        flags=["python-brace-format"] if re.search(r"\{\w+\}", key.text) else [],
    )


def keep_translation(entry: polib.POEntry, old: polib.POEntry | None, language: str) -> None:
    """Give an entry its translation: its own words in French, what was written before in another language."""
    if language == "fr":
        entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
    elif old is not None:
        entry.msgstr, entry.msgstr_plural = old.msgstr, old.msgstr_plural
        entry.flags = sorted({*entry.flags, *(flag for flag in old.flags if flag == "fuzzy")})
        entry.tcomment = old.tcomment


def untranslated(catalogue: polib.POFile) -> list[str]:
    """Return the messages that have no translation, or one that somebody has to read again."""
    return [entry.msgid for entry in catalogue if not entry.translated() or entry.fuzzy]


def read(language: str, locale: Path | None = None) -> polib.POFile:
    """Read the catalogue of a language; an empty one when there is none yet."""
    path = po_path(language, locale)
    return polib.pofile(str(path), wrapwidth=100) if path.exists() else polib.POFile(wrapwidth=100)


def update(language: str, messages: Messages, locale: Path | None = None) -> polib.POFile:
    """Write the catalogue of a language and its compiled form."""
    catalogue = merged(messages, language, read(language, locale))
    path = po_path(language, locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(str(catalogue), encoding="utf-8")
    path.with_suffix(".mo").write_bytes(catalogue.to_binary())
    return catalogue


def is_stale(language: str, messages: Messages, locale: Path | None = None) -> bool:
    """Tell whether the files of a language differ from what `update` would write."""
    catalogue = merged(messages, language, read(language, locale))
    path = po_path(language, locale)
    compiled = path.with_suffix(".mo")
    if not path.exists() or not compiled.exists():
        return True
    return path.read_text(encoding="utf-8") != str(catalogue) or compiled.read_bytes() != catalogue.to_binary()
