"""The reference pack in the store of releases, as the files of this folder have it."""

from django.utils.timezone import now
from tests.core.alliance import reference_pack

from cordee.apps.library.models import PackRelease
from cordee.core.packs.pack import Pack
from cordee.core.packs.release import release_of


def store(pack: Pack) -> Pack:
    """Put a pack in the store, and return it."""
    release = release_of(pack)
    PackRelease.objects.create(
        pack=pack.card.id, version=release.version, sha256=release.sha256, document=release.document, loaded_at=now()
    )
    return pack


def store_reference() -> Pack:
    """Put the reference pack in the store, and return it."""
    return store(reference_pack())
