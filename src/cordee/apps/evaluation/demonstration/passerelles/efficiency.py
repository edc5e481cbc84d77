"""What Les Passerelles du Val cost and give: euros, hours, hours nobody counts, and one change valued with care."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.efficiency import between
from cordee.apps.evaluation.demonstration.told import Typed

EFFICIENCY: tuple[tuple[str, Typed], ...] = (
    (
        "cout",
        {
            "label": "Coordination à Cap Jeunes Val",
            "partner": "youth",
            "kind": "money",
            "amount": "34000",
            "year": "2025",
        },
    ),
    (
        "cout",
        {
            "label": "Achat et entretien des deux-roues",
            "partner": "council",
            "kind": "money",
            "amount": "9600",
            "year": "2025",
        },
    ),
    (
        "cout",
        {"label": "Bois et outils des jeunes", "partner": "joinery", "kind": "money", "amount": "3200", "year": "2025"},
    ),
    (
        "cout",
        {
            "label": "Tutorat pendant les semaines d’essai",
            "partner": "joinery",
            "kind": "hours",
            "hours": "310",
            "hourly_cost": "38",
            "year": "2025",
        },
    ),
    (
        "cout",
        {
            "label": "Tutorat le soir et le samedi",
            "partner": "joinery",
            "kind": "hours",
            "hours": "118",
            "hourly_cost": "38",
            "hidden": "on",
            "year": "2025",
        },
    ),
    (
        "cout",
        {
            "label": "Temps de la direction de Cap Jeunes Val",
            "partner": "youth",
            "kind": "hours",
            "hours": "70",
            "hourly_cost": "45",
            "hidden": "on",
            "year": "2025",
        },
    ),
    (
        "cout",
        {
            "label": "Bénévoles qui réparent les deux-roues",
            "partner": "",
            "kind": "hours",
            "hours": "90",
            "hidden": "on",
            "year": "2025",
        },
    ),
    ("resultat", {"label": "Semaines d’essai menées jusqu’au bilan", "unit": "semaine d’essai", "count": "31"}),
    ("resultat", {"label": "Jeunes en emploi ou en formation six mois après", "unit": "jeune", "count": "18"}),
    ("resultat", {"label": "Familles venues visiter", "unit": "famille", "count": ""}),
    ("frugalite", {"label": "La navette est remplacée par huit deux-roues d’occasion, réparés par des bénévoles."}),
    ("frugalite", {"label": "Un seul registre pour trois financeurs : les rapports se font en une matinée."}),
    (
        "valeur",
        {
            "label": "Mois d’inactivité évités pour un jeune",
            "quantity": "18",
            "source": "Hypothèse de travail des trois partenaires, inventée pour la démonstration",
            **between("proxy", "2400", "3600", "4800"),
            **between("deadweight", "20", "30", "45"),
            **between("displacement", "5", "10", "20"),
            **between("attribution", "10", "20", "30"),
            **between("drop_off", "20", "30", "50"),
            **between("duration", "1", "2", "3"),
        },
    ),
    (
        "taux",
        {"label": "Taux retenu par les trois partenaires pour l’exercice", **between("discount", "1", "2.5", "4")},
    ),
)
