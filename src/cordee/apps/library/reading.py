"""What every page of the library opens: the release on show, its pack, the language and the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from cordee.apps.library.addresses import ROUTES, language, slug_of, url_of
from cordee.apps.library.queries import REFERENCE_PACK, current_release, pack_of
from cordee.apps.library.references import Link, sources_of
from cordee.core.packs.courses import Course
from cordee.core.packs.library import Source, Story, Tool
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang


@dataclass(frozen=True)
class Opened:
    """The newest release of the reference pack, as a reader sees it today."""

    pack: Pack
    sha256: str
    lang: Lang
    today: date

    def sources(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """Return the public pages named, in the order they are named."""
        return sources_of(ids, self.pack)

    def axes(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Name approaches, with the address of each where it has one."""
        names = {axis.id: axis.name.in_(self.lang) for axis in self.pack.instrument.axes}
        return tuple(Link(names[one], url_of("axes", one, self.pack)) for one in ids if one in names)

    def topics(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Name topics of the instrument."""
        names = {one.id: one.name.in_(self.lang) for axis in self.pack.instrument.axes for one in axis.topics}
        return tuple(names[one] for one in ids if one in names)

    def axis_of(self) -> dict[str, str]:
        """Return the axis of each topic."""
        return {topic.id: axis.id for axis in self.pack.instrument.axes for topic in axis.topics}

    def link(self, kind: str, entry: Tool | Story | Course) -> Link:
        """Name an entry, with its address where it has one."""
        try:
            address = reverse(ROUTES[kind], args=[slug_of(entry.name, self.lang)])
        except NoReverseMatch:
            return Link(entry.name.in_(self.lang), None)
        return Link(entry.name.in_(self.lang), address)


def opened() -> Opened | None:
    """Open the library; None while no pack is loaded."""
    release = current_release(REFERENCE_PACK)
    return Opened(pack_of(release), release.sha256, language(), timezone.localdate()) if release else None
