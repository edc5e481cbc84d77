"""Two clicks on « Ajouter » make one row; a page gone back to and filled anew makes another."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.urls import reverse
from tests.apps.evaluation.making import evaluation_of
from tests.apps.party import Party, new_party

from cordee.apps.evaluation.models import Effect, Evaluation, Ground, Illustration, Indicator, KeyMoment, Means
from cordee.apps.evaluation.once import add_once

pytestmark = pytest.mark.django_db

PAGES: dict[str, tuple[Any, dict[str, Any], str]] = {
    "framing-moment-add": (KeyMoment, {"happened": "2021", "title": "Atelier", "kind": "meeting"}, "title"),
    "framing-ground-add": (Ground, {"kind": "fragility", "title": "Trajets", "goals": ["11"]}, "title"),
    "framing-cost-add": (Means, {"what": "Entretiens", "hours": "12,5", "hourly_cost": "1 000 €"}, "what"),
    "effect-add": (Effect, {"title": "Temps", "impact": "trust", "level": "actors", "sign": "positive",
                            "expected": "yes"}, "title"),
    "indicators-add": (Indicator, {"name": "Trajets", "impact": "trust", "level": "actors", "unit": "km"}, "name"),
}  # fmt: skip


@pytest.fixture
def party() -> Party:
    """An alliance with its people."""
    return new_party()


@pytest.fixture
def evaluation(party: Party) -> Evaluation:
    """An evaluation of that alliance."""
    return evaluation_of(party.alliance, party.member)


def key_on(page: str) -> str:
    """Return the identifier that a form carries."""
    return page.split('name="once" value="')[1].split('"', maxsplit=1)[0]


@pytest.mark.parametrize("name", PAGES)
def test_two_clicks_add_one_row_and_other_words_another(party: Party, evaluation: Evaluation, name: str) -> None:
    model, said, told = PAGES[name]
    client, address = party.client("member"), reverse(f"evaluation:{name}", args=[evaluation.public])
    sent = {**said, "version": 1, "once": key_on(client.get(address).content.decode())}
    assert [client.post(address, sent).status_code for _click in range(2)] == [302, 302]
    assert model.objects.get().public == uuid.UUID(sent["once"])
    assert client.post(address, {**sent, told: "Autre chose"}).status_code == 302
    assert sorted(str(row) for row in model.objects.all()) == sorted([said[told], "Autre chose"])


def test_two_clicks_keep_one_illustration(party: Party, evaluation: Evaluation) -> None:
    effect = Effect.objects.create(evaluation=evaluation, impact="trust", level="actors", title="Lien")
    client = party.client("member")
    address = reverse("evaluation:effect-illustrate", args=[evaluation.public, effect.public])
    said = {"kind": "testimony", "words": "Merci", "who": "Ada", "consent_by": "Ada", "consent_on": "2026-01-05",
            "consent_how": "Par écrit", "consent_scope": "report"}  # fmt: skip
    sent = {**said, "once": key_on(client.get(address).content.decode())}
    assert [client.post(address, sent).status_code for _click in range(2)] == [302, 302]
    assert Illustration.objects.get().words == "Merci"


def test_a_form_refused_comes_back_with_the_same_identifier(party: Party, evaluation: Evaluation) -> None:
    address = reverse("evaluation:framing-moment-add", args=[evaluation.public])
    key = str(uuid.uuid4())
    told = party.client("member").post(address, {"once": key, "version": 1})
    assert told.status_code == 422
    assert key_on(told.content.decode()) == key


def test_an_identifier_of_another_evaluation_is_not_taken(party: Party, evaluation: Evaluation) -> None:
    other = evaluation_of(party.alliance, party.member, "Une autre")
    values = {"impact": "trust", "level": "actors", "title": "Lien", "created_by": None}
    theirs = add_once(Effect, uuid.uuid4(), {"evaluation": other, **values})
    ours = add_once(Effect, theirs.public, {"evaluation": evaluation, **values})
    assert ours.pk != theirs.pk
    assert add_once(Effect, ours.public, {"evaluation": evaluation, **values}).pk == ours.pk
