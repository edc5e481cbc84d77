"""Periodic jobs are put in the queue when they are due, once, whatever restarts in between."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from cordee.cli import clock
from cordee.cli.clock import Clock, enqueue_due, forget_old_results, schedule

DAY = timedelta(days=1)
PATH = f"{__name__}.sweep"


@task()
def sweep() -> None:
    """A job of the tests."""


@pytest.fixture
def now(settings: object) -> datetime:
    """A fixed moment, and jobs kept in the database as on a real site."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # type: ignore[attr-defined]
    return timezone.now()


def age(**ago: float) -> None:
    """Make the last run older than it is."""
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(**ago))


@pytest.fixture(autouse=True)
def _reachable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The schedule names a task by its path; the tests' own module is not on it."""
    monkeypatch.setattr(clock, "import_string", {PATH: sweep}.__getitem__)
    monkeypatch.setattr(type(sweep), "module_path", property(lambda self: PATH))


@pytest.mark.django_db
class TestEnqueueing:
    def test_a_job_that_never_ran_is_due(self, now: datetime) -> None:
        assert enqueue_due({PATH: DAY}, now) == [PATH]
        assert list(DBTaskResult.objects.values_list("task_path", flat=True)) == [PATH]

    def test_a_job_is_not_repeated_before_its_time(self, now: datetime) -> None:
        enqueue_due({PATH: DAY}, now)
        assert enqueue_due({PATH: DAY}, timezone.now()) == []

    def test_a_job_comes_back_when_its_time_has_come(self, now: datetime) -> None:
        enqueue_due({PATH: DAY}, now)
        age(hours=25)
        assert enqueue_due({PATH: DAY}, timezone.now()) == [PATH]
        assert DBTaskResult.objects.count() == 2

    def test_without_jobs_nothing_is_done(self, now: datetime) -> None:
        assert enqueue_due({}, now) == []

    def test_the_last_run_counts_not_the_first(self, now: datetime) -> None:
        enqueue_due({PATH: DAY}, now)
        age(days=9)
        enqueue_due({PATH: DAY}, timezone.now())
        assert enqueue_due({PATH: DAY}, timezone.now()) == []

    def test_old_results_are_forgotten_and_recent_ones_kept(self, now: datetime) -> None:
        sweep.enqueue()
        sweep.enqueue()
        old, recent = DBTaskResult.objects.all()
        for result, days in ((old, 30), (recent, 3)):
            ended = timezone.now() - timedelta(days=days)
            DBTaskResult.objects.filter(pk=result.pk).update(status="SUCCESSFUL", finished_at=ended)
        forget_old_results()
        assert [result.pk for result in DBTaskResult.objects.all()] == [recent.pk]


class TestTicking:
    @pytest.fixture
    def looks(self, monkeypatch: pytest.MonkeyPatch) -> list[float]:
        """The moments at which the clock looked at the schedule; the time of the test moves by hand."""
        self.moment = 1000.0
        looks: list[float] = []

        def look(*_: object) -> list[str]:
            looks.append(self.moment)
            return []

        monkeypatch.setattr(clock.time, "monotonic", lambda: self.moment)
        monkeypatch.setattr(clock, "enqueue_due", look)
        return looks

    def test_it_looks_once_a_minute(self, looks: list[float]) -> None:
        hand = Clock()
        for self.moment in (1000.0, 1000.5, 1059.0, 1060.0, 1061.0, 1125.0):
            hand.tick()
        assert looks == [1000.0, 1060.0, 1125.0]

    def test_a_database_that_fails_does_not_stop_the_site(
        self, looks: list[float], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def refuse(*_: object) -> list[str]:
            raise OSError("the database is away")

        monkeypatch.setattr(clock, "enqueue_due", refuse)
        Clock().tick()
        assert "the database is away" in caplog.text


def test_the_settings_name_the_jobs(settings: object) -> None:
    settings.PERIODIC_JOBS = {PATH: DAY}  # type: ignore[attr-defined]
    assert schedule() == {PATH: DAY}
