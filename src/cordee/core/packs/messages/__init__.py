"""The closed catalogue of what can be wrong with a pack: one message for each mistake, and what to do about it."""

from cordee.core.packs.messages.ages import AGES
from cordee.core.packs.messages.compass import COMPASS
from cordee.core.packs.messages.courses import COURSES
from cordee.core.packs.messages.files import FILES
from cordee.core.packs.messages.references import REFERENCES
from cordee.core.packs.messages.releases import RELEASES
from cordee.core.packs.messages.shapes import SHAPES
from cordee.core.packs.messages.wording import Message
from cordee.core.packs.messages.workbooks import WORKBOOKS
from cordee.core.packs.messages.yaml import YAML

MESSAGES: dict[str, Message] = {
    **FILES,
    **YAML,
    **SHAPES,
    **REFERENCES,
    **COMPASS,
    **COURSES,
    **AGES,
    **RELEASES,
    **WORKBOOKS,
}
