"""What must hold in the texts: the same named values in both languages, and letters that search can find."""

import re
import unicodedata
from collections.abc import Iterator

from cordee.core.packs.checks.finding import Finding, Whole, found
from cordee.core.packs.faults import Path
from cordee.core.packs.messages.wording import listed
from cordee.core.packs.rules import AlignedPattern, GapPattern, HeadlineText, Recommendation
from cordee.core.packs.text import Lang, Part, Text

PLACEHOLDERS = ("vision", "action", "means", "higher", "lower", "gap", "topic", "axis")
"""What a template may name: scores of the facets, of the two facets of a gap, the gap, the names of topic and axis."""

HEADLINE_PLACEHOLDERS = ("axis", "stage")
"""What the sentence above a reading may name; which headline names which is checked with its shape."""

TEMPLATES: tuple[tuple[type[Part], str, tuple[str, ...]], ...] = (
    (Recommendation, "why", PLACEHOLDERS),
    (GapPattern, "reading", PLACEHOLDERS),
    (GapPattern, "to_discuss", PLACEHOLDERS),
    (AlignedPattern, "reading", PLACEHOLDERS),
    (AlignedPattern, "to_discuss", PLACEHOLDERS),
    (HeadlineText, "text", HEADLINE_PLACEHOLDERS),
)
"""Model, key, and the values that the text may name; every other text is shown as it is."""

LANGUAGES: tuple[Lang, ...] = ("fr", "en")
_BRACED = re.compile(r"\{([^{}]*)\}")


def check_words(whole: Whole) -> Iterator[Finding]:
    """Find templates that cannot be filled, braces that would be shown, and letters written in two pieces."""
    templates = {(*path, key): names for model, key, names in TEMPLATES for path, _ in whole.every(model)}
    for path, text in whole.every(Text):
        if path in templates:
            yield from _badly_named(path, text, templates[path])
        else:
            yield from _shown_braces(path, text)
        yield from _split_accents(path, text)


def named_values(words: str) -> list[str]:
    """List the values that a template names, in order.

    >>> named_values("{axis} : {vision} puis {action}")
    ['axis', 'vision', 'action']
    """
    return _BRACED.findall(words)


def _badly_named(path: Path, text: Text, known: tuple[str, ...]) -> Iterator[Finding]:
    sound = True
    for lang in LANGUAGES:
        for finding in _bad_names((*path, lang), text.in_(lang), known):
            sound = False
            yield finding
    french, english = (sorted(set(named_values(text.in_(lang)))) for lang in LANGUAGES)
    if sound and french != english:
        yield found((*path, "en"), "placeholders-differ", fr=listed(french), en=listed(english))


def _bad_names(path: Path, words: str, known: tuple[str, ...]) -> Iterator[Finding]:
    for name in named_values(words):
        if name not in known:
            possible = ", ".join(f"{{{one}}}" for one in known)
            yield found(path, "unknown-placeholder", found=f"{{{name}}}", known=possible)
    if set(_BRACED.sub("", words)) & {"{", "}"}:
        yield found(path, "stray-brace")


def _shown_braces(path: Path, text: Text) -> Iterator[Finding]:
    for lang in LANGUAGES:
        shown = re.search(r"[{}]\w*[{}]?", text.in_(lang))
        if shown:
            yield found((*path, lang), "misplaced-placeholder", found=shown.group())


def _split_accents(path: Path, text: Text) -> Iterator[Finding]:
    for lang in LANGUAGES:
        words = text.in_(lang)
        if words.isascii() or unicodedata.is_normalized("NFC", words):
            continue
        whole = unicodedata.normalize("NFC", words)
        alike = next(number for number, (one, other) in enumerate(zip(words, whole, strict=False)) if one != other)
        yield found((*path, lang), "split-accent", before=words[max(0, alike - 20) : alike])
