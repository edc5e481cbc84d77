"""What the pages of the selector show: a selection and its methods, in the words of the reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from cordee.apps.library.addresses import url_of
from cordee.apps.library.asking import name_of, with_answers
from cordee.apps.library.targets import on_trial
from cordee.core.packs.library import Source
from cordee.core.packs.pack import Pack
from cordee.core.packs.selector import Method, Money, Selector, SelectorRule
from cordee.core.packs.text import Lang
from cordee.core.selector import Beginning, Selection, Turn

FIRST_SCREEN = 3
"""Methods told in full; the others are folded."""


@dataclass(frozen=True)
class NamedLink:
    """A name and where it is read, if the site has a page for it; `trial` says that a tool is not yet shared."""

    name: str
    url: str
    trial: str = ""


@dataclass(frozen=True)
class RuleView:
    """A rule of the pack: the answers it holds for, its weight (0 when it excludes) and its reason."""

    question: str
    answers: tuple[str, ...]
    weight: int
    reason: str


@dataclass(frozen=True)
class MethodView:
    """A method, told."""

    id: str
    name: str
    answers: str
    suits: str
    avoid: str
    least: int
    most: int
    money: Money
    skills: str
    limits: str
    tools: tuple[NamedLink, ...]
    approaches: tuple[NamedLink, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class ProposalView:
    """A method that is proposed, with the rules that made it so."""

    method: MethodView
    points: int
    tied: bool
    reasons: tuple[RuleView, ...]


@dataclass(frozen=True)
class SetAsideView:
    """A method that is set aside, and why."""

    id: str
    name: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class BeginningView:
    """An approach to begin with."""

    approach: NamedLink
    question: str
    reasons: tuple[RuleView, ...]


@dataclass(frozen=True)
class TurnView:
    """What would change the advice."""

    question: str
    answers: tuple[str, ...]
    method: str
    url: str


@dataclass(frozen=True)
class SelectionView:
    """The advice, told."""

    first: tuple[ProposalView, ...]
    others: tuple[ProposalView, ...]
    approaches: tuple[BeginningView, ...]
    set_aside: tuple[SetAsideView, ...]
    silent: tuple[NamedLink, ...]
    turns: tuple[TurnView, ...]
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class MethodPage:
    """A method with all its rules, as the page of methods shows them."""

    method: MethodView
    fits: tuple[RuleView, ...]
    excludes: tuple[RuleView, ...]


@dataclass(frozen=True)
class Teller:
    """Tells a selector in one language."""

    pack: Pack
    selector: Selector
    lang: Lang
    today: date

    def selection(self, selection: Selection, answers: Mapping[str, str]) -> SelectionView:
        """Tell the advice for some answers."""
        proposals = tuple(
            ProposalView(self.method(one.method), one.points, one.tied, self.rules(one.reasons))
            for one in selection.proposals
        )
        return SelectionView(
            first=proposals[:FIRST_SCREEN],
            others=proposals[FIRST_SCREEN:],
            approaches=tuple(self.beginning(one) for one in selection.approaches[:FIRST_SCREEN]),
            set_aside=tuple(
                SetAsideView(
                    one.method.id,
                    one.method.name.in_(self.lang),
                    tuple(rule.reason.in_(self.lang) for rule in one.reasons),
                )
                for one in selection.set_aside
            ),
            silent=tuple(NamedLink(one.name.in_(self.lang), method_url(one.id)) for one in selection.silent),
            turns=tuple(self.turn(one, answers) for one in selection.turns),
            said=tuple(
                (question.question.in_(self.lang), name_of(question, answers[question.id], self.lang))
                for question in self.selector.questions
                if question.id in answers
            ),
        )

    def pages(self) -> tuple[MethodPage, ...]:
        """Tell every method with its rules, in the order of the pack."""
        return tuple(
            MethodPage(
                self.method(method),
                self.rules([rule for rule in method.rules if rule.effect == "fits"]),
                self.rules([rule for rule in method.rules if rule.effect == "excludes"]),
            )
            for method in self.selector.methods
        )

    def method(self, method: Method) -> MethodView:
        """Tell a method."""
        words = {key: getattr(method, key).in_(self.lang) for key in _TEXTS}
        return MethodView(
            id=method.id,
            **words,
            least=method.days.least,
            most=method.days.most,
            money=method.money,
            tools=self._tools(method.tools),
            approaches=self._approaches(method.approaches),
            sources=tuple(source for source in self.pack.sources if source.id in method.sources),
        )

    def rules(self, rules: Sequence[SelectorRule]) -> tuple[RuleView, ...]:
        """Tell rules, the weightiest first."""
        ranked = sorted(rules, key=lambda rule: -(rule.weight or 0))
        return tuple(self._rule(rule) for rule in ranked)

    def beginning(self, beginning: Beginning) -> BeginningView:
        """Tell an approach to begin with."""
        axis = self.pack.instrument.axis(beginning.axis)
        link = NamedLink(axis.name.in_(self.lang), url_of("axes", axis.id, self.pack) or "")
        return BeginningView(link, axis.question.in_(self.lang), self.rules(beginning.reasons))

    def turn(self, turn: Turn, answers: Mapping[str, str]) -> TurnView:
        """Tell what would change the advice."""
        question = self.selector.question(turn.question)
        return TurnView(
            question=question.question.in_(self.lang),
            answers=tuple(name_of(question, choice, self.lang) for choice in turn.choices),
            method=turn.method.name.in_(self.lang),
            url=with_answers(reverse("selector:result"), {**answers, turn.question: turn.choices[0]}),
        )

    def _rule(self, rule: SelectorRule) -> RuleView:
        question = self.selector.question(rule.question)
        answers = tuple(name_of(question, choice, self.lang) for choice in rule.choices)
        return RuleView(question.question.in_(self.lang), answers, rule.weight or 0, rule.reason.in_(self.lang))

    def _tools(self, ids: Sequence[str]) -> tuple[NamedLink, ...]:
        names = {one.id: one.name.in_(self.lang) for one in self.pack.tools}
        return tuple(
            NamedLink(names[one], url_of("tools", one, self.pack) or "", on_trial(one, self.pack, self.today))
            for one in ids
        )

    def _approaches(self, ids: Sequence[str]) -> tuple[NamedLink, ...]:
        axes = [self.pack.instrument.axis(one) for one in ids]
        return tuple(NamedLink(one.name.in_(self.lang), url_of("axes", one.id, self.pack) or "") for one in axes)


_TEXTS = ("name", "answers", "suits", "avoid", "skills", "limits")


def method_url(method_id: str) -> str:
    """Return where a method is read in full, on the page of all methods."""
    return f"{reverse('selector:methods')}#{method_id}"
