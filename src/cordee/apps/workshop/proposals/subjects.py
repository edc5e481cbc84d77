"""What a correction is about: an entry of the library, named by its kind and id in the address."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cordee.apps.library.addresses import current_pack, entries_of, language, url_of

KINDS = ("terms", "tools", "stories", "courses", "impacts", "axes")


@dataclass(frozen=True)
class Subject:
    """An entry of the library, its name in the language on screen, and its page if it has one."""

    kind: str
    id: str
    name: str
    url: str | None

    @property
    def title(self) -> str:
        """How a correction of it is called, to begin with."""
        return _("Correction : %(name)s") % {"name": self.name}


def subject_of(kind: str, entry_id: str) -> Subject | None:
    """Return the entry that an address names; nothing when the library has no such entry."""
    pack = current_pack() if kind in KINDS else None
    if pack is None:
        return None
    named = next((one for one in entries_of(pack, kind) if one.id == entry_id), None)
    return Subject(kind, entry_id, named.name.in_(language()), url_of(kind, entry_id, pack)) if named else None
