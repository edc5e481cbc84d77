"""The addresses of the workshop: the member is a writer here, and the facilitator a publisher; others read nothing."""

from typing import Any

from tests.apps.workshop import building
from tests.apps.world import World

from cordee.apps.workshop.models import Editor, EditorRole
from cordee.apps.workshop.proposals import operations
from cordee.apps.workshop.team.operations import grant

TABLE = """
# name                     method  anonymous  stranger  observer  member  facilitator
workshop:home              GET     sign-in    200       200       200     200
workshop:team              GET     sign-in    403       403       403     200
workshop:team              POST    sign-in    403       403       403     422
workshop:leave             POST    sign-in    403       403       403     302
workshop:history           GET     sign-in    403       403       200     200
workshop:release           GET     sign-in    403       403       200     200
workshop:release-file      GET     sign-in    403       403       200     200
workshop:begin             GET     sign-in    403       403       200     200
workshop:begin             POST    sign-in    403       403       422     422
workshop:draft             GET     sign-in    403       403       200     200
workshop:entries           GET     sign-in    403       403       200     200
workshop:add               GET     sign-in    403       403       200     200
workshop:add               POST    sign-in    403       403       422     422
workshop:entry             GET     sign-in    403       403       200     200
workshop:entry             POST    sign-in    403       403       422     422
workshop:preview           GET     sign-in    403       403       200     200
workshop:remove            GET     sign-in    403       403       200     200
workshop:remove            POST    sign-in    403       403       302     302
workshop:move              POST    sign-in    403       403       302     302
workshop:checks            GET     sign-in    403       403       200     200
workshop:changes           GET     sign-in    403       403       200     200
workshop:revisions         GET     sign-in    403       403       200     200
workshop:restore           POST    sign-in    403       403       302     302
workshop:rebase            POST    sign-in    403       403       302     302
workshop:drop              GET     sign-in    403       403       200     200
workshop:drop              POST    sign-in    403       403       302     302
workshop:workbook          GET     sign-in    403       403       200     200
workshop:bring             GET     sign-in    403       403       200     200
workshop:bring             POST    sign-in    403       403       422     422
workshop:publish           GET     sign-in    403       403       200     200
workshop:publish           POST    sign-in    403       403       422     422
# nobody asked for anything: there is nothing to approve
workshop:approve           POST    sign-in    403       403       403     403
workshop:refuse            POST    sign-in    403       403       403     422
workshop:withdraw          POST    sign-in    403       403       302     302
proposals:mine             GET     sign-in    200       200       200     200
proposals:new              GET     sign-in    200       200       200     200
proposals:new              POST    sign-in    422       422       422     422
proposals:review           GET     sign-in    403       403       200     200
# the proposal is the observer's
proposals:proposal         GET     sign-in    404       200       200     200
proposals:say              POST    sign-in    404       422       422     422
proposals:move             POST    sign-in    403       403       422     422
"""


def values(world: World) -> dict[str, Any]:
    """Name the editors, begin a draft, and send a proposal."""
    grant(world.accounts["facilitator"], EditorRole.PUBLISHER)
    leaving = grant(building.account("leaving"), EditorRole.PUBLISHER)
    grant(world.accounts["member"], EditorRole.WRITER)
    assert Editor.objects.count() == 3
    draft = building.draft(world.accounts["member"])
    proposal = operations.send(
        world.accounts["observer"],
        kind="tool",
        title="La cordée des questions",
        what="Une façon de se poser les questions ensemble.",
        source="https://example.org/cordee",
        lang="fr",
    )
    return {
        "editor": leaving.pk,
        "draft": draft.public,
        "where": "tools",
        "spot": building.TOOL,
        "number": 1,
        "version": building.FIRST,
        "proposal": proposal.public,
    }
