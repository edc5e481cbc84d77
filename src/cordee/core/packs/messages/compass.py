"""What can be wrong in a compass or a selector once each entry has its shape: a fork that leads nowhere, a ring."""

from cordee.core.packs.messages.wording import Message, said

COMPASS: dict[str, Message] = {
    "node-unreachable": said(
        "Aucun chemin ne mène au nœud « {id} ».",
        "No path leads to the node ‘{id}’.",
        "Faites-y mener une branche, ou retirez-le. On part du premier nœud de la liste.",
        "Let a branch lead to it, or remove it. One starts at the first node of the list.",
    ),
    "door-unreachable": said(
        "Aucun chemin ne mène à la porte « {id} ».",
        "No path leads to the door ‘{id}’.",
        "Faites-y mener une branche, ou retirez-la.",
        "Let a branch lead to it, or remove it.",
    ),
    "compass-cycle": said(
        "On tourne en rond : de « {id} », ce chemin revient à « {id} ».",
        "This goes round in a ring: from ‘{id}’, this path comes back to ‘{id}’.",
        "Coupez le chemin {ring} : chaque branche doit avancer vers une porte.",
        "Cut the path {ring}: each branch must go on towards a door.",
    ),
    "asked-twice": said(
        "La question « {id} » est regardée deux fois sur un même chemin, ici puis au nœud « {node} ».",
        "The question ‘{id}’ is looked at twice on one path, here and then at the node ‘{node}’.",
        "Regroupez les deux nœuds, ou posez une autre question.",
        "Merge the two nodes, or ask another question.",
    ),
    "choice-uncovered": said(
        "Aucune branche ne dit où mène la réponse « {id} ».",
        "No branch says where the answer ‘{id}’ leads.",
        "Ajoutez-la à l’une des branches de ce nœud.",
        "Add it to one of the branches of this node.",
    ),
    "choice-in-two-branches": said(
        "La réponse « {id} » est dans deux branches du même nœud.",
        "The answer ‘{id}’ is in two branches of the same node.",
        "Gardez-la dans une seule.",
        "Keep it in one of them only.",
    ),
    "no-runner-up": said(
        "D’ici, aucune autre réponse ne mène à coup sûr à une autre porte que « {id} ».",
        "From here, no other answer surely leads to another door than ‘{id}’.",
        "Faites mener ailleurs une autre branche de ce nœud : on dit à chacun quelle serait la seconde porte.",
        "Let another branch of this node lead elsewhere: everybody is told which door comes second.",
    ),
    "route-rank": said(
        "Le pas n° {rank} de cette porte n’a pas de choix par défaut, en dernier.",
        "Step no. {rank} of this door has no choice by default, in last place.",
        "Écrivez trois pas, et pour chacun un dernier choix sans « question » ni « choices ».",
        "Write three steps, and for each a last choice with neither ‘question’ nor ‘choices’.",
    ),
    "method-never-fits": said(
        "Aucune règle ne propose « {id} ».",
        "No rule proposes ‘{id}’.",
        "Ajoutez une règle « effect: fits », ou retirez l’entrée.",
        "Add a rule ‘effect: fits’, or remove the entry.",
    ),
    "always-excluded": said(
        "Cette règle écarte « {id} » quelle que soit la réponse.",
        "This rule excludes ‘{id}’ whatever the answer.",
        "Laissez au moins une réponse à la question hors de la règle.",
        "Leave at least one answer of the question out of the rule.",
    ),
    "span-order": said(
        "De {least} à {most} : le premier nombre est plus grand que le second.",
        "From {least} to {most}: the first number is greater than the second.",
        "Échangez-les.",
        "Swap them.",
    ),
}
