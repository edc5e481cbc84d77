"""The PDF of the glossary: every word under its letter, accessible like the other documents."""

from __future__ import annotations

import logging
from datetime import date
from itertools import groupby
from typing import Any

from cordee.apps.reports.glyphs import only_common, typesettable
from cordee.apps.reports.pages import REGIONS
from cordee.apps.reports.typesetting import NotTypeset, typeset
from cordee.apps.reports.words import COLON, PAGE, PRODUCT
from cordee.charts.numbers import Lang
from cordee.charts.palette import LIGHT
from cordee.core.days import written_day
from cordee.core.folding import folded
from cordee.core.packs.library import Term
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Text

logger = logging.getLogger(__name__)
TEMPLATE = "glossary.typ"

TITLE = Text(fr="Les mots de l’évaluation", en="The words of evaluation")
EYEBROW = Text(fr="Glossaire de l’évaluation partenariale", en="Glossary of partnership evaluation")
SUMMARY = Text(
    fr="{count} mots, version {version}. « Définition de travail » : écrite pour Cordée, faute d’une source publique "
    "ou pour la rendre plus claire. Sous licence {licence}.",
    en="{count} words, version {version}. ‘Working definition’: written for Cordée, for want of a public source or to "
    "make one clearer. Under the licence {licence}.",
)
KEYWORDS = (Text(fr="glossaire", en="glossary"), Text(fr="évaluation partenariale", en="partnership evaluation"))
OURS = Text(fr="définition de travail", en="working definition")
EXAMPLE = Text(fr="Exemple", en="Example")
ORIGIN = Text(fr="Origine", en="Origin")
CONFUSED = Text(fr="À ne pas confondre avec", en="Not to be confused with")
SOURCES = Text(fr="Sources", en="Sources")
FILE_STEM = Text(fr="cordee-glossaire", en="cordee-glossary")


def glossary_pdf(pack: Pack, lang: Lang, day: date) -> bytes:
    """Return the glossary of a pack in one language as a tagged PDF/UA-1 document."""
    document = glossary_document(pack, lang, day)
    try:
        return typeset(document, day, TEMPLATE)
    except NotTypeset as refused:
        logger.warning("Typeset again with common letters only: %s", refused)
        return typeset(only_common(document), day, TEMPLATE)


def glossary_file_name(pack: Pack, lang: Lang) -> str:
    """Name the file after what it is and its version."""
    return f"{FILE_STEM.in_(lang)}-{pack.card.version}.pdf"


def glossary_document(pack: Pack, lang: Lang, day: date) -> dict[str, Any]:
    """Return what the template lays out, every text of it fit for its fonts."""
    title, version = TITLE.in_(lang), pack.card.version
    standing = SUMMARY.in_(lang).format(count=len(pack.terms), version=version, licence=pack.card.licence)
    said: dict[str, Any] = typesettable({
        "lang": lang,
        "region": REGIONS[lang],
        "colon": COLON[lang],
        "meta": {
            "title": title,
            "author": PRODUCT,
            "description": standing,
            "keywords": [keyword.in_(lang) for keyword in KEYWORDS],
            "year": day.year,
            "month": day.month,
            "day": day.day,
        },
        "running": {
            "left": f"{PRODUCT} · {title}",
            "right": written_day(day, lang),
            "page": PAGE.in_(lang),
            "release": version,
        },
        "opening": {"product": PRODUCT, "eyebrow": EYEBROW.in_(lang), "headline": title, "standing": standing},
        "letters": _letters(pack, lang),
    })  # fmt: skip
    said["colours"] = dict(LIGHT)
    return said


def _letters(pack: Pack, lang: Lang) -> list[dict[str, Any]]:
    terms = sorted(pack.terms, key=lambda term: folded(term.name.in_(lang)))
    grouped = groupby(terms, key=lambda term: _letter(term, lang))
    return [{"letter": letter, "words": [_word(term, pack, lang) for term in each]} for letter, each in grouped]


def _letter(term: Term, lang: Lang) -> str:
    first = folded(term.name.in_(lang))[:1].upper()
    return first if first.isalpha() else "0–9"


def _word(term: Term, pack: Pack, lang: Lang) -> dict[str, Any]:
    names = {one.id: one.name.in_(lang) for one in pack.terms}
    confused = ", ".join(names[one] for one in term.confused_with if one in names)
    notes = [
        (EXAMPLE, term.example.in_(lang) if term.example else ""),
        (ORIGIN, term.origin.in_(lang) if term.origin else ""),
        (CONFUSED, _ended(confused, term.difference.in_(lang) if term.difference else "")),
    ]
    return {
        "name": term.name.in_(lang),
        "status": OURS.in_(lang) if term.status == "working_definition" else "",
        "definition": term.definition.in_(lang),
        "notes": [{"label": label.in_(lang), "text": text} for label, text in notes if text],
        "sources": [
            {"title": source.title, "href": source.address} for source in pack.sources if source.id in term.sources
        ],
        "sources_label": SOURCES.in_(lang),
    }


def _ended(confused: str, difference: str) -> str:
    """Join the names of what a word is confused with, and what tells them apart."""
    return f"{confused}. {difference}" if confused and difference else confused or difference
