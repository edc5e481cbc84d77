"""The words of a certificate, in both languages: it says that steps were followed, and nothing more."""

from __future__ import annotations

from cordee.core.packs.text import Text

TITLE = Text(fr="Attestation de suivi", en="Certificate of completion")
SUBJECT = Text(fr="Parcours « {course} », suivi par {name}.", en="Course ‘{course}’, followed by {name}.")
KEYWORDS = (Text(fr="attestation", en="certificate"), Text(fr="parcours", en="course"))
FOLLOWED = Text(
    fr="{name} a suivi toutes les étapes du parcours « {course} ».",
    en="{name} followed every step of the course ‘{course}’.",
)
LIMIT_TITLE = Text(fr="Ce que cette page atteste", en="What this page certifies")
LIMIT = Text(
    fr="Elle atteste seulement que les étapes ont été suivies. Ce n’est ni un diplôme, ni une évaluation : personne "
    "n’a vérifié ce qui a été appris, et le nom est celui qui a été écrit au moment de la demander.",
    en="It only certifies that the steps were followed. It is neither a diploma nor an assessment: nobody checked what "
    "was learnt, and the name is the one that was typed when asking for it.",
)
COURSE = Text(fr="Parcours", en="Course")
RELEASE = Text(fr="Contenu", en="Content")
ON = Text(fr="Demandée le", en="Asked for on")
LAST_STEP = Text(fr="Dernière étape suivie le", en="Last step followed on")
LENGTH = Text(fr="Durée prévue", en="Planned length")
LENGTH_VALUE = Text(fr="{minutes} minutes", en="{minutes} minutes")
STEPS = Text(fr="Les étapes suivies", en="The steps followed")
SOURCE = Text(fr="Le parcours se lit librement : {url}", en="The course is free to read: {url}")
FILE_STEM = Text(fr="cordee-attestation", en="cordee-certificate")
