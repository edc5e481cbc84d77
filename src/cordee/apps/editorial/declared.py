"""The sentences of a prose page that the settings decide: who runs the site, how long answers are kept…"""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

DECLARED = [
    ("operator", _("Qui exploite ce site, et comment le joindre")),
    ("host", _("Qui héberge ce site")),
    ("source", _("Où obtenir le code source")),
    ("retention", _("Combien de temps les réponses sont gardées")),
    ("session", _("Le cookie de la session et sa durée")),
    ("learning", _("Ce qui est gardé des parcours, et combien de temps")),
]


def declared(name: str) -> str:
    """Return a sentence as safe HTML, in the language on screen."""
    return str(render_to_string("editorial/declared.html", {"name": name, **values()}))


def values() -> dict[str, str | int]:
    """Return what the sentences are made with."""
    return {
        "operator_name": settings.OPERATOR_NAME,
        "operator_email": settings.OPERATOR_EMAIL,
        "host_name": settings.HOST_NAME,
        "source_url": settings.SOURCE_URL,
        "retention_days": settings.VISITOR_RETENTION_DAYS,
        "learning_days": settings.LEARNING_DEVICE_DAYS,
        "session_days": settings.SESSION_COOKIE_AGE // 86_400,
    }
