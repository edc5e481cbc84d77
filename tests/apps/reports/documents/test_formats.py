"""Each format of a document read back: the same items and the same figures, and nothing typed becomes a command."""

import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from pptx import Presentation
from tests.apps.reports.building import reader
from tests.apps.reports.documents import making
from tests.apps.reports.test_pdf import root_of, tags

from cordee.apps.reports.documents.json_document import to_json, values_of
from cordee.apps.reports.documents.pdf import MOST_PAGES, to_pdf, to_short_pdf
from cordee.apps.reports.documents.schema import DocumentShape, schema_document
from cordee.apps.reports.documents.slides import to_pptx
from cordee.apps.reports.documents.text_document import to_docx
from cordee.apps.reports.documents.workbook import to_xlsx
from cordee.charts.numbers import Lang
from cordee.core.document import Absent, Document, Points, Section
from cordee.core.document_json import from_json

DOCS = Path(__file__).resolve().parents[4] / "docs"
LANGS: list[Lang] = ["fr", "en"]
REGIONS = {"fr": "fr-FR", "en": "en-GB"}


def bare(text: str) -> str:
    """A text without spaces, so that where lines break does not matter."""
    return re.sub(r"[\s\u2060]", "", text)


def pdf_text(content: bytes) -> str:
    return " ".join(page.extract_text() for page in reader(content).pages)


def docx_text(content: bytes) -> str:
    return "\n".join(text.text or "" for text in docx.Document(BytesIO(content)).element.iter(qn("w:t")))


def book(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def deck(content: bytes) -> Any:
    return Presentation(BytesIO(content))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("make", "read"), [(to_pdf, pdf_text), (to_docx, docx_text)])
def test_every_sentence_and_figure_is_printed(
    lang: Lang, make: Callable[[Document], bytes], read: Callable[[bytes], str]
) -> None:
    text = bare(read(make(making.rich(lang))))
    wanted = (*making.SAID[lang], *making.EXPECTED[lang], making.HOSTILE, making.MARKED, making.LONG_WORD)
    wanted = (*wanted, making.GARDEN[lang][0])
    assert [words for words in wanted if bare(words) not in text] == []
    cells = [f"{row}-{column}" for row in range(1, making.ROWS + 1) for column in range(1, 10)]
    assert [cell for cell in cells if cell not in text] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_pdf_is_tagged(lang: Lang) -> None:
    content = to_pdf(making.rich(lang))
    root, found = root_of(content), tags(content)
    assert root["/Lang"] == REGIONS[lang]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    assert reader(content).metadata.title == making.rich(lang).title  # type: ignore[union-attr]
    assert found.count("/Table") == 3
    assert found.count("/TH") >= 5 + 2 + 10
    levels = [int(tag[2:]) for tag in found if re.fullmatch(r"/H[1-6]", tag)]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    assert to_pdf(making.rich(lang)) == content


@pytest.mark.parametrize("document", [making.rich("fr"), making.rich("en"), making.empty(), making.crowded()])
def test_the_short_version_keeps_to_four_pages(document: Document) -> None:
    content = to_short_pdf(document)
    assert 1 <= len(reader(content).pages) <= MOST_PAGES
    if document.key == "bilan":
        figures = making.EXPECTED[document.lang]  # type: ignore[index]
        text = bare(pdf_text(content))
        assert [one for one in (*figures, making.SAID[document.lang][0]) if bare(one) not in text] == []  # type: ignore[index]
        assert bare(making.SAID[document.lang][8]) not in text  # type: ignore[index]


@pytest.mark.parametrize("lang", LANGS)
def test_the_text_document_says_its_language_and_marks_its_headings(lang: Lang) -> None:
    file = docx.Document(BytesIO(to_docx(making.rich(lang))))
    assert (file.core_properties.language, file.core_properties.title) == (REGIONS[lang], making.rich(lang).title)
    assert {one.get(qn("w:val")) for one in file.styles.element.iter(qn("w:lang"))} == {REGIONS[lang]}
    assert len(list(file.element.iter(qn("w:tblHeader")))) == len(file.tables) == 3
    assert [shape._inline.docPr.get("descr") for shape in file.inline_shapes] == [
        making.rich(lang).sections[1].blocks[0].description,  # type: ignore[union-attr]
        making.GARDEN[lang][1],
    ]
    styles = [paragraph.style.name for paragraph in file.paragraphs if paragraph.style.name.startswith("Heading")]
    assert styles == ["Heading 1", "Heading 2", "Heading 1", "Heading 1"]


def test_the_text_document_counts_its_pages_and_its_lists_and_turns_for_wide_tables() -> None:
    file = docx.Document(BytesIO(to_docx(two_lists())))
    footer = file.sections[0].footer._element
    assert [field.get(qn("w:instr")) for field in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    listed = [one for one in file.paragraphs if one.style.name == "List Number"]
    counts = [one._p.pPr.numPr.numId.val for one in listed]
    assert [one.text for one in listed] == ["un", "deux", "un encore"]
    assert counts[0] == counts[1] != counts[2]
    starts = file.part.numbering_part.element.iter(qn("w:startOverride"))
    assert [start.get(qn("w:val")) for start in starts] == ["1", "1"]
    turned = docx.Document(BytesIO(to_docx(making.rich())))
    assert [page.page_width > page.page_height for page in turned.sections] == [False, True]
    rows = [row for table in turned.tables for row in table.rows]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def two_lists() -> Document:
    """Two ordered lists, one after the other."""
    lists = (Points(("un", "deux"), ordered=True), Points(("un encore",), ordered=True))
    return Document("listes", "Listes", "", "fr", making.DAY, (), (Section("s", "S", blocks=lists),))


@pytest.mark.parametrize("lang", LANGS)
def test_the_workbook_keeps_values_and_texts(lang: Lang) -> None:
    file = book(to_xlsx(making.rich(lang)))
    assert file.sheetnames[2:] == ["measures", "agreement", "log", "none"]
    rows = [[cell.value for cell in row] for row in file["measures"].iter_rows(min_row=2)]
    for written, row in zip(rows, making.measures(lang).rows, strict=True):
        for value, cell in zip(written, row, strict=True):
            wanted = cell.reason if isinstance(cell, Absent) else cell
            assert (value.date() if hasattr(value, "date") else value) == wanted
    assert file["measures"]["A3"].data_type == "s"
    texts = [str(cell.value) for row in file.worksheets[1].iter_rows() for cell in row]
    joined = "\n".join(texts)
    assert ". ".join(making.GARDEN[lang]) in joined
    assert [words for words in making.SAID[lang][:6] if words not in joined] == []
    assert all(cell.data_type != "f" for sheet in file for row in sheet.iter_rows() for cell in row)
    links = [cell.hyperlink.location for row in file.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    assert len(links) == 5
    assert file["log"].max_row == making.ROWS + 1


@pytest.mark.parametrize("lang", LANGS)
def test_five_slides_of_real_text_with_their_sources(lang: Lang) -> None:
    slides = list(deck(to_pptx(making.rich(lang))).slides)
    assert len(slides) == 5
    first = slides[1]
    (table,) = [shape.table for shape in first.shapes if shape.has_table]
    cells = [cell.text for cell in table.iter_cells()]
    assert [figure for figure in making.EXPECTED[lang] if bare(figure) not in map(bare, cells)] == []
    assert table.first_row
    (picture,) = [shape for shape in slides[2].shapes if shape.shape_type == 13]
    assert picture._element.nvPicPr.cNvPr.get("descr").endswith("92")
    assert any(shape.has_table for shape in slides[2].shapes)
    assert making.SAID[lang][0] in slides[1].notes_slide.notes_text_frame.text
    for slide in slides:
        assert "Source" in slide.notes_slide.notes_text_frame.text
        runs = [run for run in slide._element.iter() if run.tag.endswith("}rPr")]
        assert min(int(run.get("sz")) for run in runs if run.get("sz") != "1400") >= 1800
        assert {run.get("lang") for run in runs} == {REGIONS[lang]}


@pytest.mark.parametrize("document", [making.empty(), making.empty("en"), making.crowded()])
def test_there_are_five_slides_whatever_there_is(document: Document) -> None:
    assert len(deck(to_pptx(document)).slides) == 5
    for make in (to_pdf, to_docx, to_xlsx, to_json):
        assert make(document)


@pytest.mark.parametrize("lang", LANGS)
def test_the_json_has_its_published_shape_and_every_value(lang: Lang) -> None:
    document = json.loads(to_json(making.rich(lang)))
    DocumentShape.model_validate(document)
    assert set(document) == set(DocumentShape.model_fields)
    table = document["sections"][0]["blocks"][2]
    assert table["rows"][0][1:] == [0.4, 1_234_567, 12.5, {"day": "2026-03-01"}]
    assert table["rows"][1][:2] == [making.HOSTILE, {"absent": making.EXPECTED[lang][4]}]
    kept = {key: value for key, value in document.items() if key != "made_by"}
    assert from_json(json.dumps(kept)) == from_json(json.dumps(document)) == making.rich(lang)
    assert [words for words in making.SAID[lang] if words not in to_json(making.rich(lang)).decode()] == []


def test_the_published_schema_is_this_one() -> None:
    published = (DOCS / "document.schema.json").read_text(encoding="utf-8")
    remedy = "python -m cordee.apps.reports.documents.schema > docs/document.schema.json"
    assert published == schema_document(), f"write it again: {remedy}"


def test_the_guide_names_every_key() -> None:
    guide = (DOCS / "document-json.md").read_text(encoding="utf-8")
    assert [key for key in values_of(making.empty()) if f"`{key}`" not in guide] == []
