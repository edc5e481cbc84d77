"""The way into the compass from a room above: with the stage of a diagnosis, and nothing else of it."""

from __future__ import annotations

from django.urls import reverse

from cordee.apps.library.asking import with_answers
from cordee.core.compass import choice_for_stage
from cordee.core.packs.pack import Pack

FROM_DIAGNOSIS = {"from": "diagnosis"}


def entry_from_stage(pack: Pack, stage: str) -> str | None:
    """Return the address of the compass where the stage of an alliance is already answered.

    The address says the stage only, and nothing that leads back to the diagnosis. None where the pack has no compass,
    or no answer for this stage.
    """
    compass = pack.compass
    answer = choice_for_stage(compass, stage) if compass else None
    return with_answers(reverse("compass:start"), {answer[0]: answer[1], **FROM_DIAGNOSIS}) if answer else None
