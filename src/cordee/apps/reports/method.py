"""How the numbers were made, with the numbers of the release itself, and what they do not say."""

from __future__ import annotations

from itertools import pairwise

from cordee.apps.reports import method_words
from cordee.apps.reports.model import Rule, StageStep
from cordee.charts.numbers import Lang
from cordee.core.numerals import levels, number, percent, short
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Text
from cordee.core.reading import Reading
from cordee.core.wording import Wording


def method_of(pack: Pack, lang: Lang, *, single: bool) -> tuple[str, ...]:
    """Say each step of the computation; intervals are explained only to those who may get some."""
    steps = method_words.METHOD_STEPS if single else (*method_words.METHOD_STEPS, method_words.METHOD_INTERVAL)
    values = _values(pack, lang)
    return tuple(step.in_(lang).format(**values) for step in steps)


def _values(pack: Pack, lang: Lang) -> dict[str, str]:
    rules, instrument = pack.scoring, pack.instrument
    return {
        "dont_know": instrument.dont_know.in_(lang),
        "not_applicable": instrument.not_applicable.in_(lang),
        "share": percent(float(rules.answered_share), lang),
        "margin": levels(float(rules.weakest_facet_margin), lang),
        "target": short(float(rules.target), lang),
        "level": percent(float(rules.interval.level), lang),
        "draws": number(rules.interval.draws, lang, 0),
        "fewest": number(rules.interval.fewest_respondents, lang, 0),
    }


def rules_of(pack: Pack, lang: Lang) -> tuple[Rule, ...]:
    """Return every number of the release that the computation used."""
    rules = pack.scoring
    fixed = (
        ("answered_share", float(rules.answered_share)),
        ("weakest_facet_margin", float(rules.weakest_facet_margin)),
        ("aligned_high_from", float(rules.aligned_high_from)),
        ("target", float(rules.target)),
        ("headline_gap", float(rules.headline_gap)),
        ("bimodal_distance", float(rules.bimodal.distance)),
        ("bimodal_share", float(rules.bimodal.share)),
        ("interval_level", float(rules.interval.level)),
        ("interval_draws", rules.interval.draws),
        ("interval_fewest_respondents", rules.interval.fewest_respondents),
        ("interval_seed", rules.interval.seed),
        ("agreement_ad_at_most", float(rules.agreement_ad_at_most)),
        ("perception_gap", float(rules.perception_gap)),
    )
    named = ((rule, value, *method_words.RULES[rule]) for rule, value in fixed)
    whole = [Rule(rule, name.in_(lang), value, meaning.in_(lang)) for rule, value, name, meaning in named]
    return (*whole, *_gap_rules(pack, lang))


def _gap_rules(pack: Pack, lang: Lang) -> list[Rule]:
    wording = Wording(pack, lang)
    return [
        Rule(
            id=f"pattern_{pattern.id}",
            name=pattern.name.in_(lang),
            value=float(pattern.gap),
            meaning=method_words.PATTERN_RULE.in_(lang).format(
                higher=wording.facet(pattern.higher).lower(), lower=wording.facet(pattern.lower).lower()
            ),
        )
        for pattern in pack.scoring.patterns
    ]


def stages_of(pack: Pack, lang: Lang) -> tuple[StageStep, ...]:
    """Return the stages with their bounds."""
    stages = pack.scoring.stages
    ends: list[float | None] = [float(following.from_) for _, following in pairwise(stages)]
    return tuple(
        StageStep(stage.name.in_(lang), float(stage.from_), end, stage.description.in_(lang))
        for stage, end in zip(stages, [*ends, None], strict=True)
    )


def limits_of(pack: Pack, reading: Reading, lang: Lang) -> tuple[str, ...]:
    """Say what the reading does not say, true of this one."""
    limits: list[Text] = [method_words.LIMIT_ONE_PERSON] if reading.respondents == 1 else []
    limits += [method_words.LIMIT_PRACTICES, method_words.LIMIT_DECLARED]
    said = [limit.in_(lang) for limit in limits]
    asked = len(pack.instrument.form(reading.form).topics)
    whole = sum(len(axis.topics) for axis in pack.instrument.axes)
    if asked < whole:
        said.append(method_words.LIMIT_SHORT_FORM.in_(lang).format(topics=asked, all_topics=whole))
    working = [
        axis.name.in_(lang)
        for axis in pack.instrument.axes
        if axis.status == "working_definition" and axis.id in {one.axis for one in reading.overall.axes}
    ]
    if working:
        said.append(method_words.LIMIT_WORKING.in_(lang).format(axes=", ".join(working)))
    return tuple(said)
