"""What can be wrong with an edition, or with one that is to be published."""

from cordee.core.packs.messages.wording import Message, said

EDITIONS: dict[str, Message] = {
    "one-person": said(
        "Il n’y a qu’un nom : « {name} ».",
        "There is one name only: ‘{name}’.",
        "Une édition est préparée par une personne et approuvée par une autre : faites-la relire.",
        "An edition is prepared by one person and approved by another: ask someone to read it again.",
    ),
    "bad-edition-id": said(
        "« {id} » ne peut pas nommer une édition.",
        "‘{id}’ cannot name an edition.",
        "Des minuscules sans accent, des chiffres et des tirets : barometre-2026.",
        "Lower case without accents, digits and hyphens: barometer-2026.",
    ),
    "bad-title": said(
        "Une édition demande un titre en français et un en anglais, chacun sur une ligne.",
        "An edition needs a title in French and in English, on one line each.",
        "Donnez --title-fr et --title-en.",
        "Give --title-fr and --title-en.",
    ),
    "bad-doi": said(
        "« {doi} » n’est pas un DOI.",
        "‘{doi}’ is not a DOI.",
        "Écrivez-le sans adresse, comme 10.5281/zenodo.123 ; réservez-le avant de publier, une édition ne change plus.",
        "Write it without an address, as 10.5281/zenodo.123, and reserve it before: an edition does not change.",
    ),
    "bad-address": said(
        "« {address} » n’est pas une adresse de la toile.",
        "‘{address}’ is not an address of the web.",
        "Donnez l’adresse entière, avec https://.",
        "Give the whole address, with https://.",
    ),
    "reserved-file": said(
        "Le plan nomme « {name} », et une édition a déjà un fichier de ce nom.",
        "The design names ‘{name}’, and an edition already has a file of that name.",
        "Renommez ce fichier, et dans le plan aussi.",
        "Rename this file, and in the design too.",
    ),
    "edition-taken": said(
        "L’édition « {id} » est déjà publiée : elle ne change plus.",
        "The edition ‘{id}’ is published already: it does not change any more.",
        "Donnez un autre identifiant, et retirez l’ancienne s’il ne faut plus s’en servir (cordee survey withdraw).",
        "Give another id, and withdraw the old one if it should not be used any more (cordee survey withdraw).",
    ),
    "not-an-edition": said(
        "Ce dossier n’est pas une édition : sa fiche edition.json manque ou ne se lit pas.",
        "This folder is not an edition: its card edition.json is missing or cannot be read.",
        "Donnez le dossier qu’a écrit cordee survey publish.",
        "Give the folder that cordee survey publish wrote.",
    ),
    "changed-file": said(
        "Ce fichier n’est plus celui qui a été publié.",
        "This file is no longer the one that was published.",
        "Reprenez l’édition à sa source ; n’utilisez pas ces chiffres.",
        "Take the edition again from its source; do not use these figures.",
    ),
    "foreign-to-edition": said(
        "Ce fichier ne fait pas partie de l’édition.",
        "This file is not part of the edition.",
        "Ôtez-le : une édition ne contient que ce que sa fiche nomme.",
        "Take it away: an edition holds only what its card names.",
    ),
    "other-data": said(
        "Ces données ne sont pas celles de l’édition « {id} ».",
        "These are not the data of the edition ‘{id}’.",
        "Donnez le fichier d’origine, tel quel : un seul octet changé suffit à le rendre autre.",
        "Give the original file as it was: one byte changed makes it another one.",
    ),
    "other-count": said(
        "L’édition a {published} lignes, le calcul refait en donne {computed}.",
        "The edition has {published} lines, computing again gives {computed}.",
        "Vérifiez la version du logiciel : elle est dans edition.json.",
        "Check the version of the software: it is in edition.json.",
    ),
    "other-figure": said(
        "La ligne {line} n’est pas celle que donne le calcul refait.",
        "Line {line} is not the one that computing again gives.",
        "Vérifiez la version du logiciel : elle est dans edition.json.",
        "Check the version of the software: it is in edition.json.",
    ),
    "withdrawn-already": said(
        "Cette édition est déjà retirée.",
        "This edition is withdrawn already.",
        "Il n’y a rien d’autre à faire : la raison est dans withdrawn.json.",
        "There is nothing else to do: the reason is in withdrawn.json.",
    ),
}
