"""What a pack holds, kind by kind: the entries, and the texts that are written in both languages."""

from cordee.core.packs.checks.finding import walk
from cordee.core.packs.messages.wording import Said
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Text

COUNTED: dict[str, tuple[Said, Said]] = {
    "terms": (Said("mot", "word"), Said("mots", "words")),
    "tools": (Said("outil", "tool"), Said("outils", "tools")),
    "stories": (Said("récit", "story"), Said("récits", "stories")),
    "courses": (Said("parcours", "course"), Said("parcours", "courses")),
    "impacts": (Said("impact", "impact"), Said("impacts", "impacts")),
    "objects": (Said("objet évalué", "object of evaluation"), Said("objets évalués", "objects of evaluation")),
    "criteria": (Said("critère partagé", "shared criterion"), Said("critères partagés", "shared criteria")),
    "cells": (
        Said("case du référentiel", "cell of the framework"),
        Said("cases du référentiel", "cells of the framework"),
    ),
    "sources": (Said("source", "source"), Said("sources", "sources")),
}
"""Kind of entry → its name for one, and for several."""


def counts_of(pack: Pack) -> dict[str, int]:
    """Count the entries of each kind, in the order they are told."""
    return {kind: len(getattr(pack, kind)) for kind in COUNTED}


def texts_in(pack: Pack) -> int:
    """Count the texts of a pack. Each is written in French and in English, or the pack would not have been read."""
    return sum(isinstance(part, Text) for _, part in walk(pack))


def counts_said(pack: Pack) -> Said:
    """Say what a pack holds on two lines."""
    counts = counts_of(pack)
    told = [(count, COUNTED[kind][count > 1]) for kind, count in counts.items()]
    french, english = (", ".join(f"{count} {name.in_(lang)}" for count, name in told) for lang in ("fr", "en"))
    texts = texts_in(pack)
    return Said(
        f"  {french}.\n  {texts} textes, tous en français et en anglais ; renvois et adresses vérifiés.",
        f"  {english}.\n  {texts} texts, all in French and in English; references and addresses checked.",
    )
