"""The result: true of the answers, explained, readable again, bounded in queries, and shared only as chosen."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import escape
from tests.core.alliance import reference_pack

from cordee.apps.diagnosis import operations
from cordee.apps.diagnosis.given import GivenAnswer
from cordee.apps.diagnosis.method import families
from cordee.apps.diagnosis.models import Diagnosis, Mark, ShareLink, Snapshot
from cordee.apps.diagnosis.tokens import new_token
from cordee.apps.library.models import PackRelease
from cordee.core.packs.pack import Pack

from .conftest import Start, answer_all

pytestmark = pytest.mark.django_db
Answered = tuple[Diagnosis, str]


@pytest.fixture(autouse=True)
def _french() -> Iterator[None]:
    with translation.override("fr"):
        yield


def url(name: str, token: str, *args: int) -> str:
    return reverse(f"diagnosis:{name}", args=[token, *args])


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def share(diagnosis: Diagnosis, *, shows_evidence: bool = False) -> str:
    token = new_token()
    operations.share(operations.read(diagnosis), token, 30, shows_evidence=shows_evidence)
    return reverse("diagnosis:shared", args=[token])


class TestResult:
    def test_it_opens_with_the_sentence_of_the_pack(self, client: Client, answered: Answered, pack: Pack) -> None:
        html = page(client, url("result", answered[1]))
        headline = next(one.text.fr for one in pack.scoring.headlines if one.id == "vision_over_means")
        assert f"<h1>{headline}</h1>" in html
        assert "7 approches lues sur 7" in html

    def test_it_says_plainly_that_one_person_has_no_interval(self, client: Client, answered: Answered) -> None:
        assert "Une seule personne a répondu\u202f: pas d’intervalle" in page(client, url("result", answered[1]))

    def test_the_figure_has_its_table_and_its_radar(self, client: Client, answered: Answered) -> None:
        html = page(client, url("result", answered[1]))
        assert html.count("<svg") > 2
        assert 'class="chart' in html
        assert "Voir les chiffres" in html
        assert "Voir en radar" in html
        assert "style=" not in html

    def test_it_ends_on_three_next_steps_with_why_and_what_would_remove_them(
        self, client: Client, answered: Answered
    ) -> None:
        html = page(client, url("result", answered[1]))
        assert html.count('class="next-rank"') == 3
        assert html.count("Vos réponses en cause") == 3
        assert html.count("Ce conseil disparaîtrait") == 3
        assert "Vos 3 prochains pas" in html

    def test_each_axis_is_explained_and_each_answer_shown(self, client: Client, answered: Answered, pack: Pack) -> None:
        html = page(client, url("result", answered[1]))
        for axis in pack.instrument.axes:
            assert axis.name.fr in html
        for item in pack.instrument.items_of("express"):
            level = {"vision": 3, "action": 2, "means": 1}[item.facet]
            assert escape(item.levels[level].fr) in html
        assert "(3 + 2 + 1) / 3 = 2" in html

    def test_words_of_evidence_are_shown_to_their_author(self, client: Client, answered: Answered) -> None:
        diagnosis, token = answered
        answer = GivenAnswer(Mark.ANSWERED, 3, "Charte de mars 2024")
        operations.save_answers(diagnosis, {"relevance.needs.vision": answer})
        assert "Charte de mars 2024" in page(client, url("result", token))

    def test_a_missing_axis_says_why(self, client: Client, answered: Answered) -> None:
        diagnosis, token = answered
        operations.save_answers(diagnosis, {"meaning.commitment.means": GivenAnswer(Mark.DONT_KNOW)})
        html = page(client, url("result", token))
        assert "Maturité non calculée" in html
        assert "Je ne sais pas" in html
        assert "6 approches lues sur 7" in html

    def test_what_was_left_is_pointed_out_with_a_way_back(self, client: Client, start: Start) -> None:
        diagnosis, token = start()
        answer = {"relevance.needs.vision": GivenAnswer(Mark.ANSWERED, 3)}
        operations.save_answers(diagnosis, answer)
        html = page(client, url("result", token))
        assert "20 questions sont restées sans réponse" in html
        assert url("topic", token, 7) in html
        assert "Trop tôt pour conclure" in html

    def test_nothing_answered_is_an_empty_page_that_helps(self, client: Client, start: Start) -> None:
        _, token = start()
        html = page(client, url("result", token))
        assert "Il n’y a encore rien à lire" in html
        assert url("topic", token, 1) in html

    def test_everything_at_four_finds_strengths_and_no_gap(self, client: Client, start: Start, pack: Pack) -> None:
        diagnosis, token = start()
        answer_all(diagnosis, pack, "4")
        html = page(client, url("result", token))
        assert "Aucun écart d’un niveau ou plus" in html
        assert "stade moteur, 4 sur 4" in html

    def test_everything_not_applicable_is_read_without_crashing(self, client: Client, start: Start, pack: Pack) -> None:
        diagnosis, token = start()
        answer_all(diagnosis, pack, "not_applicable")
        html = page(client, url("result", token))
        assert "Aucune des 7 approches ne se lit encore" in html
        assert "Ne me concerne pas" in html

    def test_the_full_form_is_read_too(self, client: Client, start: Start, pack: Pack) -> None:
        diagnosis, token = start("full")
        answer_all(diagnosis, pack, "3", means="0")
        html = page(client, url("result", token))
        assert "7 approches lues sur 7" in html
        assert "63 réponses sur 63" in html

    def test_days_left_are_said(self, client: Client, answered: Answered) -> None:
        diagnosis, token = answered
        Diagnosis.objects.filter(pk=diagnosis.pk).update(expires_at=timezone.now() + timedelta(hours=30))
        assert "Effacé dans 2 jours" in page(client, url("result", token))

    def test_it_is_in_english_too_with_no_french_left(self, client: Client, answered: Answered) -> None:
        with translation.override("en"):
            html = page(client, url("result", answered[1]))
        assert "Your 3 next steps" in html
        html = re.sub(r'<ul class="sources">.*?</ul>', " ", html, flags=re.DOTALL)
        text = re.sub(r"<[^>]+>", " ", html)
        found = re.findall(r"[^.]{0,30}(?:\b(?:vous|votre|vos|une|des|aux|est|sont)\b|[\u202f«»])[^.]{0,30}", text)
        assert [words for words in found if "Le RAMEAU" not in words and "Partenaires d" not in words] == []


class TestQueries:
    @pytest.mark.parametrize("form", ["express", "full"])
    def test_the_result_asks_few_questions_of_the_database(
        self, client: Client, start: Start, pack: Pack, form: str, django_assert_max_num_queries: object
    ) -> None:
        diagnosis, token = start(form)
        answer_all(diagnosis, pack, vision="3", action="2", means="1")
        operations.read(diagnosis)
        with django_assert_max_num_queries(16):  # type: ignore[operator]
            page(client, url("result", token))

    def test_a_topic_asks_fewer(
        self, client: Client, answered: Answered, django_assert_max_num_queries: object
    ) -> None:
        with django_assert_max_num_queries(8):  # type: ignore[operator]
            page(client, url("topic", answered[1], 2))


class TestTheCompass:
    def test_the_result_leads_to_the_compass_with_its_stage_and_nothing_else(
        self, client: Client, start: Start, pack: Pack
    ) -> None:
        diagnosis, token = start("express")
        answer_all(diagnosis, pack, vision="2", action="2", means="2")
        found = re.search(r'href="(/boussole/[^"]+)"', page(client, url("result", token)))
        assert found is not None
        assert found.group(1) == "/boussole/?maturity=structured&amp;from=diagnosis"
        assert token not in found.group(1)

    def test_nothing_is_offered_while_it_is_too_early(self, client: Client, start: Start) -> None:
        _, token = start("express")
        assert "from=diagnosis" not in page(client, url("result", token))


class TestReadingAgain:
    def test_a_newer_release_is_offered_and_not_imposed(
        self, client: Client, answered: Answered, newer_release: PackRelease
    ) -> None:
        html = page(client, url("result", answered[1]))
        assert "Relire avec la version 2.0.0" in html
        assert Snapshot.objects.get().release.version == reference_pack().card.version

    def test_the_old_reading_stays_beside_the_new_one(
        self, client: Client, answered: Answered, newer_release: PackRelease
    ) -> None:
        _, token = answered
        before = page(client, url("result", token))
        assert client.post(url("reread", token))["Location"] == url("result", token)
        after = page(client, url("result", token))
        assert "Relire avec la version" not in after
        assert "Questionnaire et règles 2.0.0" in after
        assert "Vos lectures" in after
        old = page(client, url("earlier", token, 1))
        assert f"Questionnaire et règles {reference_pack().card.version}" in old
        assert "Vous relisez une lecture du" in old
        figure = re.compile(r'<figure class="figure.*?</figure>', re.DOTALL)
        assert figure.search(old).group() == figure.search(before).group()  # type: ignore[union-attr]

    def test_answers_no_longer_asked_are_said_to_be_kept(
        self, client: Client, answered: Answered, newer_release: PackRelease
    ) -> None:
        _, token = answered
        client.post(url("reread", token))
        html = page(client, url("result", token))
        assert "3 de vos réponses portent sur des questions qui ne sont plus posées dans la version 2.0.0" in html

    def test_asking_without_a_newer_release_changes_nothing(self, client: Client, answered: Answered) -> None:
        _, token = answered
        page(client, url("result", token))
        client.post(url("reread", token))
        assert Snapshot.objects.count() == 1

    def test_asking_twice_reads_once(self, client: Client, answered: Answered, newer_release: PackRelease) -> None:
        _, token = answered
        page(client, url("result", token))
        for _ in range(2):
            client.post(url("reread", token))
        assert Snapshot.objects.count() == 2

    @pytest.mark.parametrize("number", [0, 2, 10**12])
    def test_a_reading_that_was_not_made_is_not_found(self, client: Client, answered: Answered, number: int) -> None:
        _, token = answered
        page(client, url("result", token))
        assert client.get(url("earlier", token, number)).status_code == 404

    def test_a_reading_of_another_shape_is_read_again_for_the_page_only(
        self, client: Client, answered: Answered, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        diagnosis, token = answered
        monkeypatch.setattr(operations, "reading_as_json", lambda reading: {"of": "another age"})
        snapshot = operations.read(diagnosis)
        monkeypatch.undo()
        assert "7 approches lues sur 7" in page(client, url("result", token))
        snapshot.refresh_from_db()
        assert snapshot.reading == {"of": "another age"}


class TestImportance:
    def test_it_is_offered_and_reorders_the_steps(self, client: Client, answered: Answered, pack: Pack) -> None:
        _, token = answered
        first = re.compile(r'class="card next-step step-1".*?<p class="eyebrow">(.*?)</p>', re.DOTALL)
        before = first.search(page(client, url("result", token))).group(1)  # type: ignore[union-attr]
        topic = pack.instrument.topic("meaning.commitment")
        assert url("importance", token) in page(client, url("result", token))
        client.post(url("importance", token), {"topics": [topic.id]})
        html = page(client, url("result", token))
        after = first.search(html).group(1)  # type: ignore[union-attr]
        assert after == escape(topic.name.fr) != before
        assert "en tenant compte de ce qui compte le plus" in html

    def test_the_choice_is_shown_again_and_can_be_taken_back(self, client: Client, answered: Answered) -> None:
        diagnosis, token = answered
        client.post(url("importance", token), {"topics": ["meaning.commitment"]})
        assert re.search(r'value="meaning.commitment"\s+checked', page(client, url("importance", token)))
        client.post(url("importance", token), {})
        assert not diagnosis.importances.exists()

    def test_a_topic_that_is_not_asked_is_refused(self, client: Client, answered: Answered) -> None:
        answer = client.post(url("importance", answered[1]), {"topics": ["relevance.voice"]})
        assert answer.status_code == 422


class TestSharing:
    def test_the_address_is_shown_once_and_opens_the_reading(self, client: Client, answered: Answered) -> None:
        _, token = answered
        secret = re.search(r'name="secret" value="([^"]+)"', page(client, url("share", token)))
        assert secret
        sent = {"days": "7", "secret": secret.group(1)}
        html = client.post(url("share", token), sent).content.decode()
        address = re.search(r'value="(http://testserver/[^"]+)"', html)
        assert address
        assert "Lecture partagée" in page(client, address.group(1))
        assert address.group(1) not in page(client, url("share", token))
        client.post(url("share", token), sent)
        assert ShareLink.objects.count() == 1

    @pytest.mark.parametrize(
        "change", [{"days": "365"}, {"days": ""}, {"secret": "a" * 43}, {"secret": ""}, {"secret": "x:y"}]
    )
    def test_what_was_tampered_with_is_refused(
        self, client: Client, answered: Answered, change: dict[str, str]
    ) -> None:
        from cordee.apps.diagnosis.forms import signed_token

        answer = client.post(url("share", answered[1]), {"days": "7", "secret": signed_token(), **change})
        assert answer.status_code == 422
        assert not ShareLink.objects.exists()

    def test_a_shared_reading_is_read_only_says_until_when_and_shows_no_word(
        self, client: Client, answered: Answered
    ) -> None:
        diagnosis, token = answered
        answer = GivenAnswer(Mark.ANSWERED, 3, "Mot confidentiel")
        operations.save_answers(diagnosis, {"relevance.needs.vision": answer})
        html = page(client, share(diagnosis))
        assert "Mot confidentiel" not in html
        assert token not in html
        assert "ne peut pas être modifiée" in html
        assert "<form" not in html
        assert "Effacer" not in html
        assert "Mot confidentiel" in page(client, share(diagnosis, shows_evidence=True))

    def test_a_shared_reading_does_not_follow_later_answers(self, client: Client, answered: Answered) -> None:
        diagnosis, _ = answered
        shared = share(diagnosis)
        before = page(client, shared)
        operations.save_answers(diagnosis, {"relevance.needs.vision": GivenAnswer(Mark.ANSWERED, 0)})
        operations.read(diagnosis)
        assert page(client, shared) == before

    def test_a_link_is_withdrawn_by_its_owner(self, client: Client, answered: Answered) -> None:
        diagnosis, token = answered
        shared = share(diagnosis)
        link = ShareLink.objects.get()
        assert client.post(url("withdraw", token, link.pk))["Location"] == url("share", token)
        assert client.get(shared).status_code == 410
        assert "Retirer" not in page(client, url("share", token))

    def test_too_many_links_are_refused_with_a_way_out(self, client: Client, answered: Answered) -> None:
        from cordee.apps.diagnosis.forms import signed_token
        from cordee.apps.diagnosis.permissions import MOST_LINKS

        diagnosis, token = answered
        for _ in range(MOST_LINKS):
            share(diagnosis)
        html = client.post(url("share", token), {"days": "7", "secret": signed_token()}).content.decode()
        assert "Vous avez déjà beaucoup de liens ouverts" in html
        assert ShareLink.objects.count() == MOST_LINKS


class TestErasing:
    def test_it_is_asked_first_then_done_without_script(self, client: Client, answered: Answered) -> None:
        _, token = answered
        html = page(client, url("erase", token))
        assert "Tout effacer maintenant" in html
        assert Diagnosis.objects.exists()
        answer = client.post(url("erase", token), follow=True)
        assert "C’est effacé" in answer.content.decode()
        assert not Diagnosis.objects.exists()

    def test_doing_it_twice_says_that_nothing_is_left(self, client: Client, answered: Answered) -> None:
        _, token = answered
        client.post(url("erase", token))
        assert client.post(url("erase", token)).status_code == 404


class TestExampleAndMethod:
    @pytest.mark.parametrize(("lang", "words"), [("fr", "Exemple inventé"), ("en", "Invented example")])
    def test_the_example_is_labelled_and_read_only(
        self, client: Client, release: PackRelease, lang: str, words: str
    ) -> None:
        with translation.override(lang):
            html = page(client, reverse("diagnosis:example"))
            assert reverse("diagnosis:start") in html
        assert words in html
        assert "<form" not in html
        assert html.count('class="next-rank"') == 3

    def test_the_example_sets_no_cookie_and_may_be_found(self, client: Client, release: PackRelease) -> None:
        answer = client.get(reverse("diagnosis:example"))
        assert not answer.cookies
        assert "noindex" not in answer.content.decode()

    def test_the_answers_of_the_example_are_asked_by_the_pack(self, pack: Pack) -> None:
        from cordee.apps.diagnosis.example import CONTEXT, example_given

        assert list(example_given().answers) == [item.id for item in pack.instrument.items_of("express")]
        choices = {one.id: {choice.id for choice in one.choices} for one in pack.instrument.context}
        assert all(choice in choices[question] for question, choice in CONTEXT.items())

    def test_each_page_of_the_method_is_reached_from_the_first(self, client: Client, release: PackRelease) -> None:
        html = page(client, reverse("diagnosis:method"))
        addresses = re.findall(rf'href="({reverse("diagnosis:method")}[a-z-]+/)"', html)
        assert len(addresses) == len(set(addresses)) == len(families("fr"))
        for address in addresses:
            assert f"version {reference_pack().card.version}" in page(client, address)

    def test_a_page_that_does_not_exist_is_not_found(self, client: Client, release: PackRelease) -> None:
        assert client.get(reverse("diagnosis:method") + "autre/").status_code == 404
