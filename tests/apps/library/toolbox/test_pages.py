"""The pages of the toolbox: what they show is true of the pack, in both languages, with or without HTMX."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.apps.library.shelving import OLD, four_states, pack_with, spaced, stored, text_of, tool, trial, use

from cordee.apps.library import reading
from cordee.apps.library.addresses import slug_of
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Text

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 15)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """Freeze the day that the library stands for."""
    monkeypatch.setattr(reading.timezone, "localdate", lambda *_: TODAY)
    return TODAY


@pytest.fixture
def four() -> Pack:
    return stored(four_states())


def get(client: Client, path: str, **options: Any) -> str:
    response = client.get(path, **options)
    assert response.status_code == 200, response.status_code
    return text_of(response.content)


class TestList:
    def test_every_tool_has_its_card_and_its_state(self, client: Client, four: Pack) -> None:
        page = get(client, "/outils/")
        for one in four.tools:
            assert spaced(one.name.fr) in page
        assert "4 outils" in page
        assert page.count("En expérimentation (début inconnu)") == 1
        assert "En expérimentation (2 ans)" in page
        assert "En expérimentation (25 ans)" in page

    def test_it_is_in_english_under_en(self, client: Client, four: Pack) -> None:
        page = get(client, "/en/tools/")
        assert "4 tools" in page
        assert "On trial (start unknown)" in page
        assert four.tools[0].name.en in page

    def test_only_shared_tools(self, client: Client, four: Pack) -> None:
        content = client.get("/outils/").content.decode()
        assert 'href="/outils/?state=shared"' in content
        page = get(client, "/outils/?state=shared")
        assert "1 outil sur 4" in page
        assert four.tools[0].name.fr in page
        assert spaced(four.tools[1].name.fr) not in page

    def test_facets_show_what_a_click_leaves(self, client: Client, four: Pack) -> None:
        content = client.get("/outils/?kind=method").content.decode()
        links = re.findall(
            r'id="option-(\w+)-(\w+)" class="facet-option" href="([^"]+)".*?facet-count">(\d+)<', content, re.DOTALL
        )
        assert {(facet, value, int(count)) for facet, value, _url, count in links} >= {
            ("kind", "tool", 2),
            ("approach", "clarity", 2),
            ("approach", "meaning", 1),
            ("state", "shared", 1),
        }
        for _facet, _value, url, count in links:
            after = client.get(url.replace("&amp;", "&")).content.decode()
            assert after.count("card card-linked") == int(count)

    def test_nothing_left_says_how_to_get_out(self, client: Client, four: Pack) -> None:
        page = get(client, "/outils/?kind=method&state=young")
        assert "Aucun outil ne réunit ces critères" in page
        assert "Sans « Famille M.E.D.O.C. : Méthode » (1)" in page
        assert "Tout revoir" in page

    def test_htmx_is_sent_what_changes_only(self, client: Client, four: Pack) -> None:
        response = client.get("/outils/?kind=method", headers={"HX-Request": "true"})
        assert response.content.decode().lstrip().startswith('<div class="narrowing"')
        assert "HX-Request" in response["Vary"]
        back = client.get("/outils/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
        assert b"<!doctype html>" in back.content

    def test_a_profile_facet_comes_with_tools_that_name_one(self, client: Client) -> None:
        stored(pack_with(tools=(tool(0, profiles=("association",)), tool(1, profiles=("company",)), tool(2))))
        content = client.get("/outils/").content.decode()
        counts = dict(re.findall(r'id="option-profile-(\w+)".*?facet-count">(\d+)<', content, re.DOTALL))
        # The tool that names nobody suits everybody.
        assert (counts["association"], counts["company"], counts["foundation"]) == ("2", "2", "1")

    def test_pages_are_bounded(self, client: Client) -> None:
        many = tuple(tool(0, id=f"tool-{n}", name=Text(fr=f"Outil {n:03d}", en=f"Tool {n:03d}")) for n in range(60))
        stored(pack_with(tools=many))
        content = client.get("/outils/?page=3").content.decode()
        assert content.count("card card-linked") == 12
        assert "Page 3 sur 3" in text_of(content.encode())
        assert client.get("/outils/?page=999").content.decode().count("card card-linked") == 12

    def test_no_pack_no_crash(self, client: Client) -> None:
        assert "pas encore remplie" in get(client, "/outils/")
        assert "pas encore remplie" in get(client, "/outils/regle-des-sept-ans/")
        assert client.get("/outils/quelque-chose/").status_code == 404

    def test_a_pack_without_tools_says_so(self, client: Client) -> None:
        stored(pack_with(tools=()))
        assert "La boîte est vide" in get(client, "/outils/")


class TestTool:
    def shown(self, client: Client, lang: str = "fr", **changed: Any) -> tuple[str, str]:
        one = tool(0, **changed)
        stored(pack_with(tools=(one,)))
        with translation.override(lang):
            path = reverse("toolbox:tool", args=[slug_of(one.name, lang)])
        content = client.get(path).content.decode()
        return content, text_of(content.encode())

    def test_a_shared_tool_gives_its_proof(self, client: Client) -> None:
        _, page = self.shown(
            client, first_use=use(OLD), trials=(trial("Ville de Brest", "2010"),), author="Anne Martin",
            failures=Text(fr="Échoue à deux.", en="Fails in pairs."), licence="CC-BY-4.0",
        )  # fmt: skip
        assert "Partagé depuis le 31 décembre 2010" in page
        assert "(Anne Martin ; Ville de Brest)" in page
        assert "4 mai 2001 première utilisation documentée" in page
        assert "À Nantes" in page
        assert "Échoue à deux." in page
        assert "CC-BY-4.0" in page

    def test_a_young_tool_says_until_when_and_what_it_lacks(self, client: Client) -> None:
        _, page = self.shown(client, first_use=use("2024-02"), trials=())
        assert "En expérimentation (2 ans)" in page
        assert "Il pourra être partagé le 28 février 2031 au plus tôt." not in page
        assert "Il pourra être partagé le 1er mars 2031 au plus tôt." in page
        assert "Il lui manque un second contexte" in page
        assert "Seul le mois du début est connu" in page

    def test_english_is_whole(self, client: Client) -> None:
        _, page = self.shown(client, "en", first_use=use("2024-02-03"), trials=(trial("Ville de Brest"),))
        assert "It may be shared on 3 February 2031." in page
        assert "date unknown" in page
        for french in ("expérimentation", "Il pourra", "Ses limites", "Première", "partagé"):
            assert french not in page

    def test_it_gives_machines_a_how_to_that_no_text_can_close(self, client: Client) -> None:
        content, _ = self.shown(client, purpose=Text(fr="a </script><b> & c", en="a </script><b> & c"), minutes=90)
        block = re.search(r'<script type="application/ld\+json">(.*?)</script>', content, re.DOTALL)
        assert block
        data = json.loads(block.group(1))
        assert (data["@type"], data["totalTime"]) == ("HowTo", "PT90M")
        assert data["description"] == "a </script><b> & c"
        assert data["url"].startswith("http://testserver/outils/")

    def test_a_tool_nobody_documented_asks_for_help(self, client: Client) -> None:
        from cordee.core.packs.library import FirstUse

        _, page = self.shown(client, first_use=FirstUse(), trials=())
        assert "En expérimentation (début inconnu)" in page
        assert "Aucune utilisation documentée n’est connue." in page

    def test_a_former_name_leads_to_the_present_page(self, client: Client) -> None:
        stored(pack_with("1.1.0", tools=(tool(0, name=Text(fr="Ancien nom", en="Old name")),)))
        stored(pack_with("1.1.1", tools=(tool(0, name=Text(fr="Nouveau nom", en="New name")),)))
        response = client.get("/outils/ancien-nom/")
        assert (response.status_code, response["Location"]) == (301, "/outils/nouveau-nom/")
        assert client.get("/outils/new-name/")["Location"] == "/outils/nouveau-nom/"

    def test_a_wrong_address_proposes_close_names(self, client: Client) -> None:
        stored(pack_with(tools=(tool(0, name=Text(fr="Carte des acteurs", en="Stakeholder map")),)))
        response = client.get("/outils/cartes-des-acteur/")
        assert response.status_code == 404
        assert 'href="/outils/carte-des-acteurs/"' in response.content.decode()
        assert "Aucun outil à cette adresse" in text_of(response.content)


class TestRule:
    def test_examples_are_computed_by_the_rule(self, client: Client, four: Pack) -> None:
        page = get(client, "/outils/regle-des-sept-ans/")
        states = re.findall(r"Au (\d+(?:er)? \w+ \d+) (Partagé|En expérimentation \([^)]*\))", page)
        assert states == [
            ("14 juin 2026", "En expérimentation (6 ans)"),
            ("15 juin 2026", "Partagé"),
            ("15 juin 2026", "En expérimentation (6 ans)"),
            ("28 février 2023", "En expérimentation (6 ans)"),
            ("15 juin 2026", "En expérimentation (29 ans)"),
            ("15 juin 2026", "En expérimentation (début inconnu)"),
        ]
        assert "En années civiles, il serait partagé depuis le 1er janvier 2026." in page

    def test_the_table_lists_the_tools_on_trial_the_soonest_first(self, client: Client, four: Pack) -> None:
        content = client.get("/outils/regle-des-sept-ans/").content
        rows = re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", content.decode(), re.DOTALL)
        assert len(rows) == 3
        assert spaced(four.tools[1].name.fr) in text_of(rows[0].encode())
        assert "1er mars 2031" in text_of(rows[0].encode())
        assert all("–" in text_of(row.encode()) for row in rows[1:]), "nothing dates what lacks a context or a start"
        assert "3 outils en expérimentation, sur 4" in text_of(content)

    def test_it_is_in_english_too(self, client: Client, four: Pack) -> None:
        page = get(client, "/en/tools/seven-year-rule/")
        assert "The seven-year rule" in page
        assert "3 tools on trial, out of 4" in page
