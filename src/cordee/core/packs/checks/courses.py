"""What must hold in a course: a step has what its kind shows, a question one right choice, a body one shape."""

import re
from collections.abc import Iterator, Mapping

from cordee.core.packs.checks.finding import Finding, Whole, found
from cordee.core.packs.courses import CourseStep, QuizQuestion, StepKind
from cordee.core.packs.faults import Path
from cordee.core.packs.messages.wording import Said, listed

PARTS: Mapping[StepKind, tuple[str, ...]] = {
    "read": ("body",),
    "watch": ("address",),
    "quiz": ("questions",),
    "practise": ("prompt",),
    "workshop": ("people", "lasts", "moments"),
}
"""Kind of step → what it cannot do without."""

ALSO_SHOWN: Mapping[StepKind, tuple[str, ...]] = {
    "read": ("address",),
    "watch": ("body",),
    "quiz": ("body",),
    "practise": ("body", "example", "address"),
    "workshop": ("body", "material", "address"),
}
"""Kind of step → what it may have besides."""

OWN_PARTS = tuple(dict.fromkeys(part for parts in (*PARTS.values(), *ALSO_SHOWN.values()) for part in parts))

SHAPES: Mapping[str, Said] = {
    "title": Said("titre", "title"),
    "list": Said("liste", "list"),
    "numbers": Said("liste numérotée", "numbered list"),
    "paragraph": Said("paragraphe", "paragraph"),
}

NUMBERED = re.compile(r"\d{1,2}\. ")


def check_courses(whole: Whole) -> Iterator[Finding]:
    """Find steps that lack or hide something, questions without one right choice, bodies cut up in two ways."""
    for path, step in whole.every(CourseStep):
        yield from _parts(path, step)
        yield from _length(path, step)
        yield from _body(path, step)
    for path, question in whole.every(QuizQuestion):
        right = sum(choice.right for choice in question.choices)
        if right != 1:
            yield found((*path, "choices"), "one-right-choice", count=right)


def shape_of(words: str) -> tuple[str, ...]:
    """Tell how a text in light Markdown is cut up: blocks are parted by an empty line.

    >>> shape_of("Un début.\\n\\n## Titre\\n\\n- un\\n- deux")
    ('paragraph', 'title', 'list')
    """
    return tuple(_shape(block) for block in words.split("\n\n") if block.strip())


def _shape(block: str) -> str:
    start = block.lstrip()
    if start.startswith("#"):
        return "title"
    if start.startswith(("- ", "* ")):
        return "list"
    return "numbers" if NUMBERED.match(start) else "paragraph"


def _parts(path: Path, step: CourseStep) -> Iterator[Finding]:
    for part in PARTS[step.kind]:
        if not getattr(step, part):
            yield found((*path, "kind"), "step-without", kind=step.kind, key=part)
    shown = (*PARTS[step.kind], *ALSO_SHOWN[step.kind])
    for part in OWN_PARTS:
        if part not in shown and getattr(step, part):
            yield found((*path, part), "step-with", kind=step.kind, key=part)


def _length(path: Path, step: CourseStep) -> Iterator[Finding]:
    total = sum(moment.minutes for moment in step.moments)
    if step.kind == "workshop" and step.lasts and step.moments and total != step.lasts:
        yield found((*path, "lasts"), "workshop-length", lasts=step.lasts, sum=total)


def _body(path: Path, step: CourseStep) -> Iterator[Finding]:
    if step.body is None:
        return
    french, english = shape_of(step.body.fr), shape_of(step.body.en)
    if french != english:
        yield found((*path, "body", "en"), "body-shapes-differ", fr=_listed(french), en=_listed(english))


def _listed(shapes: tuple[str, ...]) -> Said:
    return Said(listed([SHAPES[one].fr for one in shapes]).fr, listed([SHAPES[one].en for one in shapes]).en)
