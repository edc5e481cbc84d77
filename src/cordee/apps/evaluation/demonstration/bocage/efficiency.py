"""What La Table du Bocage costs and gives: euros, hours, hours nobody counts, and one change valued with care."""

from __future__ import annotations

from typing import Any

from cordee.apps.evaluation.demonstration.efficiency import between
from cordee.apps.evaluation.demonstration.told import Typed

YEAR = "2025"


def _euros(label: str, partner: str, amount: str) -> tuple[str, Typed]:
    return "cout", {"label": label, "partner": partner, "kind": "money", "amount": amount, "year": YEAR}


def _hours(label: str, partner: str, hours: str, cost: str = "", *, hidden: bool = False) -> tuple[str, Typed]:
    row: dict[str, Any] = {"label": label, "partner": partner, "kind": "hours", "hours": hours, "year": YEAR}
    return "cout", {**row, "hourly_cost": cost, **({"hidden": "on"} if hidden else {})}


COSTS = (
    _euros("Coordination et commande groupée", "kitchen", "74000"),
    _euros("Local, eau et courant de la légumerie", "council", "21500"),
    _euros("Entretien des machines", "cannery", "13200"),
    _euros("Tournées des repas portés", "haulier", "18600"),
    _euros("Animation et visites sur place", "network", "22000"),
    _hours("Encadrement des élèves", "school", "220", "41"),
    _hours("Pesées et relevés", "school", "140", "41"),
    _hours("Accueil des bénévoles", "kitchen", "160", "29"),
    _hours("Soirées des dirigeants", "", "210", "52", hidden=True),
    _hours("Bénévoles des tournées", "gleaners", "900", hidden=True),
    _hours("Soirées du collectif d’habitants", "people", "190", hidden=True),
)

VALUED: Typed = {
    "label": "Mois de maintien à domicile gagnés pour un aîné",
    "quantity": "120",
    "source": "Hypothèse des partenaires, inventée pour la démonstration ; à refaire avec les soignants",
    **between("proxy", "300", "620", "900"),
    **between("deadweight", "30", "45", "60"),
    **between("displacement", "0", "5", "10"),
    **between("attribution", "20", "35", "50"),
    **between("drop_off", "10", "20", "40"),
    **between("duration", "1", "3", "5"),
}

EFFICIENCY: tuple[tuple[str, Typed], ...] = (
    *COSTS,
    ("resultat", {"label": "Repas servis dans les trois cantines", "unit": "repas", "count": "60100"}),
    ("resultat", {"label": "Aînés qui reçoivent un repas et une visite", "unit": "personne", "count": "120"}),
    ("resultat", {"label": "Légumes transformés", "unit": "tonne", "count": "42"}),
    ("resultat", {"label": "Fermes qui demandent à entrer", "unit": "ferme", "count": ""}),
    ("frugalite", {"label": "La légumerie est née dans un ancien garage, avec deux machines d’occasion."}),
    ("frugalite", {"label": "Un guide de douze pages, libre de droits, remplace trois formations payantes."}),
    (
        "frugalite",
        {"label": "Les élèves pèsent les restes pendant leurs travaux pratiques : une même heure sert deux fois."},
    ),
    ("valeur", VALUED),
    ("taux", {"label": "Taux retenu par l’assemblée pour l’exercice", **between("discount", "1", "2.5", "4")}),
)
