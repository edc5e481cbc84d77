"""A course as a SCORM 1.2 package: a manifest, and a page that is tracked (SCO) for each step."""

from __future__ import annotations

from cordee.apps.learning.packages.parcel import PAGE_SCRIPT, STYLE, Parcel, document, page_name, pages, zipped

MANIFEST, SCRIPT = "imsmanifest.xml", "scorm.js"


def scorm_files(parcel: Parcel) -> dict[str, bytes]:
    """Return the files of the package by their names."""
    made = [(step, page_name(step)) for step in parcel.steps]
    manifest = document(
        "imsmanifest.xml", parcel, identifier=identifier(parcel), pages=made, shared=(STYLE, PAGE_SCRIPT, SCRIPT)
    )
    return {MANIFEST: manifest, **pages(parcel, SCRIPT)}


def scorm_package(parcel: Parcel) -> bytes:
    """Return the package as a zip file, the same bytes for the same course."""
    return zipped(scorm_files(parcel))


def identifier(parcel: Parcel) -> str:
    """Name the package with the letters that an XML identifier may hold.

    The release is not in it: a platform that gets a newer package knows that it is the same course.
    """
    return f"cordee.{parcel.pack.card.id}.{parcel.course.id}.{parcel.lang}"
