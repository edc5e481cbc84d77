"""An adversary reads every page, drawing and document of a 360°, as each reader in each language, and finds nothing.

It knows the rule, the names, where everybody stands and when they came. `pytest -s` prints how many times each attack
was tried; `ATTACK_ROUNDS=10` tries ten times as much. The last tests publish a leak on purpose: the attacks find it.
"""

from collections.abc import Callable, Iterable

import pytest
from tests.apps.campaigns.answering.building import Alliance360
from tests.apps.campaigns.attacking import outputs, playing
from tests.apps.campaigns.attacking.alliances import Drawn, drawn, world_of
from tests.apps.campaigns.attacking.changes import everything_changed, hidden_changed, places_changed
from tests.apps.campaigns.attacking.outputs import LANGS, Shown
from tests.apps.campaigns.attacking.playing import Tally, answered, closed, plan_for

from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.operations import closing, layering
from cordee.apps.campaigns.views import inviting
from cordee.apps.library.models import PackRelease
from cordee.core.answers import AnswerTable
from cordee.core.diagnosis import diagnose
from cordee.core.disclosure import DisclosureRule, Plan, PublishedWord, Word, published_verbatims
from cordee.core.disclosure.publishing import rounded
from cordee.core.packs.pack import Pack
from cordee.core.reading import Reading

pytestmark = pytest.mark.once

Count = Callable[[str], Tally]
READERS = ("facilitator", "member", "observer")
FULL, STORED = 1, 8
"""Alliances whose every page is read, and those of which only what is stored is, in one round."""


def shuffled(alliance: Drawn) -> list[int]:
    """People in another order of arrival, at other hours therefore and in other languages."""
    return alliance.rng.sample(range(len(alliance.places)), len(alliance.places))


def test_no_page_nor_document_tells_who_said_what_or_what_is_hidden(
    tally: Count, rounds: int, quick_release: PackRelease
) -> None:
    swapped, hidden = tally("people change places, every page"), tally("hidden answers change, every page")
    named, cut = tally("names, addresses, links in a page"), tally("two readers are given two cuts")
    for seed in range(FULL * rounds):
        with playing.undone():
            alliance = drawn(seed)
            world = world_of(alliance, quick_release)
            plan, base = plan_for(world, alliance), closed(world, alliance)
            swapped.compare(base, closed(world, places_changed(alliance, world, plan), shuffled(alliance)))
            hidden.compare(base, closed(world, hidden_changed(alliance, plan)))
            look_for_people(named, base)
            compare_readers(cut, base)
    swapped.found_nothing(120 * FULL * rounds)
    hidden.found_nothing(120 * FULL * rounds)
    named.found_nothing(120 * FULL * rounds)
    cut.found_nothing(16 * FULL * rounds)


def look_for_people(named: Tally, shown: Shown) -> None:
    """Look in each page for anything of those invited: name, address, link. (Their list is not one of these pages.)"""
    for page, text in shown.items():
        found = next((trace for trace in ("Zyx", "zyx", "qrs.example") if trace in text), "")
        named.expect(not found, f"{page}: {found}")


def compare_readers(cut: Tally, shown: Shown) -> None:
    """Look for a number of the result that one reader gets and another does not, in the same language or not.

    The page of whoever decides adds forms, and no number; that of a link says as much.
    """
    reference = outputs.numbers(shown["observer", "fr", "result"])
    for lang in LANGS:
        for who in READERS:
            cut.expect(outputs.numbers(shown[who, lang, "result"]) == reference, f"{who} in {lang}")
        by_link = shown["invitee", lang, "reading_for_respondent"]
        cut.expect(outputs.numbers(by_link) == reference, f"a link in {lang}")
        for who in (*READERS, "invitee"):
            cut.expect(shown[who, lang, "json"] == shown["observer", lang, "json"], f"the file of {who} in {lang}")


def test_what_is_stored_as_published_tells_nothing_either(
    tally: Count, rounds: int, quick_release: PackRelease
) -> None:
    swapped, hidden = tally("people change places, what is stored"), tally("hidden answers change, what is stored")
    for seed in range(100, 100 + STORED * rounds):
        with playing.undone():
            alliance = drawn(seed)
            world = world_of(alliance, quick_release)
            plan, base = plan_for(world, alliance), closed(world, alliance, pages=False)
            other = places_changed(alliance, world, plan)
            swapped.compare(base, closed(world, other, shuffled(alliance), pages=False))
            hidden.compare(base, closed(world, hidden_changed(alliance, plan), pages=False))
    swapped.found_nothing(STORED * rounds)
    hidden.found_nothing(STORED * rounds)


def test_before_closing_nobody_sees_a_content_nor_who_answered(
    tally: Count, rounds: int, quick_release: PackRelease
) -> None:
    content, who = tally("contents change while people answer"), tally("others of a circle answer instead")
    for seed in range(200, 200 + rounds):
        with playing.undone():
            alliance = drawn(seed)
            world = world_of(alliance, quick_release)
            some, others = two_halves(alliance)
            base = answered(world, alliance, some)
            content.compare(base, answered(world, everything_changed(alliance), some))
            who.compare(base, answered(world, alliance, others))
    content.found_nothing(100 * rounds)
    who.found_nothing(100 * rounds)


def two_halves(alliance: Drawn) -> tuple[list[int], list[int]]:
    """Choose who comes: of each circle as many people, but others, wherever there are two or more."""
    first, second = [], []
    for circle in dict.fromkeys(circle for circle, _ in alliance.places):
        people = [number for number, (where, _) in enumerate(alliance.places) if where == circle]
        half = len(people) // 2
        first += people[:half]
        second += people[-half:] if half else []
    return first, second


def test_the_regime_of_the_facilitator_gives_the_others_what_aggregate_gives(
    tally: Count, rounds: int, quick_release: PackRelease
) -> None:
    """And the names that the facilitator alone reads are on no page of anybody else."""
    same, named = tally("what others get when the facilitator sees"), tally("names read by the facilitator alone")
    for seed in range(300, 300 + rounds):
        with playing.undone():
            alliance = drawn(seed)
            world = world_of(alliance, quick_release)
            everyone = closed(world, alliance, pages=False)["database", "everyone", "1.0.0"]
            world.move(regime="facilitator")
            shown = closed(world, alliance)
            same.expect(shown["database", "everyone", "1.0.0"] == everyone, "another publication")
            others = {page: text for page, text in shown.items() if page[0] in ("member", "observer", "invitee")}
            look_for_people(named, others)
            assert "Zyx" in shown["facilitator", "fr", "result"]
            assert "Zyx" in shown["database", "facilitator", "1.0.0"]
    same.found_nothing(rounds)
    named.found_nothing(60 * rounds)


# ── The attacks find what leaks ─────────────────────────────────────────────────────────────────────────────────────


def unmasked_reading(pack: Pack, form: str, table: AnswerTable, plan: Plan, rule: DisclosureRule) -> Reading:
    """Publish the plain reading of everyone."""
    return rounded(diagnose(pack, form, table, plan.own_circle), rule.decimals)


def signed_words(
    words: Iterable[Word], table: AnswerTable, plan: Plan, rule: DisclosureRule
) -> tuple[PublishedWord, ...]:
    """Publish words with the organisation they come from."""
    kept = list(words)
    homes = {word.text: word.organisation for word in kept}
    shown = published_verbatims(kept, table, plan, rule)
    return tuple(PublishedWord(one.group, one.item, one.text, homes[one.text]) for one in shown)


def progress_of_everybody(campaign: Campaign) -> dict[int, str]:
    """Tell how far each person is, whatever was promised."""
    seats = campaign.seats.exclude(invitee=None).values_list("invitee_id", "finished_at")
    return {invitee: "finished" if finished else "started" for invitee, finished in seats}


def told(release: PackRelease, change: Callable[[Drawn, Alliance360, Plan], Drawn]) -> int:
    """Attack a few alliances by what is stored, and count what is told."""
    found = Tally("a leak")
    for seed in range(100, 104):
        with playing.undone():
            alliance = drawn(seed)
            world = world_of(alliance, release)
            other = change(alliance, world, plan_for(world, alliance))
            found.compare(closed(world, alliance, pages=False), closed(world, other, pages=False))
    return found.disclosures


def hidden_in(alliance: Drawn, _world: Alliance360, plan: Plan) -> Drawn:
    return hidden_changed(alliance, plan)


def test_a_reading_that_is_not_masked_is_found(quick_release: PackRelease, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closing, "published_reading", unmasked_reading)
    assert told(quick_release, hidden_in) > 0
    assert told(quick_release, places_changed) > 0


def test_words_beside_their_organisation_are_found(quick_release: PackRelease, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layering, "published_verbatims", signed_words)
    assert told(quick_release, places_changed) > 0


def test_a_list_that_says_who_answered_is_found(quick_release: PackRelease, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inviting, "progress_by_person", progress_of_everybody)
    found, alliance = Tally("a leak"), drawn(200)
    world = world_of(alliance, quick_release)
    some, others = two_halves(alliance)
    found.compare(answered(world, alliance, some), answered(world, alliance, others))
    assert found.disclosures == len(LANGS)
    assert "people" in found.told


def test_a_page_that_names_people_is_found() -> None:
    found = Tally("a leak")
    look_for_people(found, {("member", "fr", "result"): "<p>Zyx03wv Qrs : 4</p>", ("member", "fr", "plan"): "Rien"})
    assert (found.attempts, found.disclosures) == (2, 1)
