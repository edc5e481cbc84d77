"""The addresses of the balance of an alliance: each partner writes its side, and read once it is shared."""

from typing import Any

from django.utils import timezone
from tests.apps.evaluation.making import evaluation_of
from tests.apps.world import World

from cordee.apps.evaluation.models import LedgerSide
from cordee.apps.organisations.models import Alliance, Organisation, Partner

TABLE = """
# name  method  anonymous  stranger  observer  member  facilitator
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
"""


def values(world: World, alliance: Alliance) -> dict[str, Any]:
    """Begin an evaluation where nothing is shared, and another where a couple of partners shared their sides."""
    ledger, couple = evaluation_of(alliance), evaluation_of(alliance)
    own = alliance.partners.get()
    other = Partner.objects.create(alliance=alliance, organisation=Organisation.objects.create(name="Le Pont"))
    for partner in (own, other):
        LedgerSide.objects.create(evaluation=couple, partner=partner, attributed=True, shared_at=timezone.now())
    return {
        "evaluation": ledger.public,
        "evaluation:balance-couple.evaluation": couple.public,
        "one": own.public,
        "other": other.public,
    }
