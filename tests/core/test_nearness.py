"""Who can inspire: higher on the axis, nearest by Gower's distance, each part of it shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.alliance import reference_pack

from cordee.core.nearness import TRAITS, NotNear, Peer, Scale, gower, scale_of, stages_above, who_can_inspire

PACK = reference_pack()
SCALE = scale_of(PACK.instrument, [stage.id for stage in PACK.scoring.stages])
ME = Peer(
    "me",
    {"profile": ["association"], "size": ["size-10-49"], "territory": ["region-44"], "kind": ["patronage"]},
    {"clarity": "emerging"},
)


def peer(name: str, stage: str | None = "structured", **traits: str) -> Peer:
    stages = {} if stage is None else {"clarity": stage}
    return Peer(name, {question: [choice] for question, choice in traits.items()}, stages)


def inspired(*peers: Peer, axis: str = "clarity", asking: Peer = ME, stories=()):
    return who_can_inspire(asking, axis, stories, peers, SCALE)


def test_gowers_distance_by_hand():
    # profile alike: 0; size two ranks apart of five: 0.4; territory not said: left out; kind another: 1 → 1.4 / 3
    theirs = {"profile": ["association"], "size": ["size-250-4999"], "kind": ["several"]}
    distance, parts = gower(ME.traits, theirs, SCALE)
    assert [(part.question, part.distance) for part in parts] == [
        ("profile", 0),
        ("size", pytest.approx(0.4)),
        ("territory", None),
        ("kind", 1),
        ("objective", None),
    ]
    assert distance == pytest.approx(1.4 / 3)


def test_several_partners_have_several_profiles():
    mixed = {"profile": ["association", "company"]}
    assert gower({"profile": ["company"]}, mixed, SCALE)[0] == 0
    assert gower({"profile": ["company", "state"]}, mixed, SCALE)[0] == 0.5
    assert gower({"profile": ["state"]}, mixed, SCALE)[0] == 1
    assert gower({"size": ["size-0", "size-10-49"]}, {"size": ["size-1-9"]}, SCALE)[0] == 0


def test_what_says_nothing_is_missing():
    assert gower({"kind": ["dont_know"]}, {"kind": ["dont_know"]}, SCALE)[0] is None
    assert gower({"profile": ["other"]}, {"profile": ["other"]}, SCALE)[0] is None
    assert gower({"size": ["of another form"]}, {"size": ["size-0"]}, SCALE)[0] is None
    assert gower({}, {}, SCALE)[0] is None


CHOICES = {
    question.id: [choice.id for choice in question.choices]
    for question in PACK.instrument.context
    if question.id in TRAITS
} | {"objective": ["one", "two", "three"]}
given_traits = st.fixed_dictionaries(
    {}, optional={name: st.lists(st.sampled_from(choices), max_size=3) for name, choices in CHOICES.items()}
)


@given(given_traits, given_traits)
def test_a_distance_is_symmetric_bounded_and_nothing_to_oneself(mine, theirs):
    there, back = gower(mine, theirs, SCALE), gower(theirs, mine, SCALE)
    assert there == back
    assert there[0] is None or 0 <= there[0] <= 1
    assert gower(mine, mine, SCALE)[0] in (None, 0)
    known = [part.distance for part in there[1] if part.distance is not None]
    assert there[0] == (pytest.approx(sum(known) / len(known)) if known else None)


@given(given_traits, given_traits, st.sampled_from(TRAITS))
def test_a_trait_that_one_does_not_say_is_left_out(mine, theirs, dropped):
    less = {name: choices for name, choices in theirs.items() if name != dropped}
    parts = {part.question: part.distance for part in gower(mine, theirs, SCALE)[1]}
    known = [distance for name, distance in parts.items() if distance is not None and name != dropped]
    assert gower(mine, less, SCALE)[0] == (pytest.approx(sum(known) / len(known)) if known else None)


def test_only_those_a_stage_higher_on_the_same_axis():
    found = inspired(
        peer("same", "emerging", profile="association"),
        peer("next", "structured", profile="company"),
        peer("far", "driving", profile="association"),
        peer("unknown", None, profile="association"),
        ME,
    )
    assert [(near.id, near.higher) for near in found.near] == [("far", 3), ("next", 1)]
    assert found.left_out == (("same", NotNear.NOT_HIGHER), ("unknown", NotNear.STAGE_UNKNOWN))


def test_ties_go_to_who_can_be_compared_on_more():
    found = inspired(
        peer("a", profile="association"),
        peer("b", profile="association", size="size-10-49"),
        peer("0", kind="patronage"),
    )
    assert [(near.id, near.compared, near.distance) for near in found.near] == [("b", 2, 0), ("0", 1, 0), ("a", 1, 0)]


def test_stories_stand_on_the_axes_of_their_topics():
    found = inspired(stories=PACK.stories)
    expected = {
        story.id
        for story in PACK.stories
        if any(topic.startswith("clarity.") for topic in story.topics)
        and {"profile", "territory"} & story.traits.keys()
    }
    assert {near.id for near in found.near} == expected
    assert all(near.kind == "story" and near.higher is None for near in found.near)
    assert [near.distance for near in found.near] == sorted(near.distance for near in found.near)


@pytest.mark.parametrize(
    ("peers", "why"),
    [
        ((), NotNear.NOBODY),
        ((peer("same", "emerging", profile="association"),), NotNear.NOT_HIGHER),
        ((peer("unknown", None),), NotNear.STAGE_UNKNOWN),
        ((peer("nothing", objective="one"), peer("same", "emerging")), NotNear.NOTHING_COMPARABLE),
    ],
)
def test_nobody_to_propose_says_why(peers, why):
    found = inspired(*peers)
    assert (found.near, found.refused) == ((), why)


def test_a_stage_that_is_not_known_is_not_higher():
    unknown = Peer("me", ME.traits, {})
    assert inspired(peer("other", profile="association"), asking=unknown).refused == NotNear.STAGE_UNKNOWN
    assert stages_above(ME, peer("low", "absent"), "clarity", SCALE) == -1
    assert stages_above(ME, peer("odd", "of another pack"), "clarity", SCALE) is None


def test_a_scale_of_one_rank_compares_nothing():
    assert gower({"size": ["s"]}, {"size": ["s"]}, Scale({"size": ["s"]}, (), {}))[0] is None
