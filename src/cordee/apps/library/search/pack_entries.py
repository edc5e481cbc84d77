"""What the reference pack brings to the search: terms, tools, stories, courses and their steps, approaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cordee.apps.library.addresses import ROUTES, current_pack, slug_of
from cordee.apps.library.search.labels import time_of
from cordee.core.packs.courses import Course, CourseStep
from cordee.core.packs.instrument import Axis
from cordee.core.packs.library import Story, Term, Tool
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang, Text
from cordee.core.search.entries import Entry, names_in
from cordee.core.search.stems import LANGUAGES

STEP_ROUTE = "learning:step"


def entries() -> Iterator[Entry]:
    """Give the entries of the reference pack, as its newest release has it; none when no pack is loaded."""
    pack = current_pack()
    if pack is not None:
        yield from entries_of(pack)


def entries_of(pack: Pack) -> Iterator[Entry]:
    """Give the entries of a pack, in each language."""
    for lang in LANGUAGES:
        yield from (_term(one, lang) for one in pack.terms)
        yield from (_tool(one, lang) for one in pack.tools)
        yield from (_story(one, lang) for one in pack.stories)
        yield from (_axis(one, lang) for one in pack.instrument.axes)
        for course in pack.courses:
            yield _course(course, lang)
            yield from (_step(course, number, lang) for number in range(1, len(course.steps) + 1))


def _term(term: Term, lang: Lang) -> Entry:
    return Entry(
        "terms",
        term.id,
        lang,
        term.name.in_(lang),
        term.definition.in_(lang),
        written(lang, term.origin, term.example, term.difference),
        ROUTES["terms"],
        (slug_of(term.name, lang),),
        (*other_names(term.name, lang), *term.synonyms.in_(lang), *term.synonyms.in_("en" if lang == "fr" else "fr")),
    )


def _tool(tool: Tool, lang: Lang) -> Entry:
    trials = [text for trial in tool.trials for text in (trial.where, trial.by)]
    facets = {
        "medoc": (tool.medoc,),
        "difficulty": (tool.difficulty,),
        "approach": _approaches(tool.topics, tool.approaches),
    }
    if tool.minutes is not None:
        facets["time"] = (time_of(tool.minutes),)
    return Entry(
        "tools",
        tool.id,
        lang,
        tool.name.in_(lang),
        tool.purpose.in_(lang),
        written(lang, tool.how, *tool.contexts, tool.people, tool.limits, tool.failures, tool.author, *trials),
        ROUTES["tools"],
        (slug_of(tool.name, lang),),
        other_names(tool.name, lang),
        facets,
    )


def _story(story: Story, lang: Lang) -> Entry:
    told = (story.tried, story.seen, story.qualified, story.measured, story.illustrated, story.teaches)
    return Entry(
        "stories",
        story.id,
        lang,
        story.name.in_(lang),
        story.context.in_(lang),
        written(lang, *told, story.territory, *story.partners),
        ROUTES["stories"],
        (slug_of(story.name, lang),),
        facets={
            "medoc": ("example",),
            "approach": _approaches(story.topics),
            "profile": story.traits.get("profile", ()),
        },
    )


def _axis(axis: Axis, lang: Lang) -> Entry:
    topics = [text for topic in axis.topics for text in (topic.name, topic.lead)]
    return Entry(
        "axes",
        axis.id,
        lang,
        axis.name.in_(lang),
        axis.question.in_(lang),
        written(lang, axis.description, *topics),
        ROUTES["axes"],
        (slug_of(axis.name, lang),),
        other_names(axis.name, lang),
        {"approach": (axis.id,)},
    )


def _course(course: Course, lang: Lang) -> Entry:
    return Entry(
        "courses",
        course.id,
        lang,
        course.name.in_(lang),
        course.goal.in_(lang),
        written(lang, *(step.name for step in course.steps)),
        ROUTES["courses"],
        (slug_of(course.name, lang),),
        facets=_learning_facets(course, course.steps),
    )


def _step(course: Course, number: int, lang: Lang) -> Entry:
    step = course.steps[number - 1]
    return Entry(
        "steps",
        step.id,
        lang,
        step.name.in_(lang),
        step.summary.in_(lang),
        course.name.in_(lang),
        STEP_ROUTE,
        (slug_of(course.name, lang), number),
        facets=_learning_facets(course, (step,)),
    )


def _learning_facets(course: Course, steps: Iterable[CourseStep]) -> dict[str, tuple[str, ...]]:
    minutes = sum(step.minutes for step in steps)
    return {"medoc": ("skill",), "approach": _approaches(course.topics), "time": (time_of(minutes),)}


def _approaches(topics: Iterable[str], named: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the approaches that an entry names, then those of its topics, whose ids begin with theirs."""
    return tuple(dict.fromkeys([*named, *(topic.split(".")[0] for topic in topics)]))


def other_names(name: Text, lang: Lang) -> tuple[str, ...]:
    """Return the parts of a name when it gives several, and the name in the other language."""
    parts = names_in(name.in_(lang))
    other = names_in(name.in_("en" if lang == "fr" else "fr"))
    return tuple(dict.fromkeys([*(parts if len(parts) > 1 else ()), *other]))


def written(lang: Lang, *texts: Text | str | None) -> str:
    """Join the texts that there are, a dot between them as an excerpt shows it."""
    return " · ".join(text if isinstance(text, str) else text.in_(lang) for text in texts if text is not None)
