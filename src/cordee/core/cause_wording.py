"""Why an advice is given and what would remove it: « Moyens de « Rôles » : 1 sur 4, seuil 1 », and in English."""

from collections.abc import Sequence
from dataclasses import dataclass

from cordee.core.numerals import levels, percent, short
from cordee.core.packs.messages.wording import Said
from cordee.core.packs.text import Lang
from cordee.core.reading import Advice, Cause
from cordee.core.wording import UNKNOWN, Wording


@dataclass(frozen=True, slots=True)
class CauseWording:
    """Speaks of the causes of an advice, with the names of one pack."""

    words: Wording

    @property
    def lang(self) -> Lang:
        """The language of the sentences."""
        return self.words.lang

    def cause(self, cause: Cause) -> str:
        """Say what an advice rests on: « Moyens de « Rôles » : 1 sur 4, seuil 1 »."""
        colon = "\u202f: " if self.lang == "fr" else ": "
        subject = self._subject(cause)
        told = subject[:1].upper() + subject[1:]
        if cause.fact == "pattern":
            return f"{told}{colon}{self.words.quoted(self.words.pattern(cause.pattern or ''))}"
        if cause.fact == "bimodal":
            camps = Said("deux camps, et personne au milieu", "two camps, and nobody between")
            return told + colon + camps.in_(self.lang)
        return f"{told}{colon}{self._amount(cause)}, {self._bound(cause)}"

    def causes(self, advice: Advice) -> tuple[str, ...]:
        """Say what an advice rests on, the items of one topic together: « Rôles » : vision 2, moyens 1 (seuil 1,5)."""
        told: dict[str, list[Cause]] = {}
        for place, cause in enumerate(advice.causes):
            together = self.words.placed(cause.subject)[0].id if cause.fact == "item" else str(place)
            told.setdefault(together, []).append(cause)
        return tuple(self.cause(group[0]) if len(group) == 1 else self._items(group) for group in told.values())

    def removals(self, advice: Advice) -> tuple[str, ...]:
        """Say, cause by cause, what would remove an advice; any one of them is enough."""
        return tuple(self.removal(cause) for cause in advice.causes)

    def any_removal(self, advice: Advice) -> str:
        """Say in one go what would remove an advice."""
        items = len(advice.causes) > 1 and all(cause.fact == "item" for cause in advice.causes)
        low, high = ({cause.at_most for cause in advice.causes}, {cause.at_least for cause in advice.causes})
        if items and len(low) == len(high) == 1:
            bound = self._value(advice.causes[0], next(iter(low - {None} or high)))
            above = Said(f"si l’une d’elles dépassait {bound}", f"if one of them rose above {bound}")
            below = Said(f"si l’une d’elles passait sous {bound}", f"if one of them fell below {bound}")
            return (below if low == {None} else above).in_(self.lang)
        return Said(" ou ", " or ").in_(self.lang).join(self.removals(advice))

    def _items(self, causes: Sequence[Cause]) -> str:
        """Several items of one topic, with their threshold once where it is the same for all."""
        topic = self.words.placed(causes[0].subject)[0]
        bounds_of = [self._bound(cause) for cause in causes]
        once = len(set(bounds_of)) == 1
        scores = ", ".join(
            f"{self.words.facet(self.words.placed(cause.subject)[1].facet).lower()} {self._value(cause, cause.value)}"
            + ("" if once else f" ({bound})")
            for cause, bound in zip(causes, bounds_of, strict=True)
        )
        colon = "\u202f: " if self.lang == "fr" else ": "
        return f"{self.words.quoted(topic.name.in_(self.lang))}{colon}{scores}" + (f" ({bounds_of[0]})" if once else "")

    def _bound(self, cause: Cause) -> str:
        bound = cause.at_most if cause.at_most is not None else cause.at_least
        return f"{Said('seuil', 'threshold').in_(self.lang)} {self._value(cause, bound)}"

    def removal(self, cause: Cause) -> str:
        """Say what would make a cause stop being true."""
        subject = self._in_sentence(cause)
        if cause.fact == "pattern":
            named = self.words.quoted(self.words.pattern(cause.pattern or ""))
            return Said(f"si, {subject}, {named} ne tenait plus", f"if {named} no longer held {subject}").in_(self.lang)
        if cause.fact == "bimodal":
            return Said(
                f"si les réponses se rapprochaient sur {subject}", f"if answers came closer together on {subject}"
            ).in_(self.lang)
        if cause.at_most is not None:
            bound = self._value(cause, cause.at_most)
            said = Said(f"si {subject} dépassait {bound}", f"if {subject} rose above {bound}")
        else:
            bound = self._value(cause, cause.at_least)
            said = Said(f"si {subject} passait sous {bound}", f"if {subject} fell below {bound}")
        now = self._value(cause, cause.value)
        return said.in_(self.lang) + Said(f" (aujourd’hui : {now})", f" (today: {now})").in_(self.lang)

    def _in_sentence(self, cause: Cause) -> str:
        """Name what a cause looks at as the subject of a verb: « la facette moyens de « Rôles » »."""
        if cause.fact in ("item", "bimodal"):
            topic, item = self.words.placed(cause.subject)
            facet, name = item.facet, topic.name.in_(self.lang)
        elif cause.fact == "facet" and cause.facet:
            facet, name = cause.facet, self.words.axis(cause.subject)
        else:
            return self._subject(cause)
        shown = self.words.facet(facet).lower()
        french, english = (
            f"la facette {shown} de {self.words.quoted(name)}",
            f"the {shown} facet of {self.words.quoted(name)}",
        )
        return Said(french, english).in_(self.lang)

    def _subject(self, cause: Cause) -> str:
        """Name what a cause looks at, at the head of a line."""
        if cause.fact in ("item", "bimodal"):
            return self.words.item(cause.subject)
        if cause.fact == "dont_know":
            share = Said("la part de « je ne sais pas »", "the share of ‘I don’t know’").in_(self.lang)
            return f"{share} ({self.words.item(cause.subject)})"
        if cause.fact in ("topic", "perception_gap"):
            return self._topic_subject(cause)
        return self._axis_subject(cause)

    def _topic_subject(self, cause: Cause) -> str:
        topic = self.words.quoted(self.words.topic(cause.subject))
        if cause.fact == "topic":
            return Said(f"la moyenne de {topic}", f"the mean of {topic}").in_(self.lang)
        facet = self.words.facet(cause.facet).lower() if cause.facet else ""
        said = Said(f"l’écart de regard sur {topic} ({facet})", f"the gap of perception on {topic} ({facet})")
        return said.in_(self.lang)

    def _axis_subject(self, cause: Cause) -> str:
        axis = self.words.quoted(self.words.axis(cause.subject))
        if cause.fact == "facet" and cause.facet:
            return self.words.of(self.words.facet(cause.facet), self.words.axis(cause.subject))
        if cause.fact == "gap" and cause.higher and cause.facet:
            high, low = self.words.facet(cause.higher).lower(), self.words.facet(cause.facet).lower()
            said = Said(f"l’écart {high} moins {low} sur {axis}", f"the gap {high} minus {low} on {axis}")
            return said.in_(self.lang)
        named = {
            "maturity": Said(f"la maturité de {axis}", f"the maturity of {axis}"),
            "coherence": Said(f"la cohérence de {axis}", f"the coherence of {axis}"),
        }
        return named.get(cause.fact, Said(f"sur {axis}", f"on {axis}")).in_(self.lang)

    def _amount(self, cause: Cause) -> str:
        value = self._value(cause, cause.value)
        if cause.fact in ("gap", "perception_gap") and cause.value is not None:
            return levels(cause.value, self.lang)
        if cause.fact in ("coherence", "dont_know"):
            return value
        return f"{value} " + Said("sur 4", "out of 4").in_(self.lang)

    def _value(self, cause: Cause, value: float | None) -> str:
        if value is None:
            return UNKNOWN
        return percent(value, self.lang) if cause.fact in ("coherence", "dont_know") else short(value, self.lang)
