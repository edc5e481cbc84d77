"""Days in the words of the reader: when something is due, and how far that is."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

WEEKS_FROM, MONTHS_FROM = 14, 60
DAYS_A_MONTH = 30.44


def written_day(day: date) -> str:
    """Write a day in full, the same way in both languages: « 30 novembre 2026 », “30 November 2026”."""
    return date_format(day, "j F Y")


def due_words(due: date, today: date) -> str:
    """Say how far a day is: « dans 5 jours », « aujourd’hui », « en retard de 3 jours »."""
    away = (due - today).days
    if away == 0:
        return _("aujourd’hui")
    if away == 1:
        return _("demain")
    return ahead(away) if away > 0 else behind(-away)


def ahead(days: int) -> str:
    """Say how far a day to come is, in days, weeks or months."""
    if days < WEEKS_FROM:
        return ngettext("dans %(count)s jour", "dans %(count)s jours", days) % {"count": days}
    if days < MONTHS_FROM:
        return ngettext("dans %(count)s semaine", "dans %(count)s semaines", days // 7) % {"count": days // 7}
    months = round(days / DAYS_A_MONTH)
    return ngettext("dans %(count)s mois", "dans %(count)s mois", months) % {"count": months}


def behind(days: int) -> str:
    """Say how late something is, in days, weeks or months."""
    if days < WEEKS_FROM:
        return ngettext("en retard de %(count)s jour", "en retard de %(count)s jours", days) % {"count": days}
    if days < MONTHS_FROM:
        weeks = days // 7
        return ngettext("en retard de %(count)s semaine", "en retard de %(count)s semaines", weeks) % {"count": weeks}
    months = round(days / DAYS_A_MONTH)
    return ngettext("en retard de %(count)s mois", "en retard de %(count)s mois", months) % {"count": months}
