"""A reading told to a person: everything the result page, the shared page and the documents show, in one value."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

import cordee
from cordee.apps.diagnosis.account import (
    FIRST_SCREEN,
    AxisView,
    Conversation,
    FacetView,
    Inspiring,
    Result,
    Step,
    Strength,
    TopicView,
)
from cordee.apps.diagnosis.bridge import UnreadableSnapshot, read_one, reading_from_json
from cordee.apps.diagnosis.given import Given
from cordee.apps.diagnosis.models import Snapshot
from cordee.apps.diagnosis.reasons import AnswerView, Reasons, Show, answer_view
from cordee.apps.diagnosis.sentences import Sentences
from cordee.apps.diagnosis.supports import supports_of
from cordee.apps.library.queries import pack_of
from cordee.charts.figures import FacetDotPlot, FacetRow
from cordee.charts.numbers import Lang
from cordee.charts.readings import Estimate, Missing, Scale
from cordee.charts.readings import Reading as ChartReading
from cordee.core.headline import is_too_early, overall_stage
from cordee.core.inspire import nearest_stories
from cordee.core.packs.instrument import FACETS, FacetId, Item, Topic
from cordee.core.packs.pack import Pack
from cordee.core.packs.rules import Recommendation
from cordee.core.reading import Advice, AxisReading, PatternReading, Reading
from cordee.core.wording import fill


def result_of(snapshot: Snapshot, lang: Lang, *, shows_evidence: bool = True) -> Result:
    """Tell a stored reading, with the words of the release it was made with.

    A reading kept in a shape that this engine does not know is computed again, on the same answers and release, for
    this page only: the snapshot stays as it is, and the version of the engine that is shown says which one spoke.
    """
    pack, given = pack_of(snapshot.release), Given.from_json(snapshot.given)
    shown = given if shows_evidence else given.without_evidence()
    try:
        reading, engine = reading_from_json(snapshot.reading), snapshot.engine
    except UnreadableSnapshot:
        reading, engine = read_one(pack, snapshot.diagnosis.form, given), cordee.__version__
    day = timezone.localdate(snapshot.created_at)
    return tell(pack, reading, shown, lang, engine=engine, day=day, read_at=snapshot.created_at)


def tell(
    pack: Pack, reading: Reading, given: Given, lang: Lang, *, engine: str, day: date, read_at: datetime | None = None
) -> Result:
    """Tell a reading of one person's answers; tools have the age that they had on `day`."""
    sentences = Sentences(pack, lang, day)
    form = pack.instrument.form(reading.form)

    def show(item: Item) -> AnswerView:
        return answer_view(sentences, item, given)

    items = [item.id for item in pack.instrument.items_of(form.id)]
    axes = tuple(axis_view(sentences, reading, axis, given) for axis in reading.overall.axes)
    topics = [topic for axis in axes for topic in axis.topics]
    return Result(
        form=form.name.in_(lang),
        minutes=form.minutes,
        release=f"{pack.card.version}",
        engine=engine,
        read_at=read_at,
        headline=sentences.core.headline(reading.headline),
        stage=None if is_too_early(reading.overall) else overall_stage(reading.overall, pack.scoring),
        standing=sentences.standing(reading),
        figure=facet_plot(sentences, reading, given),
        strengths=strengths_of(sentences, reading, axes),
        conversations=conversations_of(sentences, reading),
        steps=steps_of(sentences, reading, show, reading.advice[:FIRST_SCREEN]),
        later=tuple(_rule(pack, advice).name.in_(lang) for advice in reading.advice[FIRST_SCREEN:]),
        stories=near_stories(sentences, reading, given),
        axes=axes,
        given=given.count_given(items),
        asked=len(items),
        unanswered=tuple(topic for topic in topics if not all(answer.given for answer in topic.answers)),
        unscored=tuple(sorted(item for item, answer in given.answers.items() if answer.is_given and item not in items)),
        importance_given=bool(given.importance),
    )


# --- the figure -----------------------------------------------------------------------------------


def facet_plot(sentences: Sentences, reading: Reading, given: Given) -> FacetDotPlot:
    """Describe the figure of the page: one line for each axis, its three facets on the scale."""
    return FacetDotPlot(
        id="coherence",
        title=sentences.chart_title(reading.overall.axes),
        subtitle=_("De 0 (absent) à 4 (moteur). Plus les trois marques sont proches, plus l’approche est cohérente."),
        note=_("Une seule personne a répondu : pas d’intervalle.") if reading.respondents == 1 else "",
        lang=sentences.lang,
        row_name=_("Approche"),
        rows=tuple(_facet_row(sentences, axis, given) for axis in reading.overall.axes),
        scale=Scale(),
    )


def _facet_row(sentences: Sentences, axis: AxisReading, given: Given) -> FacetRow:
    vision, action, means = (_charted(sentences, axis, facet, given) for facet in FACETS)
    return FacetRow(sentences.core.axis(axis.axis), vision, action, means)


def _charted(sentences: Sentences, axis: AxisReading, facet: FacetId, given: Given) -> ChartReading:
    estimate = axis.facets[facet]
    if estimate.value is None:
        return Missing(sentences.missing_facet(axis.axis, facet, estimate, given))
    return Estimate(estimate.value, estimate.lower, estimate.upper)


# --- strengths and incoherences ---------------------------------------------------------------------


def strengths_of(sentences: Sentences, reading: Reading, axes: Sequence[AxisView]) -> tuple[Strength, ...]:
    """Return the most mature axes at the target or above, then the highest answers elsewhere, from the target too."""
    target = float(sentences.pack.scoring.target)
    ranked = sorted(reading.overall.axes, key=lambda axis: -(axis.maturity.value or 0.0))
    mature = [axis.axis for axis in ranked if (axis.maturity.value or 0.0) >= target]
    by_id = {axis.id: axis for axis in axes}
    strengths = [_mature_axis(by_id[axis]) for axis in mature]
    others = [axis for axis in axes if axis.id not in mature]
    return tuple([*strengths, *_high_answers(reading, others, target)][:FIRST_SCREEN])


def _mature_axis(axis: AxisView) -> Strength:
    return Strength(axis.name, _("stade {stage}, {score} sur 4").format(stage=axis.stage, score=axis.maturity))


def _high_answers(reading: Reading, axes: Sequence[AxisView], target: float) -> list[Strength]:
    values = {item.item: item.score.value or 0.0 for item in reading.overall.items}
    answers = [(axis, answer) for axis in axes for topic in axis.topics for answer in topic.answers]
    high = [pair for pair in answers if values.get(pair[1].item, 0.0) >= target]
    high.sort(key=lambda pair: -values[pair[1].item])
    return [Strength(f"{axis.name}, {answer.facet_name.lower()}", answer.text) for axis, answer in high]


def conversations_of(sentences: Sentences, reading: Reading) -> tuple[Conversation, ...]:
    """Return one conversation for each axis with an incoherence, the widest first."""
    found = [
        (axis, sorted(gaps, key=lambda pattern: -_width(pattern)))
        for axis in reading.overall.axes
        if (gaps := [pattern for pattern in axis.patterns if pattern.gap is not None])
    ]
    found.sort(key=lambda pair: -_width(pair[1][0]))
    return tuple(_conversation(sentences, axis, patterns) for axis, patterns in found)


def _width(pattern: PatternReading) -> float:
    return round((pattern.gap.value if pattern.gap else None) or 0.0, 9)


def _conversation(sentences: Sentences, axis: AxisReading, patterns: Sequence[PatternReading]) -> Conversation:
    rules = {one.id: one for one in sentences.pack.scoring.patterns}
    widest, rule = patterns[0], rules[patterns[0].pattern]
    return Conversation(
        axis=sentences.core.axis(axis.axis),
        name=rule.name.in_(sentences.lang),
        reading=sentences.core.pattern_reading(axis, widest),
        to_discuss=fill(rule.to_discuss.in_(sentences.lang), {"axis": sentences.core.axis(axis.axis)}),
        removed=sentences.core.pattern_removal(widest),
        higher=rule.higher,
        lower=rule.lower,
        also=tuple(_inside(rules[pattern.pattern].name.in_(sentences.lang)) for pattern in patterns[1:]),
    )


def _inside(name: str) -> str:
    """Write a name as it stands inside a sentence."""
    return name[:1].lower() + name[1:]


# --- next steps -------------------------------------------------------------------------------------


def steps_of(sentences: Sentences, reading: Reading, show: Show, advice: Sequence[Advice]) -> tuple[Step, ...]:
    """Tell each advice: what to do first, why you, what would remove it, with which support."""
    reasons = Reasons(sentences, reading, show)
    return tuple(_step(sentences, reasons, one, rank) for rank, one in enumerate(advice, 1))


def _step(sentences: Sentences, reasons: Reasons, advice: Advice, rank: int) -> Step:
    rule, lang = _rule(sentences.pack, advice), sentences.lang
    topic = sentences.pack.instrument.topic(advice.topic)
    return Step(
        id=rule.id,
        rank=rank,
        name=rule.name.in_(lang),
        topic=topic.name.in_(lang),
        first_step=rule.first_step.in_(lang),
        why=reasons.why(rule, topic, advice.axis),
        answers=reasons.answers(advice),
        removals=reasons.removals(advice),
        effort=effort(rule.effort),
        contraindication=rule.contraindication.in_(lang),
        supports=supports_of(sentences, rule.tools, rule.stories, rule.courses),
    )


def effort(kind: str) -> str:
    """Say how much time a step takes."""
    return {
        "an_hour": _("Une heure"),
        "a_half_day": _("Une demi-journée"),
        "some_days": _("Quelques jours"),
        "a_season": _("Une saison"),
    }[kind]


def _rule(pack: Pack, advice: Advice) -> Recommendation:
    return next(rule for rule in pack.recommendations if rule.id == advice.recommendation)


def near_stories(sentences: Sentences, reading: Reading, given: Given) -> tuple[Inspiring, ...]:
    """Return the stories on the topics of the next steps, the closest to what the person said of theirs first."""
    topics = [advice.topic for advice in reading.advice[:FIRST_SCREEN]]
    nearest = nearest_stories(sentences.pack.stories, given.context, topics)[:FIRST_SCREEN]
    return tuple(
        Inspiring(supports_of(sentences, [], [one.story], [])[0], shared_traits(sentences, given, one.shared))
        for one in nearest
    )


def shared_traits(sentences: Sentences, given: Given, questions: Sequence[str]) -> tuple[str, ...]:
    """Name what a story and the person have in common."""
    return tuple(
        choice.name.in_(sentences.lang)
        for question in sentences.pack.instrument.context
        for choice in question.choices
        if question.id in questions and given.context.get(question.id) == choice.id
    )


# --- the full detail --------------------------------------------------------------------------------


def axis_view(sentences: Sentences, reading: Reading, axis: AxisReading, given: Given) -> AxisView:
    """Tell one axis in full."""
    definition, lang = sentences.pack.instrument.axis(axis.axis), sentences.lang
    stages = sentences.pack.scoring.stages
    stage = next((one for one in stages if one.id == axis.stage), None)
    asked = sentences.pack.instrument.topics_of(reading.form)
    names = [sentences.core.pattern(pattern.pattern) for pattern in axis.patterns]
    return AxisView(
        id=axis.axis,
        name=definition.name.in_(lang),
        question=definition.question.in_(lang),
        maturity=sentences.score(axis.maturity.value),
        stage=stage.name.in_(lang) if stage else "",
        stage_rank=stages.index(stage) if stage else None,
        stage_description=stage.description.in_(lang) if stage else "",
        coherence=sentences.percent(axis.coherence.value),
        refusal=sentences.refusal(axis.maturity),
        explanation=sentences.explanation(axis),
        lift=sentences.lift(axis),
        facets=tuple(_facet_view(sentences, axis, facet, given) for facet in FACETS),
        patterns=tuple(names),
        topics=tuple(
            topic_view(sentences, topic, position, given)
            for position, topic in enumerate(asked, 1)
            if topic in definition.topics
        ),
    )


def _facet_view(sentences: Sentences, axis: AxisReading, facet: FacetId, given: Given) -> FacetView:
    estimate = axis.facets[facet]
    refusal = "" if estimate.value is not None else sentences.missing_facet(axis.axis, facet, estimate, given)
    return FacetView(facet, sentences.core.facet(facet), sentences.score(estimate.value), refusal)


def topic_view(sentences: Sentences, topic: Topic, position: int, given: Given) -> TopicView:
    """Tell the three answers of a topic."""
    answers = tuple(answer_view(sentences, item, given) for item in topic.items)
    return TopicView(topic.id, topic.name.in_(sentences.lang), position, answers)
