"""The certificate: only once every step is done, under the name that is typed, and it claims nothing more."""

from __future__ import annotations

import io
import re

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader
from tests.apps.learning.conftest import COURSE, follow

from cordee.apps.accounts.models import Account
from cordee.core.packs.courses import Course

pytestmark = pytest.mark.django_db
ADDRESS = f"{COURSE}attestation/"


def read(content: bytes) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def test_it_is_not_given_before_the_end(client: Client, course: Course) -> None:
    follow(client, course, steps=range(1, 6))
    assert client.get(ADDRESS)["Location"] == COURSE
    assert client.post(ADDRESS, {"name": "Ada"})["Location"] == COURSE
    assert ADDRESS not in client.get(COURSE).content.decode()


def test_it_says_course_release_name_day_and_its_limit(client: Client, course: Course) -> None:
    follow(client, course)
    assert ADDRESS in client.get(COURSE).content.decode()
    answer = client.post(ADDRESS, {"name": "Zoé D’Île & fils"})
    assert answer["Content-Type"] == "application/pdf"
    assert timezone.localdate().isoformat() in answer["Content-Disposition"]
    said = read(answer.content)
    assert "Zoé D’Île & fils" in said
    assert "Les mots de l’évaluation" in said
    assert "Alliances d’intérêt général 1.1.0" in said
    assert "Elle atteste seulement que les étapes ont été suivies" in said
    assert "Ce n’est ni un diplôme" in said
    assert all(re.sub(r"\s+", " ", step.name.fr) in said for step in course.steps)
    assert str(timezone.localdate().year) in said


def test_it_is_a_tagged_document_in_the_language_of_the_page(client: Client, course: Course) -> None:
    follow(client, course, "/en/learn/the-words-of-evaluation/")
    answer = client.post("/en/learn/the-words-of-evaluation/certificate/", {"name": "Ada"})
    reader = PdfReader(io.BytesIO(answer.content))
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert "It only certifies that the steps were followed" in read(answer.content)


@pytest.mark.parametrize("name", ["", "   ", "x" * 121])
def test_a_name_is_asked_for(client: Client, course: Course, name: str) -> None:
    follow(client, course)
    assert client.post(ADDRESS, {"name": name}).status_code == 422


def test_the_name_of_the_account_is_proposed_and_can_be_changed(client: Client, course: Course, ada: Account) -> None:
    client.force_login(ada)
    follow(client, course)
    assert 'value="Ada"' in client.get(ADDRESS).content.decode()
    assert "Ada Lovelace" in read(client.post(ADDRESS, {"name": "Ada Lovelace"}).content)
    ada.refresh_from_db()
    assert ada.name == "Ada"
