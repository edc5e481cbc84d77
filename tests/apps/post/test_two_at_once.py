"""Nothing sent twice, nothing lost: workers that meet on one letter, and workers killed at the worst moment."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.apps.post import worker
from tests.apps.post.mail_server import MailServer, wait_for

from cordee.apps.post import delivery, operations, queries, tasks
from cordee.apps.post.delivery import deliver
from cordee.apps.post.models import Letter

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[3]
State = Letter.State
LetterOf = Callable[..., Letter]


def in_threads(count: int, job: Callable[[], object]) -> None:
    """Run a job in several threads that start together, each with its own connection to the database."""
    together = threading.Barrier(count)

    def run() -> None:
        try:
            together.wait()
            job()
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        for future in [pool.submit(run) for _ in range(count)]:
            future.result()


@contextmanager
def worker_on(letter: Letter, server: MailServer) -> Iterator["subprocess.Popen[bytes]"]:
    """A worker in a process of its own, which delivers one letter."""
    database = str(connection.settings_dict["NAME"])
    command = [sys.executable, worker.__file__, database, str(server.port), str(letter.public)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CORDEE_DATA": ""}
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def state_of(letter: Letter) -> str:
    letter.refresh_from_db()
    return letter.state


def test_workers_that_meet_on_one_letter_send_it_once(server: MailServer, letter_of: LetterOf) -> None:
    server.before_reply = lambda: time.sleep(0.1)
    for number in range(5):
        letter = letter_of(f"meeting:{number}")
        in_threads(4, lambda public=letter.public: deliver(public))  # type: ignore[misc]
        assert state_of(letter) == State.SENT
        assert letter.attempts == 1
        assert len(server.taken) == number + 1


def test_a_double_click_writes_one_letter_and_one_job(server: MailServer, letter_of: LetterOf) -> None:
    in_threads(4, lambda: letter_of("click:1"))
    assert Letter.objects.count() == 1
    assert DBTaskResult.objects.filter(task_path=tasks.deliver.module_path).count() == 1


def test_a_worker_that_ends_well_in_its_own_process(server: MailServer, letter: Letter) -> None:
    with worker_on(letter, server) as process:
        assert process.wait(timeout=60) == 0
    assert state_of(letter) == State.SENT
    assert len(server.taken) == 1


def test_what_is_written_in_a_page_leaves_by_the_worker_of_the_site(server: MailServer, letter_of: LetterOf) -> None:
    with transaction.atomic():
        letter = letter_of("page:1")
        assert DBTaskResult.objects.count() == 0
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    assert state_of(letter) == State.SENT
    assert len(server.taken) == 1


def test_a_letter_is_never_taken_inside_a_transaction(server: MailServer, letter: Letter) -> None:
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        deliver(letter.public)
    assert state_of(letter) == State.WAITING
    assert server.taken == []


class TestKilled:
    """A process that is really killed, without a chance to clean up."""

    def test_while_the_server_takes_the_letter_it_is_in_doubt_then_sent_by_choice(
        self, server: MailServer, letter: Letter
    ) -> None:
        reached, release = threading.Event(), threading.Event()

        def stall() -> None:
            reached.set()
            release.wait(30)

        server.before_reply = stall
        with worker_on(letter, server) as process:
            assert reached.wait(60)
            process.kill()
            assert process.wait() == -9
        release.set()
        assert state_of(letter) == State.LEAVING
        server.before_reply = lambda: None
        self.nobody_takes_it_again(letter, server)
        delivery.doubt_what_was_cut(timezone.now() + timedelta(minutes=16))
        assert state_of(letter) == State.IN_DOUBT
        self.nobody_takes_it_again(letter, server)
        assert operations.send_again(letter)
        deliver(letter.public)
        assert state_of(letter) == State.SENT
        first, second = (message["Message-ID"] for message in server.taken)
        assert first == second

    def nobody_takes_it_again(self, letter: Letter, server: MailServer) -> None:
        before = server.conversations
        deliver(letter.public)
        tasks.make_the_rounds.call()
        assert queries.due(timezone.now() + timedelta(days=30)) == []
        assert server.conversations == before

    def test_while_the_server_makes_it_wait_the_letter_is_not_lost(self, server: MailServer, letter: Letter) -> None:
        """Killed before the conversation is open: the letter was never taken, and leaves by the next worker."""
        server.connected = "220-patience\r\n220-still"
        with worker_on(letter, server) as process:
            wait_for(lambda: server.conversations == 1, 60)
            process.kill()
            process.wait()
        assert state_of(letter) == State.WAITING
        server.connected = "220 here"
        deliver(letter.public)
        assert state_of(letter) == State.SENT
        assert len(server.taken) == 1


class TestRounds:
    def test_a_letter_whose_job_was_lost_is_found_again(self, server: MailServer, letter: Letter) -> None:
        DBTaskResult.objects.all().delete()
        assert tasks.make_the_rounds.call() == 1
        (job,) = DBTaskResult.objects.filter(task_path=tasks.deliver.module_path)
        assert job.args_kwargs["args"] == [str(letter.public)]

    def test_a_queue_that_is_only_slow_is_not_filled_twice(self, server: MailServer, letter: Letter) -> None:
        assert DBTaskResult.objects.count() == 1
        assert tasks.make_the_rounds.call() == 0
        assert DBTaskResult.objects.count() == 1

    def test_what_is_not_due_is_left_alone(self, server: MailServer, letter: Letter) -> None:
        DBTaskResult.objects.all().delete()
        Letter.objects.update(next_attempt_at=timezone.now() + timedelta(minutes=1))
        assert tasks.make_the_rounds.call() == 0

    def test_what_was_cut_is_put_in_doubt(self, letter: Letter) -> None:
        delivery.taken(letter)
        Letter.objects.update(leaving_since=timezone.now() - timedelta(minutes=16))
        tasks.make_the_rounds.call()
        assert state_of(letter) == State.IN_DOUBT


def test_a_queue_that_fails_does_not_lose_the_letter_nor_break_the_page(
    letter_of: LetterOf, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_arguments: object) -> None:
        raise OSError("no queue")

    monkeypatch.setattr(type(tasks.deliver), "enqueue", broken)
    letter = letter_of("lost:1")
    assert state_of(letter) == State.WAITING
    assert "no queue" in caplog.text
    assert queries.due(timezone.now()) == [letter.public]
