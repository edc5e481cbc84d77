"""What can be wrong with a design: a column that is not there, an estimate that says too much or too little."""

from cordee.core.packs.messages.wording import Message, said

DESIGN: dict[str, Message] = {
    "missing-column": said(
        "La colonne « {column} » n’est pas dans le fichier.",
        "The column ‘{column}’ is not in the file.",
        "{suggestion}",
        "{suggestion}",
    ),
    "needs-key": said(
        "Une mesure « {measure} » demande « {key} ».",
        "A measure ‘{measure}’ needs ‘{key}’.",
        "Ajoutez « {key} » à cette estimation (docs/survey.md).",
        "Add ‘{key}’ to this estimate (docs/survey.md).",
    ),
    "useless-key": said(
        "Une mesure « {measure} » n’a que faire de « {key} ».",
        "A measure ‘{measure}’ has no use for ‘{key}’.",
        "Retirez « {key} », ou changez la mesure.",
        "Remove ‘{key}’, or change the measure.",
    ),
    "no-estimates": said(
        "Le plan ne demande aucune estimation.",
        "The design asks for no estimate.",
        "Ajoutez « estimates » au plan (docs/survey.md).",
        "Add ‘estimates’ to the design (docs/survey.md).",
    ),
    "no-calibration": said(
        "Le plan ne demande aucun calage.",
        "The design asks for no calibration.",
        "Ajoutez « calibration » au plan : méthode et marges (docs/survey.md).",
        "Add ‘calibration’ to the design: method and margins (docs/survey.md).",
    ),
    "out-of-range": said(
        "« {key} » doit être {range}, et non {found}.",
        "‘{key}’ must be {range}, not {found}.",
        "Corrigez cette valeur dans le plan.",
        "Mend this value in the design.",
    ),
    "twice-in-by": said(
        "« {column} » est nommée deux fois.",
        "‘{column}’ is named twice.",
        "Gardez-la une fois.",
        "Keep it once.",
    ),
    "reserved-name": said(
        "« {column} » est aussi le nom d’une colonne du résultat.",
        "‘{column}’ is also the name of a column of the result.",
        "Renommez cette variable dans les données.",
        "Rename this variable in the data.",
    ),
    "replicates-and-calibration": said(
        "Des poids répliqués donnés dans le fichier ne se calent pas une seconde fois.",
        "Replicate weights given in the file are not calibrated a second time.",
        "Retirez « calibration », ou retirez « replicates ».",
        "Remove ‘calibration’, or remove ‘replicates’.",
    ),
    "bootstrap-clusters": said(
        "Le bootstrap tire des grappes, et le plan n’en nomme pas.",
        "The bootstrap draws clusters, and the design names none.",
        "Nommez la colonne des grappes (clusters) ; ou retirez « replicates » : l’erreur est alors linéarisée.",
        "Name the column of clusters; or remove ‘replicates’: errors are then linearised.",
    ),
    "bootstrap-centered": said(
        "Une strate d’une seule grappe ne se tire pas au sort autour de la moyenne des autres (centered).",
        "A stratum with one cluster cannot be drawn again around the mean of the others (centered).",
        "Écrivez single_psu: fail ou certainty, ou retirez « replicates ».",
        "Write single_psu: fail or certainty, or remove ‘replicates’.",
    ),
    "few-replicates": said(
        "« {pattern} » désigne {found} colonnes ; il en faut au moins deux.",
        "‘{pattern}’ names {found} columns; at least two are needed.",
        "Vérifiez le nom des colonnes de poids répliqués.",
        "Check the names of the columns of replicate weights.",
    ),
    "replicate-scales": said(
        "Il y a {found} « rscales » pour {expected} poids répliqués.",
        "There are {found} ‘rscales’ for {expected} replicate weights.",
        "Donnez-en une par poids répliqué, ou aucune.",
        "Give one for each replicate weight, or none.",
    ),
    "jkn-scales": said(
        "La méthode JKn demande « rscales », une par poids répliqué.",
        "The method JKn needs ‘rscales’, one for each replicate weight.",
        "Donnez (n − 1) / n de la strate où la grappe est retirée.",
        "Give (n − 1) / n of the stratum from which the cluster is dropped.",
    ),
    "replicate-weight": said(
        "Le poids répliqué « {column} » manque, est négatif ou n’est pas un nombre ; lignes dans ce cas : {count}.",
        "The replicate weight ‘{column}’ is missing, negative or not a number; rows in this case: {count}.",
        "Reprenez le fichier à sa source : un poids répliqué est un nombre positif ou nul.",
        "Take the file again from its source: a replicate weight is zero or a positive number.",
    ),
    "unknown-category": said(
        "« {category} » n’est pas une modalité de « {column} ».",
        "‘{category}’ is not a category of ‘{column}’.",
        "{suggestion}",
        "{suggestion}",
    ),
    "value-never-seen": said(
        "Aucune ligne ne porte {values} dans « {column} » : la proportion serait de 0 par erreur de frappe.",
        "No row holds {values} in ‘{column}’: the proportion would be 0 for a slip of the pen.",
        "Vérifiez ces valeurs, ou décrivez-les dans le dictionnaire si elles peuvent manquer.",
        "Check these values, or describe them in the dictionary if they may be absent.",
    ),
}
