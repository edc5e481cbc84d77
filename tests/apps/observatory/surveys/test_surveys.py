"""From microdata to an edition on the pages of an analyst, and every way of being stopped."""

import csv
import io
import os
from pathlib import Path

import polars as pl
import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from tests.apps.observatory.surveys import making

from cordee.apps.observatory.models import Analyst, Survey
from cordee.apps.observatory.surveys import bridge, operations, storage, tasks
from cordee.apps.observatory.surveys.operations import NotAllowed, Texts
from cordee.apps.observatory.surveys.permissions import Reason
from cordee.apps.organisations.concurrency import ChangedMeanwhile
from cordee.stats.editions.edition import read_edition, read_withdrawal, verify
from cordee.stats.editions.making import computed_again
from cordee.stats.editions.rebuilding import same
from cordee.stats.faults import SurveyRefused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places(tmp_path: Path, settings):
    """Keep microdata and editions of each test apart."""
    settings.SURVEYS_FOLDER = tmp_path / "surveys"
    settings.EDITIONS = tmp_path / "editions"
    return tmp_path


@pytest.fixture
def ana():
    return making.analyst(making.account("ana"))


@pytest.fixture
def bo():
    return making.analyst(making.account("bo"))


def address(name: str, survey: Survey) -> str:
    return reverse(f"surveys:{name}", args=[survey.public])


def kept() -> list[str]:
    return sorted(path.name for path in storage.folder().iterdir())


def test_the_whole_way_on_the_pages(ana, bo, settings):
    browser = making.browser(ana)
    titles = {"title_fr": "Maires", "title_en": "Mayors", "edition": "maires-2026"}
    begun = browser.post(reverse("surveys:home"), titles, follow=True)
    survey = Survey.objects.get()
    assert begun.redirect_chain[-1][0] == address("survey", survey)
    assert browser.post(address("survey", survey), {"file": making.upload()}).status_code == 302
    page = browser.get(address("write", survey)).content.decode()
    assert "#   w, region, sex, q1" in page
    written = {"version": 2, "design": making.DESIGN, "dictionary": making.DICTIONARY, "margins": making.MARGINS}
    checked = browser.post(address("write", survey), written, follow=True).content.decode()
    assert "Faites-vous confiance à vos partenaires" in checked
    assert "400" in checked
    assert "Itérations" in checked
    figures = browser.get(address("figures", survey)).content.decode()
    assert "masqué" in figures
    assert browser.post(address("publish", survey), {"licence": "etalab-2.0", "data_public": "on"}).status_code == 302
    assert browser.post(address("approve", survey)).status_code == 403
    assert making.browser(bo).post(address("approve", survey)).status_code == 302
    folder = settings.EDITIONS / "maires-2026"
    card = verify(folder)
    assert (card.prepared_by, card.approved_by, card.data_public) == ("Ana", "Bo", True)
    computed_again(folder, card, folder / "data.csv")


def test_the_figures_of_the_page_are_those_of_the_edition(ana, bo, settings):
    survey = making.ready(ana)
    shown = making.browser(ana).get(address("figures-csv", survey)).content.decode()
    making.publish(survey, ana, bo)
    published = (settings.EDITIONS / "essai-2026" / "estimates.csv").read_text(encoding="utf-8")
    rows, seen = list(csv.DictReader(io.StringIO(published))), list(csv.DictReader(io.StringIO(shown)))
    assert len(rows) == len(seen)
    assert all(same(one[name], other[name]) for one, other in zip(rows, seen, strict=True) for name in one)
    assert {row["status"] for row in rows if row["region"] == "94"} == {"suppressed"}
    assert not any(row["estimate"] for row in rows if row["region"] == "94")


def test_calibrated_weights_meet_the_margins(ana):
    content = making.browser(ana).get(address("weighted", making.ready(ana))).content
    table = pl.read_parquet(io.BytesIO(content))
    totals = table.group_by("sex").agg(pl.col("calibrated_weight").sum()).sort("sex")["calibrated_weight"]
    assert totals[0] == pytest.approx(totals[1], rel=1e-9)


def test_private_microdata_stay_out_of_the_edition(ana, bo, settings):
    survey = making.ready(ana)
    making.publish(survey, ana, bo, data_public=False)
    folder = settings.EDITIONS / "essai-2026"
    assert not [path for path in folder.iterdir() if path.stem == "data"]
    assert read_edition(folder).data_sha256 == survey.data_sha256


def test_a_file_that_does_not_read_leaves_the_former_one(ana):
    survey = making.ready(ana)
    before = kept()
    page = making.browser(ana).post(address("survey", survey), {"file": making.upload(b"\xff\xfe\x00q1\n", "laid.csv")})
    assert page.status_code == 422
    assert "UTF-8" in page.content.decode()
    assert kept() == before
    survey.refresh_from_db()
    assert survey.data_name == "enquete.csv"


def test_a_file_of_another_kind_is_refused_before_it_is_kept(ana):
    survey = making.begun(ana)
    page = making.browser(ana).post(address("survey", survey), {"file": making.upload(b"x", "notes.pdf")})
    assert page.status_code == 422
    assert kept() == []


def test_a_file_that_is_too_large_is_refused_and_nothing_is_left(ana, settings):
    settings.SURVEY_MOST_BYTES = 1_000_000
    survey = making.begun(ana)
    refused = making.browser(ana).post(address("survey", survey), {"file": making.upload(b"q1\n" * 340_000)})
    assert refused.status_code == 422
    assert "1 Mo" in refused.content.decode().replace("\u00a0", " ").replace("\u202f", " ")
    far_too_large = making.browser(ana).post(address("survey", survey), {"file": making.upload(b"q1\n" * 400_000)})
    assert far_too_large.status_code == 413
    assert kept() == []


def test_another_file_takes_the_place_of_the_former_one(ana):
    survey = making.ready(ana)
    former = survey.data_stored_as
    operations.receive(survey, making.upload(making.microdata(300)))
    assert kept() == [survey.data_stored_as]
    assert survey.data_stored_as != former


@pytest.mark.parametrize(
    ("design", "words"),
    [
        ("estimates: [", "design.yaml"),
        ("wieght: w\n", "weight"),
        (making.DESIGN.replace("variable: q1", "variable: q9"), "q9"),
        (making.DESIGN.replace("margins.csv", "marges.csv"), "marges.csv"),
    ],
)
def test_a_fault_of_the_design_is_told_and_what_was_written_stays(ana, design, words):
    survey = making.ready(ana)
    operations.write(survey, survey.version, Texts(design, making.DICTIONARY, making.MARGINS))
    page = making.browser(ana).get(address("check", survey)).content.decode()
    assert words in page
    assert "reprendre" in page
    refused = making.browser(ana).post(address("publish", survey), {"licence": "etalab-2.0"})
    assert refused.status_code == 422
    survey.refresh_from_db()
    assert (survey.state, survey.design) == (Survey.State.OPEN, design)


def test_a_margin_whose_category_is_missing_is_named(ana):
    survey = making.ready(ana)
    operations.write(survey, survey.version, Texts(making.DESIGN, making.DICTIONARY, making.MARGINS + "sex,c,0.2\n"))
    told = [fault.in_("fr") for fault in bridge.checked(survey).faults]
    assert told
    assert any("sex" in one for one in told)


def test_without_microdata_nothing_is_computed(ana):
    survey = making.begun(ana)
    operations.write(survey, survey.version, Texts(making.DESIGN, "", ""))
    assert [fault.id for fault in bridge.computed(survey).faults] == ["missing-file"]
    assert making.browser(ana).get(address("weighted", survey)).status_code == 302
    assert making.browser(ana).get(address("figures-csv", survey)).status_code == 302


def test_two_people_write_at_once_and_lose_nothing(ana, bo):
    survey = making.ready(ana)
    seen = survey.version
    operations.write(survey, seen, Texts("weight: w\n", "", ""))
    mine = {"version": seen, "design": making.DESIGN, "dictionary": "", "margins": ""}
    page = making.browser(bo).post(address("write", survey), mine)
    text = page.content.decode()
    assert page.status_code == 409
    assert "weight: w\n</pre>" in text
    assert "measure: proportion" in text
    with pytest.raises(ChangedMeanwhile):
        operations.write(survey, seen, Texts("", "", ""))


def test_what_waits_does_not_change_until_it_is_taken_back(ana, bo):
    survey = making.ready(ana)
    making.ask(survey, ana)
    with pytest.raises(NotAllowed) as refused:
        operations.write(survey, survey.version, Texts("", "", ""))
    assert refused.value.verdict.reason is Reason.NOT_OPEN
    with pytest.raises(NotAllowed):
        operations.receive(survey, making.upload())
    assert making.browser(bo).post(address("refuse", survey), {"reason": "La base manque."}).status_code == 302
    survey.refresh_from_db()
    assert (survey.state, survey.refused_because) == (Survey.State.OPEN, "La base manque.")
    assert "La base manque." in making.browser(ana).get(address("survey", survey)).content.decode()


def test_an_edition_is_written_once_however_many_approve(ana, bo):
    survey = making.ready(ana)
    making.publish(survey, ana, bo)
    with pytest.raises(NotAllowed) as refused:
        operations.approve(survey, making.analyst(making.account("cy")))
    assert refused.value.verdict.reason is Reason.NOT_WAITING


def test_a_disk_that_is_full_leaves_the_request_waiting(ana, bo, settings, monkeypatch):
    survey = making.ready(ana)
    making.ask(survey, ana)
    full = OSError(28, "No space left on device")

    def write_text(*_args, **_options):
        raise full

    monkeypatch.setattr("cordee.stats.editions.publishing.Path.write_text", write_text)
    with pytest.raises((SurveyRefused, OSError)):
        operations.approve(survey, bo)
    monkeypatch.undo()
    survey.refresh_from_db()
    assert survey.state == Survey.State.ASKED
    assert not settings.EDITIONS.exists() or not list(settings.EDITIONS.iterdir())
    operations.approve(survey, bo)
    assert verify(settings.EDITIONS / "essai-2026").id == "essai-2026"


def test_a_name_is_taken_once(ana, bo):
    making.publish(making.ready(ana), ana, bo)
    taken = {"title_fr": "Autre", "title_en": "Other", "edition": "essai-2026"}
    page = making.browser(ana).post(reverse("surveys:home"), taken)
    assert page.status_code == 422
    assert "déjà pris" in page.content.decode()
    assert making.browser(ana).post(reverse("surveys:home"), {**taken, "edition": "../x"}).status_code == 422


def test_dropping_erases_the_microdata_only(ana):
    survey = making.ready(ana)
    assert making.browser(ana).post(address("drop", survey)).status_code == 302
    survey.refresh_from_db()
    assert (survey.state, survey.data_stored_as, kept()) == (Survey.State.DROPPED, "", [])
    assert "measure: proportion" in making.browser(ana).get(address("write", survey)).content.decode()


def test_a_withdrawn_edition_says_why_and_is_withdrawn_once(ana, bo, settings):
    making.publish(making.ready(ana), ana, bo)
    place = reverse("surveys:withdraw", args=["essai-2026"])
    reason = {"reason_fr": "Une marge était fausse.", "reason_en": "A margin was wrong."}
    assert making.browser(bo).post(place, reason).status_code == 302
    notice = read_withdrawal(settings.EDITIONS / "essai-2026")
    assert notice is not None
    assert (notice.by, notice.reason.en) == ("Bo", "A margin was wrong.")
    again = making.browser(bo).post(place, reason, follow=True)
    assert "déjà retirée" in again.content.decode()
    assert making.browser(bo).get(reverse("surveys:withdraw", args=["inconnue"])).status_code == 404


def test_an_account_without_a_name_signs_nothing(ana, bo):
    survey = making.ready(ana)
    ana.name = ""
    with pytest.raises(NotAllowed) as refused:
        making.ask(survey, ana)
    assert refused.value.verdict.reason is Reason.NO_NAME


def test_the_role_is_given_and_taken_back_from_the_machine(capsys):
    making.account("dee")
    call_command("grant_analyst", "dee@example.org")
    call_command("grant_analyst", "dee@example.org")
    assert Analyst.objects.count() == 1
    call_command("grant_analyst", "dee@example.org", "--revoke")
    assert not Analyst.objects.exists()
    with pytest.raises(CommandError):
        call_command("grant_analyst", "nobody@example.org")


def test_microdata_of_a_process_killed_are_deleted_a_day_later_and_those_of_a_survey_never(ana, settings):
    survey = making.begun(ana, "maires-2026")
    operations.receive(survey, making.upload())
    (named,) = kept()
    cut = storage.path_of("0" * 32 + ".csv")
    cut.write_bytes(b"w,region\n1,0")
    assert tasks.sweep.call() == 0
    for name in (named, cut.name):
        os.utime(storage.path_of(name), (0, 0))
    assert tasks.sweep.call() == 1
    assert kept() == [named]
    assert "cordee.apps.observatory.surveys.tasks.sweep" in settings.PERIODIC_JOBS
