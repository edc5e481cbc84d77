"""What can be wrong with a file of statistics: what, why it matters, what to do, in French and in English."""

from cordee.core.packs.messages.wording import Message, said

MESSAGES: dict[str, Message] = {
    "unreadable": said(
        "Le fichier ne se lit pas : il manque, ou ce compte n’a pas le droit de le lire.",
        "The file cannot be read: it is missing, or this account may not read it.",
        "Vérifiez son chemin et ses droits.",
        "Check its path and its permissions.",
    ),
    "too-heavy": said(
        "Le fichier dépasse {most} Mo : ce n’est pas celui de quelques statistiques par région.",
        "The file is larger than {most} MB: it is not that of a few statistics by region.",
        "Ne gardez que les régions et le pays, une ligne pour chaque statistique et chaque territoire.",
        "Keep the regions and the country only, one line for each statistic and each territory.",
    ),
    "not-utf8": said(
        "Le fichier n’est pas en UTF-8 : ses accents seraient faux à l’écran.",
        "The file is not in UTF-8: its accents would be wrong on the screen.",
        "Enregistrez-le à nouveau en CSV UTF-8.",
        "Save it again as CSV UTF-8.",
    ),
    "not-csv": said(
        "Le tableau ne se lit plus ici : un guillemet ouvert n’est pas refermé, ou est suivi d’autre chose.",
        "The table cannot be read any further: a quotation mark is not closed, or something follows it.",
        "Doublez chaque guillemet écrit dans une cellule entre guillemets.",
        "Double each quotation mark written in a quoted cell.",
    ),
    "wrong-header": said(
        "L’en-tête n’est pas celui attendu : on ne saurait pas ce que dit chaque colonne.",
        "The header is not the expected one: what each column says would not be known.",
        "Écrivez exactement : {columns}, séparés par des virgules ou des points-virgules.",
        "Write exactly: {columns}, separated by commas or semicolons.",
    ),
    "no-lines": said(
        "Il n’y a pas de ligne sous l’en-tête : il n’y aurait rien à montrer.",
        "There is no line under the header: there would be nothing to show.",
        "Ajoutez une ligne par statistique et par territoire, ou retirez le fichier.",
        "Add one line for each statistic and territory, or take the file away.",
    ),
    "too-many-lines": said(
        "Le fichier a plus de {most} lignes : une page ne les montrerait pas lisiblement.",
        "The file has more than {most} lines: a page could not show them legibly.",
        "Gardez les statistiques qui éclairent les fragilités, et une année pour chacune.",
        "Keep the statistics that tell about fragilities, with one year for each.",
    ),
    "too-many-statistics": said(
        "« {id} » est une statistique de plus que les {most} permises : une page ne les montrerait pas lisiblement.",
        "‘{id}’ is one statistic more than the {most} allowed: a page could not show them legibly.",
        "Gardez celles qui éclairent les fragilités.",
        "Keep those that tell about fragilities.",
    ),
    "wrong-cells": said(
        "La ligne a {found} cellules au lieu de {expected} : elles ne tombent pas sous leur colonne.",
        "The line has {found} cells instead of {expected}: they do not fall under their columns.",
        "Mettez entre guillemets un texte qui contient le séparateur ; laissez vides les bornes inconnues.",
        "Put a text that holds the separator between quotation marks; leave unknown bounds empty.",
    ),
    "bad-id": said(
        "« {id} » ne peut pas nommer une statistique : ses lignes ne se retrouveraient pas.",
        "‘{id}’ cannot name a statistic: its lines would not find each other.",
        "Des minuscules sans accent, des chiffres et des tirets, 60 au plus : taux-de-chomage.",
        "Lower case without accents, digits and hyphens, 60 at most: unemployment-rate.",
    ),
    "bad-words": said(
        "« {column} » est vide, dépasse {most} caractères ou va à la ligne : le tableau ne le montrerait pas.",
        "‘{column}’ is empty, longer than {most} characters or on several lines: the table could not show it.",
        "Écrivez quelques mots sur une ligne.",
        "Write a few words on one line.",
    ),
    "formula": said(
        "« {column} » commence comme une formule : un tableur l’exécuterait chez qui télécharge ces lignes.",
        "‘{column}’ begins like a formula: a spreadsheet would run it for whoever downloads these lines.",
        "Commencez par une lettre ou un chiffre.",
        "Begin with a letter or a digit.",
    ),
    "one-unit": said(
        "L’unité n’est écrite que dans une langue : l’autre page donnerait un nombre nu.",
        "The unit is written in one language only: the other page would give a bare number.",
        "Écrivez unit_fr et unit_en, ou laissez les deux vides.",
        "Write unit_fr and unit_en, or leave both empty.",
    ),
    "bad-year": said(
        "« {year} » n’est pas une année : on ne saurait pas de quand date la valeur.",
        "‘{year}’ is not a year: when the value dates from would not be known.",
        "Écrivez l’année de la mesure en quatre chiffres, de 1900 à 2100.",
        "Write the year of the measure with four digits, from 1900 to 2100.",
    ),
    "unknown-territory": said(
        "« {territory} » n’est ni une région ni FR : aucune page ne montrerait cette valeur.",
        "‘{territory}’ is neither a region nor FR: no page would show this value.",
        "Donnez le code officiel avec son zéro, comme 01 ou 53. {suggestion}",
        "Give the official code with its zero, as 01 or 53. {suggestion}",
    ),
    "bad-number": said(
        "« {value} », sous {column}, n’est pas un nombre : il ne peut ni s’écrire ni se lire dans les deux langues.",
        "‘{value}’, under {column}, is not a number: it could not be written in both languages.",
        "Des chiffres et un point, trois décimales au plus : 1234.5, sans espace, sans unité, sans virgule.",
        "Digits and a point, three decimals at most: 1234.5, without space, unit or comma.",
    ),
    "half-interval": said(
        "L’intervalle n’a qu’une borne : il dirait une précision que personne n’a publiée.",
        "The interval has one bound only: it would tell a precision that nobody published.",
        "Donnez lower et upper, ou laissez les deux vides.",
        "Give lower and upper, or leave both empty.",
    ),
    "outside-interval": said(
        "La valeur {value} n’est pas entre {lower} et {upper} : l’un des trois nombres est faux.",
        "The value {value} is not between {lower} and {upper}: one of the three numbers is wrong.",
        "Reprenez les trois à la source, dans la même unité.",
        "Take the three again from the source, in the same unit.",
    ),
    "not-https": said(
        "« {url} » n’est pas une adresse en https:// : personne ne pourrait vérifier la valeur à sa source.",
        "‘{url}’ is not an https:// address: nobody could check the value at its source.",
        "Donnez l’adresse entière de la page du producteur.",
        "Give the whole address of the page of the producer.",
    ),
    "other-words": said(
        "« {column} » n’est pas ce que dit la ligne {first} pour « {id} » : deux mesures auraient le même nom.",
        "‘{column}’ is not what line {first} says for ‘{id}’: two measures would have the same name.",
        "Écrivez la même chose sur toutes les lignes de cette statistique, ou donnez-lui un autre id.",
        "Write the same on every line of this statistic, or give it another id.",
    ),
    "twice": said(
        "« {id} » a déjà une valeur pour {territory}, ligne {first} : on ne saurait pas laquelle croire.",
        "‘{id}’ has a value for {territory} already, on line {first}: which one to believe would not be known.",
        "Gardez une seule des deux lignes.",
        "Keep one of the two lines.",
    ),
}
