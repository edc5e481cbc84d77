"""The demonstration space: found again at the same address, whole after anything that visitors did to it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from cordee.apps.diagnosis import operations, queries
from cordee.apps.diagnosis.demonstration import demonstration_token, load_demonstration
from cordee.apps.diagnosis.given import GivenAnswer
from cordee.apps.diagnosis.models import Diagnosis, Mark, Snapshot
from cordee.apps.library.models import PackRelease

pytestmark = pytest.mark.django_db


def test_the_command_says_an_address_that_opens(client: Client, release: PackRelease) -> None:
    said = StringIO()
    call_command("load_demo", stdout=said, verbosity=0)
    path = "/" + said.getvalue().splitlines()[0].split("//")[1].split("/", 1)[1]
    answer = client.get(path)
    assert answer.status_code == 200
    assert demonstration_token() in path


def test_doing_it_again_leaves_one_diagnosis_and_one_reading(release: PackRelease) -> None:
    for _ in range(2):
        load_demonstration(release)
    assert (Diagnosis.objects.count(), Snapshot.objects.count()) == (1, 1)


def test_what_visitors_changed_or_erased_is_put_back(release: PackRelease) -> None:
    diagnosis, _ = load_demonstration(release)
    before = queries.given_of(diagnosis)
    operations.save_answers(diagnosis, {"relevance.needs.vision": GivenAnswer(Mark.ANSWERED, 0)})
    load_demonstration(release)
    assert queries.given_of(diagnosis) == before
    operations.erase(diagnosis)
    again, _ = load_demonstration(release)
    assert queries.given_of(again) == before


def test_another_site_has_another_address() -> None:
    here = demonstration_token()
    with override_settings(SECRET_KEY="another" * 10):
        assert len(demonstration_token()) == len(here) == 43
        assert demonstration_token() != here


def test_without_a_pack_the_command_says_what_to_do() -> None:
    with pytest.raises(CommandError, match="load_packs"):
        call_command("load_demo")
