"""The words of the workbook alone, in both languages."""

from __future__ import annotations

from cordee.core.packs.text import Text

# --- the workbook ------------------------------------------------------------------------------------

SHEET_SUMMARY = Text(fr="Synthèse", en="Summary")
SHEET_AXES = Text(fr="Approches", en="Approaches")
SHEET_QUESTIONS = Text(fr="Questions", en="Questions")
SHEET_STEPS = Text(fr="Prochains pas", en="Next steps")
SHEET_RULES = Text(fr="Règles", en="Rules")
ABOUT = Text(fr="Rubrique", en="Heading")
CONTENT = Text(fr="Contenu", en="Content")
HEADLINE = Text(fr="Ce qui ressort", en="What stands out")
STANDING = Text(fr="Où en sont les approches", en="Where the approaches stand")
CERTAINTY = Text(fr="Certitude", en="Certainty")
LOWER = Text(fr="{name}, borne basse", en="{name}, lower bound")
UPPER = Text(fr="{name}, borne haute", en="{name}, upper bound")
WITH_LEVEL = Text(fr="Questions avec un niveau", en="Questions with a level")
ASKED = Text(fr="Questions posées", en="Questions asked")
PATTERNS = Text(fr="Lecture de la cohérence", en="Reading of the coherence")
REASON = Text(fr="Pourquoi sans valeur", en="Why there is no value")
LEVEL_NAME = Text(fr="Nom du niveau, ou pourquoi il n’y en a pas", en="Name of the level, or why there is none")
LEVEL_TEXT = Text(fr="Ce que dit le niveau", en="What the level says")
SCORE = Text(fr="Score", en="Score")
AT_LEVEL = Text(fr="Au niveau {level}", en="At level {level}")
IMPORTANCE = Text(fr="Importance du sujet (0 à 4)", en="Importance of the topic (0 to 4)")
IDENTIFIER = Text(fr="Identifiant", en="Identifier")
RANK = Text(fr="Rang", en="Rank")
NEXT_STEP = Text(fr="Prochain pas", en="Next step")
TOOLS = Text(fr="Outils", en="Tools")
STORIES = Text(fr="Récits", en="Stories")
COURSES = Text(fr="Parcours", en="Courses")
RULE = Text(fr="Règle", en="Rule")
VALUE = Text(fr="Valeur", en="Value")
STAGE_FROM = Text(fr="Stade « {stage} », à partir de", en="Stage ‘{stage}’, from")
