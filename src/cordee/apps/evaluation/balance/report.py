"""What the report says of the balance: the same reading as the page, so that both show the same figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.utils import timezone
from django.utils.translation import gettext as _

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.balance import bridge, queries, words
from cordee.apps.evaluation.balance.reading import LedgerReading, reading_of
from cordee.apps.evaluation.models import Evaluation, LedgerComment
from cordee.core.document import Absent, Block, Cell, Column, Kind, Paragraph, Points, Section, Slide, Table, Tone
from cordee.core.ledger import Family, Gap, Statement, asymmetry, misperception

MOST_ROWS = 120
"""How many rows a table of the report holds: the largest gaps first; how many are left out is said."""


def sections(opened: OpenedEvaluation) -> tuple[Section, ...]:
    """Return the part of the report about the balance."""
    reading = reading_of(opened.evaluation)
    blocks = _blocks(reading)
    if not opened.in_public:
        blocks = (*blocks, *_comments(opened.evaluation, reading))
    return (Section("balance", _("Équilibre"), lead(reading), blocks, True, slide=Slide.JUDGED),)


def lead(reading: LedgerReading) -> str:
    """Say in a sentence what the ledger shows, or why it shows nothing."""
    if len(reading.partners) < 2 or reading.shared == 0:
        return words.standing_words(reading.shared, len(reading.partners))
    if not reading.couples:
        return hidden_words(reading)
    return words.points_counted(len(reading.points))


def hidden_words(reading: LedgerReading) -> str:
    """Say why no couple may be shown."""
    if reading.shared < 2:
        return _("Un seul côté est partagé : la comparaison commence au deuxième.")
    if reading.counts_are_out:
        return _("Aucun couple n’est montré par son nom : seuls des comptes sans nom le sont.")
    return _("Rien ne peut être montré sans révéler ce qu’un partenaire a écrit sans son nom.")


def _blocks(reading: LedgerReading) -> tuple[Block, ...]:
    blocks: list[Block] = [_filling(reading)]
    if reading.points:
        blocks.append(Points(tuple(words.point_words(point, reading.names) for point in reading.points)))
    if reading.couples:
        blocks += [*_misperceptions(reading), *_asymmetries(reading)]
    if reading.tallies:
        blocks.append(_tallies(reading))
    return (*blocks, Paragraph(words.working_definition(), Tone.WARNING))


def _comments(evaluation: Evaluation, reading: LedgerReading) -> list[Block]:
    """Return what explains the gaps of the couples that may be read; it was written between partners, for them."""
    couples = {frozenset(couple) for couple in reading.couples}
    rows = [
        (reading.names[first], reading.names[second], _author(one), one.text, timezone.localdate(one.written_at))
        for one in queries.comments_of(evaluation)
        if frozenset((first := bridge.key(one.first), second := bridge.key(one.second))) in couples
    ]
    if not rows:
        return []
    columns = (
        Column("one", _("Entre")),
        Column("other", _("Et")),
        Column("by", _("Dit par")),
        Column("comment", _("Ce qui explique l’écart")),
        Column("on", _("Le"), Kind.DAY),
    )
    return [Table("balance-comments", _("Ce que les partenaires en disent"), columns, tuple(rows))]


def _author(comment: LedgerComment) -> Cell:
    return comment.partner.organisation.name if comment.partner else Absent(_("sans partenaire"))


def _filling(reading: LedgerReading) -> Table:
    columns = (
        Column("partner", _("Partenaire")),
        Column("state", _("État")),
        Column("filled", _("Cases remplies"), Kind.NUMBER),
        Column("of", _("Cases en tout"), Kind.NUMBER),
    )
    rows = tuple(_filling_row(reading, index) for index in range(len(reading.partners)))
    return Table("balance-filling", _("Qui a rempli son côté"), columns, rows)


def _filling_row(reading: LedgerReading, index: int) -> tuple[Cell, ...]:
    partner = reading.partners[index]
    side = reading.sides.get(partner.pk)
    if side is None or side.shared_at is None:
        return (partner.organisation.name, words.state_words(side), Absent(_("pas encore partagé")), "")
    filled = reading.filling_of(partner)
    return (partner.organisation.name, words.state_words(side), filled.filled, filled.of)


Row = tuple[float, Callable[[], tuple[Cell, ...]]]
"""How large a gap is, and what writes its cells: only those that are kept are written."""


def _misperceptions(reading: LedgerReading) -> list[Block]:
    columns = (*_from_to(), Column("given", _("Dit donner")), Column("received", _("Dit recevoir")), *_gap_columns())
    rows: list[Row] = []
    for giver, receiver in reading.shown.directions():
        for family in Family:
            given, heard = (
                reading.shown.given_by(giver, receiver, family),
                reading.shown.received_by(receiver, giver, family),
            )
            if not (given.is_missing and heard.is_missing):
                found = misperception(reading.shown, giver, receiver, family)
                names = (reading.names[giver], reading.names[receiver])
                rows.append((found.size, partial(_misperceived, names, family, given, heard, found)))
    return _cut("balance-misperceptions", _("Ce que l’un dit donner, moins ce que l’autre dit recevoir"), columns, rows)


def _misperceived(
    names: tuple[str, str], family: Family, given: Statement, heard: Statement, gap: Gap
) -> tuple[Cell, ...]:
    said = (words.family_name(family), words.said(family, given), words.said(family, heard))
    return (*names, *said, *_gap_cells(gap, words.gap_words(gap, *names)))


def _asymmetries(reading: LedgerReading) -> list[Block]:
    columns = (*_from_to(), *_gap_columns())
    rows: list[Row] = []
    for giver, receiver in reading.shown.directions():
        for family in Family:
            found = asymmetry(reading.shown, giver, receiver, family)
            if found.value is not None:
                names = (reading.names[giver], reading.names[receiver])
                rows.append((found.size, partial(_asymmetric, names, family, found)))
    return _cut("balance-asymmetries", _("Ce que chacun dit donner, moins ce qu’il dit recevoir"), columns, rows)


def _asymmetric(names: tuple[str, str], family: Family, gap: Gap) -> tuple[Cell, ...]:
    return (*names, words.family_name(family), *_gap_cells(gap, ""))


def _from_to() -> tuple[Column, ...]:
    return (Column("giver", _("De")), Column("receiver", _("À")), Column("family", _("Ressource")))


def _gap_columns() -> tuple[Column, ...]:
    return (Column("gap", _("Écart"), Kind.NUMBER), Column("unit", _("Unité")))


def _gap_cells(gap: Gap, why: str) -> tuple[Cell, ...]:
    if gap.value is None or gap.unit is None:
        return (Absent(why), "")
    return (float(gap.value), words.unit_name(gap.unit))


def _cut(key: str, caption: str, columns: tuple[Column, ...], rows: list[Row]) -> list[Block]:
    kept = sorted(rows, key=lambda row: -row[0])[:MOST_ROWS]
    table = Table(key, caption, columns, tuple(write() for _size, write in kept))
    left = len(rows) - len(kept)
    return [table, Paragraph(words.left_out(left))] if left else [table]


def _tallies(reading: LedgerReading) -> Table:
    columns = (
        Column("family", _("Ressource")),
        Column("compared", _("Échanges comparés"), Kind.NUMBER),
        Column("close", _("Mots proches"), Kind.NUMBER),
        Column("giver", _("Qui donne dit plus"), Kind.NUMBER),
        Column("receiver", _("Qui reçoit dit plus"), Kind.NUMBER),
    )
    rows = tuple(
        (words.family_name(each.family), each.compared, each.close, each.giver_says_more, each.receiver_says_more)
        for each in reading.tallies
    )
    return Table("balance-tallies", _("Entre partenaires qui ne donnent pas leur nom"), columns, rows)
