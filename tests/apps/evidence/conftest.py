"""An alliance, and a folder of files of its own for each test."""

from pathlib import Path
from typing import Any

import pytest
from tests.apps.party import Party, new_party


@pytest.fixture
def party(db: None) -> Party:
    """An alliance with its people."""
    return new_party()


@pytest.fixture(autouse=True)
def kept(settings: Any, tmp_path: Path) -> Path:
    """The folder where files are kept."""
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    return tmp_path / "evidence"
