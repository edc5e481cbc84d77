"""Refuse settings that contradict each other, before a visitor finds out; each refusal says what to change."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.utils.translation import gettext as _

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1", "testserver"})
SHORTEST_KEY = 50


def is_public() -> bool:
    """Tell whether the public address leads to other machines than this one."""
    return urlsplit(settings.PUBLIC_URL).hostname not in LOCAL_HOSTS


@register(Tags.security)
def debug_stays_at_home(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse debug pages, which show the settings, on an address that others can reach."""
    if not (settings.DEBUG and is_public()):
        return []
    return [
        Error(
            _("CORDEE_DEBUG est activé alors que l’adresse publique est %(url)s.") % {"url": settings.PUBLIC_URL},
            hint=_("Les pages de débogage montrent les réglages à tous : retirez CORDEE_DEBUG."),
            id="cordee.E001",
        )
    ]


@register(Tags.security)
def public_site_uses_https(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse to serve answers in clear over the network."""
    if not is_public() or settings.HTTPS:
        return []
    return [
        Error(
            _("L’adresse publique %(url)s est en http : les réponses circuleraient en clair.")
            % {"url": settings.PUBLIC_URL},
            hint=_("Donnez une adresse https:// à CORDEE_PUBLIC_URL."),
            id="cordee.E002",
        )
    ]


@register(Tags.security)
def https_is_seen(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Warn when nothing tells the application that visitors came over https."""
    if not settings.HTTPS or settings.SECURE_PROXY_SSL_HEADER:
        return []
    return [
        Warning(
            _("L’adresse publique est en https, mais aucun relais n’est déclaré."),
            hint=_(
                "Si un relais (nginx, Caddy…) reçoit les visiteurs, mettez CORDEE_BEHIND_PROXY à 1 "
                "et faites-lui envoyer X-Forwarded-Proto."
            ),
            id="cordee.W001",
        )
    ]


@register(Tags.security)
def secret_is_long_enough(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a secret key that could be guessed."""
    if len(settings.SECRET_KEY) >= SHORTEST_KEY:
        return []
    return [
        Error(
            _("CORDEE_SECRET_KEY compte moins de %(least)s caractères.") % {"least": SHORTEST_KEY},
            hint=_("Retirez-la : une clé sûre sera tirée et gardée dans le dossier de données."),
            id="cordee.E003",
        )
    ]


@register(Tags.security)
def data_folder_is_private(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a kept secret that other accounts of the machine can read."""
    file = settings.DATA / "secret-key"
    if not file.exists() or os.name != "posix" or not file.stat().st_mode & 0o077:
        return []
    return [
        Error(
            _("D’autres comptes de cette machine peuvent lire %(file)s.") % {"file": file},
            hint=_("Lancez : chmod 600 %(file)s") % {"file": file},
            id="cordee.E004",
        )
    ]


@register(Tags.database)
def postgresql_has_its_driver(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a PostgreSQL address when the extra that brings its driver and its pool is not installed."""
    asked = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
    if not asked or (find_spec("psycopg") and find_spec("psycopg_pool")):
        return []
    return [
        Error(
            _("DATABASE_URL désigne PostgreSQL, mais son pilote n’est pas installé."),
            hint=_("Installez l’extension : pip install 'cordee[postgres]'."),
            id="cordee.E005",
        )
    ]


@register()
def answers_outlive_sessions(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a retention so short that answers vanish while their session is still open."""
    session_days = settings.SESSION_COOKIE_AGE // 86_400
    if session_days <= settings.VISITOR_RETENTION_DAYS:
        return []
    return [
        Error(
            _("Les réponses seraient effacées après %(kept)s jours, avant la fin d’une session (%(session)s jours).")
            % {"kept": settings.VISITOR_RETENTION_DAYS, "session": session_days},
            hint=_("Donnez au moins %(session)s à CORDEE_VISITOR_RETENTION_DAYS.") % {"session": session_days},
            id="cordee.E006",
        )
    ]


@register()
def operator_can_be_reached(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Warn when a public site names nobody to write to about personal data."""
    if not is_public() or (settings.OPERATOR_NAME and settings.OPERATOR_EMAIL):
        return []
    return [
        Warning(
            _("Ce site est public et n’indique pas à qui écrire au sujet des données."),
            hint=_("Renseignez CORDEE_OPERATOR_NAME et CORDEE_OPERATOR_EMAIL."),
            id="cordee.W002",
        )
    ]


@register()
def letters_can_leave(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Warn when a public site has no mail server: nobody could sign in, no invitation would leave."""
    if not is_public() or settings.MAIL_SERVER:
        return []
    return [
        Warning(
            _("Ce site est public et n’a pas de serveur d’envoi : ses courriels attendent et ne partent pas."),
            hint=_("Donnez son adresse à CORDEE_MAIL_URL, par exemple smtps://utilisateur:motdepasse@hôte."),
            id="cordee.W011",
        )
    ]


@register()
def letters_come_from_somewhere(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse to send letters from an address that exists on no other machine: servers throw them away."""
    if not settings.MAIL_SERVER or not settings.MAIL_FROM.rstrip(">").endswith("@localhost"):
        return []
    if settings.MAIL_SERVER["host"] in LOCAL_HOSTS:
        return []
    return [
        Error(
            _("Un serveur d’envoi est donné, mais les courriels partiraient de %(sender)s.")
            % {"sender": settings.MAIL_FROM},
            hint=_("Donnez à CORDEE_MAIL_FROM une adresse qui existe, que ce serveur accepte."),
            id="cordee.E011",
        )
    ]


@register(Tags.security)
def mail_password_is_protected(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse to send the password of the mail server in clear over the network."""
    server = settings.MAIL_SERVER
    if not server or not server["password"] or server["security"] != "none" or server["host"] in LOCAL_HOSTS:
        return []
    return [
        Error(
            _("Le mot de passe du serveur d’envoi %(host)s circulerait en clair.") % {"host": server["host"]},
            hint=_("Ajoutez ?starttls=1 à CORDEE_MAIL_URL, ou donnez-lui une adresse smtps://."),
            id="cordee.E012",
        )
    ]


@register()
def identity_providers_are_whole(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse an identity provider that lacks what it takes to speak with it: its button would lead nowhere."""
    return [
        Error(
            _("Le fournisseur d’identité « %(name)s » est incomplet.") % {"name": provider["provider_id"]},
            hint=_("Donnez l’adresse de son serveur, l’identifiant et le secret que ce fournisseur vous a remis."),
            id="cordee.E007",
        )
        for provider in settings.IDENTITY_PROVIDERS
        if not (provider["settings"]["server_url"] and provider["client_id"] and provider["secret"])
    ]


@register(Tags.security)
def identity_providers_use_https(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse, on a public site, an identity provider whose answers could be changed on their way."""
    return [
        Error(
            _("Le fournisseur d’identité « %(name)s » est en http.") % {"name": provider["provider_id"]},
            hint=_("Donnez une adresse https:// : ce qu’il dit décide de qui entre."),
            id="cordee.E008",
        )
        for provider in settings.IDENTITY_PROVIDERS
        if is_public() and provider["settings"]["server_url"].startswith("http://")
    ]


@register()
def identity_providers_differ(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse two identity providers under one name: the people of one would enter the accounts of the other."""
    names = [provider["provider_id"] for provider in settings.IDENTITY_PROVIDERS]
    return [
        Error(
            _("Deux fournisseurs d’identité portent le même identifiant : %(name)s.") % {"name": name},
            hint=_("Donnez à chacun le sien dans CORDEE_OIDC_PROVIDERS."),
            id="cordee.E009",
        )
        for name in sorted({name for name in names if names.count(name) > 1})
    ]
