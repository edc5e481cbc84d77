"""The judgement of Les Passerelles du Val: three rubrics, each judged by each, one that does not join."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.told import JudgementTold, RubricTold

RUBRICS = (
    RubricTold(
        "performance.product",
        {
            "youth": {
                "mark": "3",
                "reasons": "Le délai a été divisé presque par trois, et nous suivons chaque jeune pendant six mois.",
                "evidence": "Registre commun ; appels à six mois.",
            },
            "joinery": {
                "mark": "3",
                "reasons": "Nous avons recruté deux jeunes que nous n’aurions jamais reçus sur un papier.",
                "evidence": "Deux contrats signés.",
            },
            "council": {
                "mark": "2",
                "reasons": "Les chiffres portent sur trente jeunes. Les jeunes femmes sont trop peu nombreuses.",
                "evidence": "Registre : 9 jeunes femmes sur 31.",
            },
        },
        {
            "mark": "3",
            "reasons": "Ce qui change est réel et suivi. Nous savons que peu de jeunes femmes viennent.",
            "limits": "Trente et un jeunes, un seul métier : rien ne dit que cela tiendrait ailleurs.",
        },
        words={
            "question": "Qu’est-ce qui a changé pour les jeunes, et lesquels n’avons-nous pas touchés ?",
            "criteria": "Chaque résultat a un départ, une cible et une date.\n"
            "Nous savons qui ne vient pas, et pourquoi.\n"
            "Les effets non voulus, bons ou mauvais, sont écrits.",
        },
    ),
    RubricTold(
        "efficiency.balance",
        {
            "youth": {"mark": "3", "reasons": "Une réunion par mois, un seul registre : c’est léger.", "evidence": ""},
            "joinery": {
                "mark": "1",
                "reasons": "Léger pour qui ? Les samedis des tuteurs ne figurent dans aucun compte.",
                "evidence": "Carnet des tuteurs : 118 heures en un an.",
            },
            "council": {"mark": "3", "reasons": "Nous n’avons jamais coordonné à si peu de frais.", "evidence": ""},
        },
        {
            "mark": "2",
            "reasons": "La coordination est légère. Le tutorat, lui, repose sur du temps que personne ne paie.",
            "limits": "Le carnet des tuteurs n’est complet que depuis un an.",
        },
        {
            "joinery": {
                "mark": "1",
                "words": "« En chemin », c’est déjà trop dire tant que les samedis ne sont ni comptés ni rendus.",
            }
        },
    ),
    RubricTold(
        "meaning.balance",
        {
            "youth": {
                "mark": "2",
                "reasons": "Si Camille partait, nous mettrions six mois à nous relever.",
                "evidence": "",
            },
            "joinery": {"mark": "3", "reasons": "L’envie est là, deux compagnons peuvent accueillir.", "evidence": ""},
            "council": {
                "mark": "not_yet",
                "reasons": "L’élection approche : nous ne pouvons pas parler pour ceux qui viendront.",
                "evidence": "",
            },
        },
    ),
)

JUDGEMENT = JudgementTold(
    agreed="Comité de rentrée, les trois partenaires et deux jeunes présents, avant d’ouvrir les chiffres.",
    rubrics=RUBRICS,
    limits={
        "usual": ["few", "causes", "judges", "young"],
        "words": "Nous n’avons pas entendu les jeunes qui ont refusé la semaine d’essai.",
    },
)
