"""French spaces and apostrophes: what is a fault, what is left alone, and what mending never changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.typography import OBJECT, THIN_SPACE, Fault, corrected, corrections, find_faults, fix_french


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("Prêt ?", "Prêt_?"),
        ("Oui ! Non ; peut-être : on verra.", "Oui_! Non_; peut-être_: on verra."),
        ("40 % des réponses", "40_% des réponses"),
        ("un taux de 40 %.", "un taux de 40_%."),
        ("« claire »", "«_claire_»"),
        ("Est-ce « clair » ?", "Est-ce «_clair_»_?"),
        ("Vraiment ?!", "Vraiment_?!"),
        ("deux espaces  ?", "deux espaces_?"),
        ("(pourquoi ?)", "(pourquoi_?)"),
        ("**Pourquoi ?**", "**Pourquoi_?**"),
        (f"{OBJECT} : {OBJECT} %", f"{OBJECT}_: {OBJECT}_%"),
        ("Première ligne :\nseconde !", "Première ligne_:\nseconde_!"),
        ("l'alliance", "l’alliance"),
        ("L'an dernier, qu'il aujourd'hui", "L’an dernier, qu’il aujourd’hui"),
        ("Jusqu'ici, quelqu'un", "Jusqu’ici, quelqu’un"),
        ("'l''élan'", "'l’élan'"),
    ],
)
def test_a_fault_is_mended(written: str, mended: str) -> None:
    assert fix_french(written) == mended.replace("_", THIN_SPACE)
    assert find_faults(written) == corrections(written) != []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rendez-vous à 10:30.",
        "un rapport de 3:1",
        "https://example.org/?a=1;b=2",
        "un mot :nom: et %(nombre)s %s",
        "<c-card :items",
        "a !important",
        "| :--- | ---: |",
        "Is it clear? Don't know; can't say: 10% of us.",
        "the partners' answers, rock 'n' roll",
        f"Prêt{THIN_SPACE}?",
    ],
)
def test_what_is_right_or_is_not_french_is_left_alone(text: str) -> None:
    assert fix_french(text) == text
    assert find_faults(text) == []


def test_a_wide_no_break_space_is_tolerated_but_narrowed() -> None:
    text = "Prêt\u00a0? «\u00a0Oui\u00a0»"
    assert find_faults(text) == []
    assert fix_french(text) == f"Prêt{THIN_SPACE}? «{THIN_SPACE}Oui{THIN_SPACE}»"


def test_a_fault_says_where_it_is() -> None:
    assert find_faults("Oui ! L'an ?") == [Fault(3, " ", THIN_SPACE), Fault(7, "'", "’"), Fault(10, " ", THIN_SPACE)]


french = st.text(alphabet="aélqu'’ \u00a0\u202f\n;:?!%«».,()1", max_size=60)


@given(french)
def test_mending_twice_changes_nothing_more(text: str) -> None:
    assert fix_french(fix_french(text)) == fix_french(text)


@given(french)
def test_nothing_is_left_after_mending(text: str) -> None:
    assert find_faults(fix_french(text)) == []


@given(st.text(max_size=80))
def test_only_spaces_and_apostrophes_ever_change(text: str) -> None:
    def letters(value: str) -> str:
        return "".join(character for character in value if character not in " \u00a0\u202f'’")

    assert letters(fix_french(text)) == letters(text)


@given(french)
def test_faults_are_in_order_and_do_not_overlap(text: str) -> None:
    ends = [0]
    for fault in corrections(text):
        assert fault.offset >= ends[-1]
        assert text[fault.offset :].startswith(fault.found)
        ends.append(fault.offset + len(fault.found))


def test_corrected_writes_each_wish_at_its_place() -> None:
    assert corrected("a b c", [Fault(1, " ", "--"), Fault(3, " ", "")]) == "a--bc"
