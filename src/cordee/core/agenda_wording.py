"""What a session agenda says, moment by moment, in French and in English: what to do, why this subject, how to open."""

from collections.abc import Mapping
from dataclasses import dataclass

from cordee.core.agenda import Agenda, Reason, Slot, SlotKind, Subject
from cordee.core.numerals import levels, short
from cordee.core.packs.messages.wording import Said
from cordee.core.packs.text import Lang
from cordee.core.wording import UNKNOWN, Wording, fill

TITLES: Mapping[SlotKind, Said] = {
    "welcome": Said("Accueil et règle du jeu", "Welcome and ground rules"),
    "read_alone": Said("Lire, chacun pour soi", "Read, each on their own"),
    "discuss": Said("Discuter", "Discuss"),
    "choose": Said("Choisir de quoi parler", "Choose what to talk about"),
    "decide": Said("Ce sur quoi nous nous accordons", "What we agree on"),
    "act": Said("Trois actions", "Three actions"),
    "close": Said("Clôture", "Closing"),
}

GUIDES: Mapping[SlotKind, Said] = {
    "welcome": Said(
        "On cherche à comprendre pourquoi nous voyons différemment, pas qui a répondu quoi. Personne n’a à dire sa "
        "réponse.",
        "We look for why we see things differently, not for who answered what. Nobody has to say their answer.",
    ),
    "read_alone": Said(
        "Chacun lit la synthèse en silence et note une surprise et une question.",
        "Everyone reads the summary in silence and writes down one surprise and one question.",
    ),
    "discuss": Said(
        "Un tour de table court, sans réponse immédiate, puis la discussion.",
        "A short round of the table, with no immediate reply, then the discussion.",
    ),
    "choose": Said(
        "Chacun propose un sujet ; le groupe en garde un ou deux et en parle.",
        "Everyone proposes a subject; the group keeps one or two and talks about them.",
    ),
    "decide": Said(
        "Pour chaque sujet, écrire le niveau sur lequel le groupe s’accorde. Un désaccord qui reste s’écrit aussi, "
        "avec sa raison.",
        "For each subject, write down the level the group agrees on. A disagreement that remains is written down too, "
        "with its reason.",
    ),
    "act": Said(
        "Trois actions au plus, chacune avec une personne et une date.",
        "Three actions at most, each with one person and one date.",
    ),
    "close": Said(
        "Chacun dit ce qu’il retient. On fixe la date où l’on regardera ce qui a changé.",
        "Everyone says what they take away. The date to look at what changed is set.",
    ),
}

OPENINGS: Mapping[Reason, Said] = {
    "opposition": Said(
        "Deux lectures s’opposent ici, et personne n’est au milieu. Que voit chacune que l’autre ne voit pas ?",
        "Two readings stand opposed here, and nobody is between them. What does each see that the other does not?",
    ),
    "blind_spot": Said(
        "Ceux qui pilotent voient ce sujet plus haut que les autres. Qu’est-ce qui n’est pas visible d’ailleurs, ou "
        "n’arrive pas jusque-là ?",
        "Those who steer see this subject higher than the others do. What cannot be seen from elsewhere, or does not "
        "get there?",
    ),
    "hidden_strength": Said(
        "Les autres voient ce sujet plus haut que ceux qui pilotent. Qu’apprécient-ils que vous ne comptez pas ?",
        "The others see this subject higher than those who steer. What do they value that you do not count?",
    ),
    "low_agreement": Said(
        "Les réponses sont dispersées. Parlons-nous bien de la même chose ? Quel exemple chacun avait-il en tête ?",
        "Answers are scattered. Are we talking about the same thing? What example did each of us have in mind?",
    ),
    "priority": Said(
        "Nous voyons ce sujet à peu près pareil. Qu’est-ce qui nous empêche d’y avancer, et par quoi commencer ?",
        "We see this subject much alike. What keeps us from moving forward on it, and where do we start?",
    ),
    "incoherence": Said(
        "Ces deux facettes n’avancent pas ensemble. Qu’est-ce qui les rapprocherait ?",
        "These two facets do not move together. What would bring them closer?",
    ),
}
"""The question each subject opens with; an incoherence takes that of its pattern in the pack, where there is one."""


@dataclass(frozen=True, slots=True)
class AgendaWording:
    """Speaks of the sessions of one pack, in the language of its words."""

    words: Wording

    @property
    def lang(self) -> Lang:
        """The language of the sentences."""
        return self.words.lang

    def summary(self, agenda: Agenda) -> str:
        """Say in one sentence what the session is made of, and that nothing diverges when nothing does.

        The count is that of the subjects; none when the group is to name its own.
        """
        count = sum(slot.kind == "discuss" for slot in agenda.slots)
        if not agenda.diverges:
            rest = self._without_divergence(count)
            start = Said("Rien ne diverge nettement dans cette lecture", "Nothing clearly diverges in this reading")
            return f"{start.in_(self.lang)}{Said(' : ', ': ').in_(self.lang)}{rest}"
        subjects = Said(
            f"{count} sujet{'s' if count > 1 else ''}, choisi{'s' if count > 1 else ''} là où vous divergez le plus.",
            f"{count} subject{'s' if count > 1 else ''}, chosen where you diverge the most.",
        )
        return f"{agenda.minutes} minutes, {subjects.in_(self.lang)}"

    def _without_divergence(self, count: int) -> str:
        priorities = Said("la séance travaille vos priorités.", "the session works on your priorities.")
        own = Said("le groupe choisit de quoi parler.", "the group chooses what to talk about.")
        return (priorities if count else own).in_(self.lang)

    def clock(self, slot: Slot) -> str:
        """Say when a moment starts and ends, from the start of the session: « 0:15 – 0:24 »."""
        return f"{_clock(slot.starts)}\u202f–\u202f{_clock(slot.starts + slot.minutes)}"

    def title(self, slot: Slot) -> str:
        """Name a moment, by its subject when it has one."""
        return self.subject(slot.subject) if slot.subject else TITLES[slot.kind].in_(self.lang)

    def guide(self, slot: Slot) -> str:
        """Say what to do in a moment."""
        return GUIDES[slot.kind].in_(self.lang)

    def subject(self, subject: Subject) -> str:
        """Name a subject: the item, else the topic, else the axis."""
        if subject.item:
            return self.words.item(subject.item)
        return self.words.quoted(self.words.topic(subject.topic) if subject.topic else self.words.axis(subject.axis))

    def reason(self, subject: Subject) -> str:
        """Say why a subject is on the agenda, with its number."""
        return {
            "opposition": self._opposition,
            "low_agreement": self._scattered,
            "blind_spot": self._seen_apart,
            "hidden_strength": self._seen_apart,
            "incoherence": self._incoherence,
            "priority": self._priority,
        }[subject.reason](subject)

    def opening(self, subject: Subject) -> str:
        """Return the question a subject opens with."""
        pattern = next((one for one in self.words.pack.scoring.patterns if one.id == subject.pattern), None)
        if subject.reason == "incoherence" and pattern:
            return fill(pattern.to_discuss.in_(self.lang), {"axis": self.words.axis(subject.axis)})
        return OPENINGS[subject.reason].in_(self.lang)

    def _opposition(self, subject: Subject) -> str:
        return Said("Deux camps, et personne au milieu.", "Two camps, and nobody between.").in_(self.lang)

    def _scattered(self, subject: Subject) -> str:
        away = self._levels(subject)
        return Said(
            f"Pas d’accord entre vous : les réponses s’écartent de leur moyenne de {away}.",
            f"No agreement among you: answers stand {away} from their mean.",
        ).in_(self.lang)

    def _seen_apart(self, subject: Subject) -> str:
        away = self._levels(subject)
        if subject.reason == "blind_spot":
            said = Said(
                f"Angle mort : ceux qui pilotent voient {away} de plus que les autres.",
                f"Blind spot: those who steer see {away} more than the others.",
            )
        else:
            said = Said(
                f"Force cachée : ceux qui pilotent voient {away} de moins que les autres.",
                f"Hidden strength: those who steer see {away} less than the others.",
            )
        return said.in_(self.lang)

    def _incoherence(self, subject: Subject) -> str:
        named = self.words.quoted(self.words.pattern(subject.pattern or ""))
        high, low = (self.words.facet(facet).lower() if facet else UNKNOWN for facet in (subject.higher, subject.lower))
        away = self._levels(subject)
        return Said(
            f"{named} : la facette {high} dépasse la facette {low} de {away}.",
            f"{named}: the {high} facet stands {away} above the {low} facet.",
        ).in_(self.lang)

    def _priority(self, subject: Subject) -> str:
        value = UNKNOWN if subject.value is None else short(subject.value, self.lang)
        return Said(f"Une de vos priorités ({value}).", f"One of your priorities ({value}).").in_(self.lang)

    def _levels(self, subject: Subject) -> str:
        return UNKNOWN if subject.value is None else levels(abs(subject.value), self.lang)


def _clock(minutes: int) -> str:
    """Write minutes as hours and minutes.

    >>> _clock(5), _clock(75)
    ('0:05', '1:15')
    """
    return f"{minutes // 60}:{minutes % 60:02}"
