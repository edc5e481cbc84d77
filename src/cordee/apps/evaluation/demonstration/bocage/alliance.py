"""La Table du Bocage itself: twelve invented organisations around what people eat."""

from __future__ import annotations

from datetime import date

from cordee.apps.organisations.demonstration import AllianceTold, OrganisationTold

COUNTRY, TOWN, COUNTY = "epci-200040244", "commune-79049", "department-79"

TABLE = AllianceTold(
    name="La Table du Bocage",
    purpose="Que chacun, à l’école, chez soi ou en établissement, mange bien, et que ceux qui produisent en vivent.",
    started_on=date(2016, 3, 14),
    stage="rooted",
    partnership_types=("patronage", "responsible_practices", "economic_cooperation", "societal_innovation"),
    goals=(2, 3, 8, 12, 17),
    territory=COUNTRY,
    mail="bocage.example",
    organisations=(
        OrganisationTold("Cuisines du Bocage", "association", "size-10-49", TOWN, "human", "Maëlle Gaborit"),
        OrganisationTold("Ferme des Trois Chênes", "company", "size-1-9", COUNTRY, "economy", "Bastien Roy"),
        OrganisationTold(
            "Pays du Haut Bocage", "local_authority", "size-50-249", COUNTRY, "stakeholders", "Inès Fortin"
        ),
        OrganisationTold("Mutuelle Bocagère", "company", "size-250-4999", COUNTY, "stakeholders", "Hugo Pineau"),
        OrganisationTold("Fondation Roseraie", "foundation", "size-1-9", COUNTY, "innovation", "Clara Desmoulins"),
        OrganisationTold("Lycée agricole des Prés-Hauts", "academic", "size-50-249", TOWN, "human", "Naël Courtin"),
        OrganisationTold("Résidence Les Tilleuls", "association", "size-50-249", TOWN, "human", "Agathe Simon"),
        OrganisationTold("Glanage et Partage", "association", "size-0", COUNTRY, "human", "Jonas Hervé"),
        OrganisationTold("Conserverie Darnault", "company", "size-10-49", COUNTRY, "economy", "Solène Darnault"),
        OrganisationTold("Réseau Terres Voisines", "support", "size-1-9", COUNTY, "innovation", "Marius Delon"),
        OrganisationTold("Collectif du Moulin", "citizens", "size-0", COUNTRY, "stakeholders", "Yasmine Bellamy"),
        OrganisationTold("Transports Audebert", "company", "size-10-49", COUNTRY, "economy", "Ludovic Audebert"),
    ),
)

PARTNERS = (
    "kitchen", "farm", "council", "mutual", "fund", "school", "home", "gleaners", "cannery", "network", "people",
    "haulier",
)  # fmt: skip
"""Keys of the partners, in the order above."""
