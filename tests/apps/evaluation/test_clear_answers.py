"""What cannot be kept gets a clear answer, and nothing typed is lost: units, targets, dates, files."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from tests.apps.evaluation.making import evaluation_of
from tests.apps.evidence.files import PDF, upload
from tests.apps.party import Party, new_party

from cordee.apps.evaluation.indicators import operations
from cordee.apps.evaluation.models import Effect, Evaluation, Illustration, Indicator, Value
from cordee.apps.evidence import operations as archive
from cordee.apps.evidence.models import Evidence, Revision

pytestmark = pytest.mark.django_db

INDICATOR = {"name": "Délai", "impact": "performance", "level": "actors", "unit": "jours", "version": 1}
MEGABYTES_200 = 200_000_000
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + b"\x00" * 200


@pytest.fixture(autouse=True)
def kept(settings: Any, tmp_path: Path) -> Path:
    """Keep the files of evidence in a folder of the test."""
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    return tmp_path


@pytest.fixture
def party() -> Party:
    """An alliance with its people."""
    return new_party()


@pytest.fixture
def evaluation(party: Party) -> Evaluation:
    """An evaluation of that alliance."""
    return evaluation_of(party.alliance, party.member)


@pytest.fixture
def indicator(evaluation: Evaluation) -> Indicator:
    """An indicator of that evaluation."""
    return Indicator.objects.create(
        evaluation=evaluation, name="Délai", impact="performance", level="actors", unit="jours", groups="femmes, hommes"
    )


def address(row: Any, name: str) -> str:
    """Return the address of a page about a row."""
    return reverse(f"evaluation:{name}", args=[row.evaluation.public, row.public])


def plain(answer: Any) -> str:
    """Return a page with its narrow spaces made ordinary."""
    return str(answer.content.decode()).replace("\u202f", " ")


def said_today(value: str = "12,5", **more: Any) -> dict[str, Any]:
    """Return what a form of a value says today."""
    return {"on": timezone.localdate().isoformat(), "value": value, "confidence": "observed", **more}


class TestUnits:
    def test_a_unit_stays_once_values_are_written_in_it(self, party: Party, indicator: Indicator) -> None:
        operations.write_value(indicator, party.member, on=timezone.localdate(), value=12)
        client, page = party.client("member"), address(indicator, "indicators-edit")
        assert "elle ne change plus" in plain(client.get(page))
        told = client.post(page, {**INDICATOR, "name": "Attente", "unit": "semaines"})
        assert told.status_code == 422
        assert "1 valeur est relevée en « jours »" in plain(told)
        assert "ajoutez un nouvel indicateur" in plain(told)
        assert 'value="Attente"' in plain(told)
        assert 'value="semaines"' in plain(told)
        assert client.post(page, {**INDICATOR, "name": "Attente", "unit": "Jours"}).status_code == 302

    def test_a_unit_changes_while_there_is_no_value(self, party: Party, indicator: Indicator) -> None:
        sent = {**INDICATOR, "unit": "semaines"}
        assert party.client("member").post(address(indicator, "indicators-edit"), sent).status_code == 302
        indicator.refresh_from_db()
        assert indicator.unit == "semaines"

    def test_a_baseline_in_another_unit_is_told(self, party: Party, evaluation: Evaluation) -> None:
        page = reverse("evaluation:indicators-add", args=[evaluation.public])
        told = party.client("member").post(page, {**INDICATOR, "baseline": "3 km", "target": "1 jours"})
        assert told.status_code == 422
        assert "« 3 km » n’est pas dans l’unité attendue, « jours »" in plain(told)
        assert 'value="3 km"' in plain(told)


@pytest.mark.parametrize("name", ["indicators-add", "indicators-edit"])
def test_a_target_equal_to_the_baseline_is_kept_and_told(party: Party, indicator: Indicator, name: str) -> None:
    args = [indicator.evaluation.public] + ([indicator.public] if name.endswith("edit") else [])
    sent = {**INDICATOR, "baseline": "20", "target": "20,0"}
    page = plain(party.client("member").post(reverse(f"evaluation:{name}", args=args), sent, follow=True))
    assert "aucun progrès ne s’en calculera" in page
    assert "Cible égale au départ" in page


def test_a_day_to_come_is_told_and_the_value_comes_back(party: Party, indicator: Indicator) -> None:
    sent = said_today(on="2999-01-01", note="Carnet")
    told = party.client("member").post(address(indicator, "indicators-value"), sent)
    assert told.status_code == 422
    assert "pas encore venu" in plain(told)
    assert 'value="12,5"' in plain(told)
    assert 'value="Carnet"' in plain(told)


class TestEvidence:
    def test_a_value_names_a_piece_that_the_alliance_keeps(self, party: Party, indicator: Indicator) -> None:
        piece = archive.keep(party.alliance, party.member, title="Registre signé", upload=upload())
        client, page = party.client("member"), address(indicator, "indicators-value")
        assert "Registre signé" in plain(client.get(page))
        assert client.post(page, said_today(evidence=str(piece.public))).status_code == 302
        assert Value.objects.get().evidence == piece
        shown = plain(client.get(address(indicator, "indicators-one")))
        assert "Pièce : Registre signé" in shown
        assert reverse("evidence:piece", args=[party.alliance.public, piece.public]) in shown

    def test_a_new_file_is_kept_with_its_hash_and_once(self, party: Party, indicator: Indicator) -> None:
        client, page = party.client("member"), address(indicator, "indicators-value")
        for _click in range(2):
            assert client.post(page, said_today(note="Registre", file=upload())).status_code == 302
        revision = Revision.objects.get()
        assert (len(revision.sha256), revision.evidence.title) == (64, "Registre")
        assert Value.objects.get().evidence == revision.evidence

    def test_a_correction_without_a_piece_keeps_the_one_that_was_there(
        self, party: Party, indicator: Indicator
    ) -> None:
        piece = archive.keep(party.alliance, party.member, title="Registre", upload=upload())
        operations.write_value(indicator, party.member, on=timezone.localdate(), value=3, evidence=piece)
        client, page = party.client("member"), address(indicator, "indicators-value")
        begun = plain(client.get(page, {"on": timezone.localdate().isoformat(), "group": ""}))
        assert 'value="3"' in begun
        assert f'value="{piece.public}" selected' in begun
        assert client.post(page, said_today("4")).status_code == 302
        assert (Value.objects.get().value, Value.objects.get().evidence) == (4, piece)

    def test_one_piece_and_not_two(self, party: Party, indicator: Indicator) -> None:
        piece = archive.keep(party.alliance, party.member, title="Registre", upload=upload())
        sent = said_today(evidence=str(piece.public), file=upload("autre.pdf"))
        told = party.client("member").post(address(indicator, "indicators-value"), sent)
        assert told.status_code == 422
        assert "Une seule pièce par valeur" in plain(told)

    def test_a_piece_of_another_alliance_is_not_a_choice(self, party: Party, indicator: Indicator) -> None:
        elsewhere = new_party("Ailleurs")
        theirs = archive.keep(elsewhere.alliance, elsewhere.member, title="Secret", upload=upload())
        archive.keep(party.alliance, party.member, title="Registre", upload=upload())
        client, page = party.client("member"), address(indicator, "indicators-value")
        assert "Secret" not in plain(client.get(page))
        assert client.post(page, said_today(evidence=str(theirs.public))).status_code == 422


class Trickle(io.RawIOBase):
    """The body of a form whose file weighs what it says, made as it is read: on no disk, in no memory."""

    def __init__(self, before: bytes, weight: int, after: bytes) -> None:
        self.length = len(before) + weight + len(after)
        self._parts: Iterator[bytes] = self._made(before, weight, after)
        self._left = b""

    @staticmethod
    def _made(before: bytes, weight: int, after: bytes) -> Iterator[bytes]:
        yield before
        block = bytes(65_536)
        for start in range(0, weight, len(block)):
            yield block[: weight - start]
        yield after

    def read(self, size: int = -1) -> bytes:
        """Return at most so many bytes."""
        self._left = self._left or next(self._parts, b"")
        given, self._left = (self._left, b"") if size < 0 else (self._left[:size], self._left[size:])
        return given


def large_form(fields: dict[str, Any], weight: int) -> Trickle:
    """Return the body of a form with a file of that weight, under the boundary « cut »."""
    begins = "Content-Disposition: form-data"
    texts = [f'--cut\r\n{begins}; name="{name}"\r\n\r\n{said}\r\n' for name, said in fields.items()]
    head = '--cut\r\nContent-Disposition: form-data; name="file"; filename="film.pdf"\r\n\r\n%PDF-1.7\n'
    return Trickle(("".join(texts) + head).encode(), weight, b"\r\n--cut--\r\n")


SHOWING = {"kind": "document", "words": "Le film du jour", "who": "Ada", "consent_by": "Ada",
           "consent_on": "2026-01-05", "consent_how": "Par écrit", "consent_scope": "report"}  # fmt: skip


def effect_page(evaluation: Evaluation) -> str:
    """Return where an effect is illustrated."""
    effect = Effect.objects.create(evaluation=evaluation, impact="trust", level="actors", title="Lien")
    return address(effect, "effect-illustrate")


@pytest.mark.parametrize("which", ["value", "illustration"])
class TestFiles:
    @pytest.fixture
    def page(self, which: str, indicator: Indicator) -> tuple[str, dict[str, Any], str]:
        """The page, what is typed around the file, and words that must come back."""
        if which == "value":
            return address(indicator, "indicators-value"), said_today(note="Le film du jour"), "Le film du jour"
        return effect_page(indicator.evaluation), dict(SHOWING), "Le film du jour"

    def test_two_hundred_megabytes_are_told_and_the_form_comes_back(
        self, party: Party, page: tuple[str, dict[str, Any], str]
    ) -> None:
        body = large_form(page[1], MEGABYTES_200)
        asked = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": page[0],
            "CONTENT_TYPE": "multipart/form-data; boundary=cut",
            "CONTENT_LENGTH": str(body.length),
            "wsgi.input": body,
        }
        client = party.client("member")
        tracemalloc.start()
        told = client.request(**asked)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert told.status_code == 422
        assert "Ce fichier dépasse 20 Mo" in plain(told)
        assert page[2] in plain(told)
        assert peak < 20_000_000, f"{peak} bytes"
        assert not Evidence.objects.exists()

    def test_a_program_named_pdf_is_told_and_the_form_comes_back(
        self, party: Party, page: tuple[str, dict[str, Any], str]
    ) -> None:
        told = party.client("member").post(page[0], {**page[1], "file": SimpleUploadedFile("bilan.pdf", PROGRAM)})
        assert told.status_code == 422
        assert "son contenu n’est pas celui d’un fichier « .pdf »" in plain(told)
        assert page[2] in plain(told)
        assert not any(model.objects.exists() for model in (Evidence, Value, Illustration))

    def test_a_true_one_is_kept(self, party: Party, page: tuple[str, dict[str, Any], str]) -> None:
        sent = {**page[1], "file": SimpleUploadedFile("bilan.pdf", PDF)}
        assert party.client("member").post(page[0], sent).status_code == 302
        assert Revision.objects.get().media_type == "application/pdf"


def test_two_people_on_one_effect_lose_nothing_and_the_second_may_go_on(party: Party, evaluation: Evaluation) -> None:
    effect = Effect.objects.create(evaluation=evaluation, impact="trust", level="actors", title="Lien")
    page, said = address(effect, "effect-edit"), {"impact": "trust", "level": "actors", "sign": "negative"}
    first, second = party.client("member"), party.client("facilitator")
    assert first.post(page, {**said, "expected": "no", "title": "Un", "version": 1}).status_code == 302
    told = second.post(page, {**said, "expected": "no", "title": "Deux", "deadweight_share": "30", "version": 1})
    assert told.status_code == 409
    assert "Quelqu’un a changé cette page" in plain(told)
    assert 'value="30"' in plain(told)
    again = {**said, "expected": "no", "title": "Deux", "deadweight_share": "30", "version": 2}
    assert second.post(page, again).status_code == 302
    effect.refresh_from_db()
    assert (effect.title, effect.deadweight_share) == ("Deux", 30)


class TestTakenBack:
    def test_an_effect_set_aside_comes_back_into_the_matrix(self, party: Party, evaluation: Evaluation) -> None:
        effect = Effect.objects.create(
            evaluation=evaluation, impact="trust", level="actors", title="Lien", set_aside_on=timezone.localdate()
        )
        shown = plain(party.client("member").get(address(effect, "effect")))
        assert "Remettre dans la matrice" in shown
        assert "Remettre dans la matrice" not in plain(party.client("observer").get(address(effect, "effect")))
        answer = party.client("member").post(address(effect, "effect-take-back"), {"version": 1}, follow=True)
        assert "de nouveau dans la matrice" in plain(answer)
        effect.refresh_from_db()
        assert effect.set_aside_on is None

    def test_somebody_came_first(self, party: Party, evaluation: Evaluation) -> None:
        effect = Effect.objects.create(
            evaluation=evaluation, impact="trust", level="actors", title="Lien", version=2,
            set_aside_on=timezone.localdate(),
        )  # fmt: skip
        answer = party.client("member").post(address(effect, "effect-take-back"), {"version": 1}, follow=True)
        assert "relisez-le avant de le remettre" in plain(answer)
        effect.refresh_from_db()
        assert effect.set_aside_on is not None
