"""The pages of the territories as anybody reads them: what they say, what they leave out, files and embedding."""

import csv
import io
import json

import pytest
from django.test import Client
from openpyxl import load_workbook
from PIL import Image
from tests.apps.meetings.building import release_in_store
from tests.charts.drawn import Drawing

from cordee.apps.library.addresses import current_pack
from cordee.apps.observatory.editions.shelf import edition_called, select
from cordee.apps.observatory.territories.impacts import stories_in
from cordee.apps.observatory.territories.public import public_territories
from cordee.apps.organisations.territories import OVERSEAS_REGIONS
from cordee.apps.organisations.territory_shapes import region_places

pytestmark = pytest.mark.django_db

CITIZENS, MAYORS = "barometre-demonstration-citoyens", "barometre-demonstration-maires"
FIGURE = f"/observatoire/figures/{CITIZENS}/alliance/2024"


def text(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


@pytest.mark.usefixtures("empty_shelf")
def test_without_a_survey_pages_say_so_and_lead_to_published_figures(client: Client) -> None:
    for path in ("/observatoire/", "/observatoire/regions/53/", "/observatoire/explorer/"):
        page = text(client, path)
        assert "Aucune enquête n’est encore publiée" in page
        assert "/observatoire/chiffres-publies/" in page
        assert "<svg xmlns" not in page.partition("<main")[2].partition("</main>")[0] or "regions" in path


@pytest.mark.usefixtures("shelf")
def test_france_says_its_sentence_its_source_and_that_it_is_invented(client: Client) -> None:
    page = text(client, "/observatoire/")
    assert "du reste du pays." in page.partition("<h1>")[2].partition("</h1>")[0]
    assert "Des données inventées" in page
    assert "2\u202f400 réponses" in page
    assert page.count("<table") >= 3
    assert "sur 39 comparaisons" in page
    assert all(f"/observatoire/regions/{code}/" in page for code in region_places())


@pytest.mark.usefixtures("shelf")
def test_the_value_on_screen_is_that_of_the_edition(client: Client) -> None:
    edition = edition_called(CITIZENS)
    assert edition is not None
    (figure,) = select(edition.figures, "alliance", ("1", "2"), wave="2024", region="53")
    rows = list(csv.DictReader(io.StringIO(client.get(f"{FIGURE}/tuiles.csv").content.decode("utf-8-sig"), newline="")))
    (brittany,) = [row for row in rows if row["row"] == "Bretagne"]
    assert figure.estimate is not None
    assert float(brittany["value"]) == pytest.approx(100 * figure.estimate)
    assert int(brittany["answers"]) == figure.n


@pytest.mark.usefixtures("shelf")
def test_a_choice_is_kept_and_an_unknown_one_falls_back(client: Client) -> None:
    chosen = text(client, f"/observatoire/?enquete={MAYORS}&question=moving&vague=2021&vue=contours")
    assert f'<option value="{MAYORS}" selected>' in chosen
    assert '<option value="2021" selected>' in chosen
    assert "Carte des régions" in chosen
    unknown = text(client, "/observatoire/?enquete=x&question=y&vague=z&vue=w")
    assert f'<option value="{CITIZENS}" selected>' in unknown


@pytest.mark.usefixtures("shelf")
def test_too_few_mayors_in_a_region_are_hatched_with_the_reason(client: Client) -> None:
    page = text(client, f"/observatoire/explorer/?enquete={MAYORS}")
    assert "moins de 30 réponses" in page
    assert "Hachures" in page


@pytest.mark.parametrize("code", sorted(region_places()))
@pytest.mark.usefixtures("shelf")
def test_every_region_has_its_page_and_those_that_were_not_asked_say_so(client: Client, code: str) -> None:
    page = text(client, f"/observatoire/regions/{code}/")
    assert region_places()[code].label.replace("'", "&#x27;") in page
    assert ("Cette région n’a pas été enquêtée" in page) == (code in OVERSEAS_REGIONS)
    assert ("Fragilités perçues" in page) == (code not in OVERSEAS_REGIONS)


@pytest.mark.usefixtures("shelf")
def test_a_region_shows_what_others_published_about_it(client: Client) -> None:
    assert "70\u202f%" in text(client, "/observatoire/regions/24/").partition('id="published-title"')[2]
    assert "aucun chiffre publié" in text(client, "/observatoire/regions/53/")


@pytest.mark.parametrize("code", ["00", "1", "FR", "region-53", "99"])
def test_a_region_that_does_not_exist_is_not_found(client: Client, code: str) -> None:
    text(client, f"/observatoire/regions/{code}/", 404)


def test_impacts_are_illustrated_by_the_stories_of_the_region(client: Client) -> None:
    release_in_store()
    pack = current_pack()
    assert pack is not None
    page = text(client, "/observatoire/regions/53/")
    assert "Performance" in page
    assert "Bretagne" in page.partition("Illustré")[2]
    assert "Aucun récit de la bibliothèque" in text(client, "/observatoire/regions/06/")
    names = [story.id for story in stories_in(pack, "02")]
    assert names == ["martinique-youth-projects"]
    assert stories_in(pack, "01") == []


@pytest.mark.usefixtures("shelf")
def test_the_explorer_follows_a_region_through_time(client: Client) -> None:
    page = text(client, "/observatoire/explorer/?region=11&question=alliance")
    assert "D’une vague à l’autre\u202f: Île-de-France" in page
    assert "Entre octobre 2019 et octobre 2024" in page
    assert "toute la France" in text(client, "/observatoire/explorer/?region=zz")


@pytest.mark.parametrize("view", ["intervalles", "tuiles", "contours"])
@pytest.mark.usefixtures("shelf")
def test_a_figure_leaves_as_a_drawing_that_stands_alone(client: Client, view: str) -> None:
    answer = client.get(f"{FIGURE}/{view}.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    drawing = Drawing(answer.content.decode())
    words = " ".join(drawing.words)
    assert "démonstration" in words
    assert "class=" not in drawing.source
    assert "Hauts-de-France" in drawing.description


@pytest.mark.usefixtures("shelf")
def test_a_figure_leaves_as_a_workbook_of_numbers(client: Client) -> None:
    answer = client.get(f"{FIGURE}/intervalles.xlsx")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    lines = list(sheet.iter_rows(values_only=True))
    assert lines[4][:2] == ("Région", "Valeur (%)")
    assert len(lines) == 5 + 18
    first = lines[5]
    assert first[0] == "Hauts-de-France"
    assert isinstance(first[1], float)
    assert lines[-1][1] is None
    assert lines[-1][6] == "non enquêtée"


@pytest.mark.usefixtures("shelf")
def test_a_figure_leaves_as_a_picture(client: Client) -> None:
    answer = client.get(f"{FIGURE}/contours.png")
    assert answer["Content-Type"] == "image/png"
    width, height = Image.open(io.BytesIO(answer.content)).size
    assert width == 2 * (720 + 24)
    assert height > 1000


@pytest.mark.usefixtures("shelf")
def test_an_embedded_figure_may_be_framed_and_asks_nothing_of_anybody(client: Client) -> None:
    answer = client.get(f"{FIGURE}/tuiles/integrer/")
    policy = answer["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "script-src 'none'" in policy
    assert "X-Frame-Options" not in answer
    assert not answer.cookies
    page = answer.content.decode()
    assert "<script" not in page
    assert "<table" in page
    assert "noindex" in answer["X-Robots-Tag"]
    other = client.get("/observatoire/explorer/")
    assert "frame-ancestors 'none'" in other["Content-Security-Policy"]
    assert other["X-Frame-Options"] == "DENY"
    assert "&lt;iframe src=&quot;" in other.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        f"/observatoire/figures/{CITIZENS}/alliance/2024/nuage.svg",
        f"/observatoire/figures/{CITIZENS}/alliance/2024/tuiles.exe",
        f"/observatoire/figures/{CITIZENS}/alliance/1999/tuiles.svg",
        f"/observatoire/figures/{CITIZENS}/nothing/2024/tuiles.svg",
        f"/observatoire/figures/{CITIZENS}/alliance/2024/nuage/integrer/",
        "/observatoire/figures/../alliance/2024/tuiles.svg",
        "/observatoire/figures/nothing/alliance/2024/tuiles/integrer/",
    ],
)
@pytest.mark.usefixtures("shelf")
def test_a_figure_that_does_not_exist_is_not_found(client: Client, path: str) -> None:
    text(client, path, 404)


@pytest.mark.usefixtures("shelf")
def test_pages_in_english_speak_english(client: Client) -> None:
    page = text(client, "/en/observatory/")
    assert "the rest of the country." in page
    assert "Invented data" in page
    assert "From one wave to the next" in text(client, "/en/observatory/explore/")
    assert "/figures/" in text(client, "/en/observatory/explore/")


def test_the_map_of_the_site_lists_france_the_explorer_and_the_regions(client: Client) -> None:
    paths = [page.paths["fr"] for page in public_territories()]
    assert paths[:2] == ["/observatoire/", "/observatoire/explorer/"]
    assert len(paths) == 20
    assert '<link rel="canonical"' in text(client, "/observatoire/regions/53/?enquete=x")
    assert json.dumps(paths) == json.dumps(sorted(set(paths), key=paths.index))
