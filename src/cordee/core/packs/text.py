"""The small words every pack is written with: identifiers, versions, texts in two languages."""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

Lang = Literal["fr", "en"]

IDENTIFIER = r"^[a-z0-9]+(?:[_-][a-z0-9]+)*(?:\.[a-z0-9]+(?:[_-][a-z0-9]+)*)*$"
VERSION = r"^(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})$"
ADDRESS = r"^https?://[^\s\u0000-\u001F\u007F-\u009F\u200B\uFEFF]+$"
ISO_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
DECIMAL = r"^-?[0-9]{1,9}(\.[0-9]{1,20})?$"

# Characters that a reader cannot see, or that change what is seen around them: controls (but the line feed), soft
# hyphen, zero-width space, direction marks, line separators, private use, byte order mark, replacement character.
HIDDEN = (
    r"\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069"
    r"\uE000-\uF8FF\uFEFF\uFFFD-\uFFFF"
)
WORDS = rf"^[^\s{HIDDEN}]([^{HIDDEN}]*[^\s{HIDDEN}])?$"
LINE = rf"^[^\s{HIDDEN}]([^\u000A{HIDDEN}]*[^\s{HIDDEN}])?$"

Identifier = Annotated[str, StringConstraints(pattern=IDENTIFIER, max_length=80)]
Version = Annotated[str, StringConstraints(pattern=VERSION)]
Words = Annotated[str, StringConstraints(pattern=WORDS)]
Line = Annotated[str, StringConstraints(pattern=LINE)]
Address = Annotated[str, StringConstraints(pattern=ADDRESS)]
IsoDate = Annotated[str, StringConstraints(pattern=ISO_DATE)]


def _exact_decimal(value: object) -> object:
    """Read a decimal written with its digits; refuse binary floats, which do not carry what their author wrote.

    The result is in lowest form, so that equal numbers are written alike and give equal releases.

    >>> _exact_decimal("0.25"), _exact_decimal("0.250"), _exact_decimal(10)
    (Decimal('0.25'), Decimal('0.25'), Decimal('10'))
    """
    written = str(value) if isinstance(value, int | str | Decimal) and not isinstance(value, bool) else ""
    if not re.fullmatch(DECIMAL, written):
        raise PydanticCustomError("exact_decimal", 'a decimal is written between quotes, as in "0.25"')
    exact = Decimal(written)
    return Decimal(format(exact.normalize(), "f")) if exact else Decimal(0)


_WRITTEN_DECIMAL = {"anyOf": [{"type": "string", "pattern": DECIMAL}, {"type": "integer"}]}
Threshold = Annotated[Decimal, BeforeValidator(_exact_decimal), WithJsonSchema(_WRITTEN_DECIMAL)]


class Part(BaseModel):
    """A piece of a pack: strict, closed, and unchangeable once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, revalidate_instances="never")


class Text(Part):
    """The same words in French and in English, side by side; neither is optional."""

    fr: Words
    en: Words

    def in_(self, lang: Lang) -> str:
        """Return the words in one language.

        >>> Text(fr="Sens", en="Meaning").in_("en")
        'Meaning'
        """
        return self.fr if lang == "fr" else self.en


Texts = Annotated[tuple[Text, ...], Field(strict=False)]
Identifiers = Annotated[tuple[Identifier, ...], Field(strict=False)]
