"""The addresses of the courses: open to everybody, signed in or not; an account only changes where progress is kept."""

from typing import Any

from tests.apps.meetings.building import release_in_store
from tests.apps.world import World

TABLE = """
# name                     method  anonymous  stranger  observer  member  facilitator
learning:list              GET     200        200       200       200     200
learning:erase             GET     200        200       200       200     200
learning:erase             POST    302        302       302       302     302
learning:course            GET     200        200       200       200     200
learning:step              GET     200        200       200       200     200
learning:step              POST    302        302       302       302     302
learning:package           GET     200        200       200       200     200
certificates:certificate   GET     302        302       302       302     302
certificates:certificate   POST    302        302       302       302     302
"""


def values(world: World) -> dict[str, Any]:
    """Load the courses, and name one; nobody followed it to its end, so that its certificate leads back to it."""
    release_in_store()
    return {"slug": "les-mots-de-l-evaluation", "number": 1, "kind": "scorm"}
