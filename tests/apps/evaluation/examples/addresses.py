"""The addresses of the examples: open to everybody, no account needed to read."""

from typing import Any

from tests.apps.world import World

from cordee.apps.organisations.models import Alliance

TABLE = """
# name                method  anonymous  stranger  observer  member  facilitator
evaluation:examples   GET     200        200       200       200     200
evaluation:example    GET     200        200       200       200     200
"""


def values(world: World, alliance: Alliance) -> dict[str, Any]:
    """Name the first example; no alliance is needed."""
    return {"slug": "jouques-elan"}
