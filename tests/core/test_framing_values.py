"""Official target codes, dates known to a year, full cost, what changed between frames, who signed which version."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.costs import full_cost, lines_of
from cordee.core.goal_targets import TARGETS, check_targets, goal_of, targets_of
from cordee.core.known_dates import DateFault, read_past
from cordee.core.packs.release import hash_of
from cordee.core.sign_off import FrozenVersion, PartnerSignature, SigningState, sign_off
from cordee.core.written_frame import (
    BrokenFrame,
    FrameMeans,
    FramePart,
    FramePartner,
    FramePurpose,
    FrameStep,
    WrittenFrame,
    canonical_frame,
    changed_parts,
    frame_hash,
    lacking,
    read_frame,
)

TODAY = date(2026, 11, 27)
FRAME = WrittenFrame(
    alliance="Le Val",
    evaluation="Bilan",
    partners=(FramePartner(id="a", name="La Ruche"), FramePartner(id="b", name="La Mairie")),
    own_questions=("Qui manque ?",),
    steps=(FrameStep(phase="ex_ante", what="Départ"),),
    means=(FrameMeans(what="Entretiens", money=Decimal("10.50")),),
)


def test_there_are_169_targets_each_under_its_goal() -> None:
    assert len(TARGETS) == len(set(TARGETS)) == 169
    assert len(targets_of(17)) == 19
    assert [goal_of(code) for code in ("1.b", "12.8", "17.19")] == [1, 12, 17]


@pytest.mark.parametrize("code", ["11.20", "0.1", "18.1", "17.a", "11", "11.2.1", "1.c", "11,2x"])
def test_a_code_that_is_not_official_is_given_back(code: str) -> None:
    assert check_targets(f"1.1 {code}").unknown


@given(st.lists(st.sampled_from(TARGETS)))
def test_codes_come_back_once_in_the_official_order(codes: list[str]) -> None:
    found = check_targets(" ; ".join(code.upper() for code in codes))
    assert found.unknown == ()
    assert list(found.codes) == [code for code in TARGETS if code in codes]


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("2027", DateFault.FUTURE),
        ("28/11/2026", DateFault.FUTURE),
        ("13/2020", DateFault.NOT_IN_CALENDAR),
        ("29/02/2021", DateFault.NOT_IN_CALENDAR),
        ("00/2020", DateFault.NOT_IN_CALENDAR),
        ("il y a longtemps", DateFault.UNREADABLE),
        ("0005", DateFault.UNREADABLE),
    ],
)
def test_a_date_that_cannot_be_past_says_why(written: str, fault: DateFault) -> None:
    assert read_past(written, TODAY).fault is fault


@given(st.dates(min_value=date(1000, 1, 1), max_value=TODAY))
def test_any_past_day_is_read_in_both_ways_of_writing(day: date) -> None:
    assert read_past(day.isoformat(), TODAY).value == day.isoformat()
    assert read_past(f"{day.day}/{day.month}/{day.year:04}", TODAY).value == day.isoformat()


def test_hours_without_a_declared_cost_are_in_no_amount() -> None:
    unvalued = FrameMeans(what="x", hours=Decimal(3), hidden_hours=Decimal(2), money=Decimal(40))
    cost = full_cost(lines_of([unvalued]))
    assert (cost.total, cost.hours_without_cost, cost.is_whole) == (Decimal(40), Decimal(5), False)
    valued = FrameMeans(
        what="y", hours=Decimal(10), hidden_hours=Decimal(5), money=Decimal(500), hourly_cost=Decimal(30)
    )
    cost = full_cost(lines_of([unvalued, valued]))
    assert (cost.money, cost.hours, cost.hidden_hours) == (Decimal(540), Decimal(20), Decimal(7))
    assert (cost.total, cost.shown, cost.hidden) == (Decimal(990), Decimal(840), Decimal(150))
    assert full_cost(lines_of([])).total == 0


def test_a_frame_reads_back_as_it_was_and_refuses_another_hash() -> None:
    assert read_frame(canonical_frame(FRAME), frame_hash(FRAME)) == FRAME
    with pytest.raises(BrokenFrame):
        read_frame(canonical_frame(FRAME).replace("Bilan", "Bidon"), frame_hash(FRAME))
    broken = '{"format":2}'
    with pytest.raises(BrokenFrame):
        read_frame(broken, hash_of(broken))


def test_decimals_that_are_equal_make_one_document() -> None:
    same = FRAME.model_copy(update={"means": (FrameMeans(what="Entretiens", money=Decimal("10.5")),)})
    assert frame_hash(same) == frame_hash(FRAME)


def test_a_partner_that_is_renamed_changes_nothing_but_one_that_comes_does() -> None:
    renamed = (FramePartner(id="b", name="La Commune"), FramePartner(id="a", name="La Ruche"))
    assert changed_parts(FRAME, FRAME.model_copy(update={"partners": renamed})) == ()
    third = (*renamed, FramePartner(id="c", name="Le Lycée"))
    assert changed_parts(FRAME, FRAME.model_copy(update={"partners": third})) == (FramePart.PARTNERS,)


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (FramePart.PURPOSE, {"purpose": FramePurpose(readers="x")}),
        (FramePart.QUESTIONS, {"own_questions": ()}),
        (FramePart.STEPS, {"steps": ()}),
        (FramePart.MEANS, {"means": ()}),
    ],
)
def test_each_part_that_changes_is_named_alone(part: FramePart, change: dict[str, object]) -> None:
    assert changed_parts(FRAME, FRAME.model_copy(update=change)) == (part,)


def test_what_is_missing_is_named() -> None:
    assert lacking(FRAME) == (FramePart.PURPOSE, FramePart.SCOPE)


NAMES = ("a", "b", "c", "d")


@given(st.lists(st.sampled_from(NAMES), unique=True), st.lists(st.sampled_from(NAMES)), st.booleans())
def test_each_partner_has_signed_or_is_awaited(partners: list[str], hands: list[str], changed: bool) -> None:
    signatures = [PartnerSignature(one, "aa") for one in hands]
    found = sign_off(partners, FrozenVersion(2, "aa"), signatures, [FramePart.MEANS] if changed else [])
    assert sorted(found.signed + found.awaited) == sorted(partners)
    assert set(found.signed) <= set(hands)
    assert (found.state is SigningState.SIGNED) == (not changed and bool(partners) and set(partners) <= set(hands))
    assert found.again == (found.signed if changed else ())


def test_a_signature_on_another_document_counts_for_nothing() -> None:
    found = sign_off(["a"], FrozenVersion(2, "bb"), [PartnerSignature("a", "aa")])
    assert (found.state, found.awaited) == (SigningState.AWAITING, ("a",))
    assert sign_off(["a"], None, []).state is SigningState.DRAFT
