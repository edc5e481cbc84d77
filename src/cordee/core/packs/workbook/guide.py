"""The first sheet of a workbook: what it is, how to fill it, and where everything is, in French and in English."""

from cordee.core.packs.messages.wording import Said

GUIDE_TAB = "Lisez-moi"
LISTS_TAB = "lists"
"""The hidden sheet of the drop-down lists."""

TITLE = Said("Comment remplir ce classeur", "How to fill this workbook")

RULES: tuple[tuple[Said, Said], ...] = (
    (
        Said("Une ligne, une entrée", "One row, one entry"),
        Said(
            "Chaque feuille contient un seul genre de choses : des sujets, des questions, des outils… L’ordre des "
            "lignes est l’ordre du pack. Une ligne vide est ignorée.",
            "Each sheet holds one kind of thing: topics, items, tools… The order of rows is the order of the pack. "
            "An empty row is ignored.",
        ),
    ),
    (
        Said("L’identifiant ne change pas", "The id does not change"),
        Said(
            "Il est grisé et protégé : des réponses déjà données s’y rattachent. Changez le nom, jamais l’identifiant. "
            "Pour une entrée nouvelle, choisissez un identifiant nouveau sur une ligne libre. Pour en supprimer une, "
            "ôtez d’abord la protection de la feuille (il n’y a pas de mot de passe).",
            "It is grey and protected: answers already given hang on it. Change the name, never the id. For a new "
            "entry, choose a new id on a free row. To delete one, first unprotect the sheet (there is no password).",
        ),
    ),
    (
        Said("Deux langues, toujours", "Both languages, always"),
        Said(
            "Chaque texte a une colonne (fr) et une colonne (en) ; aucune des deux n’est facultative si l’autre "
            "est remplie.",
            "Each text has a column (fr) and a column (en); neither is optional once the other is filled.",
        ),
    ),
    (
        Said("Plusieurs noms dans une cellule", "Several names in one cell"),
        Said(
            "Un par ligne (Alt + Entrée). Pour des identifiants, une virgule convient aussi. « [] » dit "
            "qu’il n’y en a aucun, là où une cellule vide voudrait dire que rien n’est dit.",
            "One per line (Alt + Enter). For ids, a comma will do as well. ‘[]’ says that there is none, where an "
            "empty cell would mean that nothing is said.",
        ),
    ),
    (
        Said("Ce qui n’est pas lu", "What is not read"),
        Said(
            "Ni formule, ni fusion de cellules, ni date automatique : ces cellules sont refusées, avec leur adresse. "
            "Les couleurs et les largeurs sont libres. La ligne 3 porte le code des colonnes : ne la changez pas.",
            "No formula, no merged cells, no automatic date: such cells are refused, with their address. Colours and "
            "widths are free. Row 3 carries the codes of columns: leave it as it is.",
        ),
    ),
    (
        Said("Reprendre le classeur", "Taking the workbook back"),
        Said(
            "cordee pack from-xlsx classeur.xlsx dossier --dry-run montre ce qui change ; sans --dry-run, les fichiers "
            "sont écrits dans un dossier neuf.",
            "cordee pack from-xlsx workbook.xlsx folder --dry-run shows what changes; without --dry-run, the files are "
            "written to a new folder.",
        ),
    ),
)

SHEETS_TITLE = Said("Les feuilles", "The sheets")
ID_NOTE = Said(
    "Ne change jamais : des réponses s’y rattachent. Nouvelle entrée, nouvel identifiant.",
    "Never changes: answers hang on it. New entry, new id.",
)
NAMES_NOTE = Said("Un identifiant par ligne.", "One id per line.")
ROW_TITLES = (Said("Ce que c’est", "What it is"), Said("code", "code"), Said("valeur", "value"))
