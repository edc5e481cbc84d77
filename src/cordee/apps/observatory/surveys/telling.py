"""What pages say of a survey: its overview, what its calibration did, its figures, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from cordee.core.numerals import number, percent
from cordee.core.packs.text import Lang
from cordee.stats.calibration.diagnostics import Diagnostics
from cordee.stats.faults import Told
from cordee.stats.overview import Overview
from cordee.stats.result_files import Sheet


@dataclass(frozen=True)
class Fault:
    """Where, what is wrong, and what to do."""

    what: str
    remedy: str


@dataclass(frozen=True)
class Table:
    """A page of a table, with the names of its columns."""

    headers: Sequence[str]
    rows: Sequence[Sequence[str]]


def faults_told(faults: Iterable[Told], lang: Lang) -> list[Fault]:
    """Say faults on two lines each, as the command line does."""
    told = []
    for fault in faults:
        what, _newline, remedy = fault.in_(lang).partition("\n")
        told.append(Fault(what, remedy.strip()))
    return told


def overview_told(seen: Overview, lang: Lang) -> list[tuple[str, str]]:
    """Say what is in a survey: facts and their values."""
    facts = [
        (_("Lignes"), _whole(seen.rows, lang)),
        (_("Somme des poids"), number(seen.weight, lang)),
        (_("Effectif efficace"), number(seen.n_eff, lang)),
        (_("Strates"), _whole(seen.strata, lang)),
        (_("Grappes, ou lignes"), _whole(seen.clusters, lang)),
        (_("Strates à une seule grappe"), _whole(seen.lone_strata, lang)),
    ]
    return facts + [
        (_("Modalités de %(name)s") % {"name": name}, _whole(count, lang)) for name, count in seen.categories.items()
    ]


def answers_told(seen: Overview, lang: Lang) -> Table:
    """Say how many answered each variable, with its question where it is known."""
    rows = [
        (name, seen.texts[name].in_(lang) if name in seen.texts else "", _whole(count, lang), _share(count, seen, lang))
        for name, count in seen.answers.items()
    ]
    return Table((_("Variable"), _("Question"), _("Réponses"), _("Part des lignes")), rows)


def _share(count: int, seen: Overview, lang: Lang) -> str:
    return percent(count / seen.rows, lang) if seen.rows else "—"


def diagnostics_told(found: Diagnostics, lang: Lang) -> list[tuple[str, str]]:
    """Say what a calibration did."""
    said = {
        "iterations": _("Itérations"),
        "largest_gap": _("Plus grand écart à une marge, relatif"),
        "least_ratio": _("Plus petit rapport de poids"),
        "percentile_1": _("Premier centile des rapports"),
        "median_ratio": _("Rapport médian"),
        "percentile_99": _("Dernier centile des rapports"),
        "greatest_ratio": _("Plus grand rapport de poids"),
        "negative": _("Poids nuls ou négatifs"),
        "n": _("Lignes"),
        "n_eff_before": _("Effectif efficace avant calage"),
        "n_eff": _("Effectif efficace après calage"),
        "design_effect": _("Effet de plan des poids"),
    }
    return [(said[name], _figure(value, lang)) for name, value in found.as_dict().items()]


def table_told(sheet: Sheet, rows: Sequence[Sequence[Any]], fewest: int, lang: Lang) -> Table:
    """Write some rows of a table of results for reading; what is not known is a dash.

    `fewest` is the count under which a figure is hidden: above it, a hidden one is hidden to protect another.
    """
    headers = [_header(name) for name in sheet.columns]
    return Table(headers, [_row(dict(zip(sheet.columns, row, strict=True)), fewest, lang) for row in rows])


def _row(cells: dict[str, Any], fewest: int, lang: Lang) -> list[str]:
    said = {name: _cell(name, cell, lang) for name, cell in cells.items()}
    if cells["status"] == "suppressed" and cells["n"] >= fewest:
        said["status"] = _("masqué : il permettrait d’en retrouver un autre")
    return list(said.values())


def _header(name: str) -> str:
    """Name a column in the language on screen; a variable of the survey keeps its own name."""
    return {
        "measure": _("Mesure"),
        "variable": _("Variable"),
        "values": _("Valeurs"),
        "estimate": _("Estimation"),
        "difference": _("Différence"),
        "se": _("Erreur-type"),
        "lower": _("De"),
        "upper": _("À"),
        "df": _("Degrés de liberté"),
        "deff": _("Effet de plan"),
        "n_eff": _("n efficace"),
        "p_holm": _("p corrigé (Holm)"),
        "distinguishable": _("Se distingue"),
        "status": _("Statut"),
    }.get(name, name)


def _cell(name: str, cell: Any, lang: Lang) -> str:
    if cell is None or cell == "":
        return "—"
    if name == "status":
        return _status(str(cell))
    if name == "distinguishable":
        return _("oui") if cell == "yes" else _("non")
    return _figure(cell, lang) if isinstance(cell, (int, float)) else str(cell)


def _status(status: str) -> str:
    return {
        "ok": _("lisible"),
        "suppressed": _("masqué : trop peu de réponses"),
        "too_few": _("trop peu de réponses"),
        "single_psu": _("strate à une seule grappe"),
    }.get(status, status)


def _whole(value: int, lang: Lang) -> str:
    return number(value, lang, 0)


def _figure(value: float, lang: Lang) -> str:
    """Write a number for reading: whole ones whole, four decimals otherwise, powers of ten when it is tiny."""
    if isinstance(value, int) or value == 0:
        return number(value, lang, 0)
    if abs(value) < 5e-5:
        return f"{value:.1e}".replace(".", "," if lang == "fr" else ".")
    return number(value, lang, 4 if abs(value) < 100 else 1)
