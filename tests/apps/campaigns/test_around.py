"""What stands around a result: alliances that agreed to it, those of the demonstration among themselves."""

from __future__ import annotations

import pytest
from django.utils import timezone
from tests.apps.observatory.maturity.making import counted_alliance

from cordee.apps.campaigns.queries.around import latest_results
from cordee.apps.library.models import PackRelease

pytestmark = pytest.mark.django_db


def test_an_invented_alliance_enters_no_figure_of_those_that_exist(quick_release: PackRelease) -> None:
    agreed = {"benchmark_consent_at": timezone.now(), "peer_consent_at": timezone.now()}
    real = counted_alliance(quick_release, 1, **agreed)
    invented = counted_alliance(quick_release, 2, is_demonstration=True, **agreed)
    counted_alliance(quick_release, 3)
    assert [one.alliance for one in latest_results()] == [real]
    assert [one.alliance for one in latest_results(invented=True)] == [invented]
