"""The addresses of a piece of evidence: read by every role, given a newer version by those who take part."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.apps.world import World

from cordee.apps.evidence import operations

TABLE = """
# name             method  anonymous  stranger  observer  member  facilitator
evidence:piece     GET     sign-in    404       200       200     200
evidence:piece     POST    sign-in    404       403       422     422
evidence:file      GET     sign-in    404       200       200     200
"""


def values(world: World) -> dict[str, Any]:
    """Keep a file in the archive of the alliance."""
    upload = SimpleUploadedFile("convention.txt", b"Nous convenons.")
    piece = operations.keep(world.alliance, world.accounts["member"], title="La convention", upload=upload)
    return {"alliance": world.alliance.public, "evidence": piece.public, "number": 1}
