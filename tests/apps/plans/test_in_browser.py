"""The plan in a real browser: no accessibility fault, small screens, both schemes, and work without any script."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from tests.apps.evidence.files import PDF, upload
from tests.apps.party import Party

from cordee.apps.evidence import operations as archive
from cordee.apps.plans import operations
from cordee.apps.plans.models import Action

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Visit = Callable[..., Any]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def visit(browser: Any, live_server: Any, party: Party) -> Iterator[Visit]:
    """Open an address of the site as a member of the alliance."""
    contexts = []

    def visited(path: str, *, width: int = 1280, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        session = party.client("member").cookies["cordee_session"].value
        context.add_cookies([{"name": "cordee_session", "value": session, "url": live_server.url}])
        page = context.new_page()
        page.goto(f"{live_server.url}{path}")
        return page

    yield visited
    for context in contexts:
        context.close()


@pytest.fixture
def addresses(action: Action, party: Party) -> Callable[[str], list[str]]:
    """The pages of a plan with something in each, in a language."""
    today = timezone.localdate()
    operations.change_action(action, party.member, version=1, due_on=today - timedelta(days=3))
    evidence = archive.keep(party.alliance, party.member, title="Compte rendu", upload=upload())
    operations.attach_evidence(action, party.member, evidence)
    operations.refuse_advice(party.alliance, party.member, action.public, "clarity-1", "Trop tôt")

    def listed(lang: str) -> list[str]:
        alliance = party.alliance.public
        with translation.override(lang):
            return [
                *(reverse(f"plans:{name}", args=[alliance]) for name in ("plan", "add", "refusals")),
                *(reverse(f"plans:{name}", args=[alliance, action.public]) for name in ("action", "edit")),
                reverse("evidence:piece", args=[alliance, evidence.public]),
            ]

    return listed


@pytest.mark.parametrize(("lang", "scheme", "width"), [("fr", "light", 1280), ("en", "dark", 320)])
def test_axe_finds_nothing_and_nothing_overflows(
    visit: Visit,
    addresses: Callable[[str], list[str]],
    axe_faults: Callable[[Any], list[str]],
    lang: str,
    scheme: str,
    width: int,
) -> None:
    for address in addresses(lang):
        page = visit(address, width=width, color_scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert axe_faults(page) == [], address
        assert page.evaluate(OVERFLOW) <= 0, address


def test_a_plan_is_made_without_any_script(visit: Visit, party: Party) -> None:
    page = visit(reverse("plans:plan", args=[party.alliance.public]), java_script_enabled=False)
    page.get_by_role("link", name="Ajouter une première action").click()
    page.get_by_label("Action").fill("Réunir les directions")
    page.get_by_label("Échéance").fill("2027-03-15")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("En cours").click()
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("Ajouter une pièce").click()
    page.get_by_label("Fichier").set_input_files({"name": "bilan.pdf", "mimeType": "application/pdf", "buffer": PDF})
    page.get_by_role("button", name="Ajouter la pièce").click()
    page.get_by_role("link", name="bilan.pdf").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger").click()
    assert download.value.suggested_filename == "bilan.pdf"
    action = Action.objects.get()
    assert (action.title, action.status, action.evidence.count()) == ("Réunir les directions", "doing", 1)
