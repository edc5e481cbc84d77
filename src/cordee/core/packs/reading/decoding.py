"""From the bytes of a file to its text: UTF-8, of a bearable size, without tab or control character."""

import re

from cordee.core.packs.faults import Fault, Place, fault

MEGABYTE = 1_000_000
LARGEST = 5 * MEGABYTE

# A lone carriage return and the Unicode line separators would make lines that editors do not count.
_CONTROL = re.compile(r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def read_text(file: str, content: bytes) -> tuple[str | None, list[Fault]]:
    """Decode a file, or say why it cannot be.

    Shapes: bytes in; the text, or None when there is at least one fault. Every tab and control character is listed.

    >>> read_text("pack.yaml", "id: été".encode())
    ('id: été', [])
    >>> text, faults = read_text("pack.yaml", "id: été".encode("latin-1"))
    >>> text, faults[0].id, faults[0].line, faults[0].column
    (None, 'not-utf8', 1, 5)
    """
    early = _refuse_whole(file, content)
    if early:
        return None, [early]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [fault("not-utf8", _place(file, content[: error.start].decode("utf-8"), error.start))]
    faults = [*_tabs(file, text), *_controls(file, text)]
    return (None if faults else text), faults


def _refuse_whole(file: str, content: bytes) -> Fault | None:
    if len(content) > LARGEST:
        return fault("too-large", Place(file), limit=LARGEST // MEGABYTE)
    if content.startswith(_BYTE_ORDER_MARKS):
        return fault("byte-order-mark", Place(file, 1, 1))
    if not content.strip():
        return fault("empty-file", Place(file))
    return None


def _tabs(file: str, text: str) -> list[Fault]:
    return [fault("tab", _place(file, text, found.start())) for found in re.finditer("\t", text)]


def _controls(file: str, text: str) -> list[Fault]:
    return [
        fault("control-character", _place(file, text, found.start()), code=f"U+{ord(found.group()):04X}")
        for found in _CONTROL.finditer(text)
    ]


def _place(file: str, text: str, offset: int) -> Place:
    before = text[:offset]
    line_start = before.rfind("\n") + 1
    return Place(file, before.count("\n") + 1, len(before) - line_start + 1)
