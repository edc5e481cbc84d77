"""The pages of the product, sown once for each file of tests; the pictures of these tests, in a folder of their own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from tests.apps.editorial.making import sown


@pytest.fixture(scope="module")
def sown_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Sow inside a transaction that is given up after the last test of the file: sowing takes longer than reading."""
    with django_db_blocker.unblock(), transaction.atomic():
        sown()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def own_media(tmp_path: Path, settings: Any) -> Path:
    """Keep the pictures of each test apart."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"
