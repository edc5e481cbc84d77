"""Two refreshes in the same second: one batch, one snapshot, and nobody who withdrew comes back."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from tests.apps.observatory.maturity.making import counted_alliances

from cordee.apps.library.models import PackRelease
from cordee.apps.observatory.maturity.operations import refresh
from cordee.apps.observatory.models import MaturityBatch, MaturityEntry, MaturityRefresh, MaturitySnapshot
from cordee.apps.organisations.models import Alliance

pytestmark = pytest.mark.django_db(transaction=True)


def refresh_in_threads(count: int) -> None:
    """Start several refreshes together, each with a connection of its own."""
    together = threading.Barrier(count)

    def run() -> None:
        try:
            together.wait()
            refresh()
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        for future in [pool.submit(run) for _ in range(count)]:
            future.result()


def test_two_at_once_are_as_one(transactional_db: None, release: PackRelease) -> None:
    alliances = counted_alliances(release, 12)
    refresh_in_threads(3)
    assert (MaturityBatch.objects.count(), MaturityEntry.objects.count()) == (1, 12)
    assert MaturitySnapshot.objects.get().content["count"] == 12
    assert MaturityRefresh.objects.count() == 1
    Alliance.objects.filter(pk=alliances[0].pk).update(barometer_consent_at=None)
    refresh_in_threads(3)
    assert not MaturitySnapshot.objects.exists()
    assert MaturityBatch.objects.filter(left_on__isnull=False).count() == 1
