"""The words that say how the numbers were made, in both languages."""

from __future__ import annotations

from cordee.core.packs.text import Text

# --- how it is computed ------------------------------------------------------------------------------

METHOD = Text(fr="Comment c’est calculé", en="How it is computed")
METHOD_STEPS = (
    Text(
        fr="Chaque réponse vaut de 0 à 4. « {dont_know} », « {not_applicable} » et une question laissée de côté "
        "ne comptent jamais pour 0 : elles ne comptent pas.",
        en="Each answer is worth 0 to 4. ‘{dont_know}’, ‘{not_applicable}’ and a question left open never count as 0: "
        "they do not count.",
    ),
    Text(
        fr="Le score d’une facette, sur une approche, est la moyenne de ses questions. Il n’est donné que si {share} "
        "au moins des questions de l’approche ont un niveau.",
        en="The score of a facet, on an approach, is the mean of its questions. It is given only when at least {share} "
        "of the questions of the approach have a level.",
    ),
    Text(
        fr="La maturité d’une approche est la moyenne de ses trois facettes, sans dépasser la plus basse de plus de "
        "{margin} : une moyenne haute avec une facette vide n’est pas de la maturité.",
        en="The maturity of an approach is the mean of its three facets, never more than {margin} above the lowest: "
        "a high mean with one empty facet is not maturity.",
    ),
    Text(
        fr="La cohérence d’une approche vaut 1 − (facette la plus haute − la plus basse) / 4, écrite en %.",
        en="The coherence of an approach is 1 − (highest facet − lowest facet) / 4, written as a percentage.",
    ),
    Text(
        fr="Les pas proposés sont ceux dont toutes les conditions, écrites dans le référentiel, sont vraies de vos "
        "réponses. Ils sont rangés par priorité du sujet : (cible {target} − score) × importance × part de l’écart "
        "de l’approche que le sujet explique.",
        en="The steps suggested are those whose conditions, written in the framework, are all true of your answers. "
        "They are ordered by the priority of their topic: (target {target} − score) × importance × share of the gap "
        "of the approach that the topic explains.",
    ),
)
METHOD_INTERVAL = Text(
    fr="Intervalles à {level} : score ± t × erreur type de {draws} tirages ; aucun sous {fewest} répondants.",
    en="Intervals at {level}: score ± t × standard error of {draws} draws; none under {fewest} respondents.",
)
STAGES = Text(fr="Les stades", en="The stages")
FROM_TO = Text(fr="de {low} à moins de {high}", en="from {low} to under {high}")
FROM_UP = Text(fr="de {low} à 4", en="from {low} to 4")
MEANING = Text(fr="Ce que cela veut dire", en="What it means")
SCORE_RANGE = Text(fr="Maturité", en="Maturity")

LIMITS = Text(fr="Ce que cette lecture ne dit pas", en="What this reading does not say")
LIMIT_ONE_PERSON = Text(
    fr="Le point de vue d’une personne n’est pas celui de l’alliance. Pour savoir où vous êtes d’accord, "
    "invitez vos partenaires à répondre de leur côté.",
    en="One person’s point of view is not that of the alliance. To know where you agree, "
    "invite your partners to answer for themselves.",
)
LIMIT_PRACTICES = Text(
    fr="Les niveaux décrivent des pratiques que l’on peut observer. Ils ne mesurent ni vos résultats, ni vos effets.",
    en="Levels describe practices that can be observed. They measure neither your results nor your effects.",
)
LIMIT_SHORT_FORM = Text(
    fr="Cette forme pose {topics} sujets sur les {all_topics} de l’instrument : elle oriente. "
    "La forme complète permet une lecture plus fine.",
    en="This form asks {topics} of the {all_topics} topics of the instrument: it points the way. "
    "The full form gives a closer reading.",
)
LIMIT_WORKING = Text(
    fr="Ces définitions sont des définitions de travail, ouvertes à la discussion : {axes}.",
    en="These definitions are working definitions, open to discussion: {axes}.",
)
LIMIT_DECLARED = Text(
    fr="Les réponses sont déclarées : personne ne les a vérifiées.", en="Answers are declared: nobody has checked them."
)

SOURCES = Text(fr="Sources et licence", en="Sources and licence")
LICENCE = Text(fr="Licence", en="Licence")
LICENCE_SENTENCE = Text(
    fr="Les textes du référentiel « {pack} » {version}, de {authors}, sont sous licence {licence}. "
    "Vos réponses et cette lecture sont à vous.",
    en="The texts of the framework ‘{pack}’ {version}, by {authors}, are under licence {licence}. "
    "Your answers and this reading are yours.",
)
REBUILD = Text(
    fr="Refaire ce calcul : le référentiel {pack} {version} a pour empreinte SHA-256",
    en="To rebuild this: the framework {pack} {version} has the SHA-256 hash",
)

# --- the numbers of the release ----------------------------------------------------------------------

RULES: dict[str, tuple[Text, Text]] = {
    "answered_share": (
        Text(fr="Part de questions avec un niveau", en="Share of questions with a level"),
        Text(fr="En dessous, l’approche n’a pas de score.", en="Below it, an approach gets no score."),
    ),
    "weakest_facet_margin": (
        Text(fr="Marge au-dessus de la facette la plus basse", en="Margin above the lowest facet"),
        Text(
            fr="La maturité ne la dépasse pas de plus de ce nombre de niveaux.",
            en="Maturity never stands more than this many levels above it.",
        ),
    ),
    "aligned_high_from": (
        Text(fr="Bien engagé à partir de", en="Well under way from"),
        Text(
            fr="Moyenne des facettes à partir de laquelle une approche sans écart est dite bien engagée.",
            en="Mean of the facets from which an approach without gap is said to be well under way.",
        ),
    ),
    "target": (
        Text(fr="Cible des priorités", en="Target of the priorities"),
        Text(fr="Le niveau auquel chaque sujet est comparé.", en="The level every topic is compared with."),
    ),
    "headline_gap": (
        Text(fr="Écart dont parle le titre", en="Gap the headline speaks of"),
        Text(
            fr="Écart d’ensemble entre deux facettes à partir duquel la phrase de titre le dit.",
            en="Overall gap between two facets from which the headline says so.",
        ),
    ),
    "bimodal_distance": (
        Text(fr="Deux camps : distance à la moyenne", en="Two camps: distance from the mean"),
        Text(
            fr="Deux camps quand aucune réponse n’est aussi près de la moyenne.",
            en="Two camps when no answer stands this near the mean.",
        ),
    ),
    "bimodal_share": (
        Text(fr="Deux camps : part de chaque côté", en="Two camps: share on each side"),
        Text(
            fr="Et que chaque côté réunit au moins cette part des organisations.",
            en="And when each side holds at least this share of the organisations.",
        ),
    ),
    "interval_level": (
        Text(fr="Niveau des intervalles", en="Level of the intervals"),
        Text(fr="Les intervalles de confiance sont à ce niveau.", en="Confidence intervals are at this level."),
    ),
    "interval_draws": (
        Text(fr="Tirages", en="Draws"),
        Text(
            fr="Nombre de rééchantillonnages qui donnent l’erreur type.",
            en="Number of resamples that give the standard error.",
        ),
    ),
    "interval_fewest_respondents": (
        Text(fr="Répondants au moins", en="Fewest respondents"),
        Text(fr="En dessous, aucun intervalle n’est donné.", en="Below it, no interval is given."),
    ),
    "interval_seed": (
        Text(fr="Graine des tirages", en="Seed of the draws"),
        Text(
            fr="Le même calcul donne toujours les mêmes intervalles.",
            en="The same computation always gives the same intervals.",
        ),
    ),
    "agreement_ad_at_most": (
        Text(fr="Écart moyen pour dire l’accord", en="Mean deviation to call it agreement"),
        Text(
            fr="Écart absolu moyen des réponses jusqu’auquel on parle d’accord.",
            en="Mean absolute deviation of the answers up to which they are said to agree.",
        ),
    ),
    "perception_gap": (
        Text(fr="Écart de regard", en="Perception gap"),
        Text(
            fr="Écart entre votre regard et celui des autres à partir duquel il est nommé.",
            en="Gap between your view and that of the others from which it is named.",
        ),
    ),
}
PATTERN_RULE = Text(
    fr="Nommé quand {higher} dépasse {lower} d’au moins ce nombre de niveaux.",
    en="Named when {higher} stands at least this many levels above {lower}.",
)
