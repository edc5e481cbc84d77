"""The judgement of La Table du Bocage: three rubrics judged by twelve, one that does not join, a page open to all."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.told import JudgementTold, RubricTold, Typed


def _said(mark: str, reasons: str, evidence: str = "") -> Typed:
    return {"mark": mark, "reasons": reasons, "evidence": evidence}


PRODUCT = RubricTold(
    "performance.product",
    {
        "kitchen": _said("4", "Un repas sur deux vient d’ici, et les enfants le finissent.", "Factures et pesées."),
        "farm": _said("3", "Les contrats d’un an ont changé mon métier, pas encore celui de mes voisins."),
        "council": _said("3", "Les résultats sont suivis et publiés chaque année.", "Registre affiché en mairie."),
        "mutual": _said(
            "3", "Les alertes données par les tournées nous sont utiles. Leur effet sur la santé reste à lire."
        ),
        "fund": _said("4", "Peu d’alliances peuvent montrer huit ans de chiffres."),
        "school": _said(
            "3", "Nos pesées le montrent ; l’établissement des Tilleuls progresse moins vite.", "34 % contre 57 %."
        ),
        "home": _said("3", "Les résidents mangent mieux. Nous n’avons pas tenu notre part d’achats."),
        "gleaners": _said("3", "Cent vingt personnes revoient quelqu’un. C’est là que je regarde."),
        "cannery": _said("3", "Quarante-deux tonnes, c’est réel. La panne de janvier aussi."),
        "network": _said("3", "Deux territoires reprennent : le résultat dépasse la table."),
        "people": _said("3", "On nous répond. Avant, on nous remerciait.", "23 questions répondues en un an."),
        "haulier": _said("not_yet", "Je livre. Je ne vois pas assez l’assiette pour juger."),
    },
    {
        "mark": "3",
        "reasons": "Ce qui change dans les assiettes est mesuré depuis huit ans. La résidence avance moins vite.",
        "limits": "Rien n’est mesuré sur la santé elle-même.",
    },
)

CLARITY = RubricTold(
    "clarity.balance",
    {
        "kitchen": _said("3", "L’assemblée décide, le comité exécute. C’est écrit depuis 2019."),
        "farm": _said("2", "C’est écrit, mais l’horaire décide pour nous : nous ne venons pas le soir."),
        "council": _said("3", "Les règles ont été relues cette année."),
        "mutual": _said("3", "Nous savons qui appeler."),
        "fund": _said("3", "Notre voix compte une fois, comme les autres."),
        "school": _said("3", "Clair pour les adultes ; les élèves ne savent pas où dire leur avis."),
        "home": _said("2", "Nous découvrons des décisions dans les menus."),
        "gleaners": _said("2", "Décider la veille pour le lendemain, ce n’est pas décider ensemble."),
        "cannery": _said("2", "Qui décide d’arrêter une machine ? Personne ne sait."),
        "network": _said("3", "Les rôles sont nommés ; la relève ne l’est pas."),
        "people": _said("1", "Un habitant ne sait toujours pas comment entrer, ni à qui le demander."),
        "haulier": _said("3", "Je reçois une feuille de route. Elle est juste."),
    },
    {
        "mark": "2",
        "reasons": "Qui décide est écrit. Comment on entre, et qui arrête une machine, ne l’est pas.",
        "limits": "Deux partenaires n’étaient pas à la discussion.",
    },
    {
        "people": {
            "mark": "1",
            "words": "Tant que la porte d’entrée n’est écrite nulle part, nous ne pouvons pas dire « en chemin ».",
        }
    },
)

CONTRIBUTION = RubricTold(
    "societal_contribution.product",
    {
        "kitchen": _said("3", "Nous disons ce que d’autres ont apporté : la loi, deux grossistes."),
        "farm": _said("3", "Des fermes tiennent. Trois se sentent dehors : c’est écrit aussi."),
        "council": _said("3", "Les effets négatifs sont cherchés, et publiés."),
        "mutual": _said("2", "Nous réclamons peut-être trop pour le maintien à domicile."),
        "fund": _said("3", "La part réclamée est argumentée."),
        "school": _said("3", "La pesée ne dit pas tout, mais elle est refaite par d’autres."),
        "home": _said("3", "Les familles le disent. Nous ne l’avons pas compté."),
        "gleaners": _said("2", "L’eau n’est dans aucun de nos chiffres."),
        "cannery": _said("3", "Moins de pertes, plus de courant : nous avons mis les deux."),
        "network": _said("3", "Une contribution, pas toute la cause : c’est dit partout."),
        "people": _said("2", "Il manque ceux qui ne mangent pas ici."),
        "haulier": _said("3", "Un camion plein plutôt que trois à moitié vides."),
    },
    {
        "mark": "3",
        "reasons": "La contribution est argumentée avec les autres causes ; l’eau et les absents restent à regarder.",
        "limits": "Les trois entretiens d’éleveurs ne valent pas une enquête.",
    },
)

JUDGEMENT = JudgementTold(
    agreed="Assemblée d’automne, les douze partenaires et deux habitants tirés au sort, avant de lire les chiffres.",
    rubrics=(PRODUCT, CLARITY, CONTRIBUTION),
    limits={
        "usual": ["causes", "declared", "absent", "judges"],
        "words": "Dix ans ne suffisent pas à parler de confiance : son horloge compte vingt-huit ans.",
    },
    is_public=True,
)
