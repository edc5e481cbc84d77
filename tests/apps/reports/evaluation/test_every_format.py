"""One evaluation with every part, read back from each file: the same items, figures, comments and names of pieces."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from html import unescape
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from tests.apps.reports.building import reader
from tests.apps.reports.documents.test_formats import bare, book, deck, docx_text, pdf_text
from tests.apps.reports.evaluation.furnishing import FIGURES, INTERNAL, PUBLIC, REPORT_ONLY, furnished
from tests.apps.reports.test_pdf import tags

from cordee.apps.evaluation.judgement import operations as judgement
from cordee.apps.evaluation.models import PublicDocument
from cordee.apps.reports.documents.files import DOCX, FULL_PDF, JSON, PPTX, SHORT_PDF, XLSX
from cordee.apps.reports.evaluation.composing import compose, compose_for_everybody
from cordee.apps.reports.glyphs import BREAK, LONGEST_RUN
from cordee.apps.ui.documents.shown import shown
from cordee.apps.ui.documents.written import grid_of
from cordee.core.document import Absent, Document, Paragraph, Photo, Section
from cordee.core.document_json import from_json, to_json

pytestmark = pytest.mark.django_db
SLIDES, MOST_PAGES = 5, 4


@pytest.fixture
def document() -> Document:
    """The report, as somebody who speaks for a partner reads it."""
    return compose(furnished().opened())


def missing(text: str, *wanted: str) -> list[str]:
    """Return what a text does not say, wherever its lines break."""
    packed = bare(text)
    return [words for words in wanted if bare(words) not in packed]


def page_of(document: Document) -> str:
    """Return the text of the page that shows a document."""
    drawn = render_to_string("ui/document/document.html", {"document": document, "sections": shown(document)})
    return unescape(drawn)


def cells_of(document: Document) -> list[str]:
    """Return every cell of every table, as its reader writes it."""
    return [cell for table in document.tables() for row in grid_of(table, "fr") for cell in row]


def values_in(sheet: Any) -> list[list[Any]]:
    """Return the values of a sheet under its headings, days as days."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    return [[one.date() if isinstance(one, datetime) else one for one in row] for row in rows]


def test_each_file_says_the_same_items_and_the_same_figures(document: Document) -> None:
    cells, said = cells_of(document), (*PUBLIC, *REPORT_ONLY)
    assert missing(" ".join(cells), *FIGURES) == []
    leads = [section.lead for section in document.sections]
    pdf, docx = FULL_PDF.make(document), DOCX.make(document)
    for text in (pdf_text(pdf), docx_text(docx)):
        assert missing(text, *said, *FIGURES, *leads, *cells) == []
        assert missing(text, *INTERNAL) == list(INTERNAL)
    assert tags(pdf).count("/Table") == sum(bool(table.rows) for table in document.tables())
    assert from_json(JSON.make(document).decode()) == document
    page = page_of(document)
    assert missing(page, *said, *FIGURES, *leads, *cells) == []
    the_workbook_holds(XLSX.make(document), document, said)
    the_pictures_are_there(document, pdf)


def the_workbook_holds(content: bytes, document: Document, said: tuple[str, ...]) -> None:
    """Check that each sheet has the values of its table, as numbers and days, and that texts are there."""
    file, tables = book(content), list(document.tables())
    names = file.sheetnames[2:]
    for table, name in zip(tables, names, strict=True):
        wanted = [[one.reason if isinstance(one, Absent) else one for one in row] for row in table.rows]
        found = values_in(file[name])
        assert [[("" if one is None else one) for one in row] for row in found] == wanted, name
    everything = " ".join(str(cell.value) for sheet in file for row in sheet.iter_rows() for cell in row)
    assert missing(everything, *said) == []
    assert any(isinstance(one, date) for row in values_in(file["headlines"]) for one in row)


def the_pictures_are_there(document: Document, pdf: bytes) -> None:
    """Check that the photograph with consent is drawn, small, with its words for who does not see it."""
    (photo,) = [block for section in document.sections for block in section.blocks if isinstance(block, Photo)]
    assert photo.description == "Le jardin un samedi"
    assert len(photo.image) < 50_000
    images = [image.image.size for page in reader(pdf).pages for image in page.images if image.image]
    assert (1000, 500) in images


def test_the_short_version_has_four_pages_and_the_figures_of_the_full_one(document: Document) -> None:
    content = SHORT_PDF.make(document)
    assert 1 <= len(reader(content).pages) <= MOST_PAGES
    short, full = (re.sub(r"page \d+ sur \d+", "", pdf_text(one)) for one in (content, FULL_PDF.make(document)))
    said = set(re.findall(r"\d+(?:,\d+)?", re.sub(r"[\u202f\u2060]|qui ne sont que dans.*|lignes sur \d+", "", short)))
    assert "42,5" in said
    assert [one for one in said if one not in bare(full)] == []
    assert missing(short, "Temps pris aux équipes", "Le Foyer ne se joint pas au jugement commun") == []


def test_a_fingerprint_breaks_without_leaving_an_invisible_letter_in_the_figures() -> None:
    """Each digit is first met before a break, in turn: its glyph must not take the break with it."""
    for digit in "0123456789":
        fingerprint = "b" * (LONGEST_RUN - 1) + digit + "b" * 6
        words = Paragraph(f"{fingerprint} puis {' '.join('0123456789')}.")
        made = Document("r", "Bilan", "Le Val", "fr", date(2026, 11, 27), (), (Section("one", "Une", "", (words,)),))
        text = pdf_text(FULL_PDF.make(made))
        assert BREAK not in text
        assert " ".join("0123456789") in text


def test_five_slides_say_what_it_is_what_changed_how_much_what_all_judge_and_what_next(document: Document) -> None:
    slides = list(deck(PPTX.make(document)).slides)
    assert len(slides) == SLIDES
    texts = [
        " ".join(
            text
            for shape in slide.shapes
            for text in (
                [cell.text for cell in shape.table.iter_cells()] if shape.has_table else [getattr(shape, "text", "")]
            )
        )
        for slide in slides
    ]
    for text, wanted in zip(
        texts,
        (
            ("Bilan des trois ans", "Le Val", "4 partenaires"),
            ("On se prévient plus tôt", "Temps pris aux équipes", "Négatif, inattendu"),
            ("Délai de réponse", "42,5", "37\u202f%"),
            ("Nous ne le voyons pas ainsi", "Le Foyer", "Équilibre"),
            ("Personne n’a interrogé les absents", "L’alliance est jeune"),
        ),
        strict=True,
    ):
        assert missing(text, *wanted) == [], text
    for slide in slides:
        assert "Source" in slide.notes_slide.notes_text_frame.text


def test_what_anybody_reads_holds_no_private_word_in_any_format() -> None:
    made = furnished()
    document = compose_for_everybody(made.opened())
    for text in texts_of_all(document):
        assert missing(text, *INTERNAL, *REPORT_ONLY) == [*INTERNAL, *REPORT_ONLY]
    for text in (pdf_text(FULL_PDF.make(document)), docx_text(DOCX.make(document))):
        assert missing(text, *PUBLIC) == []
    assert compose_for_everybody(made.opened("Le Foyer")) == document
    assert to_json(from_json(to_json(document))) == to_json(document)


def test_an_anonymous_visitor_reads_the_frozen_page_and_no_file_of_the_alliance() -> None:
    made = furnished()
    leader = Client()
    leader.force_login(made.people["La Ruche"])
    leader.post(reverse("evaluation:judgement-propose", args=[made.evaluation.public]))
    proposed = PublicDocument.objects.get()
    for name, partner in made.partners.items():
        judgement.consent(proposed, partner, made.people[name], given=True)
    page = Client().get(reverse("evaluation:judgement-public", args=[proposed.public]))
    text = unescape(page.content.decode())
    assert missing(text, *PUBLIC, proposed.sha256) == []
    assert missing(text, *INTERNAL, *REPORT_ONLY) == [*INTERNAL, *REPORT_ONLY]
    for name in ("page", "pdf", "short-pdf", "docx", "pptx", "xlsx", "json"):
        refused = Client().get(reverse(f"evaluation-report:{name}", args=[made.evaluation.public]))
        assert refused.status_code in (302, 404), name
        assert missing(refused.content.decode(), "On se prévient plus tôt") != [], name


def texts_of_all(document: Document) -> list[str]:
    """Return what every format says, notes of slides and words for who does not see pictures included."""
    slides = deck(PPTX.make(document))
    spoken = [" ".join(slide._element.itertext()) + slide.notes_slide.notes_text_frame.text for slide in slides.slides]
    file = book(XLSX.make(document))
    return [
        pdf_text(FULL_PDF.make(document)),
        pdf_text(SHORT_PDF.make(document)),
        docx_text(DOCX.make(document)),
        " ".join(spoken),
        " ".join(str(cell.value) for sheet in file for row in sheet.iter_rows() for cell in row),
        json.dumps(json.loads(JSON.make(document)), ensure_ascii=False),
        page_of(document),
    ]
