"""What those who travel through a 360° do on its screens: sign in, look around, open their letters, answer, resume.

The few named travellers have a browser. The others, who are needed in number for a result to show, post the same
forms to the same addresses as a browser without scripts would. Nothing here calls an operation.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.test import Client
from tests.browser.conftest import Visit

from cordee.apps.post.models import Letter

FACETS = ("vision", "action", "means")
WIDTHS = (390, 1280)
ALBUM = os.environ.get("JOURNEY_ALBUM", "")
"""A folder that receives a picture of every screen looked at; nothing is drawn without it."""

ADDRESS = re.compile(r"https?://[^/\s]+(/\S+/)")
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
REFUSED_PAGE = re.compile(r"status of (403|409|422) ")
"""What the browser itself writes on the console when the site refuses something and says why."""
ENOUGH_TOPICS = 40


@dataclass
class Traveller:
    """A person in front of a page, and what they notice on the way."""

    visit: Visit
    axe_faults: Callable[[Any], list[str]]

    @property
    def page(self) -> Any:
        """The page in front of them."""
        return self.visit.page

    def press(self, name: str) -> None:
        """Press a button by its words."""
        self.page.get_by_role("button", name=name).first.click()

    def follow(self, name: str) -> None:
        """Follow a link by its words."""
        self.page.get_by_role("link", name=name).first.click()

    def fill(self, label: str, text: str) -> None:
        """Write in a field."""
        self.page.get_by_label(label).first.fill(text)

    def said(self) -> str:
        """Return the words on screen, spaces made plain."""
        return " ".join(self.page.inner_text("main").split())

    def reads(self, *words: str) -> None:
        """Find words on screen."""
        said = self.said()
        for one in words:
            assert one in said, (one, said[:1500])

    def look(self, screen: str) -> None:
        """Glance at a screen on the way: a picture for the album, when there is one."""
        if ALBUM:
            self._at_every_width(lambda width: self.picture(f"{screen}-{width}"))

    def examine(self, screen: str) -> None:
        """Look closely, on a phone and on a desk: no accessibility fault, nothing past the edge."""
        self._at_every_width(lambda width: self._find_nothing_wrong(f"{screen} at {width}"))
        self.look(screen)

    def _at_every_width(self, glance: Callable[[int], None]) -> None:
        before = self.page.viewport_size
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 844})
            glance(width)
        self.page.set_viewport_size(before)

    def _find_nothing_wrong(self, where: str) -> None:
        assert self.axe_faults(self.page) == [], where
        assert self.page.evaluate(OVERFLOW) <= 0, where

    def picture(self, name: str) -> None:
        """Keep a picture of the page in the album, in the light and in the dark."""
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            self.page.screenshot(path=Path(ALBUM) / f"{name}-{scheme}.png", full_page=True)

    def is_content(self) -> None:
        """Nothing broke on the way, and nothing was asked of another site."""
        broken = [fault for fault in self.visit.faults if not REFUSED_PAGE.search(fault)]
        assert (broken, self.visit.elsewhere) == ([], [])


def letter_to(address: str, words: str = "") -> Letter:
    """Return the last letter written to an address, with given words in its text."""
    found = Letter.objects.filter(to=address, text__contains=words).order_by("created_at", "pk").last()
    assert found is not None, (address, words)
    return found


def link_in(letter: Letter) -> str:
    """Return where the letter leads, without the origin."""
    found = ADDRESS.search(letter.text)
    assert found is not None, letter.text
    return found.group(1)


def sign_in(traveller: Traveller, address: str) -> None:
    """Ask for a code, read it in the letter, type it."""
    traveller.fill("Adresse", address)
    traveller.press("Recevoir")
    code = re.search(r"^ +(\d{4}-\d{4})$", letter_to(address).text, re.MULTILINE)
    assert code is not None, letter_to(address).text
    traveller.fill("Code à huit chiffres", code.group(1))
    traveller.page.locator("main form button[type=submit]").first.click()


def choose(traveller: Traveller, facet: str, choice: str) -> None:
    """Choose a level, or « je ne sais pas », for one facet; it is saved at once."""
    traveller.page.locator(f"label:has(input[name={facet}][value='{choice}'])").click()


def answer_topic(traveller: Traveller, choices: Iterable[str]) -> None:
    """Answer the three questions of a topic and go on."""
    for facet, choice in zip(FACETS, choices, strict=True):
        choose(traveller, facet, choice)
    before = traveller.page.url
    traveller.page.locator("button[name=go][value=next]").click()
    traveller.page.wait_for_url(lambda url: url != before)


def answer_all(traveller: Traveller, choices: str) -> None:
    """Answer every topic that is left alike, then end."""
    for _topic in range(ENOUGH_TOPICS):
        if not traveller.page.locator("form[data-topic]").count():
            break
        answer_topic(traveller, choices)
    traveller.page.locator("main form button[type=submit]").first.click()


def answer_by_post(link: str, choices: str) -> None:
    """Answer everything from a letter, as a browser without scripts: open the door, then send each page."""
    client = Client()
    assert client.get(link).status_code == 200
    where = client.post(link).headers["Location"]
    for rank in range(ENOUGH_TOPICS):
        if not re.search(r"/\d+/$", where):
            break
        turned = choices[rank % 3 :] + choices[: rank % 3]
        sent = {**dict(zip(FACETS, turned, strict=True)), "go": "next"}
        where = client.post(where, sent).headers["Location"]
    assert client.post(where, {}).status_code == 302, where
