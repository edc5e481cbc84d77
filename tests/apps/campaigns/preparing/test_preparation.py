"""A draft: what it begins with, what each step keeps, what a refused form loses (nothing), what lacks."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.apps.campaigns.preparing.conftest import House, circle, in_state, invite, moved

from cordee.apps.campaigns.models import Campaign, Invitee
from cordee.apps.campaigns.operations import preparation
from cordee.apps.campaigns.operations.preparation import CircleChoice
from cordee.apps.campaigns.permissions import Reason, Refused
from cordee.apps.campaigns.queries.preparing import Lack, lacks_of
from cordee.apps.campaigns.tokens import derived_token
from cordee.apps.diagnosis.tokens import fingerprint
from cordee.apps.library.models import PackRelease
from cordee.core.packs.pack import Pack

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def url(campaign: Campaign, name: str, *args: object) -> str:
    return reverse(f"campaigns:{name}", args=[campaign.public, *args])


class TestBeginning:
    def test_starts_from_the_circles_of_the_pack(self, draft: Campaign, pack: Pack) -> None:
        circles = list(draft.circles.order_by("position"))
        assert [one.circle for one in circles] == [one.id for one in pack.instrument.circles]
        assert [one.circle for one in circles if one.is_self] == ["steering"]
        assert (draft.wave, draft.previous, draft.regime) == (1, None, "aggregate")
        assert (draft.contact_name, draft.contact_email) == ("Facilitator", "facilitator@example.org")

    def test_one_at_a_time(self, draft: Campaign, house: House, release: PackRelease) -> None:
        with pytest.raises(Refused) as refused:
            preparation.begin(house.alliance, house.facilitator, title="B", form="full", release=release)
        assert refused.value.verdict.reason is Reason.ONE_AT_A_TIME
        assert Campaign.objects.count() == 1

    def test_by_the_page(self, house: House, release: PackRelease, as_: SignIn) -> None:
        page = reverse("campaigns:begin", args=[house.alliance.public])
        refused = as_("facilitator").post(page, {"title": "", "form": "express"})
        assert refused.status_code == 422
        assert "Donnez un titre" in refused.content.decode()
        made = as_("facilitator").post(page, {"title": "Deux ans", "form": "full"})
        campaign = Campaign.objects.get()
        assert made["Location"] == url(campaign, "circles")
        assert (campaign.title, campaign.form, campaign.release) == ("Deux ans", "full", release)

    def test_without_any_pack_says_so(self, house: House, as_: SignIn) -> None:
        page = reverse("campaigns:begin", args=[house.alliance.public])
        assert as_("facilitator").get(page).status_code == 503


class TestCircles:
    def test_kept_renamed_added_and_reordered(self, draft: Campaign) -> None:
        preparation.choose_circles(
            draft,
            [
                CircleChoice("funders", "Mécènes", "Patrons"),
                CircleChoice("", "Voisins du pré", "Neighbours", is_self=True),
            ],
        )
        rows = list(draft.circles.order_by("position").values_list("circle", "name_fr", "name_en", "is_self"))
        assert rows == [
            ("funders", "Mécènes", "Patrons", False),
            ("voisins_du_pre", "Voisins du pré", "Neighbours", True),
        ]

    def test_one_of_ones_own_never_takes_the_identifier_of_another(self, draft: Campaign) -> None:
        own = CircleChoice("", "Funders", "Funders")
        preparation.choose_circles(draft, [CircleChoice("funders", "F", "F"), own])
        assert sorted(draft.circles.values_list("circle", flat=True)) == ["funders", "funders_2"]

    def test_who_was_in_a_circle_that_goes_is_no_longer_invited(self, ready: Campaign) -> None:
        preparation.choose_circles(ready, [CircleChoice("funders", "Financeurs", "Funders")])
        assert set(ready.invitees.values_list("circle__circle", flat=True)) == {"funders"}

    def test_by_the_page(self, draft: Campaign, as_: SignIn) -> None:
        sent = {
            "kept_steering": "on",
            "fr_steering": "Cœur",
            "en_steering": "Core",
            "self_circle": "steering",
            "own_fr": "Voisins",
            "own_en": "Neighbours",
        }
        answer = as_("facilitator").post(url(draft, "circles"), sent)
        assert answer["Location"] == url(draft, "people")
        assert list(draft.circles.order_by("position").values_list("name_fr", "is_self")) == [
            ("Cœur", True),
            ("Voisins", False),
        ]

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"kept_steering": ""}, "Gardez au moins un cercle"),
            ({"fr_steering": ""}, "À remplir"),
            ({"own_fr": "Voisins"}, "Donnez les deux noms"),
            ({"own_fr": "Pilotage", "own_en": "Other"}, "même nom"),
        ],
    )
    def test_a_refusal_keeps_what_was_typed(
        self, draft: Campaign, as_: SignIn, changes: dict[str, str], said: str
    ) -> None:
        sent = {"kept_steering": "on", "fr_steering": "Pilotage", "en_steering": "Core group", **changes}
        answer = as_("facilitator").post(url(draft, "circles"), {key: one for key, one in sent.items() if one})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert said in page
        assert "Core group" in page
        assert draft.circles.count() == 7


class TestTopics:
    def test_a_circle_asked_everything_keeps_nothing_written(self, draft: Campaign, pack: Pack) -> None:
        asked = list(pack.instrument.form("express").topics)
        preparation.split_topics(draft, {"funders": asked[:2], "steering": asked})
        assert circle(draft, "funders").topics == asked[:2]
        assert circle(draft, "steering").topics == []
        assert circle(draft, "teams").topics == []

    def test_another_form_forgets_the_topics_it_does_not_ask(self, draft: Campaign, pack: Pack) -> None:
        preparation.name(draft, title="T", form="full")
        full, express = pack.instrument.form("full").topics, pack.instrument.form("express").topics
        preparation.split_topics(draft, {"funders": full[:6]})
        preparation.name(draft, title="T", form="express")
        assert circle(draft, "funders").topics == [topic for topic in full[:6] if topic in express]

    def test_by_the_page(self, draft: Campaign, as_: SignIn, pack: Pack) -> None:
        asked = list(pack.instrument.form("express").topics)
        sent = {f"topics_{one.circle}": asked for one in draft.circles.all()}
        sent["topics_funders"] = asked[1:3]
        assert as_("facilitator").post(url(draft, "topics"), sent).status_code == 302
        assert circle(draft, "funders").topics == asked[1:3]
        sent["topics_funders"] = []
        assert as_("facilitator").post(url(draft, "topics"), sent).status_code == 422


class TestDays:
    def test_days_become_hours(self, draft: Campaign) -> None:
        tomorrow = timezone.localdate() + timedelta(days=1)
        preparation.choose_days(draft, opens_on=tomorrow, last_day=tomorrow, reminder_days=[2, 7, 2])
        draft.refresh_from_db()
        assert draft.reminder_days == [7, 2]
        assert draft.opens_at is not None
        assert draft.closes_at is not None
        assert timezone.localtime(draft.opens_at).hour == 8
        assert draft.closes_at - draft.opens_at <= timedelta(hours=17)

    @pytest.mark.parametrize(
        ("opens", "closes", "said"),
        [
            (-1, 5, "laissez vide"),
            (5, 4, "C’est avant l’ouverture"),
            (None, -1, "Ce jour est passé"),
            (None, None, "Choisissez le dernier jour"),
        ],
    )
    def test_days_refused(self, draft: Campaign, as_: SignIn, opens: int | None, closes: int | None, said: str) -> None:
        today = timezone.localdate()
        sent = {"opens_on": opens, "last_day": closes}
        typed = {key: str(today + timedelta(days=days)) for key, days in sent.items() if days is not None}
        answer = as_("facilitator").post(url(draft, "days"), typed)
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert moved(draft).closes_at is None

    def test_today_is_a_possible_last_day(self, draft: Campaign, as_: SignIn) -> None:
        answer = as_("facilitator").post(url(draft, "days"), {"last_day": str(timezone.localdate())})
        assert answer.status_code == 302


def test_words_and_regime_by_their_pages(draft: Campaign, as_: SignIn) -> None:
    client = as_("facilitator")
    assert client.post(url(draft, "regime"), {"regime": "nobody"}).status_code == 422
    assert client.post(url(draft, "regime"), {"regime": "facilitator"}).status_code == 302
    sent = {"message": "Venez", "contact_name": "Léa", "contact_email": "lea@example.org"}
    assert client.post(url(draft, "words"), {**sent, "contact_email": "lea"}).status_code == 422
    assert client.post(url(draft, "words"), sent)["Location"] == url(draft, "campaign")
    draft.refresh_from_db()
    assert (draft.regime, draft.message, draft.contact_name) == ("facilitator", "Venez", "Léa")


def test_the_regime_is_explained_on_the_circles_of_this_campaign(draft: Campaign, house: House, as_: SignIn) -> None:
    invite(draft, house, "steering", *((f"P{n}", f"p{n}@example.org", n % 3, "fr") for n in range(6)))
    invite(draft, house, "funders", *((f"F{n}", f"f{n}@example.org", 0, "fr") for n in range(3)))
    page = as_("facilitator").get(url(draft, "regime")).content.decode().replace("\u202f", " ")
    assert "Avec 3 personnes invitées dans « Financeurs », ce cercle ne sera pas montré seul" in page
    assert "il sera lu avec « Pilotage »" in page
    assert "L’écart entre votre regard" in page
    assert "au moins 5 réponses" in page
    assert "plus de 85 %" in page


def test_what_lacks_is_told_step_by_step(draft: Campaign, house: House) -> None:
    now = timezone.now()
    assert lacks_of(draft, now) == [Lack.NOBODY, Lack.NO_LAST_DAY]
    invite(draft, house, "teams", ("Zoé", "zoe@example.org", 0, "fr"))
    moved(draft, closes_at=now - timedelta(days=1), contact_name="")
    assert lacks_of(draft, now) == [Lack.LAST_DAY_PAST, Lack.NO_CONTACT]
    moved(draft, opens_at=now + timedelta(days=3), closes_at=now + timedelta(days=2), contact_name="Léa")
    assert lacks_of(draft, now) == [Lack.CLOSES_BEFORE_OPENING]
    moved(draft, opens_at=None)
    assert lacks_of(draft, now) == []


def test_a_draft_is_dropped_once_confirmed(ready: Campaign, as_: SignIn) -> None:
    client = as_("facilitator")
    assert client.post(url(ready, "discard")).status_code == 422
    assert client.post(url(ready, "discard"), {"sure": "yes"}).status_code == 302
    assert not Campaign.objects.exists()
    assert not Invitee.objects.exists()
    assert client.get(url(ready, "campaign")).status_code == 404


class TestTheNextWave:
    @pytest.fixture
    def closed(self, ready: Campaign) -> Campaign:
        preparation.choose_circles(
            ready,
            [CircleChoice("steering", "Cœur", "Core", is_self=True), CircleChoice("funders", "Mécènes", "Patrons")],
        )
        campaign = in_state(ready, "closed")
        return moved(campaign, closed_at=timezone.now() - timedelta(days=31))

    def test_copies_circles_people_and_form_with_links_of_its_own(self, closed: Campaign, as_: SignIn) -> None:
        answer = as_("facilitator").post(url(closed, "next"))
        following = Campaign.objects.get(previous=closed)
        assert answer["Location"] == url(following, "campaign")
        assert (following.wave, following.form, following.regime) == (2, closed.form, closed.regime)
        assert following.launched_at is None
        names = list(following.circles.order_by("position").values_list("name_fr", "is_self"))
        assert names == [("Cœur", True), ("Mécènes", False)]
        people = list(following.invitees.order_by("position").values_list("name", "circle__circle", "lang"))
        assert people == list(closed.invitees.order_by("position").values_list("name", "circle__circle", "lang"))
        mine, theirs = (set(one.invitees.values_list("token_sha256", flat=True)) for one in (following, closed))
        assert not mine & theirs
        one = following.invitees.order_by("pk")[0]
        assert one.token_sha256 == fingerprint(derived_token("invitee", one.public, 1))

    def test_leaves_out_those_whose_organisation_left(self, closed: Campaign, house: House) -> None:
        house.partners[1].left_on = timezone.localdate()
        house.partners[1].save()
        following = preparation.begin_next(closed, house.facilitator, title="V2", release=closed.release)
        assert house.partners[1].pk not in set(following.invitees.values_list("partner_id", flat=True))

    def test_is_refused_for_thirty_days_with_the_date(self, closed: Campaign, as_: SignIn) -> None:
        moved(closed, closed_at=timezone.now() - timedelta(days=29))
        answer = as_("facilitator").post(url(closed, "next"))
        assert answer.status_code == 409
        assert "trop tôt" in answer.content.decode()
        assert Campaign.objects.count() == 1

    def test_may_not_open_before_the_thirty_days_either(self, closed: Campaign, house: House) -> None:
        following = preparation.begin_next(closed, house.facilitator, title="V2", release=closed.release)
        moved(closed, closed_at=timezone.now() - timedelta(days=10))
        assert Lack.OPENS_TOO_SOON in lacks_of(Campaign.objects.get(pk=following.pk), timezone.now())

    def test_is_made_once(self, closed: Campaign, as_: SignIn) -> None:
        as_("facilitator").post(url(closed, "next"))
        assert as_("facilitator").post(url(closed, "next")).status_code == 409
        assert Campaign.objects.count() == 2
