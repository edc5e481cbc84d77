"""The efficiency on its pages: costs with hidden time, results that make sense, a valuation never without its range."""

import uuid
from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation
from tests.apps.evaluation.making import evaluation_of
from tests.apps.party import Party, new_party

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.efficiency.report import sections
from cordee.apps.evaluation.models import CostLine, Evaluation, ResultCount, ValuedOutcome
from cordee.apps.organisations.models import AllianceRole
from cordee.core.document import Absent, Table

pytestmark = pytest.mark.django_db
OUTCOME = {"label": "Emplois", "quantity": "100", "source": "Étude locale", "version": "1"}
THREE = {
    "deadweight": (10, 20, 40),
    "displacement": (10, 10, 10),
    "attribution": (25, 25, 25),
    "drop_off": (50, 50, 50),
}


@pytest.fixture
def party() -> Party:
    return new_party()


@pytest.fixture
def evaluation(party: Party) -> Evaluation:
    return evaluation_of(party.alliance, party.member)


def send(party: Party, evaluation: Evaluation, word: str, /, who: str = "member", **form: Any) -> Any:
    address = reverse("evaluation:efficiency-add", args=[evaluation.public, word])
    return party.client(who).post(address, {"version": 1, **form})


def page(party: Party, evaluation: Evaluation, who: str = "observer") -> str:
    answer = party.client(who).get(reverse("evaluation:efficiency", args=[evaluation.public]))
    return answer.content.decode().replace("\u202f", " ")


def assumptions(**moved: tuple[float, float, float]) -> dict[str, str]:
    whole = {"proxy": (500, 500, 500), "duration": (2, 2, 2), **THREE, **moved}
    ends = ("_low", "", "_high")
    return {name + end: str(value) for name, three in whole.items() for end, value in zip(ends, three, strict=True)}


def tables_of(party: Party, evaluation: Evaluation) -> dict[str, Table]:
    opened = OpenedEvaluation(evaluation, AllianceRole.objects.get(account=party.member))
    return {block.key: block for block in sections(opened)[0].blocks if isinstance(block, Table)}


def test_hidden_time_is_part_of_the_cost(party: Party, evaluation: Evaluation) -> None:
    assert "Aucun coût n’est encore écrit." in page(party, evaluation)
    assert send(party, evaluation, "cost", label="Salaires", kind="money", amount="14 000").status_code == 302
    hours = {"hours": "200", "hourly_cost": "30", "hidden": "on", "partner": party.partner.public}
    assert send(party, evaluation, "cost", label="Bénévoles", kind="hours", **hours).status_code == 302
    assert "L’alliance coûte 20 000 € en tout, dont 30 % de coûts cachés." in page(party, evaluation)
    assert CostLine.objects.get(label="Bénévoles").partner == party.partner


def test_a_result_has_a_cost_or_the_reason_why_not(party: Party, evaluation: Evaluation) -> None:
    send(party, evaluation, "cost", label="Salaires", kind="money", amount="1000")
    for label, count in (("Emplois", "40"), ("Brevets", "0"), ("Visites", "")):
        send(party, evaluation, "result", label=label, unit="unité", count=count)
    cells = [row[3] for row in tables_of(party, evaluation)["efficiency-results"].rows]
    assert cells[0] == 25.0
    assert cells[1:] == [
        Absent("aucun résultat pour l’instant : le rapport n’a pas de sens".replace(" :", "\u202f:")),
        Absent("le nombre n’est pas connu"),
    ]
    assert "le rapport n’a pas de sens" in page(party, evaluation)


def test_hours_without_a_declared_cost_make_the_total_a_minimum(party: Party, evaluation: Evaluation) -> None:
    send(party, evaluation, "cost", label="Dirigeants", kind="hours", hours="40")
    assert "aucun n’a encore de valeur en euros" in page(party, evaluation)
    assert "le coût complet est un minimum" in page(party, evaluation)


def test_a_ratio_comes_with_its_range_and_says_what_it_is(party: Party, evaluation: Evaluation) -> None:
    send(party, evaluation, "cost", label="Salaires", kind="money", amount="20000")
    assert send(party, evaluation, "value", **OUTCOME, **assumptions()).status_code == 302
    text = page(party, evaluation)
    assert "Entre 1,52 et 2,28 € de valeur estimée pour 1 € de coût complet (central : 2,03)." in text
    assert "Ce chiffre repose sur des hypothèses" in text
    rows = tables_of(party, evaluation)["efficiency-sensitivity"].rows
    assert rows[-1][2:] == pytest.approx((1.51875, 2.025, 2.278125))
    assert "2,03" in text
    assert len(rows) == 8


def test_without_anything_that_varies_there_is_no_ratio(party: Party, evaluation: Evaluation) -> None:
    send(party, evaluation, "cost", label="Salaires", kind="money", amount="20000")
    send(party, evaluation, "value", **OUTCOME, **assumptions(deadweight=(20, 20, 20)))
    assert "au moins une hypothèse qui varie" in page(party, evaluation)
    assert "de valeur estimée" not in page(party, evaluation)


@pytest.mark.parametrize(
    ("moved", "words"),
    [
        ({"deadweight": (40, 20, 10)}, "Du plus petit au plus grand"),
        ({"deadweight": (10, 20, 140)}, "au plus 100"),
        ({"duration": (1, 1.5, 2)}, "années entières"),
    ],
)
def test_assumptions_that_cannot_be_come_back(
    party: Party, evaluation: Evaluation, moved: dict[str, Any], words: str
) -> None:
    answer = send(party, evaluation, "value", **OUTCOME, **assumptions(**moved))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not ValuedOutcome.objects.exists()


def test_one_discount_rate_is_enough(party: Party, evaluation: Evaluation) -> None:
    rate = {"label": "France Stratégie", "discount_low": "0", "discount": "3,2", "discount_high": "5"}
    assert send(party, evaluation, "rate", **rate).status_code == 302
    assert send(party, evaluation, "rate", **rate).status_code == 403


def test_two_people_do_not_overwrite_each_other(party: Party, evaluation: Evaluation) -> None:
    send(party, evaluation, "result", label="Emplois", unit="emploi", count="4")
    row = ResultCount.objects.get()
    address = reverse("evaluation:efficiency-edit", args=[evaluation.public, "result", row.public])
    form = {"label": "Emplois", "unit": "emploi", "count": "5", "version": 1}
    assert party.client("member").post(address, form).status_code == 302
    assert party.client("facilitator").post(address, {**form, "count": "6"}).status_code == 409


def test_rows_of_elsewhere_and_unknown_kinds_do_not_exist(party: Party, evaluation: Evaluation) -> None:
    send(party, evaluation, "frugality", label="Un local prêté")
    other = evaluation_of(party.alliance, party.member, "Autre")
    row = CostLine.objects.create(evaluation=other, label="Loin", kind="money", amount=1)
    client = party.client("member")
    for kind, public in (("cost", row.public), ("cost", uuid.uuid4()), ("rien", row.public)):
        assert (
            client.get(reverse("evaluation:efficiency-edit", args=[evaluation.public, kind, public])).status_code == 404
        )
        address = reverse("evaluation:efficiency-remove", args=[evaluation.public, kind, public])
        assert client.post(address).status_code == 404
    assert CostLine.objects.exists()
    assert "Un local prêté" in page(party, evaluation)
    assert send(party, evaluation, "cost", who="observer", label="x", kind="money", amount="1").status_code == 403


def test_what_is_missing_is_said_with_its_reason(party: Party, evaluation: Evaluation) -> None:
    told = send(party, evaluation, "rate", label="", discount_low="2").content.decode().replace("\u202f", " ")
    assert "Dites d’où il vient : sans source, personne ne peut en juger." in told
    assert told.count("bas, central et haut montrent ce que le résultat doit à cette hypothèse") >= 2
    asked = send(party, evaluation, "value", label="Emplois", source="Étude").content.decode().replace("\u202f", " ")
    assert "la valeur d’une unité est multipliée par lui" in asked
    assert "Champ requis" not in told + asked


def test_the_address_of_a_kind_is_in_the_language_of_the_page(party: Party, evaluation: Evaluation) -> None:
    french = reverse("evaluation:efficiency-add", args=[evaluation.public, "cost"])
    with translation.override("en"):
        english = reverse("evaluation:efficiency-add", args=[evaluation.public, "cost"])
    assert french.endswith("/efficience/cout/")
    assert english.endswith("/efficiency/cost/")
    client = party.client("member")
    assert client.get(english).status_code == 200
    assert english in client.get(french).content.decode(), "the other language leads to the same form"
    assert client.get(french.replace("/cout/", "/cost/")).status_code == 404
