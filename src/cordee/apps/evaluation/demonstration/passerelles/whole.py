"""The whole evaluation of Les Passerelles du Val."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.passerelles.balance import BALANCE
from cordee.apps.evaluation.demonstration.passerelles.effects import EFFECTS
from cordee.apps.evaluation.demonstration.passerelles.efficiency import EFFICIENCY
from cordee.apps.evaluation.demonstration.passerelles.framing import FRAMING, PIECES
from cordee.apps.evaluation.demonstration.passerelles.indicators import INDICATORS
from cordee.apps.evaluation.demonstration.passerelles.judgement import JUDGEMENT
from cordee.apps.evaluation.demonstration.passerelles.relations import RELATIONS
from cordee.apps.evaluation.demonstration.told import EvaluationTold

PASSERELLES = EvaluationTold(
    title="Trois ans de Passerelles : que garder, que changer ?",
    partners=("youth", "joinery", "council"),
    pieces=PIECES,
    framing=FRAMING,
    effects=EFFECTS,
    indicators=INDICATORS,
    balance=BALANCE,
    efficiency=EFFICIENCY,
    relations=RELATIONS,
    judgement=JUDGEMENT,
)
