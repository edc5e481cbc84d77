"""The verbs: what each keeps, what it refuses to change, and what stays true when two arrive together."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

import cordee
from cordee.apps.diagnosis import operations, queries
from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.diagnosis.models import Answer, Diagnosis, Mark, ShareLink, Snapshot, TopicImportance
from cordee.apps.diagnosis.tokens import fingerprint, new_token
from cordee.apps.library.frozen import FrozenRow
from cordee.apps.library.models import PackRelease
from cordee.core.packs.pack import Pack

from .conftest import Start, answer_all

pytestmark = pytest.mark.django_db
ITEM = "relevance.needs.vision"
Answered = tuple[Diagnosis, str]


def test_a_token_is_drawn_and_only_its_fingerprint_is_kept(start: Start) -> None:
    diagnosis, token = start()
    assert len(token) == 43
    assert diagnosis.token_sha256 == fingerprint(token) != token
    assert len({new_token() for _ in range(50)}) == 50
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM diagnosis_diagnosis")
        assert all(token not in str(value) for row in cursor.fetchall() for value in row)


def test_a_diagnosis_lives_for_the_time_announced_after_its_last_answer(start: Start) -> None:
    diagnosis, _ = start()
    Diagnosis.objects.filter(pk=diagnosis.pk).update(expires_at=timezone.now() + timedelta(days=1))
    operations.save_answers(diagnosis, {ITEM: GivenAnswer(Mark.ANSWERED, 2)})
    diagnosis.refresh_from_db()
    left = diagnosis.expires_at - timezone.now()
    assert timedelta(days=settings.VISITOR_RETENTION_DAYS, minutes=-1) < left
    assert left <= timedelta(days=settings.VISITOR_RETENTION_DAYS)


class TestSaving:
    def test_the_last_answer_wins_and_there_is_one_row(self, start: Start) -> None:
        diagnosis, _ = start()
        for level in (1, 3, 3):
            operations.save_answers(diagnosis, {ITEM: GivenAnswer(Mark.ANSWERED, level, "mot")})
        row = Answer.objects.get()
        assert (row.item, row.mark, row.level, row.evidence) == (ITEM, "answered", 3, "mot")

    def test_a_level_gives_way_to_a_mark(self, start: Start) -> None:
        diagnosis, _ = start()
        operations.save_answers(diagnosis, {ITEM: GivenAnswer(Mark.ANSWERED, 0)})
        operations.save_answers(diagnosis, {ITEM: GivenAnswer(Mark.DONT_KNOW)})
        assert queries.given_of(diagnosis) == Given({ITEM: GivenAnswer(Mark.DONT_KNOW)})

    def test_saving_into_an_erased_diagnosis_leaves_nothing(self, start: Start) -> None:
        diagnosis, _ = start()
        operations.erase(Diagnosis.objects.get())
        with pytest.raises(Diagnosis.DoesNotExist):
            operations.save_answers(diagnosis, {ITEM: GivenAnswer(Mark.ANSWERED, 1)})
        assert not Answer.objects.exists()

    @pytest.mark.parametrize(
        ("mark", "level"), [("answered", None), ("answered", 5), ("dont_know", 2), ("unanswered", 0)]
    )
    def test_the_database_refuses_an_answer_that_contradicts_itself(
        self, start: Start, mark: str, level: int | None
    ) -> None:
        diagnosis, _ = start()
        with pytest.raises(IntegrityError), transaction.atomic():
            Answer.objects.create(diagnosis=diagnosis, item=ITEM, mark=mark, level=level)

    def test_importance_is_kept_for_all_topics_or_for_none(self, start: Start) -> None:
        diagnosis, _ = start()
        operations.save_importance(diagnosis, ["a.t", "b.t"], ["b.t"])
        assert queries.given_of(diagnosis).importance == {"a.t": 2, "b.t": 4}
        operations.save_importance(diagnosis, ["a.t", "b.t"], [])
        assert not TopicImportance.objects.exists()


class TestReading:
    def test_the_same_answers_are_read_once(self, answered: Answered) -> None:
        diagnosis, _ = answered
        assert operations.read(diagnosis) == operations.read(diagnosis) == operations.finish(diagnosis)
        assert Snapshot.objects.count() == 1

    def test_a_changed_answer_gives_a_reading_of_its_own_and_keeps_the_former(self, answered: Answered) -> None:
        diagnosis, _ = answered
        first = operations.read(diagnosis)
        before = Snapshot.objects.values().get(pk=first.pk)
        operations.save_answers(diagnosis, {ITEM: GivenAnswer(Mark.ANSWERED, 0)})
        second = operations.read(diagnosis)
        assert second.pk != first.pk
        assert Snapshot.objects.values().get(pk=first.pk) == before
        assert queries.latest_snapshot(diagnosis) == second

    def test_going_back_to_former_answers_shows_them(self, answered: Answered) -> None:
        diagnosis, _ = answered
        first = operations.read(diagnosis)
        operations.save_answers(diagnosis, {ITEM: GivenAnswer(Mark.ANSWERED, 0)})
        operations.read(diagnosis)
        operations.save_answers(diagnosis, {ITEM: GivenAnswer(Mark.ANSWERED, 3)})
        third = operations.read(diagnosis)
        assert third.given == first.given
        assert queries.latest_snapshot(diagnosis) == third

    def test_a_snapshot_says_what_read_it(self, answered: Answered, release: PackRelease) -> None:
        snapshot = operations.read(answered[0])
        assert (snapshot.release, snapshot.engine) == (release, cordee.__version__)
        assert snapshot.reading["version"] == release.version
        assert snapshot.given["answers"][ITEM]["level"] == 3

    def test_a_snapshot_is_never_written_again(self, answered: Answered) -> None:
        snapshot = operations.read(answered[0])
        snapshot.reading = {}
        with pytest.raises(FrozenRow):
            snapshot.save()
        with pytest.raises(FrozenRow):
            Snapshot.objects.update(reading={})
        with pytest.raises(IntegrityError, match="written once"), transaction.atomic():
            Snapshot._base_manager.update(engine="0")

    def test_finishing_twice_keeps_the_first_hour(self, answered: Answered) -> None:
        diagnosis, _ = answered
        operations.finish(diagnosis)
        diagnosis.refresh_from_db()
        first = diagnosis.finished_at
        operations.finish(diagnosis)
        diagnosis.refresh_from_db()
        assert diagnosis.finished_at == first is not None


class TestReadingAgain:
    def test_a_newer_release_gives_a_new_snapshot_and_leaves_the_old_one(
        self, answered: Answered, newer_release: PackRelease, release: PackRelease
    ) -> None:
        diagnosis, _ = answered
        old = operations.read(diagnosis)
        before = Snapshot.objects.values().get(pk=old.pk)
        new = operations.rescore(diagnosis, newer_release)
        assert Snapshot.objects.values().get(pk=old.pk) == before
        assert (old.release, new.release) == (release, newer_release)
        maturity = [snapshot.reading["overall"]["axes"][0]["maturity"]["value"] for snapshot in (old, new)]
        assert maturity == [2.0, 1.0]
        diagnosis.refresh_from_db()
        assert diagnosis.release == release

    def test_later_readings_stay_on_the_release_the_person_chose(
        self, answered: Answered, newer_release: PackRelease
    ) -> None:
        diagnosis, _ = answered
        operations.rescore(diagnosis, newer_release)
        operations.save_answers(diagnosis, {ITEM: GivenAnswer(Mark.ANSWERED, 0)})
        assert operations.read(diagnosis).release == newer_release

    def test_a_newer_release_that_nobody_asked_for_changes_nothing(
        self, answered: Answered, newer_release: PackRelease, release: PackRelease
    ) -> None:
        assert operations.read(answered[0]).release == release

    def test_answers_that_are_no_longer_asked_are_kept(self, answered: Answered, newer_release: PackRelease) -> None:
        diagnosis, _ = answered
        new = operations.rescore(diagnosis, newer_release)
        assert new.given["answers"]["clarity.roles.vision"]["level"] == 3
        assert "clarity" not in [axis["axis"] for axis in new.reading["overall"]["axes"]]

    def test_a_release_that_a_diagnosis_pins_cannot_go(self, answered: Answered, release: PackRelease) -> None:
        with pytest.raises(ProtectedError):
            PackRelease._base_manager.filter(pk=release.pk).delete()
        with pytest.raises(IntegrityError), transaction.atomic():
            delete_behind_python(release.pk)


def delete_behind_python(release: int) -> None:
    """Delete a release in the database's own language, and have what was put off to the end checked now."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM library_packrelease WHERE id = %s", [release])
        connection.check_constraints()


class TestSharing:
    def test_a_link_ends_when_asked_and_never_after_the_diagnosis(self, answered: Answered) -> None:
        diagnosis, _ = answered
        snapshot = operations.read(diagnosis)
        week = operations.share(snapshot, new_token(), 7, shows_evidence=False)
        assert week.expires_at - week.created_at == timedelta(days=7)
        Diagnosis.objects.filter(pk=diagnosis.pk).update(expires_at=timezone.now() + timedelta(days=3))
        snapshot.diagnosis.refresh_from_db()
        season = operations.share(snapshot, new_token(), 90, shows_evidence=False)
        assert season.expires_at == snapshot.diagnosis.expires_at

    def test_the_same_form_sent_twice_makes_one_link(self, answered: Answered) -> None:
        snapshot, token = operations.read(answered[0]), new_token()
        first = operations.share(snapshot, token, 7, shows_evidence=True)
        assert operations.share(snapshot, token, 90, shows_evidence=False) == first
        assert ShareLink.objects.get().shows_evidence

    def test_a_link_is_withdrawn_once(self, answered: Answered) -> None:
        link = operations.share(operations.read(answered[0]), new_token(), 7, shows_evidence=False)
        operations.withdraw(link)
        link.refresh_from_db()
        first = link.revoked_at
        operations.withdraw(link)
        link.refresh_from_db()
        assert link.revoked_at == first is not None


def everything() -> list[int]:
    return [model.objects.count() for model in (Diagnosis, Answer, TopicImportance, Snapshot, ShareLink)]


class TestErasing:
    def test_nothing_is_left(self, answered: Answered) -> None:
        diagnosis, _ = answered
        operations.save_importance(diagnosis, ["a.t"], ["a.t"])
        operations.share(operations.read(diagnosis), new_token(), 7, shows_evidence=False)
        assert 0 not in everything()
        operations.erase(diagnosis)
        assert everything() == [0, 0, 0, 0, 0]

    def test_only_what_has_reached_its_last_day_goes(self, start: Start, pack: Pack) -> None:
        now = timezone.now()
        kept = []
        for seconds in (-1, 0, 1):
            diagnosis, _ = start()
            answer_all(diagnosis, pack)
            operations.read(diagnosis)
            Diagnosis.objects.filter(pk=diagnosis.pk).update(expires_at=now + timedelta(seconds=seconds))
            kept.append(diagnosis.pk)
        assert operations.erase_expired(now) == 2
        assert list(Diagnosis.objects.values_list("pk", flat=True)) == [kept[2]]
        assert Snapshot.objects.count() == 1

    def test_doing_it_again_changes_nothing(self, expired: Answered) -> None:
        assert operations.erase_expired() == 1
        assert operations.erase_expired() == 0
        assert everything() == [0, 0, 0, 0, 0]


def test_the_job_and_the_command_do_the_same(expired: Answered, capsys: pytest.CaptureFixture[str]) -> None:
    from django.core.management import call_command

    from cordee.apps.diagnosis import tasks

    call_command("purge_expired")
    assert "1" in capsys.readouterr().out
    assert tasks.erase_expired.call() == 0
    assert everything() == [0, 0, 0, 0, 0]


def test_the_command_can_leave_the_work_to_the_worker(expired: Answered) -> None:
    from django.core.management import call_command
    from django_tasks_db.models import DBTaskResult

    call_command("purge_expired", enqueue=True, verbosity=0)
    assert DBTaskResult.objects.get().task_path == "cordee.apps.diagnosis.tasks.erase_expired"
    assert Diagnosis.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_tabs_saving_and_reading_at_once_leave_one_answer_and_one_reading(
    start: Start, pack: Pack, in_parallel: Callable[[list[Callable[[], object]]], list[object]]
) -> None:
    diagnosis, _ = start()
    answer_all(diagnosis, pack)

    def save(level: int) -> Callable[[], object]:
        return lambda: operations.save_answers(diagnosis, {ITEM: GivenAnswer(Mark.ANSWERED, level)})

    in_parallel([save(level % 5) for level in range(8)])
    assert Answer.objects.filter(item=ITEM).count() == 1
    read = in_parallel([lambda: operations.read(diagnosis).pk for _ in range(4)])
    assert len(set(read)) == Snapshot.objects.count() == 1
