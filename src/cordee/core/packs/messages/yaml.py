"""What can be wrong with the writing of a YAML file, before anyone looks at what it says."""

from cordee.core.packs.messages.wording import Message, said

YAML: dict[str, Message] = {
    "duplicate-key": said(
        "La clé « {key} » est déjà écrite ligne {first}.",
        "The key ‘{key}’ is already written on line {first}.",
        "Gardez-en une seule : rien ne dit laquelle des deux est la bonne.",
        "Keep only one: nothing says which of the two is right.",
    ),
    "anchor": said(
        "Les ancres et renvois YAML (« {name} ») ne sont pas acceptés : un lecteur ne verrait pas ce qui est écrit.",
        "YAML anchors and aliases (‘{name}’) are not accepted: a reader would not see what is written.",
        "Recopiez le texte ici. Si « {sign} » fait partie du texte, mettez le texte entre guillemets doubles.",
        "Write the text out here. If ‘{sign}’ belongs to the text, put the text between double quotes.",
    ),
    "tag": said(
        "Les étiquettes de type YAML (« {name} ») ne sont pas acceptées.",
        "YAML type tags (‘{name}’) are not accepted.",
        "Retirez-la. Si « ! » fait partie du texte, mettez le texte entre guillemets doubles.",
        "Remove it. If ‘!’ belongs to the text, put the text between double quotes.",
    ),
    "merge-key": said(
        "La fusion YAML « << » n’est pas acceptée.",
        "The YAML merge key ‘<<’ is not accepted.",
        "Recopiez les clés une à une.",
        "Write the keys out one by one.",
    ),
    "odd-key": said(
        "Une clé doit être un mot simple suivi de deux-points.",
        "A key must be a plain word followed by a colon.",
        "Écrivez la clé sur la même ligne, sous la forme « clé: valeur ».",
        "Write the key on one line, as ‘key: value’.",
    ),
    "several-documents": said(
        "Un second document commence ici (« --- ») ; il ne serait pas lu.",
        "A second document starts here (‘---’); it would not be read.",
        "Faites-en un autre fichier, ou retirez la ligne.",
        "Make it another file, or remove the line.",
    ),
    "directive": said(
        "Les directives YAML (ligne qui commence par « % ») ne sont pas acceptées.",
        "YAML directives (a line that starts with ‘%’) are not accepted.",
        "Retirez cette ligne.",
        "Remove this line.",
    ),
    "too-deep": said(
        "Trop de niveaux sont emboîtés les uns dans les autres (plus de {limit}).",
        "Too many levels are nested inside one another (more than {limit}).",
        "Vérifiez les crochets, les accolades et les retraits autour de cet endroit.",
        "Check the brackets, the braces and the indentation around this place.",
    ),
    "empty-value": said(
        "« {key} » n’a pas de valeur.",
        "‘{key}’ has no value.",
        "Écrivez sa valeur après les deux-points, ou retirez la ligne ; une liste vide s’écrit [].",
        "Write its value after the colon, or remove the line; an empty list is written [].",
    ),
    "text-over-lines": said(
        "Ce texte sans guillemets continue sur la ligne suivante.",
        "This text without quotes runs on to the next line.",
        "Mettez-le entre guillemets doubles. Si la ligne suivante est autre chose, corrigez son retrait.",
        "Put it between double quotes. If the next line is something else, mend its indentation.",
    ),
    "comment-after-text": said(
        "Ce qui suit « # » serait pris pour un commentaire et perdu.",
        "What follows ‘#’ would be taken for a comment and lost.",
        "Si cela fait partie du texte, mettez le texte entre guillemets doubles ; sinon, "
        "écrivez le commentaire sur sa propre ligne.",
        "If it belongs to the text, put the text between double quotes; otherwise, "
        "write the comment on a line of its own.",
    ),
    "unclosed-quote": said(
        "Le guillemet ouvert ici n’est jamais refermé.",
        "The quote opened here is never closed.",
        'Ajoutez le guillemet de fin. Un guillemet double à l’intérieur du texte s’écrit \\".',
        'Add the closing quote. A double quote inside the text is written \\".',
    ),
    "quote-inside-text": said(
        "Le texte se termine au guillemet qui précède, et il reste des mots après.",
        "The text ends at the quote just before, and words remain after it.",
        'À l’intérieur du texte, écrivez \\" plutôt que ", ou utilisez « » et ’.',
        'Inside the text, write \\" instead of ", or use ‘ ’.',
    ),
    "unclosed-bracket": said(
        "L’accolade ou le crochet ouvert ligne {first} n’est pas refermé, ou il manque une virgule.",
        "The brace or bracket opened on line {first} is not closed, or a comma is missing.",
        'Vérifiez les virgules et la fin, par exemple {{fr: "…", en: "…"}}.',
        'Check the commas and the end, for instance {{fr: "…", en: "…"}}.',
    ),
    "stray-bracket": said(
        "Ce signe n’a pas sa place ici : « {found} ».",
        "This mark has no place here: ‘{found}’.",
        "Retirez-le, ou mettez le texte entre guillemets doubles.",
        "Remove it, or put the text between double quotes.",
    ),
    "colon-in-text": said(
        "Il y a ici des deux-points que YAML prend pour une clé.",
        "There is a colon here that YAML takes for a key.",
        "Mettez le texte entre guillemets doubles, ou corrigez le retrait de la ligne.",
        "Put the text between double quotes, or mend the indentation of the line.",
    ),
    "bad-indentation": said(
        "Le retrait de cette ligne ne correspond pas à ce qui précède.",
        "The indentation of this line does not match what comes before.",
        "Alignez-la sur les lignes de même niveau, avec des espaces.",
        "Align it with the lines of the same level, using spaces.",
    ),
    "missing-colon": said(
        "Cette ligne n’est ni une clé ni un élément de liste : il manque « : ».",
        "This line is neither a key nor a list entry: a ‘:’ is missing.",
        "Écrivez « clé: valeur », ou commencez la ligne par « - ».",
        "Write ‘key: value’, or start the line with ‘- ’.",
    ),
    "forbidden-start": said(
        "Un texte sans guillemets ne peut pas commencer par « {found} ».",
        "Text without quotes cannot start with ‘{found}’.",
        "Mettez-le entre guillemets doubles.",
        "Put it between double quotes.",
    ),
    "bad-escape": said(
        "La barre oblique inverse est suivie d’un code inconnu.",
        "The backslash is followed by an unknown code.",
        "Pour écrire une barre oblique inverse, doublez-la : \\\\.",
        "To write a backslash, double it: \\\\.",
    ),
    "bad-block-mark": said(
        "Après « | » ou « > », rien d’autre que « - » ou « + » n’est attendu sur la ligne.",
        "After ‘|’ or ‘>’, nothing but ‘-’ or ‘+’ is expected on the line.",
        "Écrivez « >- » seul, puis le texte en retrait sur les lignes suivantes ; ou utilisez des guillemets doubles.",
        "Write ‘>-’ alone, then the text indented on the next lines; or use double quotes.",
    ),
    "dash-not-here": said(
        "Une liste ne peut pas commencer ici.",
        "A list cannot start here.",
        "Passez à la ligne avant le tiret, ou mettez le texte entre guillemets doubles.",
        "Start a new line before the dash, or put the text between double quotes.",
    ),
    "unreadable": said(
        "À partir d’ici, le fichier n’est plus lisible comme du YAML.",
        "From here on, the file can no longer be read as YAML.",
        "Vérifiez les guillemets, les deux-points, les virgules et les retraits de cette ligne et de la précédente.",
        "Check the quotes, colons, commas and indentation of this line and the one before.",
    ),
}
