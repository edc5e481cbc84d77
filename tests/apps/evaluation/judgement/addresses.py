"""The addresses of the judgement of an alliance: partners judge, everybody reads what all of them opened."""

from typing import Any

from tests.apps.evaluation.judgement.making_judgements import judged_in_common, opened_to_all
from tests.apps.evaluation.making import evaluation_of
from tests.apps.world import World

from cordee.apps.organisations.models import Alliance

TABLE = """
# name  method  anonymous  stranger  observer  member  facilitator
evaluation:judgement              GET   sign-in  404  200  200  200
evaluation:judgement-criteria     GET   sign-in  404  200  200  200
evaluation:judgement-former       GET   sign-in  404  404  404  404  # one set only: none is former
evaluation:judgement-choose       GET   sign-in  404  403  200  200
evaluation:judgement-choose       POST  sign-in  404  403  422  422
evaluation:judgement-agree        GET   sign-in  404  403  403  200
evaluation:judgement-agree        POST  sign-in  404  403  403  422
evaluation:judgement-open-new     POST  sign-in  404  403  403  302
evaluation:judgement-word         GET   sign-in  404  403  302  302  # agreed: led back with the reason
evaluation:judgement-word         POST  sign-in  404  403  302  302
evaluation:judgement-remove       POST  sign-in  404  403  302  302
evaluation:judgement-judge        GET   sign-in  404  403  200  200
evaluation:judgement-judge        POST  sign-in  404  403  422  422
evaluation:judgement-common       GET   sign-in  404  403  200  200
evaluation:judgement-common       POST  sign-in  404  403  422  422
evaluation:judgement-dissent      GET   sign-in  404  403  200  200
evaluation:judgement-dissent      POST  sign-in  404  403  422  422
evaluation:judgement-take-back    POST  sign-in  404  403  302  302
evaluation:judgement-limits       GET   sign-in  404  403  200  200
evaluation:judgement-limits       POST  sign-in  404  403  422  422
evaluation:judgement-publication  GET   sign-in  404  200  200  200
evaluation:judgement-propose      POST  sign-in  404  403  403  302
evaluation:judgement-proposed     GET   sign-in  404  200  200  200
evaluation:judgement-consent      POST  sign-in  404  403  302  302
evaluation:judgement-public       GET   200      200  200  200  200
"""


def values(world: World, alliance: Alliance) -> dict[str, Any]:
    """Begin an evaluation, with a rubric judged in common and a document that its one partner opened to all."""
    evaluation = evaluation_of(alliance, world.accounts["member"])
    partner = alliance.partners.get()
    rubric = judged_in_common(evaluation, partner, world.accounts["member"])
    page = opened_to_all(evaluation, partner, world.accounts["facilitator"])
    return {"evaluation": evaluation.public, "rubric": rubric.public, "page": page.public, "number": 1}
