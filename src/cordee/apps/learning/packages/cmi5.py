"""A course as a cmi5 package: its structure, and an assignable unit (AU) for each step."""

from __future__ import annotations

from cordee.apps.learning.packages.parcel import Parcel, document, page_name, pages, zipped

STRUCTURE, SCRIPT = "cmi5.xml", "cmi5.js"
LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}


def cmi5_files(parcel: Parcel) -> dict[str, bytes]:
    """Return the files of the package by their names."""
    made = [(step, page_name(step), f"{parcel.url}{step.number}/") for step in parcel.steps]
    structure = document("cmi5.xml", parcel, pages=made, tag=LANGUAGES[parcel.lang])
    return {STRUCTURE: structure, **pages(parcel, SCRIPT)}


def cmi5_package(parcel: Parcel) -> bytes:
    """Return the package as a zip file, the same bytes for the same course."""
    return zipped(cmi5_files(parcel))
