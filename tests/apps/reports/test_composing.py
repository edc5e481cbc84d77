"""The report says what it rests on, hides what a reader may not see, and speaks one language whatever the page does."""

from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation
from tests.apps.reports import building

from cordee.apps.reports import method_words, sheet_words, words
from cordee.charts.numbers import Lang
from cordee.core.packs.text import Text

SECRET = "Marie Dupont préside le comité"


def fact(facts: Any, label: str) -> str:
    return next(one.value for one in facts if one.label == label)


def every_text(value: Any) -> str:
    """Everything that a value says, down to its last part, as one string."""
    return repr(value)


def test_what_it_rests_on_is_said_before_any_number() -> None:
    report = building.report()
    assert fact(report.basis, "Forme") == "Express (7 × 3)"
    assert fact(report.basis, "Date de la lecture") == "23 novembre 2026"
    assert fact(report.basis, "Répondants") == "une personne"
    assert fact(report.basis, "Réponses") == "20 niveaux donnés sur 21 questions, 1\u00a0«\u202fJe ne sais pas\u202f»"
    assert fact(report.basis, "Référentiel") == f"Alliances d’intérêt général, {building.pack().card.version}"
    assert fact(report.basis, "Moteur de calcul") == f"Cordée {building.ENGINE}"
    assert report.certainty.startswith("Une seule personne a répondu")
    assert report.release.sha256 == building.sha256()


def test_questions_left_open_are_counted_apart() -> None:
    given = building.express()
    answers = {item: answer for item, answer in given.answers.items() if not item.startswith("clarity.")}
    report = building.report(given=replace(given, answers=answers))
    assert fact(report.basis, "Réponses").endswith(", 3 sans réponse")


def test_several_people_are_counted_and_their_intervals_announced() -> None:
    report = building.of_several("en")
    assert fact(report.basis, "Respondents") == "6 people from 2 organisations"
    assert report.certainty.startswith("Intervals are at 95%.")
    assert report.has_intervals
    assert not any("One person" in limit for limit in report.limits)
    assert all(item.view.text == "" for item in report.items), "the answer of one person stands where six answered"
    assert report.items[0].view.choice == "1.7 [0.0 to 3.6]"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_language_is_that_of_the_report_not_of_the_page(lang: Lang) -> None:
    with translation.override("en" if lang == "fr" else "fr"):
        report = building.report(lang=lang)
    assert report.told == building.report(lang=lang).told
    title = {"fr": "Diagnostic de maturité, forme express", "en": "Maturity diagnosis, express form"}
    assert report.title == title[lang]
    assert report.told.standing.startswith({"fr": "6 approches lues sur 7", "en": "6 approaches read out of 7"}[lang])


def test_the_owner_sees_the_situation_and_the_evidence() -> None:
    report = building.report(given=building.express(SECRET))
    assert [one.value for one in report.situation] == ["Association", "Bretagne"]
    assert {item.view.evidence for item in report.items} == {SECRET}


def test_a_share_link_hides_who_answered_and_their_words() -> None:
    report = building.report(given=building.express(SECRET), for_owner=False, shows_evidence=False)
    assert report.situation == ()
    assert report.context == {}
    assert SECRET not in every_text(report)
    assert "Bretagne" not in every_text(report.situation)


def test_a_share_link_may_open_the_evidence_without_saying_who_answered() -> None:
    report = building.report(given=building.express(SECRET), for_owner=False, shows_evidence=True)
    assert report.items[0].view.evidence == SECRET
    assert report.context == {}


def test_hidden_evidence_changes_no_number() -> None:
    whole, hidden = building.report(given=building.express(SECRET)), building.report(shows_evidence=False)
    assert whole.reading == hidden.reading


def test_every_card_comes_once_and_only_the_first_tool_of_a_step_at_length() -> None:
    report = building.report()
    names = [(card.kind, card.id) for card in report.cards]
    assert len(names) == len(set(names)) > 3
    assert [card.kind for card in report.cards] == sorted(
        (card.kind for card in report.cards), key=["tool", "course", "story"].index
    )
    leading = {step.supports[0].id for step in report.told.steps}
    at_length = {card.id for card in report.cards if "Comment s’y prendre" in [line.label for line in card.lines]}
    assert at_length == {card.id for card in report.cards if card.kind == "tool" and card.id in leading}


def test_every_source_named_by_a_card_is_listed_once() -> None:
    report = building.report()
    listed = [source.id for source in report.sources]
    assert len(listed) == len(set(listed))
    assert {source.id for card in report.cards for source in card.sources} <= set(listed)


@pytest.mark.parametrize(("form", "short"), [("express", True), ("full", False)])
def test_limits_are_those_of_this_reading(form: str, short: bool) -> None:
    limits = building.report(form).limits
    assert limits[0].startswith("Le point de vue d’une personne")
    assert any(limit.startswith("Cette forme pose 7 sujets sur les 21") for limit in limits) is short


def test_the_rules_are_those_of_the_release() -> None:
    report, scoring = building.report(), building.pack().scoring
    assert report.rule("target").value == float(scoring.target)
    assert report.rule("interval_draws").value == scoring.interval.draws
    assert {f"pattern_{pattern.id}" for pattern in scoring.patterns} <= {rule.id for rule in report.rules}
    assert [(step.starts_at, step.ends_before) for step in report.stages][-2:] == [(3.0, 3.5), (3.5, None)]


def test_intervals_are_explained_only_to_those_who_may_get_some() -> None:
    assert not any("tirages" in step for step in building.report().method)
    assert any("2\u202f000 tirages" in step for step in building.of_several().method)


def test_nothing_answered_is_a_report_too() -> None:
    report = building.report(given=building.nothing())
    assert report.is_empty
    assert not building.report().is_empty
    assert fact(report.basis, "Réponses") == "0 niveaux donnés sur 21 questions, 21 sans réponse"


def texts_of(module: Any) -> dict[str, Text]:
    found = {}
    for name, value in vars(module).items():
        values = value if isinstance(value, tuple) else [value]
        found |= {f"{name}.{place}": one for place, one in enumerate(values) if isinstance(one, Text)}
    return found


@pytest.mark.parametrize("module", [words, method_words, sheet_words])
def test_both_languages_take_the_same_values(module: Any) -> None:
    from string import Formatter

    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert len(texts_of(module)) > 20
    assert {key: text for key, text in texts_of(module).items() if names(text.fr) != names(text.en)} == {}
