"""What the tests of the framing share: an alliance with its people, and its evaluation."""

import pytest
from tests.apps.evaluation.making import evaluation_of
from tests.apps.party import Party, new_party

from cordee.apps.evaluation.models import Evaluation


@pytest.fixture
def party() -> Party:
    """An alliance with its people; the member speaks for La Ruche."""
    made = new_party()
    made.alliance.roles.filter(account=made.member).update(partner=made.partner)
    return made


@pytest.fixture
def evaluation(party: Party) -> Evaluation:
    """An evaluation of that alliance."""
    return evaluation_of(party.alliance, party.member)
