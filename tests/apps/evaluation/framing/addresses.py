"""The addresses of the frame of an evaluation: read by every role, signed by those who speak for a partner."""

from typing import Any

from django.utils import timezone
from tests.apps.evaluation.framing.furnishing import INVENTED, framed
from tests.apps.evaluation.making import evaluation_of
from tests.apps.world import World

from cordee.apps.evaluation.framing.figures.taking import take
from cordee.apps.organisations.models import Alliance

TABLE = """
# name  method  anonymous  stranger  observer  member  facilitator
evaluation:framing                 GET     sign-in    404       200       200     200
evaluation:framing-path            GET     sign-in    404       200       200     200
evaluation:framing-moment-add      GET     sign-in    404       403       200     200
evaluation:framing-moment-add      POST    sign-in    404       403       422     422
evaluation:framing-moment          GET     sign-in    404       403       200     200
evaluation:framing-moment          POST    sign-in    404       403       422     422
evaluation:framing-moment-remove   POST    sign-in    404       403       302     302
evaluation:framing-grounds         GET     sign-in    404       200       200     200
evaluation:framing-ground-add      GET     sign-in    404       403       200     200
evaluation:framing-ground-add      POST    sign-in    404       403       422     422
evaluation:framing-ground          GET     sign-in    404       403       200     200
evaluation:framing-ground          POST    sign-in    404       403       422     422
evaluation:framing-ground-remove   POST    sign-in    404       403       302     302
evaluation:framing-figures         GET     sign-in    404       403       200     200
evaluation:framing-figures         POST    sign-in    404       403       422     422
evaluation:framing-figure-remove   POST    sign-in    404       403       302     302
evaluation:framing-stakeholders    GET     sign-in    404       200       200     200
evaluation:framing-stakeholder-add GET     sign-in    404       403       200     200
evaluation:framing-stakeholder-add POST    sign-in    404       403       422     422
evaluation:framing-stakeholder     GET     sign-in    404       403       200     200
evaluation:framing-stakeholder     POST    sign-in    404       403       422     422
evaluation:framing-stakeholder-remove POST sign-in    404       403       302     302
evaluation:framing-calendar        GET     sign-in    404       200       200     200
evaluation:framing-step-add        GET     sign-in    404       403       200     200
evaluation:framing-step-add        POST    sign-in    404       403       422     422
evaluation:framing-step            GET     sign-in    404       403       200     200
evaluation:framing-step            POST    sign-in    404       403       422     422
evaluation:framing-step-remove     POST    sign-in    404       403       302     302
evaluation:framing-means           GET     sign-in    404       200       200     200
evaluation:framing-cost-add        GET     sign-in    404       403       200     200
evaluation:framing-cost-add        POST    sign-in    404       403       422     422
evaluation:framing-cost            GET     sign-in    404       403       200     200
evaluation:framing-cost            POST    sign-in    404       403       422     422
evaluation:framing-cost-remove     POST    sign-in    404       403       302     302
evaluation:framing-lessons         GET     sign-in    404       200       200     200
evaluation:framing-lesson          GET     sign-in    404       403       200     200
evaluation:framing-lesson          POST    sign-in    404       403       422     422
evaluation:framing-purpose         GET     sign-in    404       403       200     200
evaluation:framing-purpose         POST    sign-in    404       403       422     422
evaluation:framing-scope           GET     sign-in    404       403       200     200
evaluation:framing-scope           POST    sign-in    404       403       422     422
evaluation:framing-questions       GET     sign-in    404       403       200     200
evaluation:framing-questions       POST    sign-in    404       403       422     422
evaluation:framing-document        GET     sign-in    404       200       200     200
evaluation:framing-freeze          POST    sign-in    404       403       403     409
evaluation:framing-version         GET     sign-in    404       200       200     200
evaluation:framing-sign            POST    sign-in    404       403       422     422
evaluation:framing-file            GET     sign-in    404       200       200     200
"""


def values(world: World, alliance: Alliance) -> dict[str, Any]:
    """Begin an evaluation, frame it, and freeze that frame."""
    evaluation = evaluation_of(alliance, world.accounts["member"])
    own = alliance.partners.get()
    rows = framed(evaluation, world.accounts["facilitator"])
    (figure,) = take(evaluation, [INVENTED], timezone.localdate())
    return {
        "evaluation": evaluation.public,
        "evaluation:framing-figure-remove.row": figure.public,
        "partner": own.public,
        "number": 1,
        **{f"evaluation:framing-{key}.row": row.public for key, row in rows.items()},
        **{f"evaluation:framing-{key}-remove.row": row.public for key, row in rows.items()},
    }
