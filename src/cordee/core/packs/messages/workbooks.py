"""What can be wrong with a workbook: a sheet, a column or a cell that cannot be taken as it is."""

from cordee.core.packs.messages.wording import Message, said

WORKBOOKS: dict[str, Message] = {
    "not-a-workbook": said(
        "Ce fichier n’est pas un classeur XLSX lisible.",
        "This file is not a readable XLSX workbook.",
        "Enregistrez-le au format « Classeur Excel (.xlsx) », sans mot de passe.",
        "Save it in the ‘Excel workbook (.xlsx)’ format, without a password.",
    ),
    "missing-sheet": said(
        "Il manque la feuille « {sheet} ».",
        "The sheet ‘{sheet}’ is missing.",
        "Remettez-la avec ce nom exact ; une feuille sans entrée garde ses titres de colonnes.",
        "Put it back under this exact name; a sheet without entries keeps its column headings.",
    ),
    "unknown-sheet": said(
        "La feuille « {sheet} » n’existe pas dans un pack : rien de ce qu’elle contient ne serait lu.",
        "A pack has no sheet ‘{sheet}’: nothing in it would be read.",
        "{suggestion} Sinon, supprimez-la ou déplacez-la dans un autre classeur.",
        "{suggestion} Otherwise, delete it or move it to another workbook.",
    ),
    "missing-column": said(
        "Il manque la colonne « {column} ».",
        "The column ‘{column}’ is missing.",
        "Remettez-la, avec son code en ligne {row} ; elle peut rester vide si elle est facultative.",
        "Put it back, with its code in row {row}; it may stay empty when it is optional.",
    ),
    "unknown-column": said(
        "La colonne « {column} » n’existe pas dans cette feuille.",
        "This sheet has no column ‘{column}’.",
        "{suggestion} Sinon, supprimez la colonne.",
        "{suggestion} Otherwise, delete the column.",
    ),
    "duplicate-column": said(
        "La colonne « {column} » est là deux fois.",
        "The column ‘{column}’ is there twice.",
        "Gardez-en une seule.",
        "Keep only one.",
    ),
    "missing-line": said(
        "Il manque la ligne « {row} » dans cette feuille.",
        "The row ‘{row}’ is missing from this sheet.",
        "Remettez-la, avec son code dans la première colonne.",
        "Put it back, with its code in the first column.",
    ),
    "unknown-line": said(
        "La ligne « {row} » n’existe pas dans cette feuille.",
        "This sheet has no row ‘{row}’.",
        "{suggestion} Sinon, supprimez la ligne.",
        "{suggestion} Otherwise, delete the row.",
    ),
    "duplicate-line": said(
        "La ligne « {row} » est là deux fois.",
        "The row ‘{row}’ is there twice.",
        "Gardez-en une seule.",
        "Keep only one.",
    ),
    "outside-table": said(
        "Cette cellule est hors du tableau : « {found} » ne serait pas lu.",
        "This cell is outside the table: ‘{found}’ would not be read.",
        "Déplacez-la dans une colonne qui porte un code, ou videz-la.",
        "Move it to a column that has a code, or clear it.",
    ),
    "formula-cell": said(
        "La cellule contient une formule ; seul ce qui est écrit est repris.",
        "The cell holds a formula; only what is written is taken.",
        "Copiez la cellule, puis collez-la en « valeurs » (texte).",
        "Copy the cell, then paste it as ‘values’ (text).",
    ),
    "merged-cells": said(
        "Les cellules {cells} sont fusionnées : on ne sait plus à quelle ligne va leur contenu.",
        "The cells {cells} are merged: nothing says which row their content belongs to.",
        "Annulez la fusion, puis remplissez chaque cellule.",
        "Unmerge them, then fill each cell.",
    ),
    "date-cell": said(
        "Le tableur a fait une date de ce qui était tapé ({found}).",
        "The spreadsheet turned what was typed into a date ({found}).",
        "Mettez la cellule au format « Texte », puis retapez, par exemple 2015-03.",
        "Set the cell to the ‘Text’ format, then retype, for instance 2015-03.",
    ),
    "error-cell": said(
        "La cellule contient une erreur du tableur ({found}).",
        "The cell holds a spreadsheet error ({found}).",
        "Remplacez-la par la valeur voulue.",
        "Replace it with the intended value.",
    ),
    "number-cell": said(
        "Le tableur a fait un nombre de ce qui était tapé ({found}) ; un zéro ou une décimale a pu se perdre.",
        "The spreadsheet turned what was typed into a number ({found}); a leading zero or a decimal may be lost.",
        "Mettez la cellule au format « Texte », puis retapez-la.",
        "Set the cell to the ‘Text’ format, then retype it.",
    ),
    "boolean-cell": said(
        "Le tableur a pris ce qui était tapé pour vrai ou faux.",
        "The spreadsheet turned what was typed into true or false.",
        "Mettez la cellule au format « Texte », puis retapez-la.",
        "Set the cell to the ‘Text’ format, then retype it.",
    ),
    "spreadsheet-code": said(
        "La cellule contient « {found} », un code que les tableurs utilisent pour des caractères invisibles.",
        "The cell holds ‘{found}’, a code that spreadsheets use for invisible characters.",
        "Effacez ce code, ou retapez le texte.",
        "Delete this code, or retype the text.",
    ),
    "orphan-row": said(
        "Cette ligne appartient à « {id} », que la feuille « {sheet} » ne contient pas.",
        "This row belongs to ‘{id}’, which the sheet ‘{sheet}’ does not hold.",
        "Corrigez le nom, ou ajoutez l’entrée dans « {sheet} ». {suggestion}",
        "Mend the name, or add the entry to ‘{sheet}’. {suggestion}",
    ),
    "parent-missing": said(
        "La colonne « {column} » est vide : on ne sait pas à quoi cette ligne appartient.",
        "The column ‘{column}’ is empty: nothing says what this row belongs to.",
        "Choisissez l’entrée dans la liste déroulante.",
        "Choose the entry from the drop-down list.",
    ),
    "duplicate-row": said(
        "« {id} » a déjà une réponse, ligne {first}.",
        "‘{id}’ already has an answer, in row {first}.",
        "Gardez une seule des deux lignes.",
        "Keep only one of the two rows.",
    ),
    "sheet-too-large": said(
        "La feuille s’étend jusqu’à la cellule {corner}, bien au-delà de ce que contient un pack.",
        "The sheet extends to cell {corner}, well beyond what a pack holds.",
        "Supprimez les lignes du bas et les colonnes de droite, même vides en apparence.",
        "Delete the rows at the bottom and the columns on the right, even those that look empty.",
    ),
    "too-long-for-a-cell": said(
        "Ce texte fait {length} caractères ; une cellule n’en contient que {limit}.",
        "This text is {length} characters long; a cell holds only {limit}.",
        "Raccourcissez-le, ou modifiez ce pack dans ses fichiers YAML.",
        "Shorten it, or edit this pack in its YAML files.",
    ),
}
