"""Every address of the archive, taken from the map: who it opens to, what it sends, what it refuses."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.apps.evidence.files import EXE, PDF, exif, jpeg, upload
from tests.apps.party import WHO, Party, new_party

from cordee.apps.evidence import operations
from cordee.apps.evidence.models import Evidence, Revision
from cordee.apps.evidence.urls import urlpatterns

pytestmark = pytest.mark.django_db
NAMES = [pattern.name for pattern in urlpatterns]
READ = {"facilitator": 200, "member": 200, "observer": 200, "stranger": 404, "anonymous": 302}
WRITE = {"facilitator": 302, "member": 302, "observer": 403, "stranger": 404, "anonymous": 302}


@pytest.fixture
def evidence(party: Party) -> Evidence:
    return operations.keep(party.alliance, party.member, title="Bilan", upload=upload("bilan d’été.pdf"))


def address(name: str, party: Party, evidence: Evidence) -> str:
    more = [1] if name == "file" else []
    return reverse(f"evidence:{name}", args=[party.alliance.public, evidence.public, *more])


def body_of(answer: Any) -> bytes:
    """Read an answer to its end, which closes the file behind it."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_map_holds_what_this_test_knows() -> None:
    assert sorted(NAMES) == ["file", "piece"]


@pytest.mark.parametrize("who", WHO)
class TestEveryone:
    @pytest.mark.parametrize("name", NAMES)
    def test_reads_or_not(self, party: Party, evidence: Evidence, who: str, name: str) -> None:
        answer = party.client(who).get(address(name, party, evidence))
        body_of(answer)
        assert answer.status_code == READ[who]
        if who == "anonymous":
            assert "next=" in answer["Location"]

    def test_revises_or_not(self, party: Party, evidence: Evidence, who: str) -> None:
        given = {"file": upload("bilan-2.pdf", PDF + b"%\n")}
        answer = party.client(who).post(address("piece", party, evidence), given)
        assert answer.status_code == WRITE[who]
        assert Revision.objects.count() == (2 if who in ("facilitator", "member") else 1)

    def test_never_writes_without_the_protection_of_forms(self, party: Party, evidence: Evidence, who: str) -> None:
        client = party.client(who, enforce_csrf_checks=True)
        answer = client.post(address("piece", party, evidence), {"file": upload("b.pdf", PDF + b"%\n")})
        assert answer.status_code == (302 if who == "anonymous" else 403)
        assert Revision.objects.count() == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_piece_of_another_alliance_does_not_exist_here(party: Party, evidence: Evidence, name: str) -> None:
    other = new_party()
    assert other.client("facilitator").get(address(name, other, evidence)).status_code == 404


def test_the_page_offers_what_the_role_allows(party: Party, evidence: Evidence) -> None:
    pages = {who: party.client(who).get(address("piece", party, evidence)).content.decode() for who in WHO[:3]}
    assert "Donner une nouvelle version" in pages["member"]
    assert "Donner une nouvelle version" not in pages["observer"]
    assert "bilan d’été.pdf" in pages["observer"]


def test_the_page_is_there_in_english(party: Party, evidence: Evidence) -> None:
    with translation.override("en"):
        url = address("piece", party, evidence)
    assert url.startswith("/en/alliances/")
    assert "Give a new version" in party.client("member").get(url).content.decode()


class TestFile:
    def test_it_is_saved_and_never_shown_or_run(self, party: Party, evidence: Evidence) -> None:
        answer: Any = party.client("observer").get(address("file", party, evidence))
        assert body_of(answer) == PDF
        assert answer["Content-Disposition"].startswith("attachment;")
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Length"] == str(len(PDF))
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["Cache-Control"] == "private, no-cache"

    def test_a_copy_is_checked_and_not_sent_again(self, party: Party, evidence: Evidence) -> None:
        client, url = party.client("member"), address("file", party, evidence)
        answer = client.get(url)
        body_of(answer)
        etag = answer["ETag"]
        assert etag == f'"{Revision.objects.get().sha256}"'
        again = client.get(url, headers={"If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")
        assert party.client("stranger").get(url, headers={"If-None-Match": etag}).status_code == 404

    def test_another_version_does_not_exist(self, party: Party, evidence: Evidence) -> None:
        url = reverse("evidence:file", args=[party.alliance.public, evidence.public, 2])
        assert party.client("member").get(url).status_code == 404

    def test_a_file_lost_on_the_disk_says_what_to_do(self, party: Party, evidence: Evidence) -> None:
        Revision.objects.update(stored_as="0" * 32)
        answer = party.client("member").get(address("file", party, evidence))
        assert answer.status_code == 410
        assert "sauvegarde" in answer.content.decode()

    def test_it_is_only_read(self, party: Party, evidence: Evidence) -> None:
        assert party.client("member").post(address("file", party, evidence)).status_code == 405


class TestRefused:
    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("bilan.pdf", EXE, "n’est pas celui d’un fichier"),
            ("page.html", b"<p>", "ne sont pas acceptés"),
            ("bilan.pdf", b"", "vide"),
            ("photo.jpg", jpeg(exif()), "où elle a été prise"),
            ("bilan.pdf", PDF, "déjà la dernière version"),
        ],
    )
    def test_the_page_says_why_beside_the_field(
        self, party: Party, evidence: Evidence, name: str, content: bytes, words: str
    ) -> None:
        answer = party.client("member").post(address("piece", party, evidence), {"file": upload(name, content)})
        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert Revision.objects.count() == 1

    def test_no_file_at_all(self, party: Party, evidence: Evidence) -> None:
        answer = party.client("member").post(address("piece", party, evidence), {})
        assert answer.status_code == 422
        assert "Choisissez un fichier" in answer.content.decode()

    def test_a_body_too_large_is_not_even_read(self, party: Party, evidence: Evidence, settings: Any) -> None:
        settings.EVIDENCE_MOST_BYTES = 2_000_000
        answer = party.client("member", enforce_csrf_checks=True).post(
            address("piece", party, evidence), {"file": upload(content=PDF + b"%" * 2_200_000)}
        )
        assert answer.status_code == 413
        assert "2 Mo" in answer.content.decode().replace("\u202f", " ")

    def test_a_file_larger_than_a_form_may_be_is_kept(self, party: Party, evidence: Evidence) -> None:
        """The limit of forms, one million bytes, is not that of files."""
        answer = party.client("member").post(
            address("piece", party, evidence), {"file": upload("gros.pdf", PDF + b"%" * 6_000_000)}
        )
        assert answer.status_code == 302

    def test_a_body_of_unknown_length_is_refused(self, party: Party, evidence: Evidence) -> None:
        answer = party.client("member").post(address("piece", party, evidence), CONTENT_LENGTH="x")
        assert answer.status_code == 413


def test_files_are_under_no_address_of_their_own(client: Client, evidence: Evidence) -> None:
    stored = Revision.objects.get().stored_as
    for path in (f"/static/{stored}", f"/evidence/{stored}", f"/media/{stored}"):
        assert client.get(path).status_code == 404
