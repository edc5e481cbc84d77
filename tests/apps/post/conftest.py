"""A letter, and a mail server to give it to."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.apps.post.mail_server import MailServer, running

from cordee.apps.post.models import Letter
from cordee.apps.post.operations import write


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    """A server that takes everything, named by the settings."""
    with running() as state:
        settings.MAIL_SERVER = state.settings
        settings.LETTERS_STAY_HERE = False
        yield state


@pytest.fixture
def letter_of() -> Callable[..., Letter]:
    """Write a letter, with some parts changed."""

    def written(key: str = "test:1", **parts: Any) -> Letter:
        words = {"subject": "Une date à retenir", "text": "Bonjour,\n", "html": "<p>Bonjour,</p>", "lang": "fr"}
        return write(key, **{"to": "ada@example.org", **words, **parts})

    return written


@pytest.fixture
def letter(db: None, letter_of: Callable[..., Letter]) -> Letter:
    """A letter that waits."""
    return letter_of()
