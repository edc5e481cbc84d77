"""What can be wrong with a calibration: margins that miss a category, do not agree, or cannot be reached."""

from cordee.core.packs.messages.wording import Message, said

CALIBRATION: dict[str, Message] = {
    "margins-header": said(
        "L’en-tête des marges doit être : variable,category,total.",
        "The header of the margins must be: variable,category,total.",
        "Corrigez la première ligne (virgules ou points-virgules).",
        "Mend the first line (commas or semicolons).",
    ),
    "margin-total": said(
        "Ligne {line} : « {found} » n’est pas un total.",
        "Line {line}: ‘{found}’ is not a total.",
        "Écrivez un nombre positif, avec un point ; ou une part entre 0 et 1, pour toute la variable.",
        "Write a positive number, with a point; or a share between 0 and 1, for the whole variable.",
    ),
    "margin-twice": said(
        "Ligne {line} : la modalité « {category} » de « {variable} » a déjà un total.",
        "Line {line}: the category ‘{category}’ of ‘{variable}’ already has a total.",
        "Gardez une seule des deux lignes.",
        "Keep one of the two lines.",
    ),
    "no-margins": said(
        "Il n’y a aucune marge dans ce fichier.",
        "There is no margin in this file.",
        "Ajoutez une ligne par modalité : variable,category,total.",
        "Add one line for each category: variable,category,total.",
    ),
    "margin-not-in-sample": said(
        "La modalité « {category} » de « {variable} » a un total de {total}, et personne dans l’échantillon.",
        "The category ‘{category}’ of ‘{variable}’ has a total of {total}, and nobody in the sample.",
        "Regroupez-la avec une modalité voisine, dans les marges et dans les données.",
        "Merge it with a neighbouring category, in the margins and in the data.",
    ),
    "category-without-margin": said(
        "La modalité « {category} » de « {variable} » n’a aucun total ; lignes dans l’échantillon : {count}.",
        "The category ‘{category}’ of ‘{variable}’ has no total; rows in the sample: {count}.",
        "Ajoutez son total aux marges, ou corrigez ces lignes.",
        "Add its total to the margins, or mend these rows.",
    ),
    "margin-zero": said(
        "La modalité « {category} » de « {variable} » a un total nul ; lignes dans l’échantillon : {count}.",
        "The category ‘{category}’ of ‘{variable}’ has a total of zero; rows in the sample: {count}.",
        "Retirez ces lignes de l’échantillon, ou corrigez le total.",
        "Remove these rows from the sample, or mend the total.",
    ),
    "margin-empty": said(
        "La variable de calage « {variable} » est vide ; lignes dans ce cas : {count}.",
        "The calibration variable ‘{variable}’ is empty; rows in this case: {count}.",
        "Complétez-la : une ligne sans modalité ne peut pas être calée.",
        "Fill it in: a row without a category cannot be calibrated.",
    ),
    "margin-no-number": said(
        "La variable de calage « {variable} » n’est pas un nombre ; lignes dans ce cas : {count}.",
        "The calibration variable ‘{variable}’ is not a number; rows in this case: {count}.",
        "Complétez-la, ou écrivez dans les marges une ligne par modalité.",
        "Fill it in, or write one line for each category in the margins.",
    ),
    "margin-mixed": said(
        "« {variable} » a des modalités et une ligne sans modalité.",
        "‘{variable}’ has categories and a line without a category.",
        "Donnez un total à chaque modalité, ou un seul à la variable si c’est un nombre.",
        "Give each category a total, or the variable a single one if it is a number.",
    ),
    "margin-number-shares": said(
        "« {variable} » est un nombre : son total n’a pas de sens à côté de parts.",
        "‘{variable}’ is a number: its total means nothing beside shares.",
        "Écrivez les autres marges en effectifs.",
        "Write the other margins as counts.",
    ),
    "too-many-cells": said(
        "Le calage croise {count} combinaisons de valeurs ; il en accepte {limit}.",
        "The calibration crosses {count} combinations of values; it takes {limit}.",
        "Arrondissez « {variables} », ou calez sur ses tranches.",
        "Round ‘{variables}’, or calibrate on classes of it.",
    ),
    "margins-disagree": said(
        "Les totaux de « {variable} » font {found}, ceux de « {other} » {expected}.",
        "The totals of ‘{variable}’ add up to {found}, those of ‘{other}’ to {expected}.",
        "Toutes les variables décrivent la même population : accordez leurs totaux.",
        "All variables describe the same population: make their totals agree.",
    ),
    "not-reached": said(
        "Le calage ne converge pas : la modalité « {category} » de « {variable} » reste à {gap} de son total.",
        "The calibration does not converge: the category ‘{category}’ of ‘{variable}’ stays {gap} away from its total.",
        "Regroupez cette modalité avec une voisine, élargissez les bornes, ou changez de méthode.",
        "Merge this category with a neighbour, widen the bounds, or change the method.",
    ),
    "number-not-reached": said(
        "Le calage ne converge pas : « {variable} » reste à {gap} de son total.",
        "The calibration does not converge: ‘{variable}’ stays {gap} away from its total.",
        "Vérifiez ce total et son unité, élargissez les bornes, ou changez de méthode.",
        "Check this total and its unit, widen the bounds, or change the method.",
    ),
    "bad-bounds": said(
        "Les bornes {found} ne vont pas : la première est sous 1, la seconde au-dessus de 1.",
        "The bounds {found} do not fit: the first is under 1, the second over 1.",
        "Écrivez par exemple « bounds: [0.4, 2.5] ».",
        "Write for instance ‘bounds: [0.4, 2.5]’.",
    ),
    "replicate-number-not-reached": said(
        "{count} réplications sur {replicates} n’atteignent pas les marges, surtout le total de « {variable} ».",
        "{count} replicates out of {replicates} do not reach the margins, above all the total of ‘{variable}’.",
        "Élargissez les bornes, calez sur des tranches de cette variable, ou retirez « replicates ».",
        "Widen the bounds, calibrate on classes of this variable, or remove ‘replicates’.",
    ),
    "replicate-not-reached": said(
        "{count} réplications sur {replicates} n’atteignent pas les marges, surtout « {category} » de « {variable} ».",
        "{count} replicates out of {replicates} do not reach the margins, above all ‘{category}’ of ‘{variable}’.",
        "Regroupez cette modalité avec une voisine, élargissez les bornes, ou retirez « replicates ».",
        "Merge this category with a neighbouring one, widen the bounds, or remove ‘replicates’.",
    ),
}
