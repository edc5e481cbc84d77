"""Reports for the tests: the real pack, answers whose scores can be worked out by hand, files read back."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO

from pypdf import PdfReader

from cordee.apps.diagnosis.bridge import read_one
from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.reports.composing import Material, compose
from cordee.apps.reports.model import Report
from cordee.charts.numbers import Lang
from cordee.core.answers import Answer, table_of
from cordee.core.diagnosis import diagnose
from cordee.core.packs.folder import read_folder
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.release import release_of
from cordee.core.reading import Reading
from cordee.ground import packs_folder

DAY = date(2026, 11, 23)
ENGINE = "0.1.0"
CONTEXT = {"profile": "association", "territory": "region-53"}

EXPRESS = {
    "relevance.needs": (3, 3, 0),
    "coherence.objectives": (4, 2, 2),
    "performance.results": (4, 2, 1),
    "efficiency.cost": (1, 1, 1),
    "societal_contribution.effects": (3, 3, 4),
    "clarity.roles": (2, 3, 1),
    "meaning.commitment": (4, "dont_know", 1),
}
"""Vision, action, means; the last approach has no score, as one of its facets is not known."""

TABLE = {
    "relevance": ("3.0", "3.0", "0.0", "1.0", "25%"),
    "coherence": ("4.0", "2.0", "2.0", "2.7", "50%"),
    "performance": ("4.0", "2.0", "1.0", "2.0", "25%"),
    "efficiency": ("1.0", "1.0", "1.0", "1.0", "100%"),
    "societal_contribution": ("3.0", "3.0", "4.0", "3.3", "75%"),
    "clarity": ("2.0", "3.0", "1.0", "2.0", "50%"),
    "meaning": ("4.0", "–", "1.0", "–"),
}
"""What EXPRESS gives, worked by hand: the facets, maturity = min(mean, lowest + 1), coherence = 1 − width / 4."""


@cache
def pack() -> Pack:
    """The reference pack, as its files are."""
    read = read_pack(read_folder(packs_folder() / "alliances"))
    assert read.pack is not None, read.faults[:3]
    return read.pack


@cache
def sha256() -> str:
    """The fingerprint of the reference pack."""
    return release_of(pack()).sha256


def choice(given: int | str, evidence: str = "") -> GivenAnswer:
    """One answer: a level, or a mark."""
    return GivenAnswer("answered", given, evidence) if isinstance(given, int) else GivenAnswer(given, None, evidence)


def express(evidence: str | Mapping[str, str] = "", importance: Mapping[str, int] | None = None) -> Given:
    """The answers of EXPRESS, with the same words of evidence everywhere, or those of each item."""
    said = (lambda item: evidence) if isinstance(evidence, str) else (lambda item: evidence.get(item, ""))
    answers = {
        f"{topic}.{facet}": choice(levels[place], said(f"{topic}.{facet}"))
        for topic, levels in EXPRESS.items()
        for place, facet in enumerate(("vision", "action", "means"))
    }
    return Given(answers, importance or {}, CONTEXT)


def full(evidence: str = "") -> Given:
    """Answers to the 63 questions, levels going round from 0 to 4."""
    items = pack().instrument.items_of("full")
    return Given({item.id: choice((place * 2) % 5, evidence) for place, item in enumerate(items)}, {}, CONTEXT)


def nothing() -> Given:
    """Someone who opened the form and left."""
    return Given({}, {}, {})


def material(form: str = "express", given: Given | None = None, reading: Reading | None = None) -> Material:
    """What a report is composed from."""
    given = given or (express() if form == "express" else full())
    return Material(pack(), sha256(), reading or read_one(pack(), form, given), given, ENGINE, DAY)


def report(form: str = "express", lang: Lang = "fr", given: Given | None = None, **access: bool) -> Report:
    """A report of one person's answers."""
    return compose(material(form, given), lang, **access)


def of_several(lang: Lang = "fr") -> Report:
    """A report of six people from two organisations, with intervals."""
    instrument = pack().instrument
    items = [item.id for item in instrument.items_of("express")]
    answers = [
        Answer(f"person-{person}", f"organisation-{person % 2}", "steering", item, (person + place) % 5)
        for person in range(6)
        for place, item in enumerate(items)
    ]
    circles = [circle.id for circle in instrument.circles]
    table = table_of(answers, items, list(instrument.form("express").topics), circles)
    return compose(material(given=Given(), reading=diagnose(pack(), "express", table)), lang)


def reader(pdf: bytes) -> PdfReader:
    """Open a PDF."""
    return PdfReader(BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """The words of a PDF on one line, spaces of every kind made alike, and without the breaks inside long words."""
    words = " ".join(page.extract_text() for page in reader(pdf).pages)
    return re.sub(r"\s+", " ", words)


def plain(text: str) -> str:
    """A text as `text_of` would give it."""
    return re.sub(r"\s+", " ", text)
