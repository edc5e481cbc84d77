"""Everything that the product shows of a campaign, to each reader in each language, as text that can be compared."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from html import unescape

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.apps.campaigns.answering.building import Alliance360, token_of

from cordee.apps.campaigns.doors import Reader, doors_of
from cordee.apps.meetings.models import Meeting
from cordee.apps.meetings.operations import preparing, running
from cordee.apps.organisations.models import RoleKind

LANGS = ("fr", "en")
ROLES = ("facilitator", "member", "observer")
Shown = dict[tuple[str, str, str], str]
"""What is read: (reader, language, page) → the status and the text, but for what differs from one visit to the next."""

PASSING = (
    (re.compile(r'(csrfmiddlewaretoken" value=|nonce=|X-CSRFToken[^:]*:\s*)"?[\w=+/-]+"?'), r"\1"),
    (re.compile(r"/[\w-]{43}(?=/)"), "/«token»"),
    (re.compile(r"DTSTAMP:\w+"), "DTSTAMP"),
    (re.compile(r'name="public" value="[0-9a-f-]{36}"'), 'name="public"'),
)
TAGS = re.compile(r"<[^>]*>")


def still(text: str) -> str:
    """Take out of a page what differs from one visit to the next: keys against forgery, links drawn by lot."""
    for pattern, put in PASSING:
        text = pattern.sub(put, text)
    return text


def text_of(answer: HttpResponse) -> str:
    """Return what a response says: pages whole, with every attribute; a workbook sheet by sheet; a document as text."""
    kind, content = answer.get("Content-Type", ""), b"".join(answer) if answer.streaming else answer.content
    if "spreadsheet" in kind:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            parts = [name for name in sorted(book.namelist()) if not name.startswith("docProps")]
            return "\n".join(book.read(name).decode() for name in parts)
    if "pdf" in kind:
        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if "json" in kind:
        return json.dumps(json.loads(content), sort_keys=True, ensure_ascii=False)
    return unescape(content.decode())


def browser(world: Alliance360, who: str) -> Client:
    """The browser of a reader; anonymous and invitee sign nobody in."""
    client = Client()
    if who in (*ROLES, "stranger"):
        client.force_login(getattr(world, who))
    return client


def read(client: Client, pages: Mapping[str, str], who: str, lang: str) -> Shown:
    """Open some pages."""
    shown = {}
    for name, url in pages.items():
        answer = client.get(url)
        where = answer.headers.get("Location", "")
        shown[who, lang, name] = still(f"{answer.status_code} {where}\n{text_of(answer)}")
    return shown


def campaign_pages(world: Alliance360, *names: str) -> dict[str, str]:
    """Addresses of pages of the campaign."""
    return {name: reverse(f"campaigns:{name}", args=[world.campaign.public]) for name in names}


def alliance_pages(world: Alliance360) -> dict[str, str]:
    """Addresses of the pages of the alliance around it: its front, its campaigns, its plan, the calendar, the table."""
    alliance = world.campaign.alliance.public
    names = ("organisations:alliance", "campaigns:campaigns", "plans:plan", "plans:calendar", "plans:table")
    return {name: reverse(name, args=[alliance]) for name in names}


def before_closing(world: Alliance360) -> Shown:
    """Everything that those who have a role may open while people answer."""
    shown: Shown = {}
    live = ("campaign", "counts", "people", "links", "letter", "paper_desk", "close", "last_day", "result")
    for lang in LANGS:
        with translation.override(lang):
            for who in (*ROLES, "anonymous"):
                pages = {**campaign_pages(world, *live), **alliance_pages(world)}
                pages["question"] = reverse("campaigns:question", args=[world.campaign.public, 1])
                shown |= read(browser(world, who), pages, who, lang)
    return shown


def after_closing(world: Alliance360, meeting: Meeting | None) -> Shown:
    """Everything that anybody may open once the result is published, the session on it, and the documents of it."""
    shown: Shown = {}
    for lang in LANGS:
        with translation.override(lang):
            for who in (*ROLES, "anonymous"):
                pages = {**campaign_pages(world, "result", "campaign", "close"), **alliance_pages(world)}
                pages |= session_pages(meeting, who)
                if who in ROLES:
                    pages |= documents(world, Reader(role=RoleKind(who)), who, lang)
                shown |= read(browser(world, who), pages, who, lang)
            pages = {
                **dict(by_link(world)),
                **documents(world, Reader(token=token_of(world.invitees[0])), "invitee", lang),
            }
            shown |= read(browser(world, "invitee"), pages, "invitee", lang)
    drawn = str(meeting.public) if meeting else "no session"
    return {page: text.replace(drawn, "«session»") for page, text in shown.items()}


def documents(world: Alliance360, reader: Reader, who: str, lang: str) -> dict[str, str]:
    """Addresses of the documents of the result. Papers and workbooks are long to make: two of the eight are."""
    doors = doors_of(world.campaign, reader)
    return {kind: url for kind, url in doors.items() if kind not in ("pdf", "xlsx") or (who, lang) in PAPERS}


PAPERS = {("facilitator", "fr"), ("invitee", "en")}


def by_link(world: Alliance360) -> Iterator[tuple[str, str]]:
    """Addresses that the link of someone invited opens once it is over."""
    token = token_of(world.invitees[0])
    for name in ("door", "reading_for_respondent", "done", "importance"):
        yield name, reverse(f"campaigns:{name}", args=[token])
    yield "topic", reverse("campaigns:topic", args=[token, 1])


def session_pages(meeting: Meeting | None, who: str) -> dict[str, str]:
    """Addresses of a session: its agenda, the desk, the minutes; what is projected, for who may project it."""
    if meeting is None:
        return {}
    pages = {f"session {name}": reverse(f"meetings:{name}", args=[meeting.public]) for name in SESSION}
    for place in range(len(meeting.agenda["slots"]) if who == "facilitator" else 1):
        pages[f"session screen {place}"] = reverse("meetings:screen", args=[meeting.public, place])
    return pages


SESSION = ("agenda", "arrange", "desk", "live", "minutes")


def session_on(world: Alliance360, starts_at: datetime) -> Meeting:
    """Open a session on the published result."""
    appointment = preparing.Appointment(starts_at + timedelta(days=1), 90, "Salle du conseil")
    meeting = preparing.prepare(world.campaign, world.facilitator, appointment)
    running.open_session(meeting)
    meeting.refresh_from_db()
    return meeting


def numbers(page: str) -> Counter[str]:
    """Return the numbers that a page says in its own part, written in one way whatever the language.

    But for 0, which a language may write « aucun », and 360, the name of the thing, which links repeat.
    """
    main = page[page.index("<main") : page.index("</main>")]
    said = re.findall(r"\d+(?:[.,]\d+)?", TAGS.sub(" ", main))
    return Counter(number.replace(",", ".") for number in said if number not in ("0", "360"))
