"""The effects in the report: the sentence true of all, the matrix as a table, the words people agreed to show."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.effects import bridge, queries, wording
from cordee.apps.evaluation.models import Effect, Illustration
from cordee.apps.evaluation.queries import words_of
from cordee.apps.library.addresses import language
from cordee.charts.causal_chain import chain_svg, chain_table
from cordee.core import effects as core
from cordee.core.document import Block, Cell, Column, Kind, Paragraph, Picture, Quote, Section, Table


def sections(opened: OpenedEvaluation) -> tuple[Section, ...]:
    """Return what the report says of the effects, those set aside left out."""
    rows = list(queries.in_full(opened.evaluation, Illustration.Scope.REPORT))
    values = bridge.with_counts(opened.evaluation, rows)
    blocks = (matrix_table(opened, values),) if values else ()
    whole = Section("effects", _("Effets"), wording.lead(core.tally(values)), blocks, in_short=True)
    return (whole, *(one_effect(row, value) for row, value in zip(rows, values, strict=True)))


def matrix_table(opened: OpenedEvaluation, values: list[core.Effect]) -> Table:
    """Return the matrix as a table, a row for each effect."""
    lang = language()
    names: dict[str, str] = {one.id: one.name.in_(lang) for one in words_of(opened.evaluation).impacts}
    columns = (
        Column("impact", _("Impact")),
        Column("level", _("Niveau")),
        Column("effect", _("Effet")),
        Column("nature", _("Nature")),
        Column("confidence", _("Degré de confiance")),
        Column("indicators", _("Indicateurs"), Kind.NUMBER),
        Column("illustrations", _("Illustrations"), Kind.NUMBER),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            names[one.impact],
            wording.level_name(one.level),
            one.title,
            wording.nature(one.sign, expected=one.expected),
            wording.confidence_name(one.confidence),
            one.indicators,
            one.illustrations,
        )
        for cell in core.matrix_of(values, list(names)).cells
        for one in cell.effects
    ]
    return Table("effects", _("Les effets, par impact et par niveau"), columns, tuple(rows))


def one_effect(row: Effect, value: core.Effect) -> Section:
    """Return the section of one effect: what changes, its path, the words that may be shown."""
    blocks: list[Block] = [Paragraph(text) for text in (row.what_changes, row.for_whom, row.claimed) if text]
    if value.steps:
        blocks.append(path_of(row))
    blocks += [Quote(one.words, one.who) for one in row.illustrations.all() if one.words]
    lead = f"{wording.nature(row.sign, expected=row.expected)} · {wording.confidence_name(row.confidence)}"
    return Section(f"effect-{row.public}", row.title, lead, tuple(blocks), level=2)


def path_of(row: Effect) -> Picture:
    """Return the causal chain of an effect, drawn for print, with its table."""
    chain = bridge.chain_of(row)
    table = chain_table(chain)
    key = f"path-{row.public}"
    columns = tuple(Column(name, title) for name, title in zip(("stage", "step", "if"), table.headers, strict=True))
    return Picture(
        key, chain.title, chain.title, chain_svg(chain, "print", 560), Table(key, chain.title, columns, table.rows)
    )
