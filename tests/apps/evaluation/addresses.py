"""The addresses of the evaluations of an alliance: the whole here, each part in a table of its own beside its tests.

Each part is furnished in an alliance of its own, with the same people: what one needs does not disturb another.
"""

from typing import Any

from tests.apps.declared import read_table
from tests.apps.evaluation.balance import addresses as balance
from tests.apps.evaluation.effects import addresses as effects
from tests.apps.evaluation.efficiency import addresses as efficiency
from tests.apps.evaluation.examples import addresses as examples
from tests.apps.evaluation.framing import addresses as framing
from tests.apps.evaluation.indicators import addresses as indicators
from tests.apps.evaluation.judgement import addresses as judgement
from tests.apps.evaluation.making import evaluation_of
from tests.apps.evaluation.relations import addresses as relations
from tests.apps.world import World

PARTS = (framing, effects, indicators, balance, efficiency, relations, judgement, examples)

WHOLE = """
# name                  method  anonymous  stranger  observer  member  facilitator
evaluation:index        GET     sign-in    404       200       200     200
evaluation:begin        GET     sign-in    404       403       200     200
evaluation:begin        POST    sign-in    404       403       422     422
evaluation:overview     GET     sign-in    404       200       200     200
evaluation:rename       GET     sign-in    404       403       200     200
evaluation:rename       POST    sign-in    404       403       422     422
"""
TABLE = WHOLE + "".join(part.TABLE for part in PARTS)


def values(world: World) -> dict[str, Any]:
    """Begin an evaluation, and furnish each part in an alliance of its own."""
    evaluation = evaluation_of(world.alliance, world.accounts["member"])
    named = {"alliance": world.alliance.public, "evaluation": evaluation.public}
    for part in PARTS:
        furnished = part.values(world, world.another_alliance(part.__name__))
        for address in {line.name for line in read_table(part.TABLE)}:
            plain = {f"{address}.{key}": value for key, value in furnished.items() if "." not in key}
            own = {key: value for key, value in furnished.items() if key.startswith(f"{address}.")}
            named |= plain | own
    return named
