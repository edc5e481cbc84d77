"""Where a written frame stands with those who must sign it: draft, awaiting k of n, signed, changed since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cordee.core.written_frame import FramePart


class SigningState(StrEnum):
    """Where a frame stands."""

    DRAFT = "draft"
    AWAITING = "awaiting"
    SIGNED = "signed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FrozenVersion:
    """A version of a frame: its number from 1, the hash of its document."""

    number: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PartnerSignature:
    """A partner signed the document whose hash it is."""

    partner: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signed the latest version and who is awaited, in the order of the partners.

    `changed` are the parts that differ from that version since; `again` are those whose signature will have to be
    asked again when the change is frozen in the next version.
    """

    state: SigningState
    version: int = 0
    signed: tuple[str, ...] = ()
    awaited: tuple[str, ...] = ()
    changed: tuple[FramePart, ...] = ()
    again: tuple[str, ...] = ()

    @property
    def asked(self) -> int:
        """Return how many signatures the version needs."""
        return len(self.signed) + len(self.awaited)

    @property
    def next_version(self) -> int:
        """Return the number of the version that would come next."""
        return self.version + 1


def sign_off(
    partners: Sequence[str],
    latest: FrozenVersion | None,
    signatures: Iterable[PartnerSignature],
    changed: Sequence[FramePart] = (),
) -> SignOff:
    """Tell where a frame stands.

    Meaning: a signature counts when its hash is that of the latest version; one on an earlier version, or on another
    document, counts for nothing here. `partners` are those that take part today: who left is no longer awaited, who
    came is. Nothing frozen yet is a draft; a difference since the latest version is said before anything else.

    >>> first = FrozenVersion(1, "aa")
    >>> one = sign_off(["ruche", "val"], first, [PartnerSignature("val", "aa"), PartnerSignature("ruche", "00")])
    >>> one.state.value, one.signed, one.awaited
    ('awaiting', ('val',), ('ruche',))
    >>> sign_off(["ruche", "val"], first, [PartnerSignature("val", "aa")], [FramePart.MEANS]).again
    ('val',)
    """
    if latest is None:
        return SignOff(SigningState.DRAFT, awaited=tuple(partners))
    hands = {one.partner for one in signatures if one.sha256 == latest.sha256}
    signed = tuple(partner for partner in partners if partner in hands)
    awaited = tuple(partner for partner in partners if partner not in hands)
    if changed:
        return SignOff(SigningState.CHANGED, latest.number, signed, awaited, tuple(changed), again=signed)
    state = SigningState.AWAITING if awaited or not signed else SigningState.SIGNED
    return SignOff(state, latest.number, signed, awaited)
