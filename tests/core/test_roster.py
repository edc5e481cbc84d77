"""Pasted people: what is read, what is refused line by line, and no line lost."""

from string import Formatter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cordee.core.email_address import bare_address, email_fault
from cordee.core.pasted import clean, folded, records_of
from cordee.core.roster import FORMULA_SIGNS, MOST_PEOPLE, Known, Roster, read_roster
from cordee.core.roster_columns import COLUMNS, HEADERS, header_of
from cordee.core.roster_messages import ROSTER_MESSAGES, ROSTER_NOTICES
from cordee.core.typography import find_faults

ORGANISATIONS = [Known("o1", ("La Cordée",)), Known("o2", ("Mairie de Lens",)), Known("o3", ("Œuvre d’Alsace",))]
CIRCLES = [Known("steering", ("Pilotage", "Steering")), Known("teams", ("Équipes", "Teams"))]
HEADER = "Nom;E-mail;Organisation;Cercle;Langue\n"
ZOE = "Zoé Martin;zoe@example.org;La Cordée;Pilotage;français"


def roster(text: str, invited: tuple[tuple[str, str], ...] = ()) -> Roster:
    return read_roster(text, ORGANISATIONS, CIRCLES, invited)


def faults(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.id) for fault in roster(text).faults]


def one(
    email: str = "zoe@example.org", name: str = "Zoé", org: str = "o1", circle: str = "teams", lang: str = ""
) -> str:
    return f"{name}\t{email}\t{org}\t{circle}\t{lang}\n"


@pytest.mark.parametrize("separator", ["\t", ";", ","])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("header", [True, False])
def test_however_a_spreadsheet_pastes(separator, end, start, header):
    lines = [*([HEADER.strip()] if header else []), ZOE, "Jo;jo@example.org;mairie de lens;STEERING;EN"]
    found = roster(start + end.join(line.replace(";", separator) for line in lines) + end)
    assert found.refused == ()
    assert found.header == ((1, 1) if header else None)
    first, second = found.people
    assert (first.name, first.email, first.organisation, first.circle, first.language) == (
        "Zoé Martin",
        "zoe@example.org",
        "o1",
        "steering",
        "fr",
    )
    assert (second.organisation, second.circle, second.language) == ("o2", "steering", "en")
    assert first.line == 1 + header


def test_columns_in_any_order_and_in_english():
    found = roster("Circle,Organization,Remark,Email\nTeams,o2,new,a@b.fr\n")
    assert [(each.email, each.organisation, each.circle, each.name) for each in found.people] == [
        ("a@b.fr", "o2", "teams", "")
    ]
    assert [(notice.id, notice.line) for notice in found.notices] == [("unknown-column", 1)]


def test_quoted_cells_may_hold_separators_quotes_and_line_breaks():
    found = roster(HEADER + '"Martin; Zoé";a@b.fr;"La\nCordée";teams\n"Jo ""le grand""";c@d.fr;o1;teams\n')
    assert [(each.name, each.line, each.last_line) for each in found.people] == [
        ("Martin; Zoé", 2, 3),
        ('Jo "le grand"', 4, 4),
    ]


def test_a_quotation_mark_left_open_swallows_nothing():
    found = roster(HEADER + '"Zoé;a@b.fr;o1;teams\n' + "Jo;c@d.fr;o1;teams\nAl;e@f.fr;o1;teams\n")
    assert [each.name for each in found.people] == ["Jo", "Al"]
    assert [(fault.line, fault.id) for fault in found.faults] == [(2, "bad-quote")]
    assert found.refused[0].text == '"Zoé;a@b.fr;o1;teams'


def test_spaces_that_cannot_be_seen():
    found = roster(one("\u00a0zoe@example.org\u200b", "Zoé\u202f Martin\u0007", "\u2007la  cordée "))
    assert [(each.name, each.email, each.organisation) for each in found.people] == [
        ("Zoé Martin", "zoe@example.org", "o1")
    ]


def test_names_are_matched_without_accents_capitals_nor_apostrophes():
    found = roster(one(org="ŒUVRE D'ALSACE", circle="equipes"))
    assert (found.people[0].organisation, found.people[0].circle) == ("o3", "teams")
    decomposed = roster(one(org="La Corde\u0301e"))
    assert decomposed.people[0].organisation == "o1"


def test_an_unknown_name_gets_the_nearest_one_or_the_list():
    found = roster(one(org="La Cordee 2", circle="x"))
    organisation, circle = found.faults
    assert (organisation.id, organisation.line) == ("unknown-organisation", 1)
    assert (
        organisation.remedy.fr
        == "Vouliez-vous écrire «\u202fLa Cordée\u202f»\u202f? Sinon, ajoutez-la d’abord à l’alliance."
    )
    assert organisation.in_("en").startswith("line 1: The organisation ‘La Cordee 2’ is not in this alliance.")
    assert circle.remedy.en.startswith("Possible: Pilotage, Steering")


def test_a_line_says_all_that_is_wrong_with_it():
    assert faults("=1+1;zoe;;Nulle part;klingon\n") == [
        (1, "formula"),
        (1, "email-no-at"),
        (1, "organisation-missing"),
        (1, "unknown-circle"),
        (1, "unknown-language"),
    ]


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("", "email-missing"),
        ("zoe.example.org", "email-no-at"),
        ("zoe@ex@ample.org", "email-two-at"),
        ("zoe @example.org", "email-space"),
        ("@example.org", "email-name"),
        (".zoe@example.org", "email-name"),
        ("zo..e@example.org", "email-name"),
        ("zoé@example.org", "email-name"),
        ("=zoe@example.org", "email-name"),
        ("+zoe@example.org", "email-name"),
        ("zoe@", "email-domain"),
        ("zoe@example", "email-domain"),
        ("zoe@example,org", "email-domain"),
        ("zoe@example..org", "email-domain"),
        ("zoe@-example.org", "email-domain"),
        ("zoe@example.org.", "email-domain"),
        ("zoe@127.0.0.1", "email-domain"),
        ("z" * 65 + "@example.org", "email-name"),
        ("z@" + "e" * 260 + ".org", "email-long"),
        ("zoe+alliance@example.co.uk", None),
        ("o'neil@example.org", None),
        ("zoe@forêt.fr", None),
        ("ZOE@EXAMPLE.ORG", None),
        ("a-b_c.d@x-y.museum", None),
    ],
)
def test_what_is_wrong_with_an_address(address, why):
    assert email_fault(address) == why


def test_addresses_as_mail_programs_copy_them():
    assert bare_address('"Martin, Zoé" <zoe@example.org>') == "zoe@example.org"
    assert roster(one("Zoé Martin <zoe@example.org>")).people[0].email == "zoe@example.org"
    assert roster(one("mailto:zoe@example.org")).people[0].email == "zoe@example.org"


def test_the_same_person_twice_in_a_circle_is_refused():
    found = roster(one() + one("ZOE@example.org", "Z.", "o2"))
    assert [(fault.line, fault.id) for fault in found.faults] == [(2, "duplicate")]
    assert "ligne 1" in found.faults[0].message.fr
    assert len(found.people) == 1


def test_the_same_person_in_two_circles_is_told_not_refused():
    found = roster(one() + one(circle="steering") + one(circle="steering", org="o2", email="jo@example.org"))
    assert len(found.people) == 3
    assert [(notice.line, notice.id) for notice in found.notices] == [(2, "two-circles")]
    moved = roster(one() + one(circle="steering", org="o2"))
    assert [notice.id for notice in moved.notices] == ["two-circles", "two-organisations"]


def test_who_was_already_invited_is_refused_in_that_circle_only():
    found = roster(one() + one(circle="steering"), invited=(("Zoe@Example.org", "teams"),))
    assert [fault.id for fault in found.faults] == ["already-invited"]
    assert [each.circle for each in found.people] == ["steering"]


def test_a_refused_line_does_not_make_the_next_one_a_duplicate():
    assert faults(one(org="nobody") + one()) == [(1, "unknown-organisation")]


def test_a_header_that_cannot_serve_refuses_what_follows():
    found = roster("Nom;Organisation\nZoé;o1\nJo;o1\n")
    assert [(fault.line, fault.id) for fault in found.faults] == [(1, "no-email-column"), (2, "not-read")]
    assert [lines.line for lines in found.refused] == [1, 2, 3]
    assert faults("Nom;E-mail;Courriel\nZoé;a@b.fr;c@d.fr\n")[0] == (1, "column-twice")


def test_more_than_a_thousand_people():
    text = "".join(one(f"p{n}@example.org") for n in range(MOST_PEOPLE + 3))
    found = roster("\n" + text)
    assert len(found.people) == MOST_PEOPLE
    assert [(fault.line, fault.id) for fault in found.faults] == [(MOST_PEOPLE + 2, "too-many")]
    assert [(lines.line, lines.last_line) for lines in found.refused] == [
        (MOST_PEOPLE + 2, MOST_PEOPLE + 2),
        (MOST_PEOPLE + 3, MOST_PEOPLE + 4),
    ]
    assert lines_of(found) == list(range(1, MOST_PEOPLE + 5))
    headed = roster(HEADER + text.replace("\t", ";") + "\n\n")
    assert (len(headed.people), len(headed.faults)) == (MOST_PEOPLE, 1)
    assert headed.blank == (MOST_PEOPLE + 5, MOST_PEOPLE + 6)


def test_a_thousand_people_and_blank_lines_are_not_too_many():
    text = "".join(one(f"p{n}@example.org") for n in range(MOST_PEOPLE))
    assert roster(text + "\n \t\n").refused == ()


def test_cells_that_do_not_belong():
    assert faults(one().strip() + "\tx\ty\n") == [(1, "extra-cells")]
    assert faults(one().strip("\n") + "\t\t\t\n") == []
    assert faults(one(name="z" * 501)) == [(1, "long-cell")]
    assert faults(one(name="z" * 151)) == [(1, "long-name")]
    assert faults('"' + "z" * 200_000) == [(1, "long-cell")]


@pytest.mark.parametrize("sign", FORMULA_SIGNS)
def test_nothing_that_a_spreadsheet_would_run(sign):
    assert faults(one(name=f"{sign}cmd|' /C calc'!A0")) == [(1, "formula")]


@pytest.mark.parametrize("text", ["", "\n", " \t\n;;;\n", "\ufeff"])
def test_nothing_pasted(text):
    found = roster(text)
    assert (found.people, found.refused) == ((), ())


def test_a_header_alone():
    found = roster(HEADER)
    assert (found.header, found.people, found.refused) == ((1, 1), (), ())


def test_headers_are_compared_folded():
    for names in HEADERS.values():
        assert all(folded(name) == name for name in names)
    assert header_of(["Prénom et nom", "Adresse e-mail", "STRUCTURE", "Groupe", "Langue"]) == list(COLUMNS)
    assert header_of(["E-mail"]) == ["email"]
    assert header_of(["Nom", "Remarque"]) is None


def lines_of(found: Roster) -> list[int]:
    spans = [(each.line, each.last_line) for each in (*found.people, *found.refused)]
    spans += [found.header] if found.header else []
    return sorted([*found.blank, *(line for first, last in spans for line in range(first, last + 1))])


def count_lines(text: str) -> int:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text.count("\n") + (not text.endswith("\n") and text != "")


cells = st.one_of(
    st.sampled_from(
        [
            *("zoe@example.org", "jo@example.org", "La Cordée", "Pilotage", "teams", "o1", "fr", "", "Nom", "E-mail"),
            *('"', '""', '"a', 'a"b', '"a\nb"', "=1+1", "\u00a0", "\0", "é" * 600, "\x1b[31m", "{found}", "%s"),
        ]
    ),
    st.text(max_size=12),
)
pasted_lines = st.lists(st.lists(cells, max_size=7), max_size=12)


@settings(deadline=None)
@given(pasted_lines, st.sampled_from("\t;,"), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
@example([["Nom"], ["zoe@example.org"]], ";", "\n", True)
def test_every_line_is_accounted_for_once_and_nothing_raises(rows, separator, end, headed):
    text = end.join(separator.join(row) for row in ([list(COLUMNS)] if headed else []) + rows)
    found = roster(text)
    assert lines_of(found) == list(range(1, count_lines(text) + 1))
    for person in found.people:
        assert email_fault(person.email) is None
        assert not person.name.startswith(FORMULA_SIGNS)
        assert person.organisation in {"o1", "o2", "o3"}
        assert person.circle in {"steering", "teams"}
        assert person.name == clean(person.name)
    pairs = [(person.email.casefold(), person.circle) for person in found.people]
    assert len(set(pairs)) == len(pairs)
    for fault in (*found.faults, *found.notices):
        assert "{" not in fault.id
        assert fault.in_("fr")
        assert fault.in_("en")


@settings(deadline=None)
@given(st.text())
def test_any_text_at_all(text):
    found = roster(text)
    assert lines_of(found) == list(range(1, count_lines(text) + 1))


@settings(deadline=None)
@given(st.text())
def test_records_lose_no_letter_of_the_text(text):
    pasted = records_of(text, 3)
    assert all(record.text in text.replace("\r\n", "\n").replace("\r", "\n") for record in pasted.records)


@pytest.mark.parametrize("messages", [ROSTER_MESSAGES, ROSTER_NOTICES])
def test_messages_name_the_same_values_in_both_languages(messages):
    for message in messages.values():
        for said in message:
            fields = [{name for _, name, _, _ in Formatter().parse(words) if name} for words in said]
            assert fields[0] == fields[1]
            assert find_faults(said.fr) == []
