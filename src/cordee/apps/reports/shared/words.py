"""The words of the documents of a 360°, in both languages."""

from __future__ import annotations

from cordee.core.packs.text import Text

# --- naming the document -----------------------------------------------------------------------------

TITLE = Text(fr="360° : {title}", en="360°: {title}")
TITLE_WAVE = Text(fr="360° : {title}, vague {wave}", en="360°: {title}, wave {wave}")
EYEBROW = Text(fr="360° · {alliance}", en="360° · {alliance}")

# --- what it rests on --------------------------------------------------------------------------------

ALLIANCE = Text(fr="Alliance", en="Alliance")
CLOSED_ON = Text(fr="Publié à la clôture", en="Published at closing")
WAVE = Text(fr="Vague", en="Wave")
CIRCLES_READ = Text(fr="Cercles lus", en="Circles read")
ONE_PERSON_ANSWERED = Text(
    fr="Une seule personne a répondu : il n’y a pas d’autre voix à rapprocher de la sienne.",
    en="Only one person answered: there is no other voice to set beside theirs.",
)
ORIGIN = Text(
    fr="Ce résultat a été publié une seule fois, à la clôture : les réponses d’après n’y changent rien.",
    en="This result was published once, at closing: nothing that came after changes it.",
)

# --- who sees what -----------------------------------------------------------------------------------

WHO_SEES = Text(fr="Qui voit quoi", en="Who sees what")
NOT_SHOWN = Text(fr="Ce qui n’est pas montré, et pourquoi", en="What is not shown, and why")
NOTHING_HIDDEN = Text(
    fr="Rien n’est caché : ce document montre qui a répondu quoi. Ne le donnez qu’à qui peut le lire.",
    en="Nothing is hidden: this document shows who answered what. Give it only to those who may read it.",
)
FOR_FACILITATOR = Text(
    fr="Ce document montre qui a répondu quoi : il n’est que pour la personne qui anime.",
    en="This document shows who answered what: it is for the facilitator alone.",
)
SUPPRESSED = Text(
    fr="Une case vide l’est pour protéger quelqu’un : les nombres qui restent ne permettent pas de la retrouver.",
    en="A blank is there to protect someone: the numbers that remain do not let it be worked out.",
)

# --- in short ----------------------------------------------------------------------------------------

BRIEF = Text(fr="En bref", en="In short")
AGREEMENT_SHORT = Text(fr="Accord", en="Agreement")
SINCE = Text(fr="Depuis {since}", en="Since {since}")

# --- crossed views -----------------------------------------------------------------------------------

CROSSED = Text(fr="Regards croisés", en="Crossed views")
BLIND_SPOTS = Text(fr="Angles morts possibles", en="Possible blind spots")
BLIND_SPOTS_LEAD = Text(
    fr="Ce cercle voit plus haut que les autres. À ouvrir par une question, pas par un reproche.",
    en="This circle sees higher than the others. To be opened with a question, not with a reproach.",
)
HIDDEN_STRENGTHS = Text(fr="Forces cachées possibles", en="Possible hidden strengths")
HIDDEN_STRENGTHS_LEAD = Text(
    fr="Les autres voient plus que ce cercle. Des forces sur lesquelles s’appuyer.",
    en="The others see more than this circle. Strengths to build on.",
)
OWN_VIEW = Text(fr="Ce cercle", en="This circle")
OTHERS = Text(fr="Les autres", en="The others")
GAP = Text(fr="Écart", en="Gap")
BLIND_SPOT = Text(fr="angle mort possible", en="possible blind spot")
HIDDEN_STRENGTH = Text(fr="force cachée possible", en="possible hidden strength")
ALL_OTHERS = Text(fr="les autres cercles", en="the other circles")
AGAINST = Text(fr="Face à chaque cercle", en="Against each circle")
AGAINST_CIRCLE = Text(fr="Face à", en="Against")
STANDS_OUT = Text(fr="Se distingue", en="Stands out")
ALL_IN_WORKBOOK = Text(
    fr="Tous les écarts, question par question et cercle par cercle, sont dans le classeur.",
    en="Every gap, question by question and circle by circle, is in the workbook.",
)

# --- agreement ---------------------------------------------------------------------------------------

AGREEMENT = Text(fr="Êtes-vous d’accord ?", en="Do you agree?")
TWO_CAMPS = Text(fr="Deux camps", en="Two camps")
SPREAD_OUT = Text(fr="Réponses dispersées", en="Answers spread out")
AGREEMENT_KEY = Text(
    fr="r*wg vaut 1 quand tous répondent pareil, 0 quand les réponses semblent tirées au sort, moins de 0 quand deux "
    "camps s’opposent. AD est l’écart moyen à la moyenne, en niveaux. α et ICC disent si chacun range les questions "
    "de la même façon.",
    en="r*wg is 1 when everyone answers alike, 0 when answers look drawn at random, under 0 when two camps oppose each "
    "other. AD is the mean distance to the mean, in levels. α and ICC tell whether people rank the questions alike.",
)
AGREEMENT_BY_AXIS = Text(fr="Accord par approche", en="Agreement by approach")
F_TEST = Text(fr="Test F", en="F test")
N = Text(fr="n", en="n")
RWG = Text(fr="r*wg", en="r*wg")
AD = Text(fr="AD", en="AD")
ALPHA = Text(fr="α de Krippendorff", en="Krippendorff’s α")
AGREES = Text(fr="Accord", en="Agreement")
YES = Text(fr="oui", en="yes")
NO = Text(fr="non", en="no")

# --- layers ------------------------------------------------------------------------------------------

LAYERS = Text(fr="Quatre couches, jamais mélangées", en="Four layers, never mixed")
LAYERS_LEAD = Text(
    fr="Chaque personne, chaque organisation, chaque cercle, puis ce que vous avez décidé ensemble : une couche ne "
    "remplace pas l’autre.",
    en="Each person, each organisation, each circle, then what you decided together: one layer does not replace "
    "another.",
)
PEOPLE = Text(fr="Personnes", en="People")
PERSON = Text(fr="Personne", en="Person")
ORGANISATIONS = Text(fr="Organisations", en="Organisations")
ORGANISATION = Text(fr="Organisation", en="Organisation")
CIRCLES = Text(fr="Cercles", en="Circles")
CIRCLE = Text(fr="Cercle", en="Circle")

CONSENSUS = Text(fr="Ce que vous avez décidé ensemble", en="What you decided together")
AT_LEVEL = Text(fr="Niveau {level}", en="Level {level}")
AGREED_TO_DIFFER = Text(fr="D’accord pour ne pas l’être", en="Agreed to differ")
ANSWERS_SAID = Text(fr="Les réponses disaient", en="The answers said")
DISSENT = Text(fr="Ne s’y joint pas", en="Does not join")
UNSIGNED = Text(fr="une voix qui n’a pas signé", en="a voice that did not sign")
CONSENSUS_LEVEL = Text(fr="Niveau retenu", en="Level agreed")
CONSENSUS_TEXT = Text(fr="Ce qui a été décidé", en="What was decided")
DISSENTS = Text(fr="Désaccords gardés", en="Dissents kept")
DISSENT_LEVEL = Text(fr="{who}, niveau {level}", en="{who}, level {level}")

# --- adjusted, trend, others -------------------------------------------------------------------------

ADJUSTED = Text(fr="Et si les cercles étaient mis à part ?", en="And if circles were set apart?")
ADJUSTED_LEAD = Text(
    fr="La moyenne ajustée est celle que l’on lirait si chaque organisation avait répondu dans chaque cercle. "
    "Elle se lit à côté de la moyenne simple, jamais à sa place.",
    en="The adjusted mean is the one that would be read had each organisation answered in each circle. "
    "It is read beside the plain mean, never in its place.",
)
PLAIN_MEAN = Text(fr="Simple", en="Plain")
ADJUSTED_MEAN = Text(fr="Ajustée", en="Adjusted")
CIRCLE_EFFECTS = Text(fr="Effet de chaque cercle", en="Effect of each circle")
KEPT = Text(fr="Part gardée", en="Share kept")

TREND = Text(fr="Ce qui a changé depuis {since}", en="What has changed since {since}")
BEFORE = Text(fr="Avant", en="Before")
TODAY = Text(fr="Aujourd’hui", en="Today")
CHANGE = Text(fr="Changement", en="Change")
DIFFER = Text(fr="Questions qui diffèrent", en="Questions that differ")

INSPIRING_LEAD = Text(
    fr="Sur les approches de vos prochains pas : les récits et les alliances consentantes, un stade plus haut au moins "
    "pour celles-ci, des plus proches aux plus éloignés de vous.",
    en="On the approaches of your next steps: stories, and alliances that consented, these at least one stage higher, "
    "from the nearest to you to the farthest.",
)
BENCHMARK = Text(fr="Un repère, jamais un rang", en="A landmark, never a rank")
BENCHMARK_LEAD = Text(
    fr="Votre maturité parmi des alliances comparables qui y ont consenti.",
    en="Your maturity among comparable alliances that consented.",
)
YOU = Text(fr="Vous", en="You")
QUARTILES = Text(fr="Quart · médiane · trois quarts", en="Quarter · median · three quarters")
HOW_MANY = Text(fr="Combien", en="How many")
STANDING = Text(fr="Lecture", en="Reading")

# --- detail ------------------------------------------------------------------------------------------

QUESTION_AND_ANSWERS = Text(fr="Question et réponses", en="Question and answers")
SCORE = Text(fr="Score", en="Score")
DISTRIBUTION = Text(fr="De 0 à 4", en="From 0 to 4")
MEDIAN_NAME = Text(fr="Médiane", en="Median")
MEDIAN = Text(fr="médiane {median}", en="median {median}")
COUNT_OF = Text(fr="{count} « {mark} »", en="{count} ‘{mark}’")
VERBATIMS = Text(fr="Mots écrits", en="Written words")

# --- method ------------------------------------------------------------------------------------------

METHOD_CIRCLES = Text(
    fr="Chaque cercle pèse autant qu’un autre, et chaque organisation autant qu’une autre dans son cercle : une grande "
    "équipe ne couvre pas une petite. Les organisations ou les cercles trop petits sont lus ensemble.",
    en="Each circle weighs as much as another, and each organisation as much as another in its circle: a large team "
    "does not cover a small one. Organisations or circles that are too small are read together.",
)
METHOD_ROUNDED = Text(
    fr="Les nombres sont arrondis à la publication, une fois pour toutes : la page, le PDF, le classeur et le JSON "
    "donnent les mêmes.",
    en="Numbers are rounded at publication, once and for all: the page, the PDF, the workbook and the JSON give the "
    "same ones.",
)
LIMIT_CLOSED_GROUP = Text(
    fr="Les réponses sont celles des personnes qui ont répondu, pas celles de toutes les personnes concernées.",
    en="Answers are those of the people who answered, not of everybody concerned.",
)
LIMIT_SMALL = Text(
    fr="Un écart qui ne se distingue pas du hasard n’est pas une preuve d’accord : il y a peu de voix.",
    en="A gap that cannot be told from chance is no proof of agreement: there are few voices.",
)

# --- files -------------------------------------------------------------------------------------------

FILE_STEM = "cordee-360"

SHEET_CONFIDENTIALITY = Text(fr="Confidentialité", en="Confidentiality")
SHEET_GAPS = Text(fr="Regards croisés", en="Crossed views")
SHEET_AGREEMENT = Text(fr="Accord", en="Agreement")
SHEET_VOICES = Text(fr="Organisations", en="Organisations")
SHEET_PEOPLE = Text(fr="Personnes", en="People")
SHEET_CONSENSUS = Text(fr="Consensus", en="Consensus")
SHEET_ADJUSTED = Text(fr="Cercles mis à part", en="Circles set apart")
SHEET_TREND = Text(fr="Évolution", en="Trend")
SHEET_VERBATIMS = Text(fr="Mots écrits", en="Written words")
RESPONDENTS = Text(fr="Réponses", en="Answers")
UNANSWERED = Text(fr="Sans réponse", en="Unanswered")
WHERE = Text(fr="D’où", en="From")
WORDS = Text(fr="Mots", en="Words")
NO_WORDS = Text(fr="Aucun mot écrit ne peut être montré.", en="No written words may be shown.")
EFFECT = Text(fr="Effet du cercle", en="Effect of the circle")
