"""What the screens of answering show: one topic with its three facets, how far one is, and the questions of context."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.diagnosis.asked import Asked
from cordee.apps.diagnosis.forms import TopicForm, evidence_name, released_name, touched_name
from cordee.apps.diagnosis.given import Given
from cordee.apps.diagnosis.models import LONGEST_EVIDENCE, Mark
from cordee.charts.numbers import Lang
from cordee.core.packs.instrument import FacetId, Instrument, Item
from cordee.core.packs.library import Term
from cordee.core.packs.pack import Pack

FEW_CHOICES = 12


@dataclass(frozen=True)
class Option:
    """One answer that can be chosen."""

    value: str
    label: str
    text: str = ""


@dataclass(frozen=True)
class FacetScreen:
    """One facet of the topic: the question, the five cards, the two other answers, the word of evidence."""

    facet: FacetId
    word: str
    question: str
    levels: tuple[Option, ...]
    others: tuple[Option, ...]
    chosen: str
    hint: str
    error: str
    evidence_name: str
    evidence: str
    evidence_error: str
    released_name: str
    released: bool
    touched_name: str
    asks_release: bool
    longest: int = LONGEST_EVIDENCE

    @property
    def fields(self) -> str:
        """Name what a page sends when it saves this facet alone."""
        return f"csrfmiddlewaretoken,{self.facet},{self.evidence_name},{self.released_name},{self.touched_name}"


@dataclass(frozen=True)
class Progress:
    """How far one is in the form."""

    position: int
    total: int
    given: int
    asked: int
    minutes_left: int

    @property
    def label(self) -> str:
        """Say which topic this is."""
        return _("{position} sur {total}").format(position=self.position, total=self.total)

    @property
    def remaining(self) -> str:
        """Say what remains, in minutes."""
        if not self.minutes_left:
            return _("tout a une réponse")
        return ngettext("encore {minutes} min", "encore {minutes} min", self.minutes_left).format(
            minutes=self.minutes_left
        )


@dataclass(frozen=True)
class TopicScreen:
    """One topic to answer."""

    id: str
    axis: str
    name: str
    lead: str
    facets: tuple[FacetScreen, ...]
    terms: tuple[tuple[str, str], ...]
    progress: Progress
    complete: bool

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Return what is wrong, each fault with the address of its field."""
        return [
            *((f"#{facet.facet}", facet.error) for facet in self.facets if facet.error),
            *((f"#{facet.evidence_name}", facet.evidence_error) for facet in self.facets if facet.evidence_error),
        ]

    @property
    def is_first(self) -> bool:
        """Tell whether nothing comes before."""
        return self.progress.position == 1

    @property
    def is_last(self) -> bool:
        """Tell whether no topic comes after."""
        return self.progress.position == self.progress.total


def topic_screen(
    pack: Pack,
    asked: Asked,
    position: int,
    given: Given,
    lang: Lang,
    form: TopicForm | None = None,
    *,
    asks_release: bool = False,
) -> TopicScreen:
    """Describe one of the topics asked by its position, from 1; a bound form brings what was typed and what is wrong.

    With `asks_release`, each word of evidence may be released by its author, to be quoted.
    """
    instrument, topic = pack.instrument, asked.topics[position - 1]
    axis = next(axis for axis in instrument.axes if topic in axis.topics)
    return TopicScreen(
        id=topic.id,
        axis=axis.name.in_(lang),
        name=topic.name.in_(lang),
        lead=topic.lead.in_(lang),
        facets=tuple(
            replace(_facet_screen(instrument, item, given, lang, form), asks_release=asks_release)
            for item in topic.items
        ),
        terms=terms_of(pack, topic.terms, lang),
        progress=progress_of(asked, position, given),
        complete=all(given.answer(item.id).is_given for item in topic.items),
    )


def progress_of(asked: Asked, position: int, given: Given) -> Progress:
    """Say how far one is; the minutes left are those of the form, for the items that have no answer yet."""
    items = asked.items
    done = given.count_given(items)
    left = ceil(asked.minutes * (len(items) - done) / len(items))
    return Progress(position, len(asked.topics), done, len(items), left)


def first_open_topic(asked: Asked, given: Given) -> int | None:
    """Return the position of the first topic with an item left, from 1; None when all have an answer."""
    for position, topic in enumerate(asked.topics, 1):
        if not all(given.answer(item.id).is_given for item in topic.items):
            return position
    return None


def terms_of(pack: Pack, wanted: tuple[str, ...], lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return the words of the glossary that a topic uses, each with its meaning."""
    by_id: dict[str, Term] = {term.id: term for term in pack.terms}
    known = [by_id[term] for term in wanted if term in by_id]
    return tuple((term.name.in_(lang), term.definition.in_(lang)) for term in known)


def _facet_screen(instrument: Instrument, item: Item, given: Given, lang: Lang, form: TopicForm | None) -> FacetScreen:
    facet, answer = instrument.facet(item.facet), given.answer(item.id)
    evidence, released = evidence_name(item.facet), released_name(item.facet)
    colon = "\u202f: " if lang == "fr" else ": "
    return FacetScreen(
        facet=item.facet,
        word=f"{facet.name.in_(lang)}{colon}{facet.key.in_(lang)}",
        question=item.question.in_(lang),
        levels=tuple(
            Option(str(level), facet.levels[level].in_(lang), words.in_(lang))
            for level, words in enumerate(item.levels)
        ),
        others=(
            Option(Mark.DONT_KNOW.value, instrument.dont_know.in_(lang)),
            Option(Mark.NOT_APPLICABLE.value, instrument.not_applicable.in_(lang)),
        ),
        chosen=(form.data.get(item.facet) if form else None) or answer.choice,
        hint=item.hint.in_(lang),
        error=_error(form, item.facet),
        evidence_name=evidence,
        evidence=form.data.get(evidence, answer.evidence) if form else answer.evidence,
        evidence_error=_error(form, evidence),
        released_name=released,
        released=form.data.get(released) == "yes" if form and released in form.data else answer.released,
        touched_name=touched_name(item.facet),
        asks_release=False,
    )


def _error(form: TopicForm | None, name: str) -> str:
    return " ".join(str(error) for error in form.errors.get(name, [])) if form else ""


@dataclass(frozen=True)
class ContextScreen:
    """One optional question of context, as chips when its choices are few, as a list otherwise."""

    name: str
    question: str
    why: str
    choices: tuple[tuple[str, str], ...]
    chosen: str

    @property
    def is_short(self) -> bool:
        """Tell whether the choices fit as chips."""
        return len(self.choices) <= FEW_CHOICES


def context_screens(instrument: Instrument, lang: Lang, sent: dict[str, str]) -> tuple[ContextScreen, ...]:
    """Describe the questions of context; `sent` maps the name of a field to what was chosen."""
    unsaid = ("", _("Ne pas répondre"))
    return tuple(
        ContextScreen(
            name=f"context_{question.id}",
            question=question.question.in_(lang),
            why=question.why.in_(lang),
            choices=(*((choice.id, choice.name.in_(lang)) for choice in question.choices), unsaid),
            chosen=sent.get(f"context_{question.id}", ""),
        )
        for question in instrument.context
    )
