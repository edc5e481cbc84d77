"""The words of the letters: composed for one person, or once for all those of a circle who read the same language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import override

from cordee.apps.campaigns.days import last_day
from cordee.apps.campaigns.links import personal_address
from cordee.apps.campaigns.models import Campaign, Invitee
from cordee.apps.campaigns.queries.preparing import Composition, circle_name, compositions, minutes_of
from cordee.apps.campaigns.regimes import words_of
from cordee.apps.library.queries import pack_of

PARAGRAPH = "\n\n"
BLANK_LINES = re.compile(r"\n\s*\n")
# Signs of no alphabet, which nobody types: where the name and the link of each person will go.
NAME, ADDRESS = "\ue000name\ue001", "\ue000address\ue001"


@dataclass(frozen=True)
class Words:
    """What a letter says."""

    subject: str
    text: str
    html: str

    def completed(self, name: str, address: str) -> Words:
        """Put a name and a link where their places were kept."""
        text = self.text.replace(NAME, name).replace(ADDRESS, address)
        return Words(self.subject, text, self.html.replace(NAME, escape(name)).replace(ADDRESS, escape(address)))


def invitation(campaign: Campaign, invitee: Invitee, composition: Composition, address: str = "") -> Words:
    """Compose the invitation of a person; a preview gives an address of its own, which opens nothing."""
    return composed("invitation", campaign, invitee, composition, address)


class FormLetters:
    """One kind of letter of a campaign: composed once for a circle and a language, then completed for each person.

    A thousand invitations leave in one transaction, which others wait for: drawing each would double its length.
    """

    def __init__(self, kind: str, campaign: Campaign) -> None:
        self._kind, self._campaign = kind, campaign
        self._announced = compositions(campaign)
        self._models: dict[tuple[int, str, bool], Words] = {}

    def to(self, invitee: Invitee) -> Words:
        """Return the letter of a person."""
        key = (invitee.circle_id, invitee.lang, bool(invitee.name))
        if key not in self._models:
            anybody = Invitee(name=NAME if invitee.name else "", lang=invitee.lang)
            composition = self._announced[invitee.circle_id]
            self._models[key] = composed(self._kind, self._campaign, anybody, composition, ADDRESS)
        return self._models[key].completed(invitee.name, personal_address(invitee))


def composed(letter: str, campaign: Campaign, invitee: Invitee, composition: Composition, address: str = "") -> Words:
    with override(invitee.lang):
        context = _context(campaign, invitee, composition, address)
        return Words(
            _subject(letter, campaign),
            _tidy(render_to_string(f"campaigns/letters/{letter}.txt", context)),
            render_to_string(f"campaigns/letters/{letter}.html", context),
        )


def _tidy(text: str) -> str:
    """Keep one blank line where a template leaves several."""
    return f"{BLANK_LINES.sub(PARAGRAPH, text).strip()}\n"


def _subject(letter: str, campaign: Campaign) -> str:
    subjects = {
        "invitation": _("{alliance} : votre regard est attendu"),
        "reminder": _("{alliance} : il est encore temps de répondre"),
        "cancellation": _("{alliance} : le 360° est annulé"),
    }
    return " ".join(subjects[letter].format(alliance=campaign.alliance.name).split("\n"))


def _context(campaign: Campaign, invitee: Invitee, composition: Composition, address: str) -> dict[str, Any]:
    instrument = pack_of(campaign.release).instrument
    return {
        "campaign": campaign,
        "alliance": campaign.alliance,
        "invitee": invitee,
        "lang": invitee.lang,
        "circle": circle_name(composition.circle, invitee.lang),
        "composition": composition,
        "regime": words_of(campaign),
        "minutes": minutes_of(campaign, composition.circle),
        "purpose": instrument.purpose.in_("en" if invitee.lang == "en" else "fr"),
        "last_day": last_day(campaign.closes_at) if campaign.closes_at else None,
        "address": address or personal_address(invitee),
    }
