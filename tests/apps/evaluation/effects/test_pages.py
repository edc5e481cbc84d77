"""The effects on screen: placed, set apart, changed by two people, never deleted with what hangs on them."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.apps.evaluation.making import evaluation_of
from tests.apps.party import Party, new_party

from cordee.apps.evaluation.effects import bridge, operations
from cordee.apps.evaluation.models import Effect, Evaluation, Illustration

pytestmark = pytest.mark.django_db
GIVEN = {"impact": "trust", "level": "actors", "sign": "negative", "expected": "no", "version": 1}


@pytest.fixture
def party() -> Party:
    """An alliance with its people."""
    return new_party()


@pytest.fixture
def evaluation(party: Party) -> Evaluation:
    """An evaluation of that alliance."""
    return evaluation_of(party.alliance, party.member)


def effect_of(evaluation: Evaluation, title: str = "On se prévient", **more: Any) -> Effect:
    return Effect.objects.create(evaluation=evaluation, impact="trust", level="actors", title=title, **more)


def test_an_effect_is_written_and_set_apart_on_the_first_screen(party: Party, evaluation: Evaluation) -> None:
    client = party.client("member")
    answer = client.post(reverse("evaluation:effect-add", args=[evaluation.public]), {**GIVEN, "title": "Temps pris"})
    assert answer.status_code == 302
    assert "Reste à dire" in client.get(answer["Location"]).content.decode()
    page = client.get(reverse("evaluation:effects", args=[evaluation.public])).content.decode()
    assert page.index("Négatifs ou inattendus") < page.index("Temps pris") < page.index("Performance")
    assert "1 est négatif ou inattendu." in page


def test_two_people_lose_nothing(party: Party, evaluation: Evaluation) -> None:
    effect = effect_of(evaluation)
    address = reverse("evaluation:effect-edit", args=[evaluation.public, effect.public])
    assert party.client("member").post(address, {**GIVEN, "title": "Un"}).status_code == 302
    told = party.client("facilitator").post(address, {**GIVEN, "title": "Deux"})
    assert told.status_code == 409
    assert "Un" in told.content.decode()
    assert 'value="Deux"' in told.content.decode()


def test_what_hangs_on_an_effect_keeps_it(party: Party, evaluation: Evaluation) -> None:
    effect = effect_of(evaluation)
    Illustration.objects.create(effect=effect, kind="testimony", consent_on=timezone.localdate())
    address = reverse("evaluation:effect-remove", args=[evaluation.public, effect.public])
    client = party.client("member")
    assert client.post(address, {"reason": "Doublon", "version": 1, "delete": "1"}).status_code == 422
    assert client.post(address, {"reason": "Doublon", "version": 1}).status_code == 302
    effect.refresh_from_db()
    assert effect.set_aside_reason == "Doublon"
    assert bridge.values_of(evaluation) == []


def test_a_consent_withdrawn_takes_the_words_away_and_leaves_its_trace(party: Party, evaluation: Evaluation) -> None:
    effect = effect_of(evaluation)
    values = {"kind": "testimony", "words": "Merci", "who": "Une aidante", "consent_on": timezone.localdate()}
    made = operations.illustrate(effect, party.member, {**values, "consent_scope": "report"})
    assert bridge.values_of(evaluation)[0].illustrations == 1
    operations.withdraw(made, party.member, "À sa demande")
    made.refresh_from_db()
    assert (made.words, made.who, made.withdrawn_note) == ("", "", "À sa demande")
    assert bridge.values_of(evaluation)[0].illustrations == 0


def test_the_matrix_asks_as_many_questions_for_one_effect_as_for_many(
    evaluation: Evaluation, django_assert_num_queries: Any
) -> None:
    for number in range(60):
        effect = effect_of(evaluation, f"Effet {number}")
        operations.tell_path(effect, 1, [("inputs", "Deux jours", ""), ("outputs", "Un guichet", "")])
    with django_assert_num_queries(2):
        values = bridge.values_of(evaluation)
    assert {value.stages for value in values} == {2}
