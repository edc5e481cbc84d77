"""The addresses of the hall: open to everybody, without an account."""

from typing import Any

from tests.apps.world import World

TABLE = """
# name                 method  anonymous  stranger  observer  member  facilitator
words:list             GET     200        200       200       200     200
words:term             GET     200        200       200       200     200
words:by_id            GET     302        302       302       302     302
words:card             GET     200        200       200       200     200
words:csv              GET     200        200       200       200     200
words:skos             GET     200        200       200       200     200
impacts:all            GET     200        200       200       200     200
impacts:impact         GET     200        200       200       200     200
referential:table      GET     200        200       200       200     200
referential:approach   GET     200        200       200       200     200
"""


def values(world: World) -> dict[str, Any]:
    """What the addresses name: a word, an impact and an approach of the reference pack."""
    return {
        "term": "alliance",
        "words:term.slug": "alliance",
        "impacts:impact.slug": "confiance",
        "referential:approach.slug": "clarte",
    }
