"""The page of a region with official statistics, without any, and where no survey went."""

import csv
import io
from pathlib import Path

import pytest
from django.test import Client
from tests.apps.observatory.statistics.making import COUNTRY, GOOD, INCOME, RATE, put

from cordee.apps.observatory.statistics.reading import read_statistics
from cordee.apps.observatory.territories import views as territories
from cordee.apps.observatory.territories.region import RegionParts

pytestmark = pytest.mark.django_db

NO_MEASURE = "Ce site n’a pas de mesure objective"
MEASURED = "Fragilités mesurées par la statistique publique"


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def fragilities(page: str) -> str:
    return page.partition('aria-labelledby="fragilities-title"')[2].partition("</section>")[0]


@pytest.mark.usefixtures("shelf")
def test_without_a_file_the_page_says_that_nothing_is_measured(client: Client, statistics_file: Path) -> None:
    for lines in ((), (RATE, COUNTRY | {"year": "x"}), (RATE | {"territory": "11"}, COUNTRY)):
        if lines:
            put(statistics_file, *lines)
        page = text(client, "/observatoire/regions/53/")
        assert NO_MEASURE in fragilities(page)
        assert MEASURED not in page
        assert "statistiques.csv" not in page


@pytest.mark.usefixtures("shelf")
def test_measured_fragilities_stand_beside_the_perceived_ones(client: Client, statistics_file: Path) -> None:
    put(statistics_file, *GOOD)
    section = fragilities(text(client, "/observatoire/regions/53/"))
    assert NO_MEASURE not in section
    assert section.index("<h3>Fragilités perçues</h3>") < section.index(f"<h3>{MEASURED}</h3>")
    assert "les unes ne remplacent pas les autres" in section
    table = section.rpartition("<table")[2]
    assert "<caption>Bretagne et la France entière</caption>" in table
    assert table.count('scope="col"') == 5
    assert table.count('scope="row"') == 2
    assert "6,50\u202f%" in table
    assert "(de 6,1 à 6,9\u202f%)" in table
    assert "7,4\u202f%" in table
    assert "22\u202f400\u00a0euros par an" in table
    assert 'href="https://stat.example/taux?r=53" rel="noopener">Producteur inventé<' in table
    assert table.count("non donnée") == 1
    assert "ailleurs, l’incertitude n’est pas connue ici." in section
    assert 'href="/observatoire/regions/53/statistiques.csv"' in section


@pytest.mark.usefixtures("shelf")
def test_the_same_page_in_english(client: Client, statistics_file: Path) -> None:
    put(statistics_file, *GOOD)
    section = fragilities(text(client, "/en/observatory/regions/53/"))
    for words in (
        "Fragilities measured by official statistics",
        "Bretagne and the whole of France",
        "Invented rate",
        "6.50%",
        "(from 6.1 to 6.9%)",
        "22,400\u00a0euros a year",
        "neither replaces the other",
        "not given",
        "/en/observatory/regions/53/statistics.csv",
    ):
        assert words in section
    assert "inventé<" in section
    assert "objective measure" not in section


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((RATE, COUNTRY), "Les intervalles sont ceux que le producteur publie."),
        ((INCOME,), "L’incertitude de ces valeurs n’est pas connue ici."),
    ],
)
@pytest.mark.usefixtures("shelf")
def test_the_uncertainty_is_said_once(
    client: Client, statistics_file: Path, lines: tuple[dict[str, str], ...], said: str
) -> None:
    put(statistics_file, *lines)
    assert text(client, "/observatoire/regions/53/").count(said) == 1


@pytest.mark.usefixtures("shelf")
def test_a_region_that_no_survey_reached_shows_what_is_measured_alone(client: Client, statistics_file: Path) -> None:
    put(statistics_file, RATE | {"territory": "01"})
    page = text(client, "/observatoire/regions/01/")
    assert "ce que l’on y perçoit n’est ni estimé ni deviné" in page
    assert MEASURED in fragilities(page)
    assert "Fragilités perçues" not in page
    assert "Elles ne disent pas comment ces fragilités sont ressenties." in page
    assert MEASURED not in text(client, "/observatoire/regions/02/")


@pytest.mark.usefixtures("shelf")
def test_a_survey_that_did_not_ask_is_not_said_to_have_perceptions(
    client: Client, statistics_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(territories, "parts_of_region", lambda edition, code: RegionParts(True, None, ()))
    put(statistics_file, *GOOD)
    page = text(client, "/observatoire/regions/53/")
    section = fragilities(page)
    assert "L’enquête choisie ne porte pas sur les fragilités." in page
    assert "Cette enquête n’a pas posé la question." in section
    assert "Elles ne disent pas comment ces fragilités sont ressenties." in section
    assert "Les premières" not in section


@pytest.mark.usefixtures("empty_shelf")
def test_statistics_are_shown_before_any_survey_is_published(client: Client, statistics_file: Path) -> None:
    put(statistics_file, *GOOD)
    page = text(client, "/observatoire/regions/53/")
    assert "Aucune enquête n’est encore publiée" in page
    assert "6,50\u202f%" in fragilities(page)


@pytest.mark.usefixtures("empty_shelf")
def test_what_the_file_says_is_text_never_markup(client: Client, statistics_file: Path) -> None:
    evil = {"label_fr": "<script>alert(1)</script>", "source": "<b>x</b>", "unit_fr": "<i>u</i>"}
    put(statistics_file, RATE | evil | {"url": 'https://a.example/"onclick="x'})
    page = text(client, "/observatoire/regions/53/")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<b>x</b>" not in page
    assert "<i>u</i>" not in page
    assert 'href="https://a.example/&quot;onclick=&quot;x"' in page


def test_the_frame_that_scrolls_has_the_name_of_its_table(client: Client, statistics_file: Path) -> None:
    put(statistics_file, RATE | {"territory": "93"})
    section = fragilities(text(client, "/observatoire/regions/93/"))
    assert "<caption>Provence-Alpes-Côte d’Azur et la France entière</caption>" in section
    assert 'aria-label="Tableau\u202f: Provence-Alpes-Côte d’Azur et la France entière"' in section


def test_the_lines_of_a_region_are_a_file_of_the_same_form(client: Client, statistics_file: Path) -> None:
    put(statistics_file, *GOOD)
    answer = client.get("/observatoire/regions/53/statistiques.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="statistiques-53.csv"' in answer["Content-Disposition"]
    assert list(csv.DictReader(io.StringIO(answer.content.decode(), newline=""))) == [RATE, INCOME]
    assert [one.territory for one in read_statistics(answer.content)] == ["53", "53"]
    assert client.get("/en/observatory/regions/53/statistics.csv").content == answer.content


def test_a_region_without_statistics_has_the_header_and_an_unknown_one_nothing(
    client: Client, statistics_file: Path
) -> None:
    put(statistics_file, *GOOD)
    assert text(client, "/observatoire/regions/11/statistiques.csv").count("\n") == 1
    for code in ("FR", "99"):
        assert client.get(f"/observatoire/regions/{code}/statistiques.csv").status_code == 404
