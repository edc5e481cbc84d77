"""What can be wrong with pasted people: one message for each mistake, why it matters, and what to do."""

from cordee.core.packs.messages.wording import Message, said

ROSTER_MESSAGES: dict[str, Message] = {
    "no-email-column": said(
        "L’en-tête n’a pas de colonne pour les adresses e-mail : personne ne pourrait être invité.",
        "The header has no column for e-mail addresses: nobody could be invited.",
        "Nommez-la « e-mail », ou retirez l’en-tête et collez : nom, e-mail, organisation, cercle, langue.",
        "Name it ‘e-mail’, or remove the header and paste: name, e-mail, organisation, circle, language.",
    ),
    "column-twice": said(
        "La colonne « {column} » est là deux fois : on ne sait pas laquelle lire.",
        "The column ‘{column}’ is there twice: which to read cannot be told.",
        "Gardez l’une des deux.",
        "Keep one of them.",
    ),
    "not-read": said(
        "Ces lignes ne sont pas lues tant que l’en-tête n’est pas réparé.",
        "These lines are not read until the header is mended.",
        "Réparez d’abord l’en-tête.",
        "Mend the header first.",
    ),
    "too-many": said(
        "Au-delà de {limit} personnes, les lignes ne sont pas lues.",
        "Beyond {limit} people, lines are not read.",
        "Collez-les en plusieurs fois.",
        "Paste them in several goes.",
    ),
    "bad-quote": said(
        "Un guillemet droit est mal placé sur cette ligne, ou ne se referme pas.",
        "A straight quotation mark on this line is misplaced, or never closed.",
        "Refermez-le, ou effacez-le ; un guillemet dans une case s’écrit deux fois.",
        "Close it, or delete it; a quotation mark inside a cell is written twice.",
    ),
    "long-cell": said(
        "Une case de cette ligne dépasse {limit} caractères.",
        "A cell of this line is longer than {limit} characters.",
        "Raccourcissez-la ; un guillemet manque peut-être.",
        "Shorten it; a quotation mark may be missing.",
    ),
    "extra-cells": said(
        "Cette ligne a {found} cases remplies au-delà des {expected} colonnes attendues.",
        "This line has {found} filled cells beyond the {expected} columns expected.",
        "Retirez-les ; un nom qui contient le séparateur s’écrit entre guillemets droits.",
        "Remove them; a name that holds the separator is written between straight quotation marks.",
    ),
    "formula": said(
        "« {found} » commence comme une formule de tableur, qui s’exécuterait à l’export.",
        "‘{found}’ starts like a spreadsheet formula, which would run once exported.",
        "Retirez le signe du début : =, +, − ou @.",
        "Remove the sign at the start: =, +, − or @.",
    ),
    "email-missing": said(
        "Il n’y a pas d’adresse e-mail : cette personne ne pourrait pas être invitée.",
        "There is no e-mail address: this person could not be invited.",
        "Ajoutez l’adresse, ou donnez à cette personne le lien de son cercle ou le formulaire imprimé.",
        "Add the address, or give this person the link of their circle or the printed form.",
    ),
    "email-no-at": said(
        "« {found} » n’a pas d’arobase (@).",
        "‘{found}’ has no at sign (@).",
        "Écrivez l’adresse en entier : nom@exemple.org.",
        "Write the whole address: name@example.org.",
    ),
    "email-two-at": said(
        "« {found} » a plusieurs arobases (@).",
        "‘{found}’ has several at signs (@).",
        "Mettez une seule adresse par ligne.",
        "Put one address on each line.",
    ),
    "email-space": said(
        "« {found} » contient un espace.",
        "‘{found}’ holds a space.",
        "Retirez l’espace ; s’il y a deux adresses, mettez-les sur deux lignes.",
        "Remove the space; if there are two addresses, put them on two lines.",
    ),
    "email-name": said(
        "Ce qui précède l’arobase dans « {found} » n’est pas possible.",
        "What stands before the at sign in ‘{found}’ is not possible.",
        "On y met des lettres sans accent, des chiffres et . _ + - ; pas de point au début, à la fin ni doublé.",
        "Letters without accents, digits and . _ + - go there; no full stop first, last or doubled.",
    ),
    "email-domain": said(
        "Ce qui suit l’arobase dans « {found} » n’est pas un nom de domaine.",
        "What follows the at sign in ‘{found}’ is not a domain name.",
        "Il finit par un point et un suffixe, comme exemple.org ; vérifiez virgules et points.",
        "It ends with a full stop and a suffix, such as example.org; check commas and full stops.",
    ),
    "email-long": said(
        "Cette adresse dépasse {limit} caractères : aucun serveur ne l’accepterait.",
        "This address is longer than {limit} characters: no server would accept it.",
        "Vérifiez qu’il n’y en a qu’une.",
        "Check that there is only one.",
    ),
    "organisation-missing": said(
        "L’organisation n’est pas dite : la réponse ne pourrait pas être comptée avec les siens.",
        "The organisation is not said: the answer could not be counted with its own.",
        "Écrivez son nom dans la colonne « organisation ».",
        "Write its name in the column ‘organisation’.",
    ),
    "unknown-organisation": said(
        "L’organisation « {found} » n’est pas dans cette alliance.",
        "The organisation ‘{found}’ is not in this alliance.",
        "{suggestion} Sinon, ajoutez-la d’abord à l’alliance.",
        "{suggestion} Otherwise, add it to the alliance first.",
    ),
    "circle-missing": said(
        "Le cercle n’est pas dit : on ne saurait pas de quelle place cette personne regarde.",
        "The circle is not said: where this person looks from would not be known.",
        "Écrivez son nom dans la colonne « cercle ».",
        "Write its name in the column ‘circle’.",
    ),
    "unknown-circle": said(
        "Le cercle « {found} » n’est pas dans cette campagne.",
        "The circle ‘{found}’ is not in this campaign.",
        "{suggestion}",
        "{suggestion}",
    ),
    "unknown-language": said(
        "La langue « {found} » n’est pas proposée.",
        "The language ‘{found}’ is not offered.",
        "Écrivez français ou anglais, ou laissez vide.",
        "Write French or English, or leave it empty.",
    ),
    "long-name": said(
        "Ce nom dépasse {limit} caractères.",
        "This name is longer than {limit} characters.",
        "Raccourcissez-le.",
        "Shorten it.",
    ),
    "duplicate": said(
        "« {found} » est déjà dans ce cercle, ligne {first} : cette personne serait invitée deux fois à la même place.",
        "‘{found}’ is already in this circle, on line {first}: this person would be invited twice to the same place.",
        "Gardez l’une des deux lignes.",
        "Keep one of the two lines.",
    ),
    "already-invited": said(
        "« {found} » est déjà invité dans ce cercle.",
        "‘{found}’ is already invited in this circle.",
        "Retirez cette ligne ; rien n’est envoyé deux fois.",
        "Remove this line; nothing is sent twice.",
    ),
}

ROSTER_NOTICES: dict[str, Message] = {
    "two-circles": said(
        "« {found} » est aussi ligne {first}, dans un autre cercle : cette personne répondra deux fois, sciemment.",
        "‘{found}’ is also on line {first}, in another circle: this person will answer twice, knowingly.",
        "Rien à faire si c’est voulu ; sinon, retirez l’une des lignes.",
        "Nothing to do if that is meant; otherwise, remove one of the lines.",
    ),
    "two-organisations": said(
        "« {found} » est aussi ligne {first}, dans une autre organisation.",
        "‘{found}’ is also on line {first}, in another organisation.",
        "Rien à faire si c’est voulu ; sinon, corrigez l’une des lignes.",
        "Nothing to do if that is meant; otherwise, mend one of the lines.",
    ),
    "unknown-column": said(
        "La colonne « {column} » n’est pas connue : elle n’est pas lue.",
        "The column ‘{column}’ is not known: it is not read.",
        "Rien à faire, ou renommez-la : nom, e-mail, organisation, cercle, langue.",
        "Nothing to do, or rename it: name, e-mail, organisation, circle, language.",
    ),
}
"""What is worth knowing without being wrong."""
