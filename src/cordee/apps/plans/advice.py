"""The names of the advice that packs give, to show one that was refused."""

from __future__ import annotations

from cordee.apps.library.queries import REFERENCE_PACK, current_release, pack_of
from cordee.core.packs.text import Lang


def names(lang: str) -> dict[str, str]:
    """Return the name of each recommendation of the current release: identifier → name; none before it is loaded."""
    release = current_release(REFERENCE_PACK)
    if release is None:
        return {}
    written: Lang = "en" if lang.startswith("en") else "fr"
    return {one.id: one.name.in_(written) for one in pack_of(release).recommendations}
