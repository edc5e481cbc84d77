"""People pasted or added one by one: sound lines kept, the others left on the page with their reason."""

from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.campaigns.preparing.conftest import House, circle, in_state, invite, moved, seat

from cordee.apps.campaigns.models import Campaign, Invitee, Regime
from cordee.apps.campaigns.operations import inviting
from cordee.apps.organisations.models import Organisation, Partner
from cordee.apps.post.models import Letter

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]

HEADER = "Nom\tE-mail\tOrganisation\tCercle\tLangue"
SOUND = "Zoé Lin\tzoe@example.org\tla cordee\tPilotage\ten"
WRONG = "Max\tmax@\tLa Cordée\tPilotage\tfr"
ELSEWHERE = "Ida Ney\tida@example.org\tMaison des lacs\tFunders\t"


def url(campaign: Campaign, name: str, *args: object) -> str:
    return reverse(f"campaigns:{name}", args=[campaign.public, *args])


def paste(client: Client, campaign: Campaign, *lines: str, **more: str) -> tuple[int, str]:
    answer = client.post(url(campaign, "people"), {"people": "\n".join(lines), **more})
    return answer.status_code, unescape(answer.content.decode()).replace("\u202f", " ")


class TestPasting:
    def test_sound_lines_are_invited(self, draft: Campaign, as_: SignIn) -> None:
        status, _page = paste(as_("facilitator"), draft, HEADER, SOUND)
        assert status == 302
        zoe = draft.invitees.get()
        assert (zoe.name, zoe.email, zoe.lang, zoe.circle.circle) == ("Zoé Lin", "zoe@example.org", "en", "steering")
        assert zoe.partner.organisation.name == "La Cordée"

    def test_the_others_stay_on_the_page_with_their_line_and_their_remedy(self, draft: Campaign, as_: SignIn) -> None:
        status, page = paste(as_("facilitator"), draft, HEADER, SOUND, WRONG)
        assert status == 422
        assert draft.invitees.count() == 1
        assert "ligne 3 :" in page
        assert "« max@ »" in page
        assert f"{HEADER}\n{WRONG}</textarea>" in page
        assert "Zoé Lin\tzoe" not in page

    def test_what_was_left_can_be_mended_in_place(self, draft: Campaign, as_: SignIn) -> None:
        client = as_("facilitator")
        paste(client, draft, HEADER, SOUND, WRONG)
        assert paste(client, draft, HEADER, WRONG.replace("max@", "max@example.org"))[0] == 302
        assert draft.invitees.count() == 2

    def test_in_english_faults_are_english(self, draft: Campaign, as_: SignIn) -> None:
        answer = as_("facilitator").post(f"/en{url(draft, 'people')}".replace("personnes", "people"), {"people": WRONG})
        page = unescape(answer.content.decode())
        assert answer.status_code == 422
        assert "line 1:" in page
        assert "Some lines are left to mend" in page

    def test_unknown_organisations_become_partners_in_one_click(self, draft: Campaign, as_: SignIn) -> None:
        client = as_("facilitator")
        status, page = paste(client, draft, HEADER, SOUND, ELSEWHERE)
        assert status == 422
        assert "« Maison des lacs »" in page
        assert "Les ajouter à l’alliance" in page
        assert not Partner.objects.filter(organisation__name="Maison des lacs").exists()
        assert paste(client, draft, HEADER, ELSEWHERE, go="add-organisations")[0] == 302
        assert draft.invitees.get(email="ida@example.org").partner.organisation.name == "Maison des lacs"
        assert draft.invitees.get(email="ida@example.org").circle.circle == "funders"

    def test_without_header_the_order_is_that_of_the_page(self, draft: Campaign, as_: SignIn) -> None:
        status, page = paste(as_("facilitator"), draft, ELSEWHERE)
        assert status == 422
        assert "« Maison des lacs »" in page
        assert f"\n{ELSEWHERE.strip()}" in page
        assert paste(as_("facilitator"), draft, ELSEWHERE, go="add-organisations")[0] == 302

    def test_the_same_person_in_two_circles_is_invited_twice_knowingly(self, draft: Campaign, as_: SignIn) -> None:
        status, page = paste(as_("facilitator"), draft, HEADER, SOUND, SOUND.replace("Pilotage", "Équipes"), WRONG)
        assert status == 422
        assert draft.invitees.filter(email="zoe@example.org").count() == 2
        assert "cette personne répondra deux fois, sciemment" in page

    def test_already_invited_is_refused(self, draft: Campaign, as_: SignIn) -> None:
        client = as_("facilitator")
        paste(client, draft, HEADER, SOUND)
        status, page = paste(client, draft, HEADER, SOUND.replace("zoe@", "Zoe@"))
        assert status == 422
        assert "déjà invité dans ce cercle" in page
        assert draft.invitees.count() == 1

    def test_nothing_pasted_says_so(self, draft: Campaign, as_: SignIn) -> None:
        assert paste(as_("facilitator"), draft)[0] == 422

    def test_a_thousand_people_at_most_at_once(self, draft: Campaign, as_: SignIn) -> None:
        lines = [f"P{n}\tp{n}@example.org\tLa Cordée\tPilotage" for n in range(1_001)]
        status, page = paste(as_("facilitator"), draft, *lines)
        assert status == 422
        assert draft.invitees.count() == 1_000
        assert "p1000@example.org" in page

    def test_while_open_letters_leave_at_once(self, launched: Campaign, as_: SignIn) -> None:
        paste(as_("facilitator"), launched, HEADER, SOUND)
        assert Letter.objects.filter(to="zoe@example.org").count() == 1

    def test_after_the_last_day_nobody_is_added(self, ready: Campaign, as_: SignIn) -> None:
        campaign = in_state(ready, "overdue")
        assert paste(as_("facilitator"), campaign, HEADER, SOUND)[0] == 409
        assert not campaign.invitees.filter(email="zoe@example.org").exists()


class TestOneByOne:
    def sent(self, house: House, **changes: str) -> dict[str, str]:
        return {
            "name": "Zoé",
            "email": "zoe@example.org",
            "organisation": str(house.partners[0].public),
            "circle": "steering",
            "lang": "en",
            **changes,
        }

    def test_with_an_address(self, draft: Campaign, house: House, as_: SignIn) -> None:
        answer = as_("facilitator").post(url(draft, "person"), self.sent(house))
        assert answer["Location"] == url(draft, "people")
        assert draft.invitees.get().email == "zoe@example.org"

    def test_several_on_paper(self, draft: Campaign, house: House, as_: SignIn) -> None:
        for name in ("Zoé", "Max"):
            as_("facilitator").post(url(draft, "person"), self.sent(house, name=name, email=""))
        assert draft.invitees.filter(email="").count() == 2

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"name": ""}, "Donnez un nom"),
            ({"name": "=cmd()"}, "formule"),
            ({"email": "zoe@"}, "nom@exemple.org"),
            ({"circle": "nowhere"}, "Ce choix n’existe pas"),
            ({"organisation": "00000000-0000-0000-0000-000000000000"}, "Ce choix n’existe pas"),
        ],
    )
    def test_a_refusal_keeps_what_was_typed(
        self, draft: Campaign, house: House, as_: SignIn, changes: dict[str, str], said: str
    ) -> None:
        answer = as_("facilitator").post(url(draft, "person"), self.sent(house, **changes))
        page = unescape(answer.content.decode())
        assert answer.status_code == 422
        assert said in page
        assert ("Zoé" in page) or ("name" in changes)
        assert not draft.invitees.exists()

    def test_twice_in_a_circle_is_refused(self, draft: Campaign, house: House, as_: SignIn) -> None:
        client = as_("facilitator")
        client.post(url(draft, "person"), self.sent(house))
        again = client.post(url(draft, "person"), self.sent(house, email="ZOE@example.org"))
        assert again.status_code == 422
        assert "déjà invitée" in again.content.decode()
        assert client.post(url(draft, "person"), self.sent(house, circle="teams")).status_code == 302

    def test_a_missing_organisation_is_added_without_losing_the_person(
        self, draft: Campaign, house: House, as_: SignIn
    ) -> None:
        sent = self.sent(house, go="organisation", organisation_name="Maison des lacs")
        answer = as_("facilitator").post(url(draft, "person"), sent)
        made = Partner.objects.get(organisation__name="Maison des lacs", alliance=draft.alliance)
        page = answer.content.decode()
        assert answer.status_code == 200
        assert 'value="Zoé"' in page
        assert f'value="{made.public}" selected' in page
        assert as_("facilitator").post(url(draft, "person"), {**sent, "organisation_name": ""}).status_code == 422

    def test_an_organisation_is_added_once(self, draft: Campaign) -> None:
        inviting.add_partners(draft.alliance, ["Les Lacs", "Les Lacs", "les lacs", "La Cordée"])
        assert Organisation.objects.filter(name__iexact="les lacs").count() == 1
        assert draft.alliance.partners.count() == 4

    def test_a_partner_of_another_alliance_is_not_taken(self, draft: Campaign, house: House, as_: SignIn) -> None:
        from cordee.apps.organisations.models import Alliance

        other = Partner.objects.create(
            alliance=Alliance.objects.get(name="Une autre alliance"), organisation=house.partners[0].organisation
        )
        answer = as_("facilitator").post(url(draft, "person"), self.sent(house, organisation=str(other.public)))
        assert answer.status_code == 422


class TestTheList:
    def test_a_draft_lets_people_be_taken_off(self, ready: Campaign, as_: SignIn) -> None:
        bob = ready.invitees.get(email="bob@example.org")
        as_("facilitator").post(url(ready, "uninvite", bob.public))
        assert not Invitee.objects.filter(pk=bob.pk).exists()

    def test_a_launched_campaign_does_not(self, launched: Campaign, as_: SignIn) -> None:
        bob = launched.invitees.get(email="bob@example.org")
        assert as_("facilitator").post(url(launched, "uninvite", bob.public)).status_code == 409
        assert Invitee.objects.filter(pk=bob.pk).exists()

    @pytest.mark.parametrize(
        ("regime", "shown"), [(Regime.ATTRIBUTED, True), (Regime.FACILITATOR, True), (Regime.AGGREGATE, False)]
    )
    def test_who_has_finished_is_never_said_under_the_aggregate_regime(
        self, launched: Campaign, as_: SignIn, regime: Regime, shown: bool
    ) -> None:
        moved(launched, regime=regime)
        before = as_("facilitator").get(url(launched, "people")).content.decode()
        seat(launched.invitees.get(email="bob@example.org"), finished=True)
        seat(launched.invitees.get(email="ann@example.org"))
        page = as_("facilitator").get(url(launched, "people")).content.decode()
        assert ("A terminé." in page) is shown
        assert ("A commencé." in page) is shown
        if not shown:
            strip = [line for line in page.splitlines() if "csrf" not in line]
            assert strip == [line for line in before.splitlines() if "csrf" not in line]

    def test_a_letter_that_did_not_arrive_is_said(self, launched: Campaign, as_: SignIn) -> None:
        Letter.objects.filter(to="bob@example.org").update(state=Letter.State.FAILED)
        page = as_("facilitator").get(url(launched, "people")).content.decode()
        assert page.count("La lettre n’est pas arrivée") == 1

    def test_again_and_replace_by_their_buttons(self, launched: Campaign, as_: SignIn) -> None:
        client, bob = as_("facilitator"), launched.invitees.get(email="bob@example.org")
        for said in ("est repartie, avec le même lien", "déjà repartie aujourd’hui"):
            answer = client.post(url(launched, "again", bob.public), follow=True)
            assert said in answer.content.decode()
        for _time in range(2):
            client.post(url(launched, "replace", bob.public), {"generation": "1"})
        bob.refresh_from_db()
        assert bob.link_generation == 2
        for wrong in ("", "x", "-1", "99999999999"):
            client.post(url(launched, "replace", bob.public), {"generation": wrong})
        bob.refresh_from_db()
        assert bob.link_generation == 2


def test_a_name_may_be_missing_and_is_then_the_address(draft: Campaign, house: House, as_: SignIn) -> None:
    invite(draft, house, "teams", ("", "anon@example.org", 0, "fr"))
    assert "<strong>anon@example.org</strong>" in as_("facilitator").get(url(draft, "people")).content.decode()
    assert circle(draft, "teams").invitees.count() == 1
