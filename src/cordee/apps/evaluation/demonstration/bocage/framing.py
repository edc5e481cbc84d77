"""The frame of La Table du Bocage: ten years of path, the territory, twelve lessons, questions, calendar, means."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.told import FramingTold, Months, PieceTold

PIECES = {
    "charter": PieceTold(
        "Charte des prix, première version",
        "charte-des-prix.txt",
        "La Table du Bocage (alliance inventée). Charte des prix, mars 2019.\n\n"
        "1. Chaque producteur dit ce que lui coûte un kilo. 2. Chaque cuisine dit ce qu’elle peut payer.\n"
        "3. L’écart se discute à table, jamais au téléphone.\n",
    ),
    "bins": PieceTold(
        "Pesée des restes dans trois cantines",
        "pesee-des-restes.csv",
        "annee;repas;kilos\n2018;61200;7956\n2021;58900;5301\n2024;60100;4207\n",
    ),
}

MOMENTS = (
    {
        "happened": "14/03/2016",
        "kind": "meeting",
        "title": "Un dîner de quarante personnes au lycée agricole",
        "story": "Des éleveurs, des cuisinières et des parents d’élèves à la même table. Personne n’avait de projet.",
        "met": "Des habitants du quartier du Moulin, venus sans invitation",
    },
    {
        "happened": "09/2017",
        "kind": "experiment",
        "title": "Une première commande groupée pour trois cantines",
        "story": "Douze légumes, deux producteurs, beaucoup d’erreurs. Les cantines ont voulu recommencer.",
    },
    {
        "happened": "03/2019",
        "kind": "decision",
        "title": "Une charte des prix, livres ouverts",
        "story": "Elle dit ce que chacun doit gagner pour tenir. Deux producteurs l’ont refusée.",
        "evidence": "charter",
    },
    {
        "happened": "04/2020",
        "kind": "turning_point",
        "title": "Les cantines ferment, les repas partent chez les aînés",
        "story": "En une semaine, les cuisines ont changé de métier. Les bénévoles ont porté les repas.",
        "met": "Les aides à domicile, qui savaient qui ne mangeait plus",
    },
    {
        "happened": "11/2021",
        "kind": "result",
        "title": "La légumerie partagée ouvre dans un ancien garage",
        "story": "Ni les cuisines, ni la conserverie, ni le lycée ne l’auraient montée seuls.",
    },
    {
        "happened": "2023",
        "kind": "difficulty",
        "title": "Une année de fâcherie sur le prix du lait",
        "story": "Deux partenaires ne sont plus venus pendant huit mois. La médiation est venue des habitants.",
    },
    {
        "happened": "05/2025",
        "kind": "result",
        "title": "Deux territoires voisins reprennent la commande groupée",
        "story": "Ils ont gardé la charte et changé les produits. Nous avons appris de leurs corrections.",
        "evidence": "bins",
    },
)

GROUNDS = (
    {
        "kind": "fragility",
        "title": "Des aînés qui mangent seuls, et peu",
        "known": "Les aides à domicile le voient ; aucun service ne le compte chaque année.",
        "figure": "1 personne de plus de 75 ans sur 6 dénutrie à domicile (chiffre inventé pour la démonstration)",
        "source": "https://observatoire.bocage.example/denutrition",
        "dated": "2022",
        "goals": ["3"],
        "targets": "2.1, 2.2",
    },
    {
        "kind": "fragility",
        "title": "Des fermes sans reprise",
        "known": "Un exploitant sur deux partira avant dix ans. Nous ne savons pas combien ont un successeur.",
        "figure": "46 fermes à reprendre d’ici dix ans (chiffre inventé pour la démonstration)",
        "source": "https://observatoire.bocage.example/reprises",
        "dated": "03/2024",
        "goals": ["8"],
        "targets": "2.3",
    },
    {
        "kind": "transition",
        "title": "Jeter moins, transformer sur place",
        "known": "Un tiers des légumes invendus peut être transformé, si la récolte et l’atelier s’accordent.",
        "goals": [],
        "targets": "12.3, 12.5",
    },
    {
        "kind": "transition",
        "title": "Une eau plus rare l’été",
        "known": "Les cultures changent. Les menus devront suivre, et non l’inverse.",
        "goals": ["6", "13"],
        "targets": "",
    },
)

PURPOSE = {
    "readers": "Les douze partenaires, le conseil du Pays du Haut Bocage, et les habitants qui le demanderont.",
    "decision": "Choisir, pour les dix ans qui viennent, ce que la légumerie devient et qui la dirige.",
    "reason": "Les fondateurs partent les uns après les autres. Ce qu’ils savent n’est écrit nulle part.",
}

SCOPE = {
    "objects_chosen": ["product", "balance"],
    "approaches": ["performance", "clarity", "societal_contribution", "efficiency"],
    "methods": ["self-evaluation", "contribution-analysis", "outcome-harvesting", "network-analysis", "sroi"],
}

QUESTIONS = {
    "chosen": [
        "performance.product:1",
        "performance.balance:1",
        "efficiency.product:0",
        "societal_contribution.product:0",
        "societal_contribution.product:1",
        "societal_contribution.balance:0",
        "clarity.balance:0",
        "clarity.balance:1",
    ],
    "own": "Que deviendraient les menus si les fondateurs s’arrêtaient ?\nQui mange mieux, et qui ne mange pas mieux ?",
}

STAKEHOLDERS = (
    {"name": "L’assemblée des douze partenaires", "place": "decides", "expects": "Un choix clair pour la légumerie."},
    {"name": "Les cuisinières et cuisiniers", "place": "consulted", "expects": "Moins de décisions prises sans eux."},
    {"name": "Les producteurs hors alliance", "place": "consulted", "expects": "Savoir à quelles conditions entrer."},
    {"name": "Les habitants du Haut Bocage", "place": "informed", "expects": "Lire les comptes sans être comptable."},
    {"name": "Les enfants des cantines", "place": "beneficiary", "expects": "Que ce soit bon."},
    {"name": "Les aînés livrés chez eux", "place": "beneficiary", "expects": "Que quelqu’un passe."},
)

STEPS = (
    {
        "phase": "ex_ante",
        "what": "Peser les restes, lire les factures, avant la légumerie",
        "starts_on": "2018-01-08",
        "ends_on": "2018-06-29",
        "who": "Lycée agricole des Prés-Hauts",
    },
    {
        "phase": "in_itinere",
        "what": "Relire les chiffres chaque automne, avec deux habitants tirés au sort",
        "starts_on": Months(-26),
        "ends_on": Months(-2),
        "who": "Réseau Terres Voisines",
    },
    {
        "phase": "ex_post",
        "what": "Juger ensemble, puis publier la page commune",
        "starts_on": Months(-1),
        "ends_on": Months(1),
        "who": "Cuisines du Bocage et Collectif du Moulin",
    },
    {"phase": "ex_post", "what": "Revenir voir dans trois ans", "starts_on": Months(36), "who": "À décider ensemble"},
)

MEANS = (
    {"what": "Animation de l’évaluation", "partner": "network", "money": "9000", "hours": "120", "hourly_cost": "48"},
    {"what": "Soirées de relecture", "partner": "people", "hours": "40", "hidden_hours": "110"},
    {"what": "Relevés en cuisine", "partner": "kitchen", "hours": "90", "hidden_hours": "30", "hourly_cost": "29"},
    {"what": "Pesées par les élèves", "partner": "school", "hours": "140", "hidden_hours": "20", "hourly_cost": "0"},
    {"what": "Temps des dirigeants", "partner": "", "hidden_hours": "160", "hourly_cost": "52"},
    {"what": "Mise en page et impression", "partner": "council", "money": "2400"},
)

LESSONS = {
    "kitchen": "Nous cuisinions pour nourrir. Nous avons appris que la table est aussi un lieu où l’on s’explique.",
    "farm": "Dire son prix de revient fait peur une fois. Ensuite, on dort mieux.",
    "council": "Nous apportons de l’argent et des locaux. On nous demande surtout de la constance.",
    "mutual": "La prévention ne se décrète pas : elle passe par des gens qui frappent à la porte.",
    "fund": "Notre soutien a rendu possible la légumerie, et difficile de nous dire non.",
    "school": "Nos élèves apprennent plus en pesant des restes qu’en lisant un cours sur le gaspillage.",
    "home": "Manger d’ici a redonné des souvenirs aux résidents. Nous ne l’avions pas prévu.",
    "gleaners": "Les bénévoles ne manquent pas. Ce qui manque, c’est quelqu’un pour les appeler la veille.",
    "cannery": "Nous avons investi pour la légumerie ; nous en dépendons plus que nous ne l’avons dit.",
    "network": "Notre place est de faire parler les autres. Nous avons trop souvent parlé pour eux.",
    "people": "Nous sommes venus râler. Nous sommes restés pour compter.",
    "haulier": "Un camion à moitié vide coûte autant qu’un plein. Partager les tournées, c’est partager ses clients.",
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
)
