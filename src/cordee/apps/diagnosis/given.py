"""What one person gave: answers, importance of topics, context; the plain value that a snapshot freezes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from cordee.apps.diagnosis.models import Mark


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer: a level, or the mark that says why there is none, and a word of evidence.

    `released` when its author lets that word be quoted; where nobody else reads, nobody is asked.
    """

    mark: str = Mark.UNANSWERED
    level: int | None = None
    evidence: str = ""
    released: bool = False

    @classmethod
    def from_choice(cls, choice: str, evidence: str = "", *, released: bool = False) -> GivenAnswer:
        """Read what a form sends: a level written as a digit, a mark, or nothing."""
        if choice.isdigit():
            return cls(Mark.ANSWERED, int(choice), evidence, released)
        return cls(choice or Mark.UNANSWERED, None, evidence, released)

    @property
    def choice(self) -> str:
        """Return the answer as a form writes it; nothing when there is none."""
        if self.level is not None:
            return str(self.level)
        return "" if self.mark == Mark.UNANSWERED else str(self.mark)

    @property
    def is_given(self) -> bool:
        """Tell whether something was chosen, a level or a mark."""
        return self.mark != Mark.UNANSWERED

    @property
    def says_something(self) -> bool:
        """Tell whether there is anything to keep."""
        return self.is_given or bool(self.evidence)


UNANSWERED = GivenAnswer()


@dataclass(frozen=True)
class Given:
    """All that a reading rests on. `answers`: item → answer; `importance`: topic → 0 to 4."""

    answers: Mapping[str, GivenAnswer] = field(default_factory=dict)
    importance: Mapping[str, int] = field(default_factory=dict)
    context: Mapping[str, str] = field(default_factory=dict)

    def answer(self, item: str) -> GivenAnswer:
        """Return the answer to an item, UNANSWERED when there is none."""
        return self.answers.get(item, UNANSWERED)

    def count_given(self, items: list[str]) -> int:
        """Count the items that have a level or a mark."""
        return sum(self.answer(item).is_given for item in items)

    def as_json(self) -> dict[str, Any]:
        """Return plain values for the database."""
        return asdict(self)

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> Given:
        """Read back what `as_json` wrote."""
        answers = {item: GivenAnswer(**answer) for item, answer in document["answers"].items()}
        return cls(answers, document["importance"], document["context"])

    def without_evidence(self) -> Given:
        """Return the same without any word that the person wrote."""
        bare = {item: GivenAnswer(answer.mark, answer.level) for item, answer in self.answers.items()}
        return Given(bare, self.importance, self.context)

    @property
    def fingerprint(self) -> str:
        """Identify the content, whatever the order it was given in."""
        written = json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(written.encode()).hexdigest()
