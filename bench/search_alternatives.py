"""The other ways of searching that were considered, measured on the same entries: postings in SQL, full-text indexes.

They answer less than a page of results needs: the first twenty entries and the count of each kind, for words all of
which are wanted, already folded and stemmed. No synonym, no correction, no other language, no facet.
"""

from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter
from typing import Any

from django.db import connection

from cordee.apps.library.search.models import SearchIndex
from cordee.core.search.entries import Entry
from cordee.core.search.index import KIND, Catalogue
from cordee.core.search.stems import stems_of
from cordee.core.search.storing import read_back

Stems = tuple[str, ...]
Found = tuple[list[int], list[tuple[str, int]]]


def compare(entries: Sequence[Entry], asked: Sequence[tuple[str, str]]) -> None:
    """Build each and time it; print some first answers, to see that databases do not order alike."""
    catalogue = read_back(bytes(SearchIndex.objects.get().document))
    kinds = [""] * catalogue.size
    for kind, places in catalogue.facets[KIND].items():
        for place in places.tolist():
            kinds[place] = kind
    print("  alternatives, for the French questions:")
    texts = [stems_of(text, "fr") for text, lang in asked if lang == "fr"]
    wanted = [stems for stems in texts if stems]
    measure("a table of postings, summed by SQL", partial(make_postings, catalogue, kinds), by_postings, wanted)
    if connection.vendor == "sqlite":
        measure("FTS5 over stemmed text, bm25()", partial(make_fts, entries), by_fts, wanted)
    else:
        measure("tsvector over stemmed text, ts_rank", partial(make_vectors, entries), by_vectors, wanted)


def measure(
    what: str, make: Callable[[], None], find: Callable[[Any], Found], wanted: Sequence[tuple[str, ...]]
) -> None:
    """Print the seconds to make it, the milliseconds of a question, and the first answers, to compare databases."""
    begun = perf_counter()
    make()
    made = perf_counter() - begun
    times, firsts = [], []
    for stems in wanted:
        begun = perf_counter()
        places, _counts = find(stems)
        times.append((perf_counter() - begun) * 1_000)
        firsts.append(places[:3])
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)]
    print(f"    {what:<36} made in {made:6.1f} s   p50 {ordered[len(ordered) // 2]:8.1f}  p95 {p95:8.1f} ms")
    print(f"      first three of the first four questions: {firsts[:4]}", flush=True)


def run(statement: str, values: Sequence[Any] = ()) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return cursor.fetchall() if cursor.description else []


def insert(statement: str, rows: Sequence[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        for start in range(0, len(rows), 20_000):
            cursor.executemany(statement, rows[start : start + 20_000])


def make_postings(catalogue: Catalogue, kinds: Sequence[str]) -> None:
    run("CREATE TEMPORARY TABLE holder (stem TEXT, place INTEGER, kind TEXT, weight REAL)")
    index = catalogue.languages["fr"]
    for stem in index.rows:
        places, weights = index.holders(stem)
        rows = [
            (stem, place, kinds[place], weight) for place, weight in zip(places.tolist(), weights.tolist(), strict=True)
        ]
        insert("INSERT INTO holder VALUES (%s, %s, %s, %s)", rows)
    run("CREATE INDEX holder_stem ON holder (stem, place, kind, weight)")
    run("ANALYZE holder")


def by_postings(stems: Stems) -> Found:
    marks = ", ".join(["%s"] * len(set(stems)))
    inner = f"FROM holder WHERE stem IN ({marks}) GROUP BY place, kind HAVING COUNT(*) = {len(set(stems))}"
    first = run(f"SELECT place {inner} ORDER BY SUM(weight) DESC, place LIMIT 20", list(set(stems)))
    counted = run(f"SELECT kind, COUNT(*) FROM (SELECT place, kind {inner}) AS found GROUP BY kind", list(set(stems)))
    return [row[0] for row in first], counted


def stemmed(entries: Sequence[Entry]) -> list[tuple[int, str, str, str]]:
    """Return the French entries as numbers, kinds, and stemmed title and body."""
    ones = sorted((one for one in entries if one.lang == "fr"), key=lambda one: one.key)
    return [
        (place, one.kind, " ".join(stems_of(one.title, "fr")), " ".join(stems_of(f"{one.summary} {one.body}", "fr")))
        for place, one in enumerate(ones)
    ]


def make_fts(entries: Sequence[Entry]) -> None:
    run("CREATE VIRTUAL TABLE full_text USING fts5(title, body, kind UNINDEXED, tokenize = 'unicode61')")
    insert("INSERT INTO full_text (rowid, kind, title, body) VALUES (%s, %s, %s, %s)", stemmed(entries))


def by_fts(stems: Stems) -> Found:
    words = [" AND ".join(f'"{stem}"' for stem in stems)]
    first = run("SELECT rowid FROM full_text WHERE full_text MATCH %s ORDER BY bm25(full_text, 6, 1) LIMIT 20", words)
    counted = run("SELECT kind, COUNT(*) FROM full_text WHERE full_text MATCH %s GROUP BY kind", words)
    return [row[0] for row in first], counted


def make_vectors(entries: Sequence[Entry]) -> None:
    run("CREATE TEMPORARY TABLE full_text (place INTEGER, kind TEXT, words tsvector)")
    weighed = "setweight(to_tsvector('simple', %s), 'A') || setweight(to_tsvector('simple', %s), 'D')"
    insert(f"INSERT INTO full_text VALUES (%s, %s, {weighed})", stemmed(entries))
    run("CREATE INDEX full_text_words ON full_text USING gin (words)")
    run("ANALYZE full_text")


def by_vectors(stems: Stems) -> Found:
    words = " & ".join(f"'{stem}'" for stem in stems)
    where = "FROM full_text, to_tsquery('simple', %s) AS asked WHERE words @@ asked"
    first = run(f"SELECT place {where} ORDER BY ts_rank(words, asked, 1) DESC, place LIMIT 20", [words])
    return [row[0] for row in first], run(f"SELECT kind, COUNT(*) {where} GROUP BY kind", [words])
