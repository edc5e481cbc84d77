"""What a file really is: every kind that is kept, and every way to pretend that is refused with what to do."""

import struct
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.apps.evidence import files
from tests.apps.evidence.files import EXE, HTML, OLE, PDF, SVG, TRUE, archive, exif, jpeg, office, png

from cordee.apps.evidence import offices
from cordee.apps.evidence.kinds import KINDS, examined, plain_name
from cordee.apps.evidence.places import tells_place
from cordee.apps.evidence.refusals import SENTENCES, Fault, Refused

FALSE = {"exe": EXE, "elf": files.ELF, "svg": SVG, "html": HTML, "ole": OLE, "zeros": b"\0" * 50}


def fault(folder: Path, name: str, content: bytes) -> Fault | None:
    path = folder / "draft"
    path.write_bytes(content)
    try:
        examined(name, path)
    except Refused as refused:
        return said(refused)
    return None


def said(refused: Refused) -> Fault:
    assert str(refused)
    assert "%(" not in str(refused)
    return refused.fault


@pytest.mark.parametrize(("name", "content"), TRUE.items())
def test_every_true_file_is_kept(tmp_path: Path, name: str, content: bytes) -> None:
    assert fault(tmp_path, name, content) is None


def test_every_kind_is_tried() -> None:
    tried = {f".{name.rpartition('.')[2].lower()}" for name in TRUE}
    assert set(KINDS) - tried == {".heif"}


@pytest.mark.parametrize("name", TRUE)
@pytest.mark.parametrize("content", FALSE.values(), ids=FALSE)
def test_nothing_is_taken_for_what_its_name_says(tmp_path: Path, name: str, content: bytes) -> None:
    assert fault(tmp_path, name, content) is Fault.DISGUISED


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bilan.pdf", TRUE["notes.docx"]),
        ("notes.docx", PDF),
        ("notes.docx", TRUE["notes.xlsx"]),
        ("notes.odt", TRUE["notes.ods"]),
        ("notes.docx", archive([("word/document.xml", b"<x/>")])),
        ("photo.jpg", TRUE["plan.png"]),
        ("mot.txt", PDF),
        ("liste.csv", b"a;b\n1;\x002\n"),
        ("mot.txt", b"\xef\xbb\xbf  \n<svg onload='alert(1)'>"),
        ("bilan.pdf", b"GIF89a;" + PDF),
        ("notes.docx", EXE + TRUE["notes.docx"]),
        ("notes.odt", archive([("mimetype", b"x" * 5_000), ("content.xml", b"<x/>")])),
        ("notes.docx", archive([])),
    ],
)
def test_one_kind_is_not_taken_for_another(tmp_path: Path, name: str, content: bytes) -> None:
    assert fault(tmp_path, name, content) is Fault.DISGUISED


@pytest.mark.parametrize("name", ["page.html", "dessin.svg", "prog.exe", "a.js", "lot.zip", "b.pdf.exe", "a.php"])
def test_other_kinds_are_not_kept(tmp_path: Path, name: str) -> None:
    assert fault(tmp_path, name, PDF) is Fault.NOT_ALLOWED


@pytest.mark.parametrize("name", ["vieux.doc", "vieux.xls", "vieux.ppt", "macros.docm", "macros.xlsm"])
def test_old_office_files_are_told_what_to_become(tmp_path: Path, name: str) -> None:
    assert fault(tmp_path, name, OLE) is Fault.OLD_OFFICE


class TestOffices:
    def test_a_part_that_swells_is_refused(self, tmp_path: Path) -> None:
        bomb = office("xlsx", ("xl/worksheets/sheet1.xml", b"0" * 60_000_000))
        assert len(bomb) < 100_000
        assert fault(tmp_path, "a.xlsx", bomb) is Fault.BOMB

    def test_a_small_repetitive_sheet_is_kept(self, tmp_path: Path) -> None:
        assert fault(tmp_path, "a.xlsx", office("xlsx", ("xl/worksheets/sheet1.xml", b"0" * 9_000_000))) is None

    def test_too_many_parts_are_refused(self, tmp_path: Path) -> None:
        parts = [(f"word/media/{n}", b"") for n in range(offices.MOST_PARTS)]
        assert fault(tmp_path, "a.docx", office("docx", *parts)) is Fault.BOMB

    def test_parts_that_share_the_same_bytes_are_refused(self) -> None:
        """The quickest bombs tell the same packed bytes again and again: more in all than the archive holds."""
        part = zipfile.ZipInfo("a")
        part.file_size, part.compress_size = 900, 600
        assert offices.swells([part, part], 1_000)
        assert not offices.swells([part], 1_000)

    @pytest.mark.parametrize(
        ("ending", "part"), [("docx", "word/vbaProject.bin"), ("odt", "Basic/Standard/x.xml"), ("pptx", "ppt/a.exe")]
    )
    def test_programs_are_refused(self, tmp_path: Path, ending: str, part: str) -> None:
        assert fault(tmp_path, f"a.{ending}", office(ending, (part, b"x"))) is Fault.MACROS

    def test_a_part_under_a_password_is_refused(self, tmp_path: Path) -> None:
        content = bytearray(office("docx", ("word/a.xml", b"x")))
        last = content.rindex(b"PK\1\2")
        content[last + 8] |= 1
        assert fault(tmp_path, "a.docx", bytes(content)) is Fault.BROKEN

    @given(st.integers(0, 400), st.binary(min_size=1, max_size=4))
    def test_a_damaged_archive_never_breaks_the_page(self, where: int, noise: bytes) -> None:
        content = bytearray(TRUE["notes.docx"])
        content[where : where + len(noise)] = noise
        with tempfile.TemporaryDirectory() as folder:
            assert fault(Path(folder), "a.docx", bytes(content)) in {None, *Fault}


class TestPlaces:
    @pytest.mark.parametrize("order", ["<", ">"])
    def test_a_photograph_that_says_where_is_seen(self, tmp_path: Path, order: str) -> None:
        heic = TRUE["photo.heic"] + b"Exif\0\0" + exif(order)
        webp = TRUE["image.webp"] + b"EXIF" + struct.pack("<I", 60) + exif(order)
        for content in (jpeg(exif(order)), png(b"\0\0\0\x3ceXIf" + exif(order)), heic, webp):
            (tmp_path / "photo").write_bytes(content)
            assert tells_place(tmp_path / "photo")

    def test_so_is_a_place_written_again_in_words(self, tmp_path: Path) -> None:
        (tmp_path / "photo").write_bytes(jpeg() + b'<rdf exif:GPSLatitude="48,51N"/>')
        assert tells_place(tmp_path / "photo")

    @pytest.mark.parametrize("content", [jpeg(), jpeg(exif(latitude=False)), png(), b"Exif\0\0II*\0\xff\xff\xff\xff"])
    def test_others_are_left_alone(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "photo").write_bytes(content)
        assert not tells_place(tmp_path / "photo")


class TestNames:
    @pytest.mark.parametrize(
        ("given_name", "expected"),
        [
            ("bilan.pdf", "bilan.pdf"),
            ("../../etc/bilan.pdf", "bilan.pdf"),
            ("C:\\Users\\ada\\bilan.pdf", "bilan.pdf"),
            ("bi\r\nlan\0\u202e.pdf", "bilan.pdf"),
            ("  été 2026 .pdf ", "été 2026 .pdf"),
            ("bilan.pdf.", "bilan.pdf"),
            ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ],
    )
    def test_a_name_keeps_its_words_and_its_ending(self, given_name: str, expected: str) -> None:
        assert plain_name(given_name) == expected

    @pytest.mark.parametrize("name", ["", ".", "..", "/", ".pdf", "bilan", "\0"])
    def test_no_name_is_refused(self, name: str) -> None:
        with pytest.raises(Refused) as refused:
            plain_name(name)
        assert refused.value.fault is Fault.NAMELESS

    @given(st.text(max_size=300))
    def test_a_name_is_always_safe_to_keep(self, text: str) -> None:
        try:
            name = plain_name(text + ".pdf")
        except Refused:
            return
        assert len(name) <= 200
        assert name.isprintable()
        assert not set(name) & set("/\\")


def test_every_fault_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Fault)
