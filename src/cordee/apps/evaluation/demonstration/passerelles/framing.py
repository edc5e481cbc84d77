"""The frame of Les Passerelles du Val: the path, the territory, lessons, purpose, questions, calendar, means."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.told import FramingTold, Months, PieceTold

PIECES = {
    "minutes": PieceTold(
        "Compte rendu de la première réunion à trois",
        "premiere-reunion.txt",
        "Les Passerelles du Val (alliance inventée). Compte rendu du 4 septembre 2023.\n\n"
        "Présents : Cap Jeunes Val, Menuiseries Berthier, Pays du Val.\n"
        "Ce que nous constatons : des jeunes cherchent, un atelier recrute, ils ne se rencontrent pas.\n"
        "Ce que nous essayons : des semaines d’essai en atelier, préparées et accompagnées.\n",
    ),
    "shuttle": PieceTold(
        "Relevé des passagers de la navette",
        "navette-passagers.csv",
        "mois;trajets;passagers\n2024-06;42;61\n2024-07;40;48\n2024-08;18;11\n2024-09;44;39\n",
    ),
}

MOMENTS = (
    {
        "happened": "04/09/2023",
        "kind": "meeting",
        "title": "Première réunion à trois, dans l’atelier",
        "story": "Nous pensions parler de recrutement. Nous avons surtout parlé de trajets et de confiance.",
        "met": "Deux jeunes suivis par Cap Jeunes Val, qui en étaient d’accord",
        "evidence": "minutes",
    },
    {
        "happened": "11/2023",
        "kind": "decision",
        "title": "Une convention de deux pages, signée à trois",
        "story": "Elle dit ce que chacun apporte et comment on se quitte. Elle ne disait pas encore qui décide quoi.",
        "met": "",
        "evidence": "",
    },
    {
        "happened": "03/2024",
        "kind": "experiment",
        "title": "Première semaine d’essai : six jeunes à l’atelier",
        "story": "Cinq sont allés au bout. Le sixième est revenu deux mois plus tard, de lui-même.",
        "met": "Deux compagnons menuisiers, devenus les premiers tuteurs",
    },
    {
        "happened": "10/2024",
        "kind": "difficulty",
        "title": "La navette est arrêtée : trop peu de passagers",
        "story": "Nous l’avions pensée sans demander aux jeunes leurs horaires. Elle roulait à moitié vide.",
        "met": "",
        "evidence": "shuttle",
    },
    {
        "happened": "02/2025",
        "kind": "turning_point",
        "title": "Des deux-roues prêtés plutôt qu’une navette",
        "story": "L’idée est venue d’un jeune. Depuis, nous ouvrons chaque comité par leur parole.",
        "met": "Un garage du territoire, qui répare à prix coûtant",
    },
    {
        "happened": "06/2025",
        "kind": "result",
        "title": "Premier contrat durable signé après une semaine d’essai",
        "story": "Un contrat ne prouve rien à lui seul. Il a changé la façon dont l’atelier parle de nous.",
        "met": "",
    },
)

GROUNDS = (
    {
        "kind": "fragility",
        "title": "Des jeunes sans moyen de se déplacer",
        "known": "Les transports s’arrêtent à 19 heures. On ne sait pas combien de jeunes y renoncent sans le dire.",
        "figure": "2 jeunes sur 5 sans permis ni véhicule à 20 ans (chiffre inventé pour la démonstration)",
        "source": "https://observatoire.passerelles.example/mobilite-des-jeunes",
        "dated": "2023",
        "goals": ["10"],
        "targets": "11.2",
    },
    {
        "kind": "fragility",
        "title": "Des métiers manuels que l’école montre peu",
        "known": "Les ateliers ne trouvent pas d’apprentis ; les jeunes ne les ont jamais vus de l’intérieur.",
        "figure": "14 postes ouverts depuis plus de six mois (chiffre inventé pour la démonstration)",
        "source": "https://observatoire.passerelles.example/postes-ouverts",
        "dated": "06/2024",
        "goals": [],
        "targets": "4.4, 8.6",
    },
    {
        "kind": "transition",
        "title": "Réparer et rénover plutôt que remplacer",
        "known": "La rénovation des logements demande des menuisiers pour vingt ans. Nous en voyons le début.",
        "goals": ["12"],
        "targets": "",
    },
)

PURPOSE = {
    "readers": "Les trois directions, le conseil du Pays du Val, et les jeunes qui ont fait une semaine d’essai.",
    "decision": "Décider, avant l’été, si nous ouvrons les semaines d’essai à d’autres métiers, et avec qui.",
    "reason": "Trois ans ont passé. Nous avons l’impression d’avancer, mais chacun raconte une autre histoire.",
}

SCOPE = {
    "objects_chosen": ["product", "balance"],
    "approaches": ["performance", "efficiency", "meaning"],
    "methods": ["self-evaluation", "monitoring", "two-way-ledger", "most-significant-change"],
}

QUESTIONS = {
    "chosen": [
        "performance.product:1",
        "performance.balance:1",
        "efficiency.product:0",
        "efficiency.balance:0",
        "meaning.balance:1",
    ],
    "own": "Qu’est-ce qu’un jeune dirait de nous à un ami ?\nQue se passe-t-il après la semaine d’essai ?",
}

STAKEHOLDERS = (
    {"name": "Les trois directions", "place": "decides", "expects": "Savoir quoi garder, quoi arrêter."},
    {
        "name": "Les jeunes passés par l’atelier",
        "place": "consulted",
        "expects": "Que leur parole change quelque chose.",
    },
    {"name": "Les tuteurs de l’atelier", "place": "consulted", "expects": "Que leur temps soit reconnu."},
    {"name": "Les habitants du Val", "place": "informed", "expects": "Comprendre à quoi sert l’argent public."},
    {
        "name": "Les jeunes du territoire",
        "place": "beneficiary",
        "expects": "Un métier à moins d’une heure de chez eux.",
    },
)

STEPS = (
    {
        "phase": "ex_ante",
        "what": "Relever la situation de départ",
        "starts_on": "2023-09-04",
        "ends_on": "2023-12-15",
        "who": "Cap Jeunes Val",
    },
    {
        "phase": "in_itinere",
        "what": "Relire les chiffres et écouter six jeunes, deux fois par an",
        "starts_on": Months(-6),
        "ends_on": Months(3),
        "who": "Camille Roux et un tuteur, à tour de rôle",
    },
    {
        "phase": "ex_post",
        "what": "Juger ensemble, puis restituer aux jeunes dans l’atelier",
        "starts_on": Months(4),
        "ends_on": Months(6),
        "who": "Les trois partenaires",
    },
)

MEANS = (
    {
        "what": "Entretiens avec les jeunes",
        "partner": "youth",
        "hours": "60",
        "hidden_hours": "25",
        "hourly_cost": "32",
    },
    {"what": "Temps des tuteurs", "partner": "joinery", "hours": "24", "hidden_hours": "40", "hourly_cost": "38"},
    {"what": "Comités et relectures", "partner": "council", "hours": "18", "hidden_hours": "12"},
    {"what": "Captation et mise en page", "partner": "", "money": "1500"},
)

LESSONS = {
    "youth": "Nous voulions protéger les jeunes de l’échec. Ils nous ont demandé d’essayer plus tôt.",
    "joinery": "Accueillir demande un vrai temps de tutorat. Nous le comptions comme une faveur ; c’est un métier.",
    "council": "Financer une navette rassure. Demander leurs horaires aux jeunes aurait coûté moins cher.",
}

FRAMING = FramingTold(
    moments=MOMENTS,
    grounds=GROUNDS,
    purpose=PURPOSE,
    scope=SCOPE,
    questions=QUESTIONS,
    stakeholders=STAKEHOLDERS,
    steps=STEPS,
    means=MEANS,
    lessons=LESSONS,
    figures={"perceived-fragilities.citizens.2019.fr.mobility": "Des jeunes sans moyen de se déplacer"},
)
