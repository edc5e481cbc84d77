"""The addresses of the documents: who gets what, under which name, and what is said when nothing is given."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from tests.apps.reports import building
from tests.apps.reports.conftest import EVIDENCE, Answered

from cordee.apps.diagnosis import operations
from cordee.apps.diagnosis.models import Diagnosis, ShareLink, Snapshot
from cordee.apps.diagnosis.result import result_of
from cordee.apps.diagnosis.tokens import new_token
from cordee.apps.reports import files
from cordee.apps.reports.composing import compose, material_of

KINDS = ["pdf", "xlsx", "json"]
TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
STARTS = {"pdf": b"%PDF-1.7", "xlsx": b"PK\x03\x04", "json": b"{\n"}


def address(name: str, token: str, lang: str = "fr") -> str:
    with translation.override(lang):
        return reverse(f"reports:{name}", args=[token])


def get(client: Client, name: str, token: str, lang: str = "fr") -> Any:
    return client.get(address(name, token, lang))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_owner_takes_each_document_away(client: Client, answered: Answered, kind: str, lang: str) -> None:
    answer = get(client, kind, answered.token, lang)
    day = timezone.localdate(answered.snapshot.created_at).isoformat()
    stem = {"fr": "cordee-diagnostic", "en": "cordee-diagnosis"}[lang]
    assert answer.status_code == 200
    assert answer["Content-Type"] == TYPES[kind]
    assert answer["Content-Disposition"] == f'attachment; filename="{stem}-express-{day}.{kind}"'
    assert answer.content.startswith(STARTS[kind])
    assert EVIDENCE in _text(kind, answer.content)


def _text(kind: str, content: bytes) -> str:
    if kind == "pdf":
        return building.text_of(content)
    if kind == "xlsx":
        from io import BytesIO

        import openpyxl

        return repr([row for sheet in openpyxl.load_workbook(BytesIO(content)) for row in sheet.values])
    return content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_documents_stay_out_of_caches_and_search_engines(client: Client, answered: Answered, kind: str) -> None:
    answer = get(client, kind, answered.token)
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.cookies == {}


def test_the_language_is_that_of_the_address(client: Client, answered: Answered) -> None:
    french, english = (json.loads(get(client, "json", answered.token, lang).content) for lang in ("fr", "en"))
    assert (french["language"], english["language"]) == ("fr", "en")
    assert french["reading"] == english["reading"]
    assert french["headline"] != english["headline"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_token_is_nowhere_in_the_file(client: Client, answered: Answered, kind: str) -> None:
    content = get(client, kind, answered.token).content
    assert answered.token.encode() not in content
    assert answered.token not in _text(kind, content)
    assert str(answered.diagnosis.public) not in _text(kind, content)


@pytest.mark.parametrize("kind", KINDS)
def test_a_share_link_gives_the_same_reading_without_words_or_situation(
    client: Client, answered: Answered, kind: str
) -> None:
    _, token = answered.share()
    answer = get(client, f"shared_{kind}", token)
    assert answer.status_code == 200
    text = _text(kind, answer.content)
    assert EVIDENCE not in text
    assert "Bretagne" not in text.split("Pour vous aider")[0]
    if kind == "json":
        owner = json.loads(get(client, kind, answered.token).content)
        shared = json.loads(answer.content)
        assert shared["reading"] == owner["reading"]
        assert shared["context"] is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_share_link_may_open_the_evidence(client: Client, answered: Answered, kind: str) -> None:
    _, token = answered.share(shows_evidence=True)
    assert EVIDENCE in _text(kind, get(client, f"shared_{kind}", token).content)


@pytest.mark.parametrize("kind", KINDS)
def test_one_token_does_not_serve_for_the_other(client: Client, answered: Answered, kind: str) -> None:
    _, shared = answered.share()
    assert get(client, kind, shared).status_code == 404
    assert get(client, f"shared_{kind}", answered.token).status_code == 404


@pytest.mark.parametrize("name", [*KINDS, *(f"shared_{kind}" for kind in KINDS)])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_unknown_token_gets_a_page_that_says_so(client: Client, db: None, name: str, lang: str) -> None:
    answer = get(client, name, new_token(), lang)
    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("text/html")
    title = {"fr": "Ce lien n’ouvre rien", "en": "This link"}[lang]
    assert title in answer.content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_after_its_last_day_nothing_is_given(client: Client, answered: Answered, kind: str) -> None:
    _, shared = answered.share()
    answered.age(days=1)
    for name, token in ((kind, answered.token), (f"shared_{kind}", shared)):
        answer = get(client, name, token)
        assert answer.status_code == 410
        assert "durée de garde" in answer.content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_a_link_withdrawn_or_expired_gives_nothing(client: Client, answered: Answered, kind: str) -> None:
    withdrawn, token = answered.share()
    operations.withdraw(withdrawn)
    answer = get(client, f"shared_{kind}", token)
    assert (answer.status_code, "retiré" in answer.content.decode()) == (410, True)

    expired, token = answered.share()
    ShareLink.objects.filter(pk=expired.pk).update(expires_at=timezone.now())
    answer = get(client, f"shared_{kind}", token)
    assert (answer.status_code, "expiré" in answer.content.decode()) == (410, True)
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("kind", KINDS)
def test_before_the_first_reading_one_is_sent_to_it(client: Client, begun: tuple[Diagnosis, str], kind: str) -> None:
    _, token = begun
    answer = get(client, kind, token)
    assert answer.status_code == 302
    assert answer["Location"] == reverse("diagnosis:result", args=[token])


@pytest.mark.parametrize("kind", KINDS)
def test_only_reading_is_allowed(client: Client, answered: Answered, kind: str) -> None:
    assert client.post(address(kind, answered.token)).status_code == 405
    head = client.head(address(kind, answered.token))
    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Type"] == TYPES[kind]


def test_a_document_that_cannot_be_made_gets_a_page_in_the_look(
    client: Client, answered: Answered, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(report: object) -> bytes:
        raise RuntimeError("no ink left")

    monkeypatch.setattr("cordee.apps.reports.views.PDF", files.FileKind("pdf", "application/pdf", fails))
    answer = get(client, "pdf", answered.token)
    page = answer.content.decode()
    assert answer.status_code == 500
    assert "Ce document n’a pas pu être fait" in page
    assert "no ink left" not in page
    (ours,) = [record for record in caplog.records if record.name == "cordee.apps.reports.views"]
    assert "no ink left" in str(ours.exc_info)
    assert answered.token not in ours.getMessage()
    assert get(client, "xlsx", answered.token).status_code == 200


def test_the_document_says_what_the_page_says(answered: Answered) -> None:
    snapshot = Snapshot.objects.select_related("release", "diagnosis").get(pk=answered.snapshot.pk)
    page = result_of(snapshot, "fr")
    report = compose(material_of(snapshot), "fr")
    assert report.told.headline == page.headline
    assert report.told.standing == page.standing
    assert report.told.figure == page.figure
    assert report.told.conversations == page.conversations
    assert report.told.steps == page.steps
    assert report.told.axes == page.axes


def test_a_later_reading_replaces_the_document_and_changes_no_older_snapshot(
    client: Client, answered: Answered
) -> None:
    before = json.loads(get(client, "json", answered.token).content)
    operations.save_answers(answered.diagnosis, {"clarity.roles.means": building.choice(4)})
    assert json.loads(get(client, "json", answered.token).content) == before, "nothing was read again yet"
    operations.read(answered.diagnosis)
    after = json.loads(get(client, "json", answered.token).content)
    levels = {answer["item"]: answer["level"] for answer in after["answers"]}
    assert levels["clarity.roles.means"] == 4
    _, shared = answered.share()
    assert json.loads(get(client, "shared_json", shared).content)["reading"] == before["reading"]


def test_a_reading_of_another_shape_is_made_again_by_this_engine(answered: Answered) -> None:
    import cordee

    snapshot = answered.snapshot
    whole = compose(material_of(snapshot), "fr")
    snapshot.reading = {"shape": "of another engine"}
    snapshot.engine = "0.0.1"
    again = compose(material_of(snapshot), "fr")
    assert again.reading == whole.reading
    assert again.engine == cordee.__version__


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_result_page_leads_to_each_document(client: Client, answered: Answered, lang: str) -> None:
    with translation.override(lang):
        page = client.get(reverse("diagnosis:result", args=[answered.token])).content.decode()
    for kind in KINDS:
        assert f'href="{address(kind, answered.token, lang)}"' in page


def test_no_query_grows_with_the_document(
    client: Client, answered: Answered, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(4):
        get(client, "pdf", answered.token)
