"""What the method selector advised, taken into the scope: the address of the advice says the answers it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from cordee.apps.evaluation.models import Evaluation
from cordee.apps.evaluation.queries import words_of
from cordee.apps.library.asking import answers_in
from cordee.apps.library.selector.queries import FIRST_SCREEN
from cordee.core.selector import select


@dataclass(frozen=True)
class Advice:
    """The approaches and methods that come first in an advice."""

    approaches: tuple[str, ...]
    methods: tuple[str, ...]

    def beside(self, initial: dict[str, Any]) -> dict[str, Any]:
        """Return what a form of the scope shows: what was chosen already, then what is advised."""
        approaches = dict.fromkeys((*initial["approaches"], *self.approaches))
        methods = dict.fromkeys((*initial["methods"], *self.methods))
        return {**initial, "approaches": list(approaches), "methods": list(methods)}


def advice_at(address: str, evaluation: Evaluation) -> Advice | None:
    """Return the advice that an address leads to, in the words of the evaluation; None when it leads to none."""
    pack = words_of(evaluation)
    selector = pack.selector
    if selector is None:
        return None
    query = dict(parse_qsl(address.partition("?")[2].partition("#")[0]))
    selection = select(selector, answers_in(query, selector.questions))
    if selection.missing or not (selection.proposals or selection.approaches):
        return None
    return Advice(
        tuple(str(one.axis) for one in selection.approaches[:FIRST_SCREEN]),
        tuple(str(one.method.id) for one in selection.proposals[:FIRST_SCREEN]),
    )
