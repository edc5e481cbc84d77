"""The demonstration of the evaluation exercises every part, by the rules of its pages, and loads once."""

from __future__ import annotations

from collections import Counter

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from tests.apps.evaluation.demonstration.loaded import load, opened

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.balance.reading import reading_of as ledger
from cordee.apps.evaluation.demonstration.stage import NotTypable, accepted
from cordee.apps.evaluation.effects.bridge import values_of
from cordee.apps.evaluation.efficiency import bridge as efficiency
from cordee.apps.evaluation.efficiency.kinds import KINDS
from cordee.apps.evaluation.efficiency.queries import rows_of
from cordee.apps.evaluation.framing import bridge as framing
from cordee.apps.evaluation.framing import queries as framing_rows
from cordee.apps.evaluation.framing.page_forms import LessonForm
from cordee.apps.evaluation.indicators.bridge import readings_of
from cordee.apps.evaluation.judgement.queries import Openness, benches_of, documents_of, limits_of, openness
from cordee.apps.evaluation.models import Evaluation, Illustration
from cordee.apps.evaluation.parts import PARTS
from cordee.apps.evaluation.queries import words_of
from cordee.apps.evaluation.relations.bridge import published
from cordee.apps.evaluation.relations.queries import survey_of
from cordee.apps.organisations.models import Alliance
from cordee.apps.post.models import Letter
from cordee.apps.reports.evaluation.composing import SECTION_MAKERS
from cordee.core.costs import full_cost
from cordee.core.effects import LEVELS, lacks
from cordee.core.horizon import Gap, Horizon
from cordee.core.ledger_points import OneWay, Weight, WordsApart
from cordee.core.sign_off import SigningState
from cordee.core.written_frame import lacking

pytestmark = pytest.mark.django_db


def counts() -> dict[str, int]:
    """How many rows each table of the product holds."""
    return {
        model._meta.label: model._base_manager.count() for model in apps.get_models() if "cordee" in model.__module__
    }


def test_every_part_says_where_it_stands_and_fills_its_sections(evaluations: list[Evaluation]) -> None:
    for evaluation in evaluations:
        with override("fr"):
            reader = opened(evaluation)
            assert all(part.standing(reader) for part in PARTS)
            for make in SECTION_MAKERS:
                sections = make(reader)
                assert sections, make.__module__
                assert all(section.lead for section in sections), make.__module__


def test_doing_it_again_changes_nothing(evaluations: list[Evaluation]) -> None:
    before = counts()
    assert load() == evaluations
    assert counts() == before


def test_everything_is_said_to_be_invented_and_nobody_is_written_to(evaluations: list[Evaluation]) -> None:
    assert all(alliance.is_demonstration for alliance in Alliance.objects.order_by("pk"))
    assert all(account.email.endswith(".example") for account in Account.objects.order_by("pk"))
    assert not Letter.objects.exists()
    assert not any(each.indicators.exclude(owner_email="").exists() for each in evaluations)


def test_the_frame_is_complete_and_signed_by_all(evaluations: list[Evaluation]) -> None:
    for evaluation in evaluations:
        frame, versions = framing.frame_of(evaluation), framing_rows.versions_of(evaluation)
        assert not lacking(frame)
        assert framing.signing_of(evaluation, frame, versions).state is SigningState.SIGNED
        assert any(row.hidden_hours for row in frame.means)
        assert any(row.targets for row in frame.grounds)
        assert len(framing_rows.lessons_of(evaluation)) == len(frame.partners)
        assert {row.phase for row in frame.steps} == {"ex_ante", "in_itinere", "ex_post"}


def test_a_published_figure_sheds_light_on_a_fragility_and_is_a_true_one(evaluations: list[Evaluation]) -> None:
    taken = [one for evaluation in evaluations for one in framing.frame_of(evaluation).figures]
    assert [(one.sheds_light_on, one.figure.synthetic) for one in taken] == [
        ("Des jeunes sans moyen de se déplacer", False)
    ]
    assert taken[0].figure.address.startswith("https://")


def test_effects_stand_in_the_six_cells_and_some_disturb(evaluations: list[Evaluation]) -> None:
    for evaluation in evaluations:
        effects = values_of(evaluation)
        impacts = [impact.id for impact in words_of(evaluation).impacts]
        assert {(one.impact, one.level) for one in effects} == {(i, level) for i in impacts for level in LEVELS}
        assert any(one.sign == "negative" for one in effects)
        assert any(one.sign == "positive" and not one.expected for one in effects)
        assert any(one.stages == 5 for one in effects)
        assert any(not lacks(one) for one in effects)
        assert evaluation.effects.exclude(set_aside_on=None).exists()


def test_consents_are_of_every_kind_and_one_was_taken_back(evaluations: list[Evaluation]) -> None:
    for evaluation in evaluations:
        rows = Illustration.objects.filter(effect__evaluation=evaluation)
        kept = rows.filter(withdrawn_on=None).order_by("pk")
        assert {row.consent_scope for row in kept} == set(Illustration.Scope)
        assert {row.kind for row in kept} == set(Illustration.Kind)
        assert rows.exclude(withdrawn_on=None).filter(words="").exists()


def test_indicators_are_early_due_late_stale_split_and_seven_at_most_first(evaluations: list[Evaluation]) -> None:
    for evaluation in evaluations:
        readings = readings_of(evaluation, timezone.localdate())
        assert {each.horizon for each in readings} == set(Horizon)
        gaps = Counter(gap for each in readings for gap in each.gaps)
        assert gaps[Gap.STALE]
        assert gaps[Gap.NO_VALUE]
        assert sum(each.row.headline for each in readings) == 7
        assert any(each.progress is not None for each in readings)
        assert evaluation.indicators.exclude(values__group="").exists()
        assert evaluation.indicators.filter(values__former__isnull=False).exists()


def test_sides_are_shared_and_a_funder_weighs(evaluations: list[Evaluation]) -> None:
    for evaluation in evaluations:
        reading = ledger(evaluation)
        kinds = {type(point) for point in reading.points}
        assert {WordsApart, OneWay, Weight} <= kinds
        assert reading.couples
        assert evaluation.ledger_comments.exists()
    small, large = map(ledger, evaluations)
    assert small.shared == len(small.partners)
    assert any(side.attributed is False for side in large.sides.values())
    assert any(side.shared_at is None for side in large.sides.values())


def test_costs_count_hidden_time_and_one_change_is_valued(evaluations: list[Evaluation]) -> None:
    for evaluation in evaluations:
        cost = full_cost(efficiency.cost(line) for line in rows_of(evaluation, "cost"))
        assert cost.hidden_share
        assert cost.hours_without_cost
        assert {word: bool(rows_of(evaluation, word)) for word in KINDS} == dict.fromkeys(KINDS, True)
        assert any(row.count is None for row in rows_of(evaluation, "result"))


def test_one_survey_waits_and_the_other_is_drawn(evaluations: list[Evaluation]) -> None:
    waiting, closed = (survey for survey in map(survey_of, evaluations) if survey is not None)
    assert published(waiting) is None
    drawn = published(closed)
    assert drawn is not None
    network = drawn.network
    assert (network.response.answered, network.response.asked) == (11, 12)
    assert len(network.ties) > 30
    assert {one.shown for one in network.received} == {True, False}


def test_all_judge_one_dissents_and_one_page_is_open_to_anybody(evaluations: list[Evaluation], client: Client) -> None:
    for evaluation in evaluations:
        benches = benches_of(opened(evaluation))
        assert all(bench.waiting == [] for bench in benches)
        assert sum(bench.common.dissents.count() for bench in benches if bench.common) == 1
        assert limits_of(evaluation).usual
    small, large = (documents_of(evaluation) for evaluation in evaluations)
    assert small == []
    assert openness(large[0]) is Openness.OPEN
    page = client.get(reverse("evaluation:judgement-public", args=[large[0].public]))
    assert page.status_code == 200
    assert "inventée" in page.content.decode()


def test_its_facilitator_opens_every_page(evaluations: list[Evaluation], client: Client) -> None:
    for evaluation in evaluations:
        reader = opened(evaluation)
        client.force_login(reader.account)
        for name in ("overview", *(part.url_name for part in PARTS)):
            page = client.get(reader.url(name), HTTP_ACCEPT_LANGUAGE="fr")
            assert page.status_code == 200
            assert "cette alliance est inventée" in page.content.decode()


def test_what_a_page_would_refuse_is_refused_here_too(evaluations: list[Evaluation]) -> None:
    with pytest.raises(NotTypable, match="LessonForm"):
        accepted(LessonForm(evaluations[0], {"text": "x" * 5000, "version": "1"}))
