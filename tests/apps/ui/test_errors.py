"""Error pages: right status, the reader's language, a way out, no detail of the inside, and never a blank page."""

import pytest
from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from cordee.apps.ui import errors
from cordee.config import urls as product

SECRET = "motdepasse-interne"


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError(SECRET)


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied(request.GET.get("reason", ""))


def suspicious(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation(SECRET)


def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


urlpatterns = [
    *product.urlpatterns,
    *i18n_patterns(
        path("broken/", broken),
        path("forbidden/", forbidden),
        path("suspicious/", suspicious),
        path("form/", form),
        prefix_default_language=False,
    ),
]
handler400, handler403, handler404, handler500 = (
    product.handler400,
    product.handler403,
    product.handler404,
    product.handler500,
)

CASES = [
    ("/broken/", 500, "Le site a rencontré un problème", "The site ran into a problem"),
    ("/forbidden/", 403, "Cette page ne vous est pas ouverte", "This page is not open to you"),
    ("/suspicious/", 400, "Cette demande n’a pas été comprise", "This request was not understood"),
    ("/nulle-part/", 404, "Cette page n’existe pas, ou plus", "This page does not exist, or no longer does"),
]


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize(("address", "status", "french", "english"), CASES)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_each_error_in_both_languages(visitor: Client, address: str, status: int, french: str, english: str) -> None:
    for prefix, title, way_out in (("", french, "Aller à l’accueil"), ("/en", english, "Go to the home page")):
        answer = visitor.get(prefix + address)
        page = answer.content.decode()
        assert answer.status_code == status
        assert f"<h1>{title}</h1>" in page
        assert way_out in page
        assert 'content="noindex"' in page
        assert SECRET not in page
        assert "Traceback" not in page


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_a_permission_gives_its_reason_as_text(visitor: Client) -> None:
    page = visitor.get("/forbidden/", {"reason": "Ce lien <b>a expiré</b>."}).content.decode()
    assert "Ce lien &lt;b&gt;a expiré&lt;/b&gt;." in page


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_a_form_without_its_protection_says_how_to_send_it_again(visitor: Client) -> None:
    answer = visitor.post("/form/", {"a": "1"})
    assert answer.status_code == 403
    assert "Ce formulaire a expiré" in answer.content.decode()


@pytest.mark.django_db
def test_an_unknown_host_gets_an_error_page(visitor: Client) -> None:
    answer = visitor.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "Cette demande" in answer.content.decode()


def test_a_page_that_cannot_be_drawn_still_answers(
    rf: object, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*args: object) -> str:
        raise OSError("no template")

    monkeypatch.setattr(errors, "render_to_string", fail)
    answer = errors.server_error(HttpRequest())
    page = answer.content.decode()
    assert answer.status_code == 500
    assert "Revenez en arrière" in page
    assert "Go back" in page
    assert "could not be drawn" in caplog.text


@pytest.mark.parametrize(
    "words", [errors.bad_request_words, errors.not_found_words, errors.server_error_words, errors.csrf_words]
)
def test_every_error_says_what_to_do_next(words: object) -> None:
    said = words()  # type: ignore[operator]
    assert said.title
    assert said.meaning
    assert len(said.steps) == 2
