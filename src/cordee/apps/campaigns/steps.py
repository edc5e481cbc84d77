"""The steps of a preparation: what each is about, whether it is done, what it says so far, and which comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cordee.apps.campaigns.access import Opened
from cordee.apps.campaigns.days import last_day
from cordee.apps.campaigns.models import Campaign, Regime
from cordee.apps.campaigns.queries.preparing import Lack, lacks_of
from cordee.apps.diagnosis.language import language
from cordee.apps.library.queries import pack_of

BLOCKED_BY = {
    "circles": {Lack.NO_CIRCLE},
    "people": {Lack.NOBODY},
    "days": {Lack.NO_LAST_DAY, Lack.LAST_DAY_PAST, Lack.CLOSES_BEFORE_OPENING, Lack.OPENS_TOO_SOON},
    "words": {Lack.NO_CONTACT},
}


@dataclass(frozen=True)
class Step:
    """One step: its name, where it is, what was chosen there, and whether something lacks."""

    key: str
    label: str
    url: str
    summary: str
    is_done: bool
    is_current: bool


def steps_of(opened: Opened, current: str = "") -> list[Step]:
    """Return the steps of a draft, in order."""
    campaign = opened.campaign
    lacking = set(lacks_of(campaign, timezone.now()))
    return [
        Step(key, label, opened.url(key), summary(campaign), not BLOCKED_BY.get(key, set()) & lacking, key == current)
        for key, label, summary in _steps()
    ]


def _steps() -> list[tuple[str, str, Callable[[Campaign], str]]]:
    return [
        ("title", _("Titre et forme"), _title),
        ("circles", _("Cercles"), _circles),
        ("people", _("Personnes"), _people),
        ("regime", _("Confidentialité"), _regime),
        ("days", _("Dates"), _days),
        ("words", _("Votre mot"), _words),
    ]


def around(opened: Opened, current: str) -> dict[str, Any]:
    """Return what every step shows around its form."""
    steps = steps_of(opened, current)
    return {
        "campaign": opened.campaign,
        "steps": steps,
        "position": next(number for number, step in enumerate(steps, 1) if step.is_current),
        "overview_url": opened.url("campaign"),
    }


def next_url(opened: Opened, current: str) -> str:
    """Return where to go once a step is saved: the next one, or the overview after the last."""
    keys = [key for key, _label, _summary in _steps()]
    following = keys[keys.index(current) + 1 :]
    return opened.url(following[0] if following else "campaign")


def lack_words(lack: Lack) -> str:
    """Say what lacks."""
    return {
        Lack.NO_CIRCLE: _("Choisissez au moins un cercle."),
        Lack.NOBODY: _("Invitez au moins une personne, ou ouvrez le lien d’un cercle."),
        Lack.NO_LAST_DAY: _("Choisissez le dernier jour pour répondre."),
        Lack.LAST_DAY_PAST: _("Le dernier jour est passé : choisissez-en un autre."),
        Lack.CLOSES_BEFORE_OPENING: _("Le dernier jour vient avant l’ouverture : changez l’un des deux."),
        Lack.OPENS_TOO_SOON: _("L’ouverture est trop proche de la clôture précédente : laissez 30 jours."),
        Lack.NO_CONTACT: _("Dites qui invite, et à qui poser une question."),
    }[lack]


def _title(campaign: Campaign) -> str:
    form = pack_of(campaign.release).instrument.form(campaign.form)
    name = form.name.in_(language(get_language()))
    return _("{title}, {form}, environ {minutes} min").format(title=campaign.title, form=name, minutes=form.minutes)


def _circles(campaign: Campaign) -> str:
    names = [
        circle.name_en if language(get_language()) == "en" else circle.name_fr
        for circle in campaign.circles.order_by("position", "pk")
    ]
    return ", ".join(names)


def _people(campaign: Campaign) -> str:
    count = campaign.invitees.count()
    without = campaign.invitees.filter(email="").count()
    people = ngettext("{count} personne", "{count} personnes", count).format(count=count)
    paper = ngettext("dont {count} sans courriel", "dont {count} sans courriel", without).format(count=without)
    return f"{people}, {paper}" if without else people


def _regime(campaign: Campaign) -> str:
    return str(Regime(campaign.regime).label)


def _days(campaign: Campaign) -> str:
    if campaign.closes_at is None:
        return _("pas encore choisies")
    until = date_format(last_day(campaign.closes_at), "DATE_FORMAT")
    if campaign.opens_at is None:
        return _("du lancement au {until}").format(until=until)
    since = date_format(timezone.localtime(campaign.opens_at), "DATE_FORMAT")
    return _("du {since} au {until}").format(since=since, until=until)


def _words(campaign: Campaign) -> str:
    written = _("un mot écrit") if campaign.message else _("sans mot particulier")
    return f"{written}, {campaign.contact_name}" if campaign.contact_name else written
