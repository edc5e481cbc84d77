"""An editor's day: a spreadsheet with three broken rows, mended, compared, published by two; the past unchanged."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from tests.apps.workshop import building
from tests.apps.workshop.building import Team
from tests.browser.conftest import OpenVisit, Visit

from cordee.apps.accounts.models import Account
from cordee.apps.diagnosis import operations as diagnosis
from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import current_release, pack_of
from cordee.apps.workshop.models import Draft
from cordee.apps.workshop.proposals import operations as proposals

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Faults = Callable[[Any], list[str]]
TOOLS, TERMS = "Outils (tools)", "Glossaire (terms)"
FIRST_ROW = 4


@pytest.fixture
def team(transactional_db: None) -> Team:
    building.published()
    return building.team()


def enter(visit: Visit, account: Account) -> None:
    """Sign an account in, as the door would have."""
    client = Client()
    client.force_login(account)
    cookie = client.cookies["cordee_session"]
    visit.page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": visit.origin}])


def press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=False).first.click()


def column(sheet: Any, code: str) -> int:
    return next(cell.column for cell in sheet[3] if cell.value == code)


def broken(content: bytes) -> bytes:
    """Rename a tool, then break three rows: a text left out, a choice that does not exist, a source that does not."""
    book = load_workbook(BytesIO(content))
    tools, terms = book[TOOLS], book[TERMS]
    tools.cell(FIRST_ROW, column(tools, "name.fr")).value = "Un outil renommé au tableur"
    tools.cell(FIRST_ROW + 1, column(tools, "purpose.en")).value = None
    tools.cell(FIRST_ROW + 2, column(tools, "medoc")).value = "gadget"
    terms.cell(FIRST_ROW, column(terms, "sources")).value = "nulle-part"
    return saved(book)


def mended(content: bytes, original: bytes) -> bytes:
    """Mend the three rows as they were, and keep the new name."""
    book, before = load_workbook(BytesIO(content)), load_workbook(BytesIO(original))
    for tab, row, code in ((TOOLS, 1, "purpose.en"), (TOOLS, 2, "medoc"), (TERMS, 0, "sources")):
        place = {"row": FIRST_ROW + row, "column": column(book[tab], code)}
        book[tab].cell(**place).value = before[tab].cell(**place).value
    return saved(book)


def saved(book: Any) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def bring(seen: Visit, file: Path) -> None:
    seen.page.get_by_label("Classeur (.xlsx)").set_input_files(file)
    press(seen.page, "Reprendre ce classeur")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_editor_s_day(visit: OpenVisit, team: Team, axe_faults: Faults, tmp_path: Path, scripts: bool) -> None:
    old, token = diagnosis.start(PackRelease.objects.get(version="1.0.0"), "express", "fr", {})
    diagnosis.finish(old)
    reading = old.snapshots.get().reading

    # A draft from what is on line; its workbook is taken away.
    seen = visit(width=1280, height=900, java_script_enabled=scripts)
    enter(seen, team.publisher)
    seen.goto(reverse("workshop:home"))
    seen.page.get_by_role("link", name="Commencer un brouillon").click()
    seen.page.get_by_label("Ce que vous préparez").fill("Outils du printemps")
    press(seen.page, "Commencer")
    draft = Draft.objects.get()
    seen.page.get_by_role("link", name="Travailler dans un tableur").click()
    with seen.page.expect_download() as download:
        seen.page.get_by_role("link", name="Emporter le classeur").click()
    assert download.value.suggested_filename == "alliances-r1.xlsx"
    original = Path(download.value.path()).read_bytes()

    # Three broken rows: each named with its sheet, line and column; nothing is taken, the sound part is shown.
    file = tmp_path / "alliances-r1.xlsx"
    file.write_bytes(broken(original))
    bring(seen, file)
    rows = seen.page.locator("table tbody tr")
    places = [tuple(row.locator("th, td").all_inner_texts()[:3]) for row in rows.all()]
    assert [(sheet, line) for sheet, line, _column in places] == [(TERMS, "4"), (TOOLS, "5"), (TOOLS, "6")]
    assert all(letters.isalpha() for _sheet, _line, letters in places)
    assert "Un outil renommé au tableur" in seen.page.inner_text("main")
    assert draft.revisions.count() == 1
    if scripts:
        assert axe_faults(seen.page) == []

    # Mended in the spreadsheet, taken back; one difference, a patch.
    file.write_bytes(mended(file.read_bytes(), original))
    bring(seen, file)
    assert seen.path == reverse("workshop:changes", args=[draft.public])
    said = seen.page.inner_text("main")
    assert "Un outil renommé au tableur" in said
    assert "Version conseillée : 1.0.1 (correctif)" in said

    # A new tool on a screen of its own: a row is asked for, what is missing is said beside its field, then mended.
    seen.goto(reverse("workshop:add", args=[draft.public, "sources"]))
    seen.page.get_by_label("Identifiant").fill("Une Source")
    seen.page.get_by_label("Titre").fill("Une source de plus")
    seen.page.get_by_label("Adresse").fill("https://example.org/source")
    seen.page.locator("main form").get_by_role("button", name="Enregistrer").last.click()
    assert "Il reste quelque chose à corriger" in seen.page.inner_text("main")
    assert seen.page.get_by_label("Identifiant").get_attribute("aria-invalid") == "true"
    if scripts:
        assert axe_faults(seen.page) == []
    seen.page.get_by_label("Identifiant").fill("une-source")
    seen.page.get_by_label("Titre").press("Enter")
    assert "Il reste quelque chose à corriger" not in seen.page.inner_text("main")

    # The version advised has grown: something is offered. It is asked for; who asks cannot approve.
    seen.goto(reverse("workshop:publish", args=[draft.public]))
    assert seen.page.get_by_label("Numéro de version").input_value() == "1.1.0"
    seen.page.get_by_label("Ce qu’elle apporte, en français").fill("Un outil renommé, une source de plus.")
    seen.page.get_by_label("Ce qu’elle apporte, en anglais").fill("A tool renamed, one more source.")
    press(seen.page, "Demander la publication")
    assert "une autre personne doit l’approuver" in seen.page.inner_text("main")
    assert seen.page.get_by_role("button", name="Approuver").count() == 0

    # The second person reads the difference and approves.
    other = visit(width=390, height=844, java_script_enabled=scripts)
    enter(other, team.second)
    other.goto(reverse("workshop:publish", args=[draft.public]))
    assert "Un outil renommé au tableur" in other.page.inner_text("main")
    if scripts:
        assert axe_faults(other.page) == []
    press(other.page, "Approuver et publier 1.1.0")
    assert other.path == reverse("workshop:release", args=["1.1.0"])

    # On line for new readers; the old diagnosis reads as it did, on 1.0.
    current = current_release("alliances")
    assert current is not None
    assert current.version == "1.1.0"
    assert pack_of(current).tools[0].name.fr == "Un outil renommé au tableur"
    old.refresh_from_db()
    assert old.release.version == "1.0.0"
    assert old.snapshots.get().reading == reading
    stranger = visit(width=390, height=844, java_script_enabled=scripts)
    stranger.goto(reverse("diagnosis:result", args=[token]))
    assert "1.0.0" in stranger.page.content()
    assert old.snapshots.count() == 1
    for one in (seen, other):
        assert one.elsewhere == []
        # The browser notes the workbook that was refused; nothing else.
        assert [fault for fault in one.faults if "422" not in fault] == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_every_page_of_the_workshop_is_accessible_and_fits(
    visit: OpenVisit, team: Team, axe_faults: Faults, width: int, scheme: str
) -> None:
    draft = building.draft(team.writer)
    building.rename(draft, team.writer, "")
    building.rename(draft, team.writer, "Renommé", "terms/0")
    proposal = proposals.send(
        team.reader, kind="tool", title="Un outil", what="Il sert.", source="https://example.org/outil", lang="fr"
    )
    proposals.say(proposal, team.writer, "Merci !", as_editor=True)
    seen = visit(width=width, height=800, color_scheme=scheme)
    enter(seen, team.publisher)
    named = [("home",), ("team",), ("begin",), ("history",), ("release", "1.0.0")]
    urls = [reverse(f"workshop:{name}", args=args) for name, *args in named]
    of_draft = [("draft",), ("entries", "tools"), ("entry", "tools/0"), ("entry", "instrument/axes/0/topics/0")]
    of_draft += [("entry", "cases/0"), ("add", "stories"), ("remove", "tools/1"), ("preview", "tools/1"), ("checks",)]
    of_draft += [("changes",), ("revisions",), ("bring",), ("publish",), ("drop",)]
    urls += [reverse(f"workshop:{name}", args=[draft.public, *args]) for name, *args in of_draft]
    urls += [reverse("proposals:new"), reverse("proposals:review"), reverse("proposals:mine")]
    urls += [reverse("proposals:new") + f"?kind=tools&entry={building.first_release().pack.tools[0].id}"]
    urls += [reverse("proposals:proposal", args=[proposal.public])]
    for url in urls:
        seen.goto(url)
        assert axe_faults(seen.page) == [], url
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, url
