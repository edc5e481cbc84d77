"""One broken pack for each message: the message is given, at the right line, in both languages, and alone."""

import pytest
from tests.core.packs.broken import BROKEN, DANGLING, WHOLE_FILES, Broken

from cordee.core.packs.messages import MESSAGES
from cordee.core.packs.messages.ages import AGES
from cordee.core.packs.messages.compass import COMPASS
from cordee.core.packs.messages.files import FILES
from cordee.core.packs.messages.references import REFERENCES
from cordee.core.packs.messages.shapes import SHAPES
from cordee.core.packs.messages.yaml import YAML
from cordee.core.packs.reading.layout import Files
from cordee.core.packs.reading.pack_reading import read_pack

TOLD_ELSEWHERE = {
    "case-differs",  # said by the engine that plays worked cases
    "date-to-come",  # depends on the day: test_ages
    "unexpected",  # a net under the others: no mistake is known that falls into it
}


ECHOES = {
    # Two names at once are wrong: each is said.
    "topic-outside-axis": {"item-id", "unknown-reference", "unknown-answer-target", "outside-form"},
    "item-id": {"unknown-reference", "unknown-answer-target"},
    "facet-order": {"item-id", "duplicate-id"},
    "duplicate-id": {"unknown-reference", "refers-to-itself", "cell-id"},
    # A fork that nobody meets shuts the doors behind it; an answer moved away leaves its place empty.
    "out-of-bounds": {"route-rank"},
    "node-unreachable": {"door-unreachable"},
    "no-runner-up": {"door-unreachable"},
    "asked-twice": {"choice-uncovered", "unknown-reference"},
    "choice-uncovered": {"choice-in-two-branches"},
}


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: f"{broken.message}: {broken.new[:40]!r}")
def test_a_mistake_is_told_at_its_line_and_alone(broken: Broken, sample_files: Files) -> None:
    files = broken.break_in(sample_files)
    faults = read_pack(files).faults
    told = [one for one in faults if one.id == broken.message]
    assert [one.line for one in told] == [broken.line_number(files)], [one.in_("en") for one in faults]
    assert all(one.line >= 1 and one.column >= 1 for one in faults)
    assert {one.id for one in faults} <= {broken.message, *ECHOES.get(broken.message, ())}


@pytest.mark.parametrize(("kind", "file", "old", "new"), DANGLING, ids=lambda value: str(value)[:30])
def test_a_name_that_leads_nowhere_is_told(kind: str, file: str, old: str, new: str, sample_files: Files) -> None:
    broken = Broken("unknown-reference", file, old, new, "nowhere")
    files = broken.break_in(sample_files)
    (fault,) = [one for one in read_pack(files).faults if one.id == "unknown-reference"]
    assert (fault.file, fault.line) == (file, broken.line_number(files))
    assert "‘nowhere’ should be" in fault.message.en
    assert kind.split("-", maxsplit=1)[0] in fault.message.en or kind in ("term", "form", "question")


@pytest.mark.parametrize("message", WHOLE_FILES)
def test_a_bad_file_is_told(message: str, sample_files: Files) -> None:
    faults = read_pack(WHOLE_FILES[message](dict(sample_files))).faults
    assert [one.id for one in faults] == [message]
    assert faults[0].file


def test_a_latin_file_is_told_at_its_first_accent(sample_files: Files) -> None:
    (fault,) = read_pack(WHOLE_FILES["not-utf8"](dict(sample_files))).faults
    assert (fault.line, fault.column) == (6, 42)


def test_every_message_about_files_has_its_broken_pack() -> None:
    shown = {broken.message for broken in BROKEN} | set(WHOLE_FILES) | {"unknown-reference"}
    told_here = {*FILES, *YAML, *SHAPES, *REFERENCES, *COMPASS, *AGES}
    assert told_here - shown == TOLD_ELSEWHERE
    assert shown <= set(MESSAGES)


def test_a_suggestion_comes_with_a_slip(sample_files: Files) -> None:
    broken = Broken("unknown-key", "tools/needs-diagnosis.yaml", "minutes: 240", "minuts: 240", "minuts")
    (fault,) = read_pack(broken.break_in(sample_files)).faults
    assert fault.remedy.fr == "Vouliez-vous écrire «\u202fminutes\u202f»\u202f?"
    assert fault.in_("fr").startswith(
        "tools/needs-diagnosis.yaml:22:1\u202f: La clé «\u202fminuts\u202f» n’existe pas ici."
    )
