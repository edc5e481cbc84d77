"""The catalogue of what can be wrong with a survey: each message in French and in English, with what to do."""

from cordee.core.packs.messages.wording import Message
from cordee.stats.messages.calibration import CALIBRATION
from cordee.stats.messages.design import DESIGN
from cordee.stats.messages.editions import EDITIONS
from cordee.stats.messages.files import FILES
from cordee.stats.messages.rows import ROWS

MESSAGES: dict[str, Message] = {**FILES, **DESIGN, **ROWS, **CALIBRATION, **EDITIONS}
