"""The settings as a whole: documented one by one, strict in what they send, one cookie at most."""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

import cordee
from cordee.config import settings as product

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "settings.md"
SOURCE = Path(cordee.__file__).parent
PAGES = ["/", "/en/", "/vos-donnees/", "/accessibilite/", "/a-propos/", "/composants/", "/nulle-part/"]


def documented() -> dict[str, str]:
    """Return the variables of the document with their defaults."""
    rows = re.findall(r"^\| `([A-Z_]+)` \| (?:`([^`]*)`|empty) \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(rows)


def named_in_source() -> set[str]:
    """Return the variables that any Python file of the product names."""
    texts = (path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    return {name for text in texts for name in re.findall(r"[\"'`](CORDEE_[A-Z_]+|DATABASE_URL)[\"'`]", text)}


def test_every_variable_is_documented_with_its_default() -> None:
    declared = product.env.declared
    assert len(declared) > 10
    assert declared == {name: default for name, default in documented().items() if name in declared}


def test_no_variable_is_named_without_being_documented() -> None:
    assert named_in_source() - set(documented()) == set()


def test_no_variable_is_documented_that_nothing_reads() -> None:
    assert set(documented()) - named_in_source() == set()


def test_the_web_floor_reads_the_environment_in_one_place() -> None:
    readers = {
        path.relative_to(SOURCE).as_posix()
        for folder in ("apps", "config")
        for path in (SOURCE / folder).rglob("*.py")
        if "os.environ" in path.read_text(encoding="utf-8")
    }
    assert readers == {"config/settings.py", "config/wsgi.py", "config/asgi.py"}


def test_every_check_is_documented() -> None:
    checks = (SOURCE / "config" / "checks.py").read_text(encoding="utf-8")
    identifiers = set(re.findall(r"cordee\.[EW]\d{3}", checks))
    assert identifiers == set(re.findall(r"cordee\.[EW]\d{3}", DOCUMENT.read_text(encoding="utf-8")))


def fresh(monkeypatch: pytest.MonkeyPatch, folder: Path, **variables: str) -> dict[str, Any]:
    """Read the settings again, in an environment of their own."""
    for name in documented():
        monkeypatch.delenv(name, raising=False)
    for name, value in {"CORDEE_DATA": str(folder), **variables}.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(product.__file__)


def test_a_plain_start_is_safe_and_local(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    values = fresh(monkeypatch, tmp_path)
    assert values["DEBUG"] is False
    assert values["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "127.0.0.1"]
    assert values["DATABASES"]["default"]["NAME"] == tmp_path / "cordee.sqlite3"
    assert values["SECRET_KEY"] == (tmp_path / "secret-key").read_text().strip()
    assert values["SESSION_COOKIE_SECURE"] is False
    assert values["STORAGES"]["staticfiles"]["BACKEND"] == "cordee.config.storage.HashedStaticFiles"
    assert values["VISITOR_RETENTION_DAYS"] == 90


def test_an_https_address_closes_what_http_left_open(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    values = fresh(monkeypatch, tmp_path, CORDEE_PUBLIC_URL="https://cordee.example.org/", CORDEE_BEHIND_PROXY="1")
    assert values["ALLOWED_HOSTS"][0] == "cordee.example.org"
    assert values["CSRF_TRUSTED_ORIGINS"] == ["https://cordee.example.org"]
    assert values["SESSION_COOKIE_SECURE"] is True
    assert values["SECURE_HSTS_SECONDS"] == 365 * 24 * 3600
    assert values["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


def test_a_given_key_leaves_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert fresh(monkeypatch, tmp_path, CORDEE_SECRET_KEY="k" * 60)["SECRET_KEY"] == "k" * 60
    assert not (tmp_path / "secret-key").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_pages_that_are_only_read_set_no_cookie(client: Client, path: str) -> None:
    assert dict(client.get(path).cookies) == {}


@pytest.mark.django_db
def test_everything_comes_from_this_site(client: Client) -> None:
    policy = dict(part.split(" ", 1) for part in client.get("/").headers["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "object-src": "'none'",
    }


@pytest.mark.django_db
def test_the_other_headers(client: Client) -> None:
    headers = client.get("/").headers
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Language"] == "fr"


@pytest.mark.django_db
@pytest.mark.parametrize("wanted", ["en", "de", "en-GB,en;q=0.9"])
def test_the_address_alone_decides_of_the_language(client: Client, wanted: str) -> None:
    assert '<html lang="fr">' in client.get("/", headers={"accept-language": wanted}).content.decode()
    assert '<html lang="en">' in client.get("/en/", headers={"accept-language": "fr"}).content.decode()
