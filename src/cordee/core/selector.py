"""Which approach and which methods suit an evaluation, by the rules of the pack: proposed with reasons, or refused.

Every point comes from one rule that is shown with its words; nothing else weighs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from cordee.core.packs.selector import ApproachAdvice, Method, Selector, SelectorRule

Given = Mapping[str, str]
"""Question → the choice that was made; what nobody said is left out."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A method that suits: the rules that hold, and their sum. `tied` when another has as many points."""

    method: Method
    points: int
    reasons: tuple[SelectorRule, ...]
    tied: bool = False


@dataclass(frozen=True, slots=True)
class SetAside:
    """A method that an answer excludes, with the rules that do."""

    method: Method
    reasons: tuple[SelectorRule, ...]


@dataclass(frozen=True, slots=True)
class Beginning:
    """An approach to begin with, and why."""

    axis: str
    points: int
    reasons: tuple[SelectorRule, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """What would change the advice: with these choices instead, everything else alike, `method` would come first."""

    question: str
    choices: tuple[str, ...]
    method: Method


@dataclass(frozen=True, slots=True)
class Selection:
    """The advice: proposals best first, approaches to begin with, what is set aside, what would change it all.

    `missing` names the needed questions that were not answered: then nothing else is said. `silent` are the methods
    that no rule proposes nor excludes for these answers.
    """

    missing: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    approaches: tuple[Beginning, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    silent: tuple[Method, ...] = ()
    turns: tuple[Turn, ...] = ()


def select(selector: Selector, given: Given) -> Selection:
    """Propose approaches and methods for what was said.

    Meaning: a rule holds when the answer to its question is among its choices. A method that a rule excludes is set
    aside; the points of the others are the sum of the weights of the rules that hold. Best first; with equal points,
    the one that asks for fewer days at least, then the order of the pack.
    Range: points are whole, from 1. Refuses: with a needed question unanswered, or answered with something it does not
    offer, only `missing` is filled.

    >>> from cordee.core.packs.selector import SelectorQuestion
    >>> def t(words):
    ...     return {"fr": words, "en": words}
    >>> def method(name, *rules):
    ...     texts = {key: t("x") for key in ("name", "answers", "suits", "avoid", "skills", "limits")}
    ...     return Method.model_validate(
    ...         {
    ...             "id": name,
    ...             **texts,
    ...             "days": {"least": 1, "most": 3},
    ...             "money": "nothing",
    ...             "sources": ["s01"],
    ...             "rules": rules,
    ...         }
    ...     )
    >>> use = SelectorQuestion.model_validate(
    ...     {
    ...         "id": "use",
    ...         "question": t("?"),
    ...         "why": t("so"),
    ...         "needed": True,
    ...         "choices": [{"id": "learn", "name": t("learn")}, {"id": "prove", "name": t("prove")}],
    ...     }
    ... )
    >>> story = method(
    ...     "story", {"effect": "fits", "question": "use", "choices": ["learn"], "weight": 2, "reason": t("r")}
    ... )
    >>> trial = method(
    ...     "trial", {"effect": "fits", "question": "use", "choices": ["prove"], "weight": 3, "reason": t("s")}
    ... )
    >>> chosen = select(Selector([use], [story, trial], []), {"use": "learn"})
    >>> (
    ...     [(one.method.id, one.points) for one in chosen.proposals],
    ...     [(turn.choices, turn.method.id) for turn in chosen.turns],
    ... )
    ([('story', 2)], [(('prove',), 'trial')])
    >>> select(Selector([use], [story, trial], []), {}).missing
    ('use',)
    """
    said = _offered(selector, given)
    missing = tuple(question.id for question in selector.questions if question.needed and question.id not in said)
    if missing:
        return Selection(missing=missing)
    proposals = _proposals(selector.methods, said)
    excluded = [(method, _holding(method.rules, said, "excludes")) for method in selector.methods]
    proposed = {proposal.method.id for proposal in proposals}
    return Selection(
        proposals=proposals,
        approaches=_approaches(selector.approaches, said),
        set_aside=tuple(SetAside(method, reasons) for method, reasons in excluded if reasons),
        silent=tuple(method for method, reasons in excluded if not reasons and method.id not in proposed),
        turns=tuple(_turns(selector, said, proposals)),
    )


def every_answer(selector: Selector) -> Iterator[dict[str, str]]:
    """Give every combination of answers, each question also left unanswered."""
    names = [question.id for question in selector.questions]
    options = [["", *(choice.id for choice in question.choices)] for question in selector.questions]
    for chosen in product(*options):
        yield {name: choice for name, choice in zip(names, chosen, strict=True) if choice}


def _offered(selector: Selector, given: Given) -> dict[str, str]:
    offered = {question.id: {choice.id for choice in question.choices} for question in selector.questions}
    return {question: choice for question, choice in given.items() if choice in offered.get(question, ())}


def _holding(rules: Sequence[SelectorRule], said: Given, effect: str) -> tuple[SelectorRule, ...]:
    return tuple(rule for rule in rules if rule.effect == effect and said.get(rule.question) in rule.choices)


def _points(reasons: Sequence[SelectorRule]) -> int:
    return sum(rule.weight or 0 for rule in reasons)


def _proposals(methods: Sequence[Method], said: Given) -> tuple[Proposal, ...]:
    fitting = [
        Proposal(method, _points(reasons), reasons)
        for method in methods
        if (reasons := _holding(method.rules, said, "fits")) and not _holding(method.rules, said, "excludes")
    ]
    fitting.sort(key=lambda one: (-one.points, one.method.days.least))
    points = [one.points for one in fitting]
    return tuple(Proposal(one.method, one.points, one.reasons, tied=points.count(one.points) > 1) for one in fitting)


def _approaches(advice: Sequence[ApproachAdvice], said: Given) -> tuple[Beginning, ...]:
    fitting = [
        Beginning(one.axis, _points(reasons), reasons)
        for one in advice
        if (reasons := _holding(one.rules, said, "fits")) and not _holding(one.rules, said, "excludes")
    ]
    return tuple(sorted(fitting, key=lambda one: -one.points))


def _turns(selector: Selector, said: Given, proposals: Sequence[Proposal]) -> Iterator[Turn]:
    """Give, for each question, the first other answer that puts another method first, and the answers that do alike."""
    best = proposals[0].method.id if proposals else None
    for question in selector.questions:
        first: dict[str, list[str]] = {}
        methods: dict[str, Method] = {}
        for choice in question.choices:
            if choice.id == said.get(question.id):
                continue
            others = _proposals(selector.methods, {**said, question.id: choice.id})
            if others and others[0].method.id != best:
                first.setdefault(others[0].method.id, []).append(choice.id)
                methods[others[0].method.id] = others[0].method
        for name, choices in [*first.items()][:1]:
            yield Turn(question.id, tuple(choices), methods[name])
