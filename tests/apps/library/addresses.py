"""The addresses of the library: open to everybody, no account needed to read."""

from typing import Any

from tests.apps.world import World

from cordee.apps.library.addresses import current_pack, slug_of

TABLE = """
# name             method  anonymous  stranger  observer  member  facilitator
toolbox:list       GET     200        200       200       200     200
toolbox:rule       GET     200        200       200       200     200
toolbox:tool       GET     200        200       200       200     200
stories:list       GET     200        200       200       200     200
stories:story      GET     200        200       200       200     200
search:results     GET     200        200       200       200     200
search:description GET     200        200       200       200     200
compass:start      GET     200        200       200       200     200
compass:door       GET     302        302       302       302     302
compass:graph      GET     200        200       200       200     200
selector:start     GET     200        200       200       200     200
selector:result    GET     302        302       302       302     302
selector:methods   GET     200        200       200       200     200
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
    """Name the first tool and the first story of the reference pack."""
    pack = current_pack()
    assert pack is not None
    return {
        "term": "alliance",
        "words:term.slug": "alliance",
        "impacts:impact.slug": "confiance",
        "referential:approach.slug": "clarte",
        "toolbox:tool.slug": slug_of(pack.tools[0].name, "fr"),
        "stories:story.slug": slug_of(pack.stories[0].name, "fr"),
    }
