"""Typed reading of the environment: each setting is declared once, with its default, and refused with a remedy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = frozenset({"1", "true", "yes", "on", "oui", "vrai"})
_ADDRESS = r"[^\s<>@,;]+@[^\s<>@,;]+"
MAILBOX = re.compile(rf"(?:[^<>@,;\"]+ <{_ADDRESS}>|{_ADDRESS})")
NO = frozenset({"0", "false", "no", "off", "non", "faux", ""})


class BadSetting(ImproperlyConfigured):
    """A setting that cannot be read: says which, what was found, what is expected and where it is documented."""

    def __init__(self, name: str, found: str, expected: str) -> None:
        super().__init__(
            f"Réglage {name} : « {found} » ne convient pas. Attendu : {expected}. "
            f"Corrigez cette variable d’environnement, ou retirez-la pour reprendre la valeur "
            f"par défaut (voir docs/settings.md)."
        )


@dataclass
class Environment:
    """The variables given to the process, and the record of those that the settings declare."""

    variables: Mapping[str, str]
    declared: dict[str, str] = field(default_factory=dict)

    def text(self, name: str, *, default: str) -> str:
        """Return a text, without the spaces around it."""
        self.declared[name] = default
        return self.variables.get(name, default).strip()

    def flag(self, name: str, *, default: bool) -> bool:
        """Return a yes or no."""
        found = self.text(name, default="1" if default else "0")
        if found.lower() in YES:
            return True
        if found.lower() in NO:
            return False
        raise BadSetting(name, found, "1 (oui) ou 0 (non)")

    def integer(self, name: str, *, default: int, least: int, most: int) -> int:
        """Return a whole number between two bounds, both included."""
        found = self.text(name, default=str(default))
        if not found.isascii() or not found.isdigit() or not least <= int(found) <= most:
            raise BadSetting(name, found, f"un nombre entier de {least} à {most}")
        return int(found)

    def one_of(self, name: str, *, default: str, allowed: tuple[str, ...]) -> str:
        """Return one word of a closed list, whatever its case."""
        found = self.text(name, default=default).upper()
        if found not in allowed:
            raise BadSetting(name, found, "un mot parmi " + ", ".join(allowed))
        return found

    def words(self, name: str, *, default: str = "") -> list[str]:
        """Return the words of a list separated by commas."""
        return [word.strip() for word in self.text(name, default=default).split(",") if word.strip()]

    def folder(self, name: str, *, default: str) -> Path:
        """Return an absolute folder, made private to its owner when it does not exist yet."""
        path = Path(self.text(name, default=default)).expanduser().resolve()
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise BadSetting(name, str(path), f"un dossier où écrire ({error.strerror})") from error
        return path

    def web_address(self, name: str, *, default: str) -> str:
        """Return an http or https address without path, and without the slash at its end."""
        found = self.text(name, default=default).rstrip("/")
        if found and not is_web_origin(found):
            raise BadSetting(name, found, "une adresse comme https://cordee.example.org, sans chemin")
        return found

    def mailbox(self, name: str, *, default: str) -> str:
        """Return an e-mail address, perhaps with a name before it."""
        found = self.text(name, default=default)
        if found and not is_mailbox(found):
            raise BadSetting(name, found, "une adresse comme « Cordée <bonjour@example.org> »")
        return found


def is_mailbox(text: str) -> bool:
    """Tell whether a text is one e-mail address, alone or after a name, on one line."""
    return text.isprintable() and MAILBOX.fullmatch(text) is not None


def is_web_origin(address: str) -> bool:
    """Tell whether an address is a scheme, a host and perhaps a port, and nothing else."""
    try:
        parts = urlsplit(address)
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        return False
    bare = not (parts.path or parts.query or parts.fragment or parts.username)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and port_is_right and bare
