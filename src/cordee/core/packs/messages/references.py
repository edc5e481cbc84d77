"""What can be wrong between the entries of a pack: a name that leads nowhere, an order or a bound that cannot be."""

from cordee.core.packs.messages.wording import Message, said

REFERENCES: dict[str, Message] = {
    "unknown-reference": said(
        "« {id} » devrait être {kind}, mais aucune entrée ne porte ce nom.",
        "‘{id}’ should be {kind}, but no entry has this name.",
        "Corrigez le nom, ou ajoutez l’entrée. {suggestion}",
        "Mend the name, or add the entry. {suggestion}",
    ),
    "refers-to-itself": said(
        "« {id} » renvoie à lui-même.",
        "‘{id}’ refers to itself.",
        "Retirez ce renvoi.",
        "Remove this reference.",
    ),
    "cited-twice": said(
        "« {id} » est cité deux fois dans la même liste.",
        "‘{id}’ is cited twice in the same list.",
        "Retirez l’un des deux.",
        "Remove one of them.",
    ),
    "duplicate-id": said(
        "L’identifiant « {id} » est déjà pris : {where}.",
        "The id ‘{id}’ is already taken: {where}.",
        "Donnez à l’une des deux entrées un identifiant nouveau.",
        "Give one of the two entries a new id.",
    ),
    "topic-outside-axis": said(
        "Le sujet « {id} » est rangé dans l’axe « {axis} », mais son nom dit autre chose.",
        "The topic ‘{id}’ stands in the axis ‘{axis}’, but its name says otherwise.",
        "L’identifiant d’un sujet s’écrit « axe.sujet », ici « {axis}.… ».",
        "The id of a topic is written ‘axis.topic’, here ‘{axis}.…’.",
    ),
    "item-id": said(
        "L’identifiant de cette question devrait être « {expected} ».",
        "The id of this item should be ‘{expected}’.",
        "Il s’écrit « sujet.facette » : corrigez l’identifiant ou la facette.",
        "It is written ‘topic.facet’: mend the id or the facet.",
    ),
    "facet-order": said(
        "Les trois facettes se suivent dans l’ordre : vision, action, means.",
        "The three facets come in order: vision, action, means.",
        "Remettez-les dans cet ordre, une fois chacune.",
        "Put them back in this order, once each.",
    ),
    "same-level-twice": said(
        "Les niveaux {first} et {second} disent la même chose.",
        "Levels {first} and {second} say the same.",
        "Écrivez ce que l’on peut observer au niveau {second} et pas au niveau {first}.",
        "Write what can be observed at level {second} and not at level {first}.",
    ),
    "self-circles": said(
        "Un seul cercle doit se regarder lui-même (is_self: true) ; il y en a {count}.",
        "Exactly one circle must look at itself (is_self: true); there are {count}.",
        "Gardez « is_self: true » sur un seul cercle : les écarts de perception se mesurent à partir de lui.",
        "Keep ‘is_self: true’ on one circle only: gaps of perception are measured from it.",
    ),
    "first-stage": said(
        "Le premier stade commence à {found}, et non à 0.",
        "The first stage starts at {found}, not at 0.",
        "Écrivez « from: 0 » : tout score doit avoir un stade.",
        "Write ‘from: 0’: every score must have a stage.",
    ),
    "stage-order": said(
        "Ce stade commence à {found}, pas plus haut que le précédent ({before}).",
        "This stage starts at {found}, no higher than the one before ({before}).",
        "Rangez les stades du plus bas au plus haut.",
        "List the stages from the lowest to the highest.",
    ),
    "same-facet": said(
        "Un écart se mesure entre deux facettes différentes ; ici « {facet} » est des deux côtés.",
        "A gap is measured between two different facets; here ‘{facet}’ is on both sides.",
        "Corrigez « higher » ou « lower ».",
        "Mend ‘higher’ or ‘lower’.",
    ),
    "out-of-bounds": said(
        "{found} est hors des limites : de {low} à {high}.",
        "{found} is out of bounds: from {low} to {high}.",
        "Corrigez le nombre.",
        "Mend the number.",
    ),
    "impossible-date": said(
        "La date {found} n’existe pas.",
        "The date {found} does not exist.",
        "Vérifiez le mois et le jour.",
        "Check the month and the day.",
    ),
    "unknown-placeholder": said(
        "« {found} » n’est pas une valeur que le texte peut nommer.",
        "‘{found}’ is not a value that the text can name.",
        "Possibles : {known}.",
        "Possible: {known}.",
    ),
    "stray-brace": said(
        "Une accolade est seule dans le texte.",
        "A brace stands alone in the text.",
        "Les accolades entourent une valeur, comme {{vision}} ; ailleurs, utilisez des parenthèses.",
        "Braces surround a value, such as {{vision}}; elsewhere, use parentheses.",
    ),
    "misplaced-placeholder": said(
        "Les accolades ne sont pas remplacées dans ce texte : le lecteur verrait « {found} ».",
        "Braces are not filled in this text: the reader would see ‘{found}’.",
        "Récrivez la phrase sans accolades.",
        "Rewrite the sentence without braces.",
    ),
    "placeholders-differ": said(
        "Le français et l’anglais ne nomment pas les mêmes valeurs : {fr} / {en}.",
        "French and English do not name the same values: {fr} / {en}.",
        "Mettez les mêmes valeurs entre accolades dans les deux langues.",
        "Put the same values between braces in both languages.",
    ),
    "split-accent": said(
        "Une lettre accentuée est écrite en deux morceaux, après « {before} » ; la recherche ne la trouverait pas.",
        "An accented letter is written in two pieces, after ‘{before}’; search would not find it.",
        "Retapez la lettre au clavier.",
        "Retype the letter on the keyboard.",
    ),
    "version-without-words": said(
        "La version {version} n’est pas racontée dans « changes ».",
        "Version {version} is not told in ‘changes’.",
        "Ajoutez à « changes » une entrée {version} qui dit ce qu’elle apporte.",
        "Add an entry {version} to ‘changes’ that says what it brings.",
    ),
    "cell-id": said(
        "L’identifiant de cette case devrait être « {expected} ».",
        "The id of this cell should be ‘{expected}’.",
        "Il s’écrit « approche.objet » : corrigez l’identifiant, l’approche ou l’objet.",
        "It is written ‘approach.object’: mend the id, the approach or the object.",
    ),
    "missing-cell": said(
        "Le référentiel n’a pas de case « {expected} ».",
        "The framework has no cell ‘{expected}’.",
        "Ajoutez-la : chaque approche interroge chaque objet.",
        "Add it: every approach questions every object.",
    ),
    "case-instrument": said(
        "Ce cas parle de l’instrument « {found} » ; celui du pack est « {expected} ».",
        "This case is about the instrument ‘{found}’; the one of the pack is ‘{expected}’.",
        "Écrivez « {expected} ».",
        "Write ‘{expected}’.",
    ),
    "unknown-answer-target": said(
        "« {found} » n’est ni un axe, ni un sujet, ni une question, ni « * ».",
        "‘{found}’ is neither an axis, nor a topic, nor an item, nor ‘*’.",
        "{suggestion}",
        "{suggestion}",
    ),
    "outside-form": said(
        "« {found} » n’est pas dans la forme « {form} » : cela n’aurait aucun effet.",
        "‘{found}’ is not in the form ‘{form}’: it would have no effect.",
        "Choisissez une autre forme, ou retirez cette ligne.",
        "Choose another form, or remove this line.",
    ),
    "unknown-headline": said(
        "« {found} » n’est pas une phrase de tête connue.",
        "‘{found}’ is not a known headline.",
        "{suggestion}",
        "{suggestion}",
    ),
    "case-differs": said(
        "Le cas « {case} » attend {expected} pour {what} ; le calcul donne {found}.",
        "The case ‘{case}’ expects {expected} for {what}; the computation gives {found}.",
        "Si l’attente est juste, corrigez les règles ou les réponses ; sinon, corrigez l’attente.",
        "If the expectation is right, mend the rules or the answers; otherwise, mend the expectation.",
    ),
}
