"""Measure a 360° under load: everyone answers at the same time, then a large campaign is closed.

    python bench/campaign.py [respondents] [topics each] [seconds between two gestures] [respondents of the closing]

For SQLite, then for PostgreSQL: a real server (granian, as `cordee serve` starts it) on 127.0.0.1, one thread a
respondent. Each opens the link of their invitation, sits down, reads each topic and saves its three facets one by one,
as the page does, with a pause before each gesture drawn around the mean given. People take 30 seconds and more; without
any pause the time measured is that of the queue. After each topic they ask for a view that does nothing, in the same
server at the same moment: that is what to compare with. At the end, what the server said it saved is compared with the
rows, answer by answer.
"""

import http.client
import json
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "bin"))

from house.postgres import running_postgres  # noqa: E402

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
FACETS = ("vision", "action", "means")
TIMEOUT = 120
SAID = ("door", "sit down", "topic", "save", "trivial")


class Crowd:
    """Everyone who answers: what each saved, how long each request took, and what went wrong."""

    def __init__(self, port: int, tokens: list[str], topics: list[list[str]], pause: float) -> None:
        self.port, self.tokens, self.topics, self.pause = port, tokens, topics, pause
        self.saved: dict[str, dict[str, int]] = {token: {} for token in tokens}
        self.times: dict[str, list[float]] = defaultdict(list)
        self.errors: list[str] = []
        self.gate = threading.Barrier(len(tokens))

    def answer(self) -> float:
        """Let everyone answer at once; return the seconds from the first request to the last."""
        threading.stack_size(512 * 1024)
        people = [threading.Thread(target=self.person, args=(token, place)) for place, token in enumerate(self.tokens)]
        begun = time.perf_counter()
        for one in people:
            one.start()
        for one in people:
            one.join()
        return time.perf_counter() - begun

    def person(self, token: str, place: int) -> None:
        browser = Browser(self)
        self.gate.wait()
        try:
            self.journey(browser, token, place)
        except (OSError, http.client.HTTPException, threading.BrokenBarrierError) as error:
            self.errors.append(repr(error))

    def journey(self, browser: "Browser", token: str, place: int) -> None:
        door = f"/repondre/{token}/"
        browser.ask("door", "GET", door)
        browser.ask("sit down", "POST", door, expected=302)
        for position, items in enumerate(self.topics, 1):
            browser.ask("topic", "GET", f"{door}sujet/{position}/")
            for facet, item in zip(FACETS, items, strict=True):
                level = (place + position) % 5
                page = browser.ask("save", "POST", f"{door}sujet/{position}/enregistrer/", {facet: str(level)})
                if "enregistré" in page:
                    self.saved[token][item] = level
            browser.ask("trivial", "GET", "/trivial/")


class Browser:
    """One connection kept open, one cookie, and the protection of the last page read."""

    def __init__(self, crowd: Crowd) -> None:
        self.crowd = crowd
        self.connection = http.client.HTTPConnection("127.0.0.1", crowd.port, timeout=TIMEOUT)
        self.cookie = self.protection = ""
        self.random = random.Random()

    def ask(self, kind: str, method: str, path: str, sent: dict[str, str] | None = None, expected: int = 200) -> str:
        """Ask for a page and time it; any other status than the one expected is an error."""
        body = urlencode({**(sent or {}), "csrfmiddlewaretoken": self.protection}) if method == "POST" else None
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": self.cookie}
        time.sleep(self.random.uniform(0, 2 * self.crowd.pause))
        begun = time.perf_counter()
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        page = response.read().decode()
        self.crowd.times[kind].append(1000 * (time.perf_counter() - begun))
        if response.status != expected:
            self.crowd.errors.append(f"{kind}: {response.status}")
        self.cookie = (response.getheader("Set-Cookie") or self.cookie).split(";")[0]
        found = TOKEN.search(page)
        self.protection = found[1] if found else self.protection
        return page


@contextmanager
def site(environment: dict[str, str]) -> Iterator[int]:
    """Start the server as `cordee serve` does, with the address that does nothing; give its port; stop it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command: list[str] = json.loads(in_django(environment, "command", str(port)))
    command[-1] = "campaign_site:application"
    server = subprocess.Popen(
        [one for one in command if one != "-P"], env={**environment, "PYTHONPATH": str(ROOT / "bench")}
    )
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("The server did not start.")


def in_django(environment: dict[str, str], *arguments: str, given: str = "") -> str:
    """Run a step of `campaign_rows.py` against the same database."""
    command = [sys.executable, str(ROOT / "bench" / "campaign_rows.py"), *arguments]
    done = subprocess.run(command, env=environment, input=given, text=True, stdout=subprocess.PIPE, check=True)
    return done.stdout


def prepare(environment: dict[str, str]) -> None:
    for command in (
        ["migrate", "--verbosity", "0"],
        ["load_packs", "--verbosity", "0"],
        ["collectstatic", "--noinput", "--verbosity", "0"],
    ):
        subprocess.run(
            [sys.executable, "-m", "django", *command], env=environment, check=True, stdout=subprocess.DEVNULL
        )


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def measure_answering(name: str, environment: dict[str, str], people: int, topics: int, pause: float) -> None:
    """Print one line for each kind of request, then what was kept."""
    made = json.loads(in_django(environment, "make", str(people)))
    with site(environment) as port:
        crowd = Crowd(port, made["tokens"], made["topics"][:topics], pause)
        seconds = crowd.answer()
    for kind in SAID:
        times = crowd.times[kind]
        cells = (len(times), median(times), percentile(times, 0.95), max(times))
        print(f"{name:>12} │ {kind:>8} │ {cells[0]:>8} │ {cells[1]:>9.0f} │ {cells[2]:>6.0f} │ {cells[3]:>6.0f}")
    asked = sum(len(times) for times in crowd.times.values())
    kept = json.loads(in_django(environment, "check", given=json.dumps(crowd.saved)))
    sent = sum(len(answers) for answers in crowd.saved.values())
    print(
        f"{name:>12}: {people} people, {asked} requests in {seconds:.1f} s ({asked / seconds:.0f}/s), "
        f"{len(crowd.errors)} errors {sorted(set(crowd.errors))[:3]}; {sent} answers said saved, {kept['kept']} kept, "
        f"{kept['lost']} lost, {kept['unsent']} never sent"
    )


def main() -> None:
    """Measure both databases."""
    numbers = [int(one) for one in sys.argv[1:]]
    people, topics, pause, closing = [*numbers, *(500, 3, 10, 1000)[len(numbers) :]]
    closings = []
    print(f"{'database':>12} │ {'request':>8} │ {'requests':>8} │ {'median ms':>9} │ {'p95 ms':>6} │ {'max ms':>6}")
    for name in ("sqlite", "postgresql"):
        with tempfile.TemporaryDirectory(prefix="cordee-bench-") as folder:
            kept = {key: value for key, value in os.environ.items() if not key.startswith("CORDEE_")}
            environment = {
                **kept,
                "CORDEE_DATA": folder,
                "CORDEE_LOG_LEVEL": "ERROR",
                "DJANGO_SETTINGS_MODULE": "cordee.config.settings",
                "OPENBLAS_NUM_THREADS": "1",
            }
            if name == "sqlite":
                environment.pop("DATABASE_URL", None)
                closings.append(measured(name, environment, people, topics, pause, closing))
                continue
            with running_postgres() as address:
                closings.append(
                    measured(name, {**environment, "DATABASE_URL": address}, people, topics, pause, closing)
                )
    print(f"{'database':>12} │ {'regime':>12} │ {'people':>6} │ {'close s':>6} │ {'CPU s':>6} │ {'peak MB':>6}")
    print("".join(closings), end="")


def measured(name: str, environment: dict[str, str], people: int, topics: int, pause: int, closing: int) -> str:
    prepare(environment)
    measure_answering(name, environment, people, topics, pause)
    return in_django(environment, "close", str(closing))


if __name__ == "__main__":
    main()
