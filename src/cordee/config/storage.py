"""Static files under a name that holds their fingerprint, compressed once with gzip."""

from __future__ import annotations

from typing import Any

from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """WhiteNoise's hashed storage without Brotli, whose best level takes six times as long for little less."""

    def create_compressor(self, **kwargs: Any) -> Compressor:
        """Return a compressor that does the same work whether the brotli package is there or not."""
        return Compressor(**{**kwargs, "use_brotli": False})
