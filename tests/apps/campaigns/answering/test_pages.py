"""The journey of a respondent, page by page: the door, the topics, what matters, the end."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone, translation
from tests.apps.campaigns.answering.building import Alliance360, answer_all, token_of, url

from cordee.apps.campaigns.models import Seat, SeatAnswer, SeatImportance
from cordee.apps.campaigns.operations import answering
from cordee.apps.campaigns.views import arriving
from cordee.apps.diagnosis.limits import Gate

pytestmark = pytest.mark.django_db
ITEM = "relevance.needs.{}"
Build = Callable[..., Alliance360]


def text(answer: object) -> str:
    return " ".join(answer.content.decode().split())  # type: ignore[attr-defined]


class TestTheDoor:
    def test_says_who_asks_what_how_long_for_whom_and_under_which_rule(
        self, client: Client, world: Alliance360
    ) -> None:
        page = text(client.get(url("door", token_of(world.invite("Zoé")))))
        for words in (
            "Bonjour Zoé",
            "Aïcha Benali",
            "Mobilités du Val",
            "Notre 360° de printemps",
            "Votre regard compte.",
            "cercle « Équipes », pour Mission locale",
            "7 sujets, 21 questions, environ 12 min",
            "Personne ne verra qui a répondu quoi",
            "au moins 5 réponses",
            "personne ne peut plus la changer",
            "aicha@example.org",
            "Commencer",
        ):
            assert words in page

    def test_a_get_changes_nothing_and_a_post_sits_down_once(self, client: Client, world: Alliance360) -> None:
        token = token_of(world.invite("Zoé"))
        client.get(url("door", token))
        client.head(url("door", token))
        assert Seat.objects.count() == 0
        for _ in range(2):
            answer = client.post(url("door", token))
            assert answer["Location"] == url("topic", token, 1)
        seat = Seat.objects.get()
        assert (seat.channel, seat.lang, seat.circle, seat.partner) == (
            "invited",
            "fr",
            world.circles["teams"],
            world.partners[0],
        )

    def test_coming_back_leads_to_the_first_open_topic_then_to_a_review(
        self, client: Client, world: Alliance360
    ) -> None:
        token = token_of(world.invite("Zoé"))
        client.post(url("door", token))
        client.post(url("topic", token, 1), {"vision": "3", "action": "2", "means": "dont_know"})
        assert client.post(url("door", token))["Location"] == url("topic", token, 2)
        assert "Reprendre" in text(client.get(url("door", token)))
        answer_all(Seat.objects.get())
        answering.finish(Seat.objects.get())
        assert "Revoir mes réponses" in text(client.get(url("door", token)))
        assert client.post(url("door", token))["Location"] == url("topic", token, 1)

    def test_names_the_other_circles_of_the_same_person(self, client: Client, world: Alliance360) -> None:
        one = world.invite("Zoé", "teams", email="zoe@example.org")
        world.invite("Zoé", "steering", email="ZOE@example.org")
        world.invite("Léo", "beneficiaries", email="leo@example.org")
        page = text(client.get(url("door", token_of(one))))
        assert "Vous avez reçu un autre lien pour « Pilotage »" in page
        assert "Bénéficiaires" not in page

    def test_counts_the_people_and_names_the_organisations_of_the_circle(
        self, client: Client, world: Alliance360
    ) -> None:
        token = token_of(world.invite("Zoé", home=0))
        world.invite("Léo", home=2)
        assert "2 personnes invitées, de Coop Mobile, Mission locale" in text(client.get(url("door", token)))

    def test_a_circle_may_be_asked_some_topics_only(self, client: Client, world: Alliance360) -> None:
        world.circles["teams"].topics = ["clarity.roles", "relevance.needs"]
        world.circles["teams"].save()
        token = token_of(world.invite("Zoé"))
        assert "2 sujets, 6 questions, environ 4 min" in text(client.get(url("door", token)))
        client.post(url("door", token))
        assert client.get(url("topic", token, 2)).status_code == 200
        assert client.get(url("topic", token, 3)).status_code == 404

    @pytest.mark.parametrize(
        ("regime", "words", "absent"),
        [
            ("attributed", "voient qui a répondu quoi", "5 réponses"),
            ("facilitator", "Seule une personne, Aïcha Benali", "est effacé"),
            ("aggregate", "Personne ne verra qui a répondu quoi, pas même Aïcha Benali", "votre nom soit à côté"),
        ],
    )
    def test_says_each_regime_in_its_words(
        self, client: Client, build: Build, regime: str, words: str, absent: str
    ) -> None:
        page = text(client.get(url("door", token_of(build(regime=regime).invite("Zoé")))))
        assert words in page
        assert absent not in page

    def test_says_the_last_day_when_it_ends_at_midnight_and_the_hour_otherwise(self) -> None:
        midnight = timezone.localtime().replace(2026, 12, 4, 0, 0, 0, 0)
        assert arriving.until(midnight) == "3 décembre 2026"
        assert "18:30" in arriving.until(midnight + timedelta(hours=18, minutes=30))
        assert arriving.until(None) == ""

    def test_speaks_english(self, client: Client, world: Alliance360) -> None:
        token = token_of(world.invite("Zoé", lang="en"))
        with translation.override("en"):
            address = url("door", token)
            assert address.startswith("/en/answer/")
            page = text(client.get(address))
            assert "Teams" in page
            assert "360° diagnosis of the alliance" in page
            client.post(address)
        assert Seat.objects.get().lang == "en"


class TestStates:
    @pytest.mark.parametrize(
        ("hours", "words"),
        [
            ({"launched_at": None}, "en préparation"),
            ({"opens_at": timezone.now() + timedelta(days=3)}, "Les réponses ouvrent le"),
            ({"closes_at": timezone.now() - timedelta(minutes=1)}, "Le temps de répondre est écoulé"),
            ({"cancelled_at": timezone.now()}, "annulé"),
        ],
    )
    def test_outside_of_its_time_the_door_says_why_and_nothing_can_be_added(
        self, client: Client, build: Build, hours: dict[str, object], words: str
    ) -> None:
        world = build()
        token = token_of(world.invite("Zoé"))
        seat = answering.sit_down(world.invitees[0], "fr")
        world.move(**hours)
        assert words in text(client.get(url("door", token)))
        assert words in text(client.post(url("door", token)))
        for name, args in (("topic", [1]), ("save", [1]), ("pace", [1]), ("importance", [])):
            answer = client.post(url(name, token, *args), {"vision": "4", "topics": "clarity.roles"})
            assert answer["Location"] == url("door", token)
        assert SeatAnswer.objects.count() == SeatImportance.objects.count() == 0
        with pytest.raises(answering.NothingMayBeAdded):
            answering.finish(seat)


class TestTopics:
    def start(self, client: Client, world: Alliance360) -> str:
        token = token_of(world.invite("Zoé"))
        client.post(url("door", token))
        return token

    def test_the_three_answers_are_saved_on_the_way_out(self, client: Client, world: Alliance360) -> None:
        token = self.start(client, world)
        sent = {"vision": "3", "action": "dont_know", "means": "not_applicable", "go": "next"}
        assert client.post(url("topic", token, 1), sent)["Location"] == url("topic", token, 2)
        rows = dict(SeatAnswer.objects.values_list("item", "mark"))
        assert rows == {
            ITEM.format("vision"): "answered",
            ITEM.format("action"): "dont_know",
            ITEM.format("means"): "not_applicable",
        }

    def test_one_facet_is_saved_alone_and_the_others_stay(self, client: Client, world: Alliance360) -> None:
        token = self.start(client, world)
        for sent in ({"vision": "3"}, {"action": "1"}, {"vision": "4"}):
            answer = client.post(url("save", token, 1), sent, headers={"HX-Request": "true"})
            assert "enregistré" in answer.content.decode()
        assert dict(SeatAnswer.objects.values_list("item", "level")) == {
            ITEM.format("vision"): 4,
            ITEM.format("action"): 1,
        }

    def test_a_word_is_released_by_a_tick_and_only_while_there_is_a_word(
        self, client: Client, world: Alliance360
    ) -> None:
        token = self.start(client, world)
        page = client.get(url("topic", token, 1)).content.decode()
        assert page.count("Cette remarque peut être citée") == 3
        ticked = {"vision": "3", "vision_evidence": "Charte", "vision_released": ["no", "yes"]}
        client.post(url("save", token, 1), ticked)
        assert SeatAnswer.objects.get().released
        client.post(url("save", token, 1), {"vision": "2", "vision_evidence": "Charte"})
        assert SeatAnswer.objects.get().released
        client.post(url("save", token, 1), {**ticked, "vision_released": ["no"]})
        assert not SeatAnswer.objects.get().released
        client.post(url("save", token, 1), {**ticked, "vision_evidence": ""})
        assert not SeatAnswer.objects.get().released

    def test_what_is_wrong_comes_back_and_the_rest_is_kept(self, client: Client, world: Alliance360) -> None:
        token = self.start(client, world)
        answer = client.post(url("topic", token, 1), {"vision": "2", "action": "9", "means_evidence": "x" * 501})
        assert answer.status_code == 422
        page = text(answer)
        assert "500 caractères au plus" in page
        assert "x" * 501 in page
        assert SeatAnswer.objects.get().item == ITEM.format("vision")

    def test_buttons_lead_where_they_say(self, client: Client, world: Alliance360) -> None:
        token = self.start(client, world)
        assert client.post(url("topic", token, 2), {"go": "back"})["Location"] == url("topic", token, 1)
        assert client.post(url("topic", token, 1), {"go": "back"})["Location"] == url("topic", token, 1)
        assert client.post(url("topic", token, 7), {"go": "next"})["Location"] == url("importance", token)
        assert client.post(url("topic", token, 3), {"go": "end"})["Location"] == url("topic", token, 3)
        answering.finish(Seat.objects.get())
        assert client.post(url("topic", token, 3), {"go": "end"})["Location"] == url("done", token)
        assert client.get(url("topic", token, 8)).status_code == 404
        assert client.post(url("save", token, 0)).status_code == 404

    def test_the_pace_is_kept_with_the_seat(self, client: Client, world: Alliance360) -> None:
        token = self.start(client, world)
        assert 'data-moves-on="yes"' in client.get(url("topic", token, 1)).content.decode()
        assert client.post(url("pace", token, 1), {"moves_on": "no"})["Location"] == url("topic", token, 1)
        assert 'data-moves-on="no"' in client.get(url("topic", token, 1)).content.decode()

    def test_another_device_finds_the_same_answers(self, client: Client, world: Alliance360) -> None:
        token = self.start(client, world)
        client.post(url("save", token, 1), {"vision": "3", "vision_evidence": "Charte"})
        page = Client().get(url("topic", token, 1)).content.decode()
        assert "Charte" in page

    def test_a_page_that_showed_no_word_does_not_erase_the_one_of_another_device(
        self, client: Client, world: Alliance360
    ) -> None:
        token = self.start(client, world)
        phone = {"vision": "2", "vision_evidence": "", "vision_touched": "no", "vision_released": ["no"]}
        typed = {"vision_evidence": "Charte", "vision_touched": "yes", "vision_released": ["no", "yes"]}
        client.post(url("save", token, 1), typed)
        client.post(url("topic", token, 1), phone)
        row = SeatAnswer.objects.get()
        assert (row.level, row.evidence, row.released) == (2, "Charte", True)
        page = client.get(url("topic", token, 1)).content.decode()
        assert 'name="vision_touched" value="yes"' in page
        assert 'name="action_touched" value="no"' in page
        client.post(url("topic", token, 1), {**phone, "vision_touched": "yes"})
        assert SeatAnswer.objects.get().evidence == ""


class TestTheEnd:
    def test_what_matters_is_weighed_then_the_end_says_what_comes_next(
        self, client: Client, world: Alliance360
    ) -> None:
        token = token_of(world.invite("Zoé"))
        client.post(url("door", token))
        answer = client.post(url("importance", token), {"topics": ["clarity.roles", "relevance.needs"]})
        assert answer["Location"] == url("done", token)
        weights = dict(SeatImportance.objects.values_list("topic", "importance"))
        assert (weights["clarity.roles"], weights["meaning.commitment"], len(weights)) == (4, 2, 7)
        assert Seat.objects.get().finished_at
        page = text(client.get(url("done", token)))
        assert "publié aussitôt après" in page
        assert "par ce même lien" in page
        assert "21 questions restent sans réponse" in page
        assert 'value="clarity.roles" checked' in client.get(url("importance", token)).content.decode()

    def test_choosing_none_forgets_the_choice_and_an_unknown_topic_is_refused(
        self, client: Client, world: Alliance360
    ) -> None:
        token = token_of(world.invite("Zoé"))
        client.post(url("door", token))
        client.post(url("importance", token), {"topics": ["clarity.roles"]})
        assert client.post(url("importance", token), {"topics": ["nothing"]}).status_code == 422
        assert SeatImportance.objects.count() == 7
        client.post(url("importance", token), {})
        assert SeatImportance.objects.count() == 0

    def test_the_first_hour_of_finishing_stays(self, world: Alliance360) -> None:
        seat = answering.sit_down(world.invite("Zoé"), "fr")
        first = timezone.now()
        answering.finish(seat, first)
        answering.finish(seat, first + timedelta(hours=1))
        seat.refresh_from_db()
        assert seat.finished_at == first


class TestTheLinkOfACircle:
    def test_asks_for_the_organisation_and_gives_a_link_of_one_s_own(self, client: Client, world: Alliance360) -> None:
        token = world.open_circle()
        page = text(client.get(url("door", token)))
        assert "Pour quelle organisation répondez-vous" in page
        assert all(name in page for name in ("Mission locale", "Les Ateliers", "Coop Mobile"))
        answer = client.post(url("door", token), {"partner": str(world.partners[1].public)})
        own = answer["Location"]
        seat = Seat.objects.get()
        assert (seat.channel, seat.partner, seat.invitee) == ("open_link", world.partners[1], None)
        page = text(Client().get(own))
        assert "Gardez ce lien avant de commencer" in page
        assert own in page
        assert client.post(own)["Location"].endswith("/1/")
        assert token not in own

    def test_each_passage_opens_another_seat(self, client: Client, world: Alliance360) -> None:
        token = world.open_circle()
        sent = {"partner": str(world.partners[0].public)}
        owns = {client.post(url("door", token), sent)["Location"] for _ in range(3)}
        assert len(owns) == Seat.objects.count() == 3

    @pytest.mark.parametrize("partner", ["", "nothing", "other"])
    def test_an_organisation_of_elsewhere_is_refused(
        self, client: Client, world: Alliance360, build: Build, partner: str
    ) -> None:
        token = world.open_circle()
        if partner == "other":
            partner = str(build().partners[0].public)
        answer = client.post(url("door", token), {"partner": partner})
        assert answer.status_code == 422
        assert "Il reste quelque chose à corriger" in text(answer)
        assert Seat.objects.count() == 0

    def test_who_left_the_alliance_is_not_proposed(self, client: Client, world: Alliance360) -> None:
        world.partners[1].left_on = timezone.localdate()
        world.partners[1].save()
        assert "Les Ateliers" not in text(client.get(url("door", world.open_circle())))

    def test_starts_are_counted(self, client: Client, world: Alliance360, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(arriving, "unnamed_starts", Gate(1))
        token, sent = world.open_circle(), {"partner": str(world.partners[0].public)}
        assert client.post(url("door", token), sent).status_code == 302
        answer = client.post(url("door", token), sent)
        assert answer.status_code == 429
        assert "Attendez une minute" in text(answer)
        assert Seat.objects.count() == 1

    def test_a_link_that_was_closed_opens_nothing(self, client: Client, world: Alliance360) -> None:
        token = world.open_circle()
        world.circles["beneficiaries"].open_link = False
        world.circles["beneficiaries"].save()
        assert client.get(url("door", token)).status_code == 404
