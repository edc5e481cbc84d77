"""A shelf with the demonstration barometer on it, made once for every test of the observatory that reads editions."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from cordee.apps.observatory.demonstration.publishing import publish_demonstration


@pytest.fixture(scope="session")
def published_shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the three editions of the demonstration: read it, do not write in it."""
    folder = tmp_path_factory.mktemp("editions")
    publish_demonstration(folder)
    return folder


@pytest.fixture
def shelf(published_shelf: Path, settings: LazySettings) -> Path:
    """Make the site read the demonstration."""
    settings.EDITIONS = published_shelf
    return published_shelf


@pytest.fixture
def empty_shelf(tmp_path: Path, settings: LazySettings) -> Path:
    """Make the site read a folder where there is nothing yet."""
    settings.EDITIONS = tmp_path / "editions"
    return settings.EDITIONS
