"""The tables that checks and workbooks lean on name every key that they must: a new key asks for a decision."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args

import pytest

from cordee.core.packs.checks.bounds import BOUNDS, DATES, FACTS
from cordee.core.packs.checks.identifiers import NAMED_IN_THE_PACK, NAMED_IN_THEIR_PARENT
from cordee.core.packs.checks.references import CHECKED_ELSEWHERE, KINDS, REFERENCES
from cordee.core.packs.instrument import Facet
from cordee.core.packs.pack import Pack, PackCard
from cordee.core.packs.reading.layout import COLLECTIONS, SINGLE_FILES
from cordee.core.packs.rules import Condition, HeadlineText
from cordee.core.packs.text import IDENTIFIER, ISO_DATE, Part
from cordee.core.packs.workbook.labels import CODES, LONGEST_TAB, TITLES, label_of, tab_of
from cordee.core.packs.workbook.records import codes_of
from cordee.core.packs.workbook.sheets import sheets


def models(of: type[Part] = Pack, seen: frozenset[type[Part]] = frozenset()) -> Iterator[type[Part]]:
    """Every model inside a pack."""
    found = {of}
    waiting = [of]
    while waiting:
        for field in waiting.pop().model_fields.values():
            for inner in parts_of(field.annotation):
                if inner not in found:
                    found.add(inner)
                    waiting.append(inner)
    yield from sorted(found, key=lambda model: model.__name__)


def parts_of(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from parts_of(inner)


def fields_matching(pattern: str) -> set[tuple[type[Part], str]]:
    """Keys whose schema holds a pattern."""
    schema = Pack.model_json_schema(by_alias=True)["$defs"]
    return {
        (model, key)
        for model in models()
        if model is not Pack
        for key, prop in schema[model.__name__]["properties"].items()
        if f"'{pattern}'" in str(prop).replace("\\\\", "\\")
    }


def test_every_identifier_is_a_name_or_a_reference() -> None:
    own = {(model, "id") for model in models()}
    assert fields_matching(IDENTIFIER) - own - CHECKED_ELSEWHERE == set(REFERENCES) - {
        (model, key) for model, key in REFERENCES if (model, key) in CHECKED_ELSEWHERE
    }


def test_every_kind_of_reference_is_known() -> None:
    assert set(REFERENCES.values()) <= set(KINDS)


def test_every_id_is_kept_unique() -> None:
    kept = {model for group in NAMED_IN_THE_PACK for model in group} | {model for model, _ in NAMED_IN_THEIR_PARENT}
    named = {model for model in models() if "id" in model.model_fields}
    alone = {PackCard, Facet, HeadlineText, type(None)} | {model for model in named if model.__name__ == "Instrument"}
    assert named - kept == alone & named, "facets and headlines are closed lists, checked as such; the rest is alone"


def test_every_number_has_bounds() -> None:
    numbers = {
        (model, field.alias or name)
        for model in models()
        for name, field in model.model_fields.items()
        if {int, Decimal} & set(leaves(field.annotation))
    }
    facts = {(Condition, "at_most"), (Condition, "at_least")}
    assert numbers - facts == set(BOUNDS)
    bounded = set(get_args(Condition.model_fields["fact"].annotation)) - {"pattern", "bimodal"}
    assert set(FACTS) == bounded


def leaves(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for inner in get_args(annotation):
        if not isinstance(inner, int | str):
            yield from leaves(inner)


def test_every_date_is_looked_up_in_the_calendar() -> None:
    assert fields_matching(ISO_DATE) == set(DATES)


def test_every_part_of_a_pack_has_a_file() -> None:
    assert set(SINGLE_FILES.values()) | set(COLLECTIONS.values()) == set(Pack.model_fields)


def test_every_list_has_a_sheet_with_a_name_that_fits() -> None:
    codes = [sheet.code for sheet in sheets()]
    assert codes == list(dict.fromkeys(codes))
    assert sorted(codes) == sorted(CODES.values()) == sorted(TITLES)
    assert all(len(tab_of(code)) <= LONGEST_TAB for code in codes)
    assert not any(set(tab_of(code)) & set("[]:*?/\\'") for code in codes)


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.code)
def test_every_column_has_its_labels(sheet: Any) -> None:
    labels = [label_of(sheet.code, code) for code in codes_of(sheet)]
    assert len({label.fr for label in labels}) == len(labels), "two columns of a sheet would look alike"
    assert len({label.en for label in labels}) == len(labels)
