"""The addresses of the mailbox of one's own machine, where these tests run: whoever is in front of it reads it.

On any other machine, and on a site that sends its letters, these pages do not exist: `test_mailbox.py`.
"""

from typing import Any

from tests.apps.world import World

from cordee.apps.post.operations import write

TABLE = """
# name           method  anonymous  stranger  observer  member  facilitator
post:mailbox     GET     200        200       200       200     200
post:letter      GET     200        200       200       200     200
post:html        GET     200        200       200       200     200
"""


def values(world: World) -> dict[str, Any]:
    """Write a letter."""
    letter = write(
        "addresses:1", to="ada@example.org", subject="Une date", text="Bonjour,\n", html="<p>Bonjour,</p>", lang="fr"
    )
    return {"public": letter.public}
