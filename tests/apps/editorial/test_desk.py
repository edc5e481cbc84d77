"""The desk opens to editors with the account of the site, under a policy of its own, and calls nobody."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from tests.apps.editorial.making import article, editor
from wagtail.images.models import Image

from cordee.apps.accounts.models import Account
from cordee.apps.editorial.models import NewsIndex, ProsePage
from cordee.apps.editorial.permissions import ENTER, may_enter

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("sown_once"),
    # Wagtail's own templates read variables that are not there.
    pytest.mark.ignore_template_errors,
]
CALLED = re.compile(r"""(?:<link\b[^>]*\bhref|\bsrc(?:set)?|\baction|data-[a-z-]*url)=["'](?:https?:)?//([^/"']+)""")
SCREENS = [
    "/redaction/",
    "/redaction/pages/",
    "/redaction/images/",
    "/redaction/account/",
    "/redaction/reports/site-history/",
]


def entered(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def policy(answer: Any) -> dict[str, str]:
    parts = (part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
    return {part[0]: part[1] if len(part) > 1 else "" for part in parts}


def desk_paths() -> Iterator[str]:
    """Every address of the desk that has no varying part, from the map itself."""
    desk = next(one for one in get_resolver().url_patterns if hasattr(one, "url_patterns") and _is_desk(one))
    yield from _paths(desk.url_patterns, ())


def _is_desk(resolver: Any) -> bool:
    return any(str(one.pattern) == "redaction/" for one in resolver.url_patterns)


def _paths(patterns: Any, spaces: tuple[str, ...]) -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLPattern):
            if one.name and not one.pattern.converters:
                try:
                    path = reverse(":".join((*spaces, one.name)))
                except NoReverseMatch:
                    continue
                if path.startswith("/redaction/"):
                    yield path
        else:
            yield from _paths(one.url_patterns, (*spaces, one.namespace) if one.namespace else spaces)


def test_the_whole_desk_sends_whoever_is_not_in_to_the_sign_in_page_of_the_site() -> None:
    paths = sorted(set(desk_paths()))
    assert len(paths) > 30, "too few addresses were read: the guard has lost its eyes"
    for path in paths:
        answer = Client().get(path)
        assert answer.status_code == 302, path
        assert answer["Location"].startswith("/compte/connexion/?next="), path


def test_the_whole_desk_is_closed_to_an_account_that_nobody_trusted_with_it() -> None:
    client = entered(Account.objects.create_user("lea@example.org"))
    assert {client.get(path).status_code for path in set(desk_paths())} == {403}
    assert "confiée" in client.get("/redaction/").content.decode()


def test_who_may_enter_is_decided_by_one_right() -> None:
    assert may_enter({ENTER, "other"}).allowed
    assert not may_enter({"other"}).allowed
    assert "exploitant" in may_enter(set()).words


@pytest.mark.parametrize("path", SCREENS)
def test_the_desk_is_french_private_and_calls_nobody(path: str) -> None:
    answer = entered(editor()).get(path, follow=True)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert '<html lang="fr"' in html
    assert CALLED.findall(html) == []
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]


def test_only_the_desk_has_a_policy_that_lets_a_page_hold_a_script() -> None:
    desk = policy(entered(editor()).get("/redaction/"))
    assert desk["script-src"] == desk["style-src"] == "'self' 'unsafe-inline'"
    assert desk["frame-ancestors"] == "'self'"
    assert desk["default-src"] == desk["object-src"] == "'none'"
    for path in ("/", "/a-propos/", "/actualites/", f"/actualites/{article().slug}/"):
        site = policy(Client().get(path))
        assert "unsafe" not in " ".join(site.values()), path
        assert site["frame-ancestors"] == "'none'"


def test_a_page_is_previewed_in_its_own_language_beside_its_form() -> None:
    page = ProsePage.objects.get(key="about", locale__language_code="en")
    answer = entered(editor(publishes=True)).get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert answer.status_code == 200
    assert '<html lang="en"' in answer.content.decode()
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert policy(answer)["frame-ancestors"] == policy(answer)["script-src"] == "'self'"


def publish(account: Account, page: ProsePage) -> Any:
    """Ask to publish a page as it stands, as its form does."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = {
        "title": "Nouveau titre",
        "slug": page.slug,
        "lead": page.lead,
        "eyebrow": page.eyebrow,
        "body-count": "0",
        "seo_title": "",
        "search_description": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }
    return entered(account).post(url, data)


@pytest.mark.parametrize(("publishes", "shown"), [(True, True), (False, False)])
def test_a_publisher_publishes_and_a_writer_only_keeps_a_draft(publishes: bool, shown: bool) -> None:
    page = ProsePage.objects.get(key="legal", locale__language_code="fr")
    assert publish(editor(publishes=publishes), page).status_code == 302
    assert ("Nouveau titre" in Client().get("/mentions-legales/").content.decode()) is shown
    page.refresh_from_db()
    assert page.get_latest_revision().as_object().title == "Nouveau titre"


def test_editors_add_articles_and_pages_and_nothing_else() -> None:
    from cordee.apps.editorial.models import Article, Shelf

    shelf, index = Shelf.objects.first(), NewsIndex.objects.first()
    assert Shelf.creatable_subpage_models() == [ProsePage]
    assert NewsIndex.creatable_subpage_models() == [Article]
    assert ProsePage.creatable_subpage_models() == []
    assert shelf is not None
    assert index is not None


def test_documents_are_given_to_nobody() -> None:
    client = entered(editor(publishes=True))
    answer = client.get("/redaction/documents/multiple/add/")
    assert (answer.status_code, answer["Location"]) == (302, "/redaction/")


def test_the_command_opens_changes_and_closes_the_desk(capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    account = Account.objects.create_user("lea@example.org")
    for options, groups in (([], ["Editors"]), (["--publish"], ["Moderators"]), (["--revoke"], [])):
        call_command("grant_editing", "LEA@example.org", *options)
        assert [group.name for group in account.groups.all()] == groups
    said = capsys.readouterr().out
    assert "without publishing" in said
    assert "writes and publishes" in said
    assert "no longer enters" in said


def test_the_command_says_what_to_do_when_there_is_no_such_account(monkeypatch: Any) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    with pytest.raises(CommandError, match="sign in once"):
        call_command("grant_editing", "nobody@example.org")


def test_a_picture_that_is_too_heavy_or_of_another_kind_is_refused() -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile
    from wagtail.images.forms import get_image_form

    form = get_image_form(Image)
    svg = SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", "image/svg+xml")
    disguised = SimpleUploadedFile("a.png", b"<html></html>", "image/png")
    for file in (svg, disguised):
        assert "file" in form({"title": "a", "collection": "1"}, {"file": file}).errors
    heavy = SimpleUploadedFile("b.jpg", bytes(200), "image/jpeg")
    field = form().fields["file"]
    field.max_upload_size = 100
    with pytest.raises(ValidationError):
        field.check_image_file_size(heavy)
