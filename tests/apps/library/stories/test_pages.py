"""The pages of the stories: three ways of telling what was seen, what is not known said, stories close by."""

import json
import re

import pytest
from django.test import Client
from tests.apps.library.shelving import pack_with, spaced, stored, story, text_of

from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Text

pytestmark = pytest.mark.django_db

BOTH = {"name": Text(fr="Deux rives", en="Two banks")}

JOBS = Text(fr="12 emplois en 2019.", en="12 jobs.")


@pytest.fixture
def three() -> Pack:
    """Three stories, of which two have an association in Brittany."""
    here = {"profile": ("association",), "territory": ("region-53",)}
    return stored(
        pack_with(
            stories=(
                story(0, traits=here, impacts=("trust",), measured=JOBS, **BOTH),
                story(1, traits={**here, "stage": ("over_7_years",)}, impacts=("performance",)),
                story(2, traits={"profile": ("company",), "territory": ("region-11",)}, impacts=()),
            )
        )
    )  # fmt: skip


def test_the_list_narrows_by_profile_territory_stage_and_impact(client: Client, three: Pack) -> None:
    content = client.get("/recits/").content.decode()
    assert "3 récits" in text_of(content.encode())
    links = re.findall(r'id="option-(\w+)-([\w-]+)" class="facet-option" href="([^"]+)".*?facet-count">(\d+)<', content)
    assert {(facet, value) for facet, value, _, _ in links} >= {
        ("profile", "association"), ("territory", "region-53"), ("impact", "trust"),
    }  # fmt: skip
    for _facet, _value, url, count in links:
        assert client.get(url).content.decode().count("card card-linked") == int(count)


def test_what_was_seen_is_told_apart_and_silence_is_said(client: Client, three: Pack) -> None:
    page = text_of(client.get("/recits/deux-rives/").content)
    assert "Mesuré – des chiffres, avec leur date 12 emplois en 2019." in page
    assert "Nous n’avons pas trouvé de témoignage publié." in page
    assert "Nous n’avons pas trouvé de chiffre publié" not in page
    assert spaced(three.stories[0].context.fr) in page
    assert spaced(three.stories[0].teaches.fr) in page
    assert "Confiance" in page


def test_stories_close_by_say_what_they_have_in_common(client: Client, three: Pack) -> None:
    content = client.get("/recits/deux-rives/").content.decode()
    page = text_of(content.encode())
    assert re.search(r"En commun\W+Association, Bretagne", page)
    assert spaced(three.stories[1].name.fr) in page
    assert spaced(three.stories[2].name.fr) not in page


def test_it_is_in_english(client: Client, three: Pack) -> None:
    page = text_of(client.get("/en/stories/two-banks/").content)
    assert "What was seen" in page
    assert "We found no published account in someone’s own words." in page
    assert "12 jobs." in page


def test_sources_have_addresses_and_machines_get_an_article(client: Client, three: Pack) -> None:
    content = client.get("/recits/deux-rives/").content.decode()
    for source in three.sources:
        if source.id in three.stories[0].sources:
            assert source.address.replace("&", "&amp;") in content
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', content, re.DOTALL)
    assert block
    assert json.loads(block.group(1))["@type"] == "Article"


def test_former_names_wrong_addresses_and_an_empty_library(client: Client) -> None:
    assert client.get("/recits/").status_code == 200
    assert client.get("/recits/deux-rives/").status_code == 404
    stored(pack_with("1.1.0", stories=(story(0, **BOTH),)))
    stored(pack_with("1.1.1", stories=(story(0, name=Text(fr="Trois rives", en="Three banks")),)))
    moved = client.get("/recits/deux-rives/")
    assert (moved.status_code, moved["Location"]) == (301, "/recits/trois-rives/")
    lost = client.get("/recits/troi-rive/")
    assert lost.status_code == 404
    assert 'href="/recits/trois-rives/"' in lost.content.decode()


def test_htmx_is_sent_what_changes_only(client: Client, three: Pack) -> None:
    response = client.get("/recits/?profile=company", headers={"HX-Request": "true"})
    assert response.content.decode().lstrip().startswith('<div class="narrowing"')
    assert "1 récit sur 3" in text_of(response.content)
