"""Packs of every shape that the models accept, with the words that break naive readers.

Hypothesis draws a seed and a few awkward texts; the pack is built from them. Drawing each of its hundreds of texts
would take minutes, and hypothesis gives up on most examples of that size.
"""

import re
from itertools import count
from random import Random
from typing import Any

from hypothesis import strategies as st

from cordee.core.packs.pack import Pack
from cordee.core.packs.rules import _SHAPES, HEADLINES
from cordee.core.packs.text import IDENTIFIER, LINE, WORDS

Json = Any

AWKWARD = [
    *("=1+1", "+33 6", "-3", "@here", "'quoted'", "007", "1.10", "on", "no", "null", "true", "~", "12", "2015-03"),
    *("a: b", "a #b", "# not a comment", "- not a list", "{vision", "[x]", "* star", "& anchor", "! tag", "%", "`"),
    *("two\nlines", '"double"', "back\\slash", "\\n", "tail\\", "<b>&amp;</b>", "« guillemets\u202f»", "l’été"),
    *("no-break\u00a0space", "🧗 alpinist", "a,b;c", "e\u0301", "ﬁ ligature", "https://example.org/?a=1&b=2#c"),
    *("x" * 300, "|", ">", "---", "?", "1e5", "0x1F", "Infinity", "NaN", "TRUE", "#REF!", "{{x}}", "a\n\nb", ".5"),
]
"""Texts that spreadsheets or YAML readers are known to take for something else."""

_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\ufeff\ufffd\u00ad")


def _matching(pattern: str, alphabet: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    known = [words for words in AWKWARD if re.fullmatch(pattern, words)]
    made = st.text(alphabet, min_size=1, max_size=12).map(str.strip).filter(lambda words: re.fullmatch(pattern, words))
    return st.one_of(st.sampled_from(known), made)


WORDS_MADE = _matching(WORDS, st.one_of(_LETTERS, st.just("\n")))
LINES_MADE = _matching(LINE, _LETTERS)
NAMES_MADE = st.one_of(
    st.sampled_from(["on", "null", "true", "17", "007", "1.10", "a", "clarity", "raci-grid", "a_b.c-d"]),
    st.from_regex(IDENTIFIER, fullmatch=True).filter(lambda name: len(name) <= 40 and name.isascii()),
)
DECIMALS = [0, 1, -4, 4, "0.25", "-0.5", "3.500", "0.8333333333333334"]


class _Maker:
    """Builds the document of a pack, choosing with a seed among the texts that were drawn."""

    def __init__(self, seed: int, words: list[str], lines: list[str], names: list[str]) -> None:
        self.random = Random(seed)
        self.words, self.lines, self.names = words, lines, names
        self.numbers = count()
        self.start = self.pick("a", "on", "17.", "null-", "z_")

    def pick(self, *choices: Json) -> Json:
        return self.random.choice(choices)

    def perhaps(self, **optional: Json) -> dict[str, Json]:
        return {key: value for key, value in optional.items() if self.random.random() < 0.5}

    def several(self, make: Any, least: int = 0, most: int = 2) -> list[Json]:
        return [make() for _ in range(self.random.randint(least, most))]

    def id(self) -> str:
        return f"{self.start}{next(self.numbers)}"

    def text(self) -> dict[str, str]:
        return {"fr": self.random.choice(self.words), "en": self.random.choice(self.words)}

    def plain_text(self) -> dict[str, str]:
        return {lang: re.sub(r"[{}]", "", words).strip() or "x" for lang, words in self.text().items()}

    def line(self) -> str:
        return self.random.choice(self.lines)

    def name(self) -> str:
        return self.random.choice(self.names)

    def references(self, least: int = 0) -> list[str]:
        return self.several(self.name, least, 3)

    def decimal(self) -> Json:
        return self.random.choice(DECIMALS)

    def facet(self) -> str:
        return str(self.pick("vision", "action", "means"))

    def date(self) -> str:
        return str(self.pick("2015", "2015-03", "2015-03-21", "0001"))

    def address(self) -> str:
        return str(self.pick("https://example.org", "http://a.b/é?x=1&y=%20#z"))

    def five(self) -> list[Json]:
        return [self.text() for _ in range(5)]

    def item(self) -> Json:
        return {
            "id": self.id(),
            "facet": self.facet(),
            "question": self.text(),
            "levels": self.five(),
            "hint": self.text(),
        }

    def topic(self) -> Json:
        references = self.perhaps(tools=self.references(), stories=self.references(), courses=self.references())
        return {
            "id": self.id(),
            "name": self.text(),
            "lead": self.text(),
            "items": self.several(self.item, 3, 3),
            **self.perhaps(terms=self.references(), references=references),
        }

    def axis(self) -> Json:
        return {
            "id": self.id(),
            "name": self.text(),
            "question": self.text(),
            "description": self.text(),
            "status": self.pick("working_definition", "sourced"),
            "topics": self.several(self.topic, 1),
            **self.perhaps(sources=self.references()),
        }

    def facet_key(self) -> Json:
        return {"id": self.facet(), "name": self.text(), "key": self.text(), "levels": self.five()}

    def form(self) -> Json:
        texts = {"name": self.text(), "summary": self.text()}
        return {"id": self.id(), **texts, "minutes": self.random.randint(1, 99), "topics": self.references(1)}

    def circle(self) -> Json:
        texts = {"name": self.text(), "summary": self.text()}
        return {"id": self.id(), **texts, **self.perhaps(is_self=self.pick(True, False))}

    def choice(self) -> Json:
        return {"id": self.id(), "name": self.text()}

    def context(self) -> Json:
        texts = {"question": self.text(), "why": self.text()}
        return {"id": self.id(), **texts, "choices": self.several(self.choice, 2, 3)}

    def instrument(self) -> Json:
        texts = {key: self.text() for key in ("name", "purpose", "dont_know", "not_applicable")}
        return {
            "id": self.name(),
            **texts,
            "facets": self.several(self.facet_key, 3, 3),
            "axes": self.several(self.axis, 1),
            "forms": self.several(self.form, 1),
            "circles": self.several(self.circle, 1),
            **self.perhaps(context=self.several(self.context)),
        }

    def stage(self) -> Json:
        return {"id": self.id(), "name": self.text(), "description": self.text(), "from": self.decimal()}

    def pattern(self) -> Json:
        texts = {key: self.text() for key in ("name", "reading", "to_discuss")}
        return {"id": self.id(), **texts, "higher": self.facet(), "lower": self.facet(), "gap": self.decimal()}

    def aligned(self) -> Json:
        texts = {key: self.text() for key in ("name", "reading", "to_discuss")}
        return {"id": self.pick("aligned_low", "aligned_high"), **texts}

    def scoring(self) -> Json:
        decimals = ("answered_share", "weakest_facet_margin", "aligned_high_from", "agreement_ad_at_most")
        gaps = ("perception_gap", "target", "headline_gap")
        whole = {key: self.random.randint(0, 9999) for key in ("draws", "fewest_respondents", "seed")}
        return {
            **{key: self.decimal() for key in (*decimals, *gaps)},
            "stages": self.several(self.stage, 2, 3),
            "patterns": self.several(self.pattern, 1),
            "aligned": self.several(self.aligned, 2, 2),
            "bimodal": {"distance": self.decimal(), "share": self.decimal()},
            "interval": {"level": self.decimal(), **whole},
            **self.perhaps(headlines=[{"id": name, "text": self.plain_text()} for name in HEADLINES]),
        }

    def condition(self) -> Json:
        fact = self.pick(*sorted(_SHAPES))
        subject, bounded = _SHAPES[fact]
        made = {key: self.facet() if key in ("facet", "higher", "lower") else self.name() for key in sorted(subject)}
        bound = {self.pick("at_most", "at_least"): self.decimal()} if bounded else {}
        return {"fact": fact, **made, **bound}

    def recommendation(self) -> Json:
        texts = {key: self.text() for key in ("name", "first_step", "why", "contraindication")}
        lists = self.perhaps(tools=self.references(), stories=self.references(), courses=self.references())
        return {
            "id": self.id(),
            **texts,
            "topic": self.name(),
            "when": self.several(self.condition, 1),
            **lists,
            "effort": self.pick("an_hour", "a_half_day", "some_days", "a_season"),
            **self.perhaps(unless=self.several(self.condition)),
        }

    def term(self) -> Json:
        lists = self.perhaps(confused_with=self.references(), related=self.references(), sources=self.references())
        texts = self.perhaps(origin=self.text(), example=self.text(), difference=self.text())
        more = self.perhaps(family=self.pick("acting", "figures", "passing_on"), synonyms=self.synonyms())
        named = {"id": self.id(), "name": self.text(), "definition": self.text(), "status": self.status()}
        return {**named, **texts, **lists, **more}

    def status(self) -> Json:
        return self.pick("working_definition", "sourced")

    def synonyms(self) -> Json:
        return self.perhaps(fr=self.several(self.line), en=self.several(self.line))

    def impact(self, name: str) -> Json:
        texts = {key: self.text() for key in ("name", "summary", "definition", "actors", "ecosystem")}
        steps = {key: self.several(self.text, 1, 3) for key in ("qualify", "measure", "illustrate")}
        lists = self.perhaps(terms=self.references(), tools=self.references(), sources=self.references())
        clock = {"months": self.random.randint(1, 400), "words": self.text(), "meaning": self.text()}
        found = {"clock": clock, "indicators": self.several(self.indicator, 1)}
        return {"id": name, "status": self.status(), **texts, **steps, **found, **lists}

    def indicator(self) -> Json:
        texts = {key: self.text() for key in ("name", "unit", "collect")}
        concerns = self.pick("actors", "ecosystem")
        return {"id": self.id(), **texts, "concerns": concerns, **self.perhaps(sources=self.references())}

    def evaluation_object(self) -> Json:
        texts = {key: self.text() for key in ("name", "question", "definition")}
        lists = self.perhaps(terms=self.references(), sources=self.references())
        return {"id": self.id(), "status": self.status(), **texts, **lists}

    def criterion(self) -> Json:
        texts = {key: self.text() for key in ("name", "question", "relation")}
        return {"id": self.id(), **texts, "sources": self.references(1)}

    def cell(self) -> Json:
        told = {key: self.several(self.text, 1, 3) for key in ("questions", "judgement", "evidence")}
        names = {"approach": self.name(), "object": self.name(), "focus": self.text(), "status": self.status()}
        lists = self.perhaps(criteria=self.references(), tools=self.references(), sources=self.references())
        return {"id": self.id(), **names, **told, **lists}

    def tool(self) -> Json:
        return {
            **{key: self.text() for key in ("name", "purpose", "how", "people", "limits")},
            "id": self.id(),
            "author": self.line(),
            "sources": self.references(1),
            "medoc": self.pick("method", "example", "data", "tool", "skill"),
            "difficulty": self.pick("easy", "practised", "expert"),
            "first_use": self.perhaps(date=self.date(), place=self.text(), sources=self.references()),
            **self.perhaps(contexts=self.several(self.text), minutes=7, licence=self.line(), address=self.address()),
            **self.perhaps(topics=self.references(), approaches=self.references(), impacts=self.impacts()),
            **self.perhaps(profiles=self.references()),
            **self.perhaps(trials=self.several(self.trial), failures=self.text()),
        }

    def impacts(self) -> list[Json]:
        return self.several(lambda: self.pick("performance", "innovation", "trust"))

    def trial(self) -> Json:
        where = {"where": self.text(), "by": self.line(), "sources": self.references(1)}
        return {**where, **self.perhaps(date=self.date())}

    def story(self) -> Json:
        texts = {key: self.text() for key in ("name", "context", "tried", "seen", "teaches")}
        traits = {self.name(): self.references(1) for _ in range(2)}
        return {
            "id": self.id(),
            **texts,
            "partners": self.several(self.line, 1),
            "sources": self.references(1),
            **self.perhaps(since=self.date(), territory=self.text(), topics=self.references(), traits=traits),
            **self.perhaps(
                qualified=self.text(), measured=self.text(), illustrated=self.text(), impacts=self.impacts()
            ),
        }

    def quiz_choice(self) -> Json:
        texts = {"text": self.text(), "explanation": self.text()}
        return {"id": self.id(), **texts, **self.perhaps(right=self.pick(True, False))}

    def quiz_question(self) -> Json:
        return {"id": self.id(), "question": self.text(), "choices": self.several(self.quiz_choice, 2, 3)}

    def moment(self) -> Json:
        return {"id": self.id(), "name": self.text(), "minutes": self.random.randint(1, 99), "how": self.text()}

    def step(self) -> Json:
        kind = self.pick("read", "watch", "quiz", "practise", "workshop")
        kit = self.perhaps(people=self.text(), lasts=90, material=self.several(self.text))
        return {
            **{key: self.text() for key in ("name", "summary")},
            "id": self.id(),
            "kind": kind,
            "minutes": 5,
            **self.perhaps(address=self.address(), body=self.text(), prompt=self.text(), example=self.text()),
            **self.perhaps(questions=self.several(self.quiz_question), moments=self.several(self.moment)),
            **kit,
            **self.perhaps(sources=self.references()),
        }

    def course(self) -> Json:
        lists = self.perhaps(topics=self.references(), sources=self.references(), outcomes=self.several(self.text))
        kinds = self.perhaps(
            needs=self.several(lambda: self.pick("understand", "evaluate", "facilitate")),
            formats=self.several(lambda: self.pick("alone", "in_pairs", "on_paper")),
        )
        steps = self.several(self.step, 1)
        return {"id": self.id(), "name": self.text(), "goal": self.text(), "steps": steps, **lists, **kinds}

    def waypoint(self) -> Json:
        texts = {key: self.text() for key in ("name", "question", "summary")}
        status = self.pick("working_definition", "sourced")
        return {"id": self.id(), **texts, "status": status, **self.perhaps(sources=self.references())}

    def target(self) -> Json:
        kind = self.pick("page", "term", "tool", "story", "course", "impact", "axis")
        closed = {"page": "words", "impact": "trust"}
        step = self.perhaps(step=self.name()) if kind == "course" else {}
        return {kind: closed.get(kind) or self.name(), **step}

    def route_step(self) -> Json:
        condition = self.pick({}, {"question": self.name(), "choices": self.references(1)})
        texts = {"name": self.text(), "why": self.text()}
        return {"id": self.id(), **texts, "rank": self.pick(1, 2, 3), "minutes": 7, "to": self.target(), **condition}

    def door(self) -> Json:
        texts = {"name": self.text(), "summary": self.text()}
        ends = {"waypoint": self.name(), "to": self.target()}
        return {"id": self.id(), **texts, **ends, "route": self.several(self.route_step, 3, 4)}

    def compass_question(self) -> Json:
        choices = [{**self.choice(), **self.perhaps(stage=self.name())} for _ in range(2)]
        return {"id": self.id(), "question": self.text(), "why": self.text(), "choices": choices}

    def branch(self) -> Json:
        end = {self.pick("node", "door"): self.name()}
        return {"choices": self.references(1), "because": self.text(), **end}

    def node(self) -> Json:
        return {"id": self.id(), "question": self.name(), "branches": self.several(self.branch, 2, 3)}

    def selector_question(self) -> Json:
        texts = {"question": self.text(), "why": self.text()}
        needed = self.perhaps(needed=self.pick(True, False))
        return {"id": self.id(), **texts, "choices": self.several(self.choice, 2, 3), **needed}

    def rule(self) -> Json:
        effect = self.pick({"effect": "fits", "weight": 2}, {"effect": "excludes"})
        return {**effect, "question": self.name(), "choices": self.references(1), "reason": self.text()}

    def method(self) -> Json:
        texts = {key: self.text() for key in ("name", "answers", "suits", "avoid", "skills", "limits")}
        return {
            "id": self.id(),
            **texts,
            "days": {"least": self.random.randint(0, 9), "most": self.random.randint(0, 99)},
            "money": self.pick("nothing", "little", "some", "much"),
            "sources": self.references(1),
            "rules": self.several(self.rule, 1),
            **self.perhaps(tools=self.references(), approaches=self.references()),
        }

    def approach_advice(self) -> Json:
        return {"id": self.id(), "axis": self.name(), "rules": self.several(self.rule, 1)}

    def source(self) -> Json:
        optional = self.perhaps(publisher=self.line(), published=self.date())
        return {"id": self.id(), "title": self.line(), "address": self.address(), **optional}

    def respondents(self) -> list[Json]:
        names = list(dict.fromkeys(self.several(self.line, 1)))
        return [self.respondent(name) for name in names]

    def respondent(self, name: str) -> Json:
        keys = self.several(lambda: self.pick("*", self.name()))
        answers = {key: self.pick(0, 1, 2, 3, 4, "dont_know", "not_applicable") for key in keys}
        return {"id": name, "answers": answers, **self.perhaps(organisation=self.line(), circle=self.name())}

    def expected_axis(self) -> Json:
        scores = {key: self.pick("refused", None, self.decimal()) for key in ("vision", "means", "coherence")}
        patterns = self.pick(None, [], self.references(1))
        return {"axis": self.name(), **scores, **self.perhaps(stage=self.name(), patterns=patterns)}

    def expected_item(self) -> Json:
        scores = {"score": self.pick("refused", self.decimal()), "median": self.decimal()}
        flags = {"bimodal": self.pick(True, False), "dont_know": self.random.randint(0, 9)}
        return {"item": self.name(), **self.perhaps(circle=self.name(), **scores, **flags)}

    def case(self) -> Json:
        lists = {"axes": self.several(self.expected_axis), "items": self.several(self.expected_item)}
        names = {"first_recommendation": self.name(), "headline": self.name()}
        return {
            "id": self.id(),
            "story": self.text(),
            "instrument": self.name(),
            "form": self.name(),
            "respondents": self.respondents(),
            **self.perhaps(self_circle=self.name()),
            "expected": self.perhaps(**lists, **names, recommendations_include=self.references()),
        }

    def card(self) -> Json:
        texts = {"name": self.text(), "summary": self.text(), "licence": self.line()}
        changes = [{"version": version, "summary": self.text()} for version in ("1.0.0", "1.10.0")]
        version = self.pick("1.0.0", "0.10.1")
        return {
            "id": self.name(),
            **texts,
            "version": version,
            "authors": self.several(self.line, 1),
            "changes": changes,
        }

    def document(self) -> Json:
        makers = {
            "recommendations": self.recommendation,
            "terms": self.term,
            "tools": self.tool,
            "stories": self.story,
            "courses": self.course,
            "objects": self.evaluation_object,
            "criteria": self.criterion,
            "cells": self.cell,
            "waypoints": self.waypoint,
            "doors": self.door,
            "compass_questions": self.compass_question,
            "compass_nodes": self.node,
            "selector_questions": self.selector_question,
            "methods": self.method,
            "approach_advice": self.approach_advice,
            "sources": self.source,
            "cases": self.case,
        }
        impacts = [self.impact(one) for one in ("performance", "trust") if self.random.random() < 0.5]
        lists = {kind: self.several(make) for kind, make in makers.items()}
        return {
            "card": self.card(),
            "instrument": self.instrument(),
            "scoring": self.scoring(),
            "impacts": impacts,
            **lists,
        }


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """A pack of any shape, every id once; what holds between entries is not looked after."""
    words = draw(st.lists(WORDS_MADE, min_size=1, max_size=12))
    lines = draw(st.lists(LINES_MADE, min_size=1, max_size=4))
    names = draw(st.lists(NAMES_MADE, min_size=1, max_size=6))
    return Pack.model_validate(_Maker(draw(st.integers(0, 2**32)), words, lines, names).document())


@st.composite
def packs_alike(draw: st.DrawFn) -> tuple[Pack, Pack]:
    """Two packs that share ids and words, and differ in many places."""
    words = draw(st.lists(WORDS_MADE, min_size=1, max_size=6))
    lines = draw(st.lists(LINES_MADE, min_size=1, max_size=4))
    names = draw(st.lists(NAMES_MADE.filter(lambda name: not name.isdigit()), min_size=1, max_size=6))
    first, second = (_Maker(draw(st.integers(0, 2**32)), words, lines, names) for _ in range(2))
    second.start = first.start
    return Pack.model_validate(first.document()), Pack.model_validate(second.document())
