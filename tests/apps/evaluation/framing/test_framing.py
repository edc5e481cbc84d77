"""The framing by its pages: rows, two people at once, who speaks for a partner, versions frozen and signed."""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import urlencode

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone, translation
from tests.apps.evaluation.framing.furnishing import framed, frozen, written
from tests.apps.evaluation.making import evaluation_of, partner_with_person
from tests.apps.party import Party

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.framing import bridge, operations, queries, report
from cordee.apps.evaluation.framing.advice import advice_at
from cordee.apps.evaluation.framing.permissions import Speaker, SpokenFor, VoiceReason, may_sign_for, may_write_for
from cordee.apps.evaluation.framing.standing import standing
from cordee.apps.evaluation.models import (
    Evaluation,
    FrameSignature,
    FrameVersion,
    Ground,
    KeyMoment,
    Purpose,
    Scope,
    Step,
)
from cordee.apps.evaluation.queries import words_of
from cordee.apps.library.frozen import FrozenRow
from cordee.core.document import Table

pytestmark = pytest.mark.django_db

MOMENT = {"happened": "03/2021", "title": "Premier atelier", "kind": "meeting", "version": 1}


def url(evaluation: Evaluation, name: str, *args: object) -> str:
    """Return the address of a page of the framing."""
    return reverse(f"evaluation:framing{name}", args=[evaluation.public, *args])


def opened(evaluation: Evaluation, party: Party, who: str = "member") -> OpenedEvaluation:
    """Return the evaluation as somebody opens it."""
    role = party.alliance.roles.select_related("partner__organisation", "account").get(account=getattr(party, who))
    return OpenedEvaluation(evaluation, role)


def test_a_month_is_enough_for_a_moment_and_the_path_is_in_order(party: Party, evaluation: Evaluation) -> None:
    client = party.client("member")
    assert client.post(url(evaluation, "-moment-add"), MOMENT).status_code == 302
    older = {**MOMENT, "happened": "2019", "title": "L’idée", "kind": "difficulty"}
    client.post(url(evaluation, "-moment-add"), older)
    page = party.client("observer").get(url(evaluation, "-path")).content.decode()
    assert page.index("L’idée") < page.index("Premier atelier")
    assert "2 moments clés, de 2019 à mars 2021. 1 difficulté y est dite." in page
    assert "Changer<" not in page


def test_a_moment_to_come_is_refused_in_words_and_nothing_typed_is_lost(party: Party, evaluation: Evaluation) -> None:
    said = {**MOMENT, "happened": str(timezone.localdate().year + 1)}
    answer = party.client("member").post(url(evaluation, "-moment-add"), said)
    assert answer.status_code == 422
    assert "Cette date est à venir" in answer.content.decode()
    assert 'value="Premier atelier"' in answer.content.decode()
    assert not KeyMoment.objects.exists()


def test_two_people_on_one_moment_do_not_overwrite_each_other(party: Party, evaluation: Evaluation) -> None:
    row = written(evaluation)["moment"]
    address = url(evaluation, "-moment", row.public)
    assert party.client("member").post(address, {**MOMENT, "title": "Un"}).status_code == 302
    told = party.client("facilitator").post(address, {**MOMENT, "title": "Deux"})
    assert told.status_code == 409
    assert "Un" in told.content.decode()
    assert 'value="Deux"' in told.content.decode()
    row.refresh_from_db()
    assert str(row) == "Un"


def test_a_target_is_checked_and_brings_its_goal(party: Party, evaluation: Evaluation) -> None:
    said = {"kind": "transition", "title": "Mobilité", "targets": "11.2, 1.A", "goals": ["13"], "version": 1}
    client, address = party.client("member"), url(evaluation, "-ground-add")
    wrong = client.post(address, {**said, "targets": "11.20"})
    assert wrong.status_code == 422
    assert "Aucune des 169 cibles" in wrong.content.decode()
    assert client.post(address, {**said, "figure": "74 %"}).status_code == 422
    assert client.post(address, said).status_code == 302
    ground = Ground.objects.get()
    assert (ground.goals, ground.targets) == ([1, 11, 13], ["1.a", "11.2"])


def test_a_row_of_another_evaluation_does_not_exist_here(party: Party, evaluation: Evaluation) -> None:
    other = evaluation_of(party.alliance, party.member, "Autre")
    row = written(other)["moment"]
    client = party.client("member")
    assert client.get(url(evaluation, "-moment", row.public)).status_code == 404
    assert client.post(url(evaluation, "-moment-remove", row.public)).status_code == 404


def test_questions_come_from_the_chosen_cells_only(party: Party, evaluation: Evaluation) -> None:
    client = party.client("member")
    assert "Choisissez d’abord" in client.get(url(evaluation, "-questions")).content.decode()
    scope = {"objects_chosen": ["product"], "approaches": ["relevance"], "version": 1}
    assert client.post(url(evaluation, "-scope"), scope)["Location"] == url(evaluation, "-questions")
    page = client.get(url(evaluation, "-questions")).content.decode()
    assert "relevance.product:0" in page
    assert "relevance.balance:0" not in page
    foreign = {"chosen": ["relevance.balance:0"], "version": 1}
    assert client.post(url(evaluation, "-questions"), foreign).status_code == 422
    client.post(url(evaluation, "-questions"), {"chosen": ["relevance.product:0"], "own": "Et après ?", "version": 1})
    assert bridge.frame_of(evaluation).question_count == 2


def test_what_is_missing_is_said_and_nothing_is_frozen(party: Party, evaluation: Evaluation) -> None:
    answer = party.client("facilitator").post(url(evaluation, "-freeze"), {"seen": "x"})
    assert answer.status_code == 422
    assert "au moins une question" in answer.content.decode()
    assert not FrameVersion.objects.exists()


def test_from_draft_to_signed_then_changed(party: Party, evaluation: Evaluation) -> None:
    _, mayor = partner_with_person(party.alliance, "La Mairie")
    written(evaluation)
    assert standing(opened(evaluation, party)).startswith("Brouillon")
    page = party.client("facilitator").get(url(evaluation, "-document")).content.decode()
    seen = page.split('name="seen" value="')[1][:64]
    assert party.client("facilitator").post(url(evaluation, "-freeze"), {"seen": seen}).status_code == 302
    assert "0 signature sur 2" in standing(opened(evaluation, party))
    said = {"name": "Ana", "agrees": "on", "seen": seen}
    assert party.client("member").post(url(evaluation, "-sign", 1), said).status_code == 302
    client = party.client("anonymous")
    client.force_login(mayor)
    client.post(url(evaluation, "-sign", 1), {**said, "name": "Le maire"})
    assert standing(opened(evaluation, party)).startswith("Signé")
    Purpose.objects.update(decision="Autre chose")
    assert "version 2 est en préparation" in standing(opened(evaluation, party))
    draft = client.get(url(evaluation, "-document")).content.decode()
    assert "l’intention" in draft
    assert "la signature de La Mairie, La Ruche" in draft
    frozen(evaluation, party.facilitator)
    assert "0 signature sur 2 pour la version 2" in standing(opened(evaluation, party))
    assert client.post(url(evaluation, "-sign", 1), said).status_code == 409
    assert FrameSignature.objects.count() == 2


def test_signing_twice_keeps_what_was_signed_first(party: Party, evaluation: Evaluation) -> None:
    framed(evaluation, party.facilitator)
    version = queries.versions_of(evaluation)[0]
    first = operations.sign(version, party.partner, "Ana", version.sha256)
    assert operations.sign(version, party.partner, "Bob", version.sha256) == first
    assert FrameSignature.objects.get().signed_by == "Ana"
    with pytest.raises(operations.AnotherFrame):
        operations.sign(version, party.partner, "Ana", "0" * 64)


@pytest.mark.parametrize(("who", "words"), [("facilitator", "au nom d’aucun partenaire"), ("observer", "observer")])
def test_only_who_speaks_for_a_partner_signs(party: Party, evaluation: Evaluation, who: str, words: str) -> None:
    framed(evaluation, party.facilitator)
    said = {"name": "X", "agrees": "on", "seen": FrameVersion.objects.get().sha256}
    answer = party.client(who).post(url(evaluation, "-sign", 1), said)
    assert answer.status_code == 403
    assert words in answer.content.decode()
    assert not FrameSignature.objects.exists()


def test_a_frame_changed_meanwhile_is_not_frozen_unread(party: Party, evaluation: Evaluation) -> None:
    partner_with_person(party.alliance, "La Mairie")
    written(evaluation)
    answer = party.client("facilitator").post(url(evaluation, "-freeze"), {"seen": "0" * 64})
    assert answer.status_code == 409
    assert "pendant que vous le lisiez" in answer.content.decode()


def test_the_file_is_what_was_hashed_and_the_database_keeps_it(party: Party, evaluation: Evaluation) -> None:
    framed(evaluation, party.facilitator)
    version = FrameVersion.objects.get()
    content = party.client("observer").get(url(evaluation, "-file", 1)).content
    assert sha256(content).hexdigest() == version.sha256
    Step.objects.all().delete()
    assert "Poser le point de départ" in party.client("observer").get(url(evaluation, "-version", 1)).content.decode()
    with pytest.raises(FrozenRow):
        FrameVersion.objects.update(document="{}")
    with pytest.raises(DatabaseError), transaction.atomic():
        FrameVersion._base_manager.filter(pk=version.pk).update(document="{}")


def test_each_writes_what_it_learns_and_the_facilitator_for_who_is_absent(party: Party, evaluation: Evaluation) -> None:
    mairie, _ = partner_with_person(party.alliance, "La Mairie")
    said = {"text": "Nous écoutons mieux.", "version": 1}
    member, facilitator = party.client("member"), party.client("facilitator")
    assert member.post(url(evaluation, "-lesson", mairie.public), said).status_code == 403
    assert facilitator.post(url(evaluation, "-lesson", mairie.public), said).status_code == 403
    assert member.post(url(evaluation, "-lesson", party.partner.public), said).status_code == 302
    party.alliance.roles.filter(partner=mairie).delete()
    assert facilitator.post(url(evaluation, "-lesson", mairie.public), said).status_code == 302
    page = party.client("observer").get(url(evaluation, "-lessons")).content.decode()
    assert "2 partenaires sur 2 ont écrit" in page


def test_hidden_time_is_in_the_cost_and_undeclared_hours_are_said(party: Party, evaluation: Evaluation) -> None:
    written(evaluation)
    client, address = party.client("member"), url(evaluation, "-cost-add")
    assert client.post(address, {"what": "Rien", "version": 1}).status_code == 422
    assert client.post(address, {"what": "Réunions", "hours": "7,5", "version": 1}).status_code == 302
    said = {section.key: section for section in report.sections(opened(evaluation, party))}["framing-means"]
    assert "coût complet déclaré\u202f: 450\u202f€" in said.lead.replace(" €", "\u202f€")
    assert "7,50 h n’ont pas de coût" in said.blocks[1].text.replace("\u202f", " ")  # type: ignore[union-attr]


def test_the_report_speaks_both_languages_and_its_tables_are_whole(party: Party, evaluation: Evaluation) -> None:
    framed(evaluation, party.facilitator)
    with translation.override("en"):
        found = report.sections(opened(evaluation, party))
    keys = [section.key for section in found]
    assert keys[:2] == ["framing-path", "framing-lessons"]
    assert "Awaiting signatures: 0 of 2 for version 1." in found[-1].lead
    tables = [block for section in found for block in section.blocks if isinstance(block, Table)]
    assert {table.key for table in tables} >= {"framing-path", "framing-questions", "framing-means"}


RUCHE, LEFT, ALONE = SpokenFor(1), SpokenFor(1, takes_part=False), SpokenFor(2, has_people=False)


@pytest.mark.parametrize(
    ("speaker", "partner", "signs", "writes"),
    [
        (Speaker(None, None), RUCHE, VoiceReason.UNKNOWN, VoiceReason.UNKNOWN),
        (Speaker("observer", 1), RUCHE, VoiceReason.ONLY_OBSERVES, VoiceReason.ONLY_OBSERVES),
        (Speaker("member", None), RUCHE, VoiceReason.NO_PARTNER, VoiceReason.NO_PARTNER),
        (Speaker("member", 1), RUCHE, VoiceReason.GRANTED, VoiceReason.GRANTED),
        (Speaker("member", 1), LEFT, VoiceReason.HAS_LEFT, VoiceReason.HAS_LEFT),
        (Speaker("member", 1), ALONE, VoiceReason.OTHER_PARTNER, VoiceReason.OTHER_PARTNER),
        (Speaker("facilitator", 1), ALONE, VoiceReason.OTHER_PARTNER, VoiceReason.GRANTED),
        (Speaker("facilitator", None), RUCHE, VoiceReason.NO_PARTNER, VoiceReason.NO_PARTNER),
    ],
)
def test_who_speaks_for_a_partner(
    speaker: Speaker, partner: SpokenFor, signs: VoiceReason, writes: VoiceReason
) -> None:
    assert may_sign_for(speaker, partner).reason is signs
    assert may_write_for(speaker, partner).reason is writes


def test_the_advice_of_the_selector_is_ticked_and_nothing_is_written_before(
    party: Party, evaluation: Evaluation
) -> None:
    Scope.objects.create(evaluation=evaluation, approaches=["clarity"])
    client, page = party.client("member"), url(evaluation, "-scope")
    selector = words_of(evaluation).selector
    assert selector is not None
    answers = {one.id: one.choices[0].id for one in selector.questions}
    advice = advice_at(f"https://cordee.example/conseil/?{urlencode(answers)}", evaluation)
    assert advice is not None
    ticked = client.get(page, {"advice": f"https://cordee.example/conseil/?{urlencode(answers)}"}).content.decode()
    for name in ("clarity", *advice.approaches, *advice.methods):
        assert re.search(rf'value="{name}"[^>]*checked', ticked), name
    assert Scope.objects.get().approaches == ["clarity"]


@pytest.mark.parametrize("address", ["https://exemple.fr/", "pas une adresse", "?but=inconnu", "https://[bad"])
def test_an_address_without_advice_is_told(party: Party, evaluation: Evaluation, address: str) -> None:
    page = party.client("member").get(url(evaluation, "-scope"), {"advice": address}).content.decode()
    assert "ne mène à aucun conseil" in page
