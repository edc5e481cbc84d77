"""A file of statistics is read whole, or refused with each of its faults told in both languages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.apps.observatory.statistics.making import COUNTRY, GOOD, INCOME, RATE, csv_of

from cordee.apps.observatory.statistics import reading
from cordee.apps.observatory.statistics.faults import StatisticsRefused
from cordee.apps.observatory.statistics.messages import MESSAGES
from cordee.apps.observatory.statistics.reading import read_statistics
from cordee.apps.observatory.statistics.statistic import COLUMNS
from cordee.core.packs.messages.wording import Said

MANY = [RATE | {"id": f"s{rank}"} for rank in range(41)]
LONG = [RATE] * 2001
UNQUOTED = csv_of(RATE) + b'"never closed,\n'
FILES = {
    "too-heavy": (csv_of(RATE | {"label_fr": "a" * 4_000_000}), 0, "4 Mo", "4 MB"),
    "not-utf8": (csv_of(*GOOD).decode().encode("latin-1"), 0, "accents", "accents"),
    "not-csv": (UNQUOTED, 3, "guillemet", "quotation mark"),
    "wrong-header": (csv_of(RATE, header="id,label"), 1, "id,label_fr,label_en,unit_fr", "id,label_fr,label_en"),
    "no-lines": (csv_of(), 0, "pas de ligne", "no line"),
    "too-many-lines": (csv_of(*LONG), 0, "2000 lignes", "2000 lines"),
    "too-many-statistics": (csv_of(*MANY), 42, "« s40 »", "‘s40’"),
    "wrong-cells": (csv_of(RATE | {"source": "a,b"}), 2, "13 cellules au lieu de 12", "13 cells instead of 12"),
    "bad-id": (csv_of(RATE | {"id": "Taux é"}), 2, "« Taux é »", "‘Taux é’"),
    "bad-words": (csv_of(RATE | {"label_en": ""}), 2, "« label_en »", "‘label_en’"),
    "formula": (csv_of(RATE | {"label_fr": "=1+1"}), 2, "« label_fr »", "‘label_fr’"),
    "one-unit": (csv_of(RATE | {"unit_en": ""}), 2, "dans une langue", "one language"),
    "bad-year": (csv_of(RATE | {"year": "24"}), 2, "« 24 »", "‘24’"),
    "unknown-territory": (csv_of(RATE | {"territory": "1"}), 2, "« 1 »", "‘1’"),
    "bad-number": (csv_of(RATE | {"value": "6 %"}), 2, "« 6 % », sous value", "‘6 %’, under value"),
    "half-interval": (csv_of(RATE | {"upper": ""}), 2, "qu’une borne", "one bound only"),
    "outside-interval": (csv_of(RATE | {"value": "9"}), 2, "9 n’est pas entre 6.1 et 6.9", "9 is not between 6.1"),
    "not-https": (csv_of(RATE | {"url": "http://a.example"}), 2, "« http://a.example »", "‘http://a.example’"),
    "other-words": (csv_of(RATE, COUNTRY | {"year": "2023"}), 3, "« year »", "line 2 says for ‘taux-invente’"),
    "twice": (csv_of(RATE, RATE), 3, "pour 53, ligne 2", "for 53 already, on line 2"),
}


def faults(content: bytes) -> StatisticsRefused:
    with pytest.raises(StatisticsRefused) as refusal:
        read_statistics(content)
    return refusal.value


def test_a_good_file_gives_every_measurement_in_its_order() -> None:
    here, country, income = read_statistics(csv_of(*GOOD))
    assert here.statistic.label == Said("Taux inventé", "Invented rate")
    assert (here.territory, here.value, here.interval) == ("53", Decimal("6.50"), (Decimal("6.1"), Decimal("6.9")))
    assert country.statistic == here.statistic
    assert (income.statistic.id, income.interval, income.statistic.year) == ("revenu-invente", None, 2024)


def test_semicolons_a_mark_at_the_head_carriage_returns_and_empty_lines_are_read_alike() -> None:
    expected = read_statistics(csv_of(*GOOD))
    content = b"\xef\xbb\xbf" + csv_of(*GOOD, sign=";").replace(b"\n", b"\r\n") + b"\r\n;;;;;;;;;;;\r\n"
    assert read_statistics(content) == expected


def test_a_quoted_cell_may_hold_the_separator_and_an_address_may_be_that_of_each_territory() -> None:
    lines = [
        RATE | {"source": '"Institut, service"'},
        COUNTRY | {"source": '"Institut, service"', "url": "https://b.fr"},
    ]
    here, country = read_statistics(csv_of(*lines))
    assert here.statistic.source == "Institut, service"
    assert (here.url, country.url) == ("https://stat.example/taux?r=53", "https://b.fr")


def test_a_number_without_unit_and_a_negative_one_are_read() -> None:
    bare = RATE | {"unit_fr": "", "unit_en": "", "value": "-0.4", "lower": "-1", "upper": "0"}
    (found,) = read_statistics(csv_of(bare))
    assert (found.value, found.statistic.unit) == (Decimal("-0.4"), Said("", ""))


@pytest.mark.parametrize("message_id", sorted(FILES))
def test_each_fault_says_where_what_and_what_to_do_in_both_languages(message_id: str) -> None:
    content, line, french, english = FILES[message_id]
    (fault,) = faults(content).faults
    assert (fault.id, fault.line) == (message_id, line)
    for lang, said, where in (("fr", french, f"Ligne {line}\u202f: "), ("en", english, f"Line {line}: ")):
        words = fault.in_(lang)
        assert said in words.replace("\u202f", " ")
        assert words.startswith(where) == (line > 0)
        assert "\n    " in words
        assert "{" not in words


def test_every_message_has_its_file() -> None:
    assert set(FILES) | {"unreadable"} == set(MESSAGES)


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ({"label_fr": "a\x1bb"}, "bad-words"),
        ({"source": "a" * 161}, "bad-words"),
        ({"unit_fr": "a" * 161}, "bad-words"),
        ({"source": "@a"}, "formula"),
        ({"id": "-a"}, "bad-id"),
        ({"id": "a" * 61}, "bad-id"),
        ({"year": "2101"}, "bad-year"),
        ({"territory": "France"}, "unknown-territory"),
        ({"value": ""}, "bad-number"),
        ({"value": "1e3"}, "bad-number"),
        ({"value": "nan"}, "bad-number"),
        ({"value": "1.2345"}, "bad-number"),
        ({"value": "٣"}, "bad-number"),
        ({"lower": "x"}, "bad-number"),
        ({"lower": "7", "upper": "6"}, "outside-interval"),
        ({"url": "https://"}, "not-https"),
        ({"url": "https://[a"}, "not-https"),
        ({"url": "https://a.example/b c"}, "not-https"),
        ({"url": "javascript:alert(1)//https://a"}, "not-https"),
    ],
)
def test_what_a_cell_may_not_hold(cell: dict[str, str], fault: str) -> None:
    assert [one.id for one in faults(csv_of(RATE | cell)).faults] == [fault]


def test_every_fault_is_told_at_once_in_the_order_of_the_lines() -> None:
    refusal = faults(csv_of(RATE | {"url": ""}, INCOME | {"year": "x", "value": ""}, COUNTRY | {"source": "Autre"}))
    told = [(one.line, one.id) for one in refusal.faults]
    assert told == [(2, "not-https"), (3, "bad-year"), (3, "bad-number"), (4, "other-words")]
    assert refusal.in_("fr").count("Ligne ") == 4
    assert str(refusal) == refusal.in_("en")


def test_as_many_lines_and_statistics_as_allowed_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(read_statistics(csv_of(*MANY[:40]))) == 40
    monkeypatch.setattr(reading, "MOST_LINES", 2)
    assert len(read_statistics(csv_of(RATE, COUNTRY))) == 2
    assert [one.id for one in faults(csv_of(*GOOD)).faults] == ["too-many-lines"]


@given(st.lists(st.text('aé1=-.,;" \r\n\0\u202f', max_size=12), min_size=1, max_size=14), st.sampled_from(",;"))
def test_whatever_the_cells_a_file_is_read_or_refused(cells: list[str], sign: str) -> None:
    content = f"{sign.join(COLUMNS)}\n{sign.join(cells)}\n".encode("utf-8", "replace")
    assert faults(content).faults
