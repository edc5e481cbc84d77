"""The addresses of the relations of an alliance: each partner answers for itself, those who run it close."""

from typing import Any

from tests.apps.evaluation.making import evaluation_of, partner_with_person
from tests.apps.world import World

from cordee.apps.evaluation.relations.operations import begin, open_survey
from cordee.apps.organisations.models import Alliance

TABLE = """
# name  method  anonymous  stranger  observer  member  facilitator
evaluation:relations        GET   sign-in  404       200       200     200
evaluation:relations-open   POST  sign-in  404       403       403     302  # open already: led to it
evaluation:relations-sheet  GET   sign-in  404       403       200     200
evaluation:relations-begin  POST  sign-in  404       403       302     302
evaluation:relations-give   POST  sign-in  404       403       422     422
evaluation:relations-about  GET   sign-in  404       403       200     200
evaluation:relations-about  POST  sign-in  404       403       422     422
evaluation:relations-close  GET   sign-in  404       403       403     403
evaluation:relations-close  POST  sign-in  404       403       403     403
evaluation:relations-file   GET   sign-in  404       404       404     404
"""


def values(world: World, alliance: Alliance) -> dict[str, Any]:
    """Begin an evaluation, and its survey of relations, which nobody has closed."""
    evaluation = evaluation_of(alliance, world.accounts["member"])
    own = alliance.partners.get()
    other, _ = partner_with_person(alliance, "La Fabrique")
    survey = open_survey(evaluation, [own, other], 2)
    begin(survey.sheets.get(partner=own))
    return {"evaluation": evaluation.public, "partner": other.public, "kind": "graphml"}
