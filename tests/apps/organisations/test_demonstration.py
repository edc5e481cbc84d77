"""The demonstration of the entrance: one alliance, said to be invented, put back as it was."""

import pytest
from django.core.management import call_command
from tests.apps.diagnosis.conftest import reference_pack, stored

from cordee.apps.accounts.models import Account
from cordee.apps.organisations.demonstration import NAME, load_demonstration
from cordee.apps.organisations.models import Alliance, Organisation, Partner
from cordee.apps.organisations.territories import territory

pytestmark = pytest.mark.django_db


def test_it_holds_three_organisations_of_different_kinds_and_says_it_is_invented() -> None:
    demonstration = load_demonstration()
    assert demonstration.alliance.is_demonstration
    organisations = [partner.organisation for partner in demonstration.partners]
    assert len({one.profile for one in organisations}) == 3
    assert all(territory(one.territory) for one in organisations)
    assert len({partner.objective for partner in demonstration.partners}) == 3
    role = demonstration.alliance.roles.get(account=demonstration.facilitator)
    assert role.kind == "facilitator"


def test_its_people_have_addresses_that_reach_nobody() -> None:
    load_demonstration()
    assert all(email.endswith(".example") for email in Account.objects.values_list("email", flat=True))


def test_doing_it_again_puts_it_back() -> None:
    first = load_demonstration()
    Alliance.objects.update(name="Changée", territory="")
    Partner.objects.update(objective="")
    again = load_demonstration()
    assert again.alliance == first.alliance
    assert again.alliance.name == NAME
    assert (Alliance.objects.count(), Organisation.objects.count(), Account.objects.count()) == (1, 3, 3)
    assert all(partner.objective for partner in again.partners)


def test_the_command_loads_it_with_the_rest() -> None:
    stored(reference_pack())
    call_command("load_demo", verbosity=0)
    assert Alliance.objects.filter(name=NAME, is_demonstration=True).count() == 1
    assert not Alliance.objects.filter(is_demonstration=False).exists()
