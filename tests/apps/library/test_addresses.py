"""Addresses of entries: in the language on screen, and the former ones that still lead there."""

import pytest
from django.utils.timezone import now
from django.utils.translation import override
from tests.core.alliance import reference_pack

from cordee.apps.library.addresses import ROUTES, Found, current_pack, entries_of, find, slug_of, url_of
from cordee.apps.library.models import PackRelease
from cordee.core.packs.pack import Pack
from cordee.core.packs.release import release_of
from cordee.core.packs.text import Text

pytestmark = pytest.mark.django_db


def stored(pack: Pack) -> None:
    release = release_of(pack)
    PackRelease.objects.create(
        pack=pack.card.id, version=release.version, sha256=release.sha256, document=release.document, loaded_at=now()
    )


def with_renamed_tool(pack: Pack, version: str, french: str) -> Pack:
    card = pack.card.model_copy(update={"version": version})
    first = pack.tools[0].model_copy(update={"name": Text(fr=french, en=f"{french} (en)")})
    return pack.model_copy(update={"card": card, "tools": (first, *pack.tools[1:])})


def test_a_slug_is_plain():
    name = Text(fr="L’œuvre partagée : à trois", en="The work, shared by three")
    assert slug_of(name, "fr") == "l-oeuvre-partagee-a-trois"
    assert slug_of(name, "en") == "the-work-shared-by-three"


def test_every_kind_has_distinct_slugs_in_both_languages():
    pack = reference_pack()
    for kind in ROUTES:
        for lang in ("fr", "en"):
            slugs = [slug_of(one.name, lang) for one in entries_of(pack, kind)]
            assert len(slugs) == len(set(slugs)), f"{kind} {lang}"
            assert all(slugs)


def test_no_pack_no_page():
    assert current_pack() is None


def test_an_entry_is_found_by_its_name_in_the_language_on_screen():
    pack = reference_pack()
    stored(pack)
    with override("fr"):
        assert find("terms", "contrat-alliance", pack) == Found("alliance_contract", moved=False)
    with override("en"):
        assert find("terms", "alliance-contract", pack) == Found("alliance_contract", moved=False)


def test_the_other_language_and_a_former_name_lead_to_the_present_page():
    old = with_renamed_tool(reference_pack(), "1.0.0", "Un ancien nom")
    new = with_renamed_tool(reference_pack(), "1.0.1", "Un nouveau nom")
    stored(old)
    stored(new)
    pack = current_pack()
    assert pack is not None
    assert pack.card.version == "1.0.1"
    tool = pack.tools[0].id
    with override("fr"):
        assert find("tools", "un-nouveau-nom", pack) == Found(tool, moved=False)
        assert find("tools", "un-nouveau-nom-en", pack) == Found(tool, moved=True)
        assert find("tools", "un-ancien-nom", pack) == Found(tool, moved=True)
        assert find("tools", "jamais-vu", pack) is None


def test_what_a_newer_release_took_away_is_not_found():
    old = with_renamed_tool(reference_pack(), "1.0.0", "Un outil retiré")
    stored(old)
    card = old.card.model_copy(update={"version": "1.1.0"})
    new = old.model_copy(update={"card": card, "tools": old.tools[1:]})
    stored(new)
    assert find("tools", "un-outil-retire", new) is None


def test_an_entry_without_a_page_has_no_address():
    pack = reference_pack()
    assert url_of("sources", pack.sources[0].id, pack) is None
    assert url_of("tools", "no-such-tool", pack) is None
