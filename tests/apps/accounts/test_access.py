"""The door: who is not signed in is sent to the sign-in page, which leads back."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from cordee.apps.accounts.access import signed_in
from cordee.apps.accounts.models import Account


@signed_in
def page(request: HttpRequest, number: int) -> HttpResponse:
    """A page for accounts."""
    return HttpResponse(f"page {number}")


def test_an_account_enters() -> None:
    request = RequestFactory().get("/page/")
    request.user = Account(email="a@example.org")
    assert page(request, 3).content == b"page 3"


@pytest.mark.parametrize("path", ["/page/", "/page/?a=1&b=2", "/en/page/"])
def test_anybody_else_is_sent_to_the_door_and_back(path: str) -> None:
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    answer = page(request, 3)
    assert answer.status_code == 302
    assert parse_qs(urlsplit(answer["Location"]).query)["next"] == [path]
