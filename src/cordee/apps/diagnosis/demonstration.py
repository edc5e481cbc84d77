"""The demonstration space: the invented alliance of the example, as a diagnosis to answer, share and erase."""

from __future__ import annotations

import base64

from django.utils.crypto import salted_hmac

from cordee.apps.diagnosis import operations, queries
from cordee.apps.diagnosis.example import CONTEXT, FORM, example_given
from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.diagnosis.models import Diagnosis
from cordee.apps.library.models import PackRelease

EVIDENCE = {
    "relevance.needs.vision": "Note de cadrage commune, votée en comité de pilotage.",
    "performance.results.means": "Tableau de suivi tenu par la coordinatrice, deux heures par mois.",
    "clarity.roles.action": "Point mensuel à quatre, compte rendu d’une page.",
}


def demonstration_token() -> str:
    """Return the token of the demonstration: always the same on one site, unknown to the others."""
    digest = salted_hmac("cordee.diagnosis.demonstration", "token", algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def load_demonstration(release: PackRelease) -> tuple[Diagnosis, str]:
    """Put the demonstration back as it should be: doing it again leaves one diagnosis, its time to live renewed."""
    token = demonstration_token()
    diagnosis = queries.diagnosis_behind(token)
    if diagnosis is None:
        diagnosis, _ = operations.start(release, FORM, "fr", CONTEXT, token=token)
    operations.save_answers(diagnosis, with_evidence(example_given()).answers)
    operations.finish(diagnosis)
    return diagnosis, token


def with_evidence(given: Given) -> Given:
    """Add a few words of evidence to the answers of the example."""
    return Given(
        {
            item: GivenAnswer(answer.mark, answer.level, EVIDENCE.get(item, ""))
            for item, answer in given.answers.items()
        },
        given.importance,
        given.context,
    )
