"""The effects in the report: the sentence true of all, the matrix as a table, the words people agreed to show."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.effects import bridge, queries, wording
from cordee.apps.evaluation.effects.album import Album
from cordee.apps.evaluation.effects.contributing import part_words, shares_said
from cordee.apps.evaluation.models import Effect, Illustration
from cordee.apps.evaluation.queries import words_of
from cordee.apps.library.addresses import language
from cordee.charts.causal_chain import chain_svg, chain_table
from cordee.core import effects as core
from cordee.core import punctuation
from cordee.core.document import Block, Cell, Column, Kind, Paragraph, Picture, Section, Slide, Table, Tone


def sections(opened: OpenedEvaluation) -> tuple[Section, ...]:
    """Return what the report says of the effects, those set aside left out; what was agreed for everybody in public."""
    scope = Illustration.Scope.PUBLIC if opened.in_public else Illustration.Scope.REPORT
    rows = list(queries.in_full(opened.evaluation, scope))
    values = bridge.with_counts(opened.evaluation, rows)
    blocks: list[Block] = [*apart_said(values), matrix_table(opened, values), *shares_said(rows)] if values else []
    whole = Section("effects", _("Effets"), wording.lead(core.tally(values)), tuple(blocks), True, slide=Slide.CHANGED)
    album = Album()
    return (whole, *(one_effect(row, value, album) for row, value in zip(rows, values, strict=True)))


def apart_said(values: list[core.Effect]) -> list[Block]:
    """Name the effects that are negative or unexpected, before all the others."""
    apart = sorted((one for one in values if one.is_apart), key=core.rank)
    told = [f"{one.title} ({wording.nature(one.sign, expected=one.expected).lower()})" for one in apart]
    effects = punctuation.apart(told, language())
    return [Paragraph(_("Négatifs ou inattendus : %(effects)s.") % {"effects": effects}, Tone.WARNING)] if apart else []


def matrix_table(opened: OpenedEvaluation, values: list[core.Effect]) -> Table:
    """Return the matrix as a table, a row for each effect."""
    lang = language()
    names: dict[str, str] = {one.id: one.name.in_(lang) for one in words_of(opened.evaluation).impacts}
    columns = (
        Column("impact", _("Impact")),
        Column("level", _("Niveau")),
        Column("effect", _("Effet"), brief=True),
        Column("nature", _("Nature"), brief=True),
        Column("confidence", _("Degré de confiance"), brief=True),
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


def one_effect(row: Effect, value: core.Effect, album: Album) -> Section:
    """Return the section of one effect: what changes, its path, what is due to whom, what may be shown of it."""
    said = (
        ("", row.what_changes),
        (_("Pour qui"), row.for_whom),
        (_("Sur quoi cela repose"), row.confidence_reason),
        *part_words(row),
    )
    blocks: list[Block] = [
        Paragraph(punctuation.named(name, words, language()) if name else words) for name, words in said if words
    ]
    if value.steps:
        blocks.append(path_of(row))
    for one in row.illustrations.all():
        blocks += album.shown(one)
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
