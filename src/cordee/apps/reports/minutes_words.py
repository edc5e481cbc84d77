"""The words of the minutes of a session, in both languages."""

from __future__ import annotations

from cordee.core.packs.text import Text

TITLE = Text(fr="Compte rendu de séance, {alliance}", en="Minutes of the session, {alliance}")
RUNNING = Text(fr="Compte rendu de séance", en="Minutes of the session")
SUBJECT = Text(
    fr="Séance du {date} sur le résultat « {campaign} ».",
    en="Session of {date} on the result ‘{campaign}’.",
)
KEYWORDS = (
    Text(fr="compte rendu", en="minutes"),
    Text(fr="consensus", en="consensus"),
    Text(fr="alliance", en="alliance"),
)
DRAFT = Text(
    fr="La séance n’est pas terminée : ce compte rendu changera encore.",
    en="The session is not over: these minutes will still change.",
)
WHEN = Text(fr="Quand", en="When")
PLACE = Text(fr="Où", en="Where")
RESULT = Text(fr="Sur le résultat", en="On the result")
PRESENT = Text(fr="Personnes présentes", en="People present")
NOBODY = Text(fr="Personne n’a été noté.", en="Nobody was written down.")
AGREED = Text(fr="Ce sur quoi vous vous accordez", en="What you agree on")
NOTHING_AGREED = Text(fr="Rien n’a été écrit ensemble.", en="Nothing was written together.")
DISSENTS = Text(fr="Ne s’y joignent pas", en="Do not join")
ACTIONS = Text(fr="Actions", en="Actions")
ACTION, OWNER, DUE = Text(fr="Action", en="Action"), Text(fr="Qui", en="Who"), Text(fr="Pour quand", en="By when")
NO_ACTION = Text(fr="Aucune action n’a été décidée.", en="No action was decided.")
NOBODY_YET = Text(fr="personne encore", en="nobody yet")
VOTES = Text(fr="Votes en séance", en="Votes in the session")
NO_VOTE = Text(fr="Aucun vote n’a été ouvert.", en="No vote was opened.")
BEFORE = Text(fr="Réponses au 360°", en="Answers to the 360°")
AFTER = Text(fr="Vote en séance", en="Vote in the session")
LEVEL = Text(fr="Niveau {level}", en="Level {level}")
MOMENTS = Text(fr="Moment par moment", en="Moment by moment")
NO_NOTE = Text(fr="Sans notes.", en="No notes.")
LAYER = Text(
    fr="Un consensus est une couche à part : il se lit à côté des réponses et ne les change pas.",
    en="A consensus is a layer of its own: it is read beside the answers and does not change them.",
)
FILE_STEM = Text(fr="cordee-compte-rendu", en="cordee-minutes")
