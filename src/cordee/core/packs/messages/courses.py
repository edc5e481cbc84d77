"""What can be wrong in a course: a step without what its kind needs, a question without one right answer."""

from cordee.core.packs.messages.wording import Message, said

COURSES: dict[str, Message] = {
    "step-without": said(
        "Une étape « {kind} » a besoin de « {key} », qui manque ici.",
        "A ‘{kind}’ step needs ‘{key}’, which is missing here.",
        "Ajoutez « {key} », ou changez la nature de l’étape.",
        "Add ‘{key}’, or change the kind of the step.",
    ),
    "step-with": said(
        "Une étape « {kind} » ne montre pas « {key} » : personne ne le lirait.",
        "A ‘{kind}’ step does not show ‘{key}’: nobody would read it.",
        "Retirez « {key} », ou changez la nature de l’étape.",
        "Remove ‘{key}’, or change the kind of the step.",
    ),
    "one-right-choice": said(
        "Une question a exactement un choix juste ; celle-ci en a {count}.",
        "A question has exactly one right choice; here there are {count}.",
        "Écrivez « right: true » sur un seul choix.",
        "Write ‘right: true’ on one choice only.",
    ),
    "workshop-length": said(
        "L’atelier dure {lasts} minutes, mais ses moments en font {sum}.",
        "The workshop lasts {lasts} minutes, but its moments add up to {sum}.",
        "Corrigez « lasts » ou les minutes des moments.",
        "Mend ‘lasts’ or the minutes of the moments.",
    ),
    "body-shapes-differ": said(
        "Le français et l’anglais ne sont pas découpés pareil : {fr} / {en}.",
        "French and English are not cut up alike: {fr} / {en}.",
        "Gardez les mêmes titres, paragraphes et listes, dans le même ordre, dans les deux langues.",
        "Keep the same titles, paragraphs and lists, in the same order, in both languages.",
    ),
}
