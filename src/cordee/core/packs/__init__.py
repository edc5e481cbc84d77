"""Packs: content as data, from the files an expert writes to the release that a diagnosis pins."""
