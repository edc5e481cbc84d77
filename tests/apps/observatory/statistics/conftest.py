"""Where the site reads its statistics, in a folder of the test."""

from pathlib import Path

import pytest
from django.conf import LazySettings


@pytest.fixture
def statistics_file(tmp_path: Path, settings: LazySettings) -> Path:
    """Make the site read a file that is not there yet."""
    settings.STATISTICS = tmp_path / "statistics.csv"
    return settings.STATISTICS
