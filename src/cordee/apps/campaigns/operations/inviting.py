"""The verbs of invitations: add people, take them off a draft, send a link again, replace it, open a circle's link."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from cordee.apps.campaigns import letters
from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee
from cordee.apps.campaigns.operations.drafting import drafting, gathering, locked
from cordee.apps.campaigns.permissions import State, may_act_live
from cordee.apps.campaigns.tokens import derived_token
from cordee.apps.diagnosis.tokens import fingerprint
from cordee.apps.organisations.models import Alliance, Organisation, Partner


@dataclass(frozen=True)
class Person:
    """Someone to invite: in which circle, for which partner, in which language; no address answers on paper."""

    name: str
    email: str
    circle: CampaignCircle
    partner: Partner
    lang: str


@dataclass
class Invited:
    """What became of a list of people: those added, and those who were already invited in that circle."""

    added: list[Person] = field(default_factory=list)
    already: list[Person] = field(default_factory=list)


def invitee_row(
    campaign: Campaign, circle: CampaignCircle, partner_id: int, name: str, email: str, lang: str, position: int
) -> Invitee:
    """Make the row of an invitation with its link, not yet in the database."""
    public = uuid.uuid4()
    return Invitee(
        public=public,
        campaign=campaign,
        circle=circle,
        partner_id=partner_id,
        name=name,
        email=email.lower(),
        lang=lang,
        token_sha256=fingerprint(derived_token("invitee", public, 1)),
        position=position,
    )


def invite(campaign: Campaign, people: Sequence[Person]) -> Invited:
    """Invite people, each once in a circle; if the campaign is open their letters leave at once."""
    with gathering(campaign) as row:
        outcome = Invited()
        taken = set(row.invitees.exclude(email="").values_list("circle_id", "email"))
        position = int(row.invitees.aggregate(last=Max("position"))["last"] or 0)
        rows = []
        for person in people:
            place = (person.circle.pk, person.email.lower())
            if person.email and place in taken:
                outcome.already.append(person)
                continue
            taken.add(place)
            position += 1
            outcome.added.append(person)
            rows.append(
                invitee_row(row, person.circle, person.partner.pk, person.name, person.email, person.lang, position)
            )
        Invitee.objects.bulk_create(rows)
        if row.state(timezone.now()) is State.OPEN:
            letters.write_invitations(row, [one.public for one in rows])
        return outcome


def uninvite(invitee: Invitee) -> None:
    """Take someone off a draft; once launched nobody is taken off, since circles were announced with them."""
    with drafting(invitee.campaign) as draft:
        draft.invitees.filter(pk=invitee.pk).delete()


@transaction.atomic
def add_partners(alliance: Alliance, names: Sequence[str]) -> list[Partner]:
    """Add organisations as partners of an alliance, by name; those already there are left as they are."""
    Alliance.objects.select_for_update().get(pk=alliance.pk)
    known = {partner.organisation.name.casefold() for partner in alliance.partners.select_related("organisation")}
    added = []
    for name in dict.fromkeys(names):
        if name.casefold() not in known:
            known.add(name.casefold())
            organisation = Organisation.objects.create(name=name)
            added.append(Partner.objects.create(alliance=alliance, organisation=organisation))
    return added


def send_again(invitee: Invitee) -> bool:
    """Send the same link once more, at most once a day; tell whether a letter was written."""
    with locked(invitee.campaign, may_act_live) as campaign:
        return letters.write_again(campaign, invitee, timezone.localdate())


def replace_link(invitee: Invitee, generation: int) -> bool:
    """Give a new link, and close the former one. `generation` is the link seen on the page: a second click does
    nothing. Answers already given stay behind the new link. The new link goes by letter if the campaign is open."""
    with locked(invitee.campaign, may_act_live) as campaign:
        replaced = Invitee.objects.filter(pk=invitee.pk, link_generation=generation).update(
            link_generation=F("link_generation") + 1,
            token_sha256=fingerprint(derived_token("invitee", invitee.public, generation + 1)),
        )
        if not replaced:
            return False
        letters.withdraw_invitation(campaign, invitee)
        if campaign.state(timezone.now()) is State.OPEN:
            letters.write_invitations(campaign, [invitee.public])
        return True


def set_circle_link(circle: CampaignCircle, *, is_open: bool) -> None:
    """Open or close the link without name of a circle; opened again, it is the same one."""
    with gathering(circle.campaign):
        row = CampaignCircle.objects.select_for_update().get(pk=circle.pk)
        row.open_link = is_open
        token = derived_token("circle", row.public, row.link_generation)
        row.token_sha256 = fingerprint(token) if is_open else None
        row.save(update_fields=["open_link", "token_sha256"])


def replace_circle_link(circle: CampaignCircle, generation: int) -> bool:
    """Give an open circle a new link and close the former; a second click does nothing."""
    with gathering(circle.campaign):
        replaced = CampaignCircle.objects.filter(pk=circle.pk, link_generation=generation, open_link=True).update(
            link_generation=F("link_generation") + 1,
            token_sha256=fingerprint(derived_token("circle", circle.public, generation + 1)),
        )
        return bool(replaced)
