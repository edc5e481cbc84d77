"""Refreshing the barometer: who is read, whole batches, withdrawal, twice the same job."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.utils import timezone
from tests.apps.observatory.maturity.making import counted_alliance, counted_alliances, levels_of, published

from cordee.apps.campaigns.maturity import contributors, key_of
from cordee.apps.campaigns.models import Campaign, Publication
from cordee.apps.library.models import PackRelease
from cordee.apps.observatory.maturity import tasks
from cordee.apps.observatory.maturity.operations import refresh
from cordee.apps.observatory.models import MaturityBatch, MaturityEntry, MaturityRefresh, MaturitySnapshot
from cordee.apps.organisations.models import Alliance

pytestmark = pytest.mark.django_db


def withdraw(alliance: Alliance) -> None:
    Alliance.objects.filter(pk=alliance.pk).update(barometer_consent_at=None)


class TestWhoIsRead:
    def test_only_alliances_that_said_yes_to_this(self, release: PackRelease) -> None:
        yes = counted_alliance(release, 1)
        counted_alliance(release, 2, barometer_consent_at=None, benchmark_consent_at=timezone.now())
        (found,) = contributors()
        assert [one.key for one in found.results] == [key_of(yes.campaigns.get().public)]

    def test_never_an_invented_one(self, release: PackRelease) -> None:
        counted_alliance(release, 1, is_demonstration=True)
        assert contributors() == []

    def test_what_the_facilitator_alone_sees_is_no_result(self, release: PackRelease) -> None:
        alliance = Alliance.objects.create(name="Seule", barometer_consent_at=timezone.now())
        published(alliance, release, {}, timezone.now(), audience=Publication.Audience.FACILITATOR)
        (found,) = contributors()
        assert found.results == ()

    def test_a_cancelled_campaign_is_no_result(self, release: PackRelease) -> None:
        counted_alliance(release, 1)
        Campaign.objects.update(cancelled_at=timezone.now())
        assert contributors()[0].results == ()

    def test_results_come_oldest_first_and_an_approach_without_a_stage_is_not_there(self, release: PackRelease) -> None:
        alliance = counted_alliance(release, 1)
        later = published(alliance, release, levels_of(release, 3), timezone.now() - timedelta(days=40))
        (found,) = contributors()
        assert [one.key for one in found.results][-1] == key_of(later.campaign.public)
        assert found.results[0].day < found.results[1].day
        assert "unread" not in found.results[0].standings

    def test_a_key_tells_nothing_and_stays(self, release: PackRelease) -> None:
        public = counted_alliance(release, 1).campaigns.get().public
        assert key_of(public) == key_of(public)
        assert str(public) not in key_of(public)
        assert len(key_of(public)) == 64


class TestBatches:
    def test_nine_show_nothing(self, release: PackRelease) -> None:
        counted_alliances(release, 9)
        refresh()
        assert not MaturitySnapshot.objects.exists()
        assert not MaturityEntry.objects.exists()

    def test_ten_show_a_table_and_no_value_of_anybody_is_kept(self, release: PackRelease) -> None:
        counted_alliances(release, 10)
        refresh()
        snapshot, batch = MaturitySnapshot.objects.get(), MaturityBatch.objects.get()
        assert snapshot.content["count"] == batch.table["count"] == batch.entries.count() == 10
        assert all(sum(counts) == 10 for counts in batch.table["stages"].values())
        assert not snapshot.synthetic

    def test_the_eleventh_waits_and_the_page_keeps_its_day(self, release: PackRelease) -> None:
        counted_alliances(release, 10)
        refresh()
        before = MaturitySnapshot.objects.values().get()
        counted_alliance(release, 10)
        refresh(timezone.localdate() + timedelta(days=40))
        assert MaturitySnapshot.objects.values().get() == before

    def test_ten_more_enter_together(self, release: PackRelease) -> None:
        counted_alliances(release, 10)
        refresh()
        counted_alliances(release, 10, first=10)
        refresh()
        assert MaturitySnapshot.objects.get().content["count"] == 20

    def test_forms_are_shown_apart(self, release: PackRelease) -> None:
        counted_alliances(release, 10)
        for number in range(10):
            counted_alliance(release, number, form="full")
        refresh()
        assert set(MaturitySnapshot.objects.values_list("family", flat=True)) == {"alliances:express", "alliances:full"}


class TestWithdrawal:
    def test_the_batch_leaves_with_the_one_who_withdraws(self, release: PackRelease) -> None:
        first, *_rest = counted_alliances(release, 12)
        refresh()
        withdraw(first)
        refresh()
        assert not MaturitySnapshot.objects.exists()
        batch = MaturityBatch.objects.get()
        assert (batch.left_on, batch.table) == (timezone.localdate(), {})
        assert batch.entries.count() == 12

    def test_other_batches_stay(self, release: PackRelease) -> None:
        first, *_rest = counted_alliances(release, 12)
        refresh()
        counted_alliances(release, 11, first=12)
        refresh()
        withdraw(first)
        refresh()
        assert MaturitySnapshot.objects.get().content["count"] == 11

    def test_an_alliance_that_is_erased_withdraws(self, release: PackRelease) -> None:
        first, *_rest = counted_alliances(release, 12)
        refresh()
        first.delete()
        refresh()
        assert not MaturitySnapshot.objects.exists()

    def test_saying_yes_again_does_not_bring_the_same_result_back(self, release: PackRelease) -> None:
        alliances = counted_alliances(release, 12)
        refresh()
        withdraw(alliances[0])
        refresh()
        Alliance.objects.update(barometer_consent_at=timezone.now() - timedelta(days=60))
        refresh()
        assert not MaturitySnapshot.objects.exists()
        for number, alliance in enumerate(alliances):
            published(alliance, release, levels_of(release, number + 1), timezone.now() - timedelta(days=50))
        refresh()
        assert MaturitySnapshot.objects.get().content["count"] == 12


class TestTheJob:
    def test_twice_is_as_once(self, release: PackRelease) -> None:
        counted_alliances(release, 12)
        assert tasks.refresh.call() == 1
        kept = [list(model.objects.values()) for model in (MaturityBatch, MaturityEntry, MaturitySnapshot)]
        assert tasks.refresh.call() == 0
        assert [list(model.objects.values()) for model in (MaturityBatch, MaturityEntry, MaturitySnapshot)] == kept
        assert MaturityRefresh.objects.get().ended_at is not None

    def test_a_result_cannot_be_written_twice(self, release: PackRelease) -> None:
        from django.db import IntegrityError, transaction

        counted_alliances(release, 12)
        refresh()
        entry = MaturityEntry.objects.first()
        assert entry is not None
        with pytest.raises(IntegrityError), transaction.atomic():
            MaturityEntry.objects.create(batch=entry.batch, key=entry.key)

    def test_without_a_pack_nothing_is_touched(self, release: PackRelease, monkeypatch: pytest.MonkeyPatch) -> None:
        counted_alliances(release, 12)
        refresh()
        monkeypatch.setattr("cordee.apps.observatory.maturity.operations.reference_pack", lambda: None)
        refresh()
        assert MaturityBatch.objects.get().left_on is None
        assert MaturitySnapshot.objects.count() == 1

    def test_it_is_on_the_clock_and_asked_for_when_a_consent_is_taken_back(self, settings: LazySettings) -> None:
        path = "cordee.apps.observatory.maturity.tasks.refresh"
        assert path in settings.PERIODIC_JOBS
        assert {"barometer_consent_at": path} == settings.CONSENT_JOBS
