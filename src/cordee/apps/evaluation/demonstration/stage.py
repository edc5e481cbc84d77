"""Where an invented evaluation is played: its evaluation, who speaks for each partner, the day, what is on file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.demonstration.told import Months, PieceTold, Typed
from cordee.apps.evaluation.models import Effect, Evaluation
from cordee.apps.evidence.models import Evidence
from cordee.apps.organisations.models import Partner
from cordee.core.horizon import months_after

PICTURES = Path(__file__).parent / "pictures"
FormKind = TypeVar("FormKind", bound=forms.Form)


class NotTypable(ValueError):
    """What is told would be refused by the form of its page."""


@dataclass
class Stage:
    """An evaluation and its people; `leader` runs the alliance, `voices` speak each for a partner, by key."""

    leader: OpenedEvaluation
    voices: Mapping[str, OpenedEvaluation]
    today: date
    pieces: dict[str, Evidence] = field(default_factory=dict)
    effects: dict[str, Effect] = field(default_factory=dict)

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation."""
        return self.leader.evaluation

    @property
    def account(self) -> Account:
        """Who runs the alliance."""
        return self.leader.account

    def partner(self, key: str) -> Partner:
        """Return the partner behind a key."""
        partner = self.voices[key].partner
        if partner is None:
            raise KeyError(key)
        return partner

    def public(self, key: str) -> str:
        """Return the public identifier of a partner, as a form carries it; nothing for nobody in particular."""
        return str(self.partner(key).public) if key else ""

    def day(self, months: int) -> date:
        """Return the day that is so many months away."""
        return months_after(self.today, months)

    def typed(self, told: Typed) -> dict[str, Any]:
        """Return what is told with its days written as a form reads them, at the version that a new row has."""
        dated = {
            name: self.day(value.away).isoformat() if isinstance(value, Months) else value
            for name, value in told.items()
        }
        return {"version": "1", **dated}


def accepted(form: FormKind) -> FormKind:
    """Return a form that its page would take; raise NotTypable with what it would say otherwise."""
    if not form.is_valid():
        raise NotTypable(f"{type(form).__name__}: {form.errors.as_json()} in {dict(form.data)}")
    return form


def upload_of(piece: PieceTold) -> SimpleUploadedFile:
    """Return a piece as a browser sends it."""
    content = piece.text.encode() if piece.text else (PICTURES / piece.file).read_bytes()
    return SimpleUploadedFile(piece.file, content)
