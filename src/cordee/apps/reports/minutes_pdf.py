"""The PDF of the minutes of a session: accessible like the others, the same bytes for the same minutes."""

from __future__ import annotations

import logging
from typing import Any

from cordee.apps.meetings.ballot_views import BallotView
from cordee.apps.meetings.minutes import Agreed, Decided, Minutes
from cordee.apps.reports import minutes_words as words
from cordee.apps.reports.glyphs import drawable, only_common, typesettable
from cordee.apps.reports.pages import REGIONS
from cordee.apps.reports.typesetting import NotTypeset, typeset
from cordee.apps.reports.words import COLON, PAGE, PRODUCT
from cordee.charts.describe import describe
from cordee.charts.palette import LIGHT
from cordee.charts.svg import to_svg
from cordee.core.days import written_day
from cordee.core.wording import UNKNOWN

logger = logging.getLogger(__name__)
TEMPLATE = "minutes.typ"
FIGURE_WIDTH = 820


def minutes_pdf(minutes: Minutes) -> bytes:
    """Return the minutes as a tagged PDF/UA-1 document.

    Should the typesetter refuse a rare letter, the document is made again with the letters of our own fonts only.
    """
    document = minutes_document(minutes)
    try:
        return typeset(document, minutes.day, TEMPLATE)
    except NotTypeset as refused:
        logger.warning("Typeset again with common letters only: %s", refused)
        return typeset(only_common(document), minutes.day, TEMPLATE)


def minutes_file_name(minutes: Minutes) -> str:
    """Name the file after what it is and when."""
    return f"{words.FILE_STEM.in_(minutes.lang)}-{minutes.day.isoformat()}.pdf"


def minutes_document(minutes: Minutes) -> dict[str, Any]:
    """Return what the template lays out, every text of it fit for its fonts."""
    said = typesettable({**_around(minutes), **_body(minutes)})
    for entry, ballot in zip(said["votes"]["entries"], minutes.ballots, strict=True):
        if ballot.figure:
            entry["figure"]["svg"] = drawable(to_svg(ballot.figure, theme="print", width=FIGURE_WIDTH))
    said["colours"] = dict(LIGHT)
    return said


def _around(minutes: Minutes) -> dict[str, Any]:
    lang, day = minutes.lang, written_day(minutes.day, minutes.lang)
    title = words.TITLE.in_(lang).format(alliance=minutes.alliance)
    return {
        "lang": lang,
        "region": REGIONS[lang],
        "colon": COLON[lang],
        "meta": {
            "title": f"{title}, {day}",
            "author": PRODUCT,
            "description": words.SUBJECT.in_(lang).format(date=day, campaign=minutes.campaign),
            "keywords": [keyword.in_(lang) for keyword in words.KEYWORDS],
            "year": minutes.day.year,
            "month": minutes.day.month,
            "day": minutes.day.day,
        },
        "running": {
            "left": f"{PRODUCT} · {words.RUNNING.in_(lang)}",
            "right": day,
            "page": PAGE.in_(lang),
            "release": minutes.alliance,
        },
        "opening": {
            "product": PRODUCT,
            "eyebrow": f"{words.RUNNING.in_(lang)} · {day}",
            "headline": minutes.alliance,
            "standing": minutes.summary if minutes.is_final else words.DRAFT.in_(lang),
        },
    }


def _body(minutes: Minutes) -> dict[str, Any]:
    lang = minutes.lang
    return {
        "facts": _facts(minutes),
        "present": {
            "title": words.PRESENT.in_(lang),
            "names": list(minutes.present),
            "none": words.NOBODY.in_(lang),
        },
        "agreed": {
            "title": words.AGREED.in_(lang),
            "layer": words.LAYER.in_(lang),
            "none": words.NOTHING_AGREED.in_(lang),
            "dissents": words.DISSENTS.in_(lang),
            "entries": [_agreed(one) for one in minutes.agreed],
        },
        "actions": {
            "title": words.ACTIONS.in_(lang),
            "none": words.NO_ACTION.in_(lang),
            "headers": [words.ACTION.in_(lang), words.OWNER.in_(lang), words.DUE.in_(lang)],
            "rows": [_action(one, minutes) for one in minutes.actions],
        },
        "votes": {
            "title": words.VOTES.in_(lang),
            "none": words.NO_VOTE.in_(lang),
            "before": words.BEFORE.in_(lang),
            "after": words.AFTER.in_(lang),
            "entries": [_ballot(one) for one in minutes.ballots],
        },
        "moments": {
            "title": words.MOMENTS.in_(lang),
            "entries": [
                {"hours": slot.hours, "title": slot.title, "note": slot.note or words.NO_NOTE.in_(lang)}
                for slot in minutes.slots
            ],
        },
    }


def _facts(minutes: Minutes) -> list[dict[str, str]]:
    lang = minutes.lang
    when = f"{written_day(minutes.day, lang)}, {minutes.hours}"
    facts = [(words.WHEN, when), (words.PLACE, minutes.place), (words.RESULT, minutes.campaign)]
    return [{"label": label.in_(lang), "value": value} for label, value in facts if value]


def _agreed(one: Agreed) -> dict[str, Any]:
    return {
        "name": one.name,
        "question": one.question,
        "level": one.level,
        "level_text": one.level_text,
        "text": one.text,
        "dissents": [{"who": who, "reason": reason} for who, reason in one.dissents],
    }


def _action(one: Decided, minutes: Minutes) -> list[str]:
    due = written_day(one.due_on, minutes.lang) if one.due_on else UNKNOWN
    return [one.title, one.owner or words.NOBODY_YET.in_(minutes.lang), due]


def _ballot(one: BallotView) -> dict[str, Any]:
    figure = one.figure
    alt = f"{figure.title}. {describe(figure)}" if figure else ""
    return {
        "name": one.name,
        "question": one.question,
        "said": one.said,
        "before": one.before,
        "figure": {"title": figure.title, "subtitle": figure.subtitle, "alt": alt} if figure else None,
    }
