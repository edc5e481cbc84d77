"""What can be wrong with the rows of a survey: weights, strata, clusters, answers."""

from cordee.core.packs.messages.wording import Message, said

ROWS: dict[str, Message] = {
    "weight-missing": said(
        "Le poids « {column} » manque ; lignes dans ce cas : {count}{lines}.",
        "The weight ‘{column}’ is missing; rows in this case: {count}{lines}.",
        "Donnez un poids à chaque ligne, ou retirez les lignes hors de l’échantillon.",
        "Give each row a weight, or remove the rows outside of the sample.",
    ),
    "weight-text": said(
        "Le poids « {column} » n’est pas un nombre ; lignes dans ce cas : {count}{lines}.",
        "The weight ‘{column}’ is not a number; rows in this case: {count}{lines}.",
        "Écrivez-le en chiffres, avec un point et non une virgule.",
        "Write it in digits, with a point and not a comma.",
    ),
    "weight-zero": said(
        "Le poids « {column} » est nul ; lignes dans ce cas : {count}{lines}.",
        "The weight ‘{column}’ is zero; rows in this case: {count}{lines}.",
        "Retirez ces lignes : un poids nul compterait dans les effectifs sans compter dans les estimations.",
        "Remove these rows: a zero weight would count among respondents and not in estimates.",
    ),
    "weight-negative": said(
        "Le poids « {column} » est négatif ; lignes dans ce cas : {count}{lines}.",
        "The weight ‘{column}’ is negative; rows in this case: {count}{lines}.",
        "Un poids dit combien de personnes une ligne représente : corrigez-le à sa source.",
        "A weight says how many people a row stands for: mend it at its source.",
    ),
    "weight-infinite": said(
        "Le poids « {column} » est infini ou indéfini ; lignes dans ce cas : {count}{lines}.",
        "The weight ‘{column}’ is infinite or undefined; rows in this case: {count}{lines}.",
        "Corrigez-le à sa source.",
        "Mend it at its source.",
    ),
    "not-a-number": said(
        "« {column} » n’est pas un nombre ; lignes dans ce cas : {count}{lines}.",
        "‘{column}’ is not a number; rows in this case: {count}{lines}.",
        "Corrigez ces lignes (un point et non une virgule), ou dites leur code parmi les « missing » du dictionnaire.",
        "Mend these rows (a point and not a comma), or name their code among the ‘missing’ of the dictionary.",
    ),
    "empty-key": said(
        "« {column} », qui dit {role}, est vide ; lignes dans ce cas : {count}{lines}.",
        "‘{column}’, which says {role}, is empty; rows in this case: {count}{lines}.",
        "Complétez ces lignes : sans elle, on ne sait pas où elles se placent dans le plan.",
        "Fill in these rows: without it, their place in the design is not known.",
    ),
    "all-missing": said(
        "« {column} » ne contient aucune réponse.",
        "‘{column}’ holds no answer at all.",
        "Retirez-la des estimations, ou vérifiez les codes manquants du dictionnaire.",
        "Remove it from the estimates, or check the missing codes of the dictionary.",
    ),
    "single-psu": said(
        "Une seule grappe dans {count} strates ({strata}) : la variance n’y est pas estimable.",
        "A single cluster in {count} strata ({strata}): the variance cannot be estimated there.",
        "Regroupez ces strates avec leurs voisines, ou choisissez « single_psu: centered » ou « certainty ».",
        "Merge these strata with their neighbours, or choose ‘single_psu: centered’ or ‘certainty’.",
    ),
    "fpc-varies": said(
        "« {column} » prend plusieurs valeurs dans la strate {stratum}.",
        "‘{column}’ takes several values in the stratum {stratum}.",
        "La taille de la population, ou le taux de sondage, est la même pour toute la strate.",
        "The size of the population, or the sampling fraction, is the same for a whole stratum.",
    ),
    "fpc-too-small": said(
        "La strate {stratum} compte {found} grappes, plus que les {size} de la population selon « {column} ».",
        "The stratum {stratum} has {found} clusters, more than the {size} of the population by ‘{column}’.",
        "Donnez le nombre de grappes de la population, ou un taux de sondage entre 0 et 1.",
        "Give the number of clusters of the population, or a sampling fraction between 0 and 1.",
    ),
    "fpc-not-positive": said(
        "« {column} » n’est pas un nombre positif dans la strate {stratum}.",
        "‘{column}’ is not a positive number in the stratum {stratum}.",
        "Donnez le nombre de grappes de la population, ou un taux de sondage entre 0 et 1.",
        "Give the number of clusters of the population, or a sampling fraction between 0 and 1.",
    ),
    "unknown-code": said(
        "« {column} » porte un code que le dictionnaire ne connaît pas ; lignes dans ce cas : {count}{lines}.",
        "‘{column}’ holds a code that the dictionary does not know; rows in this case: {count}{lines}.",
        "Corrigez ces lignes, ou ajoutez ce code au dictionnaire (« labels », ou « missing » s’il ne répond pas).",
        "Mend these rows, or add the code to the dictionary (‘labels’, or ‘missing’ when it is no answer).",
    ),
}
