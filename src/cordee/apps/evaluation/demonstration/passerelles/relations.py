"""The survey of relations of Les Passerelles du Val: open, two of the three partners have answered."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.told import RelationsTold

RELATIONS = RelationsTold(
    {
        "youth": {"joinery": "343 232", "council": "332 413"},
        "joinery": {"youth": "434 333", "council": "322 312"},
    },
)
