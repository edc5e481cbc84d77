"""The numbers written in the pages of measures are those that the engine computes, in both languages."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache, partial

import numpy as np
import pytest
from tests.apps.diagnosis.workers_between import BETWEEN
from tests.apps.diagnosis.workers_of_evaluation import OF_EVALUATION

from cordee.apps.diagnosis.method import FAMILIES, families, page_of, source_of
from cordee.apps.diagnosis.worked import Figure, Worked, worked_example
from cordee.charts.numbers import Lang
from cordee.core.answers import Answer, AnswerTable, table_of
from cordee.core.coherence import coherence, patterns_of
from cordee.core.diagnosis import diagnose
from cordee.core.disclosure import DisclosureRule, plan_of, published_reading
from cordee.core.numerals import number, percent, short
from cordee.core.packs.folder import read_folder
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.rules import Condition
from cordee.core.reading import Reading
from cordee.core.recommend import holds
from cordee.core.scoring import maturity, stage_of
from cordee.ground import measures_folder, packs_folder

ITEM = "relevance.needs.vision"
FORM = "express"
Found = Mapping[str, float | bool | str | Sequence[str]]
LANGS: tuple[Lang, ...] = ("fr", "en")


@cache
def pack() -> Pack:
    read = read_pack(read_folder(packs_folder() / "alliances"))
    assert read.pack is not None, read.faults[:3]
    return read.pack


def reading_of(groups: Mapping[tuple[str, str], Sequence[float]], item: str = ITEM) -> Reading:
    """Read answers to one item, by circle and organisation, as the engine reads any diagnosis."""
    instrument = pack().instrument
    rows = [
        Answer(f"{circle}-{organisation}-{rank}", organisation, circle, item, int(level))
        for (circle, organisation), levels in groups.items()
        for rank, level in enumerate(levels)
    ]
    items = [one.id for one in instrument.items_of(FORM)]
    topics = [topic.id for topic in instrument.topics_of(FORM)]
    return diagnose(pack(), FORM, table_of(rows, items, topics, [circle.id for circle in instrument.circles]))


def item_score(given: Mapping[str, Figure], lang: Lang) -> Found:
    groups = {("steering", name): given[name].numbers for name in ("a", "b")}
    alone = {name: reading_of({("steering", name): given[name].numbers}) for name in ("a", "b")}
    means = {f"mean_{name}": alone[name].overall.item(ITEM).score.value or 0.0 for name in alone}
    return {**means, "score": reading_of(groups).overall.item(ITEM).score.value or 0.0}


def bimodal(given: Mapping[str, Figure], lang: Lang) -> Found:
    levels = given["answers"].numbers
    read = reading_of({("steering", f"o{rank}"): [level] for rank, level in enumerate(levels)}).overall.item(ITEM)
    return {"mean": read.score.value or 0.0, "bimodal": read.distribution.bimodal}


def facets_of(given: Mapping[str, Figure]) -> np.ndarray:
    return np.array([given[facet].number for facet in ("vision", "action", "means")])


def maturity_of(given: Mapping[str, Figure], lang: Lang) -> Found:
    facets, rules = facets_of(given), pack().scoring
    score = float(maturity(facets, rules.weakest_facet_margin))
    return {
        "mean": float(facets.mean()),
        "bound": float(facets.min()) + float(rules.weakest_facet_margin),
        "maturity": score,
        "stage": stage_of(score, rules.stages).name.in_(lang),
    }


def coherence_of(given: Mapping[str, Figure], lang: Lang) -> Found:
    facets = facets_of(given)
    return {"span": float(np.ptp(facets)), "coherence": percent(float(coherence(facets)), lang)}


def patterns(given: Mapping[str, Figure], lang: Lang) -> Found:
    names = {pattern.id: pattern.name.in_(lang) for pattern in pack().scoring.patterns}
    return {"patterns": [names[found.pattern] for found in patterns_of(facets_of(given), pack().scoring)]}


def interval(given: Mapping[str, Figure], lang: Lang) -> Found:
    read = reading_of({("steering", name): given[name].numbers for name in ("a", "b")}).overall.item(ITEM).score
    return {"score": read.value or 0.0, "df": read.df or 0, "lower": read.lower or 0.0, "upper": read.upper or 0.0}


def agreement(given: Mapping[str, Figure], lang: Lang) -> Found:
    read = reading_of({("steering", "o"): given["answers"].numbers}).overall.item(ITEM).agreement
    return {"rwg": read.rwg or 0.0, "ad": read.ad or 0.0, "agrees": bool(read.agrees)}


def gap(given: Mapping[str, Figure], lang: Lang) -> Found:
    groups = {("steering", "a"): given["self"].numbers} | {("partners", name): given[name].numbers for name in "bc"}
    found = next(one for one in reading_of(groups).perception if one.item == ITEM)
    bounds = {"lower": found.gap.lower or 0.0, "upper": found.gap.upper or 0.0}
    return {"gap": found.gap.value or 0.0, **bounds, "named": found.kind == "blind_spot"}


def priority(given: Mapping[str, Figure], lang: Lang) -> Found:
    instrument, topic = pack().instrument, "relevance.needs"
    level = int(given["score"].number)
    answers = [Answer("r", "o", "steering", f"{topic}.{facet}", level) for facet in ("vision", "action", "means")]
    answers.append(Answer("r", "o", "steering", f"{topic}.importance", int(given["importance"].number)))
    items = [one.id for one in instrument.items_of(FORM)]
    topics = [one.id for one in instrument.topics_of(FORM)]
    table = table_of(answers, items, topics, [circle.id for circle in instrument.circles])
    found = next(one for one in diagnose(pack(), FORM, table).priorities if one.topic == topic)
    assert found.leverage == given["leverage"].number
    return {"shortfall": found.shortfall, "priority": found.value}


def condition(given: Mapping[str, Figure], lang: Lang) -> Found:
    bound = Decimal(str(given["at_most"].number))
    asked = Condition.model_validate({"fact": "item", "item": ITEM, "at_most": bound})
    return {"holds": holds(asked, given["value"].number)}


def people_of(given: Mapping[str, Figure]) -> AnswerTable:
    """Put two organisations in one circle; each person answers every question of the form alike."""
    instrument = pack().instrument
    items = [one.id for one in instrument.items_of(FORM)]
    rows = [
        Answer(f"{name}{rank}", name, "teams", item, int(level))
        for name in ("a", "b")
        for rank, level in enumerate(given[name].numbers)
        for item in items
    ]
    return table_of(rows, items, [topic.id for topic in instrument.topics_of(FORM)], ["teams"])


def cell(given: Mapping[str, Figure], lang: Lang) -> Found:
    return {"shown": not plan_of(people_of(given), DisclosureRule(), None).nothing_shown}


def together(given: Mapping[str, Figure], lang: Lang) -> Found:
    table, rule = people_of(given), DisclosureRule()
    shown = published_reading(pack(), FORM, table, plan_of(table, rule, None), rule)
    plain = diagnose(pack(), FORM, table)
    return {name: one.overall.item(ITEM).score.value or 0.0 for name, one in (("score", shown), ("means", plain))}


WORKERS: dict[str, Callable[[Mapping[str, Figure], Lang], Found]] = {
    "item_score": item_score,
    "bimodal": bimodal,
    "maturity": maturity_of,
    "coherence": coherence_of,
    "patterns": patterns,
    "interval": interval,
    "agreement": agreement,
    "gap": gap,
    "priority": priority,
    "condition": condition,
    **{subject: partial(worker, pack()) for subject, worker in BETWEEN.items()},
    "cell": cell,
    "together": together,
    **OF_EVALUATION,
}


def examples(slug: str, lang: Lang) -> list[Worked]:
    """Find the worked examples of a page."""
    blocks = source_of(slug, lang).split("```worked ")[1:]
    return [worked_example(*block.split("```", 1)[0].split("\n", 1)) for block in blocks]


ALL = [
    pytest.param(example, lang, id=f"{lang}-{slug}-{rank}")
    for lang in LANGS
    for slug in FAMILIES
    for rank, example in enumerate(examples(slug, lang))
]


def written(value: object, text: str, lang: Lang) -> str:
    """Write what was computed the way the page writes it: as many decimals as it shows."""
    if isinstance(value, bool):
        return {("fr", True): "oui", ("fr", False): "non", ("en", True): "yes", ("en", False): "no"}[lang, value]
    if isinstance(value, str):
        return value
    if isinstance(value, float | int):
        decimals = len(text.partition("," if lang == "fr" else ".")[2])
        return number(float(value), lang, decimals)
    return " ; ".join(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(("example", "lang"), ALL)
def test_an_example_is_what_the_engine_computes(example: Worked, lang: Lang) -> None:
    found = WORKERS[example.subject]({figure.name: figure for figure in example.given}, lang)
    assert example.expected, "an example that expects nothing checks nothing"
    shown = {figure.name: figure.text.replace("\u202f", " ") for figure in example.expected}
    computed = {name: written(found[name], shown[name], lang).replace("\u202f", " ") for name in shown}
    assert computed == shown


def test_every_measure_that_can_be_worked_is() -> None:
    assert {example.subject for slug in FAMILIES for example in examples(slug, "fr")} == set(WORKERS)


@pytest.mark.parametrize("slug", FAMILIES)
def test_both_languages_work_out_the_same_examples(slug: str) -> None:
    french, english = ([(one.subject, [f.name for f in one.given]) for one in examples(slug, lang)] for lang in LANGS)
    assert french == english


def test_the_folder_holds_the_pages_and_nothing_else() -> None:
    for lang in LANGS:
        assert {path.stem for path in (measures_folder() / lang).glob("*")} == set(FAMILIES)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("slug", FAMILIES)
def test_a_page_is_drawn_with_its_rules_and_words(slug: str, lang: Lang) -> None:
    page = page_of(slug, pack(), lang)
    assert "{" not in page.body
    assert "term:" not in page.body
    assert 40 < len(page.family.summary) < 160
    for term in page.terms:
        assert f'href="#term-{term.id}"' in page.body


def test_the_rules_shown_are_those_of_the_release() -> None:
    moved = pack().model_copy(
        update={"scoring": pack().scoring.model_copy(update={"weakest_facet_margin": Decimal("0.75")})}
    )
    assert "0,8" in page_of("maturity", moved, "fr").body
    assert short(1, "fr") in page_of("maturity", pack(), "fr").body


def test_a_rule_that_does_not_exist_is_refused() -> None:
    from cordee.apps.diagnosis.method import rule_value

    with pytest.raises(KeyError, match="no_such_rule"):
        rule_value(pack(), "interval.no_such_rule", None, "fr")


def test_raw_html_in_a_page_is_shown_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "cordee.apps.diagnosis.method.source_of", lambda slug, lang: "# T\n\nS.\n\n<script>alert(1)</script>\n"
    )
    assert "<script" not in page_of("maturity", pack(), "fr").body


def test_a_line_that_is_neither_given_nor_expected_is_refused() -> None:
    with pytest.raises(ValueError, match="not a line of an example"):
        worked_example("maturity", "Vision: 3\n")


def test_families_open_with_a_title_and_a_sentence() -> None:
    for lang in LANGS:
        assert [family.slug for family in families(lang)] == list(FAMILIES)
        assert all(family.summary.endswith((".", "?")) for family in families(lang))


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_confidentiality_says_the_rule_as_it_is(lang: Lang) -> None:
    said, rule = source_of("privacy", lang), DisclosureRule()
    for figure in (rule.fewest_respondents, rule.fewest_organisations, rule.fewest_for_verbatims):
        assert f" {figure} " in said
    assert percent(rule.largest_share, lang) in said
