"""The difference between two packs: it tells everything, and asks for the right number of version."""

from collections.abc import Callable
from fnmatch import fnmatchcase as fnmatch
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.core.packs.broken import ADVICE, AXIS, CARD, CASES, INSTRUMENT, SCORING, STORY, TERMS, TOOL
from tests.core.packs.making import packs_alike
from tests.core.packs.replay import tells_all

from cordee.core.packs.change_levels import RULES
from cordee.core.packs.difference import Change, demanded_level, difference
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.layout import Files
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.versions import Level

Json = Any

NOBODY = '{fr: "Personne n’a parlé des rôles.", en: "Nobody has spoken of roles."}'
PEOPLE = '{fr: "On parle des rôles sans l’écrire.", en: "People speak of roles without writing it."}'

CHANGES: list[tuple[str, str, str, str, Level]] = [
    # what moves a score
    ("a stage starts lower", SCORING, 'from: "2.5"', "from: 2", Level.MAJOR),
    ("a pattern needs a wider gap", SCORING, 'gap: "1.25"', 'gap: "1.5"', Level.MAJOR),
    ("the seed", SCORING, "seed: 17", "seed: 18", Level.MAJOR),
    ("the target", SCORING, "target: 3", 'target: "3.5"', Level.MAJOR),
    (
        "a form asks less",
        INSTRUMENT,
        "[relevance.needs, relevance.voice, clarity.roles]",
        "[relevance.needs, clarity.roles]",
        Level.MAJOR,
    ),
    ("another circle looks at itself", INSTRUMENT, "is_self: true", "is_self: false", Level.MAJOR),
    (
        "two levels change places",
        AXIS,
        f"{NOBODY}\n          - {PEOPLE}",
        f"{PEOPLE}\n          - {NOBODY}",
        Level.MAJOR,
    ),
    (
        "a level takes the place of another, reworded",
        AXIS,
        "Personne n’a parlé des rôles.",
        "On parle des rôles sans l’écrire.",
        Level.MAJOR,
    ),
    ("the instrument is another one", INSTRUMENT, "id: maturity", "id: readiness", Level.MAJOR),
    ("a stage has another name", SCORING, "id: shared", "id: common", Level.MAJOR),
    # what is offered or advised
    (
        "a condition of advice",
        ADVICE,
        "item: relevance.needs.action, at_most: 1",
        "item: relevance.needs.action, at_most: 2",
        Level.MINOR,
    ),
    (
        "the order of questions",
        INSTRUMENT,
        "[clarity.roles, relevance.needs]",
        "[relevance.needs, clarity.roles]",
        Level.MINOR,
    ),
    ("a tool for a topic", AXIS, "{tools: [raci-grid]}", "{tools: [raci-grid, needs-diagnosis]}", Level.MINOR),
    ("no more word for a topic", AXIS, "terms: [alliance]", "terms: []", Level.MINOR),
    (
        "a new word",
        TERMS,
        "- id: alliance",
        '- id: trust\n  name: {fr: "a", en: "b"}\n  definition: {fr: "a", en: "b"}\n  status: sourced\n- id: alliance',
        Level.MINOR,
    ),
    ("a word takes another id", TERMS, "- id: partnership", "- id: partnering", Level.MINOR),
    ("the licence", CARD, "CC-BY-SA-4.0", "CC-BY-4.0", Level.MINOR),
    ("the effort of a step", ADVICE, "effort: an_hour", "effort: some_days", Level.MINOR),
    ("a choice of context", STORY, "profile: [association, company]", "profile: [company]", Level.MINOR),
    # the same, said better
    ("a level reworded", AXIS, "Personne n’a parlé des rôles.", "Personne n’a encore parlé des rôles.", Level.PATCH),
    ("a stage renamed for readers", SCORING, 'fr: "partagé"', 'fr: "commun"', Level.PATCH),
    (
        "a headline reworded",
        SCORING,
        'La vision devance l’action.", en',
        'La vision va devant l’action.", en',
        Level.PATCH,
    ),
    ("a source more", TERMS, "sources: [s01]", "sources: [s01, s02]", Level.PATCH),
    ("a title", "sources.yaml", "Deuxième source", "Seconde source", Level.PATCH),
    ("an author", TOOL, '"Collectif"', '"Le collectif"', Level.PATCH),
    ("a partner", STORY, '["Ville de Charenton", ', "[", Level.PATCH),
    ("a worked case", CASES, "maturity: 3, ", "", Level.PATCH),
    ("the minutes of a form", INSTRUMENT, "minutes: 6", "minutes: 7", Level.PATCH),
    ("the order of axes", INSTRUMENT, "axes: [relevance, clarity]", "axes: [clarity, relevance]", Level.PATCH),
    ("the order of words", TERMS, "related: [alliance, need]", "related: [need, alliance]", Level.PATCH),
    ("an author of the pack", CARD, '["Cordée", ', "[", Level.PATCH),
    # nothing but the number
    ("the version", CARD, 'version: "1.1.0"\nname', 'version: "1.0.0"\nname', Level.NONE),
]


@pytest.mark.parametrize(("what", "file", "old", "new", "level"), CHANGES, ids=lambda value: str(value)[:40])
def test_each_change_demands_its_level(
    what: str, file: str, old: str, new: str, level: Level, sample: Pack, sample_files: Files
) -> None:
    changed = {**sample_files, file: sample_files[file].replace(old.encode(), new.encode(), 1)}
    assert changed[file] != sample_files[file], what
    after = unchecked(changed)
    changes = difference(sample, after)
    assert demanded_level(changes) == level, [(one.shown_path, one.kind, one.level) for one in changes]
    assert changes, "even a change of number is told"
    assert tells_all(sample, after, changes)


def unchecked(files: Files) -> Pack:
    """Read a pack for its shape only: a change made by words leaves some names leading nowhere."""
    pack = read_pack(files).draft.pack()
    assert pack is not None
    return pack


def test_a_pack_does_not_differ_from_itself(sample: Pack, sample_files: Files) -> None:
    again = read_pack(sample_files).pack
    assert again is not None
    assert difference(sample, again) == ()
    assert demanded_level(()) is Level.NONE


EDITS: list[tuple[str, Callable[[Json], Any], Level]] = [
    (
        "a new axis",
        lambda doc: doc["instrument"]["axes"].append({**doc["instrument"]["axes"][1], "id": "meaning"}),
        Level.MINOR,
    ),
    ("an axis less", lambda doc: doc["instrument"]["axes"].pop(), Level.MAJOR),
    (
        "a topic nobody asks yet",
        lambda doc: doc["instrument"]["axes"][1]["topics"].append(
            {**doc["instrument"]["axes"][1]["topics"][0], "id": "clarity.new"}
        ),
        Level.MINOR,
    ),
    ("a topic less", lambda doc: doc["instrument"]["axes"][0]["topics"].pop(), Level.MAJOR),
    (
        "a topic moved to another axis",
        lambda doc: doc["instrument"]["axes"][1]["topics"].append(doc["instrument"]["axes"][0]["topics"].pop()),
        Level.MAJOR,
    ),
    (
        "a facet of an item",
        lambda doc: doc["instrument"]["axes"][0]["topics"][0]["items"][0].update(facet="means"),
        Level.MAJOR,
    ),
    (
        "a new form",
        lambda doc: doc["instrument"]["forms"].append({**doc["instrument"]["forms"][0], "id": "short"}),
        Level.MINOR,
    ),
    ("a form less", lambda doc: doc["instrument"]["forms"].pop(), Level.MAJOR),
    (
        "a new circle",
        lambda doc: doc["instrument"]["circles"].append({**doc["instrument"]["circles"][1], "id": "funders"}),
        Level.MINOR,
    ),
    ("a circle less", lambda doc: doc["instrument"]["circles"].pop(), Level.MAJOR),
    (
        "a choice more",
        lambda doc: doc["instrument"]["context"][0]["choices"].append({"id": "other", "name": {"fr": "a", "en": "b"}}),
        Level.MINOR,
    ),
    ("another pack", lambda doc: doc["card"].update(id="other"), Level.MAJOR),
    ("a facet less", lambda doc: doc["instrument"]["facets"].reverse(), Level.MAJOR),
    ("the order of cases", lambda doc: doc["cases"].reverse(), Level.PATCH),
    ("an axis without source", lambda doc: doc["instrument"]["axes"][1].pop("sources"), Level.PATCH),
    ("a pattern less", lambda doc: doc["scoring"]["patterns"].pop(), Level.MAJOR),
    ("the order of patterns", lambda doc: doc["scoring"]["patterns"].reverse(), Level.MAJOR),
    ("the order of advice", lambda doc: doc["recommendations"].reverse(), Level.MINOR),
    ("the order of tools", lambda doc: doc["tools"].reverse(), Level.PATCH),
    ("a tool less", lambda doc: doc["tools"].pop(), Level.MINOR),
    ("a case less", lambda doc: doc["cases"].pop(), Level.PATCH),
    ("no source at all", lambda doc: doc["sources"].clear(), Level.MINOR),
    ("the start of the compass", lambda doc: doc["compass_nodes"].reverse(), Level.MINOR),
    ("the order of branches", lambda doc: doc["compass_nodes"][0]["branches"].reverse(), Level.MINOR),
    ("the order of a route", lambda doc: doc["doors"][0]["route"].reverse(), Level.MINOR),
    ("the order of doors", lambda doc: doc["doors"].reverse(), Level.PATCH),
    ("the order of methods", lambda doc: doc["methods"].reverse(), Level.MINOR),
    ("a weight", lambda doc: doc["methods"][0]["rules"][0].update(weight=3), Level.MINOR),
    ("no headline", lambda doc: doc["scoring"].pop("headlines"), Level.PATCH),
]


@pytest.mark.parametrize(("what", "edit", "level"), EDITS, ids=lambda value: value if isinstance(value, str) else "")
def test_each_edit_demands_its_level(what: str, edit: Callable[[Json], Any], level: Level, sample: Pack) -> None:
    document = sample.model_dump(mode="json", by_alias=True)
    edit(document)
    after = Pack.model_validate(document)
    changes = difference(sample, after)
    assert demanded_level(changes) == level, (what, [(one.shown_path, one.kind, one.level) for one in changes])
    assert tells_all(sample, after, changes)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(packs_alike())
def test_the_difference_tells_everything(pair: tuple[Pack, Pack]) -> None:
    old, new = pair
    changes = difference(old, new)
    assert tells_all(old, new, changes)
    assert (changes == ()) == (old == new)


def test_every_rule_decides_something(sample: Pack, sample_files: Files) -> None:
    """A rule that no change of this file reaches is either dead, or not tested."""
    reached = set()
    for _, file, old, new, _ in CHANGES:
        after = unchecked({**sample_files, file: sample_files[file].replace(old.encode(), new.encode(), 1)})
        reached |= {_deciding_rule(change) for change in difference(sample, after)}
    for _, edit, _ in EDITS:
        document = sample.model_dump(mode="json", by_alias=True)
        edit(document)
        reached |= {_deciding_rule(change) for change in difference(sample, Pack.model_validate(document))}
    assert [pattern for number, (pattern, _, _) in enumerate(RULES) if number not in reached] == []


def _deciding_rule(change: Change) -> int | None:
    path = "/".join(change.path)
    return next(
        (n for n, (pattern, kinds, _) in enumerate(RULES) if change.kind in kinds and fnmatch(path, pattern)), None
    )
