"""Measure what the report of a large evaluation costs: seconds and bytes of each format.

    python bench/evaluation_report.py

400 indicators in eight columns and 60 partners, each with a sentence: the sections as the parts would give them,
drawn in every format. Composing them from the database is not counted here.
"""

# ruff: noqa: E402 - Django is set up before anything that holds a table is imported

import os
from collections.abc import Callable
from datetime import date
from time import perf_counter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cordee.config.settings")

import django

django.setup()

from cordee.apps.reports.documents.json_document import to_json
from cordee.apps.reports.documents.pdf import to_pdf, to_short_pdf
from cordee.apps.reports.documents.slides import to_pptx
from cordee.apps.reports.documents.text_document import to_docx
from cordee.apps.reports.documents.workbook import to_xlsx
from cordee.core.document import Absent, Cell, Column, Document, Kind, Section, Table

INDICATORS, PARTNERS = 400, 60
DAY = date(2026, 11, 27)
FORMATS: dict[str, Callable[[Document], bytes]] = {
    "json": to_json,
    "xlsx": to_xlsx,
    "pdf": to_pdf,
    "short pdf": to_short_pdf,
    "docx": to_docx,
    "pptx": to_pptx,
}


def indicators() -> Table:
    """Return the table of the indicators: a third of them have no value yet."""
    columns = (
        Column("name", "Indicateur"),
        Column("effect", "Effet"),
        Column("baseline", "Départ", Kind.NUMBER),
        Column("target", "Cible", Kind.NUMBER),
        Column("value", "Valeur", Kind.NUMBER),
        Column("progress", "Progrès", Kind.SHARE),
        Column("seen", "Relevé le", Kind.DAY),
        Column("source", "Source"),
    )
    return Table("indicators", "Indicateurs", columns, tuple(indicator(each) for each in range(INDICATORS)))


def indicator(place: int) -> tuple[Cell, ...]:
    """Return one row."""
    name, effect = f"Délai moyen de la démarche numéro {place}", f"Effet {place % 24}"
    if place % 3 == 0:
        early = Absent("trop tôt pour conclure")
        return (name, effect, 30, 10, early, early, early, "Registre partagé")
    return (name, effect, 30, 10, 30 - place % 20, (place % 20) / 20, DAY, "Registre partagé")


def large() -> Document:
    """Return the whole document."""
    columns = (Column("partner", "Partenaire"), Column("lesson", "Ce qu’il apprend"))
    lesson = "Dire plus tôt ce qui bloque, et le dire à tous en même temps plutôt que par deux."
    lessons = Table("lessons", "Leçons", columns, tuple((f"Organisation {each}", lesson) for each in range(PARTNERS)))
    sections = (
        Section("indicators", "Indicateurs", "Un tiers des valeurs manque encore.", (indicators(),), in_short=True),
        Section("lessons", "Leçons", "Chaque partenaire a écrit la sienne.", (lessons,), in_short=True),
    )
    return Document("evaluation", "Bilan des trois ans", "Le Val", "fr", DAY, (), sections)


def main() -> None:
    """Print one line for each format, then all of them together."""
    document, total = large(), 0.0
    print(f"{'format':10} {'seconds':>8} {'bytes':>10}")
    for name, make in FORMATS.items():
        begun = perf_counter()
        size = len(make(document))
        spent = perf_counter() - begun
        total += spent
        print(f"{name:10} {spent:8.2f} {size:10,d}")
    print(f"{'together':10} {total:8.2f}")


if __name__ == "__main__":
    main()
