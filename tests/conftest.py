"""What tests of the web floor may use: strict templates, a drawn component, a browser, an accessibility scan."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

# Read by pytest-django when the session starts: an undefined template variable fails the test that draws it.
os.environ.setdefault("FAIL_INVALID_TEMPLATE_VARS", "true")

SETTLED = "document.getAnimations().forEach(one => one.finish())"
BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put every test that drives the browser in the stage of the browser, whether it says so or not."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(autouse=True)
def french_first() -> None:
    """Begin each test in French, whatever language the page of the test before was in."""
    from django.conf import settings
    from django.utils import translation

    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def draw() -> Callable[..., str]:
    """Draw a piece of template that uses components, as a page of the site would."""
    from django.template import engines
    from django.test import RequestFactory
    from django_cotton.compiler_regex import CottonCompiler

    def drawn(source: str, **context: Any) -> str:
        template = engines["django"].from_string(CottonCompiler().process(source))
        return template.render(context, RequestFactory().get("/"))

    return drawn


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Return the browser to drive; without one, continuous integration fails and a developer's run says so."""
    chosen = os.environ.get("CORDEE_CHROMIUM") or next(filter(None, map(shutil.which, BROWSER_NAMES)), None)
    if chosen:
        return chosen
    message = "No chromium on this machine: install it, or name one in CORDEE_CHROMIUM."
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Any]:
    """Start one browser for the whole session."""
    from playwright.sync_api import sync_playwright

    # Playwright runs an event loop in this thread, where Django would otherwise refuse to use the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Any, live_server: Any) -> Iterator[Callable[..., Any]]:
    """Open an address of the site in a context of its own: width, scheme, language, scripts or not."""
    contexts = []

    def opened(path: str, *, width: int = 1280, height: int = 900, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{live_server.url}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe_faults() -> Callable[..., list[str]]:
    """Scan a page with axe and return its faults, one line each, with the elements concerned.

    With `then_dark`, the same page is looked at again in the dark, where only contrasts can differ.
    """
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"]

    def scan(page: Any, kind: str, values: list[str]) -> list[str]:
        found = axe.run(page, options={"runOnly": {"type": kind, "values": values}}).response["violations"]
        return [f"{fault['id']}: {fault['help']} {[node['target'] for node in fault['nodes']][:5]}" for fault in found]

    def faults(page: Any, *, then_dark: bool = False) -> list[str]:
        found = scan(page, "tag", rules)
        if not then_dark:
            return found
        page.emulate_media(color_scheme="dark")
        page.evaluate(SETTLED)  # a colour on its way from one scheme to the other is neither
        return found + scan(page, "rule", ["color-contrast"])

    return faults
