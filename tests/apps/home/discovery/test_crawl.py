"""The public site, walked from the front page in both languages: every link answers, every page is whole and listed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from tests.apps.editorial.making import article, free_page

SITE = "https://cordee.example.org"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TWIN = "{http://www.w3.org/1999/xhtml}link"

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@dataclass
class Page(HTMLParser):
    """What a page says of itself, and where it leads."""

    path: str
    lang: str = ""
    titles: int = 0
    title: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    canonical: str = ""
    twins: dict[str, str] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()
        self._in_title = False

    def __hash__(self) -> int:
        return hash(self.path)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        match tag:
            case "html":
                self.lang = found.get("lang", "")
            case "h1":
                self.titles += 1
            case "title":
                self._in_title = not self.title
            case "meta":
                self.metas[found.get("name") or found.get("property", "")] = found.get("content", "")
            case "a":
                self.links.add(found.get("href", ""))
            case "link" if found.get("rel") == "canonical":
                self.canonical = found["href"]
            case "link" if found.get("rel") == "alternate" and "hreflang" in found:
                self.twins[found["hreflang"]] = found["href"]

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title, self._in_title = data.strip(), False


@dataclass(frozen=True)
class Walk:
    """The public pages by path, the links that do not answer, and what the map of the site lists."""

    pages: dict[str, Page]
    broken: list[str]
    listed: set[str]


@pytest.fixture(scope="module")
def walk(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """Walk the site once, with the packs, the pages of the product, an article, a page of editors, three editions."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        from django.conf import settings

        from cordee.apps.observatory.demonstration.publishing import publish_demonstration

        patch.setattr(settings, "PUBLIC_URL", SITE)
        # A shelf of its own: on that of all tests, an edition may come while this one walks.
        patch.setattr(settings, "EDITIONS", tmp_path_factory.mktemp("shelf"))
        publish_demonstration(settings.EDITIONS)
        call_command("load_packs", verbosity=0)
        article()
        free_page()
        yield walked(Client())
        transaction.set_rollback(True)


def walked(client: Client) -> Walk:
    listed = {urlsplit(loc.text or "").path for loc in ET.fromstring(got(client, "/sitemap.xml")).iter(f"{MAP}loc")}
    pages, broken = {}, []
    waiting, seen = ["/", "/en/", *sorted(listed)], {"/", "/en/", *listed}
    while waiting:
        path = waiting.pop()
        answer = client.get(path)
        if answer.status_code not in (200, 301, 302):
            broken.append(f"{answer.status_code} {path}")
        page = read(path, answer)
        if page is None:
            continue
        pages[path] = page
        for link in sorted({inside(path, link) for link in page.links} - seen - {""}):
            seen.add(link)
            waiting.append(link)
    return Walk(pages, broken, listed)


def got(client: Client, path: str) -> bytes:
    answer = client.get(path)
    assert answer.status_code == 200
    return bytes(answer.content)


def read(path: str, answer: Any) -> Page | None:
    """Read a public page; None for a file, a redirection, or a page that asks not to be listed."""
    if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
        return None
    page = Page(path)
    page.feed(answer.content.decode())
    hidden = "noindex" in page.metas.get("robots", "") or "noindex" in answer.get("X-Robots-Tag", "")
    return None if hidden else page


def inside(path: str, link: str) -> str:
    """Return the path of a link of this site; nothing for another site or a letter."""
    found = urlsplit(urljoin(f"{SITE}{path}", link))
    return found.path if f"{found.scheme}://{found.netloc}" == SITE else ""


def faulty(walk: Walk, right: Any) -> list[str]:
    return sorted(path for path, page in walk.pages.items() if not right(page))


def test_every_link_answers(walk: Walk) -> None:
    assert walk.broken == []
    assert len(walk.pages) > 40, "too few pages were walked: the test has lost its legs"


def test_every_page_has_one_title_and_describes_itself(walk: Walk) -> None:
    assert faulty(walk, lambda page: page.titles == 1) == []
    assert faulty(walk, lambda page: len(page.title) > 8 and "Cordée" in page.title) == []
    assert faulty(walk, lambda page: len(page.metas.get("description", "")) > 20) == []


def test_every_page_says_its_language_and_its_one_address(walk: Walk) -> None:
    assert faulty(walk, lambda page: page.lang == ("en" if page.path.startswith("/en/") else "fr")) == []
    assert faulty(walk, lambda page: page.canonical == f"{SITE}{page.path}") == []


def test_every_page_and_its_twin_point_to_each_other(walk: Walk) -> None:
    def points_back(page: Page) -> bool:
        twins = {code: urlsplit(url).path for code, url in page.twins.items()}
        others = {twins[code] for code in ("fr", "en") if code in twins}
        return page.path in others and all(walk.pages[one].twins == page.twins for one in others)

    assert faulty(walk, points_back) == []
    assert faulty(walk, lambda page: page.twins.get("x-default", "") == page.twins.get("fr", "")) == []


def test_every_page_is_in_the_map_and_the_map_holds_no_other(walk: Walk) -> None:
    assert sorted(set(walk.pages) - walk.listed) == []
    assert sorted(walk.listed - set(walk.pages)) == []


def test_every_page_has_a_picture_and_words_to_be_shared_with(walk: Walk) -> None:
    pictures = {page.metas.get("og:image", "") for page in walk.pages.values()}
    assert faulty(walk, lambda page: page.metas.get("og:title") == page.title) == []
    assert faulty(walk, lambda page: page.metas.get("og:url") == page.canonical) == []
    assert all(re.fullmatch(rf"{SITE}/(?:apercu|en/preview)/[a-z]+/[\w-]+\.png", picture) for picture in pictures)


def test_no_page_calls_another_site(walk: Walk) -> None:
    called = re.compile(r"""(?:<link\b[^>]*rel="(?:stylesheet|preload|icon)"[^>]*href|\bsrc)="(?:https?:)?//""")
    client = Client()
    assert [path for path in walk.pages if called.search(client.get(path).content.decode())] == []


def test_the_map_gives_each_address_with_all_its_twins(walk: Walk) -> None:
    tree = ET.fromstring(got(Client(), "/sitemap.xml"))
    front = next(url for url in tree if url.findtext(f"{MAP}loc") == f"{SITE}/en/")
    assert {link.attrib["hreflang"]: link.attrib["href"] for link in front.iter(TWIN)} == {
        "fr": f"{SITE}/",
        "en": f"{SITE}/en/",
        "x-default": f"{SITE}/",
    }
