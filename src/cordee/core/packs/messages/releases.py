"""What can be wrong with the versions of a pack: a release changed after the fact, or a bump too small."""

from cordee.core.packs.messages.wording import Message, said

RELEASES: dict[str, Message] = {
    "release-changed": said(
        "La version {version} est déjà publiée avec un autre contenu ({changes} différence(s)) ; "
        "des diagnostics peuvent s’appuyer sur elle.",
        "Version {version} is already published with another content ({changes} difference(s)); "
        "diagnoses may rest on it.",
        "Passez à la version {wanted} et racontez-la dans « changes » "
        "(le détail : cordee pack diff {version} dossier).",
        "Move to version {wanted} and tell it in ‘changes’ (the detail: cordee pack diff {version} folder).",
    ),
    "bump-too-small": said(
        "Le passage de {before} à {version} est trop petit : {reason}.",
        "Moving from {before} to {version} is too small a step: {reason}.",
        "Passez à la version {wanted}.",
        "Move to version {wanted}.",
    ),
    "version-behind": said(
        "La version {version} vient avant {latest}, qui est déjà publiée.",
        "Version {version} comes before {latest}, which is already published.",
        "Choisissez un numéro après {latest}.",
        "Choose a number after {latest}.",
    ),
    "unreadable-release": said(
        "Cette version publiée ne se lit plus : le fichier a été modifié ou abîmé.",
        "This published release can no longer be read: the file was modified or damaged.",
        "Reprenez le fichier d’origine (par exemple avec git) ; une version publiée ne se corrige pas.",
        "Take the original file back (for instance from git); a published release is never mended.",
    ),
    "misnamed-release": said(
        "Le fichier contient la version {version} du pack « {id} », et non celle que dit son nom.",
        "The file holds version {version} of the pack ‘{id}’, not the one its name says.",
        "Reprenez le fichier d’origine (par exemple avec git).",
        "Take the original file back (for instance from git).",
    ),
}
