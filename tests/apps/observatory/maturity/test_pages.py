"""The page of the barometer: figures, « too few » as an answer, both languages, the file that says the same."""

import csv
import io
import re
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone
from tests.apps.observatory.maturity.making import counted_alliances

from cordee.apps.library.models import PackRelease
from cordee.apps.observatory.demonstration.maturity import load_maturity_demonstration
from cordee.apps.observatory.maturity.operations import refresh
from cordee.apps.observatory.maturity.queries import shown_barometers
from cordee.apps.observatory.models import MaturityBatch, MaturitySnapshot

pytestmark = pytest.mark.django_db
PAGE, IN_ENGLISH = "/observatoire/maturite/", "/en/observatory/maturity/"
FILE, FILE_IN_ENGLISH = "/observatoire/maturite.csv", "/en/observatory/maturity.csv"


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def table_of(page: str) -> list[list[str]]:
    """Return the rows of the table under the figure."""
    body = re.findall(r"<tbody>(.*?)</tbody>", page, re.DOTALL)[0]
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    return [
        [re.sub(r"<[^>]*>", "", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)]
        for row in rows
    ]


def lines_of(client: Client, path: str = FILE) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(path).content.decode())))


def shown(release: PackRelease, count: int = 12) -> None:
    counted_alliances(release, count)
    refresh()


def test_too_few_is_an_answer_that_does_not_tell_how_many(client: Client, release: PackRelease) -> None:
    empty = text(client, PAGE)
    counted_alliances(release, 9)
    refresh()
    page = text(client, PAGE)
    assert "Trop peu d’alliances pour un baromètre" in page
    assert "10 alliances au moins" in page
    clean = [re.sub(r'nonce="[^"]*"|value="[^"]*"', "", one) for one in (page, empty)]
    assert clean[0] == clean[1]
    assert lines_of(client) == []


def test_without_a_pack_the_page_still_answers(client: Client) -> None:
    assert "Trop peu d’alliances" in text(client, PAGE)


def test_the_page_says_where_they_stand_on_what_base_and_names_nobody(client: Client, release: PackRelease) -> None:
    shown(release)
    page = text(client, PAGE)
    assert "12 alliances qui ont choisi Cordée" in page
    assert "ni la France ni une région" in page
    assert "au stade «\u202fstructuré\u202f» ou au-delà" in page
    assert "Alliance secrète" not in page
    assert "inventées" not in page


def test_the_sentence_is_that_of_the_numbers(client: Client, release: PackRelease) -> None:
    shown(release)
    (one,) = shown_barometers()
    shares = [axis.percent_from("structured", one.ladder) for axis in one.barometer.axes]
    low, high = min(share or 0 for share in shares), max(share or 0 for share in shares)
    page = text(client, IN_ENGLISH)
    expected = f"{low}% to {high}%" if low != high else f"{low}% of the alliances"
    assert expected in page


@pytest.mark.parametrize(("page", "file"), [(PAGE, FILE), (IN_ENGLISH, FILE_IN_ENGLISH)])
def test_the_file_says_what_the_table_says(client: Client, release: PackRelease, page: str, file: str) -> None:
    shown(release)
    table, lines = table_of(text(client, page)), lines_of(client, file)
    assert len(table) == len(lines) >= 6
    for row, line in zip(table, lines, strict=True):
        assert row[:2] == [line["approach"], line["stages"]]
        assert row[2].rstrip("\u202f%") == line["percent"]
        assert float(row[3].replace(",", ".")) == float(line["mean_maturity"])
        assert (line["alliances"], line["synthetic"]) == ("12", "false")
    by_axis: dict[str, int] = {}
    for line in lines:
        by_axis[line["axis"]] = by_axis.get(line["axis"], 0) + int(line["percent"])
    assert set(by_axis.values()) == {100}


def test_in_english_nothing_is_left_in_french(client: Client, release: PackRelease) -> None:
    assert "Too few alliances for a barometer" in text(client, IN_ENGLISH)
    shown(release)
    page = text(client, IN_ENGLISH)
    assert "Self-selected base: 12 alliances" in page
    assert "structured" in page
    assert not re.search(r"\b(alliances comptées|approche|stade|structuré)\b", page)


def test_the_door_of_the_observatory_leads_to_it(client: Client, release: PackRelease) -> None:
    assert f'href="{PAGE}"' in text(client, "/observatoire/")
    assert f'href="{IN_ENGLISH}"' in text(client, "/en/observatory/")


class TestDemonstration:
    def test_it_is_said_to_be_invented_everywhere(self, client: Client, release: PackRelease) -> None:
        load_maturity_demonstration(timezone.localdate())
        page = text(client, PAGE)
        assert "Des données inventées" in page
        assert "aucune alliance n’est comptée" in page
        assert {line["synthetic"] for line in lines_of(client)} == {"true"}

    def test_again_changes_nothing_and_no_batch_is_kept(self, release: PackRelease) -> None:
        load_maturity_demonstration(timezone.localdate())
        kept = MaturitySnapshot.objects.values().get()
        load_maturity_demonstration(timezone.localdate())
        assert MaturitySnapshot.objects.values().get() == kept
        assert not MaturityBatch.objects.exists()

    def test_a_refresh_leaves_it_and_real_figures_take_its_place(self, client: Client, release: PackRelease) -> None:
        load_maturity_demonstration(timezone.localdate())
        refresh()
        assert "Des données inventées" in text(client, PAGE)
        shown(release)
        assert "inventées" not in text(client, PAGE)
        assert {line["synthetic"] for line in lines_of(client)} == {"false"}

    def test_without_a_pack_nothing_is_made(self, db: None) -> None:
        load_maturity_demonstration(timezone.localdate())
        assert not MaturitySnapshot.objects.exists()
