"""Adding releases to the store: those of folders, all or none, and those that the workshop publishes; each once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from cordee.apps.library import queries
from cordee.apps.library.models import PackRelease
from cordee.core.packs.difference import Change, difference
from cordee.core.packs.faults import Fault, Place
from cordee.core.packs.folder import read_folder
from cordee.core.packs.pack import Pack
from cordee.core.packs.publication import Published, published_in, version_faults
from cordee.core.packs.reading.layout import Files
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.release import Release, release_of
from cordee.core.packs.versions import number_of

CARD = "pack.yaml"


class PackRefused(Exception):
    """A pack that may not be loaded: the faults, each with its place, its cause and its remedy."""

    def __init__(self, name: str, faults: Sequence[Fault]) -> None:
        super().__init__(f"{name}: {len(faults)} faults")
        self.name = name
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Loading:
    """What loading a release does: nothing when it is there already, else it adds it after another one, or first."""

    release: Release
    after: Release | None
    is_new: bool

    @property
    def pack(self) -> str:
        """The id of the pack."""
        return self.release.pack.card.id

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change since the release before; nothing to compare with when it is the first."""
        return difference(self.after.pack, self.release.pack) if self.after else ()


def pack_folders(root: Path) -> list[Path]:
    """Return the folders of packs under a folder, in the order of their names."""
    return sorted(card.parent for card in root.glob(f"*/{CARD}"))


@transaction.atomic
def load(folders: Iterable[Path], *, dry_run: bool = False) -> list[Loading]:
    """Load the releases of each folder; raise PackRefused, and load nothing, when one of them is not right."""
    return [loading for folder in folders for loading in _load_one(folder, dry_run=dry_run)]


@transaction.atomic
def publish(pack: Pack) -> PackRelease:
    """Add a pack as the newest release of its name, under the rules of loading; raise PackRefused otherwise.

    The same content under the same version again returns the release that is there: a double click is harmless.
    """
    release, name = release_of(pack), pack.card.id
    # Two publications at once wait for each other here: the second is judged after the first.
    list(PackRelease.objects.select_for_update().filter(pack=name).values_list("pk"))
    faults = version_faults(release, Published(tuple(queries.stored_releases(name)), ()), Place(CARD))
    if faults:
        raise PackRefused(name, faults)
    return PackRelease.objects.filter(pack=name, version=release.version).first() or _insert(release)


def _load_one(folder: Path, *, dry_run: bool) -> list[Loading]:
    loadings = []
    stored: list[Release] | None = None
    for release in releases_in(folder):
        stored = queries.stored_releases(release.pack.card.id) if stored is None else stored
        faults = version_faults(release, Published(tuple(stored), ()), Place(CARD)) if _is_last(release, stored) else []
        if faults:
            raise PackRefused(folder.name, faults)
        loading = _loading(release, stored)
        if loading.is_new:
            stored = sorted([*stored, release], key=lambda one: number_of(one.version))
            if not dry_run:
                _insert(release)
        loadings.append(loading)
    return loadings


def releases_in(folder: Path) -> tuple[Release, ...]:
    """Return the releases that a folder publishes, or its content as it stands when it publishes none yet."""
    files = read_folder(folder)
    published = published_in(files)
    if published.faults:
        raise PackRefused(folder.name, published.faults)
    return published.releases or (_current_content(folder, files),)


def _current_content(folder: Path, files: Files) -> Release:
    reading = read_pack(files)
    if reading.pack is None:
        raise PackRefused(folder.name, reading.faults)
    return release_of(reading.pack)


def _is_last(release: Release, stored: Sequence[Release]) -> bool:
    """Tell whether a version must be judged: known already, or after all the others. An older one fills a gap."""
    orders = [number_of(one.version) for one in stored]
    order = number_of(release.version)
    return order in orders or all(order > other for other in orders)


def _loading(release: Release, stored: Sequence[Release]) -> Loading:
    order = number_of(release.version)
    earlier = [one for one in stored if number_of(one.version) < order]
    is_new = all(one.version != release.version for one in stored)
    return Loading(release, earlier[-1] if earlier else None, is_new)


def _insert(release: Release) -> PackRelease:
    return PackRelease.objects.create(
        pack=release.pack.card.id,
        version=release.version,
        sha256=release.sha256,
        document=release.document,
        loaded_at=timezone.now(),
    )
