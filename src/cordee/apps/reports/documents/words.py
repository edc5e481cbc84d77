"""The words that every document says around what it reports, in both languages."""

from __future__ import annotations

from cordee.core.document import Slide
from cordee.core.packs.text import Text

REGIONS = {"fr": "fr-FR", "en": "en-GB"}
MADE_ON = Text(fr="Fait le {day}", en="Made on {day}")
CONTENTS = Text(fr="Sommaire", en="Contents")
NOTICES = Text(fr="À savoir avant de lire", en="To know before reading")
SHORT_VERSION = Text(fr="Version courte", en="Short version")
FULL_VERSION = Text(fr="Version complète", en="Full version")
NOTHING = Text(fr="Rien n’est encore écrit.", en="Nothing is written yet.")
NO_ROW = Text(fr="Aucune ligne.", en="No row.")
ROWS_SHOWN = Text(
    fr="{shown} lignes sur {all}\u202f: les autres sont dans la version complète.",
    en="{shown} rows of {all}: the others are in the full version.",
)
SECTIONS_LEFT = Text(
    fr="Parties qui ne sont que dans la version complète\u202f: {count}.",
    en="Parts that are in the full version only: {count}.",
)

# --- workbook -----------------------------------------------------------------------------------------

SHEET_INDEX = Text(fr="Sommaire", en="Contents")
SHEET_TEXTS = Text(fr="Textes", en="Texts")
SHEET = Text(fr="Feuille", en="Sheet")
CONTENT = Text(fr="Ce qu’elle contient", en="What it holds")
ROWS = Text(fr="Lignes", en="Rows")
PART = Text(fr="Partie", en="Part")
NATURE = Text(fr="Nature", en="Nature")
WORDS = Text(fr="Texte", en="Text")
WHO = Text(fr="Qui", en="Who")
NATURES = {
    "notice": Text(fr="à savoir", en="notice"),
    "lead": Text(fr="ce qui ressort", en="what stands out"),
    "plain": Text(fr="texte", en="text"),
    "warning": Text(fr="attention", en="caution"),
    "result": Text(fr="résultat", en="result"),
    "point": Text(fr="point", en="point"),
    "quote": Text(fr="parole", en="words of somebody"),
    "picture": Text(fr="figure", en="figure"),
    "photo": Text(fr="photo", en="photo"),
}

# --- slides -------------------------------------------------------------------------------------------

COLON = {"fr": "\u202f:", "en": ":"}
SLIDES = {
    Slide.CHANGED: Text(fr="Ce qui a changé, en bien et en mal", en="What changed, for better and for worse"),
    Slide.FIGURES: Text(fr="Ce que disent les chiffres", en="What the figures say"),
    Slide.JUDGED: Text(fr="L’équilibre, et ce que chacun en juge", en="The balance, and what each partner judges"),
    Slide.NEXT: Text(fr="La suite, et ce que ce bilan ne dit pas", en="What comes next, and what this cannot say"),
}
SAID_BY = Text(fr="«\u202f{words}\u202f» – {who}", en="‘{words}’ – {who}")
MORE_IN_NOTES = Text(fr="La suite est dans les notes.", en="The rest is in the notes.")
WHERE_ALL_IS = Text(
    fr="Le rapport complet donne chaque ligne, chaque commentaire et chaque pièce.",
    en="The full report gives every row, every comment and every piece of evidence.",
)
SOURCE_WHOLE = Text(fr="Source\u202f: {title}, {day}.", en="Source: {title}, {day}.")
