"""What the report says of the efficiency; the page draws the same blocks."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.efficiency import bridge, queries
from cordee.apps.evaluation.efficiency.forms import ASSUMPTIONS
from cordee.apps.evaluation.models import CostLine, Evaluation
from cordee.apps.library.addresses import language
from cordee.core.costs import FullCost, NoUnitCost, UnitCost, cost_per_result, full_cost
from cordee.core.document import Absent, Block, Cell, Column, Kind, Paragraph, Points, Section, Slide, Table, Tone
from cordee.core.numerals import number, percent
from cordee.core.valuation import Valuation, valuation


def sections(opened: OpenedEvaluation) -> tuple[Section, ...]:
    """Return the part of the report about efficiency."""
    evaluation = opened.evaluation
    lines = queries.rows_of(evaluation, "cost")
    cost = full_cost(bridge.cost(line) for line in lines)
    blocks: list[Block] = []
    if lines:
        blocks.append(_costs(lines))
    if cost.hours_without_cost:
        blocks.append(Paragraph(_hours_words(cost), Tone.WARNING))
    blocks += [*_results(evaluation, cost), *_notes(evaluation), *_valued(evaluation, cost)]
    return (Section("efficiency", _("Efficience"), cost_words(cost), tuple(blocks), True, slide=Slide.FIGURES),)


def cost_words(cost: FullCost) -> str:
    """Say what the alliance costs, and how much of it is hidden."""
    if not cost.lines:
        return _("Aucun coût n’est encore écrit.")
    if cost.hidden_share is None:
        return _("Des coûts sont écrits, mais aucun n’a encore de valeur en euros.")
    values = {"total": number(float(cost.total), language(), 0), "share": percent(cost.hidden_share, language())}
    return _("L’alliance coûte %(total)s € en tout, dont %(share)s de coûts cachés.") % values


def _hours_words(cost: FullCost) -> str:
    hours = number(float(cost.hours_without_cost), language(), 0)
    return _("%(hours)s heures n’ont pas de coût déclaré : le coût complet est un minimum.") % {"hours": hours}


def _costs(lines: list[CostLine]) -> Table:
    columns = (
        Column("label", _("Coût")),
        Column("partner", _("Partenaire")),
        Column("year", _("Année")),
        Column("hidden", _("Caché")),
        Column("euros", _("Euros"), Kind.MONEY),
    )
    return Table("efficiency-costs", _("Le coût complet, ligne par ligne"), columns, tuple(map(_cost_row, lines)))


def _cost_row(line: CostLine) -> tuple[Cell, ...]:
    value = bridge.cost(line).value
    partner = line.partner.organisation.name if line.partner else _("Ensemble")
    euros: Cell = Absent(_("coût horaire non déclaré")) if value is None else float(value)
    return (line.label, partner, str(line.year or "–"), _("oui") if line.hidden else _("non"), euros)


def _results(evaluation: Evaluation, cost: FullCost) -> list[Block]:
    rows = queries.rows_of(evaluation, "result")
    if not rows:
        return [Paragraph(_("Aucun résultat n’est compté : il n’y a pas de coût par résultat."))]
    columns = (
        Column("label", _("Résultat")),
        Column("unit", _("Unité")),
        Column("count", _("Nombre"), Kind.NUMBER),
        Column("unit-cost", _("Coût complet par unité"), Kind.MONEY),
    )
    cells = tuple(
        (
            row.label,
            row.unit,
            Absent(_("pas encore connu")) if row.count is None else float(row.count),
            _unit_cost(cost_per_result(cost, row.count)),
        )
        for row in rows
    )
    warning = _("Chaque ligne porte tout le coût : ces coûts ne s’additionnent pas.")
    return [Table("efficiency-results", _("Ce que coûte un résultat"), columns, cells), Paragraph(warning)]


def _unit_cost(found: UnitCost) -> Cell:
    if found.value is not None:
        return float(found.value)
    words = {
        NoUnitCost.NO_COST: _("aucun coût n’est écrit"),
        NoUnitCost.NO_RESULT: _("le nombre n’est pas connu"),
        NoUnitCost.ZERO_RESULT: _("aucun résultat pour l’instant : le rapport n’a pas de sens"),
    }
    return Absent(words[found.refused or NoUnitCost.NO_RESULT])


def _notes(evaluation: Evaluation) -> list[Block]:
    notes = tuple(str(row.label) for row in queries.rows_of(evaluation, "frugality"))
    return [Points(notes)] if notes else []


def _valued(evaluation: Evaluation, cost: FullCost) -> list[Block]:
    rows = queries.rows_of(evaluation, "value")
    if not rows:
        return []
    rates = queries.rows_of(evaluation, "rate")
    discount = bridge.bounds(rates[0], "discount") if rates else bridge.NO_DISCOUNT
    found = valuation(bridge.outcomes(rows), discount, cost.total)
    if found is None:
        return [Paragraph(_("Pas de valorisation : il faut un coût, et au moins une hypothèse qui varie."))]
    names = {str(row.pk): row.label for row in rows}
    sources = tuple(f"{row.label} – {row.source}" for row in (*rows,))
    return [Paragraph(ratio_words(found), Tone.WARNING), _sensitivity(found, names), Points(sources)]


def ratio_words(found: Valuation) -> str:
    """Say the ratio with its range, and that it is made of assumptions."""
    low, central, high = (number(each, language(), 2) for each in (found.lowest, found.central, found.highest))
    return _(
        "Entre %(low)s et %(high)s € de valeur estimée pour 1 € de coût complet (central : %(central)s). "
        "Ce chiffre repose sur des hypothèses : il les résume, il ne mesure rien."
    ) % {"low": low, "central": central, "high": high}


def _sensitivity(found: Valuation, names: dict[str, str]) -> Table:
    columns = (
        Column("outcome", _("Changement")),
        Column("assumption", _("Hypothèse qui varie seule")),
        Column("low", _("Rapport, hypothèse basse"), Kind.NUMBER),
        Column("central", _("Rapport central"), Kind.NUMBER),
        Column("high", _("Rapport, hypothèse haute"), Kind.NUMBER),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            names.get(row.outcome, _("Tous")),
            str(ASSUMPTIONS.get(row.assumption, _("Taux d’actualisation, en pourcentage"))),
            row.at_low,
            found.central,
            row.at_high,
        )
        for row in found.rows
    ]
    every = _("Toutes ensemble, au plus prudent et au plus favorable")
    rows.append((_("Tous"), every, found.lowest, found.central, found.highest))
    return Table("efficiency-sensitivity", _("Ce que le rapport doit aux hypothèses"), columns, tuple(rows))
