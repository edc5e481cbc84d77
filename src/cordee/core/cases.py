"""Worked cases played: the answers an evaluator gives, and whether the computation says what they expect."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal

from cordee.core.answers import Answer, AnswerTable, Mark, table_of
from cordee.core.diagnosis import diagnose
from cordee.core.estimates import Estimate
from cordee.core.packs.cases import CaseAnswer, CaseRespondent, ExpectedAxis, ExpectedItem, WorkedCase
from cordee.core.packs.faults import Fault, Path, Place, fault
from cordee.core.packs.instrument import FACETS, Instrument
from cordee.core.packs.messages.wording import Said, Value
from cordee.core.packs.pack import Pack
from cordee.core.reading import AxisReading, ItemReading, Reading, ScopeReading

EVERY_ITEM = "*"
EXACT = Decimal("1e-9")
MARKS: Mapping[CaseAnswer, Mark] = {"dont_know": Mark.DONT_KNOW, "not_applicable": Mark.NOT_APPLICABLE}

Wanted = Decimal | Literal["refused"] | None


def run_case(pack: Pack, case: WorkedCase) -> tuple[Fault, ...]:
    """Play a worked case: one fault for each expectation that the computation does not meet, none when all is met.

    The paths of the faults start inside the case (`expected.axes[0].vision`). A number written with two decimals or
    more is met by what rounds to it; with fewer, by that very number. Patterns are expected in order, widest gap first.
    Errors: none for a case that passed the checks of its pack.
    """
    table = case_table(pack.instrument, case)
    reading = diagnose(pack, case.form, table, case.self_circle)
    return tuple(_faults(case, reading))


def case_table(instrument: Instrument, case: WorkedCase) -> AnswerTable:
    """Return the answers of a case: for each item the narrowest key wins, item then topic then axis then `*`."""
    topics = instrument.topics_of(case.form)
    places = [(item.id, topic.id, axis.id) for axis in instrument.axes for topic in axis.topics for item in topic.items]
    asked = {item.id for item in instrument.items_of(case.form)}
    rows = [_answer(person, place) for person in case.respondents for place in places if place[0] in asked]
    items = [item.id for item in instrument.items_of(case.form)]
    return table_of(rows, items, [topic.id for topic in topics], [circle.id for circle in instrument.circles])


def _answer(person: CaseRespondent, place: tuple[str, str, str]) -> Answer:
    given = next((person.answers[key] for key in (*place, EVERY_ITEM) if key in person.answers), None)
    level = given if isinstance(given, int) else None
    mark = Mark.UNANSWERED if given is None else MARKS.get(given, Mark.ANSWERED)
    return Answer(person.id, person.organisation, person.circle, place[0], level, mark)


def _faults(case: WorkedCase, reading: Reading) -> Iterator[Fault]:
    for number, axis in enumerate(case.expected.axes):
        yield from _axis_faults(case, ("expected", "axes", number), axis, reading)
    for number, item in enumerate(case.expected.items):
        yield from _item_faults(case, ("expected", "items", number), item, reading)
    yield from _advice_faults(case, reading)
    if case.expected.headline and case.expected.headline != reading.headline.id:
        what = Said("la phrase de tête", "the headline")
        yield _fault(case, ("expected", "headline"), what, case.expected.headline, reading.headline.id)


def _axis_faults(case: WorkedCase, path: Path, wanted: ExpectedAxis, reading: Reading) -> Iterator[Fault]:
    found = next((axis for axis in reading.overall.axes if axis.axis == wanted.axis), None)
    if found is None:
        yield _fault(case, (*path, "axis"), Said("les axes lus", "the axes that are read"), wanted.axis, NOTHING)
        return
    scores: dict[str, Estimate] = {facet: found.facets[facet] for facet in FACETS}
    scores |= {"maturity": found.maturity, "coherence": found.coherence}
    for name in (*FACETS, "maturity", "coherence"):
        what = Said(f"« {name} » de « {wanted.axis} »", f"‘{name}’ of ‘{wanted.axis}’")
        yield from _score_fault(case, (*path, name), what, getattr(wanted, name), scores[name])
    yield from _words_faults(case, path, wanted, found)


def _words_faults(case: WorkedCase, path: Path, wanted: ExpectedAxis, found: AxisReading) -> Iterator[Fault]:
    patterns = tuple(pattern.pattern for pattern in found.patterns)
    if wanted.stage and wanted.stage != found.stage:
        what = Said(f"le stade de « {wanted.axis} »", f"the stage of ‘{wanted.axis}’")
        yield _fault(case, (*path, "stage"), what, wanted.stage, found.stage or NOTHING)
    if wanted.patterns is not None and wanted.patterns != patterns:
        what = Said(f"les motifs de « {wanted.axis} »", f"the patterns of ‘{wanted.axis}’")
        yield _fault(case, (*path, "patterns"), what, _listed(wanted.patterns), _listed(patterns))


def _item_faults(case: WorkedCase, path: Path, wanted: ExpectedItem, reading: Reading) -> Iterator[Fault]:
    scope = _scope(reading, wanted.circle)
    found = next((item for item in scope.items if item.item == wanted.item), None) if scope else None
    if found is None:
        read = Said("les cercles lus", "the circles that are read")
        yield _fault(case, (*path, "circle"), read, wanted.circle, NOTHING)
        return
    what = Said(f"« {wanted.item} »", f"‘{wanted.item}’")
    yield from _score_fault(case, (*path, "score"), what, wanted.score, found.score)
    for name, shown in _counted(found).items():
        expected = getattr(wanted, name)
        if expected is not None and expected != shown:
            named = Said(f"« {name} » de « {wanted.item} »", f"‘{name}’ of ‘{wanted.item}’")
            yield _fault(case, (*path, name), named, _shown(expected), _shown(shown))


def _scope(reading: Reading, circle: str | None) -> ScopeReading | None:
    if circle is None:
        return reading.overall
    return next((scope for scope in reading.circles if scope.circle == circle), None)


def _counted(item: ItemReading) -> dict[str, float | int | bool | None]:
    spread = item.distribution
    return {"median": spread.median, "bimodal": spread.bimodal, "dont_know": spread.dont_know}


def _advice_faults(case: WorkedCase, reading: Reading) -> Iterator[Fault]:
    held = [advice.recommendation for advice in reading.advice]
    what = Said("les recommandations", "the recommendations")
    for number, wanted in enumerate(case.expected.recommendations_include):
        if wanted not in held:
            yield _fault(case, ("expected", "recommendations_include", number), what, wanted, _listed(held))
    for number, unwanted in enumerate(case.expected.recommendations_exclude):
        if unwanted in held:
            expected = Said(f"l’absence de « {unwanted} »", f"no ‘{unwanted}’")
            yield _fault(case, ("expected", "recommendations_exclude", number), what, expected, _listed(held))
    first = case.expected.first_recommendation
    if first and first != (held[0] if held else None):
        named = Said("la première recommandation", "the first recommendation")
        yield _fault(case, ("expected", "first_recommendation"), named, first, held[0] if held else NOTHING)


def _score_fault(case: WorkedCase, path: Path, what: Said, wanted: Wanted, found: Estimate) -> Iterator[Fault]:
    if wanted is not None and not meets(wanted, found.value):
        shown = REFUSED if found.value is None else _shown(round(found.value, 9))
        yield _fault(case, path, what, REFUSED if wanted == "refused" else str(wanted), shown)


def meets(wanted: Decimal | Literal["refused"], found: float | None) -> bool:
    """Tell whether a number is the one that was expected, to the decimals it was written with.

    >>> meets(Decimal("2.33"), 7 / 3), meets(Decimal("2.3"), 7 / 3), meets("refused", None)
    (True, False, True)
    """
    if wanted == "refused" or found is None:
        return wanted == "refused" and found is None
    exponent = wanted.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    tolerance = Decimal(5).scaleb(-decimals - 1) + EXACT if decimals >= 2 else EXACT
    return abs(Decimal(found) - wanted) <= tolerance


NOTHING = Said("rien", "nothing")
REFUSED = Said("un refus", "a refusal")


def _fault(case: WorkedCase, path: Path, what: Said, expected: Value | None, found: Value) -> Fault:
    return fault("case-differs", Place(), path, case=case.id, what=what, expected=expected or NOTHING, found=found)


def _listed(names: Iterable[str]) -> Value:
    return ", ".join(names) or NOTHING


def _shown(value: object) -> Value:
    if isinstance(value, bool):
        return Said("oui", "yes") if value else Said("non", "no")
    return NOTHING if value is None else str(value)
