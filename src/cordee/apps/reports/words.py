"""The words of the documents, in both languages: a document speaks one, whatever the page around it does."""

from __future__ import annotations

from cordee.core.packs.text import Text

# --- naming the document -----------------------------------------------------------------------------

TITLE = Text(fr="Diagnostic de maturité, forme {form}", en="Maturity diagnosis, {form} form")
EYEBROW = Text(fr="Diagnostic {form}", en="{form} diagnosis")
SUBJECT = Text(
    fr="Lecture du {date}, avec le référentiel « {pack} » {version}.",
    en="Read on {date}, with the framework ‘{pack}’ {version}.",
)
KEYWORDS = (
    Text(fr="alliance", en="alliance"),
    Text(fr="autodiagnostic", en="self-diagnosis"),
    Text(fr="vision, action, moyens", en="vision, action, means"),
)
PAGE = Text(fr="page {page} sur {pages}", en="page {page} of {pages}")
RELEASE = Text(fr="Référentiel « {pack} » {version}, empreinte {sha}", en="Framework ‘{pack}’ {version}, hash {sha}")
PRODUCT = "Cordée"
COLON: dict[str, str] = {"fr": "\u202f:", "en": ":"}

# --- what it rests on --------------------------------------------------------------------------------

BASIS = Text(fr="Ce sur quoi cela repose", en="What this rests on")
FORM = Text(fr="Forme", en="Form")
DATE = Text(fr="Date de la lecture", en="Date of the reading")
RESPONDENTS = Text(fr="Répondants", en="Respondents")
ONE_PERSON = Text(fr="une personne", en="one person")
SEVERAL_PEOPLE = Text(
    fr="{people} personnes de {organisations} organisations", en="{people} people from {organisations} organisations"
)
SEVERAL_IN_ONE = Text(fr="{people} personnes d’une organisation", en="{people} people from one organisation")
ANSWERS = Text(fr="Réponses", en="Answers")
ANSWERED = Text(fr="{levels} niveaux donnés sur {asked} questions", en="{levels} levels given on {asked} questions")
OF_WHICH = Text(fr="{count}\u00a0« {mark} »", en="{count}\u00a0‘{mark}’")
LEFT_OPEN = Text(fr="{count} sans réponse", en="{count} left open")
FRAMEWORK = Text(fr="Référentiel", en="Framework")
HASH = Text(fr="Empreinte (SHA-256)", en="Hash (SHA-256)")
ENGINE = Text(fr="Moteur de calcul", en="Engine")
SITUATION = Text(fr="Votre situation", en="Your situation")
ONE_ANSWER = Text(
    fr="Une seule personne a répondu : chaque score est son point de vue, donné sans intervalle. "
    "D’autres voix le confirmeraient ou le nuanceraient.",
    en="Only one person answered: every score is their point of view, given without an interval. "
    "Other voices would confirm it or qualify it.",
)
SEVERAL_ANSWERS = Text(
    fr="Les intervalles sont à {level}. Un score sans intervalle dit pourquoi il n’en a pas.",
    en="Intervals are at {level}. A score without an interval says why it has none.",
)

# --- coherence ---------------------------------------------------------------------------------------

COHERENCE_TITLE = Text(fr="Vision, action, moyens : où vous en êtes", en="Vision, action, means: where you stand")
AXIS = Text(fr="Approche", en="Approach")
MATURITY = Text(fr="Maturité", en="Maturity")
STAGE = Text(fr="Stade", en="Stage")
COHERENCE = Text(fr="Cohérence", en="Coherence")
COHERENCE_KEY = Text(
    fr="Scores de 0 à 4. Maturité : la moyenne des trois facettes, sans dépasser la plus basse de plus de {margin}. "
    "Cohérence : 100 % quand les trois facettes sont au même niveau.",
    en="Scores from 0 to 4. Maturity: the mean of the three facets, never more than {margin} above the lowest. "
    "Coherence: 100% when the three facets stand level.",
)

# --- strengths and incoherences ----------------------------------------------------------------------

STRENGTHS = Text(fr="Ce qui tient", en="What holds")
NO_STRENGTH = Text(
    fr="Aucune approche ni aucune réponse n’atteint encore le niveau {target}. C’est un point de départ.",
    en="No approach and no answer reaches level {target} yet. It is a starting point.",
)
CONVERSATIONS = Text(fr="Ce qui mérite une conversation", en="What is worth a conversation")
CONVERSATIONS_LEAD = Text(
    fr="Des facettes d’une même approche se tiennent à un niveau ou plus l’une de l’autre. "
    "Ce ne sont pas des fautes : ce sont des sujets de conversation.",
    en="Facets of one approach stand a level or more apart. These are not faults: they are subjects to talk about.",
)
NO_CONVERSATION = Text(
    fr="Aucun écart d’un niveau ou plus entre vision, action et moyens, là où les trois se lisent.",
    en="No gap of a level or more between vision, action and means, where all three can be read.",
)
TO_DISCUSS = Text(fr="À discuter ensemble", en="To discuss together")
ALSO = Text(fr="Ici aussi : {names}.", en="Here too: {names}.")
ABOVE = Text(fr="au-dessus de", en="above")

# --- next steps --------------------------------------------------------------------------------------

STEPS = Text(fr="Vos trois prochains pas", en="Your three next steps")
STEPS_FEWER = Text(fr="Vos prochains pas", en="Your next steps")
NO_STEP = Text(
    fr="Aucun conseil ne tient à ces réponses : ou bien tout avance, ou bien il en manque. "
    "Rejouez l’exercice à plusieurs, ou avec la forme complète.",
    en="No advice follows from these answers: either everything is moving, or some are missing. "
    "Do the exercise again with others, or with the full form.",
)
STEP = Text(fr="Pas {rank}", en="Step {rank}")
FIRST_STEP = Text(fr="Pour commencer", en="To begin")
WHY_YOU = Text(fr="Pourquoi vous", en="Why you")
CAUSES = Text(fr="Vos réponses en cause", en="The answers behind it")
REMOVED_BY = Text(fr="Ce conseil disparaîtrait", en="This advice would go away")
EFFORT = Text(fr="Temps à prévoir", en="Time to allow")
CAUTION = Text(fr="Précaution", en="Caution")
TOPIC = Text(fr="Sujet", en="Topic")
LATER = Text(fr="Ce qui viendra après", en="What will come next")

# --- what helps --------------------------------------------------------------------------------------

SUPPORTS = Text(fr="Pour vous aider", en="What can help")
INSPIRATION = Text(fr="Qui peut vous inspirer", en="Who can inspire you")
PURPOSE = Text(fr="À quoi il sert", en="What it is for")
HOW = Text(fr="Comment s’y prendre", en="How to go about it")
TOOL_LIMITS = Text(fr="Ses limites", en="Its limits")
TIME = Text(fr="Temps", en="Time")
TRIED = Text(fr="Ce qui a été tenté", en="What was tried")
TEACHES = Text(fr="Ce que cela apprend", en="What it teaches")
IN_COMMON = Text(fr="En commun avec vous", en="In common with you")
GOAL = Text(fr="But", en="Goal")
SITTINGS = Text(fr="Étapes", en="Steps")

# --- the detail --------------------------------------------------------------------------------------

DETAIL = Text(fr="Le détail, approche par approche", en="The detail, approach by approach")
FACET = Text(fr="Facette", en="Facet")
QUESTION = Text(fr="Question", en="Question")
QUESTION_AND_ANSWER = Text(fr="Question et réponse", en="Question and answer")
LEVEL = Text(fr="Niveau", en="Level")
QUOTED = Text(fr="« {words} »", en="‘{words}’")
EVIDENCE = Text(fr="Ce que vous en dites", en="In your words")
EVIDENCE_HIDDEN = Text(
    fr="Les mots écrits par la personne qui a répondu ne sont pas dans ce document : "
    "le lien de partage ne les ouvre pas.",
    en="The words written by the person who answered are not in this document: the share link does not open them.",
)
DISTRIBUTION = Text(fr="Répartition de 0 à 4", en="Distribution from 0 to 4")
IMPORTANT = Text(fr="sujet choisi comme important", en="topic chosen as important")
SIGN_INSTEAD = Text(
    fr="Le signe {sign} tient la place d’un caractère que ce document ne sait pas dessiner (un émoji, par exemple). "
    "Le classeur et le fichier JSON le gardent tel quel.",
    en="The sign {sign} stands for a character that this document cannot draw (an emoji, for instance). "
    "The workbook and the JSON file keep it as it is.",
)

# --- files -------------------------------------------------------------------------------------------

FILE_STEM = Text(fr="cordee-diagnostic", en="cordee-diagnosis")
