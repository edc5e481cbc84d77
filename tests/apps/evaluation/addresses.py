"""The addresses of the evaluations of an alliance: read by every role, written by those who take part."""

from typing import Any

from django.utils import timezone
from tests.apps.evaluation.making import evaluation_of
from tests.apps.world import World

from cordee.apps.evaluation.models import CostLine, LedgerSide
from cordee.apps.organisations.models import Organisation, Partner

TABLE = """
# name                  method  anonymous  stranger  observer  member  facilitator
evaluation:index        GET     sign-in    404       200       200     200
evaluation:begin        GET     sign-in    404       403       200     200
evaluation:begin        POST    sign-in    404       403       422     422
evaluation:overview     GET     sign-in    404       200       200     200
evaluation:rename       GET     sign-in    404       403       200     200
evaluation:rename       POST    sign-in    404       403       422     422

# The people of this world all speak for one partner of two; nothing is shared but in the couple.
evaluation:balance            GET   sign-in  404  200  200  200
evaluation:balance-side       GET   sign-in  404  403  200  200
evaluation:balance-choices    GET   sign-in  404  403  200  200
evaluation:balance-choices    POST  sign-in  404  403  422  422
evaluation:balance-write      GET   sign-in  404  403  200  200
evaluation:balance-write      POST  sign-in  404  403  422  422
evaluation:balance-share      POST  sign-in  404  403  403  403
evaluation:balance-take-back  POST  sign-in  404  403  403  403
evaluation:balance-couple     GET   sign-in  404  200  200  200
evaluation:balance-couple     POST  sign-in  404  403  422  422

evaluation:efficiency         GET   sign-in  404  200  200  200
evaluation:efficiency-add     GET   sign-in  404  403  200  200
evaluation:efficiency-add     POST  sign-in  404  403  422  422
evaluation:efficiency-edit    GET   sign-in  404  403  200  200
evaluation:efficiency-edit    POST  sign-in  404  403  422  422
evaluation:efficiency-remove  POST  sign-in  404  403  302  302
"""


def values(world: World) -> dict[str, Any]:
    """Begin an evaluation, with a cost; and, in an alliance of its own, a couple of partners who shared their sides."""
    evaluation = evaluation_of(world.alliance, world.accounts["member"])
    cost = CostLine.objects.create(evaluation=evaluation, label="Salaires", kind="money", amount=10)
    ledger = evaluation_of(world.another_alliance("Le registre"))
    couple = evaluation_of(ledger.alliance)
    own = ledger.alliance.partners.get()
    other = Partner.objects.create(alliance=ledger.alliance, organisation=Organisation.objects.create(name="Le Pont"))
    for partner in (own, other):
        LedgerSide.objects.create(evaluation=couple, partner=partner, attributed=True, shared_at=timezone.now())
    pages = ("balance", "balance-side", "balance-choices", "balance-write", "balance-share", "balance-take-back")
    return {
        "alliance": world.alliance.public,
        "evaluation": evaluation.public,
        **{f"evaluation:{page}.evaluation": ledger.public for page in pages},
        "evaluation:balance-couple.evaluation": couple.public,
        "one": own.public,
        "other": other.public,
        "kind": "cout",
        "row": cost.public,
    }
