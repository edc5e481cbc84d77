"""What the tests of the engine read: a small pack of their own, the reference pack, and answers written in short."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from cordee.core.answers import Answer, AnswerTable, Mark, table_of
from cordee.core.diagnosis import diagnose
from cordee.core.packs.folder import read_folder
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.reading import Reading

ROOT = Path(__file__).resolve().parents[2]
FACETS = ("vision", "action", "means")
CIRCLES = ("steering", "teams", "partners")
MARKS = {"?": Mark.DONT_KNOW, "x": Mark.NOT_APPLICABLE, "-": Mark.UNANSWERED}


def text(words: str) -> dict[str, str]:
    """Give the same words in both languages."""
    return {"fr": words, "en": words}


def topic(topic_id: str) -> dict[str, Any]:
    """Make a topic with its three items."""
    items = [
        {
            "id": f"{topic_id}.{facet}",
            "facet": facet,
            "question": text(f"{topic_id} {facet}"),
            "levels": [text(f"{facet} {level}") for level in range(5)],
            "hint": text("hint"),
        }
        for facet in FACETS
    ]
    return {"id": topic_id, "name": text(topic_id.split(".")[1].title()), "lead": text("lead"), "items": items}


def axis(axis_id: str, *topics: str) -> dict[str, Any]:
    """Make an axis with its topics."""
    return {
        "id": axis_id,
        "name": text(axis_id.title()),
        "question": text("question"),
        "description": text("description"),
        "status": "working_definition",
        "topics": [topic(f"{axis_id}.{name}") for name in topics],
    }


STAGES = (("absent", 0), ("emerging", 1), ("structured", 2), ("shared", 3), ("driving", "3.5"))
PATTERNS = (
    ("incantation", "vision", "action"),
    ("activism", "action", "vision"),
    ("overreach", "action", "means"),
    ("dormant_means", "means", "action"),
    ("unfunded_vision", "vision", "means"),
)
HEADLINES = {
    "too_early": "Too early.",
    "aligned": "Together, {stage}.",
    "one_axis_apart": "Apart on {axis}.",
    "several_axes_apart": "Apart on several.",
    **{f"{high}_over_{low}": f"{high} over {low}." for high in FACETS for low in FACETS if high != low},
}


def scoring(**changes: Any) -> dict[str, Any]:
    """Make the rules of docs/measures, with a few words."""
    words = {"reading": text("{axis}: {vision}, {action}, {means}"), "to_discuss": text("discuss")}
    return {
        "answered_share": "0.5",
        "weakest_facet_margin": 1,
        "stages": [
            {"id": name, "name": text(name), "description": text(name), "from": start} for name, start in STAGES
        ],
        "patterns": [
            {"id": name, "name": text(name), "higher": high, "lower": low, "gap": 1, **words}
            for name, high, low in PATTERNS
        ],
        "aligned": [{"id": name, "name": text(name), **words} for name in ("aligned_low", "aligned_high")],
        "aligned_high_from": 2,
        "bimodal": {"distance": "0.5", "share": "0.25"},
        "interval": {"level": "0.95", "draws": 2000, "fewest_respondents": 3, "seed": 17},
        "agreement_ad_at_most": "0.8333333333333334",
        "perception_gap": 1,
        "target": 3,
        "headline_gap": 1,
        "headlines": [{"id": name, "text": text(words)} for name, words in HEADLINES.items()],
        **changes,
    }


def recommendation(name: str, topic_id: str, *when: Mapping[str, Any], unless: Iterable[Any] = ()) -> dict[str, Any]:
    """Make a recommendation: its topic and its conditions."""
    words = {key: text(key) for key in ("first_step", "why", "contraindication")}
    return {
        "id": name,
        "name": text(name),
        **words,
        "topic": topic_id,
        "when": list(when),
        "unless": list(unless),
        "effort": "an_hour",
    }


def small_pack(*recommendations: Mapping[str, Any], **rules: Any) -> Pack:
    """Make a pack of three axes: « a » and « b » have three topics, « c » one; the short form takes one of each."""
    axes = [axis("a", "one", "two", "three"), axis("b", "four", "five", "six"), axis("c", "seven")]
    topics = [each["id"] for one in axes for each in one["topics"]]
    forms = {
        "full": topics,
        "short": ["a.one", "b.four", "c.seven"],
        "pair": ["a.one", "a.two", "b.four", "c.seven"],
    }
    instrument = {
        "id": "small",
        "name": text("Small"),
        "purpose": text("purpose"),
        "facets": [
            {"id": facet, "name": text(facet.title()), "key": text("key"), "levels": [text(str(n)) for n in range(5)]}
            for facet in FACETS
        ],
        "dont_know": text("I don’t know"),
        "not_applicable": text("Does not apply"),
        "axes": axes,
        "forms": [
            {"id": name, "name": text(name), "summary": text("summary"), "minutes": 5, "topics": asked}
            for name, asked in forms.items()
        ],
        "circles": [
            {"id": name, "name": text(name.title()), "summary": text("summary"), "is_self": name == "steering"}
            for name in CIRCLES
        ],
    }
    card = {
        "id": "small",
        "version": "1.0.0",
        "name": text("Small"),
        "summary": text("summary"),
        "licence": "CC0-1.0",
        "authors": ["Tests"],
        "changes": [{"version": "1.0.0", "summary": text("first")}],
    }
    return Pack.model_validate(
        {"card": card, "instrument": instrument, "scoring": scoring(**rules), "recommendations": list(recommendations)}
    )


@lru_cache
def small() -> Pack:
    """Return the small pack without recommendations."""
    return small_pack()


@lru_cache
def reference_pack() -> Pack:
    """Return the reference pack, read from its files."""
    reading = read_pack(read_folder(ROOT / "packs" / "alliances"))
    assert reading.pack, [fault.in_("en") for fault in reading.faults]
    return reading.pack


def answer(respondent: str, organisation: str, circle: str, item: str, given: str | int) -> Answer:
    """Make one answer: a level, « ? » for a don't-know, « x » for not applicable, « - » for nothing."""
    if str(given) in MARKS:
        return Answer(respondent, organisation, circle, item, None, MARKS[str(given)])
    return Answer(respondent, organisation, circle, item, int(given))


def sheet(
    who: str, given: str | Mapping[str, str | int], pack: Pack | None = None, form: str = "short"
) -> list[Answer]:
    """Make the answers of one person, « circle/organisation/name ».

    `given` is one sign for each item in the order of the form (« 3 » alone answers every item), or items by name.
    """
    circle, organisation, name = who.split("/")
    items = [item.id for item in (pack or small()).instrument.items_of(form)]
    if isinstance(given, str):
        signs = given.replace(" ", "")
        given = dict(zip(items, signs * len(items) if len(signs) == 1 else signs, strict=False))
    return [answer(name, organisation, circle, item, sign) for item, sign in given.items()]


def table(*sheets: Iterable[Answer], pack: Pack | None = None, form: str = "short") -> AnswerTable:
    """Arrange the answers of several people."""
    instrument = (pack or small()).instrument
    items = [item.id for item in instrument.items_of(form)]
    topics = [each.id for each in instrument.topics_of(form)]
    circles = [circle.id for circle in instrument.circles]
    return table_of([each for one in sheets for each in one], items, topics, circles)


def read(*sheets: Iterable[Answer], pack: Pack | None = None, form: str = "short", own: str | None = None) -> Reading:
    """Read the answers of several people."""
    return diagnose(pack or small(), form, table(*sheets, pack=pack, form=form), own)
