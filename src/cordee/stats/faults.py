"""A survey that is refused: where, what is wrong, and what to do about it, in French and in English."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from cordee.core.packs.messages.wording import Said, Value
from cordee.core.packs.text import Lang
from cordee.stats.messages import MESSAGES


class Told(Protocol):
    """Whatever can say itself in a language: a fault of a survey, or one of a YAML file."""

    @property
    def id(self) -> str:
        """Return the id of its message."""

    def in_(self, lang: Lang) -> str:
        """Return the fault in one language."""


@dataclass(frozen=True, slots=True)
class SurveyFault:
    """One fault: the id of its message, the file or place it is about, what, and what to do."""

    id: str
    place: str
    message: Said
    remedy: Said

    def in_(self, lang: Lang) -> str:
        """Return the fault on two lines: where and what, then what to do.

        >>> print(survey_fault("no-rows", "people.csv").in_("en"))
        people.csv: There is no row under the header.
            Check that this is the whole file.
        """
        colon = "\u202f: " if lang == "fr" else ": "
        where = f"{self.place}{colon}" if self.place else ""
        return f"{where}{self.message.in_(lang)}\n    {self.remedy.in_(lang)}"


class SurveyRefused(Exception):
    """Nothing is computed: the faults say why."""

    def __init__(self, faults: Iterable[Told]) -> None:
        self.faults: Sequence[Told] = tuple(faults)
        super().__init__("\n".join(each.in_("en") for each in self.faults))

    @property
    def ids(self) -> list[str]:
        """The ids of the faults, in order.

        >>> refusal("no-rows").ids
        ['no-rows']
        """
        return [each.id for each in self.faults]


def survey_fault(message_id: str, place: str = "", **values: Value) -> SurveyFault:
    """Make a fault from the catalogue; `values` fill the sentences. KeyError: an id the catalogue does not have.

    >>> survey_fault("missing-column", "a.csv", column="q9", suggestion="").message.en
    'The column ‘q9’ is not in the file.'
    """
    message = MESSAGES[message_id]
    return SurveyFault(message_id, place, message.what.fill(values), message.remedy.fill(values))


def refusal(message_id: str, place: str = "", **values: Value) -> SurveyRefused:
    """Make a refusal of one fault."""
    return SurveyRefused([survey_fault(message_id, place, **values)])
