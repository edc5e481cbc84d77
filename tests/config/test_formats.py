"""Dates and hours in each language, as people of Europe write them."""

from datetime import datetime

import pytest
from django.utils.formats import date_format
from django.utils.translation import override

WHEN = datetime(2026, 12, 8, 14, 5)  # noqa: DTZ001 - only its writing matters


@pytest.mark.parametrize(
    ("lang", "kind", "written"),
    [
        ("en", "DATE_FORMAT", "8 December 2026"),
        ("en", "TIME_FORMAT", "14:05"),
        ("en", "DATETIME_FORMAT", "8 December 2026, 14:05"),
        ("en", "SHORT_DATE_FORMAT", "08/12/2026"),
        ("fr", "DATE_FORMAT", "8 décembre 2026"),
        ("fr", "TIME_FORMAT", "14:05"),
    ],
)
def test_a_date_is_written_as_its_language_does(lang: str, kind: str, written: str) -> None:
    with override(lang):
        assert date_format(WHEN, kind) == written
