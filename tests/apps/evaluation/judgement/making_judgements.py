"""Judgements for tests: a rubric agreed, judged and said in common; a document opened to all."""

from __future__ import annotations

from datetime import date

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.judgement import operations, queries
from cordee.apps.evaluation.models import Evaluation, PublicDocument, Rubric
from cordee.apps.evaluation.queries import words_of
from cordee.apps.organisations.models import Partner, RoleKind
from cordee.core.document import Document, Section


def agreed_rubric(evaluation: Evaluation, by: Account) -> Rubric:
    """Choose the first cell of the référentiel and agree on it."""
    operations.choose(evaluation, by, words_of(evaluation).cells[:1])
    agreement = operations.agree(evaluation, RoleKind.FACILITATOR, "Réunion de mars")
    return agreement.rubrics.rubrics.get()


def judged_in_common(evaluation: Evaluation, partner: Partner, by: Account) -> Rubric:
    """Agree on a rubric, give the judgement of one partner, and say one in common."""
    rubric = agreed_rubric(evaluation, by)
    operations.give(queries.draft_of(rubric, partner), 1, {"mark": "3", "reasons": "Vu sur place", "evidence": ""})
    operations.record_common(rubric, by, 1, {"mark": "3", "reasons": "Discuté", "limits": ""})
    return rubric


def a_document(title: str = "Bilan", *sections: Section) -> Document:
    """Return a short document."""
    return Document("evaluation", title, "Le Val", "fr", date(2026, 11, 27), (), sections)


def opened_to_all(evaluation: Evaluation, partner: Partner, by: Account) -> PublicDocument:
    """Propose a document, and let the only partner consent."""
    document = operations.propose(evaluation, RoleKind.FACILITATOR, a_document())
    operations.consent(document, partner, by, given=True)
    return document
