"""An alliance with a plan."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.apps.party import Party, new_party

from cordee.apps.plans import operations
from cordee.apps.plans.models import Action

Add = Callable[..., Action]


@pytest.fixture
def party(db: None) -> Party:
    """An alliance with its people."""
    return new_party()


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.EVIDENCE_FOLDER = settings.FILE_UPLOAD_TEMP_DIR = tmp_path


@pytest.fixture
def add(party: Party) -> Add:
    """Add an action, with some parts changed."""

    def added(title: str = "Écrire la convention", **parts: Any) -> Action:
        return operations.add_action(party.alliance, party.member, title=title, **parts)

    return added


@pytest.fixture
def action(add: Add, party: Party) -> Action:
    """An action with everything in it."""
    return add(
        details="Avec les deux directions.",
        partner=party.partner,
        owner_name="Ada",
        owner_email="ada@example.org",
        due_on=date(2026, 11, 30),
        effort="some_days",
    )
