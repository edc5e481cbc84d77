"""A document that holds every kind of block, in both languages, and what each of its formats must say."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from PIL import Image

from cordee.charts.figures import IntervalStrip, StripRow
from cordee.charts.readings import Estimate
from cordee.charts.svg import to_svg
from cordee.core.document import (
    Absent,
    Cell,
    Column,
    Document,
    Kind,
    Paragraph,
    Photo,
    Picture,
    Points,
    Quote,
    Section,
    Table,
    Tone,
)
from cordee.core.packs.text import Lang

DAY = date(2026, 11, 27)
LONG_WORD = "Anticonstitutionnellement" * 6
HOSTILE = "=cmd|' /C calc'!A0"
MARKED = "#panic() <script>alert(1)</script> $x^2$ *gras* @nobody \\"
ROWS = 60

GARDEN: dict[Lang, tuple[str, str]] = {
    "fr": ("Le jardin ouvert, photo de Léa", "Des habitants autour d’une haie"),
    "en": ("The open garden, photo by Léa", "People around a hedge"),
}
"""The words under a photograph, and what is seen in it."""

EXPECTED: dict[Lang, tuple[str, ...]] = {
    "fr": ("40\u202f%", "1\u202f234\u202f567\u00a0€", "12,5", "1er mars 2026", "trop tôt pour conclure", "−3"),
    "en": ("40%", "€1,234,567", "12.5", "1 March 2026", "too early to tell", "−3"),
}
"""The figures of the table « measures » as a reader writes them."""

SAID: dict[Lang, tuple[str, ...]] = {
    "fr": (
        "Le délai est passé de 30 à 12,5 jours",
        "Un rendez-vous en une semaine",
        "Awa, accompagnée depuis 2024",
        "Demander une liste commune",
        "Les chiffres de 2025 ne se comparent pas",
        "Les bénéficiaires sont 40\u202f% de plus",
        "Les partenaires le confirment",
        "Maires",
        "Annexe : journal".replace(" :", "\u202f:"),
    ),
    "en": (
        "The wait went from 30 to 12.5 days",
        "An appointment within a week",
        "Awa, supported since 2024",
        "Ask for one common list",
        "The figures of 2025 cannot be compared",
        "Beneficiaries are 40% more",
        "Partners confirm it",
        "Mayors",
        "Annex: log",
    ),
}
"""Each title, sentence, comment and label that no full format may lose."""


def measures(lang: Lang) -> Table:
    """A table with each kind of cell, and texts that would like to be something else."""
    fr = lang == "fr"
    columns = (
        Column("effect", "Effet" if fr else "Effect"),
        Column("share", "Part" if fr else "Share", Kind.SHARE),
        Column("cost", "Coût" if fr else "Cost", Kind.MONEY),
        Column("delay", "Délai" if fr else "Wait", Kind.NUMBER, "jours" if fr else "days"),
        Column("seen", "Relevé" if fr else "Seen", Kind.DAY),
    )
    rows: tuple[tuple[Cell, ...], ...] = (
        ("Accueil" if fr else "Welcome", 0.4, 1_234_567, 12.5, date(2026, 3, 1)),
        (HOSTILE, Absent(EXPECTED[lang][4]), -3, 4, Absent(EXPECTED[lang][4])),
        (MARKED, 0.0, 10.5, 1000.25, DAY),
        (LONG_WORD, 1.0, 0, -3, DAY),
    )
    return Table("measures", "Mesures" if fr else "Measures", columns, rows)


def log(lang: Lang) -> Table:
    """A long table, and wide: ten columns and sixty rows."""
    columns = (
        Column("n", "N", Kind.NUMBER),
        *(Column(f"c{each}", f"{'Colonne' if lang == 'fr' else 'Column'} {each}") for each in range(1, 10)),
    )
    rows = tuple((row, *(f"{row}-{each}" for each in range(1, 10))) for row in range(1, ROWS + 1))
    return Table("log", "Journal" if lang == "fr" else "Log", columns, rows)


def strip(lang: Lang) -> Picture:
    """A figure of the product with the same numbers as a table."""
    fr = lang == "fr"
    name, caption = ("Maires", SAID["fr"][6]) if fr else ("Mayors", SAID["en"][6])
    figure = IntervalStrip(id="strip", title=caption, rows=(StripRow(name, Estimate(92, 88, 95)),), lang=lang)
    columns = (Column("who", "Qui" if fr else "Who"), Column("agree", "Accord" if fr else "Agree", Kind.SHARE))
    twin = Table("agreement", "Accord par cercle" if fr else "Agreement by circle", columns, ((name, 0.92),))
    return Picture("strip", caption, f"{name} 92", to_svg(figure, theme="print"), twin)


def garden(lang: Lang) -> Photo:
    """A photograph: a green rectangle of 12 by 8."""
    stream = BytesIO()
    Image.new("RGB", (12, 8), "green").save(stream, "PNG")
    caption, seen = GARDEN[lang]
    return Photo("garden", caption, seen, stream.getvalue())


def rich(lang: Lang = "fr") -> Document:
    """A document that holds every kind of block."""
    said = SAID[lang]
    result = Section(
        "effects",
        MARKED,
        said[0],
        (Paragraph(said[5], Tone.RESULT), Paragraph(said[4], Tone.WARNING), measures(lang), Quote(said[1], said[2])),
        in_short=True,
    )
    shown = Section("agreement", said[6], said[6], (strip(lang),), in_short=True, level=2)
    advice = Section(
        "advice", HOSTILE, "", (Points((said[3], LONG_WORD), ordered=True), Points((said[3],)), garden(lang))
    )
    annex = Section("annex", said[8], "", (log(lang), Table("none", "Vide", (Column("a", "A"),), ())))
    title = f"Bilan & {MARKED}" if lang == "fr" else f"Review & {MARKED}"
    return Document("bilan", title, "Le Val, 3 partenaires", lang, DAY, (said[4],), (result, shown, advice, annex))


def empty(lang: Lang = "fr") -> Document:
    """A document in which nobody wrote anything."""
    return Document("vide", "Bilan", "", lang, DAY)


def crowded(lang: Lang = "fr") -> Document:
    """A document of which every part wants to stand in the short version."""
    sections = tuple(
        Section(f"s{each}", f"Partie {each}", "Une phrase. " * 30, (log(lang), strip(lang)), in_short=True)
        for each in range(30)
    )
    return Document("foule", "Bilan", "Le Val", lang, DAY, (), sections)
