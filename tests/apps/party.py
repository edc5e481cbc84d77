"""An alliance with one person in each role, a stranger, and a browser for each of them."""

from dataclasses import dataclass

from django.test import Client

from cordee.apps.accounts.models import Account
from cordee.apps.organisations.models import Alliance, AllianceRole, Organisation, Partner, RoleKind

WHO = ("facilitator", "member", "observer", "stranger", "anonymous")


@dataclass(frozen=True)
class Party:
    """An alliance and the people around it."""

    alliance: Alliance
    partner: Partner
    facilitator: Account
    member: Account
    observer: Account
    stranger: Account

    def client(self, who: str, **options: bool) -> Client:
        """Return the browser of someone: one of WHO."""
        client = Client(**options)  # type: ignore[arg-type]
        if who != "anonymous":
            client.force_login(getattr(self, who))
        return client


def new_party(name: str = "Les semeurs") -> Party:
    """Make an alliance with its people; the stranger runs another one."""
    people = {who: account(f"{who}-{Account.objects.count()}@example.org", who) for who in WHO[:4]}
    alliance, elsewhere = Alliance.objects.create(name=name), Alliance.objects.create(name="Une autre")
    for kind in RoleKind:
        AllianceRole.objects.create(alliance=alliance, account=people[kind.value], kind=kind)
    AllianceRole.objects.create(alliance=elsewhere, account=people["stranger"], kind=RoleKind.FACILITATOR)
    partner = Partner.objects.create(alliance=alliance, organisation=Organisation.objects.create(name="La Ruche"))
    return Party(alliance, partner, **people)


def account(email: str, name: str) -> Account:
    """Make an account."""
    return Account.objects.create_user(email, name=name.capitalize())
