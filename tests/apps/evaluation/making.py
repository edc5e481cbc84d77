"""An evaluation for tests: of an alliance, on the reference pack, with partners that have people."""

from __future__ import annotations

from tests.apps.diagnosis.conftest import reference_pack, stored

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.models import Evaluation
from cordee.apps.evaluation.operations import begin
from cordee.apps.library.queries import REFERENCE_PACK, current_release
from cordee.apps.organisations.models import Alliance, AllianceRole, Organisation, Partner, RoleKind


def evaluation_of(alliance: Alliance, by: Account | None = None, title: str = "Bilan des trois ans") -> Evaluation:
    """Begin an evaluation, once the reference pack is stored."""
    if current_release(REFERENCE_PACK) is None:
        stored(reference_pack())
    return begin(alliance, by, title)


def partner_with_person(alliance: Alliance, name: str, kind: str = RoleKind.MEMBER) -> tuple[Partner, Account]:
    """Add a partner to an alliance, and somebody who speaks for it."""
    partner = Partner.objects.create(alliance=alliance, organisation=Organisation.objects.create(name=name))
    address = f"{name.casefold().replace(' ', '-')}-{alliance.pk}@example.org"
    account = Account.objects.create_user(address, name=name)
    AllianceRole.objects.create(alliance=alliance, account=account, kind=kind, partner=partner)
    return partner, account
