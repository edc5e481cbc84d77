"""What the tests of the workshop begin with: a published pack, two editors, a draft, and browsers for each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.test import Client
from django.utils import timezone
from tests.core.alliance import reference_pack

from cordee.apps.accounts.models import Account
from cordee.apps.library.models import PackRelease
from cordee.apps.workshop.drafts import operations
from cordee.apps.workshop.drafts.bridge import document_of
from cordee.apps.workshop.drafts.queries import latest_of
from cordee.apps.workshop.entries.outline import Spot, spot_at
from cordee.apps.workshop.models import Draft, EditorRole
from cordee.apps.workshop.team.operations import grant
from cordee.core.packs.release import Release, release_of

FIRST = "1.0.0"
TOOL = "tools/0"


@cache
def first_release() -> Release:
    """A first release, with the content of the reference pack as it stands: an older one would fail some checks."""
    pack = reference_pack()
    return release_of(pack.model_copy(update={"card": pack.card.model_copy(update={"version": FIRST})}))


def published() -> PackRelease:
    """Put the first release in the store, unless it is there."""
    release = first_release()
    row, _new = PackRelease.objects.get_or_create(
        pack=release.pack.card.id,
        version=release.version,
        defaults={"sha256": release.sha256, "document": release.document, "loaded_at": timezone.now()},
    )
    return row


def account(name: str, lang: str = "fr") -> Account:
    """Make an account."""
    return Account.objects.create_user(f"{name}@example.org", name=name.capitalize(), lang=lang)


@dataclass(frozen=True)
class Team:
    """The people around a workshop: a writer, two publishers, a reader."""

    writer: Account
    publisher: Account
    second: Account
    reader: Account

    def client(self, who: str, **options: Any) -> Client:
        """Return the browser of somebody."""
        client = Client(**options)
        if who != "anonymous":
            client.force_login(getattr(self, who))
        return client


def team() -> Team:
    """Make the team."""
    made = Team(*(account(name) for name in ("writer", "publisher", "second", "reader")))
    grant(made.publisher, EditorRole.PUBLISHER)
    grant(made.second, EditorRole.PUBLISHER)
    grant(made.writer, EditorRole.WRITER)
    return made


def draft(by: Account, title: str = "Outils du printemps") -> Draft:
    """Begin a draft from the first release."""
    return operations.begin(published(), title, by)


def document(draft: Draft) -> dict[str, Any]:
    """Return the document of a draft as it is now."""
    return document_of(latest_of(draft))


def spot(shown: str = TOOL) -> Spot:
    """Return an entry by its address."""
    return spot_at(shown)


def renaming(words: str) -> Any:
    """Return what renames an entry in French."""
    return lambda entry: {**entry, "name": {**entry["name"], "fr": words}}


def rename(draft: Draft, by: Account, words: str, shown: str = TOOL, seen: int | None = None) -> Any:
    """Rename an entry in French, as read at a revision, the latest by default."""
    number = latest_of(draft).number if seen is None else seen
    return operations.save_entry(draft, by, spot(shown), renaming(words), number)
