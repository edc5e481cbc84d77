"""What can be wrong with a file of survey data, or with a file to be written."""

from cordee.core.packs.messages.wording import Message, said

FILES: dict[str, Message] = {
    "missing-file": said(
        "Il n’y a pas de fichier à cet endroit.",
        "There is no file there.",
        "Vérifiez le nom et le dossier.",
        "Check the name and the folder.",
    ),
    "unknown-format": said(
        "« {suffix} » n’est pas un format connu.",
        "‘{suffix}’ is not a known format.",
        "Donnez un fichier .csv, .parquet, .xlsx, .sav ou .dta.",
        "Give a .csv, .parquet, .xlsx, .sav or .dta file.",
    ),
    "unknown-engine": said(
        "« {engine} » n’est pas un moteur.",
        "‘{engine}’ is not an engine.",
        "Écrivez --engine polars (sur cette machine) ou --engine spark. {suggestion}",
        "Write --engine polars (on this machine) or --engine spark. {suggestion}",
    ),
    "unreadable-file": said(
        "Ce fichier ne se lit pas comme un fichier {kind} : {reason}",
        "This file cannot be read as a {kind} file: {reason}",
        "Il est peut-être coupé, ou d’un autre format que son nom ne le dit. Reprenez-le à sa source.",
        "It may be cut short, or of another format than its name says. Take it again from its source.",
    ),
    "empty-file": said(
        "Le fichier est vide.",
        "The file is empty.",
        "Sa première ligne doit donner les noms des colonnes.",
        "Its first line must give the names of the columns.",
    ),
    "no-rows": said(
        "Il n’y a aucune ligne sous l’en-tête.",
        "There is no row under the header.",
        "Vérifiez que c’est bien le fichier entier.",
        "Check that this is the whole file.",
    ),
    "not-utf-8": said(
        "À partir de la ligne {line}, le fichier n’est pas en UTF-8 : les accents seraient abîmés.",
        "From line {line} on, the file is not UTF-8: accented letters would be damaged.",
        "Enregistrez-le de nouveau au format « CSV UTF-8 » (il est souvent en Latin-1 ou Windows-1252).",
        "Save it again in the format ‘CSV UTF-8’ (it is often in Latin-1 or Windows-1252).",
    ),
    "duplicate-column": said(
        "La colonne « {column} » est là deux fois.",
        "The column ‘{column}’ is there twice.",
        "Gardez l’une des deux, ou renommez-la.",
        "Keep one of them, or rename it.",
    ),
    "nameless-column": said(
        "La colonne n° {number} n’a pas de nom.",
        "Column number {number} has no name.",
        "Nommez-la dans la première ligne, ou retirez-la.",
        "Name it on the first line, or remove it.",
    ),
    "ragged-line": said(
        "La ligne {line} a {found} champs ; l’en-tête en a {expected}. Lignes dans ce cas : {count}.",
        "Line {line} has {found} fields; the header has {expected}. Lines in this case: {count}.",
        "Ajoutez ou retirez un séparateur ; un champ qui en contient un s’écrit entre guillemets droits.",
        "Add or remove a separator; a field that holds one is written between straight quotation marks.",
    ),
    "needs-package": said(
        "Ce format demande « {package} », qui n’est pas installé.",
        "This format needs ‘{package}’, which is not installed.",
        "Installez-le : pip install '{package}'",
        "Install it: pip install '{package}'",
    ),
    "needs-java": said(
        "Spark demande Java 17 ou plus récent, introuvable ici : {reason}",
        "Spark needs Java 17 or newer, which is not found here: {reason}",
        "Installez-le (Debian : apt-get install openjdk-17-jre-headless), ou restez sur --engine polars.",
        "Install it (Debian: apt-get install openjdk-17-jre-headless), or stay with --engine polars.",
    ),
    "spark-format": said(
        "Spark lit les fichiers .csv et .parquet, pas « {suffix} ».",
        "Spark reads .csv and .parquet files, not ‘{suffix}’.",
        "Convertissez d’abord ce fichier en Parquet, ou restez sur --engine polars.",
        "Turn this file into Parquet first, or stay with --engine polars.",
    ),
    "spark-name": said(
        "Spark lirait le point de « {column} » comme l’entrée d’une structure.",
        "Spark would read the dot of ‘{column}’ as the entry of a structure.",
        "Renommez cette colonne sans point ni accent grave, ou restez sur --engine polars.",
        "Rename this column without dot nor backquote, or stay with --engine polars.",
    ),
    "unwritable": said(
        "Impossible d’écrire ce fichier : {reason}. Rien n’a été écrit.",
        "This file cannot be written: {reason}. Nothing was written.",
        "Vérifiez vos droits et la place qui reste sur le disque.",
        "Check your rights and the room left on the disk.",
    ),
    "unknown-output": said(
        "« {suffix} » n’est pas un format de sortie.",
        "‘{suffix}’ is not a format of output.",
        "Nommez un fichier {known}.",
        "Name a {known} file.",
    ),
    "output-is-input": said(
        "Le fichier à écrire est celui que l’on lit.",
        "The file to write is the one that is read.",
        "Donnez un autre nom : les données d’origine ne sont jamais remplacées.",
        "Give another name: original data are never replaced.",
    ),
    "bad-ddi": said(
        "Ce dictionnaire ne se lit pas comme du XML : {reason}.",
        "This dictionary cannot be read as XML: {reason}.",
        "Exportez-le de nouveau au format DDI-Codebook, sans DOCTYPE.",
        "Export it again as DDI-Codebook, without a DOCTYPE.",
    ),
    "ddi-without-variables": said(
        "Ce fichier ne décrit aucune variable au format DDI-Codebook.",
        "This file describes no variable in the format DDI-Codebook.",
        "Donnez un codeBook dont dataDscr contient des var, ou un dictionnaire .yaml (docs/survey.md).",
        "Give a codeBook whose dataDscr holds var elements, or a .yaml dictionary (docs/survey.md).",
    ),
    "bad-dictionary": said(
        "Ce dictionnaire décrit « {column} », qui n’est pas dans les données.",
        "This dictionary describes ‘{column}’, which is not in the data.",
        "{suggestion}",
        "{suggestion}",
    ),
    "edition-exists": said(
        "L’édition existe déjà : elle ne change plus jamais.",
        "The edition already exists: it never changes again.",
        "Donnez un autre nom à la nouvelle édition.",
        "Give the new edition another name.",
    ),
}
