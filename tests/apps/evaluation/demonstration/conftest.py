"""The demonstration, loaded once for a file of tests that read it: loading takes longer than reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from tests.apps.evaluation.demonstration.loaded import load

from cordee.apps.evaluation.models import Evaluation


@pytest.fixture(scope="module")
def loaded_once(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Evaluation]]:
    """Load inside a transaction that is given up after the last test of the file, its files kept apart."""
    folder = tmp_path_factory.mktemp("demonstration")
    kept = override_settings(EVIDENCE_FOLDER=folder, FILE_UPLOAD_TEMP_DIR=folder)
    with kept, django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def evaluations(loaded_once: list[Evaluation], db: None) -> list[Evaluation]:
    """The evaluations of the demonstration."""
    return list(Evaluation.objects.filter(pk__in=[one.pk for one in loaded_once]).order_by("pk"))
