"""A secret link never reaches the logs."""

import io
import logging

import pytest
from django.conf import settings
from django.test import Client

from cordee.config.discretion import HIDDEN, DiscreetFormatter

TOKEN = "aZ09_-" * 7 + "k"


def written(message: str, *args: object, error: BaseException | None = None) -> str:
    """Return what a log line becomes."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(DiscreetFormatter("%(levelname)s %(message)s"))
    handler.handle(logging.LogRecord("django.request", logging.ERROR, __file__, 1, message, args, _told(error)))
    return stream.getvalue()


def _told(error: BaseException | None) -> tuple[type[BaseException], BaseException, None] | None:
    return (type(error), error, None) if error else None


@pytest.mark.parametrize("path", [f"/diagnostic/{TOKEN}/resultat/", f"/en/diagnosis/{TOKEN}/", f"?next=/{TOKEN}"])
def test_the_secret_of_a_link_is_hidden(path):
    line = written("Not Found: %s", path)
    assert TOKEN not in line
    assert HIDDEN in line


def test_a_traceback_hides_it_too():
    assert TOKEN not in written("failed", error=ValueError(f"no page at /diagnostic/{TOKEN}/"))


@pytest.mark.parametrize("kept", ["/diagnostic/methode/", "a" * 64, "release 1.0.0", "x" * 42])
def test_the_rest_of_the_line_stays(kept):
    assert kept in written("seen %s", kept)


def test_it_is_the_way_the_site_writes():
    assert settings.LOGGING["formatters"]["line"]["()"].endswith("DiscreetFormatter")


@pytest.mark.django_db
def test_a_wrong_link_is_not_in_the_log(client: Client):
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(DiscreetFormatter("%(message)s"))
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    try:
        client.get(f"/diagnostic/{TOKEN}/resultat/")
    finally:
        logger.removeHandler(handler)
    assert TOKEN not in stream.getvalue()
    assert HIDDEN in stream.getvalue()
