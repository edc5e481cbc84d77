"""The published JSON Schema of a document: what a program that reads one may rely on."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "Cordée document"
Day = Annotated[str, Field(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class Shape(BaseModel):
    """A piece of the document; keys that are not named here may come with a later version."""

    model_config = ConfigDict(extra="allow", strict=True)


class AbsentCell(Shape):
    """A cell without a value, and why."""

    absent: str


class DayCell(Shape):
    """A cell that holds a day, YYYY-MM-DD."""

    day: Day


class ColumnShape(Shape):
    """A column: shares are between 0 and 1, money is in euros; a brief one is kept where there is little room."""

    key: str
    title: str
    kind: Literal["text", "number", "share", "money", "day"]
    unit: str
    brief: bool


class TableShape(Shape):
    """Rows as long as the columns."""

    type: Literal["table"]
    key: str
    caption: str
    columns: list[ColumnShape]
    rows: list[list[str | int | float | AbsentCell | DayCell]]


class ParagraphShape(Shape):
    """A few sentences."""

    type: Literal["paragraph"]
    text: str
    tone: Literal["plain", "warning", "result"]


class PointsShape(Shape):
    """A list of sentences."""

    type: Literal["points"]
    items: list[str]
    ordered: bool


class QuoteShape(Shape):
    """Words of somebody."""

    type: Literal["quote"]
    text: str
    who: str


class PictureShape(Shape):
    """A drawing as SVG, what is seen in it, and the same figures as a table."""

    type: Literal["picture"]
    key: str
    caption: str
    description: str
    svg: str
    table: TableShape


class PhotoShape(Shape):
    """A photograph or a scanned page in base64, and what is seen in it."""

    type: Literal["photo"]
    key: str
    caption: str
    description: str
    media_type: Literal["image/jpeg", "image/png"]
    image: str


AnyBlock = Annotated[
    ParagraphShape | PointsShape | QuoteShape | TableShape | PictureShape | PhotoShape, Field(discriminator="type")
]


class SectionShape(Shape):
    """A part of the document, its sentence first."""

    key: str
    title: str
    lead: str
    level: int
    in_short: bool
    slide: Literal["", "what", "changed", "figures", "judged", "next"]
    blocks: list[AnyBlock]


class MadeBy(Shape):
    """The program that wrote the document."""

    name: str
    version: str


class DocumentShape(Shape):
    """A whole document."""

    format: Literal["cordee-document/1"]
    made_by: MadeBy
    key: str
    title: str
    subtitle: str
    language: Literal["fr", "en"]
    made_on: Day
    notices: list[str]
    sections: list[SectionShape]


def schema_document() -> str:
    """Return the JSON Schema as the file that is published."""
    schema: dict[str, Any] = {"$schema": DIALECT, **DocumentShape.model_json_schema(), "title": TITLE}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_document())
