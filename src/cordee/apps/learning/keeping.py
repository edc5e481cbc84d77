"""Where the progress of whoever asks is kept: in their account when they have signed in, else on their device."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.learning import device, operations, queries
from cordee.apps.learning.progress import Done, Key, Progress, Score, joined


@dataclass
class Keeper:
    """Reads and writes the progress of one request; `finish` gives the device what changed."""

    request: HttpRequest
    changed: dict[Key, Done] | None = field(default=None)

    @cached_property
    def account(self) -> Account | None:
        """The account that keeps it; None when the device does."""
        user = self.request.user
        return user if isinstance(user, Account) else None

    @property
    def progress(self) -> Progress:
        """The steps that are done."""
        if self.account:
            return queries.progress_of(self.account)
        return device.progress_in(self.request) if self.changed is None else self.changed

    def text(self, key: Key) -> str:
        """What was written in a step."""
        if self.account:
            return queries.text_of(self.account, key)
        return device.texts_in(self.request).get(key, "")

    def note_done(self, key: Key, score: Score | None = None) -> None:
        """Note that a step is done, now."""
        done = Done(timezone.now(), score)
        if self.account:
            operations.note_done(self.account, key, done)
        else:
            self.changed = joined(self.progress, {key: done})

    def keep_text(self, key: Key, text: str) -> None:
        """Keep what was written in a step."""
        if self.account:
            operations.keep_text(self.account, key, text)
        else:
            device.keep_text(self.request, key, text)

    def erase(self) -> None:
        """Forget progress and texts."""
        if self.account:
            operations.erase(self.account)
        device.forget_texts(self.request)
        self.changed = {}

    def finish(self, response: HttpResponse) -> HttpResponse:
        """Give the device what changed. Once signed in, the account knows it all and the device keeps nothing."""
        if self.account or self.changed == {}:
            if device.COOKIE in self.request.COOKIES:
                device.forget(response)
        elif self.changed is not None:
            device.write(response, self.changed)
        return response
