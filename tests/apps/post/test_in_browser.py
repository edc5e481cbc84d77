"""The local mailbox in a real browser: readable by all, no script in a letter, links that lead out of its frame."""

from collections.abc import Callable
from typing import Any

import pytest

from cordee.apps.post.models import Letter
from cordee.apps.post.operations import write
from cordee.apps.post.rendering import html_of_text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Any]


@pytest.fixture
def letter(live_server: Any) -> Letter:
    text = f"Bonjour,\n\nVotre invitation : {live_server.url}/a-propos/\n"
    html = html_of_text(text, "Une invitation", "fr").replace("</body>", "<script>document.title='x'</script></body>")
    return write("test:1", to="ada@example.org", subject="Une invitation", text=text, html=html, lang="fr")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("start", ["/boite-aux-lettres/", "/en/mailbox/"])
def test_axe_finds_nothing(
    open_page: Open, axe_faults: Callable[[Any], list[str]], letter: Letter, start: str, scheme: str
) -> None:
    for path in (start, f"{start}{letter.public}/"):
        page = open_page(path, color_scheme=scheme, width=390)
        assert axe_faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_a_link_of_the_letter_opens_in_the_whole_window(open_page: Open, letter: Letter) -> None:
    page = open_page(f"/boite-aux-lettres/{letter.public}/")
    page.frame_locator("iframe").get_by_role("link").click()
    page.wait_for_url("**/a-propos/")


def test_no_script_of_a_letter_runs(open_page: Open, letter: Letter) -> None:
    page = open_page(f"/boite-aux-lettres/{letter.public}/html/")
    assert page.title() == "Une invitation"
