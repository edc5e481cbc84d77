"""Measure the search over many entries, on both databases, beside a view that does nothing and beside `icontains`.

    python bench/search.py [entries, 50000] [questions, 300] [--alternatives] [--database NAME]

The entries are made: sentences of the reference pack, mixed, each in French and in English, so that words are as
common as in real texts. Questions are those of the judged set, words of the vocabulary, words begun and words with a
mistake. Every time is that of a whole request through the middleware, the page drawn. The other ways that were
considered (a table of postings summed by SQL, the full-text index of each database) are measured with --alternatives.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "bin"), str(ROOT)]
KINDS = ("terms", "tools", "stories", "courses", "steps", "help")
LIMIT_MS = 150


def main() -> None:
    """Run the measure once for each database, in a process of its own."""
    options = read_options()
    if options.here:
        return measure(options)
    from house.postgres import running_postgres

    if options.database != "postgresql":
        run("SQLite", "", options)
    if options.database != "sqlite":
        with running_postgres() as url:
            run("PostgreSQL", url, options)
    return None


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entries", nargs="?", type=int, default=50_000)
    parser.add_argument("questions", nargs="?", type=int, default=300)
    parser.add_argument("--alternatives", action="store_true")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), help="one of them only")
    parser.add_argument("--here", help=argparse.SUPPRESS)
    return parser.parse_args()


def run(name: str, url: str, options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, "CORDEE_DATA": data, "CORDEE_LOG_LEVEL": "ERROR", "DATABASE_URL": url}
        environment["DJANGO_SETTINGS_MODULE"] = "cordee.config.settings"
        more = ["--alternatives"] if options.alternatives else []
        command = [sys.executable, __file__, str(options.entries), str(options.questions), "--here", name, *more]
        subprocess.run(command, env=environment, check=True, cwd=ROOT)


def measure(options: argparse.Namespace) -> None:
    """Make the entries and their index, then ask."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    from cordee.apps.library.search import operations, queries
    from cordee.apps.library.search.everyday import everyday_groups
    from cordee.apps.library.search.models import SearchIndex

    print(f"\n{options.here}, {options.entries:,} entries in two languages, {options.questions} questions")
    entries = made_entries(options.entries)
    seconds, _ = timed(lambda: operations.index(entries, everyday_groups()))
    print(f"  index made and kept              {seconds:8.1f} s")
    seconds, again = timed(lambda: operations.index(entries, everyday_groups()))
    print(f"  made again, nothing changed      {seconds:8.1f} s   {again}")
    size = len(bytes(SearchIndex.objects.get().document))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds, index = timed(queries.current_index)
    print(f"  read by a new process            {seconds:8.2f} s   {size / 1e6:.1f} MB stored")
    print(f"  memory at most                   {before / 1e3:8.0f} MB  (making it included)")
    asked = questions(index.catalogue, options.questions)
    ask(asked)
    if options.alternatives:
        from bench.search_alternatives import compare

        compare(entries, asked)


def made_entries(count: int) -> list[Any]:
    """Mix the sentences of the reference pack into entries of their usual length."""
    from cordee.apps.library.search import pack_entries
    from cordee.core.packs.folder import read_folder
    from cordee.core.packs.reading.pack_reading import read_pack
    from cordee.core.search.entries import Entry
    from cordee.ground import packs_folder

    pack = read_pack(read_folder(packs_folder() / "alliances")).pack
    assert pack is not None
    chance = random.Random(17)
    real = {lang: [one for one in pack_entries.entries_of(pack) if one.lang == lang] for lang in ("fr", "en")}
    sentences = {
        lang: [part for one in ones for part in sentences_of(one.summary + ". " + one.body)]
        for lang, ones in real.items()
    }
    made = []
    for number in range(count):
        facets = {
            "difficulty": (chance.choice(("easy", "practised", "expert")),),
            "time": (chance.choice(("hour", "day")),),
        }
        for lang in ("fr", "en"):
            title = chance.choice(real[lang]).title + f" {number}"
            summary, body = chance.choice(sentences[lang]), " ".join(chance.choices(sentences[lang], k=5))
            kind = KINDS[number % len(KINDS)]
            made.append(
                Entry(
                    kind, f"made-{number}", lang, title, summary, body, "diagnosis:measure", (f"m{number}",), (), facets
                )
            )
    return made


def sentences_of(text: str) -> list[str]:
    return [part.strip() + "." for part in text.replace(" · ", ". ").split(". ") if len(part) > 30]


def questions(catalogue: Any, count: int) -> list[tuple[str, str]]:
    """Return questions of every sort, each with the language of the page."""
    from tests.apps.library.search.judged import judged_questions

    chance = random.Random(18)
    judged = [(one.text, str(one.lang)) for one in judged_questions()]
    words = {
        lang: sorted(index.spellings, key=lambda word: -index.spellings[word].count)
        for lang, index in catalogue.languages.items()
    }

    def some(lang: str) -> str:
        chosen = [
            words[lang][int(len(words[lang]) * chance.random() ** 3)] for _ in range(chance.choice((1, 1, 2, 2, 3, 4)))
        ]
        sort = chance.random()
        if sort < 0.2:
            chosen[-1] = chosen[-1][: max(3, len(chosen[-1]) - 3)]
        elif sort < 0.4:
            chosen[0] = mistyped(chosen[0], chance)
        return " ".join(chosen)

    made = [(some(lang), lang) for lang in ("fr", "en") * count]
    return [*judged, *made][:count]


def mistyped(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word))
    return word[:place] + word[place + 1 : place + 2] + word[place : place + 1] + word[place + 2 :]


def ask(asked: Sequence[tuple[str, str]]) -> None:
    """Time every question as a page, as what htmx asks for, by `icontains`, and a view that does nothing."""
    from django.test import Client
    from django.test.utils import override_settings

    paths = {"fr": "/chercher/", "en": "/en/search/"}
    narrowed = {"genre": "tools", "difficulte": "easy", "page": "2"}
    with override_settings(ROOT_URLCONF="bench.search_site"):
        client = Client()

        def page(text: str, lang: str, **more: str) -> None:
            assert client.get(paths[lang], {"q": text, **more}).status_code == 200

        def typing(text: str, lang: str) -> None:
            assert client.get(paths[lang], {"q": text}, headers={"HX-Request": "true"}).status_code == 200

        told("a view that does nothing", times(lambda _text, _lang: client.get("/trivial/"), asked))
        told("whole page", times(page, asked), limit=True)
        told("as one types", times(typing, asked), limit=True)
        told("one kind, narrowed, page 2", times(lambda text, lang: page(text, lang, **narrowed), asked), limit=True)
        told("ranking alone", times(ranking, asked))
        told("naive icontains (no accent, no order)", times(naive, asked[:40]))


def ranking(text: str, lang: str) -> None:
    from cordee.apps.library.search.queries import current_index
    from cordee.core.search.ranking import answer

    index = current_index()
    assert index is not None
    answer(index.catalogue, text, "en" if lang == "en" else "fr")


def times(work: Callable[[str, str], Any], asked: Sequence[tuple[str, str]]) -> list[tuple[float, float]]:
    """Return the milliseconds that each question takes: on the clock, and of this process alone."""
    return [both(partial(work, text, lang)) for text, lang in asked]


def both(work: Callable[[], Any]) -> tuple[float, float]:
    clock, own = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - clock) * 1_000, (time.process_time() - own) * 1_000


def naive(text: str, lang: str) -> None:
    """Look for every word anywhere, count by kind, and take the first of each kind: what a page of results needs."""
    from django.db.models import Count, Q

    from cordee.apps.library.search.models import SearchEntry

    rows = SearchEntry.objects.filter(lang=lang)
    for word in text.split()[:12]:
        rows = rows.filter(Q(title__icontains=word) | Q(summary__icontains=word) | Q(body__icontains=word))
    list(rows.values("kind").annotate(count=Count("pk")))
    list(rows.order_by("title")[:20])


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


def told(what: str, measured: Sequence[tuple[float, float]], *, limit: bool = False) -> None:
    """Print the middle, the 95th percentile, the longest; then processor time, which a busy machine changes less."""
    clock, own = (sorted(one[part] for one in measured) for part in (0, 1))
    p95, middle = int(len(clock) * 0.95), len(clock) // 2
    verdict = f"   {'within' if clock[p95] <= LIMIT_MS else 'OVER'} {LIMIT_MS} ms" if limit else ""
    line = f"p50 {clock[middle]:8.1f}  p95 {clock[p95]:8.1f}  max {clock[-1]:8.1f} ms   own p95 {own[p95]:6.1f} ms"
    print(f"  {what:<38} {line}{verdict}", flush=True)


if __name__ == "__main__":
    main()
