"""The survey of relations from opening to files: read by its partner alone, closed once, masked everywhere alike."""

import csv
import io
import json
from dataclasses import dataclass
from typing import Any

import networkx as nx
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.apps.evaluation.making import evaluation_of, partner_with_person
from tests.apps.party import Party, new_party

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.models import Evaluation, RelationAnswer, RelationSurvey
from cordee.apps.evaluation.relations import operations, queries, report
from cordee.apps.evaluation.relations import views as relations_views
from cordee.apps.evaluation.relations.bridge import published
from cordee.apps.evaluation.relations.permissions import Why, may_answer, may_close, may_open
from cordee.apps.evaluation.relations.standing import standing
from cordee.apps.evaluation.relations.wording import response_percent
from cordee.apps.organisations.concurrency import ChangedMeanwhile
from cordee.apps.organisations.models import Partner
from cordee.core.document import Picture, Table
from cordee.core.network import ITEMS, Response, TooFewAnswers

pytestmark = pytest.mark.django_db
HIGH = {"standing": "together", **dict.fromkeys(ITEMS, "4")}
LOW = {"standing": "together", **dict.fromkeys(ITEMS, "1")}


@dataclass(frozen=True)
class Stage:
    """An evaluation whose partners have people, and the party around it."""

    party: Party
    evaluation: Evaluation
    people: dict[str, tuple[Partner, Account]]

    def url(self, name: str, *args: object) -> str:
        return reverse(f"evaluation:{name}", args=[self.evaluation.public, *args])

    def client(self, name: str) -> Client:
        client = Client()
        client.force_login(self.people[name][1])
        return client

    def open(self) -> RelationSurvey:
        return operations.open_survey(self.evaluation, [partner for partner, _ in self.people.values()], 2)

    def answered(self, values: dict[str, str], agreeing: str = "", silent: str = "") -> RelationSurvey:
        """Open, and let every partner but the silent ones say the same of all the others."""
        survey = self.open()
        for name, (partner, _) in self.people.items():
            if name in silent:
                continue
            sheet = survey.sheets.get(partner=partner)
            operations.begin(sheet)
            sheet.refresh_from_db()
            for row in sheet.answers.all():
                operations.answer(row, 1, values)
            operations.give(sheet, agrees=name in agreeing)
        return survey

    def opened(self) -> OpenedEvaluation:
        role = self.party.alliance.roles.get(account=self.party.facilitator)
        return OpenedEvaluation(self.evaluation, role)


def stage_of(names: str) -> Stage:
    party = new_party()
    party.partner.delete()
    people = {name: partner_with_person(party.alliance, name) for name in names}
    return Stage(party, evaluation_of(party.alliance, party.facilitator), people)


@pytest.fixture
def stage() -> Stage:
    """Four partners, A to D."""
    return stage_of("ABCD")


def page(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_a_partner_reads_the_rule_answers_stops_comes_back_and_gives(stage: Stage) -> None:
    facilitator = stage.party.client("facilitator")
    assert "Qui verra quoi" in page(facilitator, stage.url("relations"))
    assert facilitator.post(stage.url("relations-open"), {"level": "2"}).status_code == 302
    client = stage.client("A")
    before = page(client, stage.url("relations-sheet"))
    assert "si les deux partenaires l’acceptent" in before
    assert stage.url("relations-about", stage.people["B"][0].public) not in before
    client.post(stage.url("relations-begin"))
    about = stage.url("relations-about", stage.people["B"][0].public)
    to_next = client.post(about, {**HIGH, "version": 1})
    assert to_next["Location"] == stage.url("relations-about", stage.people["C"][0].public)
    refused = client.post(stage.url("relations-give"), {"agrees": "yes"})
    assert refused.status_code == 422
    assert "Il reste 2 partenaires sans réponse" in refused.content.decode()
    for name, said in (("C", "apart"), ("D", "unknown")):
        client.post(stage.url("relations-about", stage.people[name][0].public), {"standing": said, "version": 1})
    assert client.post(stage.url("relations-give"), {"agrees": "yes"}).status_code == 302
    assert standing(stage.opened()) == "1 réponse sur 4"


def test_the_second_to_open_is_led_to_what_the_first_opened(stage: Stage) -> None:
    client = stage.party.client("facilitator")
    client.post(stage.url("relations-open"), {"level": "2"})
    told = client.post(stage.url("relations-open"), {"level": "3"}, follow=True).content.decode()
    assert "Quelqu’un d’autre a ouvert le questionnaire avant vous" in told
    assert RelationSurvey.objects.get().level == 2
    with pytest.raises(operations.AlreadyOpen):
        stage.open()


def test_opening_between_the_question_and_the_act_is_told_too(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.open()
    monkeypatch.setattr(queries, "survey_of", lambda _evaluation: None)
    answer = stage.party.client("facilitator").post(stage.url("relations-open"), {"level": "2"})
    assert (answer.status_code, answer["Location"]) == (302, stage.url("relations"))


def test_whoever_closes_second_is_led_to_the_result(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    operations.close(stage.answered(HIGH))
    client = stage.party.client("facilitator")
    assert "Quelqu’un d’autre a clos" in client.get(stage.url("relations-close"), follow=True).content.decode()
    # closed between the question and the act
    monkeypatch.setattr(relations_views, "may_close", lambda _response, closed: Why.GRANTED)
    told = client.post(stage.url("relations-close"), follow=True).content.decode()
    assert "Quelqu’un d’autre a clos" in told
    assert "Le réseau en chiffres" in told


def test_an_answer_taken_away_while_somebody_closes_is_called_what_it_is(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.answered(HIGH, silent="BCD")
    monkeypatch.setattr(relations_views, "may_close", lambda _response, closed: Why.GRANTED)
    answer = stage.party.client("facilitator").post(stage.url("relations-close"))
    assert answer.status_code == 403
    assert "Trop peu de partenaires ont répondu" in answer.content.decode()


def test_removing_a_partner_raises_no_rate(stage: Stage) -> None:
    survey = stage.answered(HIGH, agreeing="ABC", silent="D")
    stage.people["D"][0].delete()
    assert queries.response_of(survey) == Response(3, 4)
    assert "3 sur 4 partenaires" in page(stage.party.client("observer"), stage.url("relations"))
    operations.close(survey)
    survey.refresh_from_db()
    shown = published(survey)
    assert shown is not None
    assert shown.network.response == Response(3, 4)
    assert not shown.network.everyone_agreed
    assert "3 sur 4 partenaires" in page(stage.party.client("observer"), stage.url("relations"))


def test_working_together_asks_for_a_line_of_each_kind(stage: Stage) -> None:
    stage.open()
    client = stage.client("A")
    client.post(stage.url("relations-begin"))
    about = stage.url("relations-about", stage.people["B"][0].public)
    told = client.post(about, {"standing": "together", "reliability": "3", "version": 1})
    assert told.status_code == 422
    assert "« Je ne sais pas » est une réponse" in told.content.decode().replace("\u202f", " ")
    assert client.post(about, {"standing": "together", "reliability": "9", "version": 1}).status_code == 422
    assert client.post(about, {"standing": "", "version": 1}).status_code == 422


def test_two_colleagues_do_not_overwrite_each_other(stage: Stage) -> None:
    sheet = stage.open().sheets.get(partner=stage.people["A"][0])
    operations.begin(sheet)
    row = sheet.answers.get(about=stage.people["B"][0])
    operations.answer(row, 1, HIGH)
    with pytest.raises(ChangedMeanwhile):
        operations.answer(row, 1, LOW)
    told = stage.client("A").post(stage.url("relations-about", stage.people["B"][0].public), {**LOW, "version": 1})
    assert told.status_code == 409


def test_a_sheet_is_read_by_its_partner_alone(stage: Stage) -> None:
    stage.answered(HIGH)
    about = stage.url("relations-about", stage.people["B"][0].public)
    own = page(stage.client("A"), about)
    assert "Ce que nous disons de B" in own
    # B asks for a line about B: there is none in its own sheet, and no address leads to another's
    assert stage.client("B").get(about).status_code == 404
    assert "Les réponses de B" in page(stage.client("B"), stage.url("relations-sheet"))
    # the facilitator of this party speaks for no partner
    told = stage.party.client("facilitator").get(stage.url("relations-sheet"))
    assert told.status_code == 403
    assert "ne vous rattache à aucun partenaire" in told.content.decode()


@pytest.mark.parametrize(("who", "status"), [("observer", 403), ("stranger", 404), ("anonymous", 302)])
def test_others_do_not_answer(stage: Stage, who: str, status: int) -> None:
    stage.answered(HIGH)
    client: Any = stage.party.client(who)
    for url in (stage.url("relations-sheet"), stage.url("relations-about", stage.people["B"][0].public)):
        assert client.get(url).status_code == status


def test_someone_of_an_asked_partner_who_only_observes_does_not_answer(stage: Stage) -> None:
    stage.open()
    stage.party.alliance.roles.filter(account=stage.people["A"][1]).update(kind="observer")
    assert stage.client("A").get(stage.url("relations-sheet")).status_code == 403


def test_nothing_is_shown_while_partners_answer(stage: Stage) -> None:
    stage.answered(HIGH, agreeing="ABCD", silent="D")
    shown = page(stage.party.client("observer"), stage.url("relations"))
    assert "3 sur 4 partenaires" in shown
    assert "relations-map" not in shown
    assert stage.client("A").get(stage.url("relations-file", "kumu")).status_code == 404
    assert [block for section in report.sections(stage.opened()) for block in section.blocks] == []


def test_under_65_percent_nothing_is_computed_and_it_says_what_is_missing(stage: Stage) -> None:
    survey = stage.answered(HIGH, silent="CD")
    shown = page(stage.party.client("facilitator"), stage.url("relations")).replace("\u202f", " ")
    assert "Il manque 1 réponse" in shown
    assert stage.party.client("facilitator").post(stage.url("relations-close")).status_code == 403
    with pytest.raises(TooFewAnswers):
        operations.close(survey)
    survey.refresh_from_db()
    assert (survey.closed_at, survey.publication) == (None, None)


def test_three_of_four_are_warned(stage: Stage) -> None:
    stage.answered(HIGH, silent="D")
    client = stage.party.client("facilitator")
    assert client.post(stage.url("relations-close")).status_code == 302
    shown = page(client, stage.url("relations"))
    assert "avec prudence" in shown
    assert "« masqué » : moins de 3 notes sans nom" in shown.replace("\u202f", " ")
    assert "<td>masqué</td>" in shown


def test_after_the_closing_nothing_changes(stage: Stage) -> None:
    survey = stage.answered(HIGH)
    row = RelationAnswer.objects.select_related("sheet").filter(sheet__survey=survey)[0]
    operations.close(survey)
    for act in (
        lambda: operations.answer(row, row.version, LOW),
        lambda: operations.give(row.sheet, agrees=True),
        lambda: operations.begin(row.sheet),
        lambda: operations.close(survey),
    ):
        with pytest.raises(operations.Closed):
            act()
    assert stage.client("A").get(stage.url("relations-sheet")).status_code == 403
    before = page(stage.client("A"), stage.url("relations-file", "nodes"))
    stage.people["B"][0].delete()
    assert page(stage.client("A"), stage.url("relations-file", "nodes")) == before


@pytest.mark.parametrize("agreeing", ["", "AB", "ABCD"])
def test_files_and_page_show_the_same_and_read_back(stage: Stage, agreeing: str) -> None:
    survey = stage.answered(HIGH, agreeing=agreeing)
    operations.close(survey)
    survey.refresh_from_db()
    shown = published(survey)
    assert shown is not None
    client = stage.party.client("observer")
    files = {
        kind: client.get(stage.url("relations-file", kind)).content for kind in ("graphml", "nodes", "edges", "kumu")
    }
    named = {(link.source, link.target) for link in shown.network.links}
    assert len(named) == len(agreeing) * (len(agreeing) - 1)
    graph = nx.read_graphml(io.BytesIO(files["graphml"]))
    assert set(graph.edges) == named
    assert {data["label"] for _, data in graph.nodes(data=True)} == set("ABCD")
    edges = list(csv.DictReader(io.StringIO(files["edges"].decode("utf-8-sig"))))
    assert {(row["source"], row["target"]) for row in edges} == named
    kumu = json.loads(files["kumu"])
    assert {(one["from"], one["to"]) for one in kumu["connections"]} == named
    nodes = list(csv.DictReader(io.StringIO(files["nodes"].decode("utf-8-sig"))))
    visible = {one.partner: one.ties for one in shown.network.received if one.shown}
    assert {row["id"]: int(row["ties"]) for row in nodes if row["ties"]} == visible
    assert {one["id"]: one["ties"] for one in kumu["elements"] if "ties" in one} == visible
    assert {name: data["ties"] for name, data in graph.nodes(data=True) if "ties" in data} == visible


def test_with_two_agreements_the_hidden_two_would_be_found_so_that_nothing_is_shown_of_them(stage: Stage) -> None:
    """A and B agreed: of the three scores of A one is named, and the mean would give the two others away."""
    survey = stage.answered(HIGH, agreeing="AB")
    operations.close(survey)
    survey.refresh_from_db()
    shown = published(survey)
    assert shown is not None
    assert {shown.names[one.partner]: one.shown for one in shown.network.received} == {
        "A": False,
        "B": False,
        "C": True,
        "D": True,
    }


def test_the_report_says_what_is_true_and_draws_the_map_with_its_table(stage: Stage) -> None:
    operations.close(stage.answered(HIGH, agreeing="ABCD"))
    section = report.sections(stage.opened())[0]
    assert section.lead.replace("\u202f", " ").startswith("100 % des liens possibles existent")
    (picture,) = [block for block in section.blocks if isinstance(block, Picture)]
    assert len(picture.twin.rows) == 4
    assert picture.svg.count("<circle") == 4
    whole = next(block for block in section.blocks if isinstance(block, Table) and block.key == "relations-whole")
    assert [row[1] for row in whole.rows][-2:] == [0, 1]


def test_three_partners_who_do_not_all_agree_are_told_honestly() -> None:
    stage = stage_of("ABC")
    stage.open()
    assert "rien ne peut être caché" in page(stage.client("A"), stage.url("relations")).replace("\u202f", " ")
    RelationSurvey.objects.all().delete()
    operations.close(stage.answered(HIGH, agreeing="AB"))
    shown = page(stage.client("A"), stage.url("relations"))
    assert "rien n’est montré" in shown
    assert "relations-map" not in shown
    assert stage.client("A").get(stage.url("relations-file", "edges")).status_code == 404


def test_the_pages_are_in_english_too(stage: Stage) -> None:
    operations.close(stage.answered(LOW))
    with translation.override("en"):
        shown = page(stage.client("A"), stage.url("relations"))
        lead = report.sections(stage.opened())[0].lead
    assert "The network in figures" in shown
    assert lead == "0% of possible ties exist, among those that may be shown."


@pytest.mark.parametrize(
    ("partners", "already", "why"),
    [
        (2, False, Why.GRANTED),
        (200, False, Why.GRANTED),
        (1, False, Why.TOO_FEW_PARTNERS),
        (201, False, Why.TOO_MANY_PARTNERS),
        (4, True, Why.ALREADY_OPEN),
    ],
)
def test_who_may_open(partners: int, already: bool, why: Why) -> None:
    assert may_open(partners, already=already) is why


@pytest.mark.parametrize(
    ("opened", "closed", "speaks", "asked", "why"),
    [
        (True, False, True, True, Why.GRANTED),
        (False, False, True, False, Why.NOT_OPEN),
        (True, False, False, False, Why.NO_PARTNER),
        (True, False, True, False, Why.NOT_ASKED),
        (True, True, True, True, Why.CLOSED),
    ],
)
def test_who_may_answer(opened: bool, closed: bool, speaks: bool, asked: bool, why: Why) -> None:
    assert may_answer(opened=opened, closed=closed, speaks_for_a_partner=speaks, asked=asked) is why


def test_who_may_close() -> None:
    assert may_close(Response(3, 4), closed=False) is Why.GRANTED
    assert may_close(Response(2, 4), closed=False) is Why.TOO_FEW_ANSWERS
    assert may_close(Response(4, 4), closed=True) is Why.CLOSED


def test_a_response_rate_is_written_alike_everywhere_and_never_rounded_up() -> None:
    assert response_percent(Response(199, 200)) == 99
    assert response_percent(Response(29, 100)) == 29
    assert response_percent(Response(0, 0)) == 0


def test_among_many_the_map_is_read_around_one_partner(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = stage_of("ABCDEFGHIJKL")
    operations.close(stage.answered(HIGH, agreeing="ABCDEFGHIJKL"))
    everyone = page(stage.client("A"), stage.url("relations"))
    assert everyone.count("<option") == 13
    assert "132 liens peuvent être dessinés" in everyone
    about = stage.people["C"][0]
    around = page(stage.client("A"), f"{stage.url('relations')}?partner={about.public}").replace("\u202f", " ")
    assert "C : 22 liens peuvent être dessinés" in around
    assert f'<option value="{about.public}" selected>' in around
    strange = page(stage.client("A"), f"{stage.url('relations')}?partner={stage.evaluation.public}")
    assert "132 liens peuvent être dessinés" in strange, "whoever was not asked is nobody to look around"
    monkeypatch.setattr("cordee.charts.network_map.MOST_NAMED", 8)
    monkeypatch.setattr("cordee.apps.evaluation.relations.drawing.MOST_NAMED", 8)
    numbered = page(stage.client("A"), stage.url("relations"))
    assert 'tabindex="0" role="region" aria-label="Carte des relations' in numbered.replace("\u202f", " ")
