"""The judged questions of relevance.csv: as a newcomer, an elected official or an evaluator would type them."""

import csv
from pathlib import Path

from cordee.core.packs.text import Lang
from cordee.core.search.relevance import Judged

FILE = Path(__file__).with_name("relevance.csv")
_LANGUAGES: dict[str, Lang] = {"fr": "fr", "en": "en"}


def judged_questions() -> list[Judged]:
    """Read the questions, each with the entries that answer it."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    return [Judged(row["question"], _LANGUAGES[row["lang"]], tuple(row["expected"].split())) for row in rows]
