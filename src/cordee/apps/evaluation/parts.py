"""The parts of an evaluation, in the order in which partners meet them: each says where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.judgement.standing import standing as judgement_standing


@dataclass(frozen=True)
class Part:
    """A part: its address, its name, what it is for, and a function that says in a few words where it stands."""

    url_name: str
    label: Any
    purpose: Any
    standing: Callable[[OpenedEvaluation], str]


@dataclass(frozen=True)
class PartCard:
    """A part as the page of an evaluation shows it to its reader."""

    label: str
    purpose: str
    url: str
    standing: str


PARTS: tuple[Part, ...] = (
    Part(
        "judgement",
        gettext_lazy("Jugement"),
        gettext_lazy("Convenir des critères, juger chacun de son côté, puis ensemble, en gardant les désaccords."),
        judgement_standing,
    ),
)


def cards_of(opened: OpenedEvaluation) -> list[PartCard]:
    """Return the parts of an evaluation, each with where it stands."""
    return [
        PartCard(str(part.label), str(part.purpose), opened.url(part.url_name), part.standing(opened)) for part in PARTS
    ]


def tabs_of(opened: OpenedEvaluation) -> list[tuple[str, str]]:
    """Return the way to each part, for the bar that stands above all of them."""
    return [
        (_("Vue d’ensemble"), opened.url("overview")),
        *((str(part.label), opened.url(part.url_name)) for part in PARTS),
    ]


def around(opened: OpenedEvaluation) -> dict[str, Any]:
    """Return what every page of an evaluation is drawn with."""
    return {
        "opened": opened,
        "evaluation": opened.evaluation,
        "alliance": opened.alliance,
        "tabs": tabs_of(opened),
    }
