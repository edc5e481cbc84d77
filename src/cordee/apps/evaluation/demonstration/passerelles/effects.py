"""The effects of Les Passerelles du Val: in the six cells, some that disturb, some that nobody expected."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.told import EffectTold, IllustrationTold, Months, PieceTold

EFFECTS = (
    EffectTold(
        "team",
        {
            "title": "Les équipes orientent mieux parce qu’elles ont vu l’atelier de l’intérieur",
            "impact": "performance",
            "level": "actors",
            "sign": "positive",
            "expected": "yes",
            "what_changes": "Avant, on orientait sur fiche. Maintenant, on propose d’abord une semaine d’essai.",
            "for_whom": "Les conseillers de Cap Jeunes Val et les jeunes qu’ils suivent",
            "confidence": "documented",
            "confidence_reason": "Les fiches d’orientation de deux années ont été relues à deux.",
            "claimed": "Les visites d’atelier et les bilans à trois après chaque semaine d’essai.",
            "claimed_share": "60",
            "deadweight": "Une formation interne était déjà prévue.",
            "deadweight_share": "25",
            "others": "Un réseau régional a fourni une grille d’entretien.",
            "others_share": "15",
        },
        (
            ("inputs", "Deux journées par an dans l’atelier", ""),
            ("activities", "Des bilans à trois après chaque essai", "si les tuteurs ont le temps d’y venir"),
            ("outcomes", "Des orientations discutées, et non prescrites", ""),
        ),
        (
            IllustrationTold(
                {
                    "kind": "testimony",
                    "words": "Je disais « menuiserie » sans savoir ce que ça sentait. Maintenant j’emmène.",
                    "who": "Une conseillère de Cap Jeunes Val",
                    "dated": Months(-5),
                    "consent_by": "La conseillère elle-même",
                    "consent_on": Months(-5),
                    "consent_how": "Par écrit, après relecture",
                    "consent_scope": "report",
                }
            ),
        ),
    ),
    EffectTold(
        "jobs",
        {
            "title": "Des jeunes trouvent un métier près de chez eux après une semaine d’essai",
            "impact": "performance",
            "level": "ecosystem",
            "sign": "positive",
            "expected": "yes",
            "what_changes": "Avant, cinq mois séparaient la demande du premier essai. Il en faut moins de deux.",
            "for_whom": "Les jeunes de 16 à 25 ans du Val, surtout hors des villes",
            "confidence": "observed",
            "confidence_reason": "Chaque semaine d’essai est suivie pendant six mois.",
            "claimed": "L’essai préparé, le tuteur, le deux-roues prêté.",
            "claimed_share": "50",
            "deadweight": "Une partie aurait trouvé sans nous, un peu plus tard.",
            "deadweight_share": "30",
            "others": "La mission d’emploi du territoire, et les familles.",
            "others_share": "20",
            "displacement": "Un apprenti venu chez nous n’est pas allé ailleurs : deux artisans nous l’ont dit.",
            "displacement_share": "10",
        },
        (
            ("inputs", "Un atelier, deux tuteurs, huit deux-roues", ""),
            ("activities", "Une semaine d’essai préparée avec le jeune", "si les horaires lui conviennent"),
            ("outputs", "Trente semaines d’essai par an", ""),
            ("outcomes", "Le jeune choisit en connaissance de cause", "si quelqu’un l’écoute à la fin de la semaine"),
            ("impact", "Un premier contrat à moins d’une heure de chez lui", "si un poste est ouvert"),
        ),
        (
            IllustrationTold(
                {
                    "kind": "testimony",
                    "words": "Le vendredi, j’ai posé ma première fenêtre. Ma mère est passée la voir.",
                    "who": "Un jeune de 19 ans",
                    "dated": Months(-8),
                    "consent_by": "Le jeune lui-même",
                    "consent_on": Months(-7),
                    "consent_how": "Par un formulaire signé, relu avec lui",
                    "consent_scope": "public",
                }
            ),
            IllustrationTold(
                {
                    "kind": "photo",
                    "words": "Un établi, une fenêtre en cours de montage (image dessinée pour la démonstration).",
                    "who": "L’atelier, sans personne",
                    "dated": Months(-8),
                    "consent_by": "Menuiseries Berthier",
                    "consent_on": Months(-8),
                    "consent_how": "De vive voix, noté au compte rendu",
                    "consent_scope": "public",
                },
                PieceTold("L’établi", "etabli.png"),
            ),
        ),
    ),
    EffectTold(
        "tutors",
        {
            "title": "Les tuteurs de l’atelier s’épuisent : leur temps n’est compté nulle part",
            "impact": "performance",
            "level": "actors",
            "sign": "negative",
            "expected": "no",
            "what_changes": "Un tuteur sur deux finit ses chantiers le samedi pendant les semaines d’essai.",
            "for_whom": "Les compagnons qui accueillent, et leurs familles",
            "confidence": "contradicted",
            "confidence_reason": "La direction de l’atelier parle de quelques heures ; le relevé des tuteurs dit plus.",
        },
        (
            ("activities", "Accueillir deux jeunes à la fois", ""),
            ("outcomes", "Des chantiers repoussés en fin de semaine", ""),
        ),
        (
            IllustrationTold(
                {
                    "kind": "testimony",
                    "words": "J’aime montrer. Mais le samedi, c’est avec mes enfants que je devrais être.",
                    "who": "Un tuteur de l’atelier",
                    "consent_by": "Le tuteur lui-même",
                    "consent_on": Months(-3),
                    "consent_how": "De vive voix, devant deux personnes",
                    "consent_scope": "internal",
                }
            ),
        ),
    ),
    EffectTold(
        "trial",
        {
            "title": "Une semaine d’essai avec un bilan à trois : une forme que personne ici n’avait",
            "impact": "innovation",
            "level": "actors",
            "sign": "positive",
            "expected": "yes",
            "what_changes": "L’essai n’est plus un stage d’observation : on y fabrique, puis on se parle.",
            "for_whom": "Les trois partenaires",
            "confidence": "documented",
            "confidence_reason": "Le déroulé est écrit et a déjà changé trois fois.",
        },
        (
            ("inputs", "La parole des jeunes en ouverture de chaque comité", ""),
            ("activities", "Trois versions du déroulé, chacune essayée", ""),
            ("outputs", "Un déroulé de deux pages", ""),
        ),
        (
            IllustrationTold(
                {
                    "kind": "document",
                    "words": "Le déroulé de la semaine d’essai, troisième version.",
                    "who": "Les trois partenaires",
                    "consent_by": "Les trois directions",
                    "consent_on": Months(-4),
                    "consent_how": "Au comité, noté au compte rendu",
                    "consent_scope": "report",
                },
                PieceTold(
                    "Déroulé de la semaine d’essai",
                    "deroule-semaine-essai.txt",
                    "Semaine d’essai, troisième version (exemple inventé).\n"
                    "Lundi : visite, choix d’un objet à fabriquer.\nMardi à jeudi : fabrication avec un tuteur.\n"
                    "Vendredi : l’objet est fini ; bilan à trois, trente minutes.\n",
                ),
            ),
        ),
    ),
    EffectTold(
        "copied",
        {
            "title": "Un garage et une boulangerie reprennent la semaine d’essai sans nous le demander",
            "impact": "innovation",
            "level": "ecosystem",
            "sign": "positive",
            "expected": "no",
            "what_changes": "Deux artisans accueillent à leur tour, avec leurs propres règles.",
            "for_whom": "Les jeunes que la menuiserie n’attire pas",
            "confidence": "declared",
            "confidence_reason": "Nous l’avons appris par des jeunes ; nous n’y sommes pas encore allés.",
        },
        (
            ("outputs", "Le déroulé circule", ""),
            ("outcomes", "D’autres l’adaptent à leur métier", "si quelqu’un les aide à préparer l’accueil"),
        ),
    ),
    EffectTold(
        "frank",
        {
            "title": "On se dit plus tôt ce qui ne va pas",
            "impact": "trust",
            "level": "actors",
            "sign": "positive",
            "expected": "yes",
            "what_changes": "La navette a été arrêtée en un mois. La convention de 2023 aurait demandé un an.",
            "for_whom": "Les trois directions et leurs équipes",
            "confidence": "declared",
            "confidence_reason": "Nous le disons tous les trois ; le dernier 360° est moins net.",
        },
        (
            ("activities", "Un tour de table « ce qui coince » à chaque comité", ""),
            ("outcomes", "Des désaccords dits avant d’être installés", "si personne n’en fait payer le prix"),
        ),
        (
            IllustrationTold(
                {
                    "kind": "testimony",
                    "words": "Phrase retirée à la demande de la personne.",
                    "who": "Un agent du Pays du Val",
                    "consent_by": "L’agent lui-même",
                    "consent_on": Months(-6),
                    "consent_how": "De vive voix",
                    "consent_scope": "internal",
                },
                withdrawn="La personne a changé de poste et préfère que sa phrase ne soit plus montrée.",
            ),
        ),
    ),
    EffectTold(
        "families",
        {
            "title": "Des familles osent appeler sans passer par un guichet",
            "impact": "trust",
            "level": "ecosystem",
            "sign": "positive",
            "expected": "no",
            "what_changes": "Des parents téléphonent à l’atelier pour visiter. Personne ne l’avait prévu.",
            "for_whom": "Les familles éloignées des services publics",
            "confidence": "declared",
        },
        (),
    ),
    EffectTold(
        "left-out",
        {
            "title": "Les jeunes sans logement stable restent à l’écart du prêt",
            "impact": "trust",
            "level": "ecosystem",
            "sign": "negative",
            "expected": "no",
            "what_changes": "Le prêt demande une adresse et une caution : des jeunes n’ont ni l’une ni l’autre.",
            "for_whom": "Ceux qui dorment chez l’un, chez l’autre",
            "confidence": "observed",
            "confidence_reason": "Quatre demandes refusées en un an, notées au registre.",
        },
        (
            ("activities", "Une caution de cent euros", ""),
            ("outcomes", "Quatre jeunes renoncent", ""),
        ),
    ),
    EffectTold(
        "shuttle",
        {
            "title": "La navette amène des jeunes à l’atelier",
            "impact": "performance",
            "level": "ecosystem",
            "sign": "positive",
            "expected": "yes",
            "for_whom": "Les jeunes sans moyen de transport",
        },
        (),
        set_aside="La navette est arrêtée depuis 2024 : son effet n’est plus à évaluer, son histoire reste au chemin.",
    ),
)
