"""What the tests of the workshop share."""

import pytest
from tests.apps.workshop import building
from tests.apps.workshop.building import Team

from cordee.apps.workshop.models import Draft


@pytest.fixture
def team(db: None) -> Team:
    """A writer, two publishers, a reader."""
    return building.team()


@pytest.fixture
def draft(team: Team) -> Draft:
    """A draft of the first release, begun by the writer."""
    return building.draft(team.writer)
