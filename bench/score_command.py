"""Measure `cordee score` on 100,000 answers, start-up included, as a person runs it: a new process each time.

    python bench/score_command.py [runs]

Beside it: Python alone, the same command on one respondent, and reading the file with the csv module and nothing else.
The pack is read as a published release, and from its files.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from cordee.cli.pack_choice import chosen_pack
from cordee.core.packs.release import release_of

PEOPLE = 1588  # × 63 items: 100,044 answers
ROOT = Path(__file__).resolve().parents[1]
COMMAND = "from cordee.cli import main; main()"


def write_answers(file: Path, people: int, items: list[str], circles: list[str]) -> None:
    rng = random.Random(people)
    with file.open("w", encoding="utf-8") as out:
        out.write("respondent,organisation,circle,item,answer\n")
        for person in range(people):
            for item in items:
                answer = rng.choice(["0", "1", "1", "2", "2", "2", "3", "3", "4", "dont_know"])
                out.write(f"r{person},o{person // 5 % 20},{circles[person % 5]},{item},{answer}\n")


def seconds(command: list[str], runs: int) -> tuple[float, float]:
    times = []
    for _ in range(runs):
        start = perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(perf_counter() - start)
    return median(times), min(times)


def main(runs: int) -> None:
    pack = chosen_pack(str(ROOT / "packs" / "alliances"))
    items = [item.id for item in pack.instrument.items_of("full")]
    circles = [circle.id for circle in pack.instrument.circles]
    with tempfile.TemporaryDirectory() as folder:
        many, one, release = (Path(folder) / name for name in ("many.csv", "one.csv", "1.0.0.json"))
        write_answers(many, PEOPLE, items, circles)
        write_answers(one, 1, items, circles)
        release.write_text(release_of(pack).document, encoding="utf-8")
        files = str(ROOT / "packs" / "alliances")
        score = [sys.executable, "-c", COMMAND, "score"]
        reading = "import csv, sys; sum(1 for _ in csv.reader(open(sys.argv[1])))"
        rows = {
            "python alone": [sys.executable, "-c", "pass"],
            "csv.reader over the 100,044 answers": [sys.executable, "-c", reading, str(many)],
            "cordee score --help": [*score, "--help"],
            "1 respondent, release": [*score, str(one), "--pack", str(release)],
            "100,044 answers, release, table": [*score, str(many), "--pack", str(release)],
            "100,044 answers, release, JSON": [*score, str(many), "--pack", str(release), "--format", "json"],
            "100,044 answers, pack from its files": [*score, str(many), "--pack", files],
        }
        print(f"{'':38} {'median s':>9} {'fastest s':>9}")
        for name, command in rows.items():
            middle, fastest = seconds(command, runs)
            print(f"{name:38} {middle:>9.2f} {fastest:>9.2f}")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(f"\npeak memory {peak} MB, {os.cpu_count()} cores, file of {many.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
