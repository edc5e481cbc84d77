"""A launched 360° of an alliance of three organisations, with people invited, at any hour of its life."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.utils import translation
from tests.apps.campaigns.answering.building import Alliance360, built
from tests.apps.diagnosis.conftest import reference_pack, stored

from cordee.apps.campaigns.views import arriving
from cordee.apps.diagnosis.limits import Gate
from cordee.apps.library.models import PackRelease
from cordee.core.packs.pack import Pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The reference pack, as its files are."""
    return reference_pack()


@pytest.fixture
def release(pack: Pack, db: None) -> PackRelease:
    """The current release."""
    return stored(pack)


@pytest.fixture
def build(release: PackRelease) -> Callable[..., Alliance360]:
    """Build a campaign in any regime and state."""

    def make(**options: Any) -> Alliance360:
        return built(release, **options)

    return make


@pytest.fixture
def world(build: Callable[..., Alliance360]) -> Alliance360:
    """An open campaign in the aggregate regime."""
    return build()


@pytest.fixture(autouse=True)
def _open_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a minute of its own."""
    monkeypatch.setattr(arriving, "unnamed_starts", Gate(240))


@pytest.fixture(autouse=True)
def _french() -> Iterator[None]:
    with translation.override("fr"):
        yield


@pytest.fixture
def in_parallel() -> Callable[[list[Callable[[], object]]], list[object]]:
    """Run several pieces of work at once, each with a connection of its own to the database."""

    def run(work: list[Callable[[], object]]) -> list[object]:
        def alone(one: Callable[[], object]) -> object:
            try:
                return one()
            finally:
                connection.close()

        with ThreadPoolExecutor(len(work)) as pool:
            return list(pool.map(alone, work))

    return run
