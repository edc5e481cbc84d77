"""The field of figures: read in the language on screen, kept exactly, refused in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from cordee.apps.evaluation.amounts import AmountField, amount


@pytest.mark.parametrize(
    ("lang", "typed", "kept"),
    [
        ("fr", "1\u202f234,5", Decimal("1234.50")),
        ("fr", "12.5", Decimal("12.50")),
        ("en", "1,500", Decimal("1500.00")),
        ("fr", "1 500 €", Decimal("1500.00")),
        ("fr", "1 500 euros", Decimal("1500.00")),
        ("fr", "999 999 999 999,99", Decimal("999999999999.99")),
        ("fr", "", None),
    ],
)
def test_a_sum_is_kept_to_the_cent(lang: str, typed: str, kept: Decimal | None) -> None:
    with override(lang):
        assert amount("Argent", unit="€").clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [("dix", "invalid"), ("-1", "min_value"), ("1000000000000", "max_value"), ("1,234", "decimals"), ("3 h", "unit")],
)
def test_a_sum_that_cannot_be_kept_is_told(typed: str, code: str) -> None:
    with override("fr"), pytest.raises(ValidationError) as told:
        amount("Argent", unit="€").clean(typed)
    assert told.value.code == code
    assert all(told.value.messages)


def test_a_figure_has_no_bound_unless_it_is_given_one() -> None:
    with override("fr"):
        assert AmountField().clean("−0,0005") == -0.0005


@pytest.mark.parametrize("value", [0.00012345, Decimal("1234.50"), 7, "beaucoup"])
def test_what_the_field_shows_is_what_it_reads_back(value: Any) -> None:
    shown = AmountField().prepare_value(value)
    with override("fr"):
        assert shown == value or AmountField().clean(AmountField().prepare_value(value)) == float(value)
