"""The whole evaluation of La Table du Bocage."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.bocage.alliance import PARTNERS
from cordee.apps.evaluation.demonstration.bocage.balance import BALANCE
from cordee.apps.evaluation.demonstration.bocage.effects import EFFECTS
from cordee.apps.evaluation.demonstration.bocage.efficiency import EFFICIENCY
from cordee.apps.evaluation.demonstration.bocage.framing import FRAMING, PIECES
from cordee.apps.evaluation.demonstration.bocage.indicators import INDICATORS
from cordee.apps.evaluation.demonstration.bocage.judgement import JUDGEMENT
from cordee.apps.evaluation.demonstration.bocage.relations import RELATIONS
from cordee.apps.evaluation.demonstration.told import EvaluationTold

BOCAGE = EvaluationTold(
    title="Dix ans à table : ce que nous avons changé",
    partners=PARTNERS,
    pieces=PIECES,
    framing=FRAMING,
    effects=EFFECTS,
    indicators=INDICATORS,
    balance=BALANCE,
    efficiency=EFFICIENCY,
    relations=RELATIONS,
    judgement=JUDGEMENT,
)
