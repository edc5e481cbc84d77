"""The addresses of the diagnosis: no account counts here, holding the secret link is the only right there is.

What a wrong link opens, and a link that is over, is told by `test_access.py`.
"""

from typing import Any

from tests.apps.diagnosis.conftest import answer_all, reference_pack
from tests.apps.meetings.building import release_in_store
from tests.apps.world import World

from cordee.apps.diagnosis import operations
from cordee.apps.diagnosis.tokens import new_token

TABLE = """
# name                  method  anonymous  stranger  observer  member  facilitator
diagnosis:start         GET     200        200       200       200     200
diagnosis:start         POST    422        422       422       422     422
diagnosis:example       GET     200        200       200       200     200
diagnosis:method        GET     200        200       200       200     200
diagnosis:measure       GET     200        200       200       200     200
diagnosis:erased        GET     200        200       200       200     200
diagnosis:shared        GET     200        200       200       200     200
diagnosis:resume        GET     302        302       302       302     302
diagnosis:topic         GET     200        200       200       200     200
diagnosis:topic         POST    302        302       302       302     302
diagnosis:save          POST    200        200       200       200     200
diagnosis:pace          POST    302        302       302       302     302
diagnosis:result        GET     200        200       200       200     200
diagnosis:earlier       GET     200        200       200       200     200
diagnosis:reread        POST    302        302       302       302     302
diagnosis:importance    GET     200        200       200       200     200
diagnosis:importance    POST    302        302       302       302     302
diagnosis:share         GET     200        200       200       200     200
diagnosis:share         POST    422        422       422       422     422
diagnosis:withdraw      POST    302        302       302       302     302
diagnosis:erase         GET     200        200       200       200     200
diagnosis:erase         POST    302        302       302       302     302
"""


def values(world: World) -> dict[str, Any]:
    """Answer a diagnosis and share it."""
    pack = reference_pack()
    diagnosis, token = operations.start(release_in_store(), "express", "fr", {})
    answer_all(diagnosis, pack)
    shared = new_token()
    link = operations.share(operations.read(diagnosis), shared, 30, shows_evidence=False)
    return {
        "token": token,
        "diagnosis:shared.token": shared,
        "position": 1,
        "number": 1,
        "link": link.pk,
        "family": "maturity",
    }
