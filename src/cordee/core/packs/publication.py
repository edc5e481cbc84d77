"""What has been published of a pack, and whether its folder may be checked in or published as it is now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from cordee.core.packs.difference import Change, demanded_level, difference
from cordee.core.packs.faults import Fault, Place, fault
from cordee.core.packs.messages.wording import Said
from cordee.core.packs.reading.layout import RELEASES_FOLDER, Files
from cordee.core.packs.release import BrokenRelease, Release, is_canonical, release_from_json
from cordee.core.packs.versions import Level, is_enough, next_version, number_of


@dataclass(frozen=True)
class Published:
    """The releases of a pack found in its folder, oldest first, and what is wrong with their files."""

    releases: tuple[Release, ...]
    faults: tuple[Fault, ...]

    def release(self, version: str) -> Release | None:
        """Return the release of a version, if it was published."""
        return next((one for one in self.releases if one.version == version), None)

    def before(self, version: str) -> Release | None:
        """Return the last release that comes before a version."""
        earlier = [one for one in self.releases if number_of(one.version) < number_of(version)]
        return earlier[-1] if earlier else None


def release_file(version: str) -> str:
    """Return where the release of a version is kept in the folder of its pack.

    >>> release_file("1.0.0")
    'releases/1.0.0.json'
    """
    return f"{RELEASES_FOLDER}/{version}.json"


def published_in(files: Files) -> Published:
    """Read the releases that the folder of a pack keeps, one file each: the canonical document, byte for byte.

    Shapes: a folder as a value; what was published. Errors: none is raised; a damaged file is a fault.
    """
    releases: list[Release] = []
    faults: list[Fault] = []
    for name in sorted(files):
        path = PurePosixPath(name)
        if path.parts[0] != RELEASES_FOLDER or path.name.startswith("."):
            continue
        try:
            release = release_from_json(files[name])
        except BrokenRelease:
            faults.append(fault("unreadable-release", Place(name)))
            continue
        wrong = list(_release_faults(name, release))
        faults += wrong
        releases += [] if wrong else [release]
    return Published(tuple(sorted(releases, key=lambda one: number_of(one.version))), tuple(faults))


def _release_faults(name: str, release: Release) -> Iterable[Fault]:
    if name != release_file(release.version):
        yield fault("misnamed-release", Place(name), version=release.version, id=release.pack.card.id)
    elif not is_canonical(release):
        yield fault("unreadable-release", Place(name))


def version_faults(release: Release, published: Published, place: Place) -> list[Fault]:
    """Find why a pack may not carry its version: published otherwise, behind, or too small a step.

    `place` is where the version is written. A published version with the same hash is fine: nothing has changed.
    """
    same = published.release(release.version)
    if same:
        return [] if same.sha256 == release.sha256 else [_changed(release, same, place)]
    latest = published.releases[-1].version if published.releases else None
    if latest and number_of(latest) > number_of(release.version):
        return [fault("version-behind", place, ("version",), version=release.version, latest=latest)]
    before = published.before(release.version)
    return _too_small(release, before, place) if before else []


def _changed(release: Release, same: Release, place: Place) -> Fault:
    changes = difference(same.pack, release.pack)
    wanted = next_version(same.version, max(demanded_level(changes), Level.PATCH))
    values = {"version": same.version, "wanted": wanted}
    return fault("release-changed", place, ("version",), changes=len(changes), **values)


def _too_small(release: Release, before: Release, place: Place) -> list[Fault]:
    changes = difference(before.pack, release.pack)
    level = demanded_level(changes)
    if is_enough(before.version, release.version, level):
        return []
    values = {"version": release.version, "before": before.version, "wanted": next_version(before.version, level)}
    return [fault("bump-too-small", place, ("version",), reason=_reason(changes, level), **values)]


def _reason(changes: Sequence[Change], level: Level) -> Said:
    """Say which change demands the step."""
    heaviest = [change for change in changes if change.level == level]
    first, more = heaviest[0].shown_path, len(heaviest) - 1
    others = Said(f" et {more} autre(s)", f" and {more} more") if more else Said("", "")
    return Said(
        f"{first}{others.fr} demande une version {level.name_said.fr}",
        f"{first}{others.en} demands a {level.name_said.en} version",
    )
