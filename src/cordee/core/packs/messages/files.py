"""What can be wrong with the files of a pack: their place, their name, their size, their encoding."""

from cordee.core.packs.messages.wording import Message, said

FILES: dict[str, Message] = {
    "missing-file": said(
        "Il manque le fichier « {file} », sans lequel le pack ne peut pas être lu.",
        "The file ‘{file}’ is missing; the pack cannot be read without it.",
        "Ajoutez ce fichier, ou vérifiez que vous avez donné le bon dossier.",
        "Add this file, or check that you named the right folder.",
    ),
    "foreign-file": said(
        "Ce fichier n’a pas de place dans un pack.",
        "This file has no place in a pack.",
        "{suggestion} Sinon, sortez-le du dossier : rien de ce qu’il contient ne serait lu.",
        "{suggestion} Otherwise, move it out of the folder: nothing in it would be read.",
    ),
    "two-places": said(
        "Ce contenu est écrit à deux endroits : un fichier « {file} » et un dossier « {folder} ».",
        "This content is written in two places: a file ‘{file}’ and a folder ‘{folder}’.",
        "Gardez l’un des deux : une liste dans le fichier, ou une entrée par fichier dans le dossier.",
        "Keep one of them: a list in the file, or one entry per file in the folder.",
    ),
    "file-name-differs": said(
        "Le fichier contient « {id} », mais il porte un autre nom.",
        "The file holds ‘{id}’, but it has another name.",
        "Renommez-le « {expected} », ou corrigez l’identifiant qu’il contient.",
        "Rename it ‘{expected}’, or mend the id inside.",
    ),
    "missing-axis-file": said(
        "L’axe « {id} » est annoncé, mais aucun fichier ne le décrit.",
        "The axis ‘{id}’ is listed, but no file describes it.",
        "Ajoutez « instrument/axes/{id}.yaml », ou retirez « {id} » de la liste. {suggestion}",
        "Add ‘instrument/axes/{id}.yaml’, or remove ‘{id}’ from the list. {suggestion}",
    ),
    "unused-axis-file": said(
        "L’axe « {id} » est décrit ici, mais l’instrument ne l’annonce pas : personne ne le verrait.",
        "The axis ‘{id}’ is described here, but the instrument does not list it: nobody would see it.",
        "Ajoutez « {id} » à la liste « axes » de l’instrument, ou supprimez cet axe.",
        "Add ‘{id}’ to the ‘axes’ list of the instrument, or delete this axis.",
    ),
    "empty-file": said(
        "Le fichier est vide.",
        "The file is empty.",
        "Écrivez son contenu, ou supprimez le fichier s’il ne sert plus.",
        "Write its content, or delete the file if it is no longer of use.",
    ),
    "too-large": said(
        "Le fichier dépasse {limit} Mo, la limite.",
        "The file is larger than {limit} MB, the limit.",
        "Vérifiez que c’est bien un fichier du pack. S’il l’est, partagez-le en plusieurs fichiers.",
        "Check that it really is a file of the pack. If so, split it into several files.",
    ),
    "byte-order-mark": said(
        "Le fichier commence par une marque d’encodage invisible (BOM).",
        "The file starts with an invisible encoding mark (BOM).",
        "Enregistrez-le en « UTF-8 » et non en « UTF-8 avec BOM ».",
        "Save it as ‘UTF-8’, not as ‘UTF-8 with BOM’.",
    ),
    "not-utf8": said(
        "À partir d’ici, le fichier n’est pas en UTF-8 : les accents seraient abîmés.",
        "From here on, the file is not UTF-8: accented letters would be damaged.",
        "Rouvrez-le avec le bon encodage (souvent Windows-1252), puis enregistrez-le en « UTF-8 ».",
        "Open it again with the right encoding (often Windows-1252), then save it as ‘UTF-8’.",
    ),
    "tab": said(
        "Il y a une tabulation ici ; YAML ne l’accepte pas pour aligner.",
        "There is a tab here; YAML does not accept tabs for alignment.",
        "Remplacez-la par des espaces.",
        "Replace it with spaces.",
    ),
    "control-character": said(
        "Il y a ici un caractère de contrôle invisible ({code}).",
        "There is an invisible control character here ({code}).",
        "Effacez-le : il vient souvent d’un copier-coller.",
        "Delete it: it often comes from copying and pasting.",
    ),
}
