"""An alliance with a closed campaign, and a session that has begun."""

from collections.abc import Callable

import pytest
from tests.apps.diagnosis.conftest import in_parallel  # noqa: F401 - a fixture
from tests.apps.meetings import building
from tests.apps.world import World, build_world

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Campaign
from cordee.apps.meetings.models import Ballot, Meeting
from cordee.apps.meetings.operations import voting

Cast = Callable[..., Ballot]


@pytest.fixture
def world(db: None) -> World:
    return build_world()


@pytest.fixture
def facilitator(world: World) -> Account:
    return world.accounts["facilitator"]


@pytest.fixture
def campaign(world: World) -> Campaign:
    return building.closed(world.alliance)


@pytest.fixture
def meeting(campaign: Campaign, facilitator: Account) -> Meeting:
    """A session that has begun."""
    return building.opened(campaign, facilitator)


@pytest.fixture
def cast(meeting: Meeting) -> Cast:
    """Open a ballot, vote from as many phones as there are levels, close it."""

    def voted(*levels: int | None, item: str = building.SPLIT) -> Ballot:
        ballot = voting.open_ballot(meeting, item)
        for place, level in enumerate(levels):
            voting.vote(meeting, ballot.public, f"phone-{place}", level)
        voting.close_ballot(meeting)
        ballot.refresh_from_db()
        return ballot

    return voted
