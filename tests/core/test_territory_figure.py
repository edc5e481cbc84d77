"""A copied figure holds together, and says the same when it is read back."""

import json
from decimal import Decimal
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cordee.core.packs.text import Text
from cordee.core.territory_figure import TerritoryFigure, exact
from cordee.core.written_frame import (
    FrameFigure,
    FramePart,
    WrittenFrame,
    canonical_frame,
    changed_parts,
    frame_hash,
    read_frame,
)


def both(words: str) -> Text:
    return Text(fr=words, en=words)


def figure(**changes: object) -> TerritoryFigure:
    said: dict[str, object] = {
        "key": "a.2022", "question": both("Utile ?"), "population": both("Maires"), "territory": "FR",
        "place": both("France"), "when": both("2022"), "moment": "2022", "unit": "percent", "value": Decimal(74),
        "source": both("Programme"), "address": "https://exemple.fr/",
    }  # fmt: skip
    return TerritoryFigure.model_validate({**said, **changes})


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"lower": Decimal(70)}, "two ends"),
        ({"lower": Decimal(75), "upper": Decimal(80)}, "inside its interval"),
        ({"edition": "barometre"}, "with its digest"),
        ({"digest": "ab"}, "with its digest"),
        ({"taken": "hier"}, "taken"),
    ],
)
def test_what_does_not_hold_together_is_refused(changes: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        figure(**changes)


def test_an_interval_is_known_or_it_is_not() -> None:
    assert not figure().has_interval
    assert figure(lower=Decimal(70), upper=Decimal(78)).has_interval


@given(st.floats(-1000, 1000))
def test_a_kept_value_is_close_and_in_lowest_form(value: float) -> None:
    kept = exact(value)
    assert abs(float(kept) - value) <= 0.5001e-4
    assert figure(value=kept).value == kept
    assert str(kept) == format(kept.normalize() if kept else kept, "f")


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_what_is_not_a_number_is_not_kept(value: float) -> None:
    with pytest.raises(ValueError, match="not a value"):
        exact(value)


def test_a_frame_with_figures_reads_back_the_same_and_one_without_keeps_its_hash() -> None:
    bare = WrittenFrame(alliance="Le Val", evaluation="Bilan")
    taken = figure(lower=Decimal("70.5"), upper=Decimal(78), n=302, note=both("Base réduite")).taken_on("2026-11-27")
    frame = bare.model_copy(update={"figures": (FrameFigure(figure=taken, sheds_light_on="Mobilité"),)})
    assert read_frame(canonical_frame(frame), frame_hash(frame)) == frame
    assert "figures" not in json.loads(canonical_frame(bare))
    assert changed_parts(bare, frame) == (FramePart.GROUNDS,)
