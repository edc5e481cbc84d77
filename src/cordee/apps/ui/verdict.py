"""Yes or no, and why: what the permissions of every room answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

ReasonT = TypeVar("ReasonT", bound=StrEnum)
GRANTED = "granted"


@dataclass(frozen=True, slots=True)
class Answer(Generic[ReasonT]):
    """A reason, among those of a room: the one whose value is « granted » is the only yes."""

    reason: ReasonT

    @property
    def allowed(self) -> bool:
        """Tell whether it is yes."""
        return self.reason == GRANTED
