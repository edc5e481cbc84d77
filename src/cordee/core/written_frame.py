"""The written frame of an evaluation as one value: its canonical document, its hash, what changed, what it lacks.

The document carries whatever its readers need (names, both languages of the questions), so that a frame that was
signed can be read and checked without the place where it was written.
"""

from __future__ import annotations

import json
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, ValidationError

from cordee.core.packs.release import hash_of
from cordee.core.packs.text import Part, Text, Threshold
from cordee.core.territory_figure import TerritoryFigure

FORMAT = 1
"""Of the document. A later one adds keys that are left out when empty: the hash of what was signed holds."""


class BrokenFrame(ValueError):
    """A document that is not a frame, or not the one that its hash names."""


class FramePart(StrEnum):
    """The parts of a frame, in the order in which it is read."""

    PARTNERS = "partners"
    GROUNDS = "grounds"
    PURPOSE = "purpose"
    SCOPE = "scope"
    QUESTIONS = "questions"
    STAKEHOLDERS = "stakeholders"
    STEPS = "steps"
    MEANS = "means"


class FramePartner(Part):
    """A partner between whom the frame is agreed: its identifier, and its name when the document was made."""

    id: str
    name: str


class FrameGround(Part):
    """A fragility of the territory, or a transition that the alliance meets."""

    kind: str
    title: str
    known: str = ""
    figure: str = ""
    source: str = ""
    dated: str = ""
    goals: Annotated[tuple[int, ...], Field(strict=False)] = ()
    targets: Annotated[tuple[str, ...], Field(strict=False)] = ()


class FrameFigure(Part):
    """A figure copied from the observatory, and the title of the fragility or transition that it sheds light on."""

    figure: TerritoryFigure
    sheds_light_on: str = ""


class FramePurpose(Part):
    """To whom the evaluation speaks, for which decision, and why now."""

    readers: str = ""
    decision: str = ""
    reason: str = ""


class FrameChoice(Part):
    """Something chosen in the référentiel or among the methods: its identifier and its name."""

    id: str
    name: Text


class FrameCell(Part):
    """An approach set against an object, and those of its questions that were chosen."""

    approach: str
    object: str
    questions: Annotated[tuple[Text, ...], Field(strict=False)]


class FrameStakeholder(Part):
    """Somebody whom the evaluation concerns: their place in it, what they expect."""

    name: str
    place: str
    expects: str = ""


class FrameStep(Part):
    """A step of the calendar: before (ex ante), along the way (in itinere) or after (ex post); days as ISO."""

    phase: str
    what: str
    starts: str = ""
    ends: str = ""
    who: str = ""


class FrameMeans(Part):
    """What is given to the evaluation: euros, hours, hidden hours, euros an hour when declared."""

    what: str
    partner: str = ""
    money: Threshold = Decimal(0)
    hours: Threshold = Decimal(0)
    hidden_hours: Threshold = Decimal(0)
    hourly_cost: Threshold | None = None


class WrittenFrame(Part):
    """A frame: everything that partners sign, and nothing else."""

    alliance: str
    evaluation: str
    partners: Annotated[tuple[FramePartner, ...], Field(strict=False)] = ()
    grounds: Annotated[tuple[FrameGround, ...], Field(strict=False)] = ()
    figures: Annotated[tuple[FrameFigure, ...], Field(strict=False)] = ()
    purpose: FramePurpose = FramePurpose()
    objects: Annotated[tuple[FrameChoice, ...], Field(strict=False)] = ()
    approaches: Annotated[tuple[FrameChoice, ...], Field(strict=False)] = ()
    methods: Annotated[tuple[FrameChoice, ...], Field(strict=False)] = ()
    cells: Annotated[tuple[FrameCell, ...], Field(strict=False)] = ()
    own_questions: Annotated[tuple[str, ...], Field(strict=False)] = ()
    stakeholders: Annotated[tuple[FrameStakeholder, ...], Field(strict=False)] = ()
    steps: Annotated[tuple[FrameStep, ...], Field(strict=False)] = ()
    means: Annotated[tuple[FrameMeans, ...], Field(strict=False)] = ()

    @property
    def question_count(self) -> int:
        """Return how many questions are asked, those of the référentiel and the partners' own."""
        return len(self.own_questions) + sum(len(cell.questions) for cell in self.cells)


def canonical_frame(frame: WrittenFrame) -> str:
    """Write a frame as its one canonical document.

    Meaning: JSON with keys in the order of code points, no spaces, characters as they are, decimals as text in lowest
    form, nothing said that is a default. Two frames are equal if and only if their documents are.

    >>> canonical_frame(WrittenFrame(alliance="Le Val", evaluation="Bilan"))
    '{"alliance":"Le Val","evaluation":"Bilan","format":1}'
    """
    plain = {"format": FORMAT, **frame.model_dump(mode="json", exclude_defaults=True)}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def frame_hash(frame: WrittenFrame) -> str:
    """Return the SHA-256 of the canonical document, in hexadecimal, as `sha256sum` prints it.

    >>> frame_hash(WrittenFrame(alliance="Le Val", evaluation="Bilan"))[:8]
    '596950af'
    """
    return hash_of(canonical_frame(frame))


def read_frame(document: str, sha256: str) -> WrittenFrame:
    """Read a frame back from its document, once its hash was found right. BrokenFrame: it is not what was frozen.

    >>> written = canonical_frame(WrittenFrame(alliance="Le Val", evaluation="Bilan"))
    >>> read_frame(written, hash_of(written)).evaluation
    'Bilan'
    """
    if hash_of(document) != sha256:
        raise BrokenFrame(f"the hash is {hash_of(document)}, not {sha256}")
    try:
        plain = json.loads(document)
        if plain.pop("format") != FORMAT:
            raise BrokenFrame("written in another format")
        return WrittenFrame.model_validate_json(json.dumps(plain))
    except (ValidationError, ValueError, KeyError, AttributeError) as error:
        raise BrokenFrame("not a frame") from error


def changed_parts(before: WrittenFrame, after: WrittenFrame) -> tuple[FramePart, ...]:
    """Return the parts in which two frames differ, in the order of reading.

    Meaning: the names of the alliance, of the evaluation and of the partners may be spelled anew without anything
    having been decided again; who the partners are may not.

    >>> old = WrittenFrame(alliance="Le Val", evaluation="Bilan", own_questions=("Qui manque ?",))
    >>> [part.value for part in changed_parts(old, old.model_copy(update={"own_questions": ()}))]
    ['questions']
    """
    return tuple(part for part in FramePart if _said(before, part) != _said(after, part))


def lacking(frame: WrittenFrame) -> tuple[FramePart, ...]:
    """Return the parts without which a frame cannot be frozen, and that are still empty.

    Meaning: to whom and for which decision, at least one object and one approach, at least one question, and a step
    in the calendar; two partners at least, since one signs nothing with itself.

    >>> [part.value for part in lacking(WrittenFrame(alliance="Le Val", evaluation="Bilan"))]
    ['partners', 'purpose', 'scope', 'questions', 'steps']
    """
    filled = {
        FramePart.PARTNERS: len(frame.partners) >= 2,
        FramePart.PURPOSE: bool(frame.purpose.readers and frame.purpose.decision),
        FramePart.SCOPE: bool(frame.objects and frame.approaches),
        FramePart.QUESTIONS: frame.question_count > 0,
        FramePart.STEPS: bool(frame.steps),
    }
    return tuple(part for part, is_filled in filled.items() if not is_filled)


def _said(frame: WrittenFrame, part: FramePart) -> object:
    match part:
        case FramePart.PARTNERS:
            return {partner.id for partner in frame.partners}
        case FramePart.SCOPE:
            return frame.objects, frame.approaches, frame.methods
        case FramePart.QUESTIONS:
            return frame.cells, frame.own_questions
        case FramePart.GROUNDS:
            return frame.grounds, frame.figures
        case FramePart.STEPS | FramePart.MEANS | FramePart.STAKEHOLDERS | FramePart.PURPOSE:
            return getattr(frame, part.value)
