"""What can be wrong with one entry of a pack: a key too many or too few, or a value of another kind."""

from cordee.core.packs.messages.wording import Message, Said, said

SHAPES: dict[str, Message] = {
    "missing-key": said(
        "Il manque « {key} ».",
        "‘{key}’ is missing.",
        "Ajoutez « {key} » à cette entrée.",
        "Add ‘{key}’ to this entry.",
    ),
    "missing-translation": said(
        "Il manque le texte en {language}.",
        "The {language} text is missing.",
        "Ajoutez « {key} » : chaque texte existe en français et en anglais.",
        "Add ‘{key}’: every text exists in French and in English.",
    ),
    "unknown-key": said(
        "La clé « {key} » n’existe pas ici.",
        "There is no key ‘{key}’ here.",
        "{suggestion}",
        "{suggestion}",
    ),
    "not-text": said(
        "Du texte est attendu ici, et non {found}.",
        "Text is expected here, not {found}.",
        "Mettez la valeur entre guillemets doubles, ou écrivez le texte qui manque.",
        "Put the value between double quotes, or write the text that is missing.",
    ),
    "empty-text": said(
        "Le texte est vide.",
        "The text is empty.",
        "Écrivez-le, ou retirez la clé si elle est facultative.",
        "Write it, or remove the key if it is optional.",
    ),
    "outer-space": said(
        "Le texte commence ou finit par une espace ou un retour à la ligne.",
        "The text starts or ends with a space or a line break.",
        "Effacez-les. Après « | » ou « > », ajoutez un tiret (« >- ») pour ne pas garder le dernier retour à la ligne.",
        "Delete them. After ‘|’ or ‘>’, add a dash (‘>-’) so that the last line break is not kept.",
    ),
    "line-break": said(
        "Ce texte tient sur une seule ligne, sans retour à la ligne.",
        "This text holds on one line, without a line break.",
        "Remplacez le retour à la ligne par une espace.",
        "Replace the line break with a space.",
    ),
    "hidden-character": said(
        "Le texte contient un caractère invisible ({code}) après « {before} ».",
        "The text holds an invisible character ({code}) after ‘{before}’.",
        "Effacez-le et retapez l’endroit : il vient souvent d’un copier-coller.",
        "Delete it and retype that place: it often comes from copying and pasting.",
    ),
    "bad-identifier": said(
        "« {found} » ne peut pas servir d’identifiant.",
        "‘{found}’ cannot be an id.",
        "Utilisez des lettres minuscules sans accent, des chiffres, « - », « _ » et « . » entre deux mots.",
        "Use lower-case letters without accents, digits, and ‘-’, ‘_’ or ‘.’ between words.",
    ),
    "long-identifier": said(
        "L’identifiant fait plus de {limit} caractères.",
        "The id is longer than {limit} characters.",
        "Raccourcissez-le, ici et partout où il est cité.",
        "Shorten it, here and wherever it is cited.",
    ),
    "bad-version": said(
        "« {found} » n’est pas un numéro de version.",
        "‘{found}’ is not a version number.",
        'Écrivez trois nombres séparés par des points, comme "1.0.0".',
        'Write three numbers separated by dots, such as "1.0.0".',
    ),
    "bad-address": said(
        "« {found} » n’est pas une adresse de page.",
        "‘{found}’ is not the address of a page.",
        "Écrivez l’adresse entière, sans espace, depuis https://.",
        "Write the whole address, without a space, from https:// on.",
    ),
    "bad-date": said(
        "« {found} » n’est pas une date.",
        "‘{found}’ is not a date.",
        'Écrivez l’année, l’année et le mois, ou la date entière : "2015", "2015-03" ou "2015-03-21".',
        'Write the year, the year and month, or the whole date: "2015", "2015-03" or "2015-03-21".',
    ),
    "not-in-list": said(
        "« {found} » n’est pas une valeur possible.",
        "‘{found}’ is not a possible value.",
        "{suggestion}",
        "{suggestion}",
    ),
    "not-whole": said(
        "Un nombre entier est attendu ici, et non « {found} ».",
        "A whole number is expected here, not ‘{found}’.",
        "Écrivez-le en chiffres, sans guillemets ni unité.",
        "Write it in digits, without quotes or unit.",
    ),
    "not-yes-or-no": said(
        "« {found} » n’est ni « true » ni « false ».",
        "‘{found}’ is neither ‘true’ nor ‘false’.",
        "Écrivez true (oui) ou false (non), sans guillemets.",
        "Write true (yes) or false (no), without quotes.",
    ),
    "not-decimal": said(
        "« {found} » n’est pas un nombre.",
        "‘{found}’ is not a number.",
        'Écrivez un entier (2), ou un nombre décimal avec un point et entre guillemets ("0.25").',
        'Write a whole number (2), or a decimal number with a point and between quotes ("0.25").',
    ),
    "not-decimal-or-refused": said(
        "« {found} » n’est ni un nombre ni « refused ».",
        "‘{found}’ is neither a number nor ‘refused’.",
        'Écrivez un entier (2), un décimal entre guillemets ("2.25"), ou refused si aucun score n’est attendu.',
        'Write a whole number (2), a decimal between quotes ("2.25"), or refused when no score is expected.',
    ),
    "not-a-list": said(
        "Une liste est attendue ici, et non {found}.",
        "A list is expected here, not {found}.",
        "Écrivez chaque élément sur une ligne qui commence par « - », ou entre crochets : [a, b].",
        "Write each entry on a line that starts with ‘- ’, or between brackets: [a, b].",
    ),
    "not-a-block": said(
        "Un bloc de clés est attendu ici, et non {found}.",
        "A block of keys is expected here, not {found}.",
        "Écrivez les clés une par ligne, en retrait : {keys}.",
        "Write the keys one per line, indented: {keys}.",
    ),
    "wrong-count": said(
        "Il faut {expected} élément(s) ici ; il y en a {found}.",
        "{expected} entries are needed here; there are {found}.",
        "Complétez la liste, ou retirez ce qui est en trop.",
        "Complete the list, or remove what is too many.",
    ),
    "condition-subject": said(
        "Une condition sur « {fact} » nomme exactement : {names}.",
        "A condition on ‘{fact}’ names exactly: {names}.",
        "Ajoutez ce qui manque et retirez ce qui est en trop parmi item, topic, axis, facet, higher, lower, pattern.",
        "Add what is missing and remove what is too many among item, topic, axis, facet, higher, lower, pattern.",
    ),
    "condition-bounds": said(
        "Une condition sur « {fact} » a exactement une borne.",
        "A condition on ‘{fact}’ has exactly one bound.",
        "Gardez « at_most » (au plus) ou « at_least » (au moins), pas les deux.",
        "Keep ‘at_most’ or ‘at_least’, not both.",
    ),
    "condition-unbounded": said(
        "Une condition sur « {fact} » est vraie ou fausse : elle n’a pas de borne.",
        "A condition on ‘{fact}’ is true or false: it has no bound.",
        "Retirez « at_most » et « at_least ».",
        "Remove ‘at_most’ and ‘at_least’.",
    ),
    "headline-placeholder": said(
        "La phrase de tête « {id} » ne peut pas nommer {found}.",
        "The headline ‘{id}’ cannot name {found}.",
        "Récrivez-la sans cette valeur : « aligned » peut nommer {{stage}}, « one_axis_apart » {{axis}}, "
        "les autres aucune.",
        "Rewrite it without this value: ‘aligned’ can name {{stage}}, ‘one_axis_apart’ {{axis}}, the others none.",
    ),
    "headlines-once": said(
        "Il manque une phrase de tête, ou l’une d’elles est écrite deux fois.",
        "A headline is missing, or one of them is written twice.",
        "Écrivez chacune une fois : {names}.",
        "Write each of them once: {names}.",
    ),
    "target-shape": said(
        "On mène à une seule chose à la fois.",
        "One thing at a time is led to.",
        "Gardez un seul de : {names}. « step » ne va qu’avec « course ».",
        "Keep one of: {names}. ‘step’ only goes with ‘course’.",
    ),
    "branch-end": said(
        "Une branche mène à un nœud ou à une porte, pas aux deux ni à rien.",
        "A branch leads to a node or to a door, not to both nor to nothing.",
        "Gardez « node » ou « door ».",
        "Keep ‘node’ or ‘door’.",
    ),
    "half-condition": said(
        "Une condition dit à la fois la question et les réponses.",
        "A condition says both the question and the answers.",
        "Écrivez « question » et « choices », ou aucun des deux.",
        "Write ‘question’ and ‘choices’, or neither.",
    ),
    "rule-weight": said(
        "Une règle qui propose (fits) a un poids ; une règle qui écarte (excludes) n’en a pas.",
        "A rule that proposes (fits) has a weight; one that excludes has none.",
        "Écrivez « weight: 1 », 2 ou 3 à une règle « fits » ; retirez-le d’une règle « excludes ».",
        "Write ‘weight: 1’, 2 or 3 in a rule ‘fits’; remove it from a rule ‘excludes’.",
    ),
    "unexpected": said(
        "Cette valeur n’est pas celle qui est attendue ici : « {found} ».",
        "This value is not the one expected here: ‘{found}’.",
        "Comparez avec une entrée voisine, ou avec le schéma (cordee pack schema).",
        "Compare with an entry nearby, or with the schema (cordee pack schema).",
    ),
}

_KINDS = (
    (bool, Said("true ou false", "true or false")),
    (int, Said("un nombre", "a number")),
    (str, Said("du texte", "text")),
    (list, Said("une liste", "a list")),
    (dict, Said("un bloc de clés", "a block of keys")),
)


def named_kind(value: object) -> Said:
    """Name the kind of a value, for « text is expected, not … ».

    >>> named_kind(12).en, named_kind(None).en
    ('a number', 'nothing (null)')
    """
    for kind, name in _KINDS:
        if isinstance(value, kind):
            return name
    return Said("rien (null)", "nothing (null)")
