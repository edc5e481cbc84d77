"""What must hold in the library: stories and tools are described by choices that the questions of context offer."""

from collections.abc import Iterator

from cordee.core.packs.checks.finding import Finding, Whole, found
from cordee.core.packs.checks.references import KINDS
from cordee.core.packs.faults import Path
from cordee.core.packs.library import Story, Tool
from cordee.core.packs.messages.wording import Said, suggestion

PROFILE = "profile"
CHOICE = Said("un choix de cette question", "a choice of this question")


def check_library(whole: Whole) -> Iterator[Finding]:
    """Find traits of stories, and profiles of tools, that no question of context offers."""
    if not whole.instrument:
        return
    offered = {question.id: [choice.id for choice in question.choices] for question in whole.instrument.context}
    for path, tool in whole.every(Tool):
        yield from _unknown_profiles((*path, "profiles"), tool.profiles, offered.get(PROFILE, []))
    for path, story in whole.every(Story):
        for question, choices in story.traits.items():
            here = (*path, "traits", question)
            if question in offered:
                yield from _unoffered(here, choices, offered[question])
            else:
                proposal, kind = suggestion(question, list(offered)), KINDS["question"][0]
                yield found(here, "unknown-reference", at_key=True, id=question, kind=kind, suggestion=proposal)


def _unknown_profiles(path: Path, profiles: tuple[str, ...], offered: list[str]) -> Iterator[Finding]:
    for number, profile in enumerate(profiles):
        if profile not in offered:
            proposal = suggestion(profile, offered)
            yield found((*path, number), "unknown-reference", id=profile, kind=CHOICE, suggestion=proposal)


def _unoffered(path: Path, choices: tuple[str, ...], offered: list[str]) -> Iterator[Finding]:
    for number, choice in enumerate(choices):
        if choice not in offered:
            proposal = suggestion(choice, offered)
            yield found((*path, number), "unknown-reference", id=choice, kind=CHOICE, suggestion=proposal)
        elif choice in choices[:number]:
            yield found((*path, number), "cited-twice", id=choice)
