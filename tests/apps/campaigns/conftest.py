"""What the attacks on a 360° share: their count, printed at the end of each file, and an hour that stands still."""

import os
import sys
from collections.abc import Callable, Iterator

import pytest
from django.utils import timezone
from tests.apps.campaigns.attacking.alliances import quick_pack
from tests.apps.campaigns.attacking.playing import Tally
from tests.apps.diagnosis.conftest import stored

from cordee.apps.library.models import PackRelease


@pytest.fixture(scope="module")
def tally() -> Iterator[Callable[[str], Tally]]:
    """Count the attempts of every attack of a file, and print them at the end (`pytest -s`)."""
    kept: dict[str, Tally] = {}
    yield lambda attack: kept.setdefault(attack, Tally(attack))
    sys.stdout.write("\n" + "".join(f"{one}\n" for one in kept.values()))


@pytest.fixture
def rounds() -> int:
    """How many times longer than usual to attack: ATTACK_ROUNDS=10 for a long run."""
    return int(os.environ.get("ATTACK_ROUNDS", "1"))


@pytest.fixture
def quick_release(db: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> PackRelease:
    """The reference pack with fewer draws, at an hour that stands still so that pages can be compared."""
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    caplog.set_level("CRITICAL", "django.request")
    return stored(quick_pack())
