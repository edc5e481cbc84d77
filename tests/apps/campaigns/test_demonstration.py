"""The demonstration of the 360°: one that is closed and discussed, one that is open, and not a letter."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client, override_settings
from django.utils import timezone
from tests.apps.diagnosis.conftest import reference_pack, stored

from cordee.apps.campaigns.demonstration import load_demonstration
from cordee.apps.campaigns.models import Campaign, Consensus, Invitee, Seat
from cordee.apps.library.models import PackRelease
from cordee.apps.organisations.demonstration import load_demonstration as load_alliance
from cordee.apps.plans.models import Action
from cordee.apps.post.models import Letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def release(db: None) -> PackRelease:
    """The reference pack, in the store of releases."""
    return stored(reference_pack())


def test_one_is_closed_with_a_result_and_one_is_open(release: PackRelease) -> None:
    first, second = load_demonstration(load_alliance(), release)
    now = timezone.now()
    assert (first.state(now), second.state(now)) == (Campaign.State.CLOSED, Campaign.State.OPEN)
    assert first.publications.get().reading["advice"]
    assert (first.seats.count(), second.seats.count()) == (25, 13)
    assert Consensus.objects.get(campaign=first).dissents.count() == 1
    assert Action.objects.count() == 2


def test_nobody_is_written_to(release: PackRelease) -> None:
    load_demonstration(load_alliance(), release)
    assert not Letter.objects.exists()
    assert not Invitee.objects.exclude(email="").exists()


def test_doing_it_again_changes_nothing(release: PackRelease) -> None:
    first, second = load_demonstration(load_alliance(), release)
    read = first.publications.get().answers_sha256
    assert load_demonstration(load_alliance(), release) == [first, second]
    assert first.publications.get().answers_sha256 == read
    assert (Seat.objects.count(), Action.objects.count()) == (38, 2)


def test_its_facilitator_reads_the_result(release: PackRelease, client: Client) -> None:
    made = load_alliance()
    first, _second = load_demonstration(made, release)
    client.force_login(made.facilitator)
    page = client.get(f"/360/{first.public}/resultat/").content.decode()
    assert "25 réponses" in page
    assert "Nous n’avons pas les mêmes moyens en tête" in page


@pytest.mark.usefixtures("release")
def test_the_command_says_how_to_sign_in_where_letters_stay() -> None:
    for stays in (True, False):
        said = StringIO()
        with override_settings(LETTERS_STAY_HERE=stays):
            call_command("load_demo", stdout=said, verbosity=0)
        for address in ("camille@passerelles.example", "maelle@bocage.example"):
            assert (address in said.getvalue()) is stays
        assert said.getvalue().count("/alliances/") == 2
        assert said.getvalue().count("/evaluations/") == 2
