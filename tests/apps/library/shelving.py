"""Packs for the pages of the library: the reference pack, changed where a test needs, in the store of releases."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.utils.timezone import now
from tests.core.alliance import reference_pack

from cordee.apps.library.models import PackRelease
from cordee.core.packs.library import FirstUse, Story, Tool, Trial
from cordee.core.packs.pack import Pack
from cordee.core.packs.release import release_of
from cordee.core.packs.text import Text

OLD, YOUNG = "2001-05-04", "2024-02"


def stored(pack: Pack) -> Pack:
    """Put a pack in the store."""
    release = release_of(pack)
    PackRelease.objects.create(
        pack=pack.card.id, version=release.version, sha256=release.sha256, document=release.document, loaded_at=now()
    )
    return pack


def pack_with(version: str = "1.1.0", **changed: Any) -> Pack:
    """The reference pack with other entries, under a version."""
    pack = reference_pack()
    card = pack.card.model_copy(update={"version": version})
    return pack.model_copy(update={"card": card, **changed})


def tool(number: int = 0, **changed: Any) -> Tool:
    """A tool of the reference pack, changed."""
    return reference_pack().tools[number].model_copy(update=changed)


def story(number: int = 0, **changed: Any) -> Story:
    """A story of the reference pack, changed."""
    return reference_pack().stories[number].model_copy(update=changed)


def use(date: str | None) -> FirstUse:
    """A first use that a source attests."""
    sources = reference_pack().tools[0].sources if date else ()
    return FirstUse(date=date, place=Text(fr="À Nantes", en="In Nantes"), sources=sources)


def trial(by: str, date: str | None = None) -> Trial:
    """A trial by somebody."""
    where = Text(fr="Un quartier de Brest", en="A district of Brest")
    return Trial(where=where, by=by, date=date, sources=reference_pack().tools[0].sources)


def four_states() -> Pack:
    """A pack of four tools, one in each state of the rule, of two kinds."""
    others = (trial("Quelqu’un d’autre", "2010"),)
    tools = (
        tool(0, first_use=use(OLD), trials=others, medoc="method", approaches=("clarity",), difficulty="easy"),
        tool(1, first_use=use(YOUNG), trials=(trial("Autre", "2025"),), medoc="tool", approaches=("meaning",)),
        tool(2, first_use=use(OLD), trials=(), medoc="method", approaches=("clarity", "meaning")),
        tool(3, first_use=use(None), trials=(), medoc="tool", approaches=("meaning",)),
    )
    return pack_with(tools=tools)


def text_of(content: bytes) -> str:
    """The words of a page, spaces made alike."""
    bare = re.sub(r"<script.*?</script>|<[^>]+>", " ", content.decode(), flags=re.DOTALL)
    return spaced(unescape(bare))


def spaced(text: str) -> str:
    """A text with spaces of every kind made alike."""
    return re.sub(r"\s+", " ", text).strip()
