"""What the page of a story reads: the story, the stories near it, what goes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from cordee.apps.library.days import date_words
from cordee.apps.library.reading import Opened
from cordee.apps.library.references import Link
from cordee.apps.library.stories.shelf import impacts
from cordee.apps.ui.structured_data import data_block
from cordee.core.nearness import UNKNOWN
from cordee.core.packs.library import Source, Story, Tool

NEAREST = 3
MOST_TOOLS = 6


@dataclass(frozen=True)
class Seen:
    """One of the three ways of telling what was seen; without a text, what is not known is said instead."""

    name: str
    about: str
    text: str
    unknown: str


@dataclass(frozen=True)
class NearStory:
    """A story close to another one, and what they have in common."""

    link: Link
    common: tuple[str, ...]


@dataclass(frozen=True)
class StoryPage:
    """A story with everything that its page says."""

    story: Story
    name: str
    since: str
    territory: str
    texts: dict[str, str]
    seen: tuple[Seen, ...]
    traits: tuple[str, ...]
    impacts: tuple[str, ...]
    topics: tuple[str, ...]
    near: tuple[NearStory, ...]
    tools: tuple[Link, ...]
    sources: tuple[Source, ...]
    example_url: str
    data: str


def story_page(opened: Opened, story: Story, address: str) -> StoryPage:
    """Gather what the page of a story says; `address` is its own, absolute."""
    lang = opened.lang
    return StoryPage(
        story=story,
        name=story.name.in_(lang),
        since=date_words(story.since) if story.since else "",
        territory=story.territory.in_(lang) if story.territory else "",
        texts={key: getattr(story, key).in_(lang) for key in ("context", "tried", "seen", "teaches")},
        seen=seen_of(opened, story),
        traits=tuple(_choice_names(opened, story.traits)),
        impacts=tuple(impacts()[one] for one in story.impacts),
        topics=opened.topics(story.topics),
        near=near_stories(opened, story),
        tools=_tools(opened, story),
        sources=opened.sources(story.sources),
        example_url=_example_url(story),
        data=data_block({
            "@type": "Article",
            "@id": address,
            "url": address,
            "headline": story.name.in_(lang),
            "description": story.teaches.in_(lang),
            "inLanguage": lang,
            "about": [{"@type": "Organization", "name": partner} for partner in story.partners],
            "spatialCoverage": story.territory.in_(lang) if story.territory else None,
            "citation": [source.address for source in opened.sources(story.sources)],
        }),
    )  # fmt: skip


def _example_url(story: Story) -> str:
    """Return where a room above shows the story as an evaluation; the settings name it, this floor does not."""
    example_of: Callable[[str], str] = import_string(settings.STORY_EXAMPLE)
    return example_of(story.id)


def seen_of(opened: Opened, story: Story) -> tuple[Seen, ...]:
    """Tell apart how the effect came about, its figures, and a moment that shows it; silence is said as such."""
    known = {key: text.in_(opened.lang) if text else "" for key, text in (
        ("qualified", story.qualified), ("measured", story.measured), ("illustrated", story.illustrated),
    )}  # fmt: skip
    return (
        Seen(_("Qualifié"), _("ce qui a changé, pour qui, et par quel chemin"), known["qualified"],
             _("Nous n’avons pas trouvé de page publique qui dise par quel chemin l’effet est venu.")),
        Seen(_("Mesuré"), _("des chiffres, avec leur date"), known["measured"],
             _("Nous n’avons pas trouvé de chiffre publié sur les effets de cette alliance.")),
        Seen(_("Illustré"), _("un moment, une voix qui le montre"), known["illustrated"],
             _("Nous n’avons pas trouvé de témoignage publié.")),
    )  # fmt: skip


def near_stories(opened: Opened, story: Story) -> tuple[NearStory, ...]:
    """Return the stories that have the most traits in common with one; those with none are left out."""
    shared = [(_common(story, other), other) for other in opened.pack.stories if other.id != story.id]
    ranked = sorted((pair for pair in shared if pair[0]), key=lambda pair: -sum(map(len, pair[0].values())))
    return tuple(
        NearStory(opened.link("stories", other), tuple(_choice_names(opened, common)))
        for common, other in ranked[:NEAREST]
    )


def _common(story: Story, other: Story) -> dict[str, tuple[str, ...]]:
    """Return the choices that two stories share, by question; « other » and « don’t know » bring nobody near."""
    shared = {
        question: tuple(one for one in choices if one in other.traits.get(question, ()) and one not in UNKNOWN)
        for question, choices in story.traits.items()
    }
    return {question: choices for question, choices in shared.items() if choices}


def _choice_names(opened: Opened, traits: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    for question in opened.pack.instrument.context:
        for choice in question.choices:
            if choice.id in traits.get(question.id, ()):
                yield choice.name.in_(opened.lang)


def _tools(opened: Opened, story: Story) -> tuple[Link, ...]:
    """Return the tools that share the most topics with a story."""
    wanted = frozenset(story.topics)
    shared: list[tuple[int, Tool]] = [(len(wanted & set(tool.topics)), tool) for tool in opened.pack.tools]
    ranked = sorted((pair for pair in shared if pair[0]), key=lambda pair: -pair[0])
    return tuple(opened.link("tools", tool) for _count, tool in ranked[:MOST_TOOLS])
