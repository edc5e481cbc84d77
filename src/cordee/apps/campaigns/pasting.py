"""People pasted on the page of invitations: what was read, what is refused and why, and what is left to mend."""

from __future__ import annotations

from dataclasses import dataclass

from cordee.apps.campaigns.models import Campaign, CampaignCircle
from cordee.apps.campaigns.operations.inviting import Person
from cordee.apps.organisations.models import Partner
from cordee.core.packs.text import Lang
from cordee.core.pasted import Record, records_of
from cordee.core.roster import MOST_PEOPLE, Known, Roster, read_roster
from cordee.core.roster import Person as ReadPerson
from cordee.core.roster_columns import COLUMNS, header_of

UNKNOWN_ORGANISATION = "unknown-organisation"


@dataclass(frozen=True)
class Pasted:
    """A text that was pasted, as it was read: people who can be invited, and the lines that cannot be read."""

    text: str
    roster: Roster
    people: list[Person]

    def faults_in(self, lang: Lang) -> list[str]:
        """Say every fault, line by line."""
        return [fault.in_(lang) for fault in self.roster.faults]

    def notices_in(self, lang: Lang) -> list[str]:
        """Say what is worth knowing of the lines that were read."""
        return [notice.in_(lang) for notice in self.roster.notices]

    @property
    def left(self) -> str:
        """The refused lines under their header, as they were pasted: what remains on the page, to be mended there."""
        lines = [refused.text for refused in self.roster.refused]
        header = [self.records[0].text] if lines and self.roster.header else []
        return "\n".join([*header, *lines])

    @property
    def unknown_organisations(self) -> list[str]:
        """The names of the organisations that are not partners yet, each once, as they were written."""
        lines = {fault.line for fault in self.roster.faults if fault.id == UNKNOWN_ORGANISATION}
        columns = header_of(self.records[0].cells) if lines and self.roster.header else COLUMNS
        place = list(columns or COLUMNS).index("organisation")
        return list(dict.fromkeys(record.cells[place] for record in self.records if record.line in lines))

    @property
    def records(self) -> tuple[Record, ...]:
        """The records of the text, as the roster read them: its header first, where it has one."""
        return records_of(self.text, 1 + MOST_PEOPLE).records


def read_pasted(campaign: Campaign, text: str, lang: Lang) -> Pasted:
    """Read pasted people against the circles and the partners of a campaign; `lang` is for those who say none."""
    circles = {circle.circle: circle for circle in campaign.circles.order_by("position", "pk")}
    partners = {str(partner.public): partner for partner in partners_of(campaign)}
    roster = read_roster(
        text,
        [Known(public, (partner.organisation.name,)) for public, partner in partners.items()],
        [Known(one.circle, (one.name_fr, one.name_en)) for one in circles.values()],
        list(campaign.invitees.exclude(email="").values_list("email", "circle__circle")),
    )
    return Pasted(text, roster, [_person(one, circles, partners, lang) for one in roster.people])


def _person(read: ReadPerson, circles: dict[str, CampaignCircle], partners: dict[str, Partner], lang: Lang) -> Person:
    """Turn a line that was read into someone to invite."""
    return Person(read.name, read.email, circles[read.circle], partners[read.organisation], read.language or lang)


def partners_of(campaign: Campaign) -> list[Partner]:
    """Return the partners of the alliance that have not left it, by name."""
    rows = campaign.alliance.partners.filter(left_on=None).select_related("organisation")
    return list(rows.order_by("organisation__name", "pk"))
