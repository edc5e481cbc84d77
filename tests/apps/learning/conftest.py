"""What tests of the courses use: the reference pack in the store, one of its courses, and somebody who follows it."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import login
from django.test import Client, RequestFactory
from tests.apps.diagnosis.conftest import reference_pack
from tests.apps.meetings.building import release_in_store

from cordee.apps.accounts.models import Account
from cordee.apps.accounts.operations import open_account
from cordee.apps.learning.quiz import field_of
from cordee.core.packs.courses import Course, CourseStep
from cordee.core.packs.pack import Pack

SLUG = "les-mots-de-l-evaluation"
COURSE = f"/apprendre/{SLUG}/"


def words_of_evaluation() -> Course:
    return next(one for one in reference_pack().courses if one.id == "words-of-evaluation")


@pytest.fixture
def pack(db: None) -> Pack:
    release_in_store()
    return reference_pack()


@pytest.fixture
def course(pack: Pack) -> Course:
    return words_of_evaluation()


@pytest.fixture
def ada(db: None) -> Account:
    return open_account("ada@example.org", "fr", name="Ada")


def sign_in(client: Client, account: Account) -> None:
    """Sign in on the device that a client is, with the cookies it holds; `force_login` forgets them."""
    request = RequestFactory().get("/")
    request.COOKIES = {name: morsel.value for name, morsel in client.cookies.items()}
    request.session = client.session
    login(request, account)
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(request.session.session_key)


def right_answers(step: CourseStep) -> dict[str, str]:
    return {field_of(one): next(choice.id for choice in one.choices if choice.right) for one in step.questions}


def form_of(step: CourseStep) -> dict[str, str]:
    """What one sends to have a step done."""
    return {"quiz": right_answers(step), "practise": {"text": "Nous avons contribué à…"}}.get(step.kind, {})


def follow(client: Client, course: Course, start: str = COURSE, steps: range | None = None) -> Any:
    """Do steps of a course, all of them unless some are named; return the last answer."""
    answer = None
    for number, step in enumerate(course.steps, 1):
        if steps is None or number in steps:
            answer = client.post(f"{start}{number}/", form_of(step))
    return answer
