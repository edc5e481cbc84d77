"""The effects of La Table du Bocage: in the six cells, some that disturb, some that nobody expected."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.told import EffectTold, IllustrationTold, Months, PieceTold

ON_ACTORS = (
    EffectTold(
        "buying",
        {
            "title": "Trois cuisines achètent ensemble, sans perdre leurs habitudes",
            "impact": "performance",
            "level": "actors",
            "sign": "positive",
            "expected": "yes",
            "what_changes": "Une commande par semaine au lieu de neuf, et des prix connus six mois à l’avance.",
            "for_whom": "Les trois cuisines et leurs douze producteurs",
            "confidence": "documented",
            "confidence_reason": "Les factures de trois années ont été rapprochées par le lycée.",
            "claimed": "La commande groupée et la charte des prix.",
            "claimed_share": "70",
            "deadweight": "La loi poussait déjà les cantines vers des produits durables.",
            "deadweight_share": "20",
            "others": "La chambre d’agriculture a prêté un outil de commande.",
            "others_share": "10",
        },
        (
            ("inputs", "Une charte des prix, un outil de commande", ""),
            ("activities", "Une commande groupée chaque lundi", "si les menus sont connus le vendredi"),
            ("outputs", "Une livraison pour trois cuisines", ""),
            ("outcomes", "Du temps rendu aux équipes", ""),
        ),
        (
            IllustrationTold(
                {
                    "kind": "testimony",
                    "words": "Avant, le lundi, je téléphonais. Maintenant, le lundi, je goûte.",
                    "who": "Une cheffe de cuisine",
                    "dated": Months(-9),
                    "consent_by": "La cheffe elle-même",
                    "consent_on": Months(-8),
                    "consent_how": "Par écrit, après relecture",
                    "consent_scope": "public",
                }
            ),
        ),
    ),
    EffectTold(
        "evenings",
        {
            "title": "La coordination prend les soirées des plus petites structures",
            "impact": "performance",
            "level": "actors",
            "sign": "negative",
            "expected": "no",
            "what_changes": "Les bénévoles et la ferme viennent après leur journée, les autres pendant la leur.",
            "for_whom": "La ferme, les glaneurs, le collectif d’habitants",
            "confidence": "observed",
            "confidence_reason": "Le relevé d’heures d’un mois type a été tenu par onze partenaires sur douze.",
        },
        (
            ("activities", "Deux réunions par mois, à 18 heures 30", ""),
            ("outcomes", "Les mêmes trois structures s’épuisent", "si l’horaire ne change pas"),
        ),
        (
            IllustrationTold(
                {
                    "kind": "testimony",
                    "words": "Je trais à cinq heures. Vos réunions finissent à dix heures du soir.",
                    "who": "Un éleveur",
                    "consent_by": "L’éleveur lui-même",
                    "consent_on": Months(-4),
                    "consent_how": "De vive voix, noté au compte rendu",
                    "consent_scope": "internal",
                }
            ),
        ),
    ),
    EffectTold(
        "workshop",
        {
            "title": "Une légumerie partagée, que personne n’aurait montée seul",
            "impact": "innovation",
            "level": "actors",
            "sign": "positive",
            "expected": "yes",
            "what_changes": "On lave, on épluche et on met en bocaux ce qui partait au compost.",
            "for_whom": "Les cuisines, la conserverie, le lycée",
            "confidence": "observed",
            "confidence_reason": "L’atelier fonctionne depuis 2021 ; ses volumes sont pesés chaque jour.",
            "claimed": "Le local, les machines, les élèves, les recettes.",
            "claimed_share": "80",
        },
        (
            ("inputs", "Un ancien garage, deux machines d’occasion", ""),
            ("activities", "Des essais de recettes avec les élèves", ""),
            ("outputs", "Quarante tonnes transformées par an", "si la récolte est annoncée l’avant-veille"),
            ("outcomes", "Des légumes d’ici toute l’année", ""),
            ("impact", "Des fermes qui vendent ce qu’elles jetaient", "si le prix reste discuté à livres ouverts"),
        ),
        (
            IllustrationTold(
                {
                    "kind": "photo",
                    "words": "Les bocaux de l’automne, avant l’étiquette (image dessinée pour la démonstration).",
                    "who": "La légumerie, sans personne",
                    "dated": Months(-13),
                    "consent_by": "Conserverie Darnault",
                    "consent_on": Months(-12),
                    "consent_how": "Par écrit",
                    "consent_scope": "public",
                },
                PieceTold("Les bocaux", "bocaux.png"),
            ),
        ),
    ),
    EffectTold(
        "dependence",
        {
            "title": "La légumerie ne tient que par un seul atelier : la dépendance s’est installée",
            "impact": "innovation",
            "level": "actors",
            "sign": "negative",
            "expected": "no",
            "what_changes": "Une panne de deux semaines a arrêté trois cantines.",
            "for_whom": "La conserverie et les trois cuisines",
            "confidence": "contradicted",
            "confidence_reason": "La conserverie parle d’un incident ; les cuisines, d’un risque permanent.",
        },
        (
            ("inputs", "Un seul lieu, un seul savoir-faire", ""),
            ("outcomes", "Pas de solution de secours", ""),
        ),
    ),
    EffectTold(
        "open-books",
        {
            "title": "Les prix se discutent à livres ouverts",
            "impact": "trust",
            "level": "actors",
            "sign": "positive",
            "expected": "yes",
            "what_changes": "Chacun connaît la marge des autres. La fâcherie de 2023 s’est réglée ainsi.",
            "for_whom": "Les producteurs et ceux qui achètent",
            "confidence": "attested",
            "confidence_reason": "Une médiatrice extérieure a relu les comptes rendus de 2023 et de 2024.",
        },
        (
            ("activities", "Une soirée des prix, deux fois par an", ""),
            ("outcomes", "Des écarts expliqués", "si personne ne se sert des chiffres dehors"),
            ("impact", "On se fie sans vérifier chaque facture", ""),
        ),
        (
            IllustrationTold(
                {
                    "kind": "document",
                    "words": "La charte des prix, telle qu’elle est affichée dans les trois cuisines.",
                    "who": "Les douze partenaires",
                    "consent_by": "L’assemblée des partenaires",
                    "consent_on": Months(-20),
                    "consent_how": "Par un vote, au compte rendu",
                    "consent_scope": "report",
                },
                PieceTold(
                    "Charte des prix affichée",
                    "charte-affichee.txt",
                    "Charte des prix (exemple inventé). On dit ce que cela coûte. On dit ce que l’on peut payer.\n",
                ),
            ),
        ),
    ),
)

ON_ECOSYSTEM = (
    EffectTold(
        "plates",
        {
            "title": "La moitié des assiettes vient de moins de quarante kilomètres",
            "impact": "performance",
            "level": "ecosystem",
            "sign": "positive",
            "expected": "yes",
            "what_changes": "En 2018, un repas sur six. Aujourd’hui, un sur deux, et moins de restes.",
            "for_whom": "Les enfants des cantines et les résidents des Tilleuls",
            "confidence": "observed",
            "confidence_reason": "Pesées et factures, chaque trimestre.",
            "claimed": "La commande groupée, la légumerie, les élèves.",
            "claimed_share": "55",
            "deadweight": "Les cantines auraient de toute façon acheté un peu plus local.",
            "deadweight_share": "25",
            "others": "Deux grossistes ont changé leur offre.",
            "others_share": "20",
            "displacement": "Des légumes vendus ici ne le sont plus au marché du samedi.",
            "displacement_share": "15",
        },
        (
            ("inputs", "Des contrats d’un an avec douze producteurs", ""),
            ("activities", "Des menus écrits avec les récoltes", "si les cuisines acceptent d’en changer"),
            ("outputs", "Soixante mille repas par an", ""),
            ("outcomes", "Des enfants qui finissent leur assiette", "si c’est bon"),
            ("impact", "Des revenus réguliers pour les fermes", ""),
        ),
        (
            IllustrationTold(
                {
                    "kind": "testimony",
                    "words": "La purée, c’est la vraie. On le sait parce qu’elle a des petits bouts.",
                    "who": "Une élève de neuf ans, avec l’accord de ses parents",
                    "dated": Months(-7),
                    "consent_by": "Ses deux parents",
                    "consent_on": Months(-6),
                    "consent_how": "Par un formulaire signé",
                    "consent_scope": "report",
                }
            ),
        ),
    ),
    EffectTold(
        "elders",
        {
            "title": "Des aînés isolés revoient quelqu’un chaque jour",
            "impact": "performance",
            "level": "ecosystem",
            "sign": "positive",
            "expected": "no",
            "what_changes": "La tournée de 2020 devait durer un mois. Elle n’a jamais cessé.",
            "for_whom": "Cent vingt personnes de plus de 75 ans",
            "confidence": "attested",
            "confidence_reason": "Les aides à domicile ont tenu un carnet pendant six mois.",
        },
        (
            ("activities", "Un repas porté, cinq minutes de conversation", ""),
            ("outcomes", "Des alertes données à temps", ""),
        ),
    ),
    EffectTold(
        "copied",
        {
            "title": "Deux territoires voisins reprennent la commande groupée",
            "impact": "innovation",
            "level": "ecosystem",
            "sign": "positive",
            "expected": "yes",
            "what_changes": "Ils ont gardé la charte, changé les produits, et corrigé nos erreurs de livraison.",
            "for_whom": "Vingt-six communes hors de notre territoire",
            "confidence": "documented",
            "confidence_reason": "Deux visites sur place, un an après.",
        },
        (
            ("outputs", "Un guide de douze pages, libre", ""),
            ("outcomes", "D’autres l’adaptent", "si une personne les accompagne trois mois"),
        ),
    ),
    EffectTold(
        "accounts",
        {
            "title": "Des habitants demandent des comptes, et les reçoivent",
            "impact": "trust",
            "level": "ecosystem",
            "sign": "positive",
            "expected": "no",
            "what_changes": "Deux habitants tirés au sort relisent les chiffres chaque automne et questionnent.",
            "for_whom": "Les habitants du Haut Bocage",
            "confidence": "documented",
            "confidence_reason": "Les questions et les réponses sont affichées en mairie.",
        },
        (
            ("activities", "Un tirage au sort chaque automne", ""),
            ("outcomes", "Des questions que nous ne nous posions plus", ""),
        ),
        (
            IllustrationTold(
                {
                    "kind": "testimony",
                    "words": "Propos retiré.",
                    "who": "Un habitant",
                    "consent_by": "L’habitant lui-même",
                    "consent_on": Months(-11),
                    "consent_how": "De vive voix",
                    "consent_scope": "public",
                },
                withdrawn="La personne a déménagé et ne souhaite plus être citée.",
            ),
        ),
    ),
    EffectTold(
        "outsiders",
        {
            "title": "Des producteurs hors alliance se sentent mis de côté",
            "impact": "trust",
            "level": "ecosystem",
            "sign": "negative",
            "expected": "no",
            "what_changes": "Trois éleveurs disent que la place est prise. Nous n’avons pas écrit comment on entre.",
            "for_whom": "Les petites fermes du nord du territoire",
            "confidence": "declared",
            "confidence_reason": "Trois entretiens ; nous ne savons pas combien pensent de même.",
        },
        (),
    ),
    EffectTold(
        "market",
        {
            "title": "Le marché du samedi reprend vie",
            "impact": "performance",
            "level": "ecosystem",
            "sign": "positive",
            "expected": "yes",
            "for_whom": "Le bourg",
        },
        (),
        set_aside="Le marché doit son retour à une autre équipe : nous ne réclamons rien de cet effet.",
    ),
)

EFFECTS = (*ON_ACTORS, *ON_ECOSYSTEM)
