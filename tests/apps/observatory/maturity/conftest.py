"""The reference pack, stored as the release in force."""

import pytest
from tests.apps.diagnosis.conftest import reference_pack, stored

from cordee.apps.library.models import PackRelease


@pytest.fixture
def release(db: None) -> PackRelease:
    """Return the release in force."""
    return stored(reference_pack())
