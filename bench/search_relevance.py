"""Print how good the search is on the judged questions of the tests, and those that it answers badly.

    python bench/search_relevance.py

The index is made in memory from the reference pack as it is written and from the help pages; no database is opened.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cordee.config.settings")


def main() -> None:
    """Make the index, ask everything, print the marks."""
    with tempfile.TemporaryDirectory() as data:
        os.environ["CORDEE_DATA"] = data
        import django

        django.setup()
        answer_all()


def answer_all() -> None:
    from tests.apps.library.search.judged import judged_questions

    from cordee.apps.diagnosis import findable as diagnosis
    from cordee.apps.home import findable as home
    from cordee.apps.library.search import guide_entries, pack_entries
    from cordee.apps.library.search.everyday import everyday_groups
    from cordee.core.packs.folder import read_folder
    from cordee.core.packs.reading.pack_reading import read_pack
    from cordee.core.search.building import catalogue_of, ordered
    from cordee.core.search.ranking import answer
    from cordee.ground import packs_folder

    pack = read_pack(read_folder(packs_folder() / "alliances")).pack
    assert pack is not None
    of_the_pack = [*pack_entries.entries_of(pack), *guide_entries.entries_of(pack)]
    entries = [*of_the_pack, *diagnosis.entries_of(pack), *home.entries()]
    catalogue, keys = catalogue_of(entries, everyday_groups()), [":".join(key) for key in ordered(entries)]
    judged = judged_questions()
    given = [[keys[place] for place in answer(catalogue, one.text, one.lang).places] for one in judged]
    print(f"{len(entries)} entries, {len(judged)} judged questions")
    tell(judged, given)


def tell(judged: Sequence, given: Sequence[Sequence[str]]) -> None:  # type: ignore[type-arg]
    """Print the marks of each language and of both, then the questions whose first answer is not an expected one."""
    from cordee.core.search.relevance import marks, reciprocal_rank

    for name, langs in (("French", ["fr"]), ("English", ["en"]), ("both", ["fr", "en"])):
        mine = [place for place, one in enumerate(judged) if one.lang in langs]
        got = marks([given[place] for place in mine], [judged[place] for place in mine])
        print(f"  {name:<8} {len(mine):>4} questions   MRR {got.mrr:.3f}   recall at 5 {got.recall:.3f}")
    for one, answers in zip(judged, given, strict=True):
        if reciprocal_rank(answers, one.expected) < 1:
            print(
                f"  {one.lang} « {one.text} »: {' '.join(answers[:3]) or 'nothing'}; expected {' '.join(one.expected)}"
            )


if __name__ == "__main__":
    main()
