"""The identity providers that the environment names: OpenID Connect servers, ProConnect among them."""

from __future__ import annotations

import re
from typing import Any

from cordee.config.environment import BadSetting, Environment, is_web_origin

IDENTIFIER = re.compile(r"[a-z][a-z0-9-]*")
PROCONNECT = "proconnect"
PROCONNECT_SCOPE = ("openid", "given_name", "usual_name", "email", "siret")


def identity_providers(env: Environment) -> list[dict[str, Any]]:
    """Return the providers to offer at the door, as django-allauth describes them."""
    named = env.words("CORDEE_OIDC_PROVIDERS")
    return [*proconnect(env), *(generic(env, identifier) for identifier in named)]


def proconnect(env: Environment) -> list[dict[str, Any]]:
    """Return ProConnect, when its server is given."""
    server = server_address(env, "CORDEE_PROCONNECT_SERVER")
    client_id = env.text("CORDEE_PROCONNECT_CLIENT_ID", default="")
    secret = env.text("CORDEE_PROCONNECT_CLIENT_SECRET", default="")
    level = env.one_of("CORDEE_PROCONNECT_ACR", default="EIDAS1", allowed=("EIDAS1", "EIDAS2", "EIDAS3")).lower()
    if not (server or client_id or secret):
        return []
    settings = {
        "server_url": server,
        "scope": list(PROCONNECT_SCOPE),
        "auth_params": {"acr_values": level},
        "token_auth_method": "client_secret_post",
        "signed_userinfo": True,
        "trusts_addresses": False,
    }
    return [described(PROCONNECT, "ProConnect", client_id, secret, settings)]


def generic(env: Environment, identifier: str) -> dict[str, Any]:
    """Return one provider named in the list, whose own variables carry its identifier."""
    if not IDENTIFIER.fullmatch(identifier) or identifier in {PROCONNECT, "code", "cle", "passkey"}:
        raise BadSetting("CORDEE_OIDC_PROVIDERS", identifier, "des identifiants comme annuaire,reseau-sud")
    prefix = f"CORDEE_OIDC_{identifier.upper().replace('-', '_')}"
    settings = {
        "server_url": server_address(env, f"{prefix}_SERVER"),
        "scope": ["openid", "profile", "email"],
        "auth_params": {},
        "oauth_pkce_enabled": True,
        "signed_userinfo": False,
        "trusts_addresses": env.flag(f"{prefix}_TRUSTS_ADDRESSES", default=False),
    }
    name = env.text(f"{prefix}_NAME", default=identifier)
    client_id = env.text(f"{prefix}_CLIENT_ID", default="")
    return described(identifier, name, client_id, env.text(f"{prefix}_CLIENT_SECRET", default=""), settings)


def described(identifier: str, name: str, client_id: str, secret: str, settings: dict[str, Any]) -> dict[str, Any]:
    """Describe a provider to django-allauth."""
    return {"provider_id": identifier, "name": name, "client_id": client_id, "secret": secret, "settings": settings}


def server_address(env: Environment, name: str) -> str:
    """Return the address of a provider, which may have a path; nothing when it is not given."""
    found = env.text(name, default="").rstrip("/")
    origin = "/".join(found.split("/")[:3])
    if found and (not is_web_origin(origin) or "?" in found or "#" in found):
        raise BadSetting(name, found, "une adresse comme https://identite.example.org/oidc")
    return found
