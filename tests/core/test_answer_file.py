"""A file of answers: what is read, and what is refused with its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.alliance import small

from cordee.core.answer_file import FAULTS_SHOWN, AnswerFile, form_words, read_answers
from cordee.core.answer_messages import ANSWER_MESSAGES
from cordee.core.answers import Answer, Mark

WORDS = form_words(small().instrument, "short")
HEADER = "respondent,organisation,circle,item,answer"
GOOD = "zoe,o1,teams,a.one.vision,3"


def file(*lines: str, header: str = HEADER, end: str = "\n", encoding: str = "utf-8") -> AnswerFile:
    return read_answers((end.join((header, *lines)) + end).encode(encoding), WORDS)


def ids(found: AnswerFile) -> list[tuple[str, int]]:
    return [(fault.id, fault.line) for fault in found.faults]


class TestWhatIsRead:
    def test_one_line_is_one_answer(self):
        found = file(GOOD)
        assert found.faults == ()
        assert found.answers == (Answer("zoe", "o1", "teams", "a.one.vision", 3),)

    @pytest.mark.parametrize(
        ("written", "level", "mark"),
        [
            *((str(level), level, Mark.ANSWERED) for level in range(5)),
            ("dont_know", None, Mark.DONT_KNOW),
            ("not_applicable", None, Mark.NOT_APPLICABLE),
            ("", None, Mark.UNANSWERED),
            (" 2 ", 2, Mark.ANSWERED),
        ],
    )
    def test_every_answer(self, written, level, mark):
        row = file(f"zoe,o1,teams,a.one.vision,{written}").answers[0]
        assert (row.level, row.mark) == (level, mark)

    @pytest.mark.parametrize(
        "content",
        [
            "answer,item,circle,organisation,respondent\n3,a.one.vision,teams,o1,zoe\n",
            "respondent;organisation;circle;item;answer\nzoe;o1;teams;a.one.vision;3\n",
            "\ufeffrespondent;organisation;circle;item;answer\r\nzoe;o1;teams;a.one.vision;3\r\n",
            "respondent,organisation,circle,item,answer\rzoe,o1,teams,a.one.vision,3\r",
            '"respondent","organisation","circle","item","answer"\n"zoe","o1","teams","a.one.vision","3"',
            " Respondent , ORGANISATION ,circle, item ,answer\n zoe , o1 ,teams, a.one.vision ,3\n",
            "\n\nrespondent,organisation,circle,item,answer\n\nzoe,o1,teams,a.one.vision,3\n,,,,\n\n",
            "respondent,organisation,circle,item,answer,,\nzoe,o1,teams,a.one.vision,3,,\n",
        ],
        ids=["order", "semicolons", "excel", "old mac", "quotes", "spaces", "blank lines", "nameless columns"],
    )
    def test_the_same_answer_in_many_hands(self, content):
        found = read_answers(content.encode(), WORDS)
        assert found.faults == ()
        assert found.answers == (Answer("zoe", "o1", "teams", "a.one.vision", 3),)

    def test_a_quoted_field_holds_separators_quotes_and_lines(self):
        found = file('"zoe ""z"",\nthe second",o1,teams,a.one.vision,3', "ann,o1,teams,a.one.vision,9")
        assert ids(found) == [("off-scale", 4)]
        found = file('"zoe ""z"",\nthe second",o1,teams,a.one.vision,3')
        assert found.answers[0].respondent == 'zoe "z",\nthe second'

    def test_names_may_be_in_any_language(self):
        assert file("Zoé,Forêt & Cie,teams,a.one.vision,3").answers[0].organisation == "Forêt & Cie"

    def test_without_organisation_each_person_is_one_of_their_own(self):
        lines = ["zoe,a.one.vision,3", "ann,a.one.vision,1", "zoe,a.one.action,2"]
        found = file(*lines, header="respondent,item,answer")
        homes = {row.respondent: row.organisation for row in found.answers}
        assert len(set(homes.values())) == 2
        assert {row.circle for row in found.answers} == {"steering"}

    def test_an_organisation_that_bears_the_name_of_a_person_stays_apart(self):
        found = file("zoe,,teams,a.one.vision,3", "ann,zoe,teams,a.one.vision,1")
        assert len({row.organisation for row in found.answers}) == 2

    def test_a_place_said_once_holds_for_all_the_lines_of_a_person(self):
        found = file("zoe,,,a.one.vision,3", "zoe,o1,teams,a.one.action,1", "zoe,,,a.one.means,1")
        assert {(row.organisation, row.circle) for row in found.answers} == {("o1", "teams")}

    def test_how_much_a_topic_matters(self):
        found = file("zoe,o1,teams,a.one.importance,4")
        assert found.answers[0].item == "a.one.importance"

    def test_a_file_of_dont_knows_is_a_file(self):
        assert file("zoe,o1,teams,a.one.vision,dont_know").fault_count == 0


REFUSED = {
    "unknown item": ("zoe,o1,teams,a.one.visoin,3", "unknown-item", "a.one.vision"),
    "item of nowhere": ("zoe,o1,teams,quelque chose,3", "unknown-item", "axis.topic.facet"),
    "item of the other form": ("zoe,o1,teams,a.two.vision,3", "other-form", "--instrument full"),
    "no item": ("zoe,o1,teams,,3", "unknown-item", "axis.topic.facet"),
    "unknown circle": ("max,o1,team,a.one.vision,3", "unknown-circle", "teams"),
    "level 7": ("max,o1,teams,a.one.vision,7", "off-scale", "0, 1, 2, 3 or 4"),
    "level −1": ("max,o1,teams,a.one.vision,-1", "off-scale", "0 to 4"),
    "3.5": ("max,o1,teams,a.one.vision,3.5", "not-whole", "not a mean"),
    "3,5": ('max,o1,teams,a.one.vision,"3,5"', "not-whole", "whole level"),
    "2.0": ("max,o1,teams,a.one.vision,2.0", "not-whole", "whole level"),
    "a word": ("max,o1,teams,a.one.vision,oui", "unknown-answer", "dont_know"),
    "not a number": ("max,o1,teams,a.one.vision,nan", "unknown-answer", "dont_know"),
    "another script's digit": ("max,o1,teams,a.one.vision,３", "off-scale", "0 to 4"),
    "nobody": (",o1,teams,a.one.vision,3", "no-respondent", "a name or a number"),
    "too few fields": ("zoe,o1,teams,a.one.vision", "ragged", "4 fields; the header has 5"),
    "too many fields": ("zoe,o1,teams,a.one.vision,3,4", "ragged", "6 fields"),
}


class TestWhatIsRefused:
    @pytest.mark.parametrize(("line", "fault", "said"), REFUSED.values(), ids=REFUSED)
    def test_a_line_with_a_fault(self, line, fault, said):
        found = file(GOOD, "", line)
        assert found.answers == ()
        assert ids(found) == [(fault, 4)]
        assert said in found.faults[0].in_("en")
        assert found.faults[0].in_("fr").startswith("ligne 4")

    @pytest.mark.parametrize(
        ("second", "fault", "first"),
        [
            ("zoe,o1,teams,a.one.vision,2", "twice", "line 2"),
            ("zoe,o1,teams,a.one.vision,", "twice", "line 2"),
            ("zoe,o1,partners,a.one.action,2", "two-circles", "‘teams’ on line 2"),
            ("zoe,o2,teams,a.one.action,2", "two-organisations", "‘o1’ on line 2"),
        ],
    )
    def test_two_lines_that_contradict_each_other(self, second, fault, first):
        found = file(GOOD, second)
        assert ids(found) == [(fault, 3)]
        assert first in found.faults[0].message.en

    @pytest.mark.parametrize(
        ("header", "faults"),
        [
            ("respondent,organisation,circle,item", ["missing-column"]),
            ("zoe,o1,teams,a.one.vision,3", ["missing-column"] * 3 + ["unknown-column"] * 5),
            ("respondent,item,answer,answer", ["duplicate-column"]),
            ("respondent,item,answer,comment", ["unknown-column"]),
            ("respondent\titem\tanswer", ["missing-column"] * 3 + ["unknown-column"]),
            ("respondent,item,answer,cirlce", ["unknown-column"]),
        ],
    )
    def test_a_header_that_is_not_one(self, header, faults):
        found = file("1,2,3,4", header=header)
        assert [fault.id for fault in found.faults] == faults
        assert {fault.line for fault in found.faults} == {1}
        assert found.fault_count == len(faults)

    def test_a_header_alone(self):
        assert ids(file()) == [("no-answers", 0)]

    @pytest.mark.parametrize(
        ("content", "fault", "line"),
        [
            (b"", "empty", 0),
            (b"\xef\xbb\xbf", "empty", 0),
            (b"\n\n \n", "empty", 0),
            (b",,,\n,,,\n", "no-answers", 0),
            (f"{HEADER}\n{GOOD}".encode("utf-16"), "utf-16", 0),
            (f"{HEADER}\n{GOOD}".encode("utf-16-be"), "binary", 1),
            (f"{HEADER}\n{GOOD}\nZoé,o,teams,a.one.action,3".encode("latin-1"), "not-utf-8", 3),
            (f"{HEADER}\r\n{GOOD}\r\nZoé".encode("cp1252"), "not-utf-8", 3),
            (f"{HEADER}\n{GOOD}\nzo\0e,o,teams,a.one.action,3".encode(), "binary", 3),
            (b"PK\x03\x04rest of a workbook", "workbook", 0),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook", 0),
            (bytes(range(1, 256)), "not-utf-8", 3),
            (f'{HEADER}\n{GOOD}\n"zoe,o1,teams,a.one.action,3\nann'.encode(), "open-quote", 3),
            (f'{HEADER}\n{GOOD}\n"zoe"x,o1,teams,a.one.action,3'.encode(), "bad-quote", 3),
            (f"{HEADER}\n{GOOD}\n{'z' * 200_000},o1,teams,a.one.action,3".encode(), "long-field", 3),
        ],
    )
    def test_bytes_that_are_not_a_table(self, content, fault, line):
        found = read_answers(content, WORDS)
        assert found.answers == ()
        assert ids(found)[0] == (fault, line)

    def test_the_first_faults_are_told_and_all_are_counted(self):
        found = file(*(f"r{n},o,teams,a.one.vision,{n + 5}" for n in range(45)))
        assert len(found.faults) == FAULTS_SHOWN
        assert found.fault_count == 45
        assert [fault.line for fault in found.faults] == list(range(2, 22))

    def test_many_unknown_items_are_counted_too(self):
        assert file(*(f"r{n},o,teams,what{n},1" for n in range(45))).fault_count == 45

    def test_one_unknown_circle_is_told_once_for_each_person(self):
        found = file("zoe,o,crew,a.one.vision,1", "zoe,o,crew,a.one.action,1", "ann,o,crew,a.one.action,1")
        assert ids(found) == [("unknown-circle", 2), ("unknown-circle", 4)]

    def test_every_message_says_what_to_do_in_both_languages(self):
        for message in ANSWER_MESSAGES.values():
            for said in message:
                assert said.fr
                assert said.en
                assert " ;" not in said.fr
                assert "« " not in said.fr


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_bytes_at_all_make_it_fall(content):
    found = read_answers(content, WORDS)
    assert found.faults
    assert found.fault_count >= len(found.faults)


CELLS = st.sampled_from(
    ["zoe", "ann", "", "o1", "teams", "a.one.vision", "a.two.vision", "3", "9", "3.5", "dont_know", '"', "é", "\n"]
)


@given(st.lists(st.lists(CELLS, min_size=0, max_size=7), max_size=12), st.sampled_from(",;"))
@settings(max_examples=200, deadline=None)
def test_a_wild_table_gives_answers_or_faults_never_both(rows, separator):
    lines = [HEADER.replace(",", separator), *(separator.join(row) for row in rows)]
    found = read_answers("\n".join(lines).encode(), WORDS)
    assert bool(found.answers) != bool(found.faults)
    assert all(1 <= fault.line <= 200 for fault in found.faults if fault.id != "no-answers")


def test_the_words_of_a_form():
    assert "a.two.vision" not in WORDS.items
    assert WORDS.elsewhere["a.two.vision"] == "full"
    assert WORDS.elsewhere["a.two.importance"] == "full"
    assert WORDS.own_circle == "steering"
    with pytest.raises(KeyError, match="huge"):
        form_words(small().instrument, "huge")
