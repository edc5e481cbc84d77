"""Rows of the judgement ↔ core values: levels of marks, rubrics as they are frozen, proposals of the référentiel."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from cordee.apps.evaluation.models import Judgement, Mark, Rubric
from cordee.apps.library.addresses import language
from cordee.core.judgement import Level, Together, together
from cordee.core.packs.pack import Pack
from cordee.core.packs.referential import Cell

WORDS = ("question", "criteria", "evidence", "level_1", "level_2", "level_3", "level_4")


def level_of(mark: str) -> Level:
    """Return the level of a mark; None for « on ne peut pas encore juger »."""
    return None if mark == Mark.NOT_YET else int(mark)


def together_of(judgements: Sequence[Judgement]) -> Together:
    """Count the judgements of partners."""
    return together([level_of(judgement.mark) for judgement in judgements])


def frozen_words(rubrics: Sequence[Rubric]) -> str:
    """Write rubrics as canonical JSON, word for word."""
    kept = [
        {"rubric": str(rubric.public), "approach": rubric.approach, "object": rubric.object}
        | {name: getattr(rubric, name) for name in WORDS}
        for rubric in rubrics
    ]
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def proposal_of(cell: Cell) -> dict[str, Any]:
    """Return the words that the référentiel proposes for a rubric, in the language on screen; all may be changed."""
    lang = language()
    return {
        "approach": cell.approach,
        "object": cell.object,
        "question": cell.questions[0].in_(lang)[:300],
        "criteria": "\n".join(text.in_(lang) for text in cell.judgement),
        "evidence": "\n".join(text.in_(lang) for text in cell.evidence),
        "level_1": _("Aucun de ces critères n’est encore montré par une preuve."),
        "level_2": _("Un critère au moins est montré par une preuve ; l’essentiel reste à faire ou à montrer."),
        "level_3": _("L’essentiel des critères est montré par des preuves ; ce qui manque est connu et nommé."),
        "level_4": _("Tous les critères sont montrés par des preuves, que d’autres que nous peuvent vérifier."),
    }


def approach_names(pack: Pack) -> dict[str, str]:
    """Return the name of each approach, in the language on screen."""
    lang = language()
    return {axis.id: axis.name.in_(lang) for axis in pack.instrument.axes}


def object_names(pack: Pack) -> dict[str, str]:
    """Return the name of each object, in the language on screen."""
    lang = language()
    return {each.id: each.name.in_(lang) for each in pack.objects}
