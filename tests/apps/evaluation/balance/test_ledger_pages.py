"""The ledger on its pages: each writes its own side, drafts stay shut, both must consent, comments, corrections."""

from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.evaluation.making import evaluation_of, partner_with_person

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.balance import report
from cordee.apps.evaluation.balance.reading import reading_of
from cordee.apps.evaluation.models import Evaluation, LedgerComment, LedgerEntry, LedgerSide
from cordee.apps.organisations.models import Alliance, AllianceRole, Partner, RoleKind
from cordee.core.document import Table

pytestmark = pytest.mark.django_db
SECRET = "98765"


@dataclass
class Voice:
    """A partner and somebody who speaks for it, in their browser."""

    partner: Partner
    account: Account
    evaluation: Evaluation

    @property
    def client(self) -> Client:
        client = Client()
        client.force_login(self.account)
        return client

    def get(self, name: str, *args: object) -> str:
        return self.client.get(reverse(f"evaluation:{name}", args=[self.evaluation.public, *args])).content.decode()

    def status(self, name: str, *args: object) -> int:
        return self.client.get(reverse(f"evaluation:{name}", args=[self.evaluation.public, *args])).status_code

    def post(self, name: str, *args: object, **form: object) -> int:
        address = reverse(f"evaluation:{name}", args=[self.evaluation.public, *args])
        return self.client.post(address, form).status_code

    def write(self, other: "Voice", **cells: object) -> int:
        return self.post("balance-write", other.partner.public, **{"version": 1, **cells})

    def share(self, attributed: str = "yes", money_total: str = "") -> int:
        kept = LedgerSide.objects.filter(evaluation=self.evaluation, partner=self.partner).first()
        version = kept.version if kept else 1
        self.post("balance-choices", attributed=attributed, money_total=money_total, version=version)
        return self.post("balance-share")


def voices(*names: str) -> list[Voice]:
    alliance = Alliance.objects.create(name="Le Val")
    people = [partner_with_person(alliance, name) for name in names]
    evaluation = evaluation_of(alliance, people[0][1])
    return [Voice(partner, account, evaluation) for partner, account in people]


def observer(evaluation: Evaluation, kind: str = RoleKind.OBSERVER) -> Client:
    account = Account.objects.create_user(f"{kind}@example.org", name="Sans partenaire")
    AllianceRole.objects.create(alliance=evaluation.alliance, account=account, kind=kind)
    client = Client()
    client.force_login(account)
    return client


def everything_read_by(client: Client, evaluation: Evaluation) -> str:
    """Return all that somebody can read about the ledger, by every address that can be read."""
    partners = list(evaluation.alliance.partners.all())
    names = [("balance",), ("balance-side",), ("balance-choices",), ("overview",)]
    names += [("balance-write", each.public) for each in partners]
    names += [("balance-couple", one.public, other.public) for one in partners for other in partners if one != other]
    pages = [
        client.get(reverse(f"evaluation:{name}", args=[evaluation.public, *rest])).content.decode()
        for name, *rest in names
    ]
    return "".join(pages).replace("\u202f", "")


def test_a_draft_is_read_by_no_other_partner_by_no_address_and_no_report() -> None:
    a, b, c = voices("Amitié", "Bâti", "Collège")
    assert b.write(a, given_money_amount=SECRET, received_skills="4") == 302
    b.post("balance-choices", attributed="yes", money_total=SECRET, version=1)
    a.write(b, given_time="2")
    a.share()
    c.share()
    facilitator = observer(b.evaluation, RoleKind.FACILITATOR)
    for client in (a.client, c.client, facilitator, observer(b.evaluation)):
        assert SECRET not in everything_read_by(client, b.evaluation)
    role = AllianceRole.objects.get(account=a.account)
    assert SECRET not in repr(report.sections(OpenedEvaluation(a.evaluation, role)))
    assert SECRET in b.get("balance-write", a.partner.public).replace("\u202f", "")


def test_what_was_shared_is_not_read_before_the_other_side_is() -> None:
    a, b = voices("Amitié", "Bâti")
    a.write(b, given_money_amount=SECRET)
    assert a.share() == 302
    assert SECRET not in everything_read_by(b.client, b.evaluation)
    assert b.status("balance-couple", a.partner.public, b.partner.public) == 403


def test_two_sides_shared_by_name_are_read_together_with_what_to_talk_about() -> None:
    a, b = voices("Amitié", "Bâti")
    a.write(b, given_time_amount="120", received_money_amount="20 000", given_skills="3", given_money_amount="0")
    b.write(a, received_time_amount="60", given_money_amount="24 000", received_skills="1", received_money_amount="0")
    a.share()
    b.share()
    page = b.get("balance")
    assert "+60" in page
    assert "Temps : Amitié dit donner davantage que Bâti ne dit recevoir (écart : 60 h)." in page.replace("\u202f", " ")
    assert "apporte 100" in page
    couple = a.get("balance-couple", a.partner.public, b.partner.public)
    assert "120 h" in couple.replace("\u202f", " ").replace("\xa0", " ")


def test_one_who_gives_no_name_hides_its_couples_even_from_the_other_half() -> None:
    a, b, c = voices("Amitié", "Bâti", "Collège")
    for one, other in ((a, b), (b, a), (a, c), (b, c)):
        one.write(other, given_network="2", received_network="1")
    c.write(a, given_money_amount=SECRET)
    assert c.share(attributed="no") == 302
    a.share()
    b.share()
    assert a.status("balance-couple", a.partner.public, b.partner.public) == 200
    assert a.status("balance-couple", a.partner.public, c.partner.public) == 403
    assert SECRET not in everything_read_by(a.client, a.evaluation)
    assert SECRET not in repr(reading_of(a.evaluation).shown)


def test_with_two_it_is_said_before_they_write_that_nothing_can_be_hidden() -> None:
    a, b = voices("Amitié", "Bâti")
    for page in (a.get("balance"), a.get("balance-side"), a.get("balance-write", b.partner.public)):
        assert "rien ne peut être caché" in page
    three = voices("Un", "Deux", "Trois")
    assert "rien ne peut être caché" not in three[0].get("balance-side")


def test_nobody_writes_for_another_partner_nor_without_one() -> None:
    a, b = voices("Amitié", "Bâti")
    client = observer(a.evaluation, RoleKind.FACILITATOR)
    address = reverse("evaluation:balance-write", args=[a.evaluation.public, a.partner.public])
    answer = client.post(address, {"version": 1, "given_data": "4"})
    assert answer.status_code == 403
    assert "au nom de quel partenaire" in answer.content.decode()
    assert a.post("balance-write", a.partner.public, version=1, given_data="4") == 404
    assert not LedgerEntry.objects.exists()
    b.write(a, given_data="4")
    assert LedgerEntry.objects.get().side.partner == b.partner


def test_a_partner_of_elsewhere_is_unknown() -> None:
    a, _b = voices("Amitié", "Bâti")
    stranger, _other = voices("Ailleurs", "Loin")
    assert a.write(stranger, given_data="1") == 404
    assert stranger.client.get(reverse("evaluation:balance", args=[a.evaluation.public])).status_code == 404


def test_those_who_run_the_alliance_see_how_much_is_filled_others_only_the_state() -> None:
    a, b = voices("Amitié", "Bâti")
    a.write(b, given_data="4", received_time_amount="12,5")
    address = reverse("evaluation:balance", args=[a.evaluation.public])
    assert "2 cases remplies sur 12" in observer(a.evaluation, RoleKind.FACILITATOR).get(address).content.decode()
    assert "2 cases remplies" not in b.get("balance")
    assert "Brouillon" in b.get("balance")


def test_sharing_asks_for_the_choice_and_for_words() -> None:
    a, b = voices("Amitié", "Bâti")
    a.write(b, given_data="4")
    assert a.post("balance-share") == 403
    assert a.share() == 302
    assert a.write(b, given_data="1", version=2) == 403
    assert LedgerEntry.objects.get().given_data == 4
    assert b.share() == 403


def test_a_side_taken_back_after_a_comparison_says_so() -> None:
    a, b = voices("Amitié", "Bâti")
    for one, other in ((a, b), (b, a)):
        one.write(other, given_data="4")
        one.share()
    assert a.post("balance-take-back") == 302
    assert b.status("balance-couple", a.partner.public, b.partner.public) == 403
    a.share()
    assert "corrigé après comparaison" in b.get("balance")


def test_counts_without_names_come_when_all_have_shared_and_shut_the_way_back() -> None:
    a, b, c = voices("Amitié", "Bâti", "Collège")
    a.write(b, given_skills="2")
    b.write(a, received_skills="2")
    LedgerEntry.objects.filter(side__partner=b.partner).update(version=1)
    b.write(c, given_skills="2")
    c.write(b, received_skills="0")
    for each in (a, b):
        assert each.share(attributed="no") == 302
    assert reading_of(a.evaluation).tallies == ()
    c.share(attributed="no")
    assert [(tally.compared, tally.close, tally.giver_says_more) for tally in reading_of(a.evaluation).tallies] == [
        (2, 1, 1)
    ]
    assert "Qui donne dit plus" in a.get("balance")
    assert a.post("balance-take-back") == 403


def test_a_wrong_cell_comes_back_with_what_was_typed() -> None:
    a, b = voices("Amitié", "Bâti")
    address = reverse("evaluation:balance-write", args=[a.evaluation.public, b.partner.public])
    answer = a.client.post(address, {"version": 1, "given_money_amount": "-3", "given_time_amount": "dix"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "ne peut pas être négatif" in page
    assert 'value="dix"' in page
    assert not LedgerEntry.objects.exists()


def test_two_colleagues_do_not_overwrite_each_other() -> None:
    a, b = voices("Amitié", "Bâti")
    assert a.write(b, given_data="4") == 302
    assert a.write(b, given_data="2") == 409
    assert LedgerEntry.objects.get().given_data == 4


def test_a_couple_is_commented_by_those_who_take_part() -> None:
    a, b = voices("Amitié", "Bâti")
    address = reverse("evaluation:balance-couple", args=[a.evaluation.public, a.partner.public, b.partner.public])
    assert a.client.post(address, {"text": "Trop tôt"}).status_code == 403
    for one, other in ((a, b), (b, a)):
        one.write(other, given_data="4")
        one.share()
    assert observer(a.evaluation).post(address, {"text": "Je regarde"}).status_code == 403
    assert a.client.post(address, {"text": " "}).status_code == 422
    assert a.client.post(address, {"text": "Le temps des bénévoles <b>"}).status_code == 302
    assert LedgerComment.objects.get().partner == a.partner
    assert "Le temps des bénévoles &lt;b&gt;" in b.get("balance-couple", b.partner.public, a.partner.public)


def test_the_report_says_the_same_as_the_page() -> None:
    a, b = voices("Amitié", "Bâti")
    role = AllianceRole.objects.get(account=a.account)
    opened = OpenedEvaluation(a.evaluation, role)
    assert report.sections(opened)[0].lead == "Personne n’a encore partagé son côté."
    a.write(b, given_time_amount="120")
    b.write(a, received_time_amount="60")
    a.share()
    b.share()
    (section,) = report.sections(opened)
    tables = {block.key: block for block in section.blocks if isinstance(block, Table)}
    assert section.lead in a.get("balance")
    assert tables["balance-misperceptions"].rows == (("Amitié", "Bâti", "Temps", "120 h", "60 h", 60.0, "heures"),)
    assert [row[2:] for row in tables["balance-filling"].rows] == [(1, 12), (1, 12)]
