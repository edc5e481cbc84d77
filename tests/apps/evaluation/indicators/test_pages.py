"""The pages of the indicators: added, valued, corrected, compared, brought in by the thousand, told in the report."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from tests.apps.evaluation.making import evaluation_of
from tests.apps.party import Party, new_party

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.indicators import operations, queries, report
from cordee.apps.evaluation.indicators.tasks import remind
from cordee.apps.evaluation.models import Effect, Evaluation, Indicator, Value
from cordee.apps.post.models import Letter
from cordee.core.document import Absent

pytestmark = pytest.mark.django_db
FORM = {"name": "Trajets évités", "impact": "performance", "level": "ecosystem", "unit": "km", "version": 1}


@pytest.fixture
def party() -> Party:
    """An alliance that began three years ago."""
    made = new_party()
    made.alliance.started_on = timezone.localdate() - timedelta(days=3 * 365)
    made.alliance.save()
    return made


@pytest.fixture
def evaluation(party: Party) -> Evaluation:
    """Its evaluation."""
    return evaluation_of(party.alliance, party.member)


def made(evaluation: Evaluation, **values: Any) -> Indicator:
    """Make an indicator that lacks nothing."""
    full = {
        "impact": "performance", "level": "actors", "name": "Trajets", "unit": "km", "source": "Registre",
        "owner_name": "Ada", "next_on": timezone.localdate() + timedelta(days=30), "baseline": 20, "target": 60,
    }  # fmt: skip
    return Indicator.objects.create(evaluation=evaluation, **{**full, **values})


def post(party: Party, evaluation: Evaluation, name: str, data: dict[str, Any], *args: Any) -> Any:
    return party.client("member").post(reverse(f"evaluation:{name}", args=[evaluation.public, *args]), data)


def body(answer: Any) -> str:
    return str(answer.content.decode())


def test_an_indicator_of_the_catalogue_is_added_with_its_words(party: Party, evaluation: Evaluation) -> None:
    address = reverse("evaluation:indicators-add", args=[evaluation.public])
    page = body(party.client("member").get(address, {"catalogue": "performance.delay"}))
    assert "Délai pour répondre à une demande" in page
    answer = post(party, evaluation, "indicators-add", {**FORM, "catalogue": "performance.delay", "target": "1 234,5"})
    kept = Indicator.objects.get()
    assert (answer.status_code, kept.catalogue, kept.target) == (302, "performance.delay", 1234.5)


def test_what_is_missing_makes_it_empty_and_not_zero(party: Party, evaluation: Evaluation) -> None:
    row = made(evaluation, source="", owner_name="")
    operations.write_value(row, party.member, on=timezone.localdate(), value=30)
    page = body(party.client("observer").get(reverse("evaluation:indicators", args=[evaluation.public])))
    assert "Vide\u202f: sans source, sans responsable" in page
    assert "25\u202f%" not in page


def test_the_list_says_horizon_value_progress_and_confidence(party: Party, evaluation: Evaluation) -> None:
    operations.write_value(made(evaluation), party.member, on=timezone.localdate(), value=30, confidence="observed")
    operations.write_value(made(evaluation, impact="trust", name="Lien"), None, on=timezone.localdate(), value=30)
    page = body(party.client("observer").get(reverse("evaluation:indicators", args=[evaluation.public])))
    for said in ("À regarder", "Trop tôt", "30 km", "25\u202f%", "Observé"):
        assert said in page


def test_an_eighth_headline_is_refused_in_words(party: Party, evaluation: Evaluation) -> None:
    for number in range(7):
        made(evaluation, name=f"Clé {number}", headline=True)
    answer = post(party, evaluation, "indicators-add", {**FORM, "headline": "on"})
    assert answer.status_code == 422
    assert "Sept indicateurs clés sont déjà choisis" in body(answer)
    assert 'value="Trajets évités"' in body(answer)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"on": "2999-01-01", "value": "3"}, "pas encore venu"),
        ({"on": "2026-01-01", "value": "3 €"}, "dans l’unité attendue"),
        ({"on": "2026-01-01", "value": "beaucoup"}, "un nombre"),
        ({"on": "", "value": ""}, "Inconnue"),
    ],
)
def test_a_value_that_cannot_be_is_told(party: Party, evaluation: Evaluation, typed: dict[str, str], said: str) -> None:
    row = made(evaluation)
    answer = post(party, evaluation, "indicators-value", {**typed, "confidence": "declared"}, row.public)
    assert answer.status_code == 422
    assert said in body(answer)
    assert not Value.objects.exists()


def test_a_correction_keeps_what_was_there(party: Party, evaluation: Evaluation) -> None:
    row = made(evaluation)
    for typed in ("30", "31,5"):
        sent = {"on": "2026-01-01", "value": typed, "confidence": "declared"}
        assert post(party, evaluation, "indicators-value", sent, row.public).status_code == 302
    kept = Value.objects.get()
    assert (kept.value, [old.value for old in kept.former.order_by("pk")]) == (31.5, [30])
    page = body(
        party.client("observer").get(reverse("evaluation:indicators-one", args=[evaluation.public, row.public]))
    )
    assert "Avant correction\u202f: 30" in page
    assert "<svg" in page


def test_two_people_who_change_it_do_not_overwrite_each_other(party: Party, evaluation: Evaluation) -> None:
    row = made(evaluation)
    assert post(party, evaluation, "indicators-edit", FORM, row.public).status_code == 302
    told = post(party, evaluation, "indicators-edit", {**FORM, "name": "Autre"}, row.public)
    assert told.status_code == 409
    assert "Trajets évités" in body(told)
    assert 'value="Autre"' in body(told)


def test_an_indicator_of_another_evaluation_is_unknown(party: Party, evaluation: Evaluation) -> None:
    other = made(evaluation_of(party.alliance, party.member, "Une autre"))
    for name in ("indicators-one", "indicators-value", "indicators-edit"):
        address = reverse(f"evaluation:{name}", args=[evaluation.public, other.public])
        assert party.client("member").get(address).status_code == 404


def test_an_effect_of_another_evaluation_is_not_a_choice(party: Party, evaluation: Evaluation) -> None:
    elsewhere = evaluation_of(party.alliance, party.member, "Une autre")
    theirs = Effect.objects.create(evaluation=elsewhere, impact="trust", level="actors", title="Ailleurs")
    ours = Effect.objects.create(evaluation=evaluation, impact="trust", level="actors", title="Ici")
    assert post(party, evaluation, "indicators-add", {**FORM, "effect": str(theirs.public)}).status_code == 422
    assert post(party, evaluation, "indicators-add", {**FORM, "effect": str(ours.public)}).status_code == 302
    assert queries.counts_by_effect(evaluation) == {ours.pk: 1}


def test_two_dates_are_compared(party: Party, evaluation: Evaluation) -> None:
    row = made(evaluation)
    operations.write_value(row, None, on=date(2024, 1, 1), value=30)
    operations.write_value(row, None, on=date(2026, 1, 1), value=45)
    address = reverse("evaluation:indicators-compare", args=[evaluation.public])
    page = body(party.client("observer").get(address, {"first": "2026-06-01", "second": "2024-06-01"}))
    assert "+15" in page
    assert "25\u202f% → 62\u202f%" in page or "25\u202f% → 63\u202f%" in page


BAD = """indicateur;date;valeur;groupe
Trajets;2026-01-01;12,5;
trajets;02/01/2026;3 €;
Trajets;2999-01-01;3;
Trajets;2026-01-01;13;
Inconnu;2026-01-01;3;
Trajets;2026-01-03;peu;
Trajets;2026-01-04;4;enfants
"""


def test_bad_rows_are_told_one_by_one_and_nothing_is_written_before(party: Party, evaluation: Evaluation) -> None:
    made(evaluation)
    answer = post(party, evaluation, "indicators-import", {"text": BAD, "go": "all"})
    page = body(answer)
    assert answer.status_code == 422
    for line, said in ((3, "€"), (4, "pas encore venu"), (5, "ligne 2"), (6, "Inconnu"), (7, "peu"), (8, "enfants")):
        told = next(part for part in page.split("<li>") if part.startswith(f"Ligne {line}, "))
        assert said in told
    assert "peu" in page
    assert not Value.objects.exists()


def test_only_the_good_rows_when_it_is_chosen_and_the_others_come_back(party: Party, evaluation: Evaluation) -> None:
    made(evaluation)
    page = body(post(party, evaluation, "indicators-import", {"text": BAD, "go": "good"}))
    assert [one.value for one in Value.objects.all()] == [12.5]
    left = page.split("<textarea")[1].split("</textarea>")[0]
    assert "indicateur;date" in left
    assert "3 €" in left
    assert "12,5" not in left


def test_a_workbook_is_read_then_written(party: Party, evaluation: Evaluation) -> None:
    row = made(evaluation)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Indicateur", "Date", "Valeur"])
    sheet.write(1, 0, str(row.public))
    sheet.write_datetime(1, 1, date(2026, 1, 1))
    sheet.write(1, 2, 7.25)
    book.close()
    file = SimpleUploadedFile("valeurs.xlsx", out.getvalue())
    page = body(post(party, evaluation, "indicators-import", {"file": file, "go": "preview"}))
    assert "7,25 km" in page
    text = page.split('aria-describedby="text-hint">')[1].split("</textarea>")[0]
    assert post(party, evaluation, "indicators-import", {"text": text, "go": "all"}).status_code == 302
    assert Value.objects.get().value == 7.25


def test_a_disguised_file_is_told(party: Party, evaluation: Evaluation) -> None:
    file = SimpleUploadedFile("valeurs.xlsx", b"PK\x03\x04 no workbook")
    answer = post(party, evaluation, "indicators-import", {"file": file, "text": "gardé", "go": "preview"})
    assert answer.status_code == 422
    assert "ni un CSV ni un XLSX" in body(answer)
    assert "gardé" in body(answer)


def test_ten_thousand_rows_are_written_but_for_the_bad_ones(party: Party, evaluation: Evaluation) -> None:
    made(evaluation)
    first = date(1990, 1, 1)
    rows = [f"Trajets;{first + timedelta(days=number)};{number},5" for number in range(9_990)]
    text = "\n".join([*rows, *["Trajets;hier;1"] * 10])
    answer = post(party, evaluation, "indicators-import", {"text": text, "go": "good"})
    assert answer.status_code == 422
    assert Value.objects.count() == 9_990
    page = body(answer)
    assert "10 lignes restent à corriger" in page
    assert page.split("<textarea")[1].split("</textarea>")[0].count("Trajets;hier;1") == 10


def test_a_reminder_leaves_once_and_not_when_the_value_is_taken(party: Party, evaluation: Evaluation) -> None:
    today = timezone.localdate()
    late = made(evaluation, owner_email="ada@example.org", next_on=today)
    taken = made(evaluation, name="Relevé", owner_email="ada@example.org", next_on=today)
    operations.write_value(taken, None, on=today, value=1)
    assert (remind.func(), remind.func()) == (1, 1)
    letter = Letter.objects.get()
    assert late.name in letter.subject
    assert f"/{late.public}/" in letter.text
    assert (letter.to, letter.reply_to) == ("ada@example.org", party.facilitator.email)


def test_the_report_says_the_same_as_the_page(party: Party, evaluation: Evaluation) -> None:
    today = timezone.localdate()
    operations.write_value(made(evaluation, headline=True), None, on=today, value=30)
    made(evaluation, name="Vide", source="")
    role = party.alliance.roles.get(account=party.observer)
    with override("fr"):
        first, second = report.sections(OpenedEvaluation(evaluation, role))
    assert first.in_short
    assert first.lead == "2 indicateurs\u202f: 1 se lit aujourd’hui, 1 en retard."
    table = first.blocks[0]
    assert table.rows[0][4:8] == (30, today, 60, 0.25)  # type: ignore[union-attr]
    assert second.blocks[0].rows[1][4] == Absent("sans source, pas encore relevé")  # type: ignore[union-attr]


def test_the_list_asks_as_much_for_one_indicator_as_for_thirty(
    party: Party, evaluation: Evaluation, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        operations.write_value(made(evaluation, name=f"N {number}"), None, on=date(2026, 1, 1), value=number)
    client = party.client("observer")
    with django_assert_max_num_queries(14):
        client.get(reverse("evaluation:indicators", args=[evaluation.public]))
