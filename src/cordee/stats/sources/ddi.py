"""Reading a dictionary from DDI-Codebook: questions, bases, labels and missing codes, as archives write them."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from cordee.core.packs.text import Text
from cordee.stats.faults import refusal
from cordee.stats.sources.dictionary import Dictionary, Variable

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DECLARES_ENTITIES = b"<!DOCTYPE"


def read_ddi(name: str, content: bytes) -> Dictionary:
    """Read the variables of a codebook, of version 2.5 or of an earlier one. SurveyRefused: no XML, or no variable.

    Text of one language alone stands for both. The dictionary is not closed: codebooks often label some codes only.

    >>> book = read_ddi("s.xml", b'<codeBook><dataDscr><var name="q1"><labl>Trust</labl></var></dataDscr></codeBook>')
    >>> book.of("q1").text.fr, book.closed
    ('Trust', False)
    """
    if DECLARES_ENTITIES in content:
        raise refusal("bad-ddi", name, reason="DOCTYPE")
    try:
        book = ET.fromstring(content)  # noqa: S314 - entities are refused above
    except ET.ParseError as error:
        raise refusal("bad-ddi", name, reason=str(error)) from None
    variables = {each.get("name", ""): _variable(each) for each in _all(book, "var") if each.get("name")}
    if _tag(book) != "codeBook" or not variables:
        raise refusal("ddi-without-variables", name)
    return Dictionary(variables=variables, closed=False)


def _variable(element: ET.Element) -> Variable:
    question = [literal for asked in _children(element, "qstn") for literal in _children(asked, "qstnLit")]
    categories = [each for each in _children(element, "catgry") if _code(each)]
    scales = [_words(note) for note in _children(element, "notes") if note.get("type") == "scale"]
    missing = dict.fromkeys(
        (*_invalid(element), *(_code(each) for each in categories if each.get("missing", "N") == "Y"))
    )
    return Variable(
        text=_text(question) or _text(_children(element, "labl")),
        scale=next(filter(None, scales), None),
        base=_once(_text(_children(element, "universe"))),
        missing=tuple(missing),
        labels={_code(each): _label(each) for each in categories},
    )


def _invalid(element: ET.Element) -> Iterator[str]:
    """Return the codes that are declared to be no answer; a range of codes is not listed one by one."""
    for ranges in _children(element, "invalrng"):
        yield from (item.get("VALUE", "") for item in _children(ranges, "item") if item.get("VALUE"))


def _code(category: ET.Element) -> str:
    values = _children(category, "catValu")
    return _words(values[0]) if values else ""


def _label(category: ET.Element) -> str | Text:
    return _once(_text(_children(category, "labl"))) or _code(category)


def _once(text: Text | None) -> str | Text | None:
    """Return what is said the same way in both languages as words without a language."""
    return text.fr if text and text.fr == text.en else text


def _text(elements: list[ET.Element]) -> Text | None:
    """Return what is said in each language; what is said in one, or in another language, stands for those missing."""
    said = {(each.get(LANG) or "")[:2].lower(): _words(each) for each in reversed(elements) if _words(each)}
    if not said:
        return None
    first = next(reversed(said.values()))
    found = {lang: said.get(lang) or said.get("") or first for lang in ("fr", "en")}
    return Text.model_construct(fr=found["fr"], en=found["en"])


def _words(element: ET.Element) -> str:
    """Return the words of an element and of what it holds, on one line."""
    return " ".join("".join(element.itertext()).split())


def _children(element: ET.Element, tag: str) -> list[ET.Element]:
    return [child for child in element if _tag(child) == tag]


def _all(element: ET.Element, tag: str) -> Iterator[ET.Element]:
    return (each for each in element.iter() if _tag(each) == tag)


def _tag(element: ET.Element) -> str:
    """Return the name of an element without its namespace, which changes with the version."""
    return element.tag.rpartition("}")[2]
