"""The addresses of surveys in preparation: the member and the facilitator are analysts here.

The survey waits for an approval that the facilitator asked for. Its edition has a name of its own at each test, since
editions stay on the disk.
"""

from typing import Any
from uuid import uuid4

from tests.apps.observatory.surveys import making
from tests.apps.world import World

TABLE = """
surveys:home                 GET     sign-in    403       403       200     200
surveys:home                 POST    sign-in    403       403       422     422
surveys:survey               GET     sign-in    403       403       200     200
surveys:survey               POST    sign-in    403       403       422     422
surveys:write                GET     sign-in    403       403       200     200
surveys:write                POST    sign-in    403       403       422     422
surveys:check                GET     sign-in    403       403       200     200
surveys:figures              GET     sign-in    403       403       200     200
surveys:figures-csv          GET     sign-in    403       403       200     200
surveys:weighted             GET     sign-in    403       403       200     200
surveys:publish              GET     sign-in    403       403       200     200
# it waits already: it cannot be asked for again
surveys:publish              POST    sign-in    403       403       403     403
# the facilitator asked, somebody else approves
surveys:approve              POST    sign-in    403       403       302     403
surveys:refuse               POST    sign-in    403       403       422     422
surveys:take-back            POST    sign-in    403       403       302     302
# it waits: it is taken back before it is dropped
surveys:drop                 GET     sign-in    403       403       200     200
surveys:drop                 POST    sign-in    403       403       403     403
surveys:withdraw             GET     sign-in    403       403       200     200
surveys:withdraw             POST    sign-in    403       403       422     422
"""
FORMS = {"surveys:publish": {"licence": "etalab-2.0"}}


def values(world: World) -> dict[str, Any]:
    """Name two analysts, and have the second ask for the publication of a survey."""
    for name in ("member", "facilitator"):
        making.analyst(world.accounts[name])
    survey = making.ready(world.accounts["facilitator"], edition=f"en-attente-{uuid4().hex}")
    making.ask(survey, world.accounts["facilitator"])
    return {"survey": survey.public}
