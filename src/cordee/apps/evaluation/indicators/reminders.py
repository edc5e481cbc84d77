"""Reminders to who takes a value: a week before its day, on its day, a week after; each once, none once it is taken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import override

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.models import Indicator
from cordee.apps.organisations.models import AllianceRole, RoleKind
from cordee.apps.plans.days import due_words, written_day
from cordee.apps.plans.reminders import moment_of
from cordee.apps.post.operations import BadLetter, write
from cordee.apps.post.rendering import rendered


def remind(indicators: Iterable[Indicator], today: date) -> int:
    """Write the reminders that leave today; return how many indicators called for one. Running it again adds none."""
    return sum(_remind(row, row.next_on, today) for row in indicators if row.next_on and not is_taken(row))


def is_taken(indicator: Indicator) -> bool:
    """Tell whether the value was taken on its day or since; the row comes from `queries.to_remind`."""
    last, due = getattr(indicator, "last_on", None), indicator.next_on
    return last is not None and due is not None and last >= due


def _remind(indicator: Indicator, due: date, today: date) -> bool:
    moment = moment_of(due, today)
    if moment is None:
        return False
    alliance = indicator.evaluation.alliance
    accounts = Account.objects.filter(email__iexact=indicator.owner_email)
    lang = accounts.values_list("lang", flat=True).first() or settings.LANGUAGE_CODE
    with override(lang):
        subject = _("Une valeur à relever : %(name)s") % {"name": indicator.name}
        address = reverse("evaluation:indicators-value", args=[indicator.evaluation.public, indicator.public])
        context = {
            "subject": subject,
            "indicator": indicator,
            "alliance": alliance,
            "day": written_day(due),
            "due": due_words(due, today),
            "address": settings.PUBLIC_URL + address,
        }
    text, html = rendered("evaluation/indicators/letters/reminder", lang, context)
    owner = salted_hmac("cordee.indicators.owner", indicator.owner_email.lower()).hexdigest()[:12]
    roles = AllianceRole.objects.filter(alliance=alliance, kind=RoleKind.FACILITATOR).order_by("since", "pk")
    reply_to = roles.values_list("account__email", flat=True).first() or ""
    key = f"indicators:{indicator.public}:{due}:{moment}:{owner}"
    try:
        write(key, to=indicator.owner_email, subject=subject, text=text, html=html, lang=lang, reply_to=reply_to)
    except BadLetter:
        return False
    return True
