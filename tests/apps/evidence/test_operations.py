"""Evidence is kept whole or not at all; a version never changes; what nothing names is forgotten."""

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from tests.apps.evidence.files import PDF, exif, jpeg, upload
from tests.apps.party import Party

from cordee.apps.evidence import operations, permissions, queries, storage
from cordee.apps.evidence.models import Evidence, Revision
from cordee.apps.evidence.permissions import MOST_BYTES
from cordee.apps.evidence.refusals import Fault, Refused

pytestmark = pytest.mark.django_db


def keep(party: Party, file: SimpleUploadedFile | None = None, **parts: Any) -> Evidence:
    return operations.keep(party.alliance, party.member, title="Bilan", upload=file or upload(), **parts)


def refused(party: Party, file: SimpleUploadedFile, **parts: Any) -> Fault:
    with pytest.raises(Refused) as refusal:
        keep(party, file, **parts)
    return refusal.value.fault


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


class TestKeeping:
    def test_a_file_is_kept_as_it_was_given(self, party: Party, kept: Path) -> None:
        (revision,) = queries.revisions_of(keep(party))
        assert (revision.number, revision.name, revision.media_type) == (1, "bilan.pdf", "application/pdf")
        assert (revision.size, revision.sha256) == (len(PDF), hashlib.sha256(PDF).hexdigest())
        assert revision.given_by == party.member
        assert files_in(kept) == [revision.stored_as]
        assert (kept / revision.stored_as).read_bytes() == PDF

    def test_its_name_on_the_disk_says_nothing_and_only_the_site_reads_it(self, party: Party, kept: Path) -> None:
        (revision,) = queries.revisions_of(keep(party))
        assert len(revision.stored_as) == 32
        assert "bilan" not in revision.stored_as
        assert stat.S_IMODE((kept / revision.stored_as).stat().st_mode) == 0o600
        assert stat.S_IMODE(kept.stat().st_mode) == 0o700

    def test_without_a_title_it_is_called_by_its_name(self, party: Party) -> None:
        evidence = operations.keep(party.alliance, party.member, title="  ", upload=upload("été.pdf"))
        assert evidence.title == "été.pdf"

    def test_a_newer_version_stands_beside_the_older_ones(self, party: Party, kept: Path) -> None:
        evidence = keep(party)
        operations.revise(evidence, party.facilitator, upload=upload("bilan-2.pdf", PDF + b"%\n"))
        newest, first = queries.revisions_of(evidence)
        assert (newest.number, newest.name, first.number, first.name) == (2, "bilan-2.pdf", 1, "bilan.pdf")
        assert (kept / first.stored_as).read_bytes() == PDF
        assert queries.bytes_kept(party.alliance) == 2 * len(PDF) + 2

    def test_the_same_file_again_adds_nothing(self, party: Party, kept: Path) -> None:
        evidence = keep(party)
        with pytest.raises(Refused) as refusal:
            operations.revise(evidence, party.member, upload=upload("autre.pdf"))
        assert refusal.value.fault is Fault.SAME
        assert (Revision.objects.count(), len(files_in(kept))) == (1, 1)


class TestRefusing:
    """Nothing is left behind: no row, no file, no draft."""

    @pytest.fixture(autouse=True)
    def _nothing_left(self, party: Party, kept: Path) -> Iterator[None]:
        yield
        assert Evidence.objects.count() == 0
        assert files_in(kept) == []

    def test_too_large(self, party: Party, settings: Any) -> None:
        settings.EVIDENCE_MOST_BYTES = len(PDF) - 1
        assert refused(party, upload()) is Fault.TOO_LARGE

    def test_empty(self, party: Party) -> None:
        assert refused(party, upload(content=b"")) is Fault.EMPTY

    def test_disguised(self, party: Party) -> None:
        assert refused(party, upload(content=b"MZ" + b"\0" * 100)) is Fault.DISGUISED

    def test_a_photograph_that_says_where(self, party: Party) -> None:
        assert refused(party, upload("photo.jpg", jpeg(exif()))) is Fault.PLACE

    def test_no_room_left(self, party: Party, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(permissions, "MOST_BYTES", len(PDF) - 1)
        assert refused(party, upload()) is Fault.NO_ROOM

    def test_a_disk_that_is_full(self, party: Party, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "fsync", lambda descriptor: (_ for _ in ()).throw(OSError("no space left")))
        with pytest.raises(OSError, match="no space"):
            keep(party)

    def test_a_line_that_is_cut(self, party: Party, monkeypatch: pytest.MonkeyPatch) -> None:
        def chunks(_self: object) -> Iterator[bytes]:
            yield PDF
            raise ConnectionError("cut")

        monkeypatch.setattr(SimpleUploadedFile, "chunks", chunks)
        with pytest.raises(ConnectionError):
            keep(party)

    def test_a_row_that_cannot_be_written(self, party: Party, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(storage, "sync_folder", lambda: (_ for _ in ()).throw(OSError("broken")))
        with pytest.raises(OSError, match="broken"):
            keep(party)


def test_a_place_is_kept_by_choice(party: Party) -> None:
    photograph = jpeg(exif())
    (revision,) = queries.revisions_of(keep(party, upload("photo.jpg", photograph), keeps_place=True))
    assert revision.sha256 == hashlib.sha256(photograph).hexdigest()


class TestSweeping:
    def test_what_a_transaction_undid_is_forgotten_after_a_day(self, party: Party, kept: Path) -> None:
        with transaction.atomic():
            keep(party)
            transaction.set_rollback(True)
        (orphan,) = files_in(kept)
        assert operations.sweep() == 0
        yesterday = time.time() - storage.ORPHAN_AGE - 1
        os.utime(kept / orphan, (yesterday, yesterday))
        assert operations.sweep() == 1
        assert files_in(kept) == []

    def test_what_a_row_names_stays_for_ever(self, party: Party, kept: Path) -> None:
        keep(party)
        (name,) = files_in(kept)
        os.utime(kept / name, (0, 0))
        assert operations.sweep() == 0
        Evidence.objects.all().delete()
        assert operations.sweep() == 1

    def test_a_folder_that_does_not_exist_yet(self, kept: Path) -> None:
        assert operations.sweep() == 0


@pytest.mark.parametrize(("kept_bytes", "more", "allowed"), [(0, MOST_BYTES, True), (1, MOST_BYTES, False)])
def test_the_room_of_an_alliance(kept_bytes: int, more: int, allowed: bool) -> None:
    assert permissions.may_hold(kept_bytes, more).allowed is allowed


@pytest.mark.django_db(transaction=True)
def test_two_versions_at_once_get_two_numbers(party: Party) -> None:
    evidence = keep(party)

    def revise(number: int) -> None:
        try:
            operations.revise(evidence, party.member, upload=upload(f"v{number}.pdf", PDF + b"%" * number))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(revise, range(1, 5)))
    assert [revision.number for revision in queries.revisions_of(evidence)] == [5, 4, 3, 2, 1]
