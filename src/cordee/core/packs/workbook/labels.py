"""How sheets and columns are called, in French and in English."""

from cordee.core.packs.messages.wording import Said

_INSTRUMENT, _CASES = ("instrument",), ("cases", "*")
_STEPS = ("courses", "*", "steps", "*")

CODES: dict[tuple[str, ...], str] = {
    ("card",): "card",
    ("card", "changes"): "changes",
    ("instrument",): "instrument",
    (*_INSTRUMENT, "facets"): "facets",
    (*_INSTRUMENT, "axes"): "axes",
    (*_INSTRUMENT, "axes", "*", "topics"): "topics",
    (*_INSTRUMENT, "axes", "*", "topics", "*", "items"): "items",
    (*_INSTRUMENT, "forms"): "forms",
    (*_INSTRUMENT, "circles"): "circles",
    (*_INSTRUMENT, "context"): "context",
    (*_INSTRUMENT, "context", "*", "choices"): "choices",
    ("scoring",): "scoring",
    ("scoring", "stages"): "stages",
    ("scoring", "patterns"): "patterns",
    ("scoring", "aligned"): "aligned",
    ("scoring", "headlines"): "headlines",
    ("recommendations",): "recommendations",
    ("recommendations", "*", "when"): "when",
    ("recommendations", "*", "unless"): "unless",
    ("terms",): "terms",
    ("tools",): "tools",
    ("tools", "*", "contexts"): "contexts",
    ("tools", "*", "trials"): "trials",
    ("stories",): "stories",
    ("stories", "*", "traits"): "traits",
    ("courses",): "courses",
    ("courses", "*", "outcomes"): "outcomes",
    ("courses", "*", "steps"): "steps",
    (*_STEPS, "questions"): "quiz_questions",
    (*_STEPS, "questions", "*", "choices"): "quiz_choices",
    (*_STEPS, "material"): "material",
    (*_STEPS, "moments"): "moments",
    ("sources",): "sources",
    ("cases",): "cases",
    (*_CASES, "respondents"): "respondents",
    (*_CASES, "respondents", "*", "answers"): "answers",
    (*_CASES, "expected", "axes"): "expected_axes",
    (*_CASES, "expected", "items"): "expected_items",
}
"""Path of a list in the pack → code of its sheet."""

TITLES: dict[str, Said] = {
    "card": Said("Carte du pack", "Pack card"),
    "changes": Said("Versions", "Versions"),
    "instrument": Said("Instrument", "Instrument"),
    "facets": Said("Facettes", "Facets"),
    "axes": Said("Axes", "Axes"),
    "topics": Said("Sujets", "Topics"),
    "items": Said("Questions", "Items"),
    "forms": Said("Formes", "Forms"),
    "circles": Said("Cercles", "Circles"),
    "context": Said("Contexte", "Context"),
    "choices": Said("Choix", "Choices"),
    "scoring": Said("Calcul", "Scoring"),
    "stages": Said("Stades", "Stages"),
    "patterns": Said("Motifs d’écart", "Gap patterns"),
    "aligned": Said("Lectures alignées", "Aligned readings"),
    "headlines": Said("Phrases de tête", "Headlines"),
    "recommendations": Said("Conseils", "Recommendations"),
    "when": Said("Si", "When"),
    "unless": Said("Sauf si", "Unless"),
    "terms": Said("Glossaire", "Glossary"),
    "tools": Said("Outils", "Tools"),
    "contexts": Said("Contextes", "Contexts of tools"),
    "trials": Said("Expérimentations", "Trials of tools"),
    "stories": Said("Récits", "Stories"),
    "traits": Said("Traits des récits", "Traits of stories"),
    "courses": Said("Parcours", "Courses"),
    "outcomes": Said("Acquis des parcours", "Outcomes of courses"),
    "steps": Said("Étapes", "Steps"),
    "quiz_questions": Said("Quiz", "Quizzes"),
    "quiz_choices": Said("Choix des quiz", "Choices of quizzes"),
    "material": Said("Matériel d’atelier", "Workshop material"),
    "moments": Said("Moments d’atelier", "Workshop moments"),
    "sources": Said("Sources", "Sources"),
    "cases": Said("Cas travaillés", "Worked cases"),
    "respondents": Said("Répondants", "Respondents"),
    "answers": Said("Réponses", "Answers"),
    "expected_axes": Said("Attendus, axes", "Expected on axes"),
    "expected_items": Said("Attendus", "Expected on items"),
}

LABELS: dict[str, Said] = {
    "action": Said("Action", "Action"),
    "address": Said("Adresse", "Address"),
    "agreement_ad_at_most": Said("Accord : écart moyen d’au plus", "Agreement: mean deviation of at most"),
    "aligned_high_from": Said("Aligné haut à partir de", "Aligned high from"),
    "answered_share": Said("Part de réponses nécessaire", "Share of answers needed"),
    "at_least": Said("Au moins", "At least"),
    "at_most": Said("Au plus", "At most"),
    "approaches": Said("Approches", "Approaches"),
    "author": Said("Auteur", "Author"),
    "authors": Said("Auteurs (un par ligne)", "Authors (one per line)"),
    "axis": Said("Axe", "Axis"),
    "bimodal": Said("Deux camps", "Two camps"),
    "body": Said("Corps", "Body"),
    "by": Said("Par qui", "By whom"),
    "circle": Said("Cercle", "Circle"),
    "coherence": Said("Cohérence", "Coherence"),
    "confused_with": Said("À ne pas confondre avec", "Not to be confused with"),
    "context": Said("Contexte", "Context"),
    "contraindication": Said("Quand ne pas le faire", "When not to do it"),
    "courses": Said("Parcours", "Courses"),
    "date": Said("Date", "Date"),
    "definition": Said("Définition", "Definition"),
    "description": Said("Description", "Description"),
    "difficulty": Said("Difficulté", "Difficulty"),
    "distance": Said("distance", "distance"),
    "dont_know": Said("Je ne sais pas", "Don’t know"),
    "draws": Said("tirages", "draws"),
    "effort": Said("Effort", "Effort"),
    "example": Said("Exemple", "Example"),
    "expected": Said("Attendu", "Expected"),
    "explanation": Said("Explication", "Explanation"),
    "facet": Said("Facette", "Facet"),
    "failures": Said("Échecs connus", "Known failures"),
    "fact": Said("Fait observé", "Fact"),
    "fewest_respondents": Said("répondants, au moins", "respondents, at least"),
    "first_recommendation": Said("première recommandation", "first recommendation"),
    "first_step": Said("Premier pas", "First step"),
    "first_use": Said("Premier usage", "First use"),
    "form": Said("Forme", "Form"),
    "formats": Said("Formats", "Formats"),
    "from": Said("À partir de", "From"),
    "gap": Said("Écart", "Gap"),
    "goal": Said("But", "Goal"),
    "headline": Said("phrase de tête", "headline"),
    "headline_gap": Said("Écart dit en tête", "Gap told in the headline"),
    "higher": Said("Facette la plus haute", "Higher facet"),
    "hint": Said("À quoi ressemblerait un 3 ?", "What would a 3 look like?"),
    "how": Said("Comment faire", "How"),
    "id": Said("Identifiant", "Id"),
    "illustrated": Said("Ce qui a été vu, illustré", "What was seen, illustrated"),
    "impacts": Said("Impacts", "Impacts"),
    "instrument": Said("Instrument", "Instrument"),
    "interval": Said("Intervalle", "Interval"),
    "is_self": Said("Se regarde lui-même", "Looks at itself"),
    "item": Said("Question", "Item"),
    "key": Said("Clé de lecture", "Reading key"),
    "kind": Said("Nature", "Kind"),
    "lasts": Said("Durée de l’atelier", "Length of the workshop"),
    "lead": Said("Chapeau", "Lead"),
    "level": Said("niveau", "level"),
    "levels": Said("Niveau", "Level"),
    "licence": Said("Licence", "Licence"),
    "limits": Said("Limites", "Limits"),
    "lower": Said("Facette la plus basse", "Lower facet"),
    "maturity": Said("Maturité", "Maturity"),
    "means": Said("Moyens", "Means"),
    "measured": Said("Ce qui a été vu, mesuré", "What was seen, measured"),
    "median": Said("Médiane", "Median"),
    "medoc": Said("Famille (MEDOC)", "Family (MEDOC)"),
    "minutes": Said("Minutes", "Minutes"),
    "name": Said("Nom", "Name"),
    "needs": Said("Besoins", "Needs"),
    "not_applicable": Said("Ne me concerne pas", "Not applicable"),
    "organisation": Said("Organisation", "Organisation"),
    "origin": Said("Origine", "Origin"),
    "partners": Said("Partenaires (un par ligne)", "Partners (one per line)"),
    "pattern": Said("Motif", "Pattern"),
    "patterns": Said("Motifs", "Patterns"),
    "people": Said("Personnes", "People"),
    "perception_gap": Said("Écart de perception", "Perception gap"),
    "place": Said("lieu", "place"),
    "prompt": Said("Consigne", "What is asked"),
    "published": Said("Publiée le", "Published on"),
    "publisher": Said("Éditeur", "Publisher"),
    "purpose": Said("À quoi cela sert", "Purpose"),
    "qualified": Said("Ce qui a été vu, qualifié", "What was seen, qualified"),
    "question": Said("Question", "Question"),
    "reading": Said("Lecture", "Reading"),
    "recommendations_exclude": Said("recommandations absentes", "recommendations absent"),
    "recommendations_include": Said("recommandations présentes", "recommendations present"),
    "references": Said("Références", "References"),
    "related": Said("Termes proches", "Related terms"),
    "right": Said("Juste", "Right"),
    "score": Said("Score", "Score"),
    "seed": Said("graine", "seed"),
    "seen": Said("Ce qui a été vu", "What was seen"),
    "self_circle": Said("Cercle qui se regarde", "Self circle"),
    "share": Said("part", "share"),
    "since": Said("Depuis", "Since"),
    "sources": Said("Sources", "Sources"),
    "stage": Said("Stade", "Stage"),
    "status": Said("Statut", "Status"),
    "stories": Said("Récits", "Stories"),
    "story": Said("Histoire", "Story"),
    "summary": Said("Résumé", "Summary"),
    "target": Said("Cible", "Target"),
    "teaches": Said("Ce que cela apprend", "What it teaches"),
    "terms": Said("Termes", "Terms"),
    "territory": Said("Territoire", "Territory"),
    "text": Said("Texte", "Text"),
    "title": Said("Titre", "Title"),
    "to_discuss": Said("À discuter", "To discuss"),
    "tools": Said("Outils", "Tools"),
    "topic": Said("Sujet", "Topic"),
    "topics": Said("Sujets", "Topics"),
    "tried": Said("Ce qui a été tenté", "What was tried"),
    "version": Said("Version", "Version"),
    "vision": Said("Vision", "Vision"),
    "weakest_facet_margin": Said("Marge sur la facette la plus faible", "Margin over the weakest facet"),
    "where": Said("Où", "Where"),
    "why": Said("Pourquoi", "Why"),
}
"""Key of the pack → label of its column; parts of a nested block are written in lower case, after the block's own."""

TABLES: dict[tuple[str, str], Said] = {
    ("answers", "key"): Said("Axe, sujet, question, ou *", "Axis, topic, item, or *"),
    ("answers", "value"): Said("Réponse", "Answer"),
    ("traits", "key"): Said("Question de contexte", "Question of context"),
    ("traits", "value"): Said("Choix (un par ligne)", "Choices (one per line)"),
}
"""Labels of the two columns of a sheet that holds free keys."""

LONGEST_TAB = 31


def label_of(sheet: str, code: str) -> Said:
    """Return the label of a column of a sheet.

    >>> label_of("items", "levels.3.en").fr, label_of("scoring", "interval.seed").en, label_of("items", "@topics").en
    ('Niveau 3 (en)', 'Interval, seed', 'In: Topics')
    """
    if code.startswith("@"):
        title = TITLES[code[1:]]
        return Said(f"Dans\u202f: {title.fr}", f"In: {title.en}")
    if (sheet, code) in TABLES:
        return TABLES[sheet, code]
    steps = code.split(".")
    lang = f" ({steps.pop()})" if steps[-1] in ("fr", "en") and len(steps) > 1 else ""
    if steps in (["fr"], ["en"]):
        return Said(f"{LABELS['text'].fr} ({steps[0]})", f"{LABELS['text'].en} ({steps[0]})")
    number = f" {steps.pop()}" if steps[-1].isdigit() else ""
    words = [LABELS[step] for step in steps]
    return Said(
        ", ".join(word.fr for word in words) + number + lang, ", ".join(word.en for word in words) + number + lang
    )


def tab_of(code: str) -> str:
    """Return the name of a sheet's tab: the French title, and the code between brackets, by which it is read back.

    >>> tab_of("topics")
    'Sujets (topics)'
    """
    return f"{TITLES[code].fr} ({code})"
