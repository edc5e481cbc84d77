"""The words for what is read of an indicator, the same on the page and in the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cordee.apps.evaluation.indicators.bridge import Reading
from cordee.apps.evaluation.models import Sureness
from cordee.apps.library.addresses import language
from cordee.charts.numbers import format_number, format_tick
from cordee.core.horizon import Gap, Horizon
from cordee.core.progress import Apart

HORIZONS: Mapping[Horizon, Any] = {
    Horizon.TOO_EARLY: gettext_lazy("Trop tôt"),
    Horizon.DUE: gettext_lazy("À regarder"),
    Horizon.LATE: gettext_lazy("En retard"),
}
GAPS: Mapping[Gap, Any] = {
    Gap.NO_SOURCE: gettext_lazy("sans source"),
    Gap.NO_OWNER: gettext_lazy("sans responsable"),
    Gap.NO_NEXT: gettext_lazy("sans prochaine date"),
    Gap.NO_VALUE: gettext_lazy("pas encore relevé"),
    Gap.STALE: gettext_lazy("relevé dépassé"),
}


def figure(value: float | None) -> str:
    """Write a figure with the decimals it needs."""
    return "–" if value is None else format_tick(value, language())


def share(value: float | None) -> str:
    """Write a share as a percentage."""
    return "" if value is None else format_number(100 * value, language(), 0, unit="%")


def horizon_words(horizon: Horizon | None) -> str:
    """Say where an indicator stands on its clock."""
    return _("Début de l’alliance inconnu") if horizon is None else str(HORIZONS[horizon])


def sureness_words(confidence: str) -> str:
    """Say what stands behind a figure: one word looked up, where a form would translate every choice."""
    return str(Sureness(confidence).label)


def gap_words(gap: Gap) -> str:
    """Say what makes an indicator empty."""
    return str(GAPS[gap])


def empty_words(reading: Reading) -> str:
    """Say why an indicator is empty; nothing when it is not."""
    return ", ".join(gap_words(gap) for gap in reading.gaps)


def progress_words(reading: Reading) -> str:
    """Say how far an indicator went, or why this is not known; it is never a zero by default."""
    if reading.gaps:
        return _("Vide : %(why)s") % {"why": empty_words(reading)}
    if reading.has_no_way:
        return _("Non défini : la cible est égale au départ")
    if reading.progress is None:
        return _("Non défini : il manque le départ ou la cible")
    return share(reading.progress)


def apart_words(apart: Apart) -> str:
    """Say why two figures are not compared."""
    return {
        Apart.NO_VALUE: _("Pas de valeur à l’une des deux dates"),
        Apart.UNIT: _("Les unités diffèrent"),
        Apart.GROUP: _("Les groupes diffèrent"),
    }[apart]


def sentence(readings: list[Reading]) -> str:
    """Say in one sentence, true of the data, where the indicators stand."""
    if not readings:
        return _("Pas encore d’indicateur.")
    full = sum(not one.gaps for one in readings)
    said = ngettext("%(count)s indicateur", "%(count)s indicateurs", len(readings)) % {"count": len(readings)}
    read = ngettext("%(count)s se lit aujourd’hui", "%(count)s se lisent aujourd’hui", full) % {"count": full}
    late = sum(one.horizon is Horizon.LATE for one in readings)
    behind = ngettext("%(count)s en retard", "%(count)s en retard", late) % {"count": late}
    return _("%(said)s : %(read)s, %(behind)s.") % {"said": said, "read": read, "behind": behind}


def stands(reading: Reading) -> str:
    """Say in one sentence, true of the data, where an indicator stands; what is empty says no figure."""
    last = reading.last
    if last is None:
        return _("Pas encore de valeur, en %(unit)s.") % {"unit": reading.row.unit}
    said = {"value": figure(last.value), "unit": reading.row.unit, "day": date_format(last.on)}
    if reading.progress is None:
        return _("%(value)s %(unit)s, relevé le %(day)s.") % said
    words = _("%(value)s %(unit)s, relevé le %(day)s : %(share)s du chemin entre le départ et la cible.")
    return words % {**said, "share": share(reading.progress)}
