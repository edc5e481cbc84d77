"""The public page: frozen, open only while every partner consents, withdrawn at once, drawings read again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from tests.apps.evaluation.judgement.making_judgements import a_document, agreed_rubric
from tests.apps.evaluation.making import evaluation_of, partner_with_person

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.judgement import operations, queries
from cordee.apps.evaluation.judgement.permissions import Refused
from cordee.apps.evaluation.judgement.queries import Openness
from cordee.apps.evaluation.judgement.report import sections
from cordee.apps.evaluation.models import Evaluation, PublicDocument
from cordee.apps.organisations.models import Alliance, AllianceRole, Partner, RoleKind
from cordee.core.document import Column, Paragraph, Picture, Points, Quote, Section, Table
from cordee.core.document_json import fingerprint, from_json

pytestmark = pytest.mark.django_db
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="2"/></svg>'


@dataclass
class Pair:
    """Two partners of an alliance, who run it, and their evaluation."""

    evaluation: Evaluation
    ruche: Partner
    mairie: Partner
    people: dict[str, Account]

    def client(self, who: str) -> Client:
        """Return somebody's browser."""
        client = Client()
        client.force_login(self.people[who])
        return client

    def say(self, who: str, document: PublicDocument, say: str, sha256: str = "") -> Any:
        """Consent, or not, to a document."""
        address = reverse("evaluation:judgement-consent", args=[self.evaluation.public, document.public])
        return self.client(who).post(address, {"say": say, "sha256": sha256 or document.sha256})

    def opened(self, who: str) -> OpenedEvaluation:
        """Open the evaluation as somebody."""
        role = AllianceRole.objects.get(alliance=self.evaluation.alliance, account=self.people[who])
        return OpenedEvaluation(self.evaluation, role)


@pytest.fixture
def pair() -> Pair:
    """Two partners, both of whom run the alliance; an observer of the first."""
    alliance = Alliance.objects.create(name="Les semeurs")
    ruche, one = partner_with_person(alliance, "La Ruche", RoleKind.FACILITATOR)
    mairie, two = partner_with_person(alliance, "La Mairie", RoleKind.MEMBER)
    watching = Account.objects.create_user("observe@example.org", name="Observe")
    AllianceRole.objects.create(alliance=alliance, account=watching, kind=RoleKind.OBSERVER, partner=ruche)
    return Pair(evaluation_of(alliance), ruche, mairie, {"ruche": one, "mairie": two, "observe": watching})


def proposed(pair: Pair, *parts: Section) -> PublicDocument:
    """Propose a document made of sections."""
    return operations.propose(pair.evaluation, RoleKind.FACILITATOR, a_document("Bilan public", *parts))


def outside(document: PublicDocument) -> Any:
    """Read the public address without an account."""
    return Client().get(reverse("evaluation:judgement-public", args=[document.public]))


def test_it_opens_with_the_last_yes_and_closes_with_any_no(pair: Pair) -> None:
    document = proposed(pair)
    assert outside(document).status_code == 404
    pair.say("ruche", document, "yes")
    assert outside(document).status_code == 404
    pair.say("mairie", document, "yes")
    page = outside(document)
    assert page.status_code == 200
    assert document.sha256 in page.content.decode()
    assert "noindex" in page["X-Robots-Tag"]
    pair.say("ruche", document, "no")
    gone = outside(document)
    assert gone.status_code == 410
    assert "a été retirée" in gone.content.decode()
    assert "Bilan public" not in gone.content.decode()


def test_consent_is_given_by_who_speaks_for_the_partner_on_that_exact_text(pair: Pair) -> None:
    document = proposed(pair)
    assert pair.say("observe", document, "yes").status_code == 403
    pair.say("ruche", document, "yes", sha256="0" * 64)
    assert not document.consents.exists()
    pair.say("ruche", document, "yes")
    assert [consent.partner for consent in document.consents.all()] == [pair.ruche]


def test_a_partner_who_arrives_has_to_consent_too(pair: Pair) -> None:
    document = proposed(pair)
    pair.say("ruche", document, "yes")
    pair.say("mairie", document, "yes")
    partner_with_person(pair.evaluation.alliance, "Le Lycée")
    assert queries.openness(queries.document_behind(document.public) or document) is Openness.WITHDRAWN


def test_a_partner_who_left_may_still_take_its_consent_back(pair: Pair) -> None:
    document = proposed(pair)
    pair.say("ruche", document, "yes")
    pair.say("mairie", document, "yes")
    pair.mairie.left_on = document.proposed_at.date()
    pair.mairie.save()
    assert outside(document).status_code == 200
    pair.say("mairie", document, "no")
    assert outside(document).status_code == 410


def test_only_who_runs_the_alliance_proposes(pair: Pair) -> None:
    address = reverse("evaluation:judgement-propose", args=[pair.evaluation.public])
    assert pair.client("mairie").post(address).status_code == 403
    assert pair.client("ruche").post(address).status_code == 302
    kept = PublicDocument.objects.get()
    assert kept.sha256 == fingerprint(kept.document)
    assert from_json(kept.document).key == "evaluation"
    with pytest.raises(Refused):
        operations.propose(pair.evaluation, RoleKind.MEMBER, a_document())


def test_the_database_refuses_another_text(pair: Pair) -> None:
    proposed(pair)
    with pytest.raises(IntegrityError, match="written once"), transaction.atomic():
        PublicDocument._base_manager.update(document="{}")


def test_every_kind_of_block_is_drawn_and_a_drawing_that_runs_is_not(pair: Pair) -> None:
    twin = Table("t", "Les mêmes", (Column("c", "Colonne"),), (("cellule",),))
    bad = SVG.replace("<circle", '<circle onclick="steal()"')
    document = proposed(
        pair,
        Section(
            "all",
            "Effets",
            "Une phrase.",
            (
                Paragraph("Un <b>paragraphe</b>"),
                Points(("Un point",)),
                Quote("Une parole", "Une voisine"),
                Picture("p", "Bon dessin", "Ce qu’il montre", SVG, twin),
                Picture("q", "Mauvais dessin", "Autre", bad, twin),
            ),
        ),
    )
    pair.say("ruche", document, "yes")
    pair.say("mairie", document, "yes")
    page = outside(document).content.decode()
    for said in ("Un &lt;b&gt;paragraphe", "Un point", "Une parole", "Une voisine", "Bon dessin", "cellule", SVG):
        assert said in page
    assert "steal" not in page


def in_public(pair: Pair) -> PublicDocument:
    """Freeze the document of an evaluation that is to be read by anybody."""
    address = reverse("evaluation:judgement-propose", args=[pair.evaluation.public])
    pair.client("ruche").post(address)
    return PublicDocument.objects.latest("pk")


def test_what_is_frozen_is_what_nobody_alone_may_read(pair: Pair) -> None:
    rubric = agreed_rubric(pair.evaluation, pair.people["ruche"])
    values = {"mark": "2", "reasons": "Entre nous", "evidence": ""}
    operations.give(queries.draft_of(rubric, pair.ruche), 1, values)
    assert "Entre nous" in str(sections(pair.opened("ruche")))
    assert "Entre nous" not in str(sections(pair.opened("mairie")))
    assert "Entre nous" not in in_public(pair).document
    operations.give(queries.draft_of(rubric, pair.mairie), 1, {**values, "reasons": "D’accord"})
    assert "Entre nous" in in_public(pair).document
