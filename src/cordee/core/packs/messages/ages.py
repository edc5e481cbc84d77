"""What can be wrong with the age of a tool: older or younger than it says."""

from cordee.core.packs.messages.wording import Message, said

AGES: dict[str, Message] = {
    "first-use-without-source": said(
        "Le premier usage est daté ({found}), mais aucune source ne l’atteste.",
        "The first use has a date ({found}), but no source attests it.",
        "Citez dans « first_use.sources » la page qui le dit, ou retirez la date : un début inconnu se dit inconnu.",
        "Cite in ‘first_use.sources’ the page that says so, or remove the date: an unknown start is said so.",
    ),
    "trial-before-first-use": said(
        "Cette expérimentation ({found}) précède le premier usage ({first}) : l’outil serait plus ancien qu’il ne dit.",
        "This trial ({found}) comes before the first use ({first}): the tool would be older than it says.",
        "Corrigez l’une des deux dates, ou faites de cette expérimentation le premier usage.",
        "Mend one of the two dates, or make this trial the first use.",
    ),
    "trial-without-first-use": said(
        "Cette expérimentation est datée ({found}), mais le premier usage ne l’est pas : "
        "l’outil serait plus ancien qu’il ne le dit.",
        "This trial has a date ({found}), but the first use has none: the tool would be older than it says.",
        "Écrivez dans « first_use » la plus ancienne expérimentation connue, avec sa source.",
        "Write the earliest known trial in ‘first_use’, with its source.",
    ),
    "source-too-early": said(
        "Ce qui est daté de {found} ne peut pas être attesté par des pages parues avant : {published}.",
        "What is dated {found} cannot be attested by pages published before it: {published}.",
        "Corrigez la date, celle de la source, ou citez une source plus récente.",
        "Mend the date, that of the source, or cite a later source.",
    ),
    "date-to-come": said(
        "La date {found} n’est pas encore venue ({today}) : rien n’a pu être documenté.",
        "The date {found} has not come yet ({today}): nothing can have been documented.",
        "Corrigez la date, ou attendez qu’elle soit passée.",
        "Mend the date, or wait until it has passed.",
    ),
}
