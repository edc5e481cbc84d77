"""Measure the lists of the library on a pack of 5,000 tools and 20,000 links between words, beside a trivial page.

    python bench/library.py [repetitions] [--postgresql]

The tools are those of the reference pack, over and over, with names and dates of their own; each of the 2,000 words
refers to ten others. The trivial page has the same frame and about as many rows and bytes, written in advance: it asks
nothing of the database and computes nothing. Both go through every middleware, in this process. The first page of a
release, which indexes it, is timed apart. « CPU » is the time of this process alone, which other work on the machine
changes least.
"""

# ruff: noqa: E402 - Django is set up before anything that holds a table is imported

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

BESIDE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(BESIDE / "bin"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cordee.config.settings")
ON_POSTGRESQL = "--postgresql"


def on_postgresql(arguments: list[str]) -> int:
    """Run the script that was asked for again, on a PostgreSQL of its own."""
    from house.postgres import running_postgres

    with running_postgres() as address:
        environment = {**os.environ, "DATABASE_URL": address}
        return subprocess.run([sys.executable, sys.argv[0], *arguments], env=environment, check=False).returncode


if ON_POSTGRESQL in sys.argv:
    sys.exit(on_postgresql([word for word in sys.argv[1:] if word != ON_POSTGRESQL]))

FOLDER = tempfile.TemporaryDirectory()
os.environ["CORDEE_DATA"] = FOLDER.name

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client
from django.urls import path
from django.utils import timezone

from cordee.apps.library.models import PackRelease
from cordee.config import urls
from cordee.core.packs.folder import read_folder
from cordee.core.packs.library import Term, Tool
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.release import release_of
from cordee.core.packs.text import Text
from cordee.ground import packs_folder

TOOLS, WORDS, LINKS_A_WORD = 5_000, 2_000, 10
FRAME = """{% extends "ui/page.html" %}{% block body %}
<ul>{% for row in rows %}<li>{{ row }}</li>{% endfor %}</ul>
{% endblock %}"""


def large_pack() -> Pack:
    """The reference pack, grown."""
    pack = read_pack(read_folder(packs_folder() / "alliances")).pack
    if pack is None:
        sys.exit("The reference pack has faults: see « cordee pack check ».")
    tools = tuple(tool_like(tool, number) for number, tool in enumerate(islice(cycle(pack.tools), TOOLS)))
    terms = tuple(term_like(term, number) for number, term in enumerate(islice(cycle(pack.terms), WORDS)))
    return pack.model_copy(update={"tools": tools, "terms": terms})


def tool_like(tool: Tool, number: int) -> Tool:
    """A tool with a name of its own."""
    name = Text(fr=f"{tool.name.fr} {number:04d}", en=f"{tool.name.en} {number:04d}")
    return tool.model_copy(update={"id": f"tool-{number}", "name": name})


def term_like(term: Term, number: int) -> Term:
    """A word that refers to ten others."""
    name = Text(fr=f"{term.name.fr} {number:04d}", en=f"{term.name.en} {number:04d}")
    related = tuple(f"word-{(number + step * 7 + 1) % WORDS}" for step in range(LINKS_A_WORD))
    return term.model_copy(update={"id": f"word-{number}", "name": name, "related": related, "confused_with": ()})


def load(pack: Pack) -> int:
    """Put the pack in a new database; return the bytes of its document."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    release = release_of(pack)
    PackRelease.objects.create(
        pack=pack.card.id,
        version=release.version,
        sha256=release.sha256,
        document=release.document,
        loaded_at=timezone.now(),
    )
    return len(release.document)


def add_trivial_page(like: bytes, rows: int) -> None:
    """Add a page in the same frame, with as many rows and about as many bytes."""
    template = engines["django"].from_string(FRAME)
    frame = len(template.render({"rows": []}, HttpRequest()))
    words = ["x" * max(1, (len(like) - frame) // rows)] * rows

    def trivial(request: HttpRequest) -> HttpResponse:
        return HttpResponse(template.render({"rows": words}, request))

    urls.urlpatterns.insert(0, path("trivial/", trivial, name="trivial"))


def timed(ask: Callable[[], Any], times: int, clock: Callable[[], float] = perf_counter) -> list[float]:
    """Ask several times; return milliseconds."""
    spent = []
    for _ in range(times):
        start = clock()
        ask()
        spent.append((clock() - start) * 1000)
    return spent


def _cpu(ask: Callable[[], Any], times: int) -> float:
    """Median of the processor time of this process: what a busy machine changes least."""
    return median(timed(ask, times, process_time))


def main(times: int) -> None:
    """Load, ask, and print the table."""
    pack = large_pack()
    size = load(pack)
    client = Client(headers={"host": "localhost"})

    def get(address: str) -> HttpResponse:
        response = client.get(address)
        if response.status_code != 200:
            sys.exit(f"{address}: {response.status_code}")
        return response

    first = timed(lambda: get("/outils/"), 1)[0]
    page = get("/outils/").content
    add_trivial_page(page, page.count(b"card card-linked"))
    slug = page.decode().split('<h3 class="card-title"><a href="')[1].split('"')[0]
    links = sum(len(term.related) for term in pack.terms)
    print(f"{connection.vendor}; {len(pack.tools):,} tools, {len(pack.terms):,} words, {links:,} links, "
          f"{size / 1e6:.1f} MB; {times} runs, milliseconds; load average {os.getloadavg()[0]:.1f}")  # fmt: skip
    print(
        "| page | bytes | median | fastest | × trivial | CPU median | × trivial |\n|---|---:|---:|---:|---:|---:|---:|"
    )
    trivial = (median(timed(lambda: get("/trivial/"), times)), _cpu(lambda: get("/trivial/"), times))
    for name, address in (
        ("trivial", "/trivial/"),
        ("list, first page", "/outils/"),
        ("list, page 150", "/outils/?page=150"),
        ("list, narrowed by three facets", "/outils/?kind=method&approach=clarity&difficulty=easy"),
        ("one tool", slug),
    ):
        spent = timed(lambda: get(address), times)  # noqa: B023 - asked at once
        cpu = _cpu(lambda: get(address), times)  # noqa: B023 - asked at once
        print(f"| {name} | {len(get(address).content):,} | {median(spent):.1f} | {min(spent):.1f} | "
              f"{median(spent) / trivial[0]:.1f} | {cpu:.1f} | {cpu / trivial[1]:.1f} |")  # fmt: skip
    print(f"first page of the process: {first:,.0f} ms; "
          f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")  # fmt: skip


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    main(numbers[0] if numbers else 40)
