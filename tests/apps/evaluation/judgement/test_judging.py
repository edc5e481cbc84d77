"""From criteria to a judgement with a dissent: agreed first, each on its own, then together; drafts stay private."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from tests.apps.evaluation.making import evaluation_of, partner_with_person

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.models import Evaluation, Judgement, JudgementDraft, Rubric
from cordee.apps.library.frozen import FrozenRow
from cordee.apps.organisations.models import Alliance, AllianceRole, RoleKind

pytestmark = pytest.mark.django_db
CELL = "relevance.product"


@dataclass
class Table:
    """An evaluation, two partners around it, a facilitator who speaks for neither."""

    evaluation: Evaluation
    people: dict[str, Account]

    def client(self, who: str) -> Client:
        """Return somebody's browser."""
        client = Client()
        client.force_login(self.people[who])
        return client

    def get(self, who: str, name: str, *args: object) -> Any:
        """Read a page."""
        return self.client(who).get(reverse(f"evaluation:{name}", args=[self.evaluation.public, *args]))

    def post(self, who: str, name: str, *args: object, **form: object) -> Any:
        """Send a form."""
        return self.client(who).post(reverse(f"evaluation:{name}", args=[self.evaluation.public, *args]), form)

    @property
    def rubric(self) -> Rubric:
        """The newest rubric."""
        return Rubric.objects.latest("pk")


@pytest.fixture
def table() -> Table:
    """Two partners, one facilitator without partner, one observer."""
    alliance = Alliance.objects.create(name="Les semeurs")
    _one, ruche = partner_with_person(alliance, "La Ruche")
    _two, mairie = partner_with_person(alliance, "La Mairie")
    facilitator = Account.objects.create_user("anime@example.org", name="Anime")
    AllianceRole.objects.create(alliance=alliance, account=facilitator, kind=RoleKind.FACILITATOR)
    return Table(evaluation_of(alliance), {"ruche": ruche, "mairie": mairie, "anime": facilitator})


@pytest.fixture
def agreed(table: Table) -> Table:
    """The same, once the criteria are agreed."""
    assert table.post("ruche", "judgement-choose", cells=[CELL]).status_code == 302
    assert table.post("anime", "judgement-agree", how="Réunion du 12 mars, tous présents").status_code == 302
    return table


def judged(table: Table, who: str, mark: str, reasons: str) -> Any:
    """Give a judgement."""
    return table.post(who, "judgement-judge", table.rubric.public, mark=mark, reasons=reasons, version=1, give="1")


def test_nobody_judges_before_the_criteria_are_agreed(table: Table) -> None:
    table.post("ruche", "judgement-choose", cells=[CELL])
    assert judged(table, "ruche", "3", "Parce que").status_code == 302
    assert not Judgement.objects.exists()


def test_only_who_runs_the_alliance_freezes_the_criteria_and_not_an_empty_set(table: Table) -> None:
    assert table.post("ruche", "judgement-agree", how="x").status_code == 403
    table.post("anime", "judgement-agree", how="Réunion")
    assert not table.evaluation.rubric_sets.exists()


def test_what_was_agreed_no_longer_changes(agreed: Table) -> None:
    words = dict.fromkeys(("question", "criteria", "level_1", "level_2", "level_3", "level_4"), "autre")
    agreed.post("ruche", "judgement-word", agreed.rubric.public, version=1, **words)
    agreed.post("ruche", "judgement-remove", agreed.rubric.public)
    agreed.post("ruche", "judgement-choose", cells=["relevance.balance"])
    assert agreed.rubric.question != "autre"
    assert Rubric.objects.count() == 1
    agreement = agreed.rubric.rubrics.agreement
    assert agreed.rubric.level_1 in agreement.document
    assert agreement.sha256 in agreed.get("mairie", "judgement-criteria").content.decode()
    with pytest.raises(IntegrityError, match="written once"), transaction.atomic():
        type(agreement)._base_manager.update(how="autrement")


def test_a_new_set_leaves_earlier_judgements_with_theirs(agreed: Table) -> None:
    judged(agreed, "ruche", "3", "Vu sur place")
    former = agreed.rubric
    agreed.post("anime", "judgement-open-new")
    assert "garde" in agreed.get("ruche", "judgement-criteria").content.decode()
    assert Judgement.objects.get().rubric == former
    agreed.post("anime", "judgement-agree", how="Réunion du 2 mai")
    agreed.post("ruche", "judgement-judge", former.public, mark="1", reasons="Trop tard", version=1, give="1")
    assert former.judgements.count() == 1


def test_a_draft_is_read_by_its_partner_alone(agreed: Table) -> None:
    secret = "Nous hésitons beaucoup"
    agreed.post("ruche", "judgement-judge", agreed.rubric.public, reasons=secret, version=1, draft="1")
    assert JudgementDraft.objects.get().reasons == secret
    assert secret in agreed.get("ruche", "judgement-judge", agreed.rubric.public).content.decode()
    for who in ("mairie", "anime"):
        assert secret not in agreed.get(who, "judgement").content.decode()
    assert secret not in agreed.get("mairie", "judgement-judge", agreed.rubric.public).content.decode()


def test_the_rule_is_said_before_and_others_are_read_after_ones_own(agreed: Table) -> None:
    before = agreed.get("mairie", "judgement-judge", agreed.rubric.public).content.decode()
    assert "les partenaires sauront que ce jugement est celui de La Mairie" in before
    assert "Vous lirez les jugements des autres quand votre organisation aura donné le sien" in before
    judged(agreed, "ruche", "2", "Le besoin n’est pas daté")
    assert "pas daté" not in agreed.get("mairie", "judgement").content.decode()
    assert "pas daté" not in agreed.get("anime", "judgement").content.decode()
    judged(agreed, "mairie", "4", "Tout est écrit")
    for who in ("mairie", "ruche", "anime"):
        page = agreed.get(who, "judgement").content.decode()
        assert "pas daté" in page
        assert "Deux avis s’opposent" in page


def test_a_judgement_is_given_once_and_a_new_one_keeps_the_former(agreed: Table) -> None:
    judged(agreed, "ruche", "2", "D’abord")
    judged(agreed, "ruche", "3", "Ensuite")
    assert list(Judgement.objects.order_by("number").values_list("number", "mark")) == [(1, "2"), (2, "3")]
    assert "D’abord" in agreed.get("ruche", "judgement").content.decode()
    with pytest.raises(FrozenRow):
        Judgement.objects.update(mark="4")


def test_a_judgement_without_reasons_is_refused_and_loses_nothing(agreed: Table) -> None:
    answer = agreed.post(
        "ruche", "judgement-judge", agreed.rubric.public, mark="3", evidence="Le bilan", version=1, give="1"
    )
    assert answer.status_code == 422
    assert "Le bilan" in answer.content.decode()
    assert not Judgement.objects.exists()


def test_who_speaks_for_nobody_does_not_judge_nor_dissent(agreed: Table) -> None:
    judged(agreed, "anime", "3", "Parce que")
    assert not Judgement.objects.exists()
    together(agreed)
    agreed.post("anime", "judgement-dissent", agreed.rubric.public, mark="1", words="Non", version=1)
    assert not agreed.rubric.common.dissents.exists()


def together(table: Table) -> None:
    """Give both judgements, then the common one."""
    judged(table, "ruche", "2", "Le besoin n’est pas daté")
    judged(table, "mairie", "4", "Tout est écrit")
    answer = table.post("anime", "judgement-common", table.rubric.public, mark="3", reasons="Discuté", version=1)
    assert answer.status_code == 302


def test_no_common_judgement_before_two_are_given(agreed: Table) -> None:
    judged(agreed, "ruche", "2", "Seule")
    agreed.post("ruche", "judgement-common", agreed.rubric.public, mark="3", reasons="Vite", version=1)
    assert not hasattr(agreed.rubric, "common")


def test_a_compromise_is_named_and_a_dissent_is_kept_by_its_partner_alone(agreed: Table) -> None:
    together(agreed)
    agreed.post("mairie", "judgement-dissent", agreed.rubric.public, mark="4", words="Nous maintenons", version=1)
    page = agreed.get("ruche", "judgement").content.decode()
    assert "compromis" in page
    assert "Nous maintenons" in page
    assert "La Mairie, en désaccord" in page
    for who in ("ruche", "anime"):
        agreed.post(who, "judgement-take-back", agreed.rubric.public)
        assert agreed.rubric.common.dissents.count() == 1
    agreed.post("anime", "judgement-common", agreed.rubric.public, mark="2", reasons="Revu", version=1)
    assert agreed.rubric.common.dissents.get().of_version == 1
    agreed.post("mairie", "judgement-take-back", agreed.rubric.public)
    assert not agreed.rubric.common.dissents.exists()


def test_two_people_on_the_common_judgement_do_not_overwrite_each_other(agreed: Table) -> None:
    together(agreed)
    agreed.post("ruche", "judgement-common", agreed.rubric.public, mark="2", reasons="Un", version=1)
    told = agreed.post("mairie", "judgement-common", agreed.rubric.public, mark="4", reasons="Deux", version=1)
    assert told.status_code == 409
    assert "Deux" in told.content.decode()
    assert agreed.rubric.common.reasons == "Un"


def test_limits_are_ticked_and_written(table: Table) -> None:
    table.post("ruche", "judgement-limits", usual=["judges"], words="Peu de recul", version=1)
    page = table.get("mairie", "judgement").content.decode()
    assert "aussi ceux qui agissent" in page
    assert "Peu de recul" in page


def test_judgements_are_counted_by_level_once_they_may_be_read_and_nobody_is_named(agreed: Table) -> None:
    judged(agreed, "ruche", "2", "Le besoin n’est pas daté")
    assert 'id="judgement-spread"' not in agreed.get("mairie", "judgement").content.decode()
    judged(agreed, "mairie", "4", "Tout est écrit")
    page = agreed.get("mairie", "judgement").content.decode()
    assert "Sur 1 question, les partenaires ne jugent pas pareil" in page
    figure = page[page.index('id="judgement-spread"') : page.index("</figure>")]
    assert figure.count("<circle") == 2 * 2, "two partners, drawn for a phone and for a desk"
    assert "La Ruche" not in figure
    assert "rien n’est classé" in figure
    judged(agreed, "ruche", "3", "À y regarder mieux")
    assert "Les partenaires jugent pareil" in agreed.get("anime", "judgement").content.decode()


def test_a_former_set_can_be_read_as_its_successor_allows_and_gets_nothing_more(agreed: Table) -> None:
    judged(agreed, "ruche", "3", "Vu sur place")
    assert agreed.get("ruche", "judgement-former", 1).status_code == 404, "it is the present one"
    agreed.post("anime", "judgement-open-new")
    assert agreed.get("ruche", "judgement-former", 1).status_code == 404, "the new one is not agreed yet"
    agreed.post("anime", "judgement-agree", how="Réunion du 2 mai")
    address = reverse("evaluation:judgement-former", args=[agreed.evaluation.public, 1])
    assert address in agreed.get("mairie", "judgement-criteria").content.decode()
    assert "Vu sur place" in agreed.get("ruche", "judgement-former", 1).content.decode()
    # who did not judge then reads it once it has judged the same question of today
    for who in ("mairie", "anime"):
        assert "Vu sur place" not in agreed.get(who, "judgement-former", 1).content.decode()
    judged(agreed, "mairie", "2", "Pas encore vu")
    read = agreed.get("mairie", "judgement-former", 1).content.decode()
    assert "Vu sur place" in read
    assert "judgement-judge" not in read
    assert "<form" not in read[read.index("<main") : read.index("</main>")]
    assert agreed.get("mairie", "judgement-former", 9).status_code == 404


def test_a_dissent_says_which_common_judgement_it_was_about(agreed: Table) -> None:
    judged(agreed, "ruche", "2", "D’abord")
    judged(agreed, "mairie", "4", "Tout est écrit")
    agreed.post("ruche", "judgement-common", agreed.rubric.public, mark="3", reasons="Ensemble", version=1)
    agreed.post("mairie", "judgement-dissent", agreed.rubric.public, mark="4", words="Nous maintenons", version=1)
    assert "La Mairie, en désaccord : 4" in agreed.get("ruche", "judgement").content.decode().replace("\u202f", " ")
    agreed.post("ruche", "judgement-common", agreed.rubric.public, mark="2", reasons="À revoir", version=1)
    told = agreed.get("ruche", "judgement").content.decode()
    assert "La Mairie, en désaccord avec le jugement commun tel qu’il était avant le" in told
    assert "Le jugement commun a changé depuis" not in told
    assert "Le jugement commun a changé depuis" in agreed.get("mairie", "judgement").content.decode()
