"""Typeset a document: values in, tagged PDF out, with the template and the fonts kept beside this module."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).resolve().parent
TEMPLATES = HERE / "typst"
FONTS = HERE / "fonts"
STANDARD: typst.PDFStandard = "ua-1"
PICTURE_PPI = 144.0


class NotTypeset(Exception):
    """The typesetter refused a document, or failed on it."""


def typeset(document: Mapping[str, Any], day: date, template: str = "report.typ") -> bytes:
    """Return the PDF of a document, the same bytes for the same document and day.

    The document travels as data and is never written into the source of the template, so that nothing in it can be
    taken for a command. PDF/UA-1 is enforced: an image without alternative text or a letter without a glyph is an
    error, not a page that some people cannot read. Raises NotTypeset.
    """
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return _compiled(_compiler(document, template), format="pdf", pdf_standards=[STANDARD], timestamp=noon)


def drawn_as_picture(document: Mapping[str, Any], template: str) -> bytes:
    """Return the one page of a document as a PNG, the same bytes for the same document. Raises NotTypeset."""
    return _compiled(_compiler(document, template), format="png", ppi=PICTURE_PPI)


def drawn_as_pictures(document: Mapping[str, Any], template: str) -> list[bytes]:
    """Return each page of a document as a PNG, the same bytes for the same document. Raises NotTypeset."""
    made = _outcome(_compiler(document, template), format="png", ppi=PICTURE_PPI)
    return made if isinstance(made, list) else [made]


def page_count(document: Mapping[str, Any], template: str) -> int:
    """Count the pages of a document whose template says so under the label <pages>. Raises NotTypeset."""
    try:
        found = json.loads(_compiler(document, template).query("<pages>", field="value", one=True))
    except typst.TypstError as error:
        raise NotTypeset(error.message) from error
    return int(found)


def _compiler(document: Mapping[str, Any], template: str) -> typst.Compiler:
    return typst.Compiler(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(document, ensure_ascii=False)},
    )


def _compiled(compiler: typst.Compiler, **options: Any) -> bytes:
    made = _outcome(compiler, **options)
    if not isinstance(made, bytes):
        raise NotTypeset("the typesetter gave no document")
    return made


def _outcome(compiler: typst.Compiler, **options: Any) -> Any:
    try:
        return compiler.compile(**options)
    except typst.TypstError as error:
        raise NotTypeset(error.message) from error
    except BaseException as failure:
        # A failure inside the typesetter itself comes as a class of its own, outside of Exception.
        if type(failure).__name__ == "PanicException":
            raise NotTypeset(str(failure)) from failure
        raise


@cache
def _fonts() -> typst.Fonts:
    """Our own two families, then those that the compiler carries for the letters ours lack; never the system's."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
