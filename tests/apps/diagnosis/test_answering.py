"""Answering: one click begins, every answer is kept, nothing typed is lost, and one can always go back."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from cordee.apps.diagnosis import limits, operations, queries
from cordee.apps.diagnosis.given import UNANSWERED, GivenAnswer
from cordee.apps.diagnosis.models import Answer, Diagnosis, Mark
from cordee.apps.library.models import PackRelease
from cordee.core.packs.pack import Pack

from .conftest import Start, answer_all

pytestmark = pytest.mark.django_db
START = "/diagnostic/"
ITEM = "relevance.needs.{}"


@pytest.fixture(autouse=True)
def _french() -> Iterator[None]:
    with translation.override("fr"):
        yield


def url(name: str, token: str, *args: int) -> str:
    return reverse(f"diagnosis:{name}", args=[token, *args])


class TestStart:
    def test_it_says_what_how_long_and_what_happens_to_answers(self, client: Client, release: PackRelease) -> None:
        html = client.get(reverse("diagnosis:start")).content.decode()
        assert "environ 12 min" in html
        assert "environ 35 min" in html
        assert "90 jours" in html
        assert html.count("<h1") == 1

    def test_one_click_begins_the_express_form(self, client: Client, release: PackRelease) -> None:
        answer = client.post(reverse("diagnosis:start"), {"form": "express", "moves_on": "yes"})
        diagnosis = Diagnosis.objects.get()
        assert answer.status_code == 302
        assert re.fullmatch(r".*/[A-Za-z0-9_-]{43}/sujet/1/", answer["Location"])
        assert (diagnosis.form, diagnosis.lang, diagnosis.context) == ("express", "fr", {})
        assert diagnosis.moves_on
        assert diagnosis.release == release

    def test_context_is_kept_as_far_as_it_was_given(self, client: Client, release: PackRelease) -> None:
        sent = {"form": "full", "context_profile": "company", "context_size": ""}
        client.post(reverse("diagnosis:start"), sent)
        diagnosis = Diagnosis.objects.get()
        assert (diagnosis.form, diagnosis.context) == ("full", {"profile": "company"})
        assert not diagnosis.moves_on

    @pytest.mark.parametrize("sent", [{}, {"form": "other"}, {"form": "express", "context_profile": "pirate"}])
    def test_what_does_not_exist_is_refused_with_a_remedy(
        self, client: Client, release: PackRelease, sent: dict[str, str]
    ) -> None:
        answer = client.post(reverse("diagnosis:start"), {**sent, "context_size": "size-0"})
        html = answer.content.decode()
        assert answer.status_code == 422
        assert "Rien de ce que vous avez saisi n’est perdu" in html
        assert re.search(r'value="size-0"\s+checked', html)
        assert not Diagnosis.objects.exists()

    def test_each_question_of_context_says_why(self, client: Client, release: PackRelease, pack: Pack) -> None:
        html = client.get(reverse("diagnosis:start")).content.decode()
        for question in pack.instrument.context:
            assert question.question.fr in html
            assert question.why.fr in html

    def test_without_any_pack_the_page_says_what_to_do(self, client: Client) -> None:
        answer = client.get(reverse("diagnosis:start"))
        assert answer.status_code == 503
        assert "load_packs" in answer.content.decode()

    def test_too_many_starts_are_put_off_for_a_minute(
        self, client: Client, release: PackRelease, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("cordee.apps.diagnosis.views.answering.starts", limits.Gate(1))
        statuses = [client.post(reverse("diagnosis:start"), {"form": "express"}).status_code for _ in range(2)]
        assert statuses == [302, 429]
        assert Diagnosis.objects.count() == 1

    def test_a_huge_body_is_refused(self, client: Client, release: PackRelease) -> None:
        assert client.post(reverse("diagnosis:start"), {"form": "x" * 70_000}).status_code == 413


def test_a_gate_opens_again_after_its_time() -> None:
    hour = [0.0]
    gate = limits.Gate(2, seconds=60, clock=lambda: hour[0])
    assert [gate.opens() for _ in range(3)] == [True, True, False]
    hour[0] = 59.9
    assert not gate.opens()
    hour[0] = 60.0
    assert gate.opens()


class TestTopic:
    def test_it_shows_the_topic_its_facets_its_words_and_what_remains(
        self, client: Client, start: Start, pack: Pack
    ) -> None:
        _, token = start()
        html = client.get(url("topic", token, 1)).content.decode()
        topic = pack.instrument.topics_of("express")[0]
        assert topic.name.fr in html
        for item in topic.items:
            assert item.question.fr in html
            assert item.hint.fr in html
            assert all(level.fr in html for level in item.levels)
        assert html.count('type="radio"') == 21
        assert "1 sur 7" in html
        assert "encore 12 min" in html
        terms = {term.id: term for term in pack.terms}
        assert all(terms[term].definition.fr in html for term in topic.terms)
        assert f"/{token}/" in html

    def test_continuing_keeps_the_three_answers_and_goes_on(self, client: Client, start: Start) -> None:
        diagnosis, token = start()
        sent = {"vision": "3", "action": "dont_know", "means": "0", "means_evidence": "budget 2025", "go": "next"}
        answer = client.post(url("topic", token, 1), sent)
        assert answer["Location"] == url("topic", token, 2)
        given = queries.given_of(diagnosis)
        assert given.answer(ITEM.format("vision")) == GivenAnswer(Mark.ANSWERED, 3)
        assert given.answer(ITEM.format("action")) == GivenAnswer(Mark.DONT_KNOW)
        assert given.answer(ITEM.format("means")) == GivenAnswer(Mark.ANSWERED, 0, "budget 2025")

    def test_going_back_loses_nothing(self, client: Client, start: Start) -> None:
        diagnosis, token = start()
        answer = client.post(url("topic", token, 2), {"vision": "1", "go": "back"})
        assert answer["Location"] == url("topic", token, 1)
        html = client.get(url("topic", token, 2)).content.decode()
        assert re.search(r'name="vision" value="1"\s+checked', html)
        assert queries.given_of(diagnosis).answer("coherence.objectives.vision").level == 1

    def test_nothing_has_to_be_answered(self, client: Client, start: Start) -> None:
        diagnosis, token = start()
        answer = client.post(url("topic", token, 1), {"go": "next", "vision_evidence": ""})
        assert answer["Location"] == url("topic", token, 2)
        assert queries.given_of(diagnosis).count_given([ITEM.format("vision")]) == 0

    def test_the_last_topic_leads_to_the_result(self, client: Client, start: Start) -> None:
        diagnosis, token = start()
        answer = client.post(url("topic", token, 7), {"vision": "1", "go": "next"})
        assert answer["Location"] == url("result", token)
        diagnosis.refresh_from_db()
        assert diagnosis.finished_at is not None

    @pytest.mark.parametrize("position", [0, 8, 99_999_999_999])
    def test_a_topic_that_is_not_there_is_not_found(self, client: Client, start: Start, position: int) -> None:
        _, token = start()
        assert client.get(url("topic", token, position)).status_code == 404
        assert client.post(url("save", token, position), {"vision": "1"}).status_code == 404

    @pytest.mark.parametrize("level", ["5", "-1", "3.5", "peut-être", "é"])
    def test_a_level_that_does_not_exist_is_refused_and_the_rest_is_kept(
        self, client: Client, start: Start, level: str
    ) -> None:
        diagnosis, token = start()
        answer = client.post(url("topic", token, 1), {"vision": level, "action": "2", "go": "next"})
        assert answer.status_code == 422
        given = queries.given_of(diagnosis)
        assert given.answer(ITEM.format("vision")) == UNANSWERED
        assert given.answer(ITEM.format("action")).level == 2

    def test_a_word_too_long_is_given_back_whole(self, client: Client, start: Start) -> None:
        diagnosis, token = start()
        typed = "Compte rendu. " * 40
        answer = client.post(url("topic", token, 1), {"vision": "2", "vision_evidence": typed, "go": "next"})
        html = answer.content.decode()
        assert answer.status_code == 422
        assert typed.strip() in html
        assert "500 caractères au plus" in html
        assert 'href="#vision_evidence"' in html
        assert queries.given_of(diagnosis).answer(ITEM.format("vision")) == GivenAnswer(Mark.ANSWERED, 2)

    def test_a_line_break_counts_for_one(self, client: Client, start: Start) -> None:
        diagnosis, token = start()
        typed = "a\r\n" * 250
        client.post(url("topic", token, 1), {"vision_evidence": typed, "go": "next"})
        assert queries.given_of(diagnosis).answer(ITEM.format("vision")).evidence == typed.replace("\r", "").strip()

    def test_markup_in_a_word_is_shown_as_text(self, client: Client, start: Start) -> None:
        _, token = start()
        client.post(url("topic", token, 1), {"vision": "2", "vision_evidence": "<script>x</script>", "go": "next"})
        assert "<script>x" not in client.get(url("topic", token, 1)).content.decode()
        assert "<script>x" not in client.get(url("result", token)).content.decode()

    def test_a_null_character_is_refused_with_a_remedy(self, client: Client, start: Start) -> None:
        _, token = start()
        answer = client.post(url("topic", token, 1), {"vision_evidence": "a\x00b", "go": "next"})
        assert answer.status_code == 422
        assert "caractère invisible" in answer.content.decode()

    def test_moving_on_is_for_the_first_pass_only(self, client: Client, start: Start, pack: Pack) -> None:
        diagnosis, token = start()
        assert 'data-moves-on="yes"' in client.get(url("topic", token, 1)).content.decode()
        answer_all(diagnosis, pack)
        assert 'data-moves-on="no"' in client.get(url("topic", token, 1)).content.decode()

    def test_moving_on_can_be_switched_off_and_on(self, client: Client, start: Start) -> None:
        _, token = start()
        answer = client.post(url("pace", token, 3), {"moves_on": "no"})
        assert answer["Location"] == url("topic", token, 3)
        assert 'data-moves-on="no"' in client.get(url("topic", token, 3)).content.decode()
        client.post(url("pace", token, 3), {"moves_on": "yes"})
        assert 'data-moves-on="yes"' in client.get(url("topic", token, 3)).content.decode()

    def test_the_full_form_has_its_twenty_one_topics(self, client: Client, start: Start) -> None:
        _, token = start("full")
        html = client.get(url("topic", token, 21)).content.decode()
        assert "21 sur 21" in html
        assert "encore 35 min" in html


class TestSavingAsOneGoes:
    def test_one_facet_is_saved_alone(self, client: Client, start: Start) -> None:
        diagnosis, token = start()
        client.post(url("save", token, 1), {"vision": "3", "vision_evidence": "charte"})
        answer = client.post(url("save", token, 1), {"action": "1", "action_evidence": ""})
        assert "enregistré" in answer.content.decode()
        assert "<html" not in answer.content.decode()
        given = queries.given_of(diagnosis)
        assert given.answer(ITEM.format("vision")) == GivenAnswer(Mark.ANSWERED, 3, "charte")
        assert given.answer(ITEM.format("action")) == GivenAnswer(Mark.ANSWERED, 1)

    def test_an_answer_changed_on_the_way_does_not_lose_its_word(self, client: Client, start: Start) -> None:
        diagnosis, token = start()
        client.post(url("save", token, 1), {"vision": "3", "vision_evidence": "charte"})
        client.post(url("save", token, 1), {"vision": "2"})
        assert queries.given_of(diagnosis).answer(ITEM.format("vision")) == GivenAnswer(Mark.ANSWERED, 2, "charte")

    def test_a_word_can_be_taken_back(self, client: Client, start: Start) -> None:
        diagnosis, token = start()
        client.post(url("save", token, 1), {"vision": "3", "vision_evidence": "charte"})
        client.post(url("save", token, 1), {"vision": "3", "vision_evidence": ""})
        assert queries.given_of(diagnosis).answer(ITEM.format("vision")).evidence == ""

    def test_a_refusal_is_said_where_the_word_saved_would_be(self, client: Client, start: Start) -> None:
        _, token = start()
        answer = client.post(url("save", token, 1), {"vision": "9"})
        assert answer.status_code == 200
        assert "non enregistré" in answer.content.decode()
        assert not Answer.objects.exists()

    def test_sending_twice_is_as_sending_once(self, client: Client, start: Start) -> None:
        _, token = start()
        for _ in range(2):
            client.post(url("save", token, 1), {"vision": "3"})
        assert Answer.objects.count() == 1

    def test_what_is_not_of_this_topic_is_not_kept(self, client: Client, start: Start) -> None:
        _, token = start()
        client.post(url("save", token, 1), {"relevance.needs.vision": "3", "surprise": "3", "lang": "en"})
        assert not Answer.objects.exists()


class TestComingBack:
    def test_to_the_first_topic_with_an_answer_left(self, client: Client, start: Start, pack: Pack) -> None:
        diagnosis, token = start()
        assert client.get(url("resume", token))["Location"] == url("topic", token, 1)
        first = pack.instrument.topics_of("express")[0]
        operations.save_answers(diagnosis, {item.id: GivenAnswer(Mark.DONT_KNOW) for item in first.items})
        assert client.get(url("resume", token))["Location"] == url("topic", token, 2)

    def test_to_the_result_once_all_is_answered(self, client: Client, answered: tuple[Diagnosis, str]) -> None:
        _, token = answered
        assert client.get(url("resume", token))["Location"] == url("result", token)

    def test_from_another_device_without_any_cookie(self, start: Start) -> None:
        _, token = start()
        Client().post(url("save", token, 1), {"vision": "3"})
        html = Client().get(url("resume", token), follow=True).content.decode()
        assert re.search(r'name="vision" value="3"\s+checked', html)
