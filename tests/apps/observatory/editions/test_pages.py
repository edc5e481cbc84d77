"""The pages of the editions: what they show, in both languages, and what they refuse."""

import csv
import io
import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from cordee.apps.observatory.editions import files
from cordee.apps.observatory.editions.public import public_editions
from cordee.core.packs.text import Text
from cordee.stats.editions.edition import fingerprint_of
from cordee.stats.editions.publishing import withdraw

pytestmark = pytest.mark.django_db
THIN = "\u202f"
CITIZENS = "barometre-demonstration-citoyens"
MAYORS = "barometre-demonstration-maires"
ASSOCIATIONS = "barometre-demonstration-associations"
HERE = "/observatoire/editions/"


def text(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return re.sub(r"\s*\n\s*", " ", answer.content.decode())


def archived(answer: Any) -> list[str]:
    """Return the names of the files of an archive."""
    return zipfile.ZipFile(io.BytesIO(answer.getvalue())).namelist()


@pytest.fixture
def withdrawn(published_shelf: Path, empty_shelf: Path) -> Path:
    """A shelf where the mayors were withdrawn."""
    shutil.copytree(published_shelf / MAYORS, empty_shelf / MAYORS)
    reason = Text(fr="La base était fausse.", en="The base was wrong.")
    withdraw(empty_shelf / MAYORS, "Ana Roux", "2026-02-03T10:00:00+00:00", reason)
    return empty_shelf


@pytest.mark.usefixtures("empty_shelf")
def test_an_empty_shelf_says_what_would_be_there(client: Client) -> None:
    page = text(client, HERE)
    assert "Aucune édition n’est encore publiée" in page
    assert "cordee survey publish" in page


@pytest.mark.usefixtures("shelf")
def test_the_list_says_what_each_edition_is_and_that_it_is_synthetic(client: Client) -> None:
    page = text(client, HERE)
    assert page.count("edition-card") == 3
    assert page.count("Données synthétiques") == 3
    assert "octobre 2019, octobre 2021, octobre 2024" in page
    assert "incontournable ou utile" in page
    english = text(client, "/en/observatory/editions/")
    assert english.count("Synthetic data") == 3
    assert "indispensable or useful" in english
    assert "synthétique" not in english


@pytest.mark.usefixtures("shelf")
def test_an_edition_tells_everything_that_is_known_of_it(client: Client) -> None:
    page = text(client, f"{HERE}{CITIZENS}/")
    for words in (
        "Données synthétiques", "Ne les citez pas", "Camille Roux (fiction)", "Léa Morin (fiction)",
        "Licence Ouverte 2.0 (Etalab)", "moins de 30 réponses", "raking ratio", "margins.csv", "correction de Holm",
        "est-ce…", "contre-productif", "sh rebuild.sh", f"{CITIZENS}.zip", "1 / 44", f"1{THIN}086 chiffres.",
        "Tout est synthétique",
    ):  # fmt: skip
        assert words in page
    card = json.loads(client.get(f"{HERE}{CITIZENS}/edition.json").content)
    assert card["data_sha256"] in page
    assert all(digest in page for digest in card["files"].values())


@pytest.mark.usefixtures("shelf")
def test_in_english_nothing_is_left_in_french(client: Client) -> None:
    page = text(client, f"/en/observatory/editions/{MAYORS}/?par-region=11")
    for words in (
        "Nobody answered this survey",
        "Too few answers: fewer than 30",
        "Île-de-France",
        "Redo this computation",
    ):
        assert words in page
    assert not re.search(r"réponses|Vagues|Préparée|Méthode|Chiffres", page)


@pytest.mark.usefixtures("shelf")
def test_choices_narrow_the_figures(client: Client) -> None:
    page = text(client, f"{HERE}{CITIZENS}/?question=alliance&par-wave=2024&par-region=-&par-size=-")
    assert "6 chiffres." in page
    assert f"72,9{THIN}%" in page
    assert f"de 71,1 à 74,7{THIN}%" in page
    nothing = text(client, f"{HERE}{CITIZENS}/?par-region=11&par-size=1")
    assert "Aucun chiffre ne réunit ces choix" in nothing
    assert "Ce choix n’existe pas" in text(client, f"{HERE}{CITIZENS}/?par-region=99")


@pytest.mark.usefixtures("shelf")
def test_a_table_is_paged_and_keeps_what_was_chosen(client: Client) -> None:
    page = text(client, f"{HERE}{CITIZENS}/?question=fragility_mobility&page=2")
    assert "2 / 3" in page
    assert page.count("<h3>De 0 à 10, à quel point votre territoire est-il fragile pour la mobilité") == 1
    assert "question=fragility_mobility&amp;page=1" in page
    beyond = client.get(f"{HERE}{CITIZENS}/?page=9999")
    assert beyond.status_code == 200
    assert beyond["X-Robots-Tag"] == "noindex"


@pytest.mark.usefixtures("shelf")
def test_each_hidden_figure_says_why(client: Client) -> None:
    page = text(client, f"{HERE}{ASSOCIATIONS}/?question=alliance&par-wave=2024")
    assert f"Trop peu de réponses{THIN}: moins de 30" in page
    assert f"Masqué{THIN}: il donnerait par différence" in page


@pytest.mark.usefixtures("shelf")
def test_an_unknown_edition_is_a_kind_404(client: Client) -> None:
    for path in ("nulle-part/", "nulle-part.zip", "nulle-part/design.yaml", "nulle-part/selection.csv"):
        page = text(client, HERE + path, 404)
        assert "Cette édition n’existe pas" in page
        assert "liste des éditions" in page
    assert client.get(f"{HERE}{CITIZENS}/selection.exe").status_code == 404


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    "name",
    ["../../secret-key", "..%2f..%2fsecret-key", "%2e%2e/edition.json", "/etc/passwd", "nothing.csv", "./design.yaml"],
)
def test_only_names_of_the_card_are_served(client: Client, name: str, shelf: Path) -> None:
    (shelf.parent / "secret-key").write_text("secret")
    answer = client.get(f"{HERE}{CITIZENS}/{name}")
    assert answer.status_code == 404
    assert b"secret" not in answer.content.replace(b"secret-key", b"")


@pytest.mark.usefixtures("shelf")
def test_a_file_is_sent_as_it_was_published_and_kept_for_ever(client: Client, shelf: Path) -> None:
    path = f"{HERE}{CITIZENS}/estimates.csv"
    answer = client.get(path)
    assert answer.content == (shelf / CITIZENS / "estimates.csv").read_bytes()
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in answer["Cache-Control"]
    assert answer["ETag"] == f'"{fingerprint_of(shelf / CITIZENS / "estimates.csv")}"'
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "attachment" in answer["Content-Disposition"]
    assert client.get(path, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.post(path).status_code == 405


@pytest.mark.usefixtures("shelf")
def test_a_large_file_is_sent_piece_by_piece(client: Client, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "IN_MEMORY", 1000)
    answer = client.get(f"{HERE}{CITIZENS}/data.csv")
    assert answer.streaming
    assert answer.getvalue() == (shelf / CITIZENS / "data.csv").read_bytes()
    answer.close()
    whole = client.get(f"{HERE}{CITIZENS}.zip")
    assert len(archived(whole)) == 19
    whole.close()


@pytest.mark.usefixtures("shelf")
def test_a_selection_is_a_file_in_three_formats(client: Client) -> None:
    query = "?question=alliance&par-wave=2024&par-region=11"
    table = list(csv.DictReader(io.StringIO(client.get(f"{HERE}{CITIZENS}/selection.csv{query}").content.decode())))
    (row,) = table
    assert (row["edition"], row["synthetic"], row["region"], row["values"]) == (CITIZENS, "true", "11", "1|2")
    document = json.loads(client.get(f"{HERE}{CITIZENS}/selection.json{query}").content)
    assert document["synthetic"] is True
    assert document["figures"][0]["estimate"] == float(row["estimate"])
    assert CITIZENS in document["citation"]
    answer = client.get(f"{HERE}{CITIZENS}/selection.xlsx{query}")
    sheet = load_workbook(io.BytesIO(answer.content))["figures"]
    cells = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert len(cells) == 2
    assert dict(zip(cells[0], cells[1], strict=True))["n"] == int(row["n"])
    whole = client.get(f"{HERE}{MAYORS}/selection.csv").content.decode()
    hidden = [one for one in csv.DictReader(io.StringIO(whole)) if one["status"] == "suppressed"]
    assert len(hidden) == 819
    assert {one["estimate"] for one in hidden} == {""}


@pytest.mark.usefixtures("withdrawn")
def test_a_withdrawn_edition_keeps_its_address_and_says_why(client: Client) -> None:
    page = text(client, f"{HERE}{MAYORS}/")
    assert "Cette édition est retirée" in page
    assert "La base était fausse." in page
    assert "3 février 2026 par Ana Roux" in page
    assert "Retirée le 3 février 2026" in text(client, HERE)
    assert "The base was wrong." in text(client, f"/en/observatory/editions/{MAYORS}/")
    notice = client.get(f"{HERE}{MAYORS}/withdrawn.json")
    assert "no-cache" in notice["Cache-Control"]
    assert list(public_editions()) == []


def test_the_archive_follows_a_withdrawal(client: Client, withdrawn: Path) -> None:
    answer = client.get(f"{HERE}{MAYORS}.zip")
    assert f"{MAYORS}/withdrawn.json" in archived(answer)
    (withdrawn / MAYORS / "withdrawn.json").unlink()
    again = client.get(f"{HERE}{MAYORS}.zip", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 200
    assert f"{MAYORS}/withdrawn.json" not in archived(again)
    assert client.get(f"{HERE}{MAYORS}.zip", headers={"If-None-Match": again["ETag"]}).status_code == 304


@pytest.mark.usefixtures("shelf")
def test_the_map_of_the_site_lists_the_editions(client: Client) -> None:
    listed_pages = {page.paths["en"] for page in public_editions()}
    assert listed_pages >= {
        f"/en/observatory/editions/{CITIZENS}/",
        f"/en/observatory/editions/{CITIZENS}/comparisons/",
    }
    listed = client.get("/sitemap.xml").content.decode()
    assert f"{HERE}{CITIZENS}/" in listed
    assert f"{HERE}</loc>" in listed


@pytest.mark.usefixtures("shelf")
def test_published_figures_lead_to_the_editions(client: Client) -> None:
    assert 'href="/observatoire/editions/"' in text(client, "/observatoire/chiffres-publies/")
