"""What the journeys need: the reference pack loaded, and a page that counts what its visitor does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.utils import timezone

from cordee.core.packs.folder import read_folder
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.release import Release, release_of
from cordee.ground import packs_folder

# Counted by the browser itself, across pages: what a thumb does, and what leaves for elsewhere.
COUNT_CLICKS = """
addEventListener('pointerdown', () => {
  sessionStorage.clicks = Number(sessionStorage.clicks || 0) + 1;
}, true);
"""


@pytest.fixture(scope="session")
def reference_release() -> Release:
    """The reference pack, read once for all journeys."""
    read = read_pack(read_folder(packs_folder() / "alliances"))
    assert read.pack is not None, read.faults[:3]
    return release_of(read.pack)


@pytest.fixture
def loaded(reference_release: Release, transactional_db: None) -> Release:
    """The reference pack, in the store of releases."""
    from cordee.apps.library.models import PackRelease

    PackRelease.objects.create(
        pack=reference_release.pack.card.id,
        version=reference_release.version,
        sha256=reference_release.sha256,
        document=reference_release.document,
        loaded_at=timezone.now(),
    )
    return reference_release


@dataclass
class Visit:
    """A page, with every request it made and every fault that its scripts met."""

    page: Any
    origin: str
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def goto(self, path: str) -> None:
        """Open an address of the site."""
        self.page.goto(f"{self.origin}{path}")

    @property
    def path(self) -> str:
        """The address on screen, without its origin."""
        return str(self.page.url).removeprefix(self.origin)

    def wait_in_vain(self) -> None:
        """Let the time of a pause go by, and more."""
        self.page.clock.fast_forward(5_000)
        self.page.wait_for_timeout(150)

    @property
    def clicks(self) -> int:
        """How many times a pointer was pressed, on every page since the visit began."""
        return int(self.page.evaluate("Number(sessionStorage.clicks || 0)"))

    @property
    def elsewhere(self) -> list[str]:
        """The requests that left for another site."""
        return [url for url in self.requests if not url.startswith((self.origin, "data:", "blob:"))]


@pytest.fixture
def visit(browser: Any, live_server: Any) -> Any:
    """Open a visit: width, scheme, language, scripts or not."""
    contexts = []

    def opened(*, width: int = 390, height: int = 844, **options: Any) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.add_init_script(COUNT_CLICKS)
        seen = Visit(context.new_page(), live_server.url)
        if options.get("java_script_enabled", True):
            # Time goes on as usual, and can be hurried where a page waits on purpose.
            seen.page.clock.install()
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on("pageerror", lambda error: seen.faults.append(str(error)))
        seen.page.on("console", lambda said: seen.faults.append(said.text) if said.type == "error" else None)
        return seen

    yield opened
    for context in contexts:
        context.close()


OpenVisit = Callable[..., Visit]
