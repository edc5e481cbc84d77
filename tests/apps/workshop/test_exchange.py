"""A draft goes out as a workbook and comes back; what is no workbook, or is at fault, changes nothing."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook
from tests.apps.workshop import building
from tests.apps.workshop.building import Team

from cordee.apps.workshop.models import Draft
from cordee.core.packs.reading.decoding import LARGEST

pytestmark = [pytest.mark.django_db, pytest.mark.once]
TOOLS = "Outils (tools)"


def url(draft: Draft, page: str = "classeur/") -> str:
    return f"/atelier/brouillons/{draft.public}/{page}"


def exported(draft: Draft, team: Team) -> bytes:
    answer = team.client("writer").get(url(draft, "classeur.xlsx"))
    assert answer.status_code == 200
    return answer.content


def bring(draft: Draft, team: Team, content: bytes, name: str = "pack.xlsx", seen: int = 1, **more: Any) -> Any:
    file = SimpleUploadedFile(name, content)
    return team.client("writer").post(url(draft), {"file": file, "seen": seen, **more})


def with_cell(content: bytes, code: str, value: object, row: int = 4, tab: str = TOOLS) -> bytes:
    """Write one cell of a workbook."""
    book = load_workbook(BytesIO(content))
    sheet = book[tab]
    column = next(cell.column for cell in sheet[3] if cell.value == code)
    sheet.cell(row, column).value = value
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_workbook_comes_back_as_it_left(draft: Draft, team: Team) -> None:
    answer = bring(draft, team, exported(draft, team))
    assert answer.status_code == 302
    assert draft.revisions.count() == 1


def test_the_name_of_the_file_says_its_revision(draft: Draft, team: Team) -> None:
    building.rename(draft, team.writer, "Un")
    answer = team.client("writer").get(url(draft, "classeur.xlsx"))
    assert 'filename="alliances-r2.xlsx"' in answer["Content-Disposition"]


def test_what_was_changed_there_is_taken(draft: Draft, team: Team) -> None:
    answer = bring(draft, team, with_cell(exported(draft, team), "name.fr", "Au tableur"))
    assert answer.status_code == 302
    assert building.document(draft)["tools"][0]["name"]["fr"] == "Au tableur"
    assert draft.revisions.latest("number").done == "imported"


def test_nothing_is_taken_when_a_row_is_at_fault(draft: Draft, team: Team) -> None:
    content = with_cell(with_cell(exported(draft, team), "medoc", "gadget"), "name.fr", "Sain", row=5)
    answer = bring(draft, team, content)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert draft.revisions.count() == 1
    assert "<td>4</td>" in page
    assert "gadget" in page
    assert "Sain" in page
    assert "pack.xlsx" in page


def test_two_changes_of_one_cell_are_shown_side_by_side(draft: Draft, team: Team) -> None:
    content = with_cell(exported(draft, team), "name.fr", "Au tableur")
    building.rename(draft, team.publisher, "À l’écran")
    answer = bring(draft, team, content, seen=1)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Au tableur" in page
    assert "À l’écran" in page
    assert building.document(draft)["tools"][0]["name"]["fr"] == "À l’écran"
    assert bring(draft, team, content, seen=1, mine_wins="on").status_code == 302
    assert building.document(draft)["tools"][0]["name"]["fr"] == "Au tableur"


def test_a_draft_at_fault_has_no_workbook_and_says_why(draft: Draft, team: Team) -> None:
    building.rename(draft, team.writer, "")
    answer = team.client("writer").get(url(draft, "classeur.xlsx"), follow=True)
    assert answer.redirect_chain == [(url(draft, "controle/"), 302)]
    assert "ce qui reste à corriger" in answer.content.decode()


def bomb() -> bytes:
    """A small archive that would unpack to 300 MB."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _time in range(300):
                part.write(b" " * 1_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(("name", "content", "said"), [
    ("pack.xls", b"\xd0\xcf\x11\xe0", ".xlsx"),
    ("pack.csv", b"a,b", ".xlsx"),
    ("pack.xlsx", b"PK nothing", "n’est pas celui"),
    ("pack.xlsx", b"%PDF-1.7", "n’est pas celui"),
    ("pack.xlsx", b"", "vide"),
    ("pack.xlsx", bomb(), "enfle"),
    ("pack.xlsx", b"P" * (LARGEST + 1), "5 Mo"),
])  # fmt: skip
def test_what_is_no_workbook_is_refused_with_words(
    draft: Draft, team: Team, name: str, content: bytes, said: str
) -> None:
    answer = bring(draft, team, content, name)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert draft.revisions.count() == 1


def test_a_body_that_is_far_too_large_is_not_even_read(draft: Draft, team: Team) -> None:
    answer = team.client("writer").post(
        url(draft), {}, headers={"content-length": str(settings.EVIDENCE_MOST_BYTES + 1_000_000)}
    )
    assert answer.status_code == 413


def test_a_sheet_that_goes_on_for_ever_is_refused(draft: Draft, team: Team) -> None:
    content = with_cell(exported(draft, team), "id", "loin", row=1_000_000)
    answer = bring(draft, team, content)
    assert answer.status_code == 422
    assert "bien au-delà" in answer.content.decode()


@pytest.mark.parametrize("seen", ["0", "2", "x", ""])
def test_a_revision_that_does_not_exist_is_refused(draft: Draft, team: Team, seen: str) -> None:
    answer = bring(draft, team, exported(draft, team), seen=seen)  # type: ignore[arg-type]
    assert answer.status_code == 422
    assert draft.revisions.count() == 1
