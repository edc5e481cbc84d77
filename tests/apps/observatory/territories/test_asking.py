"""What is asked of the surveys: defaults, unknown choices, withdrawn surveys, exact addresses, comparisons."""

import pytest
from tests.apps.observatory.territories.making import MARK, USEFUL, asked, difference, edition, figure

from cordee.apps.observatory.editions.shelf import ShelvedEdition
from cordee.apps.observatory.territories import asked as asking
from cordee.apps.observatory.territories.asked import asked_for, exactly, standing_editions, waves_of
from cordee.apps.observatory.territories.changes import changes_to, verdict_on
from cordee.core.packs.text import Text
from cordee.stats.editions.edition import Withdrawal

SMALL = edition([figure(USEFUL, 0.7, 300, wave="2024")], id="a-small")
LARGE = edition([figure(USEFUL, 0.7, 2400, wave=wave) for wave in ("2019", "2024")], id="large")
GONE = edition([figure(USEFUL, 0.7, 9000)], id="gone", withdrawal=Withdrawal("A", "now", Text(fr="x", en="x")))


@pytest.fixture(autouse=True)
def shelved(monkeypatch: pytest.MonkeyPatch) -> list[ShelvedEdition]:
    found = [SMALL, GONE, LARGE]
    monkeypatch.setattr(asking, "editions", lambda: tuple(found))
    return found


def test_what_most_people_answered_comes_first_and_a_withdrawn_survey_is_left_out() -> None:
    assert [one.card.id for one in standing_editions()] == ["large", "a-small"]


def test_who_asks_nothing_is_shown_the_first_question_at_the_last_wave() -> None:
    found = asked_for()
    assert found is not None
    assert (found.edition.card.id, found.question, found.wave) == ("large", USEFUL, "2024")
    assert (found.wave_name, found.population) == ("octobre 2024", "Habitants")


def test_an_unknown_choice_is_as_none_and_a_known_one_is_kept() -> None:
    found = asked_for("gone", "nothing", "1999")
    assert found == asked_for()
    chosen = asked_for("large", MARK.key, "2019")
    assert chosen is not None
    assert (chosen.question, chosen.wave, chosen.wave_name) == (MARK, "2019", "2019")


def test_without_a_survey_nothing_is_asked(shelved: list[ShelvedEdition]) -> None:
    shelved.clear()
    assert asked_for() is None
    assert exactly("large", "alliance", "2024") is None


@pytest.mark.parametrize(
    "parts", [("gone", "alliance", "2024"), ("large", "nothing", "2024"), ("large", "alliance", "1999")]
)
def test_an_address_names_a_figure_exactly(parts: tuple[str, str, str]) -> None:
    assert exactly(*parts) is None
    assert exactly("large", "alliance", "2019") is not None


def test_a_survey_without_waves_has_one_without_a_name(shelved: list[ShelvedEdition]) -> None:
    alone = edition([figure(USEFUL, 0.7), figure(USEFUL, 0.8, region="11")], id="alone")
    shelved[:] = [alone]
    assert waves_of(alone) == ("",)
    found = exactly("alone", "alliance", "-")
    assert found is not None
    nation, region = found.at(), found.at(region="11")
    assert nation is not None
    assert region is not None
    assert (nation.estimate, region.estimate) == (0.7, 0.8)


def test_changes_are_those_that_the_edition_publishes_with_their_verdict() -> None:
    figures = [figure(USEFUL, 0.7, wave=wave) for wave in ("2019", "2021", "2024")]
    changes = [
        difference(USEFUL, 0.08, True, wave="2024 vs 2019"),
        difference(USEFUL, -0.02, False, wave="2024 vs 2021"),
        difference(USEFUL, 0.2, True, wave="2024 vs 2019", region="11"),
    ]
    found = changes_to(asked(figures, changes))
    assert [one.waves for one in found] == ["Entre 2019 et octobre 2024", "Entre 2021 et octobre 2024"]
    assert found[0].value == "+8\u00a0points (+3 à +13)"
    assert found[0].verdict == "La valeur a augmenté."
    assert "ne se distingue pas" in found[1].verdict
    assert [one.value for one in changes_to(asked(figures, changes), "11")] == ["+20\u00a0points (+15 à +25)"]


def test_a_change_on_too_few_answers_says_so() -> None:
    assert verdict_on(None, None) == "Trop peu de réponses pour le dire."
    assert verdict_on(True, -1) == "La valeur a baissé."
    figures = [figure(USEFUL, 0.7, wave=wave) for wave in ("2019", "2024")]
    (found,) = changes_to(asked(figures, [difference(USEFUL, None, None, wave="2024 vs 2019")]))
    assert found.value == "non publié"


def test_comparisons_corrected_together_are_counted() -> None:
    compared = [
        difference(USEFUL, 0.1, told, wave=wave, region=f"{code} vs rest")
        for wave in ("2019", "2024")
        for code, told in (("11", True), ("53", False), ("94", None))
    ]
    assert asked([], [*compared, difference(USEFUL, 0.1, True, wave="2024 vs 2019")]).compared_together == 4
