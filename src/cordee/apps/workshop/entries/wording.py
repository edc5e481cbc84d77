"""What the screens of entries say: the choices in words, how to fill a field, and what an entry is.

English takes what an entry is from the docstring of its model; French has it here.
"""

from __future__ import annotations

from collections.abc import Mapping
from inspect import getdoc

from cordee.apps.workshop.entries.outline import model_of
from cordee.core.packs.messages.wording import Said
from cordee.core.packs.text import Lang
from cordee.core.packs.workbook.sheets import CellKind, Column, Sheet

CHOICES: Mapping[str, Said] = {
    "true": Said("Oui", "Yes"),
    "false": Said("Non", "No"),
    "method": Said("Méthode", "Method"),
    "example": Said("Exemple", "Example"),
    "data": Said("Données", "Data"),
    "tool": Said("Outil", "Tool"),
    "skill": Said("Compétence", "Skill"),
    "performance": Said("Performance", "Performance"),
    "innovation": Said("Innovation", "Innovation"),
    "trust": Said("Confiance", "Trust"),
    "easy": Said("Facile", "Easy"),
    "practised": Said("Avec de la pratique", "With practice"),
    "expert": Said("Pour spécialistes", "For specialists"),
    "working_definition": Said("Définition de travail (la nôtre)", "Working definition (ours)"),
    "sourced": Said("Définition d’une source", "Definition of a source"),
    "read": Said("Lire", "Read"),
    "watch": Said("Regarder", "Watch"),
    "quiz": Said("Questions", "Quiz"),
    "practise": Said("Pratiquer", "Practise"),
    "workshop": Said("Atelier", "Workshop"),
    "vision": Said("Vision", "Vision"),
    "action": Said("Action", "Action"),
    "means": Said("Moyens", "Means"),
    "an_hour": Said("Une heure", "An hour"),
    "a_half_day": Said("Une demi-journée", "Half a day"),
    "some_days": Said("Quelques jours", "Some days"),
    "a_season": Said("Une saison", "A season"),
    "aligned_low": Said("Aligné bas", "Aligned low"),
    "aligned_high": Said("Aligné haut", "Aligned high"),
    "item": Said("Note d’une question", "Score of an item"),
    "topic": Said("Moyenne d’un sujet", "Mean of a topic"),
    "facet": Said("Note d’une facette", "Score of a facet"),
    "maturity": Said("Maturité d’un axe", "Maturity of an axis"),
    "coherence": Said("Cohérence d’un axe", "Coherence of an axis"),
    "gap": Said("Écart entre deux facettes", "Gap between two facets"),
    "pattern": Said("Motif de cohérence", "Coherence pattern"),
    "perception_gap": Said("Écart de perception", "Perception gap"),
    "bimodal": Said("Deux camps", "Two camps"),
    "dont_know": Said("Je ne sais pas", "Don’t know"),
    "not_applicable": Said("Ne me concerne pas", "Not applicable"),
    "too_early": Said("Trop tôt pour conclure", "Too early to conclude"),
    "aligned": Said("Tout se tient", "All aligned"),
    "one_axis_apart": Said("Un axe se détache", "One axis apart"),
    "several_axes_apart": Said("Plusieurs axes se détachent", "Several axes apart"),
    "vision_over_action": Said("La vision devant l’action", "Vision over action"),
    "vision_over_means": Said("La vision devant les moyens", "Vision over means"),
    "action_over_vision": Said("L’action devant la vision", "Action over vision"),
    "action_over_means": Said("L’action devant les moyens", "Action over means"),
    "means_over_vision": Said("Les moyens devant la vision", "Means over vision"),
    "means_over_action": Said("Les moyens devant l’action", "Means over action"),
    "acting": Said("Agir ensemble", "Acting together"),
    "evaluating": Said("Évaluer", "Evaluating"),
    "relationship": Said("La relation", "The relationship"),
    "passing_on": Said("Transmettre", "Passing on"),
    "stakes": Said("Les enjeux", "The stakes"),
    "actors": Said("Les acteurs", "The actors"),
    "ecosystem": Said("L’écosystème", "The ecosystem"),
    "alone": Said("Seul", "Alone"),
    "in_pairs": Said("À deux", "In pairs"),
    "in_a_group": Said("En groupe", "In a group"),
    "on_paper": Said("Sur papier", "On paper"),
    "by_listening": Said("En écoutant", "By listening"),
    "understand": Said("Comprendre", "Understand"),
    "evaluate": Said("Évaluer", "Evaluate"),
    "make_alliance": Said("Faire alliance", "Make an alliance"),
    "read_a_figure": Said("Lire un chiffre", "Read a figure"),
    "facilitate": Said("Animer", "Facilitate"),
    "choose_a_tool": Said("Choisir un outil", "Choose a tool"),
    "fits": Said("Convient", "Fits"),
    "excludes": Said("Écarte", "Excludes"),
    "nothing": Said("Rien", "Nothing"),
    "little": Said("Peu", "Little"),
    "some": Said("Un peu", "Some"),
    "much": Said("Beaucoup", "Much"),
    "express": Said("Le diagnostic express", "The express diagnosis"),
    "diagnosis": Said("Le diagnostic", "The diagnosis"),
    "example_360": Said("L’exemple de 360°", "The example of a 360°"),
    "prepare_360": Said("Préparer un 360°", "Prepare a 360°"),
    "figures": Said("Les chiffres publiés", "The published figures"),
    "words": Said("Les mots", "The words"),
    "impacts": Said("Les trois impacts", "The three impacts"),
    "referential": Said("Le référentiel", "The framework"),
    "approaches": Said("Les approches", "The approaches"),
    "selector": Said("Choisir une méthode", "Choose a method"),
    "toolbox": Said("Les outils", "The tools"),
    "seven_years": Said("La règle des sept ans", "The seven-year rule"),
    "stories": Said("Les récits", "The stories"),
    "courses": Said("Les parcours", "The courses"),
}
"""Codes of closed lists → words; a code that has none, such as a level, is shown as it is."""

WHAT_IT_IS: Mapping[str, str] = {
    "card": "Ce qu’un pack dit de lui-même : son numéro, sa licence, ce que chaque version apporte.",
    "changes": "Ce qu’une version apporte, en mots pour ses lecteurs.",
    "instrument": "Le questionnaire tel que l’écrit un expert ; ses axes, formes et cercles ont chacun leur page.",
    "facets": "Vision, action ou moyens : son nom, sa clé de lecture et un nom court pour chacun de ses cinq niveaux.",
    "axes": "L’une des approches par lesquelles une alliance est lue.",
    "topics": "Un sujet d’un axe, demandé une fois par facette.",
    "items": "Une question : un sujet vu par une facette, avec cinq niveaux que l’on peut observer.",
    "forms": "Un choix de sujets, dans l’ordre où ils sont posés, et les minutes qu’il demande.",
    "circles": "Un groupe de personnes qui regardent l’alliance du même endroit.",
    "context": "Une question facultative sur qui répond, toujours avec la raison de la poser.",
    "choices": "Une réponse possible à une question de contexte.",
    "scoring": "Les nombres qui font d’une suite de réponses une lecture.",
    "stages": "Un palier de maturité : il tient à partir de « À partir de » (compris) et jusqu’au palier suivant.",
    "patterns": "Une incohérence qui a un nom : une facette dépasse une autre d’au moins « Écart » niveaux.",
    "aligned": "La lecture d’un axe sans écart : aligné bas sous une moyenne, aligné haut à partir d’elle.",
    "headlines": "La phrase placée au-dessus d’une lecture, pour chacune des situations prévues.",
    "recommendations": "Un prochain pas et les faits qui l’appellent : tous les « Si », aucun des « Sauf si ».",
    "when": "Un fait que le conseil attend ; donnez « Au plus » ou « Au moins », sauf pour un motif ou deux camps.",
    "unless": "Un fait qui écarte le conseil ; donnez « Au plus » ou « Au moins », sauf pour un motif ou deux camps.",
    "terms": "Un mot du champ : ce qu’il veut dire, d’où il vient, avec quoi on le confond.",
    "tools": "Une méthode ou un outil qui existe, avec l’âge de sa pratique et ses limites.",
    "contexts": "Là où l’outil convient.",
    "trials": "Une expérimentation documentée : où, par qui, quand. Deux par des gens différents font deux contextes.",
    "stories": "Une vraie alliance : le contexte, ce qui a été tenté, ce qui a été vu, ce que cela apprend.",
    "traits": "À une question de contexte, les choix qui décrivent cette alliance.",
    "courses": "Un parcours d’apprentissage fait d’étapes courtes.",
    "steps": "Une séance du parcours.",
    "impacts": "L’un des trois impacts d’une alliance, avec son horloge et ses indicateurs.",
    "qualify": "Une façon de qualifier cet impact.",
    "measure": "Une façon de mesurer cet impact.",
    "illustrate": "Une façon d’illustrer cet impact.",
    "indicators": "Ce que l’on peut compter ou demander, avec son unité et comment le recueillir.",
    "objects": "Ce qu’une évaluation regarde : le produit, l’équilibre ou la valorisation.",
    "criteria": "Un critère partagé par ceux qui évaluent, comme ceux de l’OCDE.",
    "cells": "Une case du référentiel : une approche, un objet, ce que l’on y demande et y juge.",
    "questions": "Une question que pose la case.",
    "judgement": "Ce qui permet de juger.",
    "evidence": "Une preuve que l’on peut montrer.",
    "outcomes": "Ce que l’on saura faire à la fin du parcours.",
    "quiz_questions": "Une question du quiz.",
    "quiz_choices": "Une réponse proposée, juste ou non, avec son explication.",
    "material": "Ce qu’il faut apporter à l’atelier.",
    "moments": "Un moment de l’atelier, avec ses minutes.",
    "waypoints": "L’une des huit étapes de la boussole.",
    "doors": "Une porte d’entrée de la boussole, et le chemin qu’elle ouvre.",
    "route": "L’un des trois pas du chemin.",
    "compass_questions": "Une question de la boussole.",
    "compass_choices": "Une réponse à une question de la boussole.",
    "compass_nodes": "Un embranchement de la boussole : la question posée là, et où mène chaque réponse.",
    "branches": "Ce qui suit certaines réponses : un autre embranchement, ou une porte.",
    "selector_questions": "Une question du choix d’une méthode.",
    "selector_choices": "Une réponse à une question du choix d’une méthode.",
    "methods": "Une méthode d’évaluation : ce qu’elle répond, ce qu’elle demande, ses limites.",
    "method_rules": "Ce qui fait proposer ou écarter la méthode, et pourquoi.",
    "approach_advice": "Ce qui fait proposer une approche.",
    "approach_rules": "Ce qui fait proposer ou écarter l’approche, et pourquoi.",
    "sources": "Une page publique d’où vient un fait.",
    "cases": "Une situation racontée par un évaluateur, avec ses réponses et la lecture attendue.",
    "respondents": "Une personne du cas travaillé et ses réponses.",
    "answers": "La réponse à une question, un sujet ou un axe ; « * » répond à tout, le plus précis l’emporte.",
    "expected_axes": "Ce qui est attendu d’un axe ; le vide n’est pas vérifié, « refused » attend un refus.",
    "expected_items": "Ce qui est attendu d’une question ; sans cercle, la lecture de tous les cercles.",
}
"""Sheet → what its entries are, in French."""

IN_ENGLISH: Mapping[str, str] = {
    "contexts": "Where the tool fits.",
    "traits": "For a question of context, the choices that describe this alliance.",
    "answers": "The answer to an item, a topic or an axis; ‘*’ answers everything, the narrowest wins.",
}
"""Sheet → what its entries are, in English, where no docstring says it."""

_NAME = Said("Des minuscules, des chiffres, des tirets. Ne change plus une fois publié.",
             "Lower case, digits, hyphens. Does not change once published.")  # fmt: skip
HINTS: Mapping[CellKind, Said] = {
    "decimal": Said("Un nombre, comme 0,25.", "A number, such as 0.25."),
    "whole": Said("Un nombre entier.", "A whole number."),
    "names": Said(
        "Un identifiant par ligne ; commencez à l’écrire pour le chercher.", "One id per row; begin to type to search."
    ),
    "lines": Said("Un par ligne.", "One per row."),
}
DATES = frozenset({"date", "since", "published"})
DATE_HINT = Said("2015, 2015-03 ou 2015-03-21.", "2015, 2015-03 or 2015-03-21.")
ADDRESS_HINT = Said("L’adresse entière, avec https://.", "The whole address, with https://.")
NONE_HINT = Said("Écrivez [] pour dire qu’il n’y en a aucun.", "Write [] to say that there is none.")
REFERENCE_HINT = Said("Un identifiant ; commencez à l’écrire pour le chercher.", "An id; begin to type to search.")


def choice_label(code: str, lang: Lang) -> str:
    """Return a choice in words."""
    said = CHOICES.get(code)
    return said.in_(lang) if said else code


def what_it_is(sheet: Sheet, lang: Lang) -> str:
    """Say what the entries of a sheet are."""
    if lang == "fr":
        return WHAT_IT_IS.get(sheet.code, "")
    if sheet.code in IN_ENGLISH:
        return IN_ENGLISH[sheet.code]
    model = model_of(sheet)
    return _first_sentence(getdoc(model) or "") if model else ""


def _first_sentence(docstring: str) -> str:
    return " ".join(docstring.split("\n\n", maxsplit=1)[0].split()).replace("`", "")


def hint_of(sheet: Sheet, column: Column, lang: Lang) -> str:
    """Say how a field is filled; nothing where it goes without saying."""
    last = str(column.path[-1])
    if column.code == "id":
        return _NAME.in_(lang)
    if last in DATES:
        return DATE_HINT.in_(lang)
    if last == "address":
        return ADDRESS_HINT.in_(lang)
    if column.kind == "name" and column.refers_to:
        return REFERENCE_HINT.in_(lang)
    said = HINTS.get(column.kind)
    hint = said.in_(lang) if said and not column.choices else ""
    none = NONE_HINT.in_(lang) if sheet.code == "expected_axes" and column.kind == "names" else ""
    return " ".join(one for one in (hint, none) if one)
