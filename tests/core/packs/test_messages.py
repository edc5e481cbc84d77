"""The catalogue of messages: each says what and what to do, in both languages, with the same values."""

import re

import pytest

from cordee.core.packs.faults import Place, fault, in_order
from cordee.core.packs.messages import MESSAGES
from cordee.core.packs.messages.wording import LONGEST, Said, suggestion
from cordee.core.typography import find_faults

SENTENCES = {
    (name, part): said
    for name, message in MESSAGES.items()
    for part, said in (("what", message.what), ("remedy", message.remedy))
}


@pytest.mark.parametrize("said", SENTENCES.values(), ids=lambda said: str(said.en)[:40])
def test_both_languages_name_the_same_values(said: Said) -> None:
    names = [sorted(set(re.findall(r"(?<!\{)\{(\w+)\}(?!\})", words))) for words in said]
    assert names[0] == names[1]


@pytest.mark.parametrize("said", SENTENCES.values(), ids=lambda said: str(said.en)[:40])
def test_sentences_are_whole_and_well_set(said: Said) -> None:
    filled = said.fill(dict.fromkeys(re.findall(r"\{(\w+)\}", said.fr + said.en), "x"))
    for words in filled:
        assert words == words.strip()
        assert words == "x" or words[0].isupper() or words[0] in "«‘x"
        assert words == "x" or words.endswith((".", "?", "x", ")", "…}", "»", "’", '"', "}"))
    assert find_faults(filled.fr) == []
    assert not re.search(r" [;:?!]|“|”", filled.en)


def test_the_catalogue_is_closed() -> None:
    with pytest.raises(KeyError):
        fault("no-such-message", Place())


def test_a_value_is_shown_on_one_safe_line() -> None:
    shown = fault("not-in-list", Place(), found="\x1b[31m\ud800\n" + "x" * 500, suggestion="y").message.fr
    assert "\x1b" not in shown
    assert "\n" not in shown
    assert "…" in shown
    assert len(shown) < LONGEST + 60
    assert shown.encode()


def test_faults_are_sorted_and_said_once() -> None:
    faults = [
        fault("empty-value", Place("b.yaml", 2, 1), key="k"),
        fault("empty-value", Place("a.yaml", 10, 1), key="k"),
        fault("empty-value", Place("a.yaml", 9, 4), key="k"),
        fault("empty-value", Place("a.yaml", 9, 4), key="k"),
    ]
    assert [(one.file, one.line) for one in in_order(faults)] == [("a.yaml", 9), ("a.yaml", 10), ("b.yaml", 2)]


def test_a_fault_speaks_the_language_of_its_reader() -> None:
    told = fault(
        "missing-translation", Place("tools/raci-grid.yaml", 3, 1), key="en", language=Said("anglais", "English")
    )
    assert told.in_("fr") == (
        "tools/raci-grid.yaml:3:1\u202f: Il manque le texte en anglais.\n"
        "    Ajoutez «\u202fen\u202f»\u202f: chaque texte existe en français et en anglais."
    )
    assert told.in_("en").startswith("tools/raci-grid.yaml:3:1: The English text is missing.\n    Add ‘en’")


def test_a_suggestion_lists_what_exists_when_nothing_looks_alike() -> None:
    assert suggestion("zzz", ["vision", "action"]).fr == "Possibles\u202f: action, vision."
    assert suggestion("zzz", []).en == "Possible: none."
